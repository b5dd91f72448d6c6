"""The model is the only list of fields: what it lists is known wherever fields are named.

The cases of `TestANewField` add fields to the model alone, in a copy of the package.
"""

import csv
import io
import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest

import claim_tracker
from claim_tracker.claims.fields import Part, fields_of, use_of, value_type
from claim_tracker.claims.model import (
    Checks,
    Claim,
    ClaimsFile,
    Defaults,
    Passage,
    Place,
    Publisher,
    Quantity,
    Source,
    Update,
)
from claim_tracker.claims.vocabulary import MEANINGS
from claim_tracker.yaml import field_names
from tests.conftest import CommandLine
from tests.processes import tracker as command
from tests.processes import tracker_at_a_terminal

DOCS = Path(__file__).parents[2] / "docs"
MODELS: list[type[Part]] = [ClaimsFile, Claim, Update, Source, Passage, Place, Publisher]
MODELS += [Quantity, Checks]
NAMES_FILE = "src/claim_tracker/yaml/field_names.py lists other fields than the model"
SHOWN = (Claim, Update, Source, Quantity)
FIELDS = [(part, name) for part in MODELS for name in fields_of(part)]


class TestTheNamesThatTheReaderOfYamlKnows:
    """`yaml/field_names.py` lists them again, since it is imported before the models are."""

    @pytest.mark.parametrize(
        ("listed", "part"),
        [
            (field_names.SECTIONS, ClaimsFile),
            (field_names.CLAIM, Claim),
            (field_names.UPDATE, Update),
            (field_names.SOURCE, Source),
            (field_names.PLACE, Place),
            (field_names.QUANTITY, Quantity),
            (field_names.SETTINGS["publisher"], Publisher),
            (field_names.SETTINGS["checks"], Checks),
            (field_names.SETTINGS["defaults"], Defaults),
        ],
        ids="SECTIONS CLAIM UPDATE SOURCE PLACE QUANTITY publisher checks defaults".split(),
    )
    def test_the_fields_of_a_part(self, listed: tuple[str, ...], part: type[Part]) -> None:
        assert set(listed) == set(fields_of(part)), NAMES_FILE

    def test_all_fields(self) -> None:
        assert {name for _, name in FIELDS} == field_names.FIELDS, NAMES_FILE

    def test_the_fields_of_free_text(self) -> None:
        assert {
            name
            for part, name in FIELDS
            if value_type(part, name)[1:] == (False, "text") and (part, name) != (Passage, "source")
        } == field_names.TEXTS, NAMES_FILE

    def test_the_fields_of_sentences(self) -> None:
        prose = {name for part, name in FIELDS if use_of(part, name).prose}
        assert prose | {"title"} == field_names.SENTENCES, NAMES_FILE

    def test_the_fields_that_may_hold_a_list_or_a_mapping(self) -> None:
        assert {
            name
            for part, name in FIELDS
            if value_type(part, name).is_list or _may_be_mapping(value_type(part, name).type)
        } == field_names.COLLECTIONS, NAMES_FILE

    @pytest.mark.parametrize(("section", "part"), [("sources", Source), ("places", Place)])
    def test_the_field_by_which_an_entry_is_known(self, section: str, part: type[Part]) -> None:
        assert field_names.NEEDED[section] in fields_of(part), NAMES_FILE


def _may_be_mapping(kind: Any) -> bool:
    return (
        get_origin(kind) is dict
        or (isinstance(kind, type) and issubclass(kind, Part))
        or any(map(_may_be_mapping, get_args(kind) if get_origin(kind) is not Literal else ()))
    )


class TestEveryField:
    @pytest.mark.parametrize("name", {name: None for _, name in FIELDS})
    def test_it_stands_in_the_docs_of_the_format(self, name: str) -> None:
        assert re.search(rf"`[^`]*\b{name}\b[^`]*`", (DOCS / "format.md").read_text("utf-8"))

    @pytest.mark.parametrize("name", {name: None for part, name in FIELDS if part in SHOWN})
    def test_it_stands_in_the_docs_of_json(self, name: str) -> None:
        assert re.search(f'[`"]{name}[`"]', (DOCS / "json.md").read_text("utf-8"))

    @pytest.mark.parametrize(
        "word",
        [word for it in FIELDS if it[0] in (Claim, Update) for word in value_type(*it).words],
    )
    def test_its_words_have_a_meaning(self, word: str) -> None:
        assert MEANINGS[word]


