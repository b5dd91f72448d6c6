"""From the text of a date to its period, or to a DateError that says what to write."""

from functools import lru_cache

from claim_tracker.dates.errors import DateError
from claim_tracker.dates.forms import period_of
from claim_tracker.dates.period import Period
from claim_tracker.dates.within import Within, parse_within
from claim_tracker.dates.words import plain, short_years_in


def parse_period(text: str) -> Period:
    """Return the period that a date stands for.

    Case, white space and the kind of dash do not matter. Raises DateError for a text that is
    not one of the accepted forms, and for a span, which needs a day to count from.

    >>> period = parse_period("Q3 2025")
    >>> period.text, str(period.earliest), str(period.latest)
    ('2025-Q3', '2025-07-01', '2025-09-30')
    """
    try:
        deadline = parse_deadline(text)
    except DateError as error:
        from claim_tracker.dates.advice import FORMS_HELP, narrowed

        if error.replacement is not None and parse_within(error.replacement) is not None:
            raise _uncounted_error(text.strip()) from None
        raise narrowed(error, _is_period, FORMS_HELP) from None
    if isinstance(deadline, Within):
        raise _uncounted_error(deadline.text)
    return deadline


def period_or_none(text: object) -> Period | None:
    """Return the period of a date; None for what is none."""
    try:
        return parse_period(text) if isinstance(text, str) else None
    except DateError:
        return None


def _uncounted_error(text: str) -> DateError:
    """Return the error for a span where a date is needed."""
    return DateError(
        f"`{text}` has no day to count from here",
        "only `due` is counted from a statement; write the date itself, such as `2025-09-30`",
    )


def parse_day(text: str) -> Period:
    """Return a date that is one single day. Raises DateError for a longer period."""
    try:
        period = parse_period(text)
    except DateError as error:
        from claim_tracker.dates.advice import narrowed

        raise narrowed(error, _is_day, "write one day, such as `2025-09-30`") from None
    if not period.is_day:
        raise DateError(
            f"`{text.strip()}` is a period, and one day is needed here",
            f"write a day from `{period.earliest}` to `{period.latest}`",
        )
    return period


@lru_cache(maxsize=4096)
def parse_deadline(text: str) -> Period | Within:
    """Return the period of a deadline, or the span that counts from its statement.

    Raises DateError for a text that is not one of the accepted forms.
    """
    deadline = read_deadline(text)
    if deadline is None:
        # Its many patterns are compiled only for a text that is refused.
        from claim_tracker.dates.advice import date_error

        raise date_error(text)
    return deadline


def read_deadline(text: str) -> Period | Within | None:
    """Return the period or the span that a text is, None for one in no accepted form.

    Raises DateError where the form is right and the calendar has no such day.
    """
    if short_years_in(text) is not None:
        return None
    return parse_within(text) or period_of(plain(text))


def _is_period(text: str) -> bool:
    try:
        return isinstance(parse_deadline(text), Period)
    except DateError:
        return False


def _is_day(text: str) -> bool:
    return _is_period(text) and parse_period(text).is_day
