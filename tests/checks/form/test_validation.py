"""The form of the file: which fields there are, which are needed, and what each of them holds."""

from datetime import UTC, datetime

import pytest

from claim_tracker.checks import Sought, examine
from claim_tracker.yaml import read
from tests.samples import (
    NEWS,
    REPORT,
    TODAY,
    another,
    assert_valid,
    check,
    claim,
    claims_file,
    codes,
    the_finding,
)

QUANTITY = "{value: 900, unit: soldiers}"


class TestUnknownFields:
    @pytest.mark.parametrize(
        ("name", "proposed"),
        [
            ("deadlne", "due"),
            ("deadline", "due"),
            ("Due", "due"),
            ("as-of", "as_of"),
            ("qantity", "quantity"),
        ],
    )
    def test_an_unknown_field_is_marked_with_the_nearest(self, name: str, proposed: str) -> None:
        finding = the_finding(claims_file(claim({f"«{name}»": "2026-09"})), code="E101")
        assert finding.claim == "base-closes"
        assert finding.help == f"did you mean `{proposed}`?"

    @pytest.mark.parametrize(
        ("name", "value", "help"),
        [
            ("tag", "[base]", "did you mean `tags`?"),
            ("tag", "base", "did you mean `tags`? It takes a list"),
            ("topics", "[base]", "did you mean `topic`? It takes one value, and no list"),
        ],
    )
    def test_a_list_or_one_value_is_said_beside_the_name(
        self, name: str, value: str, help: str
    ) -> None:
        assert the_finding(claims_file(claim({f"«{name}»": value})), code="E101").help == help

    def test_no_shape_is_said_of_a_field_that_takes_one_value_or_a_list(self) -> None:
        fields = {"source": None, "«surce»": f"[{REPORT}]"}
        assert the_finding(claims_file(claim(fields)), code="E101").help == "did you mean `source`?"

    @pytest.mark.parametrize(
        ("needed", "written"),
        [
            ("speaker", "speker"),
            ("speaker", "Speaker"),
            ("speaker", "who"),
            ("kind", "type"),
            ("claim", "text"),
            ("source", "sources"),
            ("id", "ID"),
        ],
    )
    def test_a_needed_field_under_another_name_is_one_finding(
        self, needed: str, written: str
    ) -> None:
        value = {"speaker": "A. Minister", "kind": "fact", "claim": "C.", "id": "b"}
        fields = {needed: None, f"«{written}»": value.get(needed, REPORT)}
        finding = the_finding(claims_file(claim(fields)), code="E101")
        assert finding.help == f"did you mean `{needed}`?"
        assert finding.claim == (None if needed == "id" else "base-closes")

    @pytest.mark.parametrize(
        ("name", "owner"),
        [("outcome", "an update"), ("country", "a place"), ("timezone", "the file")],
    )
    def test_a_field_of_another_part_is_moved_there(self, name: str, owner: str) -> None:
        finding = the_finding(claims_file(claim({f"«{name}»": "x"})), code="E101")
        assert finding.help.startswith(f"it is a field of {owner}: write it ")

    def test_a_field_unlike_any_other_lists_what_is_known(self) -> None:
        head = "places:\n  harbour: {name: Harbour Base, «xyz»: 1}\n"
        text = claims_file(claim({"places": "[harbour]"}), head=head)
        finding = the_finding(text, code="E101")
        assert finding.claim is None
        assert finding.help == "known here are `name`, `region`, `country`"

    @pytest.mark.parametrize(
        ("field", "value", "second", "what"),
        [
            ("due", "2026", "deu", "keep one of the two"),
            ("speaker", "A. Minister", "author", "keep one of the two"),
            ("tags", "[base]", "keywords", "put both into it"),
        ],
    )
    def test_a_field_under_a_second_name_is_there_already(
        self, field: str, value: str, second: str, what: str
    ) -> None:
        finding = the_finding(claims_file(claim({field: value, f"«{second}»": value})), code="E101")
        assert finding.help == f"`{field}` is there already: {what}"

    @pytest.mark.parametrize("key", ["quantity", "source"])
    def test_an_entry_has_the_fields_of_its_section_whatever_its_key(self, key: str) -> None:
        head = f"places:\n  {key}: {{name: Harbour, «contry»: IQ}}\n"
        finding = the_finding(claims_file(claim({"places": f"[{key}]"}), head=head), code="E101")
        assert finding.help == "did you mean `country`?"

    @pytest.mark.parametrize(
        ("first", "second", "helps"),
        [
            ("text", "statement", ["did you mean `claim`?", "`claim` is there already, as `text`"]),
            ("text", "clam", ["`claim` is there already, as `clam`", "did you mean `claim`?"]),
            ("statement", "description", ["did you mean `claim`?", "did you mean `note`?"]),
        ],
    )
    def test_two_names_stand_for_two_fields(
        self, first: str, second: str, helps: list[str]
    ) -> None:
        fields = {"claim": None, first: "The base closes.", second: "It is small."}
        found = check(claims_file(claim(fields))).findings
        assert [finding.help.partition(": ")[0] for finding in found] == helps

    def test_so_do_those_of_defaults(self) -> None:
        head = "defaults: {author: A. Minister, spekaer: B. Minister}\n"
        text = claims_file(claim({"speaker": None}), head=head)
        assert [finding.help.partition(": ")[0] for finding in check(text).findings] == [
            "`speaker` is there already, as `spekaer`",
            "did you mean `speaker`?",
        ]

    @pytest.mark.parametrize(
        ("name", "value", "help"),
        [
            ("title", "T", "it is a field of a source: write it below `source:`"),
            ("published", "2025-08-18", "it is a field of a source: write it below `source:`"),
            ("link", "https://example.org/", "did you mean `url`? That is a field of a source"),
            ("happened", "2025-08-18", "it is a field of an update: write it below `updates:`"),
            ("status", "kept", "did you mean `outcome`? That is a field of an update"),
            ("status", "ongoing", "did you mean `progress`? That is a field of an update"),
            ("sources", "{a: {url: https://example.org/}}", "it is a field of the file"),
            ("publisher", "A Paper", "it is a field of a source"),
            ("publisher", "{name: A, url: https://example.org/}", "it is a field of the file"),
            ("unit", "soldiers", "it is a field of a quantity: write it below `quantity:`"),
        ],
    )
    def test_what_is_in_another_column_goes_where_it_fits(
        self, name: str, value: str, help: str
    ) -> None:
        finding = the_finding(claims_file(claim({f"«{name}»": value})), code="E101")
        assert finding.help.startswith(help)

    def test_an_address_in_a_claim_is_that_of_the_source_it_lacks(self) -> None:
        fields = {"source": None, "stated": "2025", "«url»": "https://example.org/"}
        finding = the_finding(claims_file(claim(fields)), code="E101")
        assert finding.help.startswith("it is a field of a source")

    @pytest.mark.parametrize(
        "head",
        [
            "«timezon»: UTC\n",
            "checks: {«archive»: required}\n",
            "publisher: {«titel»: News, url: https://news.example/}\n",
            f"sources:\n  paper-1: {{{REPORT[1:-1]}, «autor»: B}}\n",
        ],
    )
    def test_every_part_of_the_file_knows_its_fields(self, head: str) -> None:
        used = claim({"source": "paper-1"}) if "paper-1" in head else claim()
        assert the_finding(claims_file(used, head=head), code="E101").claim is None

    @pytest.mark.parametrize(
        "field",
        [
            f"{{date: 2025-10-01, note: N., «notes»: M., source: {NEWS}}}",
            "{date: 2025-10-01, note: N., source: {url: https://example.org/, «titel»: T}}",
            f"{{date: 2025-10-01, source: {NEWS}, quantity: {{{QUANTITY[1:-1]}, «per»: day}}}}",
        ],
    )
    def test_every_part_of_an_update_knows_its_fields(self, field: str) -> None:
        text = claims_file(claim({"updates": f"[{field}]"}))
        assert the_finding(text, code="E101").claim == "base-closes"

    def test_an_unknown_field_without_a_value_is_unknown_too(self) -> None:
        the_finding(claims_file(claim({"«colour»": ""})), code="E101")

    def test_each_unknown_field_is_a_finding(self) -> None:
        found = codes(
            claims_file(claim({"colour": "red", "shape": "round"}), another({"size": "1"}))
        )
        assert found == ["E101", "E101", "E101"]


