"""What the number extractor finds: numerals as ranges of words, before they become public records."""

from __future__ import annotations

from dataclasses import dataclass

from arnews.records import NumberForm, Quantity


@dataclass(frozen=True, slots=True)
class Numeral:
    """One quantity in a document, in ranges of words (end exclusive).

    ``first`` to ``last`` is the whole expression: approximators and bounds before and after it, scale words, and the unit
    words of money, measures and percent. ``cut`` is the number of proclitic letters to take off word ``first``. ``core`` holds
    the number words alone. ``unit`` is an ISO 4217 code for money, the Arabic singular for measures, else None.

    ``noun`` is the counted noun that belongs to the number by agreement. It stands right after the number (or after
    ``من``), or is the dual itself (``قتيلان``), or stands before ``واحد``. It lies outside ``first`` to ``last`` except where
    it is the dual or where a bound stands after it (``32 شخصا على الأقل``).

    ``previous`` is the old total of a rise (``ارتفع من 10 إلى 15``), whose words ``previous_at`` names. ``rule`` is the name
    of the rule that read the number.
    """

    first: int
    last: int
    cut: int
    core: tuple[int, int]
    quantity: Quantity
    form: NumberForm
    unit: str | None = None
    noun: tuple[int, int] | None = None
    alternatives: tuple[Quantity, ...] = ()
    rule: str = "cardinal"
    previous: Quantity | None = None
    previous_at: tuple[int, int] | None = None
