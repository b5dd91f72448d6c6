"""How the cost of a command grows with each dimension of the data: `python -m benchmarks growth`.

For each dimension there is data of a size, of twice and of four times that. What is printed is by
how much the processor time of a command grows at the second doubling, without what the command
takes for next to nothing: about 2 where the cost is in proportion to the data.
"""

import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks import data
from benchmarks.measure import run
from claim_tracker.checks.catalogue_pages import codes, entry

MAX_FACTOR = 2.5
"""The factor of a doubling above which it is marked: noise and logarithms stay below it."""
_RUNS = 1
_MIN_SECONDS = 0.2
"""Seconds below which a time says nothing."""
_STATUSES = (0, 1)
_AS_OF = ("--as-of", "2026-11-23")
_READING = {
    "status": ("status", *_AS_OF),
    "json": ("status", *_AS_OF, "--format", "json"),
    "check": ("check", *_AS_OF),
    "fix": ("check", *_AS_OF, "--fix", "--diff"),
}
_WRITING = {
    "record": ("record", "claim-0", "--progress", "on-track", "--date", "2026-11-01", "--diff"),
    "add": ("add", "--diff", "--claim=New", "--kind=fact", "--speaker=S", "--source=s0"),
}
_OF_FINDINGS = {**_READING, "found": ("check", *_AS_OF, "--format", "json")}
_USUAL = {**_READING, **_WRITING}
_FOLDER = "FOLDER"
"""What stands for the folder of the data in the arguments of what names its files itself."""
_NAMING = {
    "merge": ("merge", "-p", *(f"{_FOLDER}/{name}" for name in ("base", "ours", "theirs"))),
    "draft": ("draft", f"{_FOLDER}/a.txt", "--published", "2025-05-14", "--format", "json"),
}
_COMMANDS = {**_OF_FINDINGS, **_WRITING, **_NAMING}
_LINE = "{:<28} {:>9}" + " {:>8}" * len(_COMMANDS) + "\n"
_REFERENCE_SECTIONS = ("sources", "places")


class Dimension(NamedTuple):
    """What grows: `files` makes the texts of some files, by their names, of so large a size."""

    name: str
    size: int
    files: Callable[[int], dict[str, str]]
    commands: Iterable[str] = _USUAL


def growth(tracker: str, words: Sequence[str]) -> int:
    """Measure and print the dimensions whose names have one of the words; 1 when one is marked."""
    sys.stdout.write(_LINE.format("what grows", "up to", *_COMMANDS))
    marked = False
    for dimension in dimensions():
        if not words or any(word in dimension.name for word in words):
            cells = [
                _cell(_factor(tracker, dimension, name)) if name in dimension.commands else ""
                for name in _COMMANDS
            ]
            sys.stdout.write(_LINE.format(dimension.name, f"{4 * dimension.size:,}", *cells))
            sys.stdout.flush()
            marked = marked or any("!" in cell for cell in cells)
    return 1 if marked else 0


def _cell(factor: float | None) -> str:
    if factor is None:
        return "-"
    return f"{factor:.1f}{' !' if factor > MAX_FACTOR else ''}"


def _factor(tracker: str, dimension: Dimension, name: str) -> float | None:
    """The factor of the second doubling; None where even the largest takes next to no time."""
    least, twice, four = (
        _seconds(tracker, dimension, name, size)
        for size in (1, 2 * dimension.size, 4 * dimension.size)
    )
    if four - least < _MIN_SECONDS:
        return None
    return (four - least) / max(twice - least, _MIN_SECONDS / 4)


