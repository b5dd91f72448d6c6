"""Which texts are dates, and what each amounts to."""

import locale
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.dates import DateError, Period, parse_day, parse_deadline, parse_period
from claim_tracker.dates.patterns import form_patterns
from claim_tracker.dates.words import plain
from tests.dates.strategies import Written, accepted, anything, periods, spans, untimed
from tests.dates.table import TABLE
from tests.properties.dates import assert_canonical, assert_read_or_refused, outcome

FORMAT = Path(__file__).parents[2] / "docs" / "format.md"
LOCALES = ("C", "de_DE.UTF-8", "tr_TR.UTF-8", "ja_JP.UTF-8", "fa_IR.UTF-8", "ar_SA.UTF-8")
"""Where months have other names, a letter another capital, or numbers other digits."""


@contextmanager
def other_locale(zone: str, name: str) -> Iterator[None]:
    """A machine in another zone, and with another locale where it has that."""
    before = locale.setlocale(locale.LC_ALL)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        with suppress(locale.Error):
            locale.setlocale(locale.LC_ALL, name)
        try:
            yield
        finally:
            locale.setlocale(locale.LC_ALL, before)
    time.tzset()


@pytest.mark.parametrize(("text", "canonical", "earliest", "latest"), TABLE)
def test_a_form_of_the_table_has_its_canonical_text_and_days(
    text: str, canonical: str, earliest: str, latest: str
) -> None:
    period = parse_period(text)
    assert (period.text, str(period.earliest), str(period.latest)) == (canonical, earliest, latest)


@pytest.mark.parametrize("form", form_patterns())
def test_each_form_has_a_text_in_the_table(form: str) -> None:
    texts = [text for text, *_ in TABLE if re.fullmatch(form_patterns()[form], plain(text))]
    assert texts, f"TABLE in tests/dates/table.py has no text of the form {form!r}"


def documented() -> Iterator[tuple[str, str]]:
    """Each way of writing in the table of docs/format.md, and its canonical form where it says."""
    rows = FORMAT.read_text("utf-8").partition("| written | canonical |")[2].split("\n\n")[0]
    for row in rows.splitlines()[2:]:
        _, written, canonical, *_ = row.split("|")
        texts, forms = re.findall("`([^`]+)`", written), re.findall("`([^`]+)`", canonical)
        if canonical.strip() == "the same":
            forms = texts
        elif canonical.strip() == "the same, lower case":
            forms = [text.lower() for text in texts]
        if forms:
            yield from zip(texts, forms * len(texts) if len(forms) == 1 else forms, strict=True)
        else:
            yield from ((text, "") for text in texts)


@pytest.mark.parametrize(("text", "canonical"), list(documented()))
def test_the_docs_of_the_format_say_what_is_read(text: str, canonical: str) -> None:
    assert parse_deadline(text).text == (canonical or text), f"docs/format.md: `{text}`"


@pytest.mark.parametrize("form", form_patterns())
def test_each_form_stands_in_the_docs_of_the_format(form: str) -> None:
    texts = [text for text, _ in documented() if re.fullmatch(form_patterns()[form], plain(text))]
    assert texts, f"the table of dates in docs/format.md has no text of the form {form!r}"


@untimed
@given(periods)
def test_every_form_has_the_days_that_the_table_gives_it(written: Written) -> None:
    assert parse_period(written.text) == Period(
        written.canonical,
        written.earliest,
        written.latest,
        written.approximate,
        written.uncertain,
    )


@untimed
@given(accepted)
def test_the_canonical_text_has_the_same_days_and_is_stable(text: str) -> None:
    assert_canonical(parse_deadline(text))


@untimed
@given(
    accepted,
    st.text(" \t\n\u00a0", min_size=1, max_size=3),
    st.sampled_from((str.lower, str.upper, str.title, str.swapcase)),
)
def test_case_and_white_space_do_not_matter(
    text: str, space: str, change: Callable[[str], str]
) -> None:
    written = space + space.join(change(text).split(" ")) + space
    assert parse_deadline(written) == parse_deadline(text)


@untimed
@given(
    accepted,
    st.sampled_from(("Pacific/Kiritimati", "America/Anchorage", "no/such/zone")),
    st.sampled_from(LOCALES),
)
def test_no_text_depends_on_the_zone_or_the_locale(text: str, zone: str, name: str) -> None:
    expected = parse_deadline(text)
    with other_locale(zone, name):
        assert parse_deadline(text) == expected


@untimed
@given(anything)
def test_any_text_is_a_period_a_span_or_an_error_with_advice(text: str) -> None:
    assert_read_or_refused(text)


@untimed
@given(anything)
def test_a_period_is_a_deadline_that_is_no_span(text: str) -> None:
    found = outcome(text)
    if isinstance(found, Period):
        assert parse_period(text) == found
    else:
        with pytest.raises(DateError):
            parse_period(text)


@pytest.mark.parametrize(
    ("parse", "advice"),
    [
        (
            parse_period,
            "only `due` is counted from a statement; write the date itself, such as `2025-09-30`",
        ),
        (parse_day, "write one day, such as `2025-09-30`"),
    ],
)
def test_a_span_is_no_date_where_nothing_counts_from_a_statement(
    parse: Callable[[str], Period], advice: str
) -> None:
    with pytest.raises(DateError, match="`within 90 days` has no day to count from") as caught:
        parse("Within 90 days")
    assert caught.value.help == advice


@untimed
@given(anything | spans.map(lambda text: text.replace("within", "in about")))
def test_dates_that_help_proposes_are_accepted(text: str) -> None:
    for parse in (parse_period, parse_day):
        try:
            parse(text)
        except DateError as error:
            for proposed in set(re.findall("`([^`]*)`", error.help)) - {"due"}:
                assert parse(proposed)


@pytest.mark.parametrize(
    "text", ["2025-09-30", "30 Sep 2025", "end of September 2025", "2025-09-30~", "../2025-09-30"]
)
def test_one_day_is_accepted_where_a_day_is_needed(text: str) -> None:
    period = parse_day(text)
    assert period == parse_period(text)
    assert period.earliest == period.latest == date(2025, 9, 30)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("September 2025", "`2025-09-01` to `2025-09-30`"),
        ("winter 2025~", "`2025-12-01` to `2026-02-28`"),
        ("2025-09-30/2025-10-01", "`2025-09-30` to `2025-10-01`"),
    ],
)
def test_a_longer_period_is_refused_where_a_day_is_needed(text: str, days: str) -> None:
    with pytest.raises(DateError, match="one day is needed") as caught:
        parse_day(text)
    assert days in caught.value.help


@untimed
@given(periods)
def test_a_period_is_one_day_only_when_its_first_day_is_its_last(
    written: Written,
) -> None:
    if written.earliest == written.latest:
        assert parse_day(written.text) == parse_period(written.text)
    else:
        with pytest.raises(DateError):
            parse_day(written.text)