class TestMissingFields:
    @pytest.mark.parametrize("name", ["claim", "kind", "speaker", "source"])
    def test_a_missing_field_of_a_claim_is_marked_at_its_id(self, name: str) -> None:
        finding = the_finding(claims_file(claim({"id": "«base-closes»", name: None})), code="E102")
        assert finding.claim == "base-closes"
        assert finding.message == f"`base-closes` has no `{name}`"
        assert finding.help.startswith(f"add it, such as `{name}: ")

    def test_a_claim_without_an_id_is_marked_at_its_first_field(self) -> None:
        text = claims_file(claim({"id": None})).replace("- claim:", "- «claim»:")
        finding = the_finding(text, code="E102")
        assert finding.claim is None
        assert finding.message == "this claim has no `id`"
        assert finding.help == "add it, such as `id: base-closes`"

    @pytest.mark.parametrize(
        ("text", "name", "example"),
        [
            ("«version»: 1\n", "claims", "claims: []"),
            ("«claims»: []\n", "version", "version: 1"),
        ],
    )
    def test_a_missing_field_of_the_file_is_at_its_first_field(
        self, text: str, name: str, example: str
    ) -> None:
        finding = the_finding(text, code="E102")
        assert finding.claim is None
        assert finding.message == f"the file has no `{name}`"
        assert finding.help == f"add it, such as `{example}`"

    def test_each_missing_field_is_a_finding(self) -> None:
        assert codes(claims_file(claim({"kind": None, "speaker": None}))) == ["E102", "E102"]

    @pytest.mark.parametrize(
        ("written", "absent", "example"),
        [("{value: 900}", "unit", "US troops"), ("{unit: s}", "value", "2500")],
    )
    def test_a_quantity_needs_a_value_and_a_unit(
        self, written: str, absent: str, example: str
    ) -> None:
        finding = check(claims_file(claim({"kind": "fact", "quantity": written}))).findings[0]
        assert (finding.code, finding.span.line) == ("E102", 8)
        assert finding.message == f"`quantity` has no `{absent}`"
        assert finding.help == f"add it, such as `{absent}: {example}`"

    @pytest.mark.parametrize(
        ("written", "message"),
        [
            ("{url: https://news.example/}", "`publisher` has no `name`"),
            ("{url: https://news.example/, name: ~}", "`name` has no value"),
        ],
    )
    def test_a_publisher_needs_a_name_and_is_shown_one(self, written: str, message: str) -> None:
        found = check(claims_file(head=f"publisher: {written}\n")).findings
        assert [(each.code, each.message) for each in found] == [("E102", message)]
        assert found[0].help.endswith("such as `name: Example News`")

    def test_an_update_needs_a_date(self) -> None:
        finding = the_finding(claims_file(claim(updates=["«note»: N."])), code="E102")
        assert finding.message == "this update has no `date`"
        assert finding.help == "add it, such as `date: 2025-09-30`"

    def test_an_update_of_other_fields_may_have_a_dash_too_much(self) -> None:
        updates = ["date: 2025-10-01, note: N.", "«source»: news"]
        finding = the_finding(claims_file(claim(updates=updates)), code="E102")
        assert finding.help.endswith(
            "or delete the `- ` before it if it belongs to the update above"
        )

    def test_an_update_that_repeats_a_field_has_its_own_dash(self) -> None:
        updates = ["date: 2025-10-01, note: N.", "«note»: N."]
        finding = the_finding(claims_file(claim(updates=updates)), code="E102")
        assert "delete" not in finding.help

    @pytest.mark.parametrize("name", ["claim", "kind", "speaker", "source", "id"])
    def test_a_needed_field_without_a_value_is_marked_at_its_name(self, name: str) -> None:
        text = claims_file(claim({name: "~"})).replace(f" {name}: ~", f" «{name}»: ~")
        finding = the_finding(text, code="E102")
        assert finding.claim == (None if name == "id" else "base-closes")
        assert finding.message == f"`{name}` has no value"
        assert finding.help.startswith(f"give it a value, such as `{name}: ")

    @pytest.mark.parametrize("value", ["", "~", "null", "Null", "NULL"])
    def test_empty_and_null_mean_absent(self, value: str) -> None:
        assert codes(claims_file(claim({"speaker": value}))) == ["E102"]
        for name in ("topic", "due", "quantity", "places", "tags", "related", "updates", "stated"):
            assert_valid(claims_file(claim({name: value})))
        for name in ("timezone", "publisher", "checks", "sources", "places"):
            assert_valid(claims_file(claim(), head=f"{name}: {value}\n"))

    @pytest.mark.parametrize("value", ['"null"', "'~'", '"Null"', "nil", "none", "N/A", "no"])
    def test_a_quoted_null_and_other_words_are_text(self, value: str) -> None:
        assert_valid(claims_file(claim({"speaker": value})))