def _seconds(tracker: str, dimension: Dimension, name: str, size: int) -> float:
    """The processor time of a command, the least of some runs."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in dimension.files(size).items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
        arguments = (it.replace(_FOLDER, folder) for it in _COMMANDS[name])
        command = (tracker, *arguments, *(() if name in _NAMING else ("-f", folder)))
        environ = {"PYTHONDONTWRITEBYTECODE": ""}
        return min(run(command, environ, _STATUSES).seconds for _ in range(_RUNS))


def dimensions() -> Iterator[Dimension]:
    """Everything by which data can become large."""
    yield _one("claims", 1_000, data.claims_file)
    yield _one("claims, each field on a line", 2_000, data.tidy_file)
    yield from _of_files()
    yield from _of_lists()
    yield from _of_texts()
    yield from _of_styles()
    yield from _of_findings()
    yield from _of_versions()
    yield from _of_articles()


def _of_files() -> Iterator[Dimension]:
    def apart(number: int) -> dict[str, str]:
        return {f"{index}.yaml": data.tidy_file(20, 20 * index) for index in range(number)}

    def nested(number: int) -> dict[str, str]:
        paths = ("/".join(f"{digit}" for digit in f"{index:04}") for index in range(number))
        return {
            f"{path}/{index}.yaml": data.tidy_file(2, 2 * index) for index, path in enumerate(paths)
        }

    def differing(number: int) -> dict[str, str]:
        claims = [*_claims(20, "topic: Roads"), _claims(21, "topic: roads")[-1]]
        return {
            f"{index}.yaml": _file(text.replace("claim-", f"claim-{index}-") for text in claims)
            for index in range(number)
        }

    yield Dimension("files", 75, apart, _READING)

    def lacking(number: int) -> dict[str, str]:
        claims = _claims(10, "related: [claim-{0}x]")
        return {
            f"{index}.yaml": _file(text.replace("claim-", f"claim-{index}-") for text in claims)
            for index in range(number)
        }

    yield Dimension("files with a name to mend", 20, differing, _READING)
    yield Dimension("files with unknown claims", 200, lacking, _READING)
    yield Dimension("nested folders", 200, nested, _READING)


def _of_lists() -> Iterator[Dimension]:
    def sources(number: int) -> str:
        return _file(_claims(number, "source: s{0}"), sources=number)

    def places(number: int) -> str:
        return _file(_claims(number, "places: [p{0}]"), places=number)

    def updates(number: int) -> str:
        lines = "".join(_update(index) for index in range(number))
        return _file(_claims(1, f"source: s0\n    updates:\n{lines}"))

    def listed(field: str, word: str) -> Callable[[int], str]:
        def claims(number: int) -> str:
            items = "".join(f"      - {word.format(index)}\n" for index in range(number))
            return _file([*_claims(1, f"source: s0\n    {field}:\n{items}"), *_claims(number)[1:]])

        return claims

    yield _one("sources", 5_000, sources)
    yield _one("sources, none used", 1_000, lambda number: _file(_claims(9), sources=number))
    yield _one("places", 5_000, places)
    yield _one("places, none used", 1_000, lambda number: _file(_claims(9), places=number))
    yield _one("sources inline", 5_000, lambda n: _file(_claims(n, _INLINE)))
    yield _one("updates of one claim", 2_400, updates)
    yield _one("updates, each moves it", 2_400, lambda n: _file(_claims(1, _moves(n))))
    yield _one("tags of one claim", 2_400, listed("tags", "tag-{0}"))
    yield _one("related of one claim", 2_400, listed("related", "claim-{0}"))
    yield _one("different tags", 5_000, lambda n: _file(_claims(n, "tags: [tag-{0}, all]")))
    yield _one("different topics", 5_000, lambda n: _file(_claims(n, "topic: Topic {0}")))
    yield _one("related in a row", 5_000, lambda n: _file(_claims(n, "related: [claim-{0}]")))


def _of_texts() -> Iterator[Dimension]:
    def long(form: Callable[[int], str]) -> Callable[[int], str]:
        return lambda number: _file(
            [
                _claims(1, "source: s0")[0].replace("-0\n", f"-{index}\n")
                + f"    role: {form(number)}"
                for index in range(20)
            ]
        )

    yield _one("length of a text", 24_000, long(lambda n: _prose(n) + "\n"))
    yield _one("length of other scripts", 24_000, long(lambda n: _prose(n, "мост дорога") + "\n"))
    yield _one("length of joined scripts", 24_000, long(lambda n: _prose(n, "می‌شود او") + "\n"))
    yield _one("length of one word", 24_000, long(lambda n: "x" * n + "\n"))
    yield _one("length of a folded text", 24_000, long(lambda n: ">-\n" + _wrapped(n)))
    yield _one("length of a literal text", 24_000, long(lambda n: "|\n" + _wrapped(n)))
    yield _one("paragraphs of a text", 24_000, long(lambda n: ">-\n" + _wrapped(n, "\n")))
    yield _one("length of a plain text", 24_000, long(lambda n: "plain\n" + _wrapped(n)))
    yield _one("length of a quoted text", 24_000, long(lambda n: f'"{_prose(n)}"\n'))
    yield _one("escapes of a text", 12_000, long(lambda n: '"' + "\\\\ " * (n // 3) + '"\n'))
    yield _one("quotes in a text", 12_000, long(lambda n: "'" + "it''s " * (n // 6) + "'\n"))
    yield _one("colons in a text", 12_000, long(lambda n: "a:b#c" * (n // 5) + "\n"))
    yield _one("lines of a quoted text", 12_000, long(lambda n: f'"q\n{_wrapped(n)}      "\n'))


def _of_styles() -> Iterator[Dimension]:
    def in_flow(number: int) -> str:
        text = "{{id: claim-{0}, claim: Part {0}., kind: fact, speaker: A, source: s0}}"
        return _file([f"  - {text.format(index)}\n" for index in range(number)])

    def as_json(number: int) -> str:
        text = '{{"id": "claim-{0}", "claim": "P {0}", "kind": "fact", "speaker": "A", "source": {{'
        source = '"url": "https://example.org", "published": "2025-01-01"}}}}'
        claims = ",\n".join((text + source).format(index) for index in range(number))
        return f'{{"version": 1, "claims": [{claims}]}}\n'

    def changed(old: str, new: str) -> Callable[[int], str]:
        return lambda number: _file(_claims(number)).replace(old, new)

    yield _one("claims in flow style", 2_500, in_flow)
    yield _one("claims as JSON", 2_500, as_json, _READING)
    yield _one("comments above a claim", 20_000, lambda n: _file(_claims(1)) + "  # c\n" * n)
    yield _one("comments in a claim", 5_000, changed("    kind", "    # a comment\n    kind"))
    yield _one("comments at ends", 5_000, changed("fact\n", "fact  # a comment\n"))
    yield _one("empty lines", 5_000, changed("  - id", "\n\n  - id"))
    yield _one("white space at ends", 1_000, changed("fact\n", "fact  \n"))
    yield _one("lines with CRLF", 5_000, changed("\n", "\r\n"))
    yield _one("quoted values", 5_000, changed("fact\n", '"fact"\n'))
    yield _one("tabs", 1_000, changed("fact\n", "fact\t\n"))
    yield _one("soft hyphens", 1_000, changed("Part", "Pa\xadrt"))


def _of_findings() -> Iterator[Dimension]:
    """Each code's wrong sample, again and again in one file."""
    for code in codes():
        wrong = entry(code).wrong
        if wrong is not None and "claims:" in wrong:
            yield _one(f"finding {code}", 600, _repeating(wrong), _OF_FINDINGS)
    references = "places: [p0x]"
    yield _one(
        "finding E203 near a place", 600, _repeating(_file(_claims(1, references))), _READING
    )
    unknown = "tags: [a]\n    spaker: B\n    nothing: C"
    yield _one("unknown fields", 600, lambda n: _file(_claims(n, unknown)), _READING)
    canonical, month = "version: 1\nchecks: {dates: canonical}\n", "due: September 2025"
    spelt = ("Works", "Works", "works ")

    def dates(number: int) -> str:
        return _file(_claims(number, month)).replace("version: 1\n", canonical, 1)

    def spellings(number: int) -> str:
        claims = enumerate(_claims(number, "topic: TOPIC"))
        return _file(
            text.replace("TOPIC", f"{spelt[index % 3]} {index // 3}") for index, text in claims
        )

    def slips(number: int) -> str:
        text = _file(_claims(number)).replace("kind: fact", "Kind: Fact")
        return text.replace("speaker:", "spaeker:")

    def keys(number: int) -> str:
        return _file(_claims(number, "places: [P{0}]"), places=number)

    for size in (5_000, 20_000):
        yield _one("dates to mend", size, dates, _OF_FINDINGS)
        yield _one("spellings to mend", size, spellings, _OF_FINDINGS)
        yield _one("names of fields to mend", size, slips, _OF_FINDINGS)
        yield _one("keys to mend", size, keys, _OF_FINDINGS)


