"""How many names of four parts are found whole, in the sentences that lists of victims, of candidates and of speakers have.

    python benchmarks/four_part_names.py [--names 1000] [--errors]

Names are combined at random, the same ones each time: three given names and a family name of the lexicon's lists of name words (words of the
language among them: ``رائد``, ``انتصار``, ``أمين``, ``وشاح``), each in one of the sentences below.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter

import arnews
from arnews.entities.lexicon import EntityLexicon

SENTENCES = (
    "قال {} إن الطريق مفتوح.",
    "وأعلنت الوزارة مقتل {} في الغارة.",
    "والضحايا هم: {}، وطفلان آخران.",
    "وشيع الأهالي جثمان {} بعد صلاة الظهر.",
    "وحضر الحفل {} وعدد من الأعيان.",
    "وكان {} يعمل سائقا قبل اعتقاله.",
    "وأضاف المواطن {} أن المياه مقطوعة.",
    "فاز {} بالمركز الأول في المسابقة.",
)
# Given and family names that are words of the language or titles too.
WORDS = (
    "رائد انتصار أمين سلطان ملاك أمير باسم جهاد نضال كفاح وسام إسلام حكيم صباح منير شهد فداء عائد حاكم رسول أنوار أسرار معين عميد".split()
)
FAMILIES = (
    "وشاح طبيب عطر حجازي مصري تركي نجار حداد خطيب قاضي الخطيب النجار الحداد العالم الراعي الشاعر عبيد حلاوة مقداد البحر حرب سالم".split()
)


def names(count: int) -> list[str]:
    """``count`` names of four parts."""
    chance = random.Random(4)
    lexicon = EntityLexicon.load()
    lists = lexicon.names
    # Pronouns and comparatives that the lists hold as names of other languages (هما, اعظم) are left out.
    others = lexicon.word("closed") | lexicon.word("no_name_too")
    given = sorted(w for w, (g, s) in lists.items() if g >= 20 and g > s and len(w) > 2 and not w.startswith("ال") and w not in others)
    family = sorted(w for w, (g, s) in lists.items() if s >= 10 and len(w) > 3)
    out = []
    for _ in range(count):
        parts = [chance.choice(given) for _ in range(3)] + [chance.choice(family)]
        if chance.random() < 0.3:
            parts[chance.randrange(3)] = chance.choice(WORDS)
        if chance.random() < 0.2:
            parts[3] = chance.choice(FAMILIES)
        out.append(" ".join(parts))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=1000)
    parser.add_argument("--errors", action="store_true", help="print what was found instead")
    args = parser.parse_args()
    counts: Counter[str] = Counter()
    for n, name in enumerate(names(args.names)):
        text = SENTENCES[n % len(SENTENCES)].format(name)
        found = [m.text for e in arnews.extract_entities(text) if e.type == "PERSON" for m in e.mentions]
        parts = [f for f in found if f in name]
        kind = "whole" if name in found else "first lost" if any(name.endswith(p) for p in parts) else "cut" if parts else "other"
        counts[kind] += 1
        if args.errors and kind != "whole":
            print(kind, text, found, sep="\t")
    total = counts.total()
    print(", ".join(f"{kind} {n} ({n / total:.1%})" for kind, n in counts.most_common()))


if __name__ == "__main__":
    main()
