"""The JSON Schema: it says of a file's form what the models say of it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from claim_tracker.checks.catalogue_pages import codes, entry
from claim_tracker.claims.fields import Part, fields_of, validated, value_type
from claim_tracker.claims.json_schema import claims_schema
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
from claim_tracker.claims.scalars import zone_names
from claim_tracker.claims.vocabulary import KINDS, OUTCOMES, OUTCOMES_OF, Ignorable, Progress
from claim_tracker.cli.commands.schema import schema as schema_command
from claim_tracker.yaml import read
from tests.builders import DATA
from tests.dates.strategies import untimed
from tests.validators import accepts

COMMITTED = DATA.parent / "claims.schema.json"
MODELS: list[type[Part]] = [ClaimsFile, Claim, Update, Source, Place, Publisher, Quantity, Checks]
FIELDS = [(model, name) for model in MODELS for name in fields_of(model)]
PUBLISHED = {"url": "https://example.org/report", "published": "2025-08-18"}
CLAIM = {
    "id": "base-closes",
    "claim": "The base closes.",
    "kind": "commitment",
    "speaker": "A. Minister",
    "source": PUBLISHED,
}


def properties(model: type[Part]) -> dict[str, Any]:
    """What the schema says of the fields of a model."""
    whole = claims_schema()
    found = whole if model is ClaimsFile else whole["$defs"][model.__name__]
    return dict(found["properties"])


def in_form(data: Any) -> bool:
    """Whether the models, and the rules within one claim, accept data whose scalars are text."""
    try:
        content = validated(ClaimsFile, data)
    except ValidationError:
        return False
    return all(map(_fits_its_kind, content.claims)) and all(map(_may_be_dated, content.claims))


def _fits_its_kind(claim: Claim) -> bool:
    found = {update.outcome for update in claim.updates} - {None}
    return found <= set(OUTCOMES_OF[claim.kind]) and (claim.as_of is None or claim.kind == "fact")


def _may_be_dated(claim: Claim) -> bool:
    inline = isinstance(claim.source, Source) and claim.source.published is None
    return claim.stated is not None or not inline


def typed(data: Any) -> Any:
    """Data as a reader of YAML 1.2 hands it on, who takes some texts for numbers and booleans."""
    if isinstance(data, dict):
        return {key: typed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [typed(value) for value in data]
    if not isinstance(data, str):
        return data
    if data in {"true", "True", "TRUE", "false", "False", "FALSE"}:
        return data.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", data):
        return int(data)
    return float(data) if re.fullmatch(r"[-+]?[0-9]+\.[0-9]+", data) else data


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in a value."""
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        yield from parts(each)


