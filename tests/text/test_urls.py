"""Addresses of the web are told from the text around them."""

import pytest

from claim_tracker.text.urls import urls_in


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("HTTP://example.org/a?b=c#d", "HTTP://example.org/a?b=c#d"),
        ("See (https://example.org/a).", "https://example.org/a"),
        ("(see https://example.org/a_(b)).", "https://example.org/a_(b)"),
        ("[(https://example.org/a_(b)).]).", "https://example.org/a_(b)"),
        ("“https://example.org/a”, he said", "https://example.org/a"),
        ("https://example.org/a’s page", "https://example.org/a"),
        ("https://example.org/L’Équipe, he said", "https://example.org/L’Équipe"),
        ("«https://example.org/a»", "https://example.org/a"),
        ("https://example.org/a… and on", "https://example.org/a"),
        ("سلام https://example.org/بغداد، ثم", "https://example.org/بغداد"),
        ("见https://example.org/北京。然后", "https://example.org/北京"),
        ("（https://example.org/a）和", "https://example.org/a"),
    ],
)
def test_an_address_is_without_what_is_around_it(text: str, address: str) -> None:
    assert list(urls_in(text)) == [(text.index(address), address)]


def test_each_address_of_a_text_is_found() -> None:
    text = "https://example.org/a，https://example.org/b, ftp://example.org/c"
    assert [address for _, address in urls_in(text)] == [
        "https://example.org/a",
        "https://example.org/b",
    ]
