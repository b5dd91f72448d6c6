"""A figure as people say it."""

import pytest

from claim_tracker.claims.figure import parse_figure


@pytest.mark.parametrize(
    ("text", "value", "unit", "about"),
    [
        ("900 US troops", "900", "US troops", False),
        ("2,500 US troops", "2500", "US troops", False),
        ("about 2,500  US troops", "2500", "US troops", True),
        ("~5 men", "5", "men", True),
        ("Some 1,250,000 barrels", "1250000", "barrels", True),
        ("-3.5 %", "-3.5", "%", False),
        ("\u22123 degrees", "-3", "degrees", False),
        ("10 000 troops", "10000", "troops", False),
        ("about 1\u00a0500\u202f000.5 euros", "1500000.5", "euros", True),
        ("3.5 million euros", "3500000", "euros", False),
        ("5 bn euros", "5000000000", "euros", False),
        ("5 mln rand", "5000000", "rand", False),
        ("7 torpedoes", "7", "torpedoes", False),
        ("€214 million", "214000000", "€", False),
        ("about $6.5bn", "6500000000", "$", True),
        ("-US$ 3k", "-3000", "US$", False),
        ("€1 234 567 a year", "1234567", "€ a year", False),
    ],
)
def test_a_figure_is_a_number_and_what_it_counts(
    text: str, value: str, unit: str, about: bool
) -> None:
    approximate = {"approximate": "true"} if about else {}
    assert parse_figure(text) == {"value": value, "unit": unit, **approximate}


@pytest.mark.parametrize(
    "text",
    [
        *("", "900", "many men", "1,23 men", "1.2.3 men", "9men", "about men", "3 million"),
        *("€2 to €3 million", "€20-30 million", "€5-6m", "$5mm", "€", "20m", "$1,2"),
        *("€300 million.", "$20 billion (est.)", "$5 B", "€5 million/year"),
        *("2,500 to 3,000 men", "5 to 7 men", "2 1/2 tonnes", "10 - 15 men", "12 or more"),
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert parse_figure(text) is None
