"""No help proposes what a check refuses: what it says to write is valid where it stands."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from claim_tracker.checks.paths import model_at
from claim_tracker.checks.synonyms import field_synonyms
from claim_tracker.claims.fields import Part, fields_of
from claim_tracker.claims.model import (
    Checks,
    Claim,
    ClaimsFile,
    Defaults,
    Place,
    Publisher,
    Quantity,
    Source,
    Update,
)
from claim_tracker.text.diagnostic import Finding
from claim_tracker.yaml import Path, value_at
from tests.samples import check

TODAY = date(2026, 11, 1)
DATES = ["09/10/2025", "30.09.2025", "2025-13-01", "2025-02-30", "2025-9", "soon", "20250930"]
DATES += [
    "Sept. 2025",
    "30-09-2025",
    "2025/09/30",
    "Q5 2025",
    "2025-09/..",
    "next week",
    "1404-01-01",
]
WORDS = ["done", "promise kept", "paused", "in progress", "true", "false", "misleading", "Kept"]
WORDS += ["not started", "cancelled", "delayed", "forecast", "pledge", "failed", "came true"]
OTHERS = ["about 2,500", "2.500", "2500 men", "50%", "IRQ", "Iraq", "iq", "Baghdad", "Utc", "yes"]
OTHERS += ["Base Closes", "База закрыта", "a, b", "www.example.org", "https://example.org/a b", ""]
ONE_ANSWER = re.compile(
    r"(?:did you mean|write) `(?P<answer>[^`]+)`(?:\?| instead)?(?:$| Known are)"
)


def _examples(part: type[Part], **own: Any) -> dict[str, Any]:
    """A part with all of its fields, as the model has them, but for `own` ones."""
    examples = {name: (field.examples or [None])[0] for name, field in fields_of(part).items()}
    return {name: value for name, value in (examples | own).items() if value is not None}


QUANTITY = _examples(Quantity)
UPDATE = _examples(Update, source="iswnews-38320", quantity=QUANTITY)
CLAIM = _examples(
    Claim,
    id="base-closes",
    as_of=None,
    related=["mission-ends"],
    updates=[UPDATE],
    quantity=QUANTITY,
)
FACT = _examples(
    Claim,
    kind="fact",
    related=["base-closes"],
    updates=None,
    source=_examples(Source),
    topic="Bases",
)
FILE = _examples(
    ClaimsFile,
    publisher=_examples(Publisher),
    checks=_examples(Checks, ignore=["W3"]),
    defaults=_examples(Defaults, as_of=None, quantity=QUANTITY),
    sources={"iswnews-38320": _examples(Source)},
    places={"ain-al-asad": _examples(Place)},
    claims=[CLAIM, FACT | {"claim": "The mission ends."}],
)


def _written(value: Any, indent: int = 0) -> Iterator[str]:
    """The lines of a mapping in block style."""
    lead = " " * indent
    for name, held in value.items():
        if isinstance(held, dict):
            yield f"{lead}{name}:"
            yield from _written(held, indent + 2)
        elif isinstance(held, list) and held and isinstance(held[0], dict):
            yield f"{lead}{name}:"
            for item in held:
                first, *rest = _written(item, indent + 4)
                yield f"{lead}  - {first.lstrip()}"
                yield from rest
        elif isinstance(held, list):
            yield f"{lead}{name}: [{', '.join(map(str, held))}]"
        else:
            yield f"{lead}{name}: {str(held).lower() if isinstance(held, bool) else held}"


def _paths(value: Any, above: Path = ()) -> Iterator[Path]:
    """The paths of all fields of the file."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for step, held in items:
        path = (*above, step)
        if isinstance(step, str) and above[-1:] not in (("sources",), ("places",)):
            yield path
        if isinstance(held, dict) or (isinstance(held, list) and isinstance(held[0], dict)):
            yield from _paths(held, path)


PATHS = sorted(_paths(FILE), key=str)


def _with(value: Any, path: Path, name: str | int, held: Any) -> Any:
    """The data with another name and another value at a path."""
    step, *rest = path
    if isinstance(value, list):
        return [
            _with(it, tuple(rest), name, held) if n == step else it for n, it in enumerate(value)
        ]
    if rest:
        return {
            key: _with(it, tuple(rest), name, held) if key == step else it
            for key, it in value.items()
        }
    return {name if key == step else key: held if key == step else it for key, it in value.items()}


@st.composite
def slips(draw: st.DrawFn, text: str) -> str:
    """A text with a letter less, more or other, two that changed places, or in another case."""
    at = draw(st.integers(0, max(len(text) - 1, 0)))
    changed = [
        text[:at] + text[at + 1 :],
        text[:at] + text[at : at + 1] + text[at:],
        text[:at] + "x" + text[at + 1 :],
        text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
        text.upper(),
        text.title(),
        text.replace("-", " ").replace("_", " "),
        f"not {text}",
    ]
    return draw(st.sampled_from(changed))


@st.composite
def mistaken(draw: st.DrawFn) -> str:
    """A file with one name or one value that may be wrong."""
    path = draw(st.sampled_from(PATHS))
    name, value = str(path[-1]), value_at(FILE, path)
    proposed = field_synonyms()[model_at(path[:-1], FILE)]
    names = [word for word, fields in proposed.items() if name in fields]
    if draw(st.booleans()):
        name = draw(st.one_of(slips(name), st.sampled_from([*names, name.upper()])))
    elif isinstance(value, list):
        value = draw(st.sampled_from([", ".join(map(str, value)), *map(str, value[:1])]))
    elif isinstance(value, dict):
        value = draw(st.sampled_from(["a", "2500 US troops", [value], ["a", "b"]]))
    else:
        others = st.sampled_from([[value], *DATES, *WORDS, *OTHERS])
        value = draw(st.one_of(slips(str(value)), others))
    return "\n".join(_written(_with(FILE, path, name, value))) + "\n"


def _errors(text: str) -> Sequence[Finding]:
    return [each for each in check(text, today=TODAY).findings if each.code.startswith("E")]


def _errors_at(line: int, findings: Sequence[Finding]) -> Counter[tuple[str, str]]:
    return Counter((each.code, each.message) for each in findings if each.span.line == line)


def _followed(text: str, finding: Finding, answer: str) -> str:
    """The text after somebody wrote what a help says."""
    span, lines = finding.span, text.split("\n")
    line = lines[span.line - 1]
    start, end = span.column - 1, span.end_column - 1
    field = re.match(r"(?P<lead>[ -]*)(?P<name>[^:]+):", line)
    if re.match(r"[a-z_]+: ", answer) and field is not None:
        start, end = start if line[start] == "-" else len(field["lead"]), len(line)
    elif field is not None and answer.startswith("{"):
        start, end = field.end() + 1, len(line)
    lines[span.line - 1] = line[:start] + answer + line[end:]
    return "\n".join(lines)


def test_the_file_of_all_fields_is_valid() -> None:
    assert not _errors("\n".join(_written(FILE)) + "\n")


@settings(max_examples=400)
@given(mistaken())
def test_what_a_help_says_to_write_is_not_refused(text: str) -> None:
    before = _errors(text)
    for finding in before:
        answer = ONE_ANSWER.search(finding.help)
        if answer is None or "…" in answer["answer"]:
            continue
        line = finding.span.line
        after = _errors_at(line, _errors(_followed(text, finding, answer["answer"])))
        expected = _errors_at(line, before) - _errors_at(line, [finding])
        assert not after - expected, (finding.message, finding.help)
