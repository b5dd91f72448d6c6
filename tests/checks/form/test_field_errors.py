"""Several fields of one mapping that are wrong for one reason are one finding."""

import pytest

from tests.samples import claim, claims_file, codes, the_finding


class TestValuesWithoutNames:
    @pytest.mark.parametrize(
        ("written", "proposed"),
        [
            ("{2500, US troops}", "{value: 2500, unit: US troops}"),
            ("{US troops, 2500}", "{value: 2500, unit: US troops}"),
            ("{2500 US troops}", "{value: 2500, unit: US troops}"),
            ("{2,500, US troops}", "{value: 2500, unit: US troops}"),
            ("{2500: US troops}", "{value: 2500, unit: US troops}"),
            ("{value: 2500, US troops}", "{value: 2500, unit: US troops}"),
            ("{-2.5}", "{value: -2.5, unit: …}"),
        ],
    )
    def test_a_quantity_is_shown_with_its_names(self, written: str, proposed: str) -> None:
        text = claims_file(claim({"kind": "fact", "quantity": f"«{written}»"}))
        assert the_finding(text, code="E103").help == f"write `{proposed}`"

    @pytest.mark.parametrize(
        ("written", "proposed"),
        [
            ("2,500 US troops", "{value: 2500, unit: US troops}"),
            ("1,5 %", '{value: 1.5, unit: "%"}'),
            ("12,34 t", "{value: 12.34, unit: t}"),
            ("1.234,5 t", "{value: 1234.5, unit: t}"),
            ("1.234.567", "{value: 1234567, unit: …}"),
            ("10'000 a year", "{value: 10000, unit: a year}"),
            ("5 €", '{value: 5, unit: "€"}'),
            ("1.234,567 t", "{value: 1234.567, unit: t}"),
            ("3.5 million euros", "{value: 3500000, unit: euros}"),
            ("US$ 4.5 billion", "{value: 4500000000, unit: US$}"),
            ("€20m", '{value: 20000000, unit: "€"}'),
            ("5 bn", "{value: 5000000000, unit: …}"),
            ("$20 billion (est.)", "{value: …, unit: …}"),
            ("'>2500'", "{value: …, unit: …}"),
            ("2 to 3 years", "{value: …, unit: …}"),
            ("10-15 jobs", "{value: …, unit: …}"),
            ("1,23,456 rupees", "{value: …, unit: …}"),
            ("about 2,500", "{value: 2500, unit: …, approximate: true}"),
            ("COVID-19 deaths", "{value: …, unit: COVID-19 deaths}"),
            ("9999999999999999 euros", "{value: …, unit: euros}"),
        ],
    )
    def test_a_text_is_shown_as_the_quantity_that_it_tells(
        self, written: str, proposed: str
    ) -> None:
        text = claims_file(claim({"kind": "fact", "quantity": f"«{written}»"}))
        assert the_finding(text, code="E103").help == f"write `{proposed}`"

    @pytest.mark.parametrize(("written", "number"), [("2,500", "2500"), ("1,250,000", "1250000")])
    def test_a_thousands_separator_is_named(self, written: str, number: str) -> None:
        first, rest = written.split(",", 1)
        text = claims_file(claim({"quantity": f"{{value: «{first}»,{rest}, unit: men}}"}))
        finding = the_finding(text, code="E109")
        assert finding.message == f"the number `{written}` has a thousands separator"
        assert finding.help == f"write `value: {number}`, without a separator"

    def test_a_source_is_shown_with_its_names(self) -> None:
        written = "{News, https://example.org/1, 2025-10-01}"
        finding = the_finding(claims_file(claim({"source": f"«{written}»"})), code="E103")
        assert finding.help == (
            "write `{url: https://example.org/1, publisher: News, published: 2025-10-01}`"
        )

    def test_a_place_is_shown_with_its_names(self) -> None:
        text = claims_file(
            claim({"places": "[base]"}), head="places:\n  base: «{Base, North, IQ, old}»\n"
        )
        finding = the_finding(text, code="E103")
        assert finding.help == "write `{name: Base, region: North, country: IQ, …: old}`"

    def test_the_name_of_a_country_is_its_code(self) -> None:
        text = claims_file(claim({"places": "[base]"}), head="places:\n  base: «Base, Iraq»\n")
        assert the_finding(text, code="E103").help == "write `{name: Base, country: IQ}`"

    def test_a_field_without_a_value_is_no_part(self) -> None:
        written = "{https://example.org/1, News, title, Extra, More, Most}"
        text = claims_file(claim({"source": f"«{written}»"}))
        assert the_finding(text, code="E103").help == (
            "write `{url: https://example.org/1, publisher: News, title: Extra, …: More and Most}`"
        )

    def test_a_list_for_a_number_is_shown_as_a_list(self) -> None:
        text = claims_file(claim({"kind": "fact", "quantity": "{value: [1], US troops}"}))
        assert set(codes(text)) == {"E103"}

    def test_a_slip_in_a_name_is_no_value(self) -> None:
        text = claims_file(claim({"kind": "fact", "quantity": "{valeu: 2500, unit: US troops}"}))
        assert codes(text) == ["E101"]


class TestFieldsOfAnotherPart:
    def test_those_of_an_update_in_a_claim(self) -> None:
        text = claims_file(claim({"«outcome»": "failed", "happened": "2025-10-01"}))
        finding = the_finding(text, code="E101")
        assert finding.message == "`outcome` and `happened` are fields of an update"
        assert finding.help.startswith("write them below `updates:`")

    def test_of_many_the_first_are_named(self) -> None:
        fields = "published: 2025, «kind»: fact, speaker: X, claim: Y, via: Z, role: R"
        text = claims_file(
            claim({"source": "one"}),
            head=f"sources:\n  one: {{url: https://example.org/1, {fields}}}\n",
        )
        finding = the_finding(text, code="E101")
        assert finding.message == "`kind`, `speaker`, `claim` and 2 more are fields of a claim"

    def test_what_is_missing_beside_them_is_a_finding(self) -> None:
        text = claims_file(claim({"kind": None, "outcome": "failed", "happened": "2025-10-01"}))
        assert codes(text) == ["E102", "E101"]


def test_a_claim_with_nothing_but_its_id() -> None:
    finding = the_finding(claims_file(claim(), "  - id: «soldiers-leave»\n"), code="E102")
    assert finding.message == "`soldiers-leave` has nothing but its `id`"
    assert finding.help == "write `claim`, `kind`, `speaker`, `source` below it, or delete it"
