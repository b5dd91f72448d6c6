"""Where the pages of a site stand: addresses that stay, and that every file system has."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.render.publish.site.paths import (
    INDEX,
    claim_path,
    home_at,
    numbered_path,
    root_of,
    slugs,
)


def slug_of(names: Sequence[str]) -> dict[str, str]:
    return dict(zip(names, slugs(names, "topic"), strict=True))


def test_names_are_in_latin_letters_and_differ_by_numbers() -> None:
    assert slug_of(["Straße", "Strasse", "دولت", "☃", "☃☃", "STRASSE!"]) == {
        "Straße": "strasse",
        "Strasse": "strasse-2",
        "دولت": "dwlt",
        "☃": "topic",
        "☃☃": "topic-2",
        "STRASSE!": "strasse-3",
    }


def test_no_name_is_that_of_a_device_or_of_the_index_of_a_folder() -> None:
    assert slug_of(["Index", "CON", "Con", "Lpt1", "Console"]) == {
        "Index": "index-2",
        "CON": "con-2",
        "Con": "con-3",
        "Lpt1": "lpt1-2",
        "Console": "console",
    }
    assert claim_path("nul") == "claims/nul_.html"
    assert claim_path("base-closes") == "claims/base-closes.html"


@given(st.lists(st.text()))
def test_no_two_names_have_one_address_even_where_case_does_not_count(names: list[str]) -> None:
    assert len({slug.lower() for slug in slugs(names, "topic")}) == len(names)


@given(st.lists(st.text()), st.lists(st.text()))
def test_a_later_name_takes_no_address_from_an_earlier_one(
    names: list[str], later: list[str]
) -> None:
    first = list(slugs(names, "topic"))
    assert list(slugs([*names, *later], "topic"))[: len(names)] == first


def test_an_address_is_whole_where_that_of_the_site_is_known() -> None:
    for url in ("https://news.example/claims", "https://news.example/claims/"):
        home = home_at(url)
        assert home.url_of(INDEX) == "https://news.example/claims/"
        assert home.url_of("claims/a.html") == "https://news.example/claims/claims/a.html"
        assert home.path == "/claims/"
    assert (home_at(None).url_of(INDEX), home_at(None).path) == (None, None)


def test_further_pages_have_numbers_and_know_the_way_up() -> None:
    assert [numbered_path("topics/a.html", number) for number in (1, 2)] == [
        "topics/a.html",
        "topics/a_2.html",
    ]
    assert [root_of(path) for path in (INDEX, "topics/a.html")] == ["", "../"]
