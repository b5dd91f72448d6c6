"""The sources that cells name."""

import pytest

from claim_tracker.tables.rows.citations import sources_in

COPY = "https://web.archive.org/web/20250101000000/https://x.example/a"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("https://x.example/a", [{"url": "https://x.example/a"}]),
        ("The Post", [{"title": "The Post"}]),
        ("The Post; The Times", [{"title": "The Post"}, {"title": "The Times"}]),
        ("The Post, https://x.example/a", [{"url": "https://x.example/a", "title": "The Post"}]),
        (
            "https://x.example/a, https://x.example/b",
            [{"url": "https://x.example/a"}, {"url": "https://x.example/b"}],
        ),
        (
            "https://x.example/a and https://x.example/b.",
            [{"url": "https://x.example/a"}, {"url": "https://x.example/b"}],
        ),
        ("https://x.example/a;b", [{"url": "https://x.example/a;b"}]),
        ("(https://x.example/a)", [{"url": "https://x.example/a"}]),
        ("https://x.example/a_(b)", [{"url": "https://x.example/a_(b)"}]),
        ("www.x.example/a", [{"url": "https://www.x.example/a"}]),
        ("[Report](https://x.example/a)", [{"url": "https://x.example/a", "title": "Report"}]),
        (
            '<a href="https://x.example/a">Report</a>',
            [{"url": "https://x.example/a", "title": "Report"}],
        ),
        ("https://a:b@x.example/", [{"title": "https://a:b@x.example/"}]),
        (COPY, [{"url": "https://x.example/a", "archived": COPY}]),
        ("A\nhttps://x.example/a", [{"title": "A"}, {"url": "https://x.example/a"}]),
    ],
)
def test_a_cell_is_read_as_its_sources(text: str, sources: list[dict[str, str]]) -> None:
    assert sources_in(text) == sources
