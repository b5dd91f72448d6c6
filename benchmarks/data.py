"""Files of invented claims for the benchmarks, the same on every machine."""

import csv
import io
import random
import textwrap
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

_HEADS = (
    "ID,Promise,Made on,Deadline,Status,Last updated,Latest update,Source,Source link,Minister,"
    "Party,Category,Keywords,Budget,Comments"
)
_SOURCES = 20
_PLACES = 10
_SPEAKERS = 40
_TOPICS = 25
_ALPHABETS = (
    "works road bridge opens minister says crew leaves base airport phase plan figure court",
    "дорога мост министр обещает строительство завершится войска покинут базу вопрос закон",
    "الوزير يقول ان القوات تغادر القاعدة خلال المرحلة الاولى من الخطة قبل نهاية العام",
    "می‌خواهیم پروژه را تا پایان سال به پایان برسانیم و نیروها می‌روند از پایگاه",
    "मंत्री ने कहा कि सड़क और पुल का काम इस वर्ष पूरा हो जाएगा और सैनिक लौटेंगे",
    "道路 工事 大臣 年内 完了 部隊 撤退 基地 空港 計画 発表 第一段階",
    "straße brücke eröffnung minister verspricht über größe prüfung früher änderung",
)
"""Words in the scripts that claims are written in."""


def claims_file(number: int, first: int = 0) -> str:
    """A file of so many claims of about 900 bytes, whose ids count from `first`.

    It is shaped as such files are: folded and literal texts, quotes, comments, sources that are
    written inline, many scripts, most claims without a deadline, and a few with a long history.
    """
    return "".join(_real_lines(number, first))


def tidy_file(number: int, first: int = 0) -> str:
    """A file of so many claims of about 350 bytes, each field of them on one line."""
    return "".join(_tidy_lines(number, first))


def write_folder(folder: Path, files: int, claims: int) -> None:
    """A folder of so many files of so many claims."""
    folder.mkdir()
    for index in range(files):
        text = claims_file(claims, index * claims)
        (folder / f"{index:04}.yaml").write_text(text, encoding="utf-8")


def table(number: int) -> str:
    """A table of so many promises as a spreadsheet saves it, in CSV."""
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(_HEADS.split(","))
    draw = random.Random(number)
    for index in range(number):
        rows.writerow(_cells(index, draw))
    return out.getvalue()


def _cells(index: int, draw: random.Random) -> Iterator[str]:
    script = draw.choice((0, 0, 0, *range(len(_ALPHABETS))))
    yield from (f"P{index}", f"{index} {_words(draw, script, draw.randrange(6, 25))}.")
    yield f"{draw.randrange(1, 29)}-{draw.choice('Jan Feb Mar Apr May Jun'.split())}-24"
    yield draw.choice(("Q4 26", "2026-12-31 00:00:00", "", "TBD", "end of 2027"))
    yield draw.choice(("In progress", "Achieved", "Not started", "Broken", "Stalled", "Compromise"))
    yield f"{draw.randrange(13, 29)}/{draw.randrange(1, 10):02}/2025"
    yield _words(draw, script, draw.randrange(5, 30))
    yield from (f"Report {index % 900}", f"https://example.org/report/{index % 900}")
    yield from (f"Minister {index % _SPEAKERS}", f"Party {index % 8}", f"Topic {index % _TOPICS}")
    yield from (f"tag{index % 7}; works", f"{index} million", _words(draw, script, 9))


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


def _tidy_lines(number: int, first: int) -> Iterator[str]:
    yield from _sections()
    draw = random.Random(first)
    for index in range(first, first + number):
        yield from _tidy_claim(index, draw)


def _sections() -> Iterator[str]:
    yield "version: 1\ntimezone: Europe/Paris\nsources:\n"
    for index in range(_SOURCES):
        yield f"  s{index}:\n    title: Report {index}\n    publisher: News {index % 5}\n"
        yield f"    url: https://example.org/{index}\n    published: 2024-01-01\n"
    yield "places:\n"
    yield from (f"  p{index}: {{name: Place {index}}}\n" for index in range(_PLACES))
    yield "claims:\n"


def _tidy_claim(index: int, draw: random.Random) -> Iterator[str]:
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


