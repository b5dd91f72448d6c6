"""Whether a figure holds at a time."""

import pytest

from claim_tracker.drafting.figures import figures_in
from claim_tracker.drafting.levels import level_in


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The airport serves 22 airlines.", 22),
        ("There are 37,554 schools in the State.", 37554),
        ("It currently has 23 pupils.", 23),
        ("More than 130 million people live downstream.", 130_000_000),
        ("The yard emits 40 tonnes of gas a year.", 40),
        ("Tickets cost $40.", 40),
        ("The rate stands at 5.25%.", 5.25),
        ("Debt stood at 118% of output.", 118),
        ("The flood has displaced 4,000 people.", 4000),
        ("On June 3 the airline had a fleet of 270 aircraft.", 270),
        ("It had 12,500 employees on June 30, and more work for others.", 12500),
        ("Its fleet of roughly 400 jets has been grounded since March.", 400),
        ("The population has changed and is estimated at around 40,000.", 40_000),
        ("The dam is 40% full.", 40),
        ("The number of prisoners now stands at about 4,000.", 4000),
        ("The toll now stands at about 40.", 40),
        ("It is believed to have 400 fighters.", 400),
        ("It has three lines with 45 stations.", 45),
        ("Inflation has been above it since 2009 and now stands at 2.8%.", 2.8),
        ("There are roughly 88,000 U.S. troops there now.", 88000),
        ("The total cost of the ship, which was an old one, is $6.2 million.", 6_200_000),
        ("The Calder region has about six wind parks meant to supply it.", 6),
        ("Trade with Norda since 2013 is governed by 74 agreements.", 74),
        ("More than 8 million people have applied since the office opened on Friday.", 8_000_000),
        ("Some 30 ships, 14 boats and three planes have been involved in the search.", 30),
        ("The bank has raised its rate to 11.25%.", 11.25),
        ("The firm founded by Bell employs 400 people.", 400),
        ("In one poll the two are tied at 48 percent, a turnaround from May last year.", 48),
        ("Harwick leads 50 percent to 48 percent among voters.", 50),
        ("The poll shows Lena Harwick up 51 percent to 48 percent.", 51),
        ("         Harwick ahead at 51 percent.", 51),
        ("She holds a 1.4 percent point lead, slipping from 2.2 percent.", 1.4),
        ("She holds a 1.4 point lead.", 1.4),
        ("The cuts amount to nearly 4% of its staff.", 4),
        ("More than $50bn comes from the trade.", 50_000_000_000),
        ("The storm has hit nearly 85% of the sailors.", 85),
        ("40 homes fell and more than 8,000 people have been moved.", 8_000),
        ("And more than half a million people - a quarter of them - are ill.", 500_000),
        ("It employs 400 people, up from 300 last year.", 400),
        ("The halls are home to just under 1,000 tonnes of fuel.", 1000),
        ("Rents are up, with the average price of a flat listed here going for $2,400.", 2400),
        ("The two banks represent about 79% of the trade.", 79),
        ("Norda boasts a fleet of 400 ships.", 400),
        ("The fever affects about 4,000 people.", 4000),
        ("The base, where Calder's men and about 500 sailors live, is shut.", 500),
        ("The firm had 135,000 workers as of the end of May.", 135_000),
        ("Debt stood at $31.4 billion at the end of July.", 31_400_000_000),
        ("A place costs $3 million, a 40% increase compared to the fair in 2019.", 3_000_000),
        ("More than 400 people use it at least once a month.", 400),
        ("The poll shows that 45% of Danes believe in it.", 45),
        ("Of the sailors 58.8% disapprove of it.", 58.8),
        ("The toll from the storm that struck the coast has reached 61.", 61),
        ("There are at least 37 people dead in the town.", 37),
        ("The court as at May 30, had closed 977 cases.", 977),
        ("Of these out of the open cases, 1,516 were pending.", 1516),
    ],
)
def test_how_much_there_is_now_is_a_level(sentence: str, value: float) -> None:
    level = level_in(sentence, figures_in(sentence, []))
    assert level is not None
    assert level.value == value


@pytest.mark.parametrize(
    "sentence",
    [
        "The ship is about 195 inches wide.",
        "A motor is at the rear, powered by an 82 kWh battery.",
        "The base is inside a 55-kilometre zone.",
        "The 777 programme has faced delays.",
        "It is a longer jet, seating 242 to 330 passengers.",
        "It is a mask that helps users to breathe 40 litres.",
        "It consists of a pump that gives 90% pure air.",
        "More than 100 million people may have died.",
        "It is believed to have hurt more than 100 people.",
        "It has lost 12 airlines since then.",
        "It is what 40 people saw last year.",
        "It has had 40 beds in 2019.",
        "He won with 40 votes.",
        "He has three children.",
        "The town is in mourning over 49 sailors killed on Saturday.",
        "There were fears for the road, built at a cost of $4m.",
        "The walkout at the port and 14 other sites is part of a row.",
        "The storm has grown and was moving at 15 knots.",
        "The coast has a history of storms and saw its worst one in May, killing 72 sailors.",
        "Police seized $6,000 in cash, 39 stolen card numbers with codes and 300 gift cards.",
        "The jury has found him guilty on all 33 counts.",
        "The share has plunged 12% and, cutting its output, lost $24 of its price.",
        "The scheme resulted in cost savings of nearly $900,000.",
        "If it is $3,000 a month, people are coming in at $3,500.",
        "The club has paid the $70 million fee.",
        "The hills have seen little rain instead of the usual 40 millimetres.",
        "The army has used force to end protests in more than 100 towns.",
        "More than 9,000 people have been killed since, by one count.",
        "The requirements are a note and a minimum of 30 hours per year.",
        "They are bottom with six points.",
        "No yard - not even 30 yards - speaks for the town.",
        "It is what you get when you ask about 1,000 sailors.",
    ],
)
def test_what_was_is_no_level(sentence: str) -> None:
    assert level_in(sentence, figures_in(sentence, [])) is None
