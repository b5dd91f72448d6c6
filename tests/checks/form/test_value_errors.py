"""What a field holds: types, dates, addresses, words, ids, numbers and texts."""

import pytest

from claim_tracker.claims.vocabulary import OUTCOMES
from tests.samples import NEWS, REPORT, assert_valid, check, claim, claims_file, codes, the_finding


def _source(url: str) -> str:
    return f"{{url: {url}, published: 2025-08-18}}"


class TestTypes:
    @pytest.mark.parametrize("name", ["claim", "kind", "speaker", "role", "topic", "id"])
    @pytest.mark.parametrize(("value", "what"), [("[a]", "a list"), ("{a: b}", "a mapping")])
    def test_a_text_is_no_list_and_no_mapping(self, name: str, value: str, what: str) -> None:
        finding = the_finding(claims_file(claim({name: f"«{value}»"})), code="E103")
        assert finding.message == f"`{name}` is {what}, and has to be a text"
        assert finding.claim == (None if name == "id" else "base-closes")

    @pytest.mark.parametrize("name", ["tags", "related"])
    def test_a_text_is_no_list(self, name: str) -> None:
        finding = the_finding(claims_file(claim({name: "«base»"})), code="E103")
        assert finding.message == f"`{name}` is the text `base`, and has to be a list"
        assert finding.help == f"write `{name}: [base]`"

    @pytest.mark.parametrize("value", ["[[a]]", "[{a: b}]", "[~]", "[a, [b]]"])
    def test_the_items_of_a_list_are_texts(self, value: str) -> None:
        assert codes(claims_file(claim({"tags": value}))) == ["E103"]

    @pytest.mark.parametrize("value", ["none", "900 soldiers", "[900, soldiers]"])
    def test_a_quantity_is_a_mapping(self, value: str) -> None:
        finding = the_finding(claims_file(claim({"quantity": f"«{value}»"})), code="E103")
        assert finding.message.endswith("has to be a mapping")

    def test_a_list_of_sources_has_at_least_one(self) -> None:
        text = claims_file(claim({"source": "«[]»", "stated": "2025-08"}))
        assert the_finding(text, code="E110").help == "write a key of `sources`, or a list of such"

    @pytest.mark.parametrize("value", ["«text»", "«[]»", "«[a: b]»"])
    def test_a_claim_and_an_update_are_mappings(self, value: str) -> None:
        assert the_finding(claims_file(f"  - {value}\n"), code="E103").claim is None
        text = claims_file(claim({"updates": f"[{value}]"}))
        assert the_finding(text, code="E103").claim == "base-closes"

    @pytest.mark.parametrize("head", ["sources: «[]»\n", "places: «none»\n", "checks: «[a]»\n"])
    def test_the_sections_of_the_file_are_mappings(self, head: str) -> None:
        the_finding(claims_file(claim(), head=head), code="E103")

    def test_claims_are_a_list(self) -> None:
        the_finding("version: 1\nclaims: «{}»\n", code="E103")
        the_finding("version: 1\nclaims: «none»\n", code="E103")

    @pytest.mark.parametrize("value", ["yes", "1", "about", "[true]"])
    def test_approximate_is_true_or_false(self, value: str) -> None:
        quantity = f"{{value: 900, unit: soldiers, approximate: «{value}»}}"
        finding = the_finding(claims_file(claim({"quantity": quantity})), code="E103")
        assert finding.help == "write `true` or `false`"

    @pytest.mark.parametrize("value", ["true", "False", '"true"', "TRUE", "~"])
    def test_true_and_false_are_accepted_in_any_case(self, value: str) -> None:
        quantity = f"{{value: 900, unit: soldiers, approximate: {value}}}"
        assert_valid(claims_file(claim({"quantity": quantity})))


