"""Short names and pronouns, made full by the article."""

import pytest

from claim_tracker.drafting.speakers.mentions import Speakers
from claim_tracker.drafting.speakers.names import Speaker
from claim_tracker.drafting.speakers.subjects import subject_of

TEXT = (
    "Transport Minister Lena Harwick opened the port. Otto Vane, the port's director, was there. "
    "The First Minister, Ana Bell, stayed away. The Calder Port Authority paid. Max Orr watched."
)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Harwick", "Lena Harwick"),
        ("Ms Harwick", "Lena Harwick"),
        ("the minister", "Lena Harwick"),
        ("the director", "Otto Vane"),
        ("Mr. Orr", "Max Orr"),
        ("Lena Harwick", "Lena Harwick"),
        ("the council", "the council"),
        ("Nobody", "Nobody"),
    ],
)
def test_a_short_name_is_made_full(name: str, full: str) -> None:
    assert (
        Speakers(TEXT.replace("The First Minister, Ana Bell, stayed away. ", ""))
        .full(Speaker(name))
        .name
        == full
    )


@pytest.mark.parametrize(
    ("known", "name", "full"),
    [
        (Speaker("Otto de Vane"), "De Vane", "Otto de Vane"),
        (Speaker("Adel al-Orr"), "Orr", "Adel al-Orr"),
        (Speaker("Orm Bo Vel"), "Orm", "Orm Bo Vel"),
        (Speaker("King Orm IV"), "the king", "King Orm IV"),
        (Speaker("King Orm IV"), "He", "King Orm IV"),
        (Speaker("Otto Vane", "Norda envoy"), "the U.N. envoy", "Otto Vane"),
        (Speaker("The head of the WHO"), "The WHO", "The WHO"),
        (Speaker("Otto Vane", "NoB governor"), "The NoB", "The NoB"),
        (Speaker("Otto Vane", "Secretary of State"), "The Secretary", "Otto Vane"),
        (Speaker("a note from the firm"), "the firm", "the firm"),
        (Speaker("Otto Vane"), "Cr Vane", "Otto Vane"),
        (Speaker("Otto Vane", "Calder Gov."), "the governor", "Otto Vane"),
        (Speaker("Otto Vane", "Minister for Works and Trade"), "the Trade Minister", "Otto Vane"),
    ],
)
def test_a_name_is_made_full_in_any_spelling(known: Speaker, name: str, full: str) -> None:
    speakers = Speakers("")
    speakers.full(known)
    assert speakers.full(Speaker(name)).name == full


def test_a_role_before_a_name_stands_for_it() -> None:
    speakers = Speakers(TEXT)
    assert speakers.full(Speaker("the First Minister")).name == "Ana Bell"


def test_a_place_before_another_is_no_role() -> None:
    speakers = Speakers("Lena Harwick, the mayor, will be at the Bell Hall, Orm Villa, in May.")
    speakers.full(Speaker("Lena Harwick"))
    assert speakers.full(Speaker("she")).name == "Lena Harwick"


def test_a_role_is_that_of_whom_was_named_last() -> None:
    speakers = Speakers("Gov. Ana Bell left. Bank Governor Otto Vane stayed.")
    speakers.note(Speaker("Ana Bell", "Governor"))
    assert speakers.full(Speaker("The governor")).name == "Ana Bell"


def test_a_word_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    assert Speakers("Earlier Harwick left.").full(Speaker("Harwick")).name == "Harwick"
    assert (
        Speakers("Now Strava opens. For Strava it is a step.").full(Speaker("Strava")).name
        == "Strava"
    )


def test_a_noun_of_a_body_is_no_person() -> None:
    text = "Otto Vane, secretary at the Calder Port Authority, left. The port authority stays."
    assert Speakers(text).full(Speaker("the port authority")).name != "Otto Vane"


def test_two_offices_are_of_two_persons() -> None:
    text = "US Secretary of State Lena Bell and Norda Foreign Minister Otto Vane met."
    assert Speakers(text).full(Speaker("Bell")).name == "Lena Bell"


def test_who_said_something_is_not_what_is_beside_him() -> None:
    assert (
        Speakers("They met in Saudi Norda, the promoter announced Thursday.")
        .full(Speaker("the promoter"))
        .name
        == "the promoter"
    )