class TestOneFaultOneFinding:
    @pytest.mark.parametrize("name", ["claim", "kind", "speaker", "source", "id"])
    def test_an_alias_as_a_needed_value_is_one_finding(self, name: str) -> None:
        assert codes(claims_file(claim({name: "*other"}))) == ["E005"]

    def test_an_alias_for_a_whole_claim_is_one_finding(self) -> None:
        assert codes(claims_file("  - *other\n", claim())) == ["E005"]

    def test_an_alias_for_the_whole_file_is_one_finding(self) -> None:
        assert codes("*other") == ["E005"]

    def test_an_alias_in_a_list_is_one_finding(self) -> None:
        assert codes(claims_file(claim({"tags": "[*other, a]"}))) == ["E005"]

    def test_a_merge_in_a_claim_is_one_finding(self) -> None:
        text = claims_file(claim({"kind": None, "speaker": None, "<<": "{kind: fact}"}))
        assert codes(text) == ["E007"]

    def test_a_merge_with_an_alias_is_one_finding(self) -> None:
        assert codes(claims_file(claim({"speaker": None, "<<": "*base"}))) == ["E007"]

    def test_a_duplicate_with_a_fault_is_one_finding(self) -> None:
        assert codes(claims_file(claim({"due": "2026", "due ": "soon"}))) == ["E003"]

    def test_a_quantity_that_lacks_a_field_is_not_looked_at_further(self) -> None:
        update = "date: 2025-10-01, quantity: {value: 900}"
        assert codes(claims_file(claim(updates=[update]))) == ["E102"]

    def test_a_bad_stated_is_not_a_missing_one(self) -> None:
        assert codes(claims_file(claim({"stated": "soon", "source": NEWS}))) == ["E104"]


