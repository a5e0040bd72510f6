"""Speed and memory of the shipped recogniser alone: ``python benchmarks/ner_speed.py [FILE.txt ...]``.

Each file is an article; without files a made-up article of 290 words is read. One core is used.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import time
from pathlib import Path

SENTENCES = (
    "أعلنت وزارة الخارجية الروسية أن الوزير سيرجي لافروف سيزور العاصمة السورية دمشق يوم الأحد المقبل للقاء الرئيس بشار الأسد .",
    "وقال المتحدث باسم الأمم المتحدة في جنيف إن أكثر من 120 شخصا نزحوا من مدينة حلب خلال الأسبوعين الماضيين .",
    "وفي الرياض ، بحث الأمير محمد بن سلمان مع نظيره الأمريكي تعزيز التعاون العسكري بين البلدين ومكافحة الإرهاب .",
    "وذكرت وكالة رويترز نقلا عن مصادر أمنية أن الجيش اليمني سيطر على مواقع جديدة غرب محافظة تعز بعد معارك عنيفة .",
    "من جهته ، أكد رئيس مجلس إدارة شركة أرامكو السعودية أن الإنتاج سيعود إلى مستوياته السابقة قبل نهاية الشهر الجاري .",
    "وكان الاتحاد الأوروبي قد فرض في وقت سابق عقوبات على عدد من المسؤولين ، بينهم وزير الدفاع ، بسبب انتهاكات حقوق الإنسان .",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()

    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")  # before numpy is imported
    before = time.perf_counter()
    from arnews.recognizers import shipped

    recognizer = shipped.load()
    load = time.perf_counter() - before
    if options.files:
        from arnews.text.words import split_words

        articles = [[[w.text for w in split_words(line)] for line in f.read_text("utf-8").splitlines()] for f in options.files]
    else:
        articles = [[s.split() for s in SENTENCES for _ in range(2)] for _ in range(20)]
    words = sum(len(s) for a in articles for s in a)
    best = float("inf")
    for _ in range(options.rounds):
        began = time.process_time()
        for article in articles:
            recognizer.recognize(article)
        best = min(best, time.process_time() - began)
    print(
        json.dumps(
            {
                "load_s": round(load, 3),
                "articles": len(articles),
                "words_per_article": round(words / len(articles)),
                "ms_per_article": round(1000 * best / len(articles), 2),
                "articles_per_s": round(len(articles) / best, 1),
                "ms_per_290_words": round(1000 * 290 * best / words, 2),
                "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
            }
        )
    )


if __name__ == "__main__":
    main()