def test_a_full_name_brings_its_role() -> None:
    full = Speakers(TEXT).full(Speaker("Harwick", via="the Gazette"))
    assert (full.role, full.via) == ("Transport Minister", "the Gazette")


@pytest.mark.parametrize("pronoun", ["he", "She"])
def test_a_pronoun_is_the_person_who_was_named_last(pronoun: str) -> None:
    speakers = Speakers(TEXT)
    speakers.full(Speaker("Harwick"))
    speakers.full(Speaker("Vane"))
    assert speakers.full(Speaker(pronoun)).name == "Otto Vane"


def test_a_pronoun_without_a_person_stays() -> None:
    assert Speakers("It is shut in June. She left Calder. She is back.").full(
        Speaker("She")
    ) == Speaker("She")


def test_a_road_is_no_person() -> None:
    speakers = Speakers(TEXT)
    speakers.full(Speaker("Harwick"))
    speakers.note(Speaker("The Ana Orr Highway"))
    assert speakers.full(Speaker("she")).name == "Lena Harwick"


def test_what_follows_the_name_of_a_thing_is_no_role() -> None:
    speakers = Speakers("Under its Parks for Us Plan, the State is due to plant trees.")
    assert speakers.full(Speaker("the State")).name == "the State"


def test_it_is_the_body_that_was_named_last() -> None:
    speakers = Speakers(TEXT)
    speakers.note(Speaker("Norda Air"))
    speakers.full(Speaker("Harwick"))
    assert speakers.full(Speaker("it")).name == "Norda Air"


def test_it_is_no_thing_of_which_the_text_tells() -> None:
    speakers = Speakers(TEXT)
    speakers.note(Speaker("Norda Air"))
    speakers.note(Speaker("Fuel inflation"))
    speakers.note(Speaker("The Norda Report"))
    assert speakers.full(Speaker("It")).name == "Norda Air"


def test_a_body_of_which_the_text_tells_is_no_person() -> None:
    speakers = Speakers("")
    speakers.note(Speaker("The average rent"))
    speakers.note(None)
    assert speakers.full(Speaker("it")).name == "it"


@pytest.mark.parametrize(
    ("sentence", "name", "full"),
    [
        ("Norda has spent $27bn on ships.", "The company", "Norda"),
        ("Norda has spent $27bn on ships.", "The council", "The council"),
        ("Norda has fined Calder Air.", "The company", "The company"),
        ("Norda has cut it in May.", "the airline", "Norda"),
        ("Norda has spent $27bn on ships.", "The film company", "Norda"),
        ("Norda Air has fined it.", "the airline", "Norda Air"),
        ("Inflation is up.", "the bank", "the bank"),
    ],
)
def test_a_firm_is_the_only_name_of_the_sentence_before(
    sentence: str, name: str, full: str
) -> None:
    speakers = Speakers("It is at Norda.")
    speakers.tell_of(subject_of(sentence), sentence)
    assert speakers.full(Speaker(name)).name == full


def test_a_firm_is_not_what_an_earlier_sentence_told_of() -> None:
    speakers = Speakers("It is at Norda.")
    speakers.tell_of(Speaker("Norda"), "Norda has spent $27bn on ships.")
    speakers.tell_of(None, "There is a row.")
    assert speakers.full(Speaker("The company")).name == "The company"


def test_a_noun_stands_for_the_body_that_it_ends() -> None:
    speakers = Speakers(TEXT)
    speakers.full(Speaker("Calder Port Authority"))
    assert speakers.full(Speaker("the authority")).name == "Calder Port Authority"


def test_initials_of_a_body_stand_for_it_also_where_it_owns_something() -> None:
    speakers = Speakers("The Calder Port Authority's head left.")
    assert speakers.full(Speaker("the CPA")).name == "The Calder Port Authority"


def test_the_text_is_searched_for_a_hundred_initials() -> None:
    speakers = Speakers("The Calder Port Authority paid.")
    for number in range(100):
        speakers.full(Speaker(f"XX{chr(65 + number // 26)}{chr(65 + number % 26)}"))
    assert speakers.full(Speaker("CPA")).name == "CPA"
    assert Speakers("The Calder Port Authority paid.").full(Speaker("CPA")).name != "CPA"