REQUIRED = {
    name: (field.examples or [None])[0]
    for name, field in fields_of(Claim).items()
    if field.is_required()
}


@pytest.mark.parametrize("name", REQUIRED)
def test_a_claim_without_a_required_field_is_checked(tracker: CommandLine, name: str) -> None:
    claim = {other: value for other, value in REQUIRED.items() if other != name}
    content = {
        "version": 1,
        "sources": {"iswnews-38320": {"url": "https://example.org/", "published": "2025-08-18"}},
        "claims": [claim | {"related": ["nowhere"]}],
    }
    tracker.file("claims.yaml", json.dumps(content))
    output = tracker("check", "claims.yaml").out
    assert f"add it, such as `{name}: " in output
    assert "unknown claim `nowhere`" in output


ADDED = {
    "    updates: tuple[Update": (
        "    stakes: Text | None = field(\n"
        '        "What would count.",\n'
        '        ["None is left."],\n'
        '        FieldUse(known="claims", prose=True, label="What is at stake"),\n'
        "        default=None,\n"
        "    )\n"
        '    witnesses: tuple[Text, ...] = field("Who heard it.", [["A. Witness"]], default=())\n'
        "    expires: Deadline | None = field(\n"
        '        "When to look again.", ["2026-12-01"], default=None\n'
        "    )\n"
    ),
    "    archived: HttpUrl": (
        '    author: Text | None = field("Who wrote it.", ["A. Writer"], default=None)\n'
    ),
    "    source: SourceReferences | None": (
        "    echo: Text | None = field(\n"
        '        "The word of the house.", ["Mostly kept"], FieldUse(lasting=True), default=None\n'
        "    )\n"
    ),
}
"""Fields as somebody would add them, and the one of a claim, a source or an update before which."""
CLAIMS = """\
version: 1
sources:
  report:
    url: https://example.org/report
    published: 2025-08-18
    author: A. Writer
claims:
  - id: base-closes
    claim: The base closes.
    kind: commitment
    speaker: A. Minister
    stakes: No unit is left.
    witnesses: [Ann, Bob]
    expires: within 10 days
    source: report
    updates:
      - date: 2025-09-01
        echo: Mostly kept
"""
NEW = " +(author|stakes|witnesses|expires|updates|- date|echo).*\n"


