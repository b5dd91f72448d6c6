"""What holds for any text that may be a date."""

import re

from claim_tracker.dates import (
    DateError,
    Period,
    Within,
    parse_deadline,
    parse_period,
    parse_within,
)

_NO_DATES = {"due"}


def outcome(text: str) -> Period | Within | DateError:
    """What a text is read as, or the error that it is refused with."""
    try:
        return parse_deadline(text)
    except DateError as error:
        return error


def assert_read_or_refused(text: str) -> None:
    """A text is a period, a span, or an error that says what is wrong and what to write."""
    found = outcome(text)
    if isinstance(found, DateError):
        assert found.message.strip()
        assert found.help.strip()
        assert str(found) == found.message
    else:
        assert_canonical(found)
    assert parse_within(text) == (found if isinstance(found, Within) else None)


def assert_canonical(found: Period | Within) -> None:
    """The canonical text stands for the same, and is its own canonical text."""
    again = parse_deadline(found.text)
    assert again == found
    assert again.text == found.text
    if isinstance(found, Period):
        assert found.earliest <= found.latest
        assert parse_period(found.text) == found


def assert_advice_is_accepted(text: str) -> None:
    """What is suggested in the place of a text is accepted, unless it is cut."""
    found = outcome(text)
    advice = found.help if isinstance(found, DateError) else ""
    for suggestion in set(re.findall(r"`([^`]*)`", advice)) - _NO_DATES:
        assert "…" in suggestion or not isinstance(outcome(suggestion), DateError)