class TestWholeFiles:
    def test_sections_below_the_claims_belong_to_no_claim(self) -> None:
        text = claims_file(claim()) + "places:\n  harbour: {name: H, region: [x]}\ncolour: red\n"
        found = check(text).findings
        assert [(finding.code, finding.claim) for finding in found] == [
            ("W302", None),
            ("E103", None),
            ("E101", None),
        ]

    def test_a_repeated_key_below_the_claims_belongs_to_no_claim(self) -> None:
        text = claims_file(claim()) + "timezone: UTC\ntimezone: UTC\n"
        (finding,) = check(text).findings
        assert (finding.code, finding.claim) == ("E003", None)

    @pytest.mark.parametrize(
        ("text", "what"), [("«[]»\n", "a list"), ("«hello»\n", "a text"), ('«"a"»\n', "a text")]
    )
    def test_a_file_is_a_mapping(self, text: str, what: str) -> None:
        finding = the_finding(text, code="E103")
        assert finding.message == f"a file of claims is a mapping, and this is {what}"

    def test_the_smallest_file_is_valid(self) -> None:
        assert_valid("version: 1\nclaims: []\n")
        assert_valid("{version: 1, claims: []}")
        assert_valid('"version": "1"\n"claims": []\n')
        assert_valid("claims: []\nversion: 1")

    def test_every_field_there_is_may_be_used(self) -> None:
        update = (
            "date: 2025-10-01, outcome: confirmed, rating: R, happened: 2025-09, "
            "progress: stalled, due: 2026-12, review: 2027, quote: Q., note: N., "
            f"quantity: {QUANTITY}, "
            "source: [paper-1, {source: paper-2, at: page 1}]"
        )
        fields = {
            "quote": "Q.",
            "topic": "Bases",
            "organisation": "O",
            "review": "2026-12",
            "criteria": "C.",
            "note": "N.",
            "role": "minister",
            "via": "a paper",
            "stated": "2025-08-18",
            "as_of": "2025-08",
            "due": "2026-09",
            "quantity": "{value: -2.5, unit: soldiers, approximate: true}",
            "kind": "fact",
            "source": "paper-1",
            "places": "[harbour]",
            "tags": "[a, b c]",
            "related": "[soldiers-leave]",
        }
        head = (
            "timezone: Asia/Baghdad\nlanguage: en\ntitle: T\nabout: A.\n"
            "defaults: {topic: B, due: none}\npublisher: {name: N, url: https://news.example/}\n"
            "checks: {archived: required}\nsources:\n"
            "  paper-1: {title: T, publisher: P, url: https://example.org/, published: 2025-08-18, "
            "archived: https://archive.example.org/1}\n"
            "  paper-2: {title: Not on the web}\n"
            "places:\n  harbour: {name: Harbour Base, region: R, country: IQ}\n"
        )
        assert_valid(claims_file(claim(fields, [update]), another(), head=head))