@dataclass(frozen=True)
class Copy:
    """Runs a copy of the package whose model has more fields."""

    environ: Mapping[str, str]

    def __call__(self, *arguments: str, answers: str | None = None) -> str:
        """All that a command prints that does its work; with answers, at a terminal."""
        ran = (
            command(*arguments, environ=self.environ)
            if answers is None
            else tracker_at_a_terminal(*arguments, answers=answers, environ=self.environ)
        )
        assert ran.status == 0, ran.out + ran.err
        return ran.out


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the copy, and with claims before and after they have the fields."""
    folder = tmp_path_factory.mktemp("copy")
    package = Path(claim_tracker.__file__).parent
    shutil.copytree(package, folder / package.name, ignore=shutil.ignore_patterns("__pycache__"))
    model = folder / package.name / "claims" / "model.py"
    text = model.read_text("utf-8")
    for before, fields in ADDED.items():
        assert text.count(before) == 1
        text = text.replace(before, fields + before)
    model.write_text(text, "utf-8")
    (folder / "new.yaml").write_text(CLAIMS, "utf-8")
    (folder / "old.yaml").write_text(re.sub(NEW, "", CLAIMS), "utf-8")
    return folder


@pytest.fixture
def copy(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    monkeypatch.chdir(folder)
    return Copy({"PYTHONPATH": str(folder), "COLUMNS": "100"})


@pytest.mark.slow
class TestANewField:
    """It is known everywhere when it is added to the model alone."""

    def test_it_is_in_the_schema(self, copy: Copy) -> None:
        defined = json.loads(copy("schema"))["$defs"]
        assert defined["Claim"]["properties"].keys() >= {"stakes", "witnesses", "expires"}
        assert defined["Update"]["properties"]["echo"]["description"] == "The word of the house."

    def test_it_is_in_json(self, copy: Copy) -> None:
        (claim,) = json.loads(copy("status", "-f", "new.yaml", "--format", "json"))["claims"]
        assert (claim["stakes"], claim["witnesses"]) == ("No unit is left.", ["Ann", "Bob"])
        assert claim["expires"]["latest"] == "2025-08-28"
        assert claim["updates"][0]["echo"] == "Mostly kept"
        assert claim["source"]["author"] == "A. Writer"

    def test_it_is_in_csv(self, copy: Copy) -> None:
        (row,) = csv.DictReader(io.StringIO(copy("status", "-f", "new.yaml", "--format", "csv")))
        values = (row["stakes"], row["witnesses"], row["expires"])
        assert values == ("No unit is left.", "Ann; Bob", "2025-08-28")

    def test_it_is_on_the_card(self, copy: Copy) -> None:
        card = copy("show", "base-closes", "-f", "new.yaml")
        for line in (
            "What is at stake\n            No unit is left.",
            "Witnesses   Ann, Bob",
            "echo: Mostly kept",
        ):
            assert line in card
        assert "Expires     2025-08-28" in card

    def test_it_is_on_the_page(self, copy: Copy) -> None:
        page = copy("export", "html", "-f", "new.yaml")
        assert '<dt>What is at stake</dt><dd dir="auto">No unit is left.</dd>' in page
        assert "echo: Mostly kept" in page

    @pytest.mark.parametrize("word", ["unit is left", "bob", "mostly", "writer"])
    def test_it_is_searched(self, copy: Copy, word: str) -> None:
        assert "1 claim" in copy("status", "-f", "new.yaml", "--search", word)

    def test_it_is_compared(self, copy: Copy) -> None:
        output = copy("diff", "old.yaml", "new.yaml")
        for word in (
            "What is at stake\n             ",
            "Witnesses",
            "Expires",
            "echo: Mostly kept",
            "A. Writer",
        ):
            assert word in output
        changes = json.loads(copy("diff", "old.yaml", "new.yaml", "--format", "json"))["claims"]
        found = {change["field"] for change in changes[0]["changes"] if "field" in change}
        assert found >= {"stakes", "witnesses", "expires"}

    @pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
    def test_it_is_read_back(self, copy: Copy, form: str) -> None:
        table = Path(f"status.{form}")
        table.write_text(copy("status", "-f", "new.yaml", "--format", form), "utf-8")
        imported = copy("import", str(table))
        for line in ("stakes: No unit is left.", "witnesses: [Ann, Bob]", "expires: 2025-08-28"):
            assert line in imported
        if form != "csv":
            assert "echo: Mostly kept" in imported
            assert "author: A. Writer" in imported

    def test_it_is_read_from_a_table_of_others(self, copy: Copy) -> None:
        heads = "Promise,Said by,Link,Stakes,Witnesses,Expires,Updated,Update echo,Source author\n"
        values = "It closes.,Ann,https://example.org/x,All,Bob; Eve,2026-12,2026-01-02,Kept,Zoe\n"
        Path("table.csv").write_text(heads + values, "utf-8")
        imported = copy("import", "table.csv")
        for line in ("stakes: All", "witnesses: [Bob, Eve]", "expires: 2026-12", "echo: Kept"):
            assert line in imported
        assert "author: Zoe" in imported
        assert "note:" not in imported

    def test_add_has_an_option_for_it(self, copy: Copy) -> None:
        shown = copy("add", "--help")
        for words in (
            "--stakes TEXT",
            "What would count.",
            "--expires DATE",
            "--source-author TEXT",
        ):
            assert words in shown
        options = "--claim New. --kind fact --speaker Ann --source report --stakes C --witnesses W"
        assert "stakes: C" in copy("add", *options.split(), "-f", "new.yaml", "--diff")

    def test_add_asks_for_it(self, copy: Copy) -> None:
        given = "--claim New. --kind fact --source report --id new".split()
        answers = "A. Minister" + "\n" * 20
        shown = copy("add", *given, "-f", "new.yaml", "--diff", answers=answers)
        for question in ("What is at stake:", "Witnesses, with commas", "Expires:"):
            assert question in shown

    def test_record_has_an_option_for_it(self, copy: Copy) -> None:
        arguments = ("record", "base-closes", "--echo", "Broken", "-f", "new.yaml", "--diff")
        assert "echo: Broken" in copy(*arguments)

    def test_record_asks_for_it(self, copy: Copy) -> None:
        answers = "\n\n\n\nFine\n\n\n"
        shown = copy("record", "base-closes", "-f", "new.yaml", "--diff", answers=answers)
        assert "Echo: " in shown


def test_a_default_is_of_the_type_of_its_field() -> None:
    for name in fields_of(Defaults):
        own, default = value_type(Claim, name), value_type(Defaults, name)
        assert default.is_list == own.is_list
        assert (default.shape, default.words) == (own.shape, own.words)
        assert use_of(Defaults, name) == use_of(Claim, name)