class TestDates:
    @pytest.mark.parametrize(
        ("written", "help_has"),
        [
            ("09/10/2025", "`2025-09-10` or `2025-10-09`"),
            ("September", "`September 2025`"),
            ("2026-02-30", "`2026-02-28`"),
            ("2026-9", "`2026-09`"),
            ("2025-09/..", "`2025-09` alone"),
            ("soon", "`2025-09-30`"),
            ('""', "leave the field out"),
        ],
    )
    def test_what_is_no_date_is_marked_with_what_to_write(
        self, written: str, help_has: str
    ) -> None:
        finding = the_finding(claims_file(claim({"due": f"«{written}»"})), code="E104")
        assert finding.claim == "base-closes"
        assert help_has in finding.help

    @pytest.mark.parametrize(
        "update",
        [
            "date: «lately», note: N.",
            "date: «within 3 days», note: N.",
            "date: 2025-10-01, happened: «soon», note: N.",
            f"date: 2025-10-01, due: «soon», source: {NEWS}",
        ],
    )
    def test_the_dates_of_an_update_are_read_too(self, update: str) -> None:
        the_finding(claims_file(claim(updates=[update])), code="E104")

    def test_the_date_of_a_source_is_read_too(self) -> None:
        source = "{url: https://example.org/, published: «yesterday»}"
        head = f"sources:\n  paper-1: {source}\n"
        the_finding(claims_file(claim({"source": source})), code="E104")
        the_finding(claims_file(claim({"source": "paper-1"}), head=head), code="E104")

    @pytest.mark.parametrize("value", ["[2026-09]", "{year: 2026}"])
    def test_a_date_is_no_list_and_no_mapping(self, value: str) -> None:
        the_finding(claims_file(claim({"due": f"«{value}»"})), code="E103")


class TestAddresses:
    @pytest.mark.parametrize(
        "url",
        [
            "ftp://example.org/report",
            "example.org/report",
            "www.example.org",
            "https://",
            "https:///report",
            "https:/example.org",
            "https//example.org",
            "//example.org/report",
            "mailto:a@example.org",
            "javascript:alert(1)",
            "https://user@example.org/",
            "https://user:secret@example.org/",
            "https://@example.org/",
            "https://example.org/a report",
            "https://exam ple.org/",
            "<https://example.org/>",
            "https://example.org:99999/",
            "https://example.org:port/",
            r"https://example.org\report",
            "tba",
        ],
    )
    def test_what_is_no_public_address_is_refused(self, url: str) -> None:
        source = f"\n      url: «{url}»\n      published: 2025-08-18"
        finding = the_finding(claims_file(claim({"source": source})), code="E105")
        assert finding.claim == "base-closes"

    @pytest.mark.parametrize(
        "url",
        [
            "https://example.org",
            "http://example.org/",
            "HTTPS://Example.ORG/Report",
            "https://example.org:8443/report",
            "https://example.org/?p=38320&q=a%20b#part",
            "https://example.org/path/with/@name",
            "https://example.org/?mail=a@example.org",
            "https://münchen.example/straße",
            "https://例え.example/報告",
            "https://xn--mnchen-3ya.example/",
            "https://192.0.2.1/report",
            "'https://[2001:db8::1]/report'",
            "https://example.org/copy-of/https://example.com/report",
            "https://example.org/it's_(here);a=1,2",
            "'  https://example.org/report  '",
        ],
    )
    def test_ports_queries_and_names_in_any_script_are_accepted(self, url: str) -> None:
        source = f"\n      url: {url}\n      published: 2025-08-18"
        assert_valid(claims_file(claim({"source": source})))

    @pytest.mark.parametrize(
        ("url", "what"),
        [
            ("https://example.org/a b", "a space as character 22"),
            ("https://example.org/a\u00a0b", "U+00A0 (no-break space) as character 22"),
            ("https://example.org/<a>", "`<` as character 21"),
            ("https://example.org/a`b", "a backquote as character 22"),
            (r"https://example.org\a", r"`\` as character 20"),
        ],
    )
    def test_a_character_that_it_cannot_have_is_named(self, url: str, what: str) -> None:
        source = f"{{url: «'{url}'», published: 2025-08-18}}"
        text = claims_file(claim({"source": source}))
        finding = the_finding(text, code="E105")
        assert finding.message == f"`{url}` has {what}, which no address can have"

    @pytest.mark.parametrize("url", ["example.org/report", "www.example.org"])
    def test_an_address_without_its_scheme_is_told_with_it(self, url: str) -> None:
        source = f"{{url: «{url}», published: 2025-08-18}}"
        finding = the_finding(claims_file(claim({"source": source})), code="E105")
        assert finding.help == f"write `https://{url}`, if it is that"

    def test_the_address_of_a_copy_is_looked_at_too(self) -> None:
        source = REPORT.replace("}", ", archived: «archive.example.org»}")
        the_finding(claims_file(claim({"source": source})), code="E105")


