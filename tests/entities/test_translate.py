"""English names of bodies, word by word."""

from __future__ import annotations

import pytest

from arnews.entities.lexicon import EntityLexicon
from arnews.entities.scan import View
from arnews.entities.translate import translate
from arnews.text.document import read


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("المجلس الأعلى للدفاع", "Supreme Council for Defence"),
        ("الهيئة الوطنية الاستشارية", "Advisory National Authority"),
        ("جمعية القضاة التونسيين", "Association of Tunisian Judges"),
        ("اللجنة الجهوية لحقوق الإنسان", "Regional Committee for Human Rights"),
        ("كلية الآداب والعلوم", "College of Letters and Sciences"),
        ("معهد الدراسات الاجتماعية والإعلامية", "Institute of Social and Media Studies"),
        ("الاتحاد العربي لكرة القدم", "Arab Federation for Football"),
        ("جهاز المخابرات الأوكراني", "Ukrainian Service of Intelligence"),
        ("الحكومة الشرعية", "Legitimate Government"),
        # A word that is not known, a proper name, a single word, a word that does not agree, two definite nouns side by side.
        ("جمعية القضاة الفلانيين", None),
        ("حزب النهضة", None),
        ("المجلس", None),
        ("المجلس الوطنية", None),
        ("المجلس اللجنة", None),
    ],
)
def test_word_by_word(name: str, english: str | None, lexicon: EntityLexicon) -> None:
    doc = read(name)
    assert translate(View(doc, lexicon), 0, len(doc.words), 0) == english