def _real_lines(number: int, first: int) -> Iterator[str]:
    yield "# yaml-language-server: $schema=claims.schema.json\n# What was promised, and by whom.\n"
    yield from _sections()
    draw = random.Random(first)
    for index in range(first, first + number):
        if index % 20 == 0:
            yield f"\n  # {_words(draw, 0, 6)}: what the cabinet announced.\n"
        yield from _real_claim(index, draw)


def _real_claim(index: int, draw: random.Random) -> Iterator[str]:
    script = draw.choice((0, 0, 0, *range(len(_ALPHABETS))))
    stated = date(2024, 1, 1) + timedelta(days=draw.randrange(500))
    speaker = draw.randrange(_SPEAKERS)
    yield f"  - id: claim-{index}\n"
    yield from _text(4, "claim", f"{index} {_words(draw, script, draw.randrange(6, 30))}.")
    topic = index % (_TOPICS * 4)
    named = _words(random.Random(topic), topic % len(_ALPHABETS), 2)
    yield f"    kind: commitment\n    topic: {named} {topic}\n"
    yield (
        f'    speaker: "Minister {speaker}"\n'
        if index % 3
        else f"    speaker: Minister {speaker}\n"
    )
    yield f"    role: minister  # as reported\n    organisation: Party {speaker % 8}\n"
    if index % 3 == 0:
        yield from _text(4, "quote", f'"{_words(draw, script, draw.randrange(6, 30))}"')
    if index % 9 == 0:
        yield from _paragraphs(4, "note", draw, script)
    if index % 4 == 0:
        yield f"    via: '{_words(draw, script, 2)}, O''Brien'\n"
    yield f"    stated: {stated}\n"
    if index % 10 == 0:
        yield f"    due: {draw.choice(('2026-03', '2025-Q4', 'late 2026', '2027-12-31'))}\n"
    if index % 5 == 0:
        yield "    quantity: {value: 2500, unit: US troops, approximate: true}\n"
    yield from _real_source(index)
    yield f"    places: [p{index % _PLACES}]\n    tags: [tag{index % 7}, works]\n"
    updates = draw.choice((0, 0, 1, 1, 2)) if index % 500 else 40
    if updates:
        yield "    updates:\n"
    for _ in range(updates):
        stated += timedelta(days=draw.randrange(1, 9))
        yield f"      - date: {stated}\n        progress: stalled\n"
        if draw.randrange(5):
            yield from _text(8, "note", f"{_words(draw, script, draw.randrange(4, 25))}.")
        else:
            yield from _paragraphs(8, "note", draw, script)
        yield f"        source: s{(index + 1) % _SOURCES}\n"
    yield "\n"


def _text(column: int, key: str, text: str) -> Iterator[str]:
    """A field with a text: on its line where that is short, else folded."""
    spaces = " " * column
    if len(text) < 80:
        yield f"{spaces}{key}: {text}\n"
        return
    yield f"{spaces}{key}: >-\n"
    yield "".join(f"{spaces}  {line}\n" for line in textwrap.wrap(text, 94 - column))


def _real_source(index: int) -> Iterator[str]:
    """A source by its key, several, or one that is written inline."""
    if index % 4 == 0:
        yield f"    source:\n      title: Report {index}\n      publisher: News {index % 9}\n"
        yield f"      url: https://example.org/report/{index}\n      published: 2024-01-01\n"
    elif index % 4 == 1:
        yield f"    source:\n      - s{index % _SOURCES}\n"
        yield f"      - {{source: s{(index + 3) % _SOURCES}, at: page {index}}}\n"
    else:
        yield f"    source: s{index % _SOURCES}\n"


def _paragraphs(column: int, key: str, draw: random.Random, script: int) -> Iterator[str]:
    """A field with a literal text of two paragraphs."""
    spaces = " " * (column + 2)
    yield f"{' ' * column}{key}: |-\n"
    yield "".join(f"{spaces}{_words(draw, script, 9)}\n" for _ in range(3))
    yield f"\n{spaces}{_words(draw, script, 5)}\n"


def _words(draw: random.Random, script: int, count: int) -> str:
    return " ".join(draw.choices(_ALPHABETS[script].split(), k=count))


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
  role: str(required=False)
  via: str(required=False)
  organisation: str()
  quote: str(required=False)
  note: str(required=False)
  stated: any()
  due: any(required=False)
  quantity: any(required=False)
  source: any()
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
