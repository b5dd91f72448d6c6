"""The accepted forms as regular expressions of ECMA 262, which know how long each month is."""

import re
from collections.abc import Iterable

from claim_tracker.dates.forms import FORMS, SAME_PARTS
from claim_tracker.dates.within import SPANS
from claim_tracker.dates.words import MONTH_NUMBERS

_EXACT_YEAR = "(?!0000)[0-9]{4}"
_LEAP_YEAR = (
    "(?!0000)([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"  # Gregorian
)
_DAYS_OF = {31: "[12][0-9]|3[01]", 30: "[12][0-9]|30", 28: "1[0-9]|2[0-8]"}
_MONTHS_OF = {31: (1, 3, 5, 7, 8, 10, 12), 30: (4, 6, 9, 11), 28: (2,)}


def form_patterns() -> dict[str, str]:
    """Return each form, and its regular expression of lower-case words (ECMA 262)."""
    return {form: "|".join(_exact(form)) for form, _ in FORMS}


def date_pattern() -> str:
    """Return what is accepted as a date, as a regular expression of lower-case words (ECMA 262)."""
    one = "|".join(form_patterns().values())
    dated = f"({one}) ?[~?%]?"
    return rf"(\.\. ?/ ?|{dated}( ?/ ?| or ))?{dated}"


def span_pattern() -> str:
    """Return what is accepted as a span, as a regular expression of lower-case words (ECMA 262)."""
    return "|".join(map(_unnamed, SPANS))


def _exact(form: str) -> list[str]:
    """Return the patterns of a form, with a day by the lengths of months, 29 February apart."""
    any_day = {"decade": "(?!000)[0-9]{3}"} | _of_months(range(1, 13), _EXACT_YEAR)
    if "day" not in form:
        return [_unnamed(form.format_map(SAME_PARTS | any_day))]
    cases = [
        _of_months(numbers, _EXACT_YEAR)
        | {
            "day": f"(0[1-9]|{_DAYS_OF[last]})",
            "written_day": f"(0?[1-9]|{_DAYS_OF[last]})(st|nd|rd|th)?",
            "day_over_12": f"(?!1[0-2])({_DAYS_OF[last]})",
        }
        for last, numbers in _MONTHS_OF.items()
    ]
    leap_day = {"day": "29", "written_day": "29(st|nd|rd|th)?", "day_over_12": "29"}
    cases.append(_of_months((2,), _LEAP_YEAR) | leap_day)
    return [_unnamed(form.format_map(SAME_PARTS | parts)) for parts in cases]


def _of_months(numbers: Iterable[int], year: str) -> dict[str, str]:
    names = [name for name, number in MONTH_NUMBERS.items() if number in numbers]
    return {
        "year": year,
        "month": rf"({'|'.join(names)})\.?",
        "number": f"({'|'.join(f'{number:02}' for number in numbers)})",
        "short_number": f"({'|'.join(f'{number:02}|{number}' for number in numbers)})",
    }


def _unnamed(expression: str) -> str:
    return re.sub(r"\?P<[a-z]+>", "", expression)