class TestTheWhole:
    def test_it_is_a_json_schema_of_2020_12(self) -> None:
        assert claims_schema()["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
        Draft202012Validator.check_schema(claims_schema())

    def test_the_committed_file_is_what_the_command_prints(self) -> None:
        printed = CliRunner().invoke(schema_command)
        assert printed.exit_code == 0
        assert json.loads(printed.output) == claims_schema()
        committed = COMMITTED.read_text(encoding="utf-8")
        assert _without_zones(printed.output) == _without_zones(committed)

    def test_the_committed_schema_has_the_zones_of_some_year(self) -> None:
        committed = set(_zones(json.loads(COMMITTED.read_text(encoding="utf-8"))))
        assert committed <= set(_zones(claims_schema())) or committed >= set(
            _zones(claims_schema())
        )

    def test_the_command_writes_a_file(self, tmp_path: Path) -> None:
        target = tmp_path / "claims.schema.json"
        written = CliRunner().invoke(schema_command, ["-o", str(target)])
        assert (written.exit_code, written.output) == (0, "")
        assert json.loads(target.read_text(encoding="utf-8")) == claims_schema()

    def test_the_data_name_their_schema_and_are_accepted(self) -> None:
        first = DATA.read_text(encoding="utf-8").partition("\n")[0]
        assert first == f"# yaml-language-server: $schema={COMMITTED.name}"
        assert accepts(_root(DATA.read_text(encoding="utf-8")))

    def test_references_and_definitions_correspond(self) -> None:
        named = {
            part["$ref"].rpartition("/")[2] for part in parts(claims_schema()) if "$ref" in part
        }
        assert named == set(claims_schema()["$defs"])

    def test_no_description_and_no_title_is_empty(self) -> None:
        for part in parts(claims_schema()):
            for name in ("title", "description", "patternErrorMessage"):
                assert part.get(name, "x")

    def test_patterns_mean_the_same_in_ecma_262_and_in_python(self) -> None:
        for part in parts(claims_schema()):
            pattern = part.get("pattern")
            if isinstance(pattern, str):
                by_letter = re.sub(r"\\u[0-9a-f]{4}", "", pattern)
                assert set(re.findall(r"\\(.)", by_letter)) <= set("sS.\\[]")
                assert not re.search(r"\(\?[^:!]", pattern)


MESSAGES = [
    (
        {"id": "Base closes"},
        (
            "An id has lower-case letters, digits and single hyphens, such as bridge-opens; "
            "at most 80."
        ),
    ),
    ({"claim": None}, "Write a text here."),
    ({"claim": ""}, "This is empty, or has a character that nobody sees."),
    (
        {"due": "soon"},
        (
            "This is not a date that is accepted; write it like 2025-09-30, 2025-Q3, end of 2025 "
            "or within 90 days."
        ),
    ),
    (
        {"stated": ["2025"]},
        "This is not a date that is accepted; write it like 2025-09-30, 2025-09, 2025-Q3 or 2025.",
    ),
    ({"tags": "roads"}, "Write a list here: each item after a hyphen, or [one, two]."),
    ({"quantity": "many"}, "Write its fields here, such as `value` and `unit`."),
    ({"quantity": {"value": "many", "unit": "troops"}}, "Write a number, such as 2500 or 3.5."),
    ({"as_of": "2025"}, "Only a fact has `as_of`."),
    (
        {"source": {"url": "https://example.org/report"}},
        "The source has no `published`, so this needs `stated`: when it was said.",
    ),
    ({"source": {"publisher": "News"}}, "A source needs a `url`, or a `title`."),
    ({"source": {"url": "example.org"}}, "Write an address such as https://example.org/report."),
    (
        {"source": None},
        (
            "Write a key of `sources`, a place in one such as {source: report, at: page 12}, "
            "or a source such as {url: https://example.org/report}."
        ),
    ),
    (
        {"updates": [{"date": "2025", "outcome": "came-true"}]},
        (
            "A commitment cannot have this outcome; write kept, partly-kept, broken, withdrawn, "
            "unverifiable, disputed or open."
        ),
    ),
]


class TestFields:
    @pytest.mark.parametrize(("model", "name"), FIELDS)
    def test_a_field_has_a_description_and_accepts_its_examples(
        self, model: type[Part], name: str
    ) -> None:
        field = properties(model)[name]
        assert field["description"] == fields_of(model)[name].description
        examples = fields_of(model)[name].examples
        assert examples
        single = Draft202012Validator(field | {"$defs": claims_schema()["$defs"]})
        assert all(map(single.is_valid, examples))

    @pytest.mark.parametrize("model", MODELS)
    def test_a_model_has_its_own_fields_and_no_other(self, model: type[Part]) -> None:
        assert list(properties(model)) == list(fields_of(model))
        whole = claims_schema()
        found = whole if model is ClaimsFile else whole["$defs"][model.__name__]
        needed = [
            name
            for name, field in fields_of(model).items()
            if field.is_required() and not (model is Claim and name in fields_of(Defaults))
        ]
        assert found.get("required", []) == needed
        assert found["additionalProperties"] is False

    @pytest.mark.parametrize(("model", "name"), FIELDS)
    def test_only_a_field_that_can_be_absent_can_be_empty(
        self, model: type[Part], name: str
    ) -> None:
        field = properties(model)[name] | {"$defs": claims_schema()["$defs"]}
        optional = not fields_of(model)[name].is_required()
        assert Draft202012Validator(field).is_valid(None) == optional

    @pytest.mark.parametrize(
        ("field", "words"),
        [
            (properties(Claim)["kind"], KINDS),
            (properties(Update)["outcome"]["anyOf"][0], OUTCOMES),
            (properties(Update)["progress"]["anyOf"][0], get_args(Progress)),
        ],
    )
    def test_words_are_those_of_the_format_each_with_its_meaning(
        self, field: dict[str, Any], words: tuple[str, ...]
    ) -> None:
        assert field["enum"] == list(words)
        assert len(field["enumDescriptions"]) == len(words)
        assert all(field["enumDescriptions"])

    @pytest.mark.parametrize(("model", "name"), FIELDS)
    def test_an_editor_is_given_no_value_to_offer_but_words(
        self, model: type[Part], name: str
    ) -> None:
        words = {True, False, *(word for of in FIELDS for word in value_type(*of).words)}
        words |= {"required", "optional", "canonical", "any", 1, "1", *zone_names()}
        assert set(_offered(properties(model)[name])) <= words

    @pytest.mark.parametrize(("model", "name"), FIELDS)
    def test_the_name_of_a_field_is_completed_by_its_colon(
        self, model: type[Part], name: str
    ) -> None:
        field = properties(model)[name]
        said = {"type", "enum", "items", "properties", "anyOf"}
        assert said & {*field, *_resolved(field)}

    @pytest.mark.parametrize(("field", "message"), MESSAGES)
    def test_an_editor_is_told_what_to_write_in_place_of_a_fault(
        self, field: dict[str, Any], message: str
    ) -> None:
        data = {"version": 1, "claims": [CLAIM | field]}
        assert message in _messages(data)

    def test_the_findings_that_can_be_ignored_are_listed(self) -> None:
        assert properties(Checks)["ignore"]["items"]["enum"] == list(get_args(Ignorable))


GOOD_AND_BAD: dict[str, list[Any]] = {
    "id": [
        "a",
        "base-1",
        "2025",
        "true",
        " a ",
        "x" * 80,
        "x" * 81,
        "-a",
        "a--b",
        "A",
        "é",
        "",
        None,
    ],
    "claim": ["The base closes.", "2025", "true", " ", "", None, ["a"]],
    "kind": [*KINDS, "Fact", " fact", None],
    "speaker": ["A. Minister", "", None, {"a": "b"}],
    "topic": ["First", "2025", "1.5", "", None, []],
    "stated": ["2025", "Sept 2025", "../2025", "2025-02-30", "within 3 days", None, ["2025"]],
    "as_of": ["2025-09", None],
    "due": ["within two years", "2026-Q4", "soon", "09/10/2025", "999", "true", None],
    "quantity": [
        {"value": "2500", "unit": "troops"},
        {"value": "-3.5", "unit": "5", "approximate": "TRUE"},
        {"value": "3.", "unit": "troops"},
        {"value": "1" * 15, "unit": "troops", "approximate": "yes"},
        {"value": "1" * 16, "unit": "troops"},
        {"value": "2,500", "unit": "troops", "approximate": None},
        None,
    ],
    "source": [
        "report",
        "2025",
        PUBLISHED,
        {"url": "HTTP://example.org"},
        {"url": "https://example.org/a b", "published": "2025"},
        {"url": "https://a@example.org/", "published": "2025"},
        {"url": "https://example.org/@a?b#c", "published": None, "archived": "ftp://a/"},
        ["report"],
        None,
    ],
    "tags": [[], ["a", "2025"], [""], [None], "a", None],
    "updates": [
        [],
        [{"date": "2025-09-30", "outcome": "kept"}],
        [{"date": "30 Sept 2025", "outcome": "open", "progress": "stalled", "note": "1"}],
        [{"date": "2025-09-30", "outcome": "refuted", "due": "within a day"}],
        [{"date": "2025-09-30", "happened": "2025", "source": PUBLISHED}],
        [{"date": "2025-09-30", "outcome": "done"}],
        [{}],
        None,
    ],
    "deadline": ["2025", None],
}
KEYED = [{key: {"name": "A"}} for key in ("a b", "2025", "", " ", " a", "a ", "a\n")]
SHELLS: dict[str, list[Any]] = {
    "version": ["1", "2", "", None],
    "timezone": ["UTC", "Asia/Baghdad", "Asia/Bagdad", " UTC ", "UTC+", "", None],
    "publisher": [
        {"name": "News", "url": "https://news.example/"},
        {"name": "News"},
        {"name": "", "url": "https://news.example/"},
        {"name": "News", "url": "news.example"},
        {"name": "News", "url": "https://news.example/", "logo": "a"},
        "News",
        None,
    ],
    "checks": [{"archived": "required"}, {"archived": None, "ignore": ["W303"]}, {"a": "b"}, None],
    "sources": [{}, {"a": PUBLISHED}, {"a": None}, {"a": {"url": "example.org"}}, [], None],
    "places": [
        *KEYED,
        {"a": {"name": "A", "country": "IQ"}},
        {"a": {"name": "A", "country": "iq"}},
        None,
    ],
}


def _some_of(values: dict[str, list[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Some of the fields, each with one of its values."""
    return st.sets(st.sampled_from(sorted(values)), max_size=2).flatmap(
        lambda names: st.fixed_dictionaries(
            {name: st.sampled_from(values[name]) for name in sorted(names)}
        )
    )


class TestAgreement:
    @pytest.mark.parametrize(
        ("name", "value"),
        [(name, value) for name, values in GOOD_AND_BAD.items() for value in values],
    )
    def test_one_field_of_a_claim(self, name: str, value: Any) -> None:
        _agree({"version": "1", "claims": [CLAIM | {name: value}]})

    @pytest.mark.parametrize(
        ("name", "value"), [(name, value) for name, values in SHELLS.items() for value in values]
    )
    def test_one_field_of_the_file(self, name: str, value: Any) -> None:
        _agree({"version": "1", "claims": [], name: value})

    @untimed
    @given(_some_of(GOOD_AND_BAD), _some_of(SHELLS))
    def test_several_fields(self, claim: dict[str, Any], shell: dict[str, Any]) -> None:
        _agree({"version": "1", "claims": [CLAIM | claim]} | shell)

    def test_every_time_zone_is_accepted(self) -> None:
        shells = ({"version": 1, "timezone": name, "claims": []} for name in zone_names())
        assert all(map(accepts, shells))

    @pytest.mark.parametrize("code", codes())
    def test_it_accepts_right_samples_and_refuses_faults_of_form(self, code: str) -> None:
        right, wrong = entry(code).right, entry(code).wrong
        assert right is None or accepts(_root(right))
        assert wrong is None or not code.startswith("E1") or not accepts(_root(wrong))


def _resolved(field: dict[str, Any]) -> dict[str, Any]:
    """What a field refers to; nothing where it says all itself."""
    name = field.get("$ref", "").rpartition("/")[2]
    return dict(claims_schema()["$defs"][name]) if name else {}


def _offered(field: dict[str, Any]) -> Iterator[Any]:
    """The values that an editor offers for a field: as the YAML language server finds them."""
    yield from field.get("enum", ())
    yield from field.get("examples", ())
    yield from (field[key] for key in ("default", "const") if key in field)
    kinds = [] if "enum" in field else field.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    yield from (True, False) if "boolean" in kinds else ()
    yield from (None,) if "null" in kinds else ()
    inner = [part for key in ("allOf", "anyOf", "oneOf") for part in field.get(key, ())]
    for part in (*inner, *([_resolved(field)] if "$ref" in field else ())):
        yield from _offered(part)


def _messages(data: Any) -> Iterator[str]:
    """What a validator that knows them shows of the messages of a schema."""
    errors = list(Draft202012Validator(claims_schema()).iter_errors(data))
    for error in errors:
        errors += error.context or ()
        assert isinstance(error.schema, dict)
        keys = ("patternErrorMessage",) if error.validator == "pattern" else ()
        yield from (error.schema[key] for key in (*keys, "errorMessage") if key in error.schema)


def _zones(whole: Any) -> Any:
    return whole["$defs"]["Zone"]["enum"]


def _without_zones(text: str) -> Any:
    """A schema without the names of zones, of which there are more every other year."""
    whole = json.loads(text)
    del whole["$defs"]["Zone"]["enum"]
    return whole, text[:20]


def _agree(data: Any) -> None:
    """The schema says of data what the models say, typed by a reader of YAML or not."""
    expected = in_form(data)
    assert accepts(data) == expected
    assert accepts(typed(data)) == expected


def _root(text: str) -> Any:
    """The data of a text, as a reader of YAML hands it on."""
    return typed(read("claims.yaml", text.encode()).root)
