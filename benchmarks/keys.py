"""What a check after one key takes, beside a whole check: `python -m benchmarks keys [WORD…]`."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from statistics import median

from benchmarks.data import claims_file
from claim_tracker.checks import examine
from claim_tracker.checks.rechecking import Rechecking
from claim_tracker.io.collector import collector_paused
from claim_tracker.yaml import read

_NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
_MAX_SHARES = {1_000: 1 / 2, 10_000: 1 / 3}
"""Of a number of claims, the part of a whole check without findings that a key may take."""
_RUNS = 5
_LINE = "{:<12} {:<26} {:>10} {:>7} {:>9}\n"
_DEFAULTS = "defaults:\n  via: News\n  tags: [a]\n"
_KIND = "kind: commitment\n"


def keys(text: str) -> Iterator[tuple[str, str]]:
    """Each kind of change in the middle of a file, or above its claims, and the text after it."""
    lines = text.split("\n")
    kinds = [n for n, line in enumerate(lines) if line.startswith("    kind:")]
    starts = [n for n, line in enumerate(lines) if line.startswith("  - id:")]
    middle = kinds[len(kinds) // 2 + 1]  # the one above has a history of many updates
    start = max(n for n in starts if n < middle)
    stop = min(n for n in starts if n > middle)
    name = lines[start].partition(": ")[2]

    def changed(at: int, gone: int, *new: str) -> str:
        return "\n".join((*lines[:at], *new, *lines[at + gone :]))

    yield "within a text", changed(middle + 1, 1, f"{lines[middle + 1]}x")
    yield "an error of form", changed(middle, 0, "    due: foo")
    yield "a half-written line", changed(middle, 0, "    due")
    yield "an open quote", changed(middle, 0, '    note: "abc')
    yield "an open single quote", changed(middle, 0, "    note: 'abc")
    yield "a wrong indentation", changed(middle, 1, "   kind: commitment")
    yield "a line at the margin", changed(middle, 1, "kind: commitment")
    yield "a tab", changed(middle, 1, "\tkind: commitment")
    yield "two claims joined", changed(stop - 2, 3, f"{lines[stop - 2]} {lines[stop]}")
    yield "a new line", changed(middle, 0, "")
    yield "a deleted line", changed(middle, 1)
    yield "a claim pasted", changed(stop, 0, f"  - id: {name}-again", *lines[start + 1 : stop])
    yield "a claim removed", changed(start, stop - start)
    yield "an unknown source", changed(middle + 1, 0, "    criteria: x", "    source: nowhere")
    yield "an id twice", changed(start, 1, lines[starts[3]])
    yield "a source renamed", text.replace("\n  s1:", "\n  s111:", 1)
    yield "a source with a fault", text.replace("    title: Report 3\n", "    title Report 3\n", 1)
    yield "defaults", text.replace("\nclaims:\n", f"\n{_DEFAULTS}claims:\n", 1)


def with_defaults(text: str) -> str:
    """The file with defaults, from which each claim has its kind."""
    head, claims, rest = text.partition("\nclaims:\n")
    return f"{head}\n{_DEFAULTS}  {_KIND}{claims[1:]}{rest.replace(f'    {_KIND}', '')}"


def keys_in_defaults(text: str) -> Iterator[tuple[str, str]]:
    """Each kind of change of the defaults of a file `with_defaults`, and the text after it."""
    yield "a default's value", text.replace("\n  via: News\n", "\n  via: Newss\n", 1)
    yield "a default's name", text.replace("\n  via: News\n", "\n  vai: News\n", 1)
    yield "a needed default's name", text.replace(f"\n  {_KIND}", "\n  kidn: commitment\n", 1)
    yield "a needed default removed", text.replace(f"\n  {_KIND}", "\n", 1)


def changes(number: int) -> Iterator[tuple[str, str, str]]:
    """Each kind of change of a file of so many claims, and the text before and after it."""
    text = claims_file(number)
    yield from ((name, text, changed) for name, changed in keys(text))
    text = with_defaults(text)
    yield from ((name, text, changed) for name, changed in keys_in_defaults(text))


def measure(words: Sequence[str]) -> int:
    """Measure and print the keys that have one of the words; 1 when one took too long."""
    sys.stdout.write(_LINE.format("claims", "key", "median", "ratio", "at most"))
    missed = False
    for number, most in _MAX_SHARES.items():
        for name, text, changed in changes(number):
            if not words or any(word in name for word in words):
                seconds, ratio = _compared(text, changed)
                within = f"{most:.2f}{'' if ratio <= most else ' !'}"
                milliseconds = f"{seconds * 1000:.0f} ms"
                sys.stdout.write(
                    _LINE.format(f"{number:,}", name, milliseconds, f"{ratio:.2f}", within)
                )
                sys.stdout.flush()
                missed = missed or ratio > most
    return 1 if missed else 0


def _compared(text: str, changed: str) -> tuple[float, float]:
    """Return the median time of a check after a change, and of its ratio to a whole check."""
    again = Rechecking()
    data = text.encode()
    pairs: list[tuple[float, float]] = []
    with collector_paused():
        for _ in range(_RUNS):
            again.check({"": text}, _NOW)
            own = _seconds(lambda: again.check({"": changed}, _NOW))
            pairs.append((own, _seconds(lambda: examine([read("", data)], _NOW))))
    return median(own for own, _ in pairs), median(own / whole for own, whole in pairs)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