class TestOneFaultHidesNoOther:
    @pytest.mark.parametrize(
        ("fields", "found"),
        [
            ({"due": "soon", "places": "[nowhere]"}, ["E104", "E203"]),
            ({"quantity": "{value: x, unit: y}", "related": "[nothing]"}, ["E109", "E204"]),
            ({"places": "base", "related": "[nothing]"}, ["E103", "E204"]),
            ({"stated": "soon", "due": "2001"}, ["E104"]),
        ],
    )
    def test_a_bad_field_leaves_the_claim_to_the_rules(
        self, fields: dict[str, str], found: list[str]
    ) -> None:
        assert codes(claims_file(claim(fields))) == found

    @pytest.mark.parametrize(
        ("update", "found"),
        [
            ("date: 2025-10-01, outcome: kept, source: []", ["E110"]),
            ("date: 2025-10-01, outcome: kept, happened: soon", ["E211", "E104"]),
            ("date: 2025-10-01, note: []", ["E103"]),
            ("date: 2001-10-01, note: N., progress: slow", ["E208", "E106"]),
            ("date: soon, outcome: confirmed", ["E104"]),
        ],
    )
    def test_a_bad_field_leaves_its_update_to_the_rules(
        self, update: str, found: list[str]
    ) -> None:
        assert codes(claims_file(claim(updates=[update]))) == found

    def test_an_unknown_field_of_no_meaning_hides_no_missing_one(
        self,
    ) -> None:
        assert codes(claims_file(claim({"speaker": None, "colour": "red"}))) == ["E102", "E101"]

    def test_a_bad_claim_leaves_the_options_of_the_file(self) -> None:
        head = "timezone: Asia/Baghdad\nchecks: {dates: canonical, ignore: [W304]}\n"
        other = another({"stated": "2026-01-01", "due": "Sept 2026"})
        text = claims_file(claim({"kind": "promise"}), other, head=head)
        as_of = datetime(2025, 12, 31, 22, 0, tzinfo=UTC)
        found = examine([read("a.yaml", text.encode())], as_of).findings
        assert [finding.code for finding in found] == ["E106"]

    def test_a_source_with_a_bad_date_is_not_one_without(self) -> None:
        head = "sources:\n  paper-1: {url: https://example.org/, published: soon}\n"
        assert codes(claims_file(claim({"source": "paper-1"}), head=head)) == ["E104"]

    def test_of_many_faults_the_first_are_reported_with_the_rest(self) -> None:
        found = check("version: 1\nclaims:\n" + "  - x\n" * 6_000).findings
        assert [finding.code for finding in found].count("E103") == 5_000
        the_rest = next(finding for finding in found if finding.code == "E009")
        assert the_rest.message == (
            "more than 5,000 faults in one file; the others are not looked at"
        )
        assert the_rest.help == "mend these first, or split the file"

    def test_faults_left_out_are_counted_where_all_are_known(self) -> None:
        text = claims_file(*(claim({"source": "x", "related": "[y]"}) for _ in range(2_000)))
        found = check(text).findings
        left_out = next(finding for finding in found if finding.code == "E009")
        assert left_out.message == (
            "the first 5,000 faults of this file are shown, and 999 more are not"
        )

    def test_the_most_faults_that_are_reported_are_all(self) -> None:
        assert codes("version: 1\nclaims:\n" + "  - x\n" * 4_999) == ["E103"] * 4_999

    @pytest.mark.slow
    def test_as_many_faults_are_found_as_are_asked_for(self) -> None:
        document = read("a.yaml", claims_file(*[claim({"deu": "2026"})] * 5_001).encode())
        found = examine([document], TODAY, sought=Sought(most=20_000)).findings
        codes = [finding.code for finding in found]
        assert (codes.count("E101"), codes.count("E009")) == (5_001, 0)

    def test_an_update_without_a_date_hides_no_fault_of_another(self) -> None:
        updates = ["date: soon", "date: 2025-10-01, note: []"]
        assert codes(claims_file(claim(updates=updates))) == ["E104", "E103"]