def test_initials_of_a_role_stand_for_a_name() -> None:
    speakers = Speakers("")
    speakers.full(Speaker("Ana Bell", "chief executive officer"))
    assert speakers.full(Speaker("the CEO")).name == "Ana Bell"


def test_the_last_speaker_is_known() -> None:
    speakers = Speakers(TEXT)
    speakers.full(Speaker("Vane", via="the Gazette"))
    assert speakers.last == Speaker("Otto Vane", "port's director")


def test_a_participle_that_opens_a_sentence_is_no_name() -> None:
    text = "The port is shut. Calling Norda a threat, the mayor left. It was Sterling Vane."
    speakers = Speakers(text)
    assert speakers.full(Speaker("Norda")).name == "Norda"
    assert speakers.full(Speaker("Vane")).name == "Sterling Vane"


def test_a_name_after_an_office_has_not_its_body() -> None:
    text = "Norda Ambassador to the TC Lena Harwick said so. It will open, said Harwick."
    found = Speakers(text).full(Speaker("Harwick"))
    assert (found.name, found.organisation) == ("Lena Harwick", "TC")


@pytest.mark.parametrize(
    ("before", "name", "full"),
    [
        ("The Calder Trade Fund cut its forecast.", "The CTF", "The Calder Trade Fund"),
        ("The Bank of Norda cut its forecast.", "the BON", "the BON"),
        ("The Calder Trade Fund cut its forecast.", "the lending agency", "The Calder Trade Fund"),
        (
            "It is so, said the Calder Works Department.",
            "the agency",
            "the Calder Works Department",
        ),
        ("The Works Department paid. It rained.", "the agency", "the agency"),
        ("Sir Otto Vane has backed it.", "The Prime Minister", "Otto Vane"),
        ("Otto Vane and Lena Harwick have backed it.", "The Prime Minister", "The Prime Minister"),
        ("President Vane paid for it.", "the president", "Vane"),
        ("Striva held its yearly Camp Striva fair.", "Striva", "Striva"),
        ("Longtime Otto Vane aide Max Orr has left.", "Vane", "Otto Vane"),
    ],
)
def test_a_noun_or_initials_stand_for_whom_the_sentence_before_tells_of(
    before: str, name: str, full: str
) -> None:
    speakers = Speakers(before)
    for sentence in before.split(". "):
        speakers.tell_of(subject_of(sentence), sentence)
    assert speakers.full(Speaker(name)).name == full


def test_the_title_of_another_in_a_role_is_none_of_it() -> None:
    speakers = Speakers("President Vane’s envoy to Norda, Lena Harwick, said that Vane paid.")
    speakers.full(Speaker("Lena Harwick", "President Vane's envoy to Norda"))
    assert speakers.full(Speaker("the president")).name == "Vane"
    assert speakers.full(Speaker("He")).name == "Vane"


def test_a_role_has_the_whole_of_a_shortened_name() -> None:
    speakers = Speakers("Otto Vane, head of the U.S.-Norda Council, left.")
    assert speakers.full(Speaker("Vane")).organisation == "U.S.-Norda Council"


def test_a_name_does_not_go_on_in_the_next_sentence() -> None:
    speakers = Speakers("They left the Premier League. In Vane it has a coach.")
    assert speakers.full(Speaker("Vane")).name == "Vane"


def test_she_is_not_whose_plan_is_told_of() -> None:
    speakers = Speakers("")
    speakers.note(Speaker("Ana Bell"))
    speakers.tell_of(Speaker("Otto Vane's plan"), "Otto Vane's plan is new.")
    assert speakers.full(Speaker("she")).name == "Ana Bell"


def test_they_are_the_people_who_spoke() -> None:
    speakers = Speakers("")
    speakers.full(Speaker("people familiar with the matter"))
    speakers.note(Speaker("Norda Air"))
    assert speakers.full(Speaker("they")).name == "people familiar with the matter"


def test_a_chief_executive_officer_has_the_whole_name() -> None:
    speakers = Speakers("Norda co-founder and Chief Executive Officer Otto Vane left.")
    assert speakers.full(Speaker("Vane")).name == "Otto Vane"
