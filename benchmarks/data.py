"""Files of invented claims for the benchmarks, the same on every machine."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

_SOURCES = 20
_PLACES = 10
_SPEAKERS = 40
_TOPICS = 25


def claims_file(number: int, first: int = 0) -> str:
    """A file of so many claims of about 350 bytes, whose ids count from `first`."""
    return "".join(_lines(number, first))


def write_folder(folder: Path, files: int, claims: int) -> None:
    """A folder of so many files of so many claims."""
    folder.mkdir()
    for index in range(files):
        text = claims_file(claims, index * claims)
        (folder / f"{index:04}.yaml").write_text(text, encoding="utf-8")


def journal(number: int) -> str:
    """As many transactions for hledger."""
    days = (date(2000, 1, 1) + timedelta(days=index % 9000) for index in range(number))
    return "".join(
        f"{day} Payee {index % 40}\n"
        f"    expenses:topic{index % 25}  {index % 900 + 1}\n    assets\n\n"
        for index, day in enumerate(days)
    )


def tasks(number: int) -> str:
    """As many tasks for the import of taskwarrior, one a line."""
    return "".join(
        f'{{"description":"Work {index} is finished","due":"2026{index % 12 + 1:02}15T000000Z",'
        f'"project":"topic{index % 25}","status":"pending","tags":["tag{index % 7}"]}}\n'
        for index in range(number)
    )


def _lines(number: int, first: int) -> Iterator[str]:
    yield "version: 1\ntimezone: Europe/Paris\nsources:\n"
    for index in range(_SOURCES):
        yield f"  s{index}:\n    title: Report {index}\n    publisher: News {index % 5}\n"
        yield f"    url: https://example.org/{index}\n    published: 2024-01-01\n"
    yield "places:\n"
    yield from (f"  p{index}: {{name: Place {index}}}\n" for index in range(_PLACES))
    yield "claims:\n"
    draw = random.Random(first)
    for index in range(first, first + number):
        yield from _claim(index, draw)


def _claim(index: int, draw: random.Random) -> Iterator[str]:
    stated = date(2024, 1, 1) + timedelta(days=draw.randrange(500))
    yield f"  - id: claim-{index}\n"
    yield f"    claim: Part {index} of the works is finished, and the road opens.\n"
    yield f"    kind: commitment\n    topic: Topic {index % _TOPICS}\n"
    yield f"    speaker: Minister {draw.randrange(_SPEAKERS)}\n    stated: {stated}\n"
    month = draw.randrange(1, 13)
    due = draw.choice((f"2026-{month:02}", "2025-Q4", "late 2026", f"2027-{month:02}-15"))
    yield f"    due: {due}\n    source: s{index % _SOURCES}\n"
    yield f"    places: [p{index % _PLACES}]\n    tags: [tag{index % 7}]\n"
    if index % 3:
        yield "    updates:\n"
        day = stated + timedelta(days=draw.randrange(10, 200))
        yield f"      - date: {day}\n        progress: stalled\n"
        yield f"        note: Work goes on at site {index}.\n"
        yield f"        source: s{(index + 1) % _SOURCES}\n"
    if index % 3 == 2:
        day += timedelta(days=draw.randrange(10, 200))
        yield f"      - date: {day}\n        outcome: {draw.choice(('kept', 'broken'))}\n"
        yield f"        source: s{(index + 2) % _SOURCES}\n"


YAMALE = """\
version: any()
timezone: str(required=False)
sources: map(include('source'))
places: map(include('place'))
claims: list(include('claim'))
---
source: {title: str(required=False), publisher: str(required=False), url: str(), published: any()}
place: {name: str()}
claim:
  id: str()
  claim: str()
  kind: enum('commitment', 'prediction', 'fact')
  topic: str()
  speaker: str()
  stated: any()
  due: any()
  source: str()
  places: list(str())
  tags: list(str())
  updates: list(include('update'), required=False)
update:
  date: any()
  progress: str(required=False)
  note: str(required=False)
  outcome: str(required=False)
  source: str()
"""
"""The schema of these files for yamale."""