class TestTheRestOfAClaim:
    @pytest.mark.parametrize(
        ("name", "value", "code"),
        [
            ("id", "Base Closes", "E108"),
            ("id", None, "E102"),
            ("claim", "", "E102"),
            ("kind", "promis", "E106"),
            ("speaker", "[A, B]", "E103"),
            ("kind", '"commitment', "E002"),
        ],
    )
    def test_a_fault_in_what_it_needs_hides_no_other(
        self, name: str, value: str | None, code: str
    ) -> None:
        fields = {"source": "nowhere", "places": "[nothing]", "related": "[nobody]"}
        found = codes(claims_file(claim({**fields, name: value}, ["date: 2025-10-01, due: 2027"])))
        assert sorted(found) == sorted([code, "E202", "E203", "E204", "E211"])

    def test_a_stand_in_for_a_fault_has_no_finding(self) -> None:
        first = claim({"claim": None, "as_of": "2025", "kind": "fct"})
        second = another({"claim": None, "source": "[x]"}, ["date: 2025-10-01, outcome: kept"])
        found = codes(claims_file(first, second))
        assert found == ["E102", "E106", "E102", "E202", "E211"]

    def test_a_claim_with_a_lost_line_may_lack_nothing(self) -> None:
        fields = {"kind": "fact\n    ???", "source": "{url: https://example.org/}"}
        assert codes(claims_file(claim(fields))) == ["E002"]


class TestSlipsInBrackets:
    @pytest.mark.parametrize("written", ["value:900", "value 900"])
    def test_a_name_and_its_value_are_separated(self, written: str) -> None:
        text = claims_file(claim({"quantity": f"{{«{written}», unit: soldiers}}"}))
        assert the_finding(text, code="E101").help == "write `value: 900`"
