"""The figures that a sentence names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.drafting.figures import figures_in


def figures(sentence: str) -> list[tuple[float, str]]:
    return [(it.value, it.unit) for it in figures_in(sentence, [])]


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("It has three bases.", 3, "bases"),
        ("It rose by 0.1 percentage points to 3.4%.", 3.4, "%"),
        ("Two men, 17 and 19, are held.", 2, "men"),
        ("In all, 65,000 sailors are idle.", 65_000, "sailors"),
        ("It meets a Category 1 storm with 40 ships.", 40, "ships"),
        ("It takes 40 ships to the CALDER SHIP 17 fair.", 40, "ships"),
        ("It has twenty-five bases.", 25, "bases"),
        ("It brings 4 million more Harwickers.", 4_000_000, "Harwickers"),
        ("It sends 1,800 2,000-pound bombs.", 1_800, "bombs"),
        ("It has a five-point lead.", 5, "point lead"),
        ("One hundred ferries sail.", 100, "ferries"),
        ("It cost $6.5 billion.", 6_500_000_000, "dollars"),
        ("It costs up to $4.2bn.", 4_200_000_000, "dollars"),
        ("It costs US$80m.", 80_000_000, "US dollars"),
        ("It costs \u00a385 million.", 85_000_000, "pounds"),
        ("It costs \u20ac700 million.", 700_000_000, "euros"),
        ("It grew to 45%.", 45, "%"),
        ("It grew by 3.6 per cent.", 3.6, "%"),
        ("It grew by 3 percent.", 3, "%"),
        ("It fell by 0.7 percentage points.", 0.7, "percentage points"),
        ("It has 3,700 soldiers.", 3_700, "soldiers"),
        ("It brings 2,500 US troops.", 2_500, "US troops"),
        ("It calls back 300 North Norda cars.", 300, "North Norda cars"),
        ("It costs Shs 48 billion.", 48_000_000_000, "shillings"),
        ("It has about 16 Max jets.", 16, "Max jets"),
        ("It costs $20-25 billion.", 25_000_000_000, "dollars"),
        ("It is cut from R8bn to R6bn.", 6_000_000_000, "rand"),
        ("It carries 3.4 million parcels.", 3_400_000, "parcels"),
        ("It has 12 crore registered users.", 120_000_000, "registered users"),
        ("It costs Rs 2.5 lakh crore.", 2_500_000_000_000, "rupees"),
        ("It costs Rs.340 crore.", 3_400_000_000, "rupees"),
        ("It costs more than 640 jobs.", 640, "jobs"),
        ("It sends an 880-troop contingent.", 880, "troop contingent"),
        ("It costs NIS 2 billion.", 2_000_000_000, "shekels"),
        ("It costs P3.6 billion.", 3_600_000_000, "pesos"),
        ("It costs Ft 900 billion.", 900_000_000_000, "forints"),
        ("It costs AED 7.4 billion.", 7_400_000_000, "dirhams"),
        ("It costs 70 million euros.", 70_000_000, "euros"),
        ("It makes 90 tonnes a day.", 90, "tonnes a day"),
        ("It shelters 300 elderly evacuees.", 300, "elderly evacuees"),
        ("It needs 67,000 more technicians.", 67_000, "technicians"),
        ("It yields 250MW in Katsina.", 250, "MW"),
        ("It closed 11 of its 26 camps.", 11, "camps"),
        ("It holds 50 of the roughly 240 hostages.", 50, "hostages"),
        ("It shut three of the firm's nine plants.", 3, "plants"),
        ("At least 20 of the injured are ill.", 20, "injured"),
        ("Eleven of the sixteen turbines turn.", 11, "turbines"),
        ("It needs 60 sales people at noon.", 60, "sales people"),
        ("It tries three former Calder guards.", 3, "former Calder guards"),
        ("It costs $33.91 billion.", 33_910_000_000, "dollars"),
        ("It has 200 000 members.", 200_000, "members"),
        ("It makes over a million units.", 1_000_000, "units"),
        ("Half a million people are ill.", 500_000, "people"),
        ("It has 88,000 U.S. troops.", 88_000, "U.S. troops"),
        ("It will bring 33,000 troops home.", 33_000, "troops"),
        ("It takes 10,000 troops and another 23,000.", 23_000, "troops"),
        ("It will have 40-plus ships.", 40, "ships"),
        ("They play three vital Norda Cup matches.", 3, "vital Norda Cup matches"),
        ("It has 40 new Norda Air jets.", 40, "new Norda Air jets"),
        ("Of the homes, 400 will be small flats.", 400, "small flats"),
        ("The number of ships will soon be below 400.", 400, "ships"),
        ("It is for one per cent of the town.", 1, "%"),
        ("Winds of up to 155km/h are near.", 155, "km/h"),
        ("Winds reach 90 mph in the west.", 90, "mph"),
        ("Up to 800mm of rain is near.", 800, "mm"),
        ("It is in the US 40 ships sail.", 40, "ships"),
        ("It sees sales of $1.365-1.390 bln.", 1_390_000_000, "dollars"),
        ("The troop numbers would be cut from about 8,600 to about 4,000.", 4_000, "troop numbers"),
        ("Some 32,000 US troops would be reduced to 9,800.", 9_800, "US troops"),
        ("It falls from 8.7 percent to 7percent.", 7, "%"),
        (
            "It keeps a force of foreign troops, between 30,000 and 50,000.",
            50_000,
            "foreign troops",
        ),
        ("It costs 30 euros (\u00a325).", 25, "pounds"),
        ("It costs Rs 7 Lakh.", 700_000, "rupees"),
        ("It costs 3 Billion Dollars.", 3_000_000_000, "Dollars"),
        ("The 80 women began work.", 80, "women"),
        ("It falls by 2%, following a sharp 9% decline.", 2, "%"),
        ("It is a \u20ac3.25m event.", 3_250_000, "euros"),
    ],
)
def test_each_form_has_its_value_and_unit(sentence: str, value: float, unit: str) -> None:
    assert figures(sentence)[-1] == (value, unit)


@pytest.mark.parametrize(
    "sentence",
    [
        "It opens in 2029.",
        "It opens on 3 July.",
        "They drew 1-1 and it was a 1-1 draw.",
        "A Falcon 9 rocket will fly.",
        "It sails at 1118 GMT.",
        "The Jan. 6 launch is near.",
        "It takes three more weeks.",
        "It has a 16-inch screen.",
        "It opens at 6 p.m.",
        "It opens from 1 to 6 PM, or by 12 noon.",
        "Phase four (03 corridors) is near.",
        "Lena Harwick, 52, said so.",
        "She is a 52-year-old.",
        "It is No. 3.",
        "It is on Route 66 now.",
        "It flew an F-16 there.",
        "Resolution 242 stands.",
        "It was 30 degrees.",
        "They won 3-2 there.",
        "It lasts 14 months.",
        "Half of it is gone.",
        "Two thirds of it is gone.",
        "Dozens of trucks came.",
        "It is at 211 W. Main Street.",
        "It is held at 602 Oak.",
        "It is held at 17 Bell Lane, Calder.",
        "It will be three times what it was.",
        "It will be four times larger.",
        "Half of the 16 percentage is gone.",
        "Around 40 will be dismissed.",
        "It left him out of its 25-man squad.",
        "It runs a six-state system.",
        "It flies ATR 72-600 aircraft.",
        "It sells Windows Phone 8 devices.",
        "It flies the 737 Max to Calder.",
        "It sells iPhone 5 cases.",
        "It is at the hall (660 East Calder Road) at noon.",
        "Harwick (\u00a34.6m) will play.",
        "It is shared between the two firms.",
        "It fell beside the S&P 500 sectors.",
        "The Stoxx Europe 600 index fell.",
        "A film, 28 Years Later, opens.",
        "It repealed the 1864 law.",
        "It fell for two consecutive quarters.",
        "A six-point plan is dead.",
        "It cut two more.",
        "The Week 1 match is near.",
        "It is a Schedule 3 drug.",
        "They keep a 50-50 Senate.",
        "It was a 4-3 decision.",
        "The wall is 14m high.",
    ],
)
def test_what_counts_nothing_is_no_figure(sentence: str) -> None:
    assert figures(sentence) == []


@pytest.mark.parametrize(
    ("word", "approximate"),
    [
        ("about", True),
        ("around", True),
        ("some", True),
        ("approximately", True),
        ("nearly", True),
        ("more than", False),
        ("at least", False),
        ("~", True),
        ("up to", False),
        ("an average of", False),
    ],
)
def test_a_rough_number_is_approximate(word: str, approximate: bool) -> None:
    (figure,) = figures_in(f"It has {word} 1,900 troops.", [])
    assert figure.approximate is approximate


def test_a_number_without_a_noun_shares_the_unit_before_it() -> None:
    assert figures("It has 320,000 riders a day and 500,000 by 2040.") == [
        (320_000, "riders a day"),
        (500_000, "riders a day"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "It falls from 8.7 percent to 7 percent.",
        "It rises by 1 percent to 7 percent.",
        "It rises to 7 percent from 6 percent.",
        "It rises to 7 percent, from the 6 percent foreseen.",
        "It rises to 7 percent, up from 6 percent.",
    ],
)
def test_of_what_moves_only_the_new_figure_counts(sentence: str) -> None:
    assert figures(sentence) == [(7, "%")]


def test_what_tells_how_large_one_thing_is_is_no_figure() -> None:
    assert figures("Each two-span bridge is closed.") == []


def test_per_cent_stands_before_what_is_taken() -> None:
    sentence = "It falls to two percent early next year."
    taken = [(sentence.index("early"), sentence.index("."))]
    assert [(it.value, it.unit) for it in figures_in(sentence, taken)] == [(2, "%")]


def test_what_is_taken_by_a_deadline_is_no_figure() -> None:
    sentence = "It opens in 90 days with 40 beds."
    taken = [(sentence.index("in 90"), sentence.index(" with"))]
    assert [it.unit for it in figures_in(sentence, taken)] == ["beds"]


NUMBERS = st.integers(2, 10**9).map(lambda number: f"{number:,}")


@given(st.lists(NUMBERS, max_size=4), st.sampled_from(["beds", "%", "million euros", "and"]))
def test_figures_stand_in_their_sentence_in_order(numbers: list[str], unit: str) -> None:
    sentence = "It has " + ", ".join(f"{number} {unit}" for number in numbers) + "."
    end = 0
    for figure in figures_in(sentence, []):
        assert end <= figure.start < figure.end <= len(sentence)
        end = figure.end


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert all(figure.unit for figure in figures_in(text, []))