class TestWords:
    @pytest.mark.parametrize(
        ("written", "lead"),
        [
            ("Commitment", "did you mean `commitment`? Known are"),
            ("prediciton", "did you mean `prediction`? Known are"),
            ("promise", "did you mean `commitment`? Known are"),
            ("opinion", "write one of"),
        ],
    )
    def test_an_unknown_kind_is_marked_with_the_known_ones(self, written: str, lead: str) -> None:
        finding = the_finding(claims_file(claim({"kind": f"«{written}»"})), code="E106")
        assert finding.claim == "base-closes"
        assert finding.message == f"`{written}` is not a word for `kind`"
        assert finding.help == f"{lead} `commitment`, `prediction`, `fact`"

    @pytest.mark.parametrize("kind", ["[commitment]", "{commitment: yes}", "promise"])
    def test_an_unknown_outcome_of_no_kind_lists_those_of_all(self, kind: str) -> None:
        update = f"date: 2025-10-01, outcome: done, source: {NEWS}"
        found = check(claims_file(claim({"kind": kind}, [update]))).findings
        assert [finding.code for finding in found] == [
            "E106" if kind == "promise" else "E103",
            "E106",
        ]
        assert found[-1].help == "write one of " + ", ".join(f"`{word}`" for word in OUTCOMES)

    def test_an_unknown_outcome_lists_those_of_its_kind(self) -> None:
        update = f"date: 2025-10-01, outcome: «done», source: {NEWS}"
        finding = the_finding(claims_file(claim({"kind": "prediction"}, [update])), code="E106")
        assert "`came-true`" in finding.help
        assert "`kept`" not in finding.help

    def test_an_unknown_progress_is_marked_with_the_nearest(self) -> None:
        text = claims_file(claim(updates=["date: 2025-10-01, progress: «on track»"]))
        assert "did you mean `on-track`?" in the_finding(text, code="E106").help

    @pytest.mark.parametrize("version", ["2", "1.0", "v1", "01", "one"])
    def test_there_is_one_version(self, version: str) -> None:
        finding = the_finding(f"version: «{version}»\nclaims: []\n", code="E106")
        assert finding.help == "write `version: 1`"

    @pytest.mark.parametrize(
        ("zone", "proposed"),
        [
            ("utc", "UTC"),
            ("est", "EST"),
            ("europe london", "Europe/London"),
            ("Asia/Bagdad", "Asia/Baghdad"),
            ("Baghdad", "Asia/Baghdad"),
            ("Europe/Lundon", "Europe/London"),
            ("Argentina/Buenos Aires", "America/Argentina/Buenos_Aires"),
            ("America/Buenos_Airez", "America/Buenos_Aires"),
            ("Iraq/Baghdad", "Asia/Baghdad"),
            ("London", "Europe/London"),
            ("Sao Paulo", "America/Sao_Paulo"),
            ("La Rioja", "America/Argentina/La_Rioja"),
            ("Middle East/Baghdad", "Asia/Baghdad"),
            ("Far East/Japan/Tokyo", "Asia/Tokyo"),
        ],
    )
    def test_an_unknown_time_zone_is_marked_with_the_nearest(
        self, zone: str, proposed: str
    ) -> None:
        finding = the_finding(claims_file(head=f"timezone: «{zone}»\n"), code="E106")
        assert finding.message == f"`{zone}` is not a time zone"
        assert finding.help == f"did you mean `{proposed}`?"

    @pytest.mark.parametrize(
        "zone",
        [
            "Mesopotamia Baghdad",
            "Iranian time",
            "Nowhere",
            "UTC+3",
            "Etc/GMT-30",
            "a/b/c",
            "../etc/passwd",
            "/etc/passwd",
        ],
    )
    def test_a_time_zone_that_is_near_to_none_shows_what_to_write(self, zone: str) -> None:
        finding = the_finding(claims_file(head=f"timezone: «{zone}»\n"), code="E106")
        assert finding.help == "write an IANA name, such as `Asia/Baghdad`"

    def test_a_space_around_a_time_zone_is_one_too_many(self) -> None:
        finding = the_finding(claims_file(head="timezone: «' UTC'»\n"), code="E106")
        assert (finding.message, finding.help) == ("a space around `UTC`", "delete the space")

    @pytest.mark.parametrize("zone", ["UTC", "Asia/Baghdad", "America/Argentina/Buenos_Aires"])
    def test_a_known_time_zone_is_accepted(self, zone: str) -> None:
        assert_valid(claims_file(head=f"timezone: {zone}\n"))

    @pytest.mark.parametrize(
        ("country", "such_as"),
        [
            ("iq", "`IQ`"),
            ("Iraq", "`IQ` for Iraq"),
            ("IRQ", "`IQ` for Iraq"),
            ("I", "`IQ` for Iraq"),
            ("ÄÖ", "`IQ` for Iraq"),
        ],
    )
    def test_a_country_is_two_capital_letters(self, country: str, such_as: str) -> None:
        head = f"places:\n  harbour: {{name: H, country: «{country}»}}\n"
        finding = the_finding(claims_file(claim({"places": "[harbour]"}), head=head), code="E106")
        assert finding.message == f"`{country}` is not a country code"
        assert finding.help == f"write the two capital letters of ISO 3166-1, such as {such_as}"

    def test_an_unknown_demand_of_checks_is_marked(self) -> None:
        the_finding(claims_file(claim(), head="checks: {archived: «yes»}\n"), code="E106")


