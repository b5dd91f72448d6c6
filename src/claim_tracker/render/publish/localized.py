"""Words from a catalogue of translations, dates and numbers from Unicode's CLDR, by Babel."""

from datetime import date
from gettext import GNUTranslations
from io import BytesIO

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, get_minus_sign_symbol, get_plus_sign_symbol

from claim_tracker.render.plain_words import PlainWording
from claim_tracker.render.publish.languages import CATALOGUES

_ZEROS = {"latn": "0", "arab": "\N{ARABIC-INDIC DIGIT ZERO}"}
_ZEROS["arabext"] = "\N{EXTENDED ARABIC-INDIC DIGIT ZERO}"
"""The digit zero of each system of digits that the languages have; the others follow it."""
_MARKS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"


class LocaleWording(PlainWording):
    """The words of a language, with one style of dates, in the digits of the language."""

    def __init__(self, tag: str, catalogue: str, *, names_fields: bool = False) -> None:
        super().__init__(_translations(catalogue))
        self._locale = _locale(tag, catalogue)
        zero = ord(_ZEROS[self._locale.default_numbering_system])
        self._digits = {ord("0") + digit: zero + digit for digit in range(10)}
        self.language = tag
        self.direction = "rtl" if self._locale.text_direction == "rtl" else "ltr"
        self.names_fields = names_fields

    def day(self, day: date) -> str:
        """Return a day in the form that CLDR has for `yMMMd`: `30. Sept. 2025`."""
        return self._formatted("yMMMd", day)

    def month(self, day: date) -> str:
        """Return a month in the form that CLDR has for `yMMM`: `Sept. 2025`."""
        return self._formatted("yMMM", day)

    def quarter(self, year: int, number: int) -> str:
        """Return a quarter in the form that CLDR has for `yQQQQ`: `3. Quartal 2025`."""
        return self._formatted("yQQQQ", date(year, number * 3, 1))

    def year(self, year: int) -> str:
        """Return a year in the digits of the language."""
        return str(year).translate(self._digits)

    def number(self, number: float) -> str:
        """Return a number with all of its places."""
        minus = get_minus_sign_symbol(self._locale, numbering_system="default").strip(_MARKS)
        return (minus if number < 0 else "") + self._unsigned(number)

    def signed(self, number: float) -> str:
        """Return a number with its sign, and the mark of direction that it needs among letters."""
        symbol = get_minus_sign_symbol if number < 0 else get_plus_sign_symbol
        return symbol(self._locale, numbering_system="default") + self._unsigned(number)

    def word(self, word: str) -> str:
        """Return a word of the format in the language."""
        return self.pgettext("word", super().word(word))

    def _formatted(self, skeleton: str, day: date) -> str:
        pattern = self._locale.datetime_skeletons[skeleton].pattern
        return format_date(day, pattern, self._locale).translate(self._digits)

    def _unsigned(self, number: float) -> str:
        written = format_decimal(
            abs(number),
            locale=self._locale,
            decimal_quantization=False,
            numbering_system="default",
        )
        return written.translate(self._digits)


def script_of(language: str) -> str:
    """Return the script in which a language is usually written, by its code of ISO 15924: `cyrl`.

    So CLDR has it, by its likely subtags.
    """
    likely: str = get_global("likely_subtags")[language]
    return likely.split("_")[1].lower()


def _translations(catalogue: str) -> GNUTranslations:
    with CATALOGUES.joinpath(f"{catalogue}.po").open("rb") as file:
        messages = read_po(file, locale=Locale.parse(catalogue, sep="-"))
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _locale(tag: str, catalogue: str) -> Locale:
    """Return the locale of CLDR for a tag, else for the language of the catalogue."""
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(catalogue, sep="-")
