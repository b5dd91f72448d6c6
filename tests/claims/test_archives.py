"""Which addresses are those of archived copies, and of what."""

from datetime import date

import pytest

from claim_tracker.claims.archives import Copy, copy_at, host_of

ORIGINAL = "https://example.org/report?a=1&b=https://x.example/"


@pytest.mark.parametrize(
    ("address", "day"),
    [
        (f"https://web.archive.org/web/20250819103000/{ORIGINAL}", date(2025, 8, 19)),
        (f"http://web.archive.org/web/20250819/{ORIGINAL}", date(2025, 8, 19)),
        (f"https://web.archive.org/web/20250819103000if_/{ORIGINAL}", date(2025, 8, 19)),
        (f"https://web.archive.org/web/2025/{ORIGINAL}", None),
        (f"https://web.archive.org/web/20251399/{ORIGINAL}", None),
        (f"https://archive.today/20250819103000/{ORIGINAL}", date(2025, 8, 19)),
        (f"https://archive.ph/2025.08.19-103000/{ORIGINAL}", date(2025, 8, 19)),
        (f"https://wayback.archive-it.org/123/20250819103000/{ORIGINAL}", date(2025, 8, 19)),
        (f"https://arquivo.pt/wayback/20250819103000/{ORIGINAL}", date(2025, 8, 19)),
    ],
)
def test_the_original_address_and_the_day_are_taken_from_it(address: str, day: date | None) -> None:
    found = copy_at(address)
    assert found == Copy(ORIGINAL, day)


def test_an_original_whose_slashes_were_joined_is_restored() -> None:
    found = copy_at("https://web.archive.org/web/20250819/http:/example.org/a")
    assert found == Copy("http://example.org/a", date(2025, 8, 19))


def test_a_copy_of_a_copy_is_one_of_the_first_address() -> None:
    inner = "https://web.archive.org/web/2019/https://example.org/a"
    found = copy_at(f"https://archive.ph/2024.01.02-030405/{inner}")
    assert found == Copy("https://example.org/a", date(2024, 1, 2))


@pytest.mark.parametrize(
    "original", ["http://a.org:99999/", "http://[bad/", "http://exa mple.com/"]
)
def test_what_is_no_address_is_no_original(original: str) -> None:
    address = f"https://web.archive.org/web/20200101/{original}"
    assert copy_at(address) == Copy(None, date(2020, 1, 1))
    assert host_of(address) == "web.archive.org"


@pytest.mark.parametrize(
    "address",
    [
        "https://archive.is/AbCdE",
        "https://ghostarchive.org/archive/AbCdE",
        "https://perma.cc/AB12-CD34",
        "https://www.webcitation.org/6abcDEFgh",
    ],
)
def test_of_a_short_address_nothing_more_is_known(address: str) -> None:
    assert copy_at(address) == Copy(None, None)


@pytest.mark.parametrize(
    "address",
    [
        "https://archive.org/details/a-book",
        "https://blog.archive.org/2025/08/19/news",
        "https://example.org/web/20250819/https://example.com/",
        "https://notarchive.today/AbCdE",
        "https://archive.example.org/1",
    ],
)
def test_other_addresses_are_no_copies(address: str) -> None:
    assert copy_at(address) is None