class TestKeys:
    @pytest.mark.parametrize("key", ["' news'", '"news\\t"'])
    def test_space_around_a_key_is_marked_and_the_key_known(self, key: str) -> None:
        head = f"sources:\n  «{key}»: {REPORT}\n"
        finding = the_finding(claims_file(claim({"source": "news"}), head=head), code="E108")
        assert finding.message == "a space around the key `news`"
        assert finding.help == "delete the space"

    @pytest.mark.parametrize("keys", [("' a'", "'a '"), ("a", "' a'"), ("'a '", "a", "' a'")])
    def test_of_two_keys_that_space_tells_apart_none_is_surely_meant(
        self, keys: tuple[str, ...]
    ) -> None:
        head = "".join(f"  {key}: {{name: {number}}}\n" for number, key in enumerate(keys))
        text = claims_file(claim({"places": "[a]"}), head=f"places:\n{head}")
        found = check(text).findings
        assert {finding.code for finding in found} == {"E108"}
        assert {finding.fix for finding in found} == {None}
        assert {finding.help for finding in found} == {
            "delete it, and give one of the two another key"
        }

    def test_a_key_in_a_misnamed_section_may_have_a_space_around_it(self) -> None:
        head = f"souces:\n  ' news': {REPORT}\n"
        assert codes(claims_file(claim({"source": "news"}), head=head)) == ["E101"]

    def test_a_key_is_not_empty(self) -> None:
        finding = the_finding(claims_file(head="places:\n  «' '»: {name: A}\n"), code="E110")
        assert finding.message == "a key of `places` is empty"
        assert finding.help == "write a short key of your own"

    def test_one_that_is_the_name_of_a_list_is_a_key_as_others(self) -> None:
        head = "places:\n  updates: «[x]»\n"
        finding = the_finding(claims_file(claim({"places": "[updates]"}), head=head), code="E103")
        assert finding.help == "write its fields as `name: value`, one a line"

    def test_it_does_not_hide_what_is_in_its_entry(self) -> None:
        head = f"sources:\n  ' a': {{ulr: ftp://a}}\n  a: {REPORT}\n"
        assert codes(claims_file(claim({"source": "a"}), head=head)) == ["E108", "E101"]


