"""The JSON Schema of dates and addresses: it accepts what the models accept."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.claims.scalars import url_fault
from claim_tracker.dates import DateError, Period, parse_deadline
from tests.dates.strategies import accepted, anything, untimed
from tests.properties.dates import outcome
from tests.text.samples import SPELT
from tests.validators import accepts

ADDRESSES = {
    True: (
        "https://a.org:80/ https://a.org:/ https://a.org:00080 https://a.org./ https://[::1]:80/"
        " https://192.0.2.1 https://a.org?b/c@d https://a.org?b@c https://a.org#@b https://例え.example/報告"
    ),
    False: (
        "https://a.org:x/ https://a.org:65536/ https://a.org:-1/ https://a..org https://.a.org"
        " https://:80/ https://[::1 https://a]b.org/ https:///a https://a@b.org https://a:b:1/"
    ),
}


class TestDates:
    @untimed
    @given(accepted | anything)
    def test_a_deadline_is_accepted_when_it_is_one(self, text: str) -> None:
        found = outcome(text)
        beyond_a_pattern = isinstance(found, DateError) and re.search(
            "ends before it begins|after the year 9999|is not after", found.message
        )
        assert accepts(text, "Deadline") == (not isinstance(found, DateError)) or beyond_a_pattern

    @untimed
    @given(accepted)
    def test_a_date_is_a_deadline_that_is_no_span(self, text: str) -> None:
        assert accepts(text, "Date") == isinstance(outcome(text), Period)

    @pytest.mark.parametrize(
        "text",
        (
            "09/10/2025|09/10|30 September|2026-02-30|2025-02-29|1900-02-29|31 June 2025|2026-9"
            "|soon|2025-09/..|2025-13|2025-Q5|0000|by 2026|within minutes|within -3 days|| "
        ).split("|"),
    )
    def test_what_is_no_date_is_refused(self, text: str) -> None:
        for name in ("Date", "Deadline"):
            assert not accepts(text, name)
        with pytest.raises(DateError):
            parse_deadline(text)

    @pytest.mark.parametrize(("year", "expected"), [(2025, True), (999, False), (20250930, False)])
    def test_a_year_can_be_a_number(self, year: int, expected: bool) -> None:
        assert accepts(year, "Date") == accepts(year, "Deadline") == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [(each, expected) for expected, texts in ADDRESSES.items() for each in texts.split()],
)
def test_the_host_and_the_port_of_an_address_are_looked_at(address: str, expected: bool) -> None:
    assert accepts({"url": address}, "Source") == expected == (url_fault(address) is None)


@untimed
@given(st.text("aA1.-:/?#@[]%%é。 \\", max_size=12))
def test_no_address_is_refused_that_the_models_accept(rest: str) -> None:
    address = f"https://{rest}"
    assert accepts({"url": address}, "Source") or url_fault(address.strip()) is not None


@pytest.mark.parametrize("text", SPELT.values(), ids=SPELT)
def test_a_text_of_any_script_is_accepted(text: str) -> None:
    assert accepts({"name": text}, "Place")


@pytest.mark.parametrize("character", "\x00\x7f\xad\u17b4\u202e\u2067\u2060\u3164\ufeff\ufffe")
def test_a_text_with_what_no_spelling_needs_is_refused(character: str) -> None:
    assert not accepts({"name": f"a{character}b"}, "Place")