def _of_versions() -> Iterator[Dimension]:
    """Three versions of a file, in which each side has changed a part and added to the end."""

    def versions(text: Callable[[int], str]) -> Callable[[int], dict[str, str]]:
        def files(number: int) -> dict[str, str]:
            base = text(number)
            ours = re.sub(r"(?<=4)$", "5", base, flags=re.MULTILINE) + _update(1)
            theirs = re.sub(r"(?<=6)$", "7", base, flags=re.MULTILINE) + _update(2)
            return {"base": base, "ours": ours, "theirs": theirs}

        return files

    def updates(number: int) -> str:
        lines = "".join(map(_update, range(number)))
        return _file(_claims(1, f"source: s0\n    updates:\n{lines}"))

    def claims(number: int) -> str:
        return _file(_claims(number, "topic: Topic {0}\n    updates:"))

    for name, text in (("merged updates", updates), ("merged claims", claims)):
        yield Dimension(name, 1_000, versions(text), ("merge",))


def _of_articles() -> Iterator[Dimension]:
    """Articles of so many sentences, up to 300,000 characters, the most that are read."""
    sentences = {
        "sentences": "The bridge will open by the end of June.",
        "times of sentences": f"It opens {'in 2026 and ' * 75}in 2027.",
        "names of one word": "Har{0} said it would open in June.",
        "names in full": "Minister Anna Har{0} said it would open in June.",
        "initials": "The HA{1} said it would open in June.",
    }

    def article(sentence: str, number: int) -> dict[str, str]:
        words = ("".join(chr(97 + n // 26**k % 26) for k in range(3)) for n in range(number))
        return {"a.txt": "\n\n".join(sentence.format(it, it.upper()) for it in words)}

    for name, sentence in sentences.items():
        size = min(1_000, 72_000 // len(sentence))
        yield Dimension(name, size, partial(article, sentence), ("draft",))


def _repeating(sample: str) -> Callable[[int], str]:
    """A file with the entries of a sample so many times, each time with other keys and ids."""
    parts = re.split(r"^(?=[a-z]+:)", sample, flags=re.MULTILINE)
    keys = [
        key
        for part in parts
        if part.startswith(_REFERENCE_SECTIONS)
        for key in re.findall(r"^  ([\w-]+):", part, re.MULTILINE)
    ]
    names = {*keys, *re.findall(r"\bid: ([\w-]+)", sample)} - {""}
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(names)))})(?![\w-])")

    def again(part: str, number: int) -> str:
        head, _, body = part.partition("\n")
        if not names or not body or not part.startswith(("claims:", *_REFERENCE_SECTIONS)):
            return part
        copies = (pattern.sub(rf"\g<0>-{index}", body) for index in range(number))
        return f"{head}\n{''.join(copies)}"

    return lambda number: "".join(again(part, number) for part in parts)