class TestIds:
    @pytest.mark.parametrize(
        ("written", "mended"),
        [
            ("Base closes", "base-closes"),
            ("base_closes", "base-closes"),
            ("base--closes", "base-closes"),
            ("-base", "base"),
            ("base-", "base"),
            ("base.closes", "base-closes"),
            ("a" * 81, "a" * 80),
            ("База закрыта", "baza-zakryta"),
            ("Łódź", "lodz"),
        ],
    )
    def test_what_is_no_id_is_marked_with_the_id_to_write(self, written: str, mended: str) -> None:
        finding = the_finding(claims_file(claim({"id": f"«{written}»"})), code="E108")
        assert finding.help == f"write `{mended}`"
        assert_valid(claims_file(claim({"id": mended})))

    @pytest.mark.parametrize("written", ["a", "0", "2025-09", "no", "a-1-b", "a" * 80, '"1e5"'])
    def test_lower_case_letters_digits_and_single_hyphens_are_an_id(self, written: str) -> None:
        assert_valid(claims_file(claim({"id": written})))


class TestNumbers:
    @pytest.mark.parametrize(
        "written",
        [
            "about 900",
            "'2,500'",
            "2 500",
            "900-1000",
            "nan",
            "inf",
            "-inf",
            "1e5",
            "0x10",
            "1_000",
            "50%",
            "$5",
            "٣",
            "+5",
            ".5",
            "5.",
            "--5",
            "1" * 16,
            "0.1234567",
        ],
    )
    def test_what_is_no_plain_number_is_marked(self, written: str) -> None:
        quantity = f"{{value: «{written}», unit: soldiers}}"
        finding = the_finding(claims_file(claim({"quantity": quantity})), code="E109")
        assert finding.claim == "base-closes"

    @pytest.mark.parametrize(
        ("written", "advice"),
        [
            ("214 million", "write `value: 214000000`"),
            ("'2,500'", "write `value: 2500`"),
            ("about 2500 men", "write `value: 2500`, and `approximate: true`"),
            ("€20m", "write `value: 20000000`"),
            ("5 bn", "write `value: 5000000000`"),
        ],
    )
    def test_the_number_that_a_text_tells_is_proposed(self, written: str, advice: str) -> None:
        quantity = f"{{value: «{written}», unit: soldiers}}"
        finding = the_finding(claims_file(claim({"quantity": quantity})), code="E109")
        assert finding.help == advice

    @pytest.mark.parametrize("written", ["5 hundred men", "12 dozen", "2 out of 3", "$2 bn (est.)"])
    def test_a_number_that_is_not_all_of_the_figure_is_not_proposed(self, written: str) -> None:
        quantity = f"{{value: «{written}», unit: soldiers}}"
        finding = the_finding(claims_file(claim({"quantity": quantity})), code="E109")
        assert finding.help.startswith("write up to 15 digits")

    @pytest.mark.parametrize(
        ("written", "value"),
        [("900", 900), ("-3.5", -3.5), ("0", 0), ("010", 10), ("2.0", 2), ("' 900 '", 900)],
    )
    def test_digits_quoted_or_not_are_a_number(self, written: str, value: float) -> None:
        tracker = check(
            claims_file(claim({"quantity": f"{{value: {written}, unit: soldiers}}"}))
        ).tracker
        assert tracker is not None
        (entry,) = tracker
        assert entry.claim.quantity is not None
        assert entry.claim.quantity.value == value


class TestTexts:
    @pytest.mark.parametrize("name", ["claim", "speaker", "role", "via", "topic", "source", "id"])
    @pytest.mark.parametrize("empty", ['""', "''", '"  "'])
    def test_a_text_is_not_empty(self, name: str, empty: str) -> None:
        finding = the_finding(claims_file(claim({name: f"«{empty}»"})), code="E110")
        assert finding.message == f"`{name}` is empty"

    def test_an_item_of_a_list_is_not_empty(self) -> None:
        the_finding(claims_file(claim({"tags": '[a, «""»]'})), code="E110")

    @pytest.mark.parametrize(
        "text", ["no", "yes", "2025-09", "12:30", "010", "1e3", ".", "0", "on"]
    )
    def test_no_text_is_taken_for_anything_else(self, text: str) -> None:
        assert_valid(claims_file(claim({"speaker": text, "topic": text, "tags": f"[{text}]"})))
