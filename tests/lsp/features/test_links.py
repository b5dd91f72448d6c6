"""The addresses that an editor opens."""

from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.editor import Editor


def links(folder: Path, line: str) -> list[tuple[str, int, int]]:
    editor = Editor(folder, {"data/claims.yaml": f"version: 1\n{line}\nclaims: []\n"})
    found: list[types.DocumentLink] = editor.whole(
        types.TEXT_DOCUMENT_DOCUMENT_LINK, types.DocumentLinkParams
    )
    return [
        (each.target or "", each.range.start.character, each.range.end.character) for each in found
    ]


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("url: https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("url: HTTP://example.org/", "HTTP://example.org/"),
        ("url: {url: https://example.org/a, published: x}", "https://example.org/a"),
        ("url: {url: https://example.org/a}", "https://example.org/a"),
        ("url: 'https://example.org/a'", "https://example.org/a"),
        ('url: "https://example.org/a"', "https://example.org/a"),
        ("note: See (https://example.org/a).", "https://example.org/a"),
        ("note: https://example.org/a_(b), and", "https://example.org/a_(b)"),
        ("note: [(https://example.org/a_(b)).]).", "https://example.org/a_(b)"),
        ("note: 🌉 سلام https://example.org/a؟", "https://example.org/a"),
        ("# https://example.org/a", "https://example.org/a"),
    ],
)
def test_an_address_opens_without_what_is_around_it(
    tmp_path: Path, line: str, address: str
) -> None:
    ((target, start, end),) = links(tmp_path, line)
    assert target == address
    assert line.encode("utf-16-le")[start * 2 : end * 2].decode("utf-16-le") == address


@pytest.mark.parametrize(
    "line",
    [
        "url: file:///etc/passwd",
        "url: javascript:alert(1)",
        "url: ftp://example.org/",
        "url: https://",
        "url: https://somebody:secret@example.org/",
        "url: command:tracker.record",
    ],
)
def test_nothing_but_the_web_opens(tmp_path: Path, line: str) -> None:
    assert links(tmp_path, line) == []


def test_each_address_of_a_line_opens(tmp_path: Path) -> None:
    found = links(
        tmp_path,
        "archived: https://web.archive.org/web/2025/https://a.example/, https://b.example/",
    )
    assert [target for target, *_ in found] == [
        "https://web.archive.org/web/2025/https://a.example/",
        "https://b.example/",
    ]