_INLINE = "source: {{url: https://example.org/{0}, published: 2025-01-01}}"


def _one(
    name: str, size: int, text: Callable[[int], str], commands: Iterable[str] = _USUAL
) -> Dimension:
    return Dimension(name, size, lambda number: {"claims.yaml": text(number)}, commands)


def _file(claims: Iterable[str], sources: int = 1, places: int = 1) -> str:
    known = (
        f"  s{i}:\n    url: https://example.org/{i}\n    published: 2025-01-01\n"
        for i in range(sources)
    )
    named = (f"  p{i}: {{name: Place {i}}}\n" for i in range(places))
    return f"version: 1\nsources:\n{''.join(known)}places:\n{''.join(named)}claims:\n" + "".join(
        claims
    )


def _claims(number: int, line: str = "source: s0") -> list[str]:
    """So many claims with one more line, which may have the number of the claim in it."""
    source = "" if "source:" in line else "    source: s0\n"
    text = (
        "  - id: claim-{0}\n    claim: Part {0} of the works opens.\n    kind: fact\n"
        f"    speaker: A. Minister\n{source}    {line}\n"
    )
    return [text.format(index) for index in range(number)]


def _update(index: int) -> str:
    date = f"2025-{1 + index // 28 % 12:02}-{1 + index % 28:02}"
    return f"      - date: {date}\n        note: N {index}\n"


def _moves(number: int) -> str:
    lines = (
        f"      - date: 2025-02-01\n        due: 2027-{1 + index % 12:02}\n        source: s0\n"
        for index in range(number)
    )
    return "source: s0\n    updates:\n" + "".join(lines)


def _prose(number: int, words: str = "bridge road") -> str:
    return ((words + " ") * (number // len(words) + 1))[:number].strip()


def _wrapped(number: int, apart: str = "") -> str:
    line = " " * 6 + _prose(60) + "\n" + apart
    return line * max(number // 60, 1)
