"""A comment does not take away what was written as text (W309)."""

import pytest

from claim_tracker.text.diagnostic import Finding
from tests.properties.edits import fixed
from tests.samples import check

HEAD = """\
version: 1
sources:
  news: {url: "https://example.org/a#b", published: 2025-08-18}  # #1 of all
claims:
  - id: base-closes
    kind: commitment  #promise
    speaker: A. Minister
    source: news
"""


def with_lines(*lines: str) -> str:
    """Return a file whose claim has these lines as well."""
    has_claim = any(line.startswith("claim:") for line in lines)
    own = lines if has_claim else ("claim: The base closes.", *lines)
    return HEAD + "".join(f"    {line}\n" for line in own)


def cuts(text: str) -> list[Finding]:
    return [finding for finding in check(text).findings if finding.code == "W309"]


@pytest.mark.parametrize(
    ("lines", "comment", "write"),
    [
        (("claim: Petition #4512 passes.",), "#4512 passes.", 'claim: "Petition #4512 passes."'),
        (('claim: He says "so" #1',), "#1", """claim: 'He says "so" #1'"""),
        (("claim: We are # 1 in the polls.",), "# 1 in the polls.", None),
        (("via: Company #1   # the first",), "#1", 'via: "Company #1"'),
        (("topic: #Brexit",), "#Brexit", 'topic: "#Brexit"'),
        (("topic:   #1 of all",), "#1 of all", 'topic: "#1 of all"'),
        (("claim: It goes", "  on #5 more"), "#5 more", None),
        (("tags:", "  - ferry #2"), "#2", '- "ferry #2"'),
        (("updates:", "  - date: 2025-09-01", "    note: Ship #3 left."), "#3 left.", None),
    ],
)
def test_a_text_that_ends_at_a_number_sign_is_found(
    lines: tuple[str, ...], comment: str, write: str | None
) -> None:
    (finding,) = cuts(with_lines(*lines))
    assert finding.message == f"`{comment}` is a comment, and no part of the text"
    assert write is None or f"write `{write}` if it is part of it" in finding.help
    assert finding.claim == "base-closes"


@pytest.mark.parametrize(
    "lines",
    [
        ("# speaker: Company #1", "due: 2026-09  #soon", "tags: [ferry]  #boats"),
        ("via: A Paper  # as it says", "topic:  # to be filled in", "role: minister #"),
        ('topic: "Ship #1"  #first', "via: 'Ship #2' #second"),
        ("claim: >-", "  Ship #1 leaves.", "  via: Ship #2"),
        ("claim: |", "  Ship #1", "  - ship #2", "via: A#1"),
        ("updates:  #newest last", "  - date: 2025-09-01  # a day", "    note: None."),
        ("claim: C# and F#1 are languages.",),
        ("tags:", "  # of ships", "  - ferry  # a boat"),
    ],
)
def test_other_comments_and_signs_are_not(lines: tuple[str, ...]) -> None:
    assert cuts(with_lines(*lines)) == []


@pytest.mark.parametrize(
    ("line", "then"),
    [
        ("claim: Petition #4512 passes.", 'claim: "Petition #4512 passes."'),
        ("claim: #1 in the polls", 'claim: "#1 in the polls"'),
        ("claim: Ship #1  # of two", 'claim: "Ship #1"  # of two'),
    ],
)
def test_a_text_with_a_number_is_quoted_by_a_fix(line: str, then: str) -> None:
    assert fixed(with_lines(line)).text == with_lines(then)


@pytest.mark.parametrize("line", ["claim: The base. #todo", "claim: The base # 1"])
def test_what_may_be_a_remark_stays(line: str) -> None:
    assert fixed(with_lines(line)).text == with_lines(line)


def test_a_text_of_the_file_itself_is_looked_at() -> None:
    text = HEAD.replace("sources:", "publisher:\n  name: Paper #1\nsources:")
    (finding,) = cuts(text + "    claim: The base closes.\n")
    assert (finding.span.line, finding.claim) == (3, None)


@pytest.mark.parametrize("text", ['a text #"of the file\n', "a #1\n", "#1\n"])
def test_a_file_that_is_a_text_has_the_error_that_it_is_one_alone(text: str) -> None:
    assert [finding.code[0] for finding in check(text).findings] == ["E"]
