"""Sources: each can be looked up, under one key, and its copy is told from it."""

import pytest

from tests.properties.edits import mended
from tests.samples import (
    INLINE_SOURCE,
    NEWS,
    SOURCES,
    assert_valid,
    claim,
    claims_file,
    codes,
    the_finding,
)

ARCHIVED = "checks: {archived: required}\n"
COPY = "https://web.archive.org/web/20250819103000/https://example.org/report"


class TestSourcesCanBeLookedUp:
    def test_a_source_with_a_title_needs_no_address(self) -> None:
        head = "sources:\n  speech: {title: A speech, published: 2025-08-18}\n"
        assert_valid(claims_file(claim({"source": "speech"}), head=head))

    def test_one_with_neither_is_marked(self) -> None:
        head = "sources:\n  «speech»: {published: 2025-08-18}\n"
        finding = the_finding(claims_file(claim({"source": "speech"}), head=head), code="E102")
        assert finding.message == "this source has neither a `url` nor a `title`"

    def test_so_is_one_in_a_list(self) -> None:
        text = claims_file(claim({"source": "[paper-1, «{publisher: P}»]"}), head=SOURCES)
        the_finding(text, code="E102")


class TestAddressesOfCopies:
    def test_the_address_of_a_copy_is_marked(self) -> None:
        source = f"{{url: «{COPY}», published: 2025-08-18}}"
        finding = the_finding(claims_file(claim({"source": source})), code="W310")
        assert (
            finding.help == "write `url: https://example.org/report`, and this one as `archived:`"
        )

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            (
                f"{{url: {COPY}, published: 2025-08-18}}",
                f'{{url: "https://example.org/report", archived: "{COPY}", published: 2025-08-18}}',
            ),
            (
                f"{{url: {COPY}, archived: {COPY}, published: 2025-08-18}}",
                f'{{url: "https://example.org/report", archived: {COPY}, published: 2025-08-18}}',
            ),
            (
                f"{{title: R,\n      url: {COPY}}}",
                f'{{title: R,\n      url: "https://example.org/report", archived: "{COPY}"}}',
            ),
        ],
    )
    def test_the_fix_parts_the_two_addresses(self, before: str, after: str) -> None:
        assert mended(claims_file(claim({"source": before}))) == claims_file(
            claim({"source": after})
        )

    def test_in_block_style_the_second_has_a_line_of_its_own(self) -> None:
        source = f"\n      url: {COPY}\n      published: 2025-08-18"
        text = claims_file(claim({"source": source})).replace("source: \n", "source:\n")
        both = f"url: https://example.org/report\n      archived: {COPY}"
        assert mended(text) == text.replace(f"url: {COPY}", both)

    def test_a_field_for_the_copy_that_is_empty_is_not_written_twice(self) -> None:
        source = f"{{url: «{COPY}», archived: , published: 2025-08-18}}"
        assert the_finding(claims_file(claim({"source": source})), code="W310").fix is None

    def test_without_the_original_in_it_there_is_no_fix(self) -> None:
        source = "{url: «https://archive.ph/AbCdE», published: 2025-08-18}"
        finding = the_finding(claims_file(claim({"source": source})), code="W310")
        assert finding.fix is None

    def test_another_copy_that_is_there_stays(self) -> None:
        other = "archived: https://archive.ph/AbCdE"
        source = f"{{url: «{COPY}», {other}, published: 2025-08-18}}"
        assert the_finding(claims_file(claim({"source": source})), code="W310").fix is None


class TestAddressesHaveOneKey:
    def test_a_second_key_is_marked(self) -> None:
        head = f"sources:\n  ⟦paper-1⟧: {INLINE_SOURCE}\n  «paper-2»: {INLINE_SOURCE}\n"
        claims = (claim({"source": "paper-1"}, ["date: 2025-10-01, source: paper-2"]),)
        finding = the_finding(claims_file(*claims, head=head), code="W311")
        assert finding.help == "use one key for both, and delete the other"

    def test_an_address_that_has_a_key_is_replaced_by_it(self) -> None:
        text = claims_file(
            claim({"source": "paper-1"}, [f"date: 2025-10-01, source: {INLINE_SOURCE}"]),
            head=SOURCES,
        )
        assert codes(text) == ["W311"]
        assert mended(text) == text.replace(f"source: {INLINE_SOURCE}", "source: paper-1")

    @pytest.mark.parametrize(
        ("url", "found"),
        [
            ("HTTPS://EXAMPLE.org:443/paper", ["W311"]),
            ("https://example.org/Paper", []),
            ("https://example.org/paper/", []),
            ("https://example.org/paper#page=2", []),
        ],
    )
    def test_its_spelling_is_that_of_addresses(self, url: str, found: list[str]) -> None:
        source = f"{{url: '{url}'}}"
        text = claims_file(
            claim({"source": "paper-1"}, [f"date: 2025-10-01, source: {source}"]), head=SOURCES
        )
        assert codes(text) == found
        if found:
            assert mended(text) == text.replace(f"source: {source}", "source: paper-1")

    def test_not_where_it_says_more(self) -> None:
        more = "{url: https://example.org/paper, title: T}"
        text = claims_file(
            claim({"source": "paper-1"}, [f"date: 2025-10-01, source: «{more}»"]),
            head=SOURCES.replace("paper-1", "⟦paper-1⟧"),
        )
        assert the_finding(text, code="W311").fix is None


def test_an_address_below_its_name_is_not_parted() -> None:
    source = f"\n      url:\n        «{COPY}»\n      published: 2025-08-18"
    assert the_finding(claims_file(claim({"source": source})), code="W310").fix is None


class TestOutcomesAreArchived:
    def test_a_source_of_an_outcome_without_a_copy_is_marked(self) -> None:
        update = f"date: 2025-10-01, outcome: kept, source: «{NEWS}»"
        finding = the_finding(claims_file(claim(updates=[update]), head=ARCHIVED), code="W306")
        assert finding.claim == "base-closes"
        assert "`archived:`" in finding.help

    def test_it_is_marked_where_a_key_names_it(self) -> None:
        update = "date: 2025-10-01, outcome: kept, source: «paper-1»"
        the_finding(claims_file(claim(updates=[update]), head=ARCHIVED + SOURCES), code="W306")

    def test_a_source_with_a_copy_is_right(self) -> None:
        source = "{url: https://example.org/news, archived: https://archive.example.org/1}"
        update = f"date: 2025-10-01, outcome: kept, source: {source}"
        assert_valid(claims_file(claim(updates=[update]), head=ARCHIVED))

    def test_only_the_source_of_an_outcome_is_looked_at(self) -> None:
        update = f"date: 2025-10-01, due: 2026-12, source: {NEWS}"
        assert_valid(claims_file(claim(updates=[update]), head=ARCHIVED))

    @pytest.mark.parametrize("head", ["", "checks: {archived: optional}\n", "checks: {}\n"])
    def test_only_where_the_file_asks_for_it(self, head: str) -> None:
        update = f"date: 2025-10-01, outcome: kept, source: {NEWS}"
        assert_valid(claims_file(claim(updates=[update]), head=head))

    def test_an_outcome_without_a_source_is_one_finding(self) -> None:
        update = "date: 2025-10-01, outcome: kept"
        assert codes(claims_file(claim(updates=[update]), head=ARCHIVED)) == ["E211"]
