"""Who is said to have said a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.drafting.speakers.attribution import attribution_in


def name(sentence: str) -> str | None:
    found = attribution_in(sentence)
    return found.speaker.name if found is not None else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Lena Harwick said the port will open by June.", "Lena Harwick"),
        ('"We will open by June," Lena Harwick said.', "Lena Harwick"),
        ('"We will open by June," said Lena Harwick, head of the port.', "Lena Harwick"),
        ('"We will open," Harwick said, "and nobody will be left behind."', "Harwick"),
        ("The port will open by June, Lena Harwick said on Tuesday.", "Lena Harwick"),
        ("The port, Lena Harwick said, will open by June.", "Lena Harwick"),
        ('"We will open," Harwick continued, bowing.', "Harwick"),
        ("Now Lena Harwick says it will open.", "Lena Harwick"),
        ("It will open, as confirmed by U.S. Envoy Lena Harwick.", "Lena Harwick"),
        ("It will open, King Charles said.", "King Charles"),
        ("Since then, multiple large firms have said it will open.", "multiple large firms"),
        ("Norda expects a loss, echoing a note from Lena Harwick, who said it will open.", None),
        ("Last week the union said it will strike from July 15.", "the union"),
        ("It opens on June 7, Wednesday, the Port Minister, Lena Harwick, said.", "Lena Harwick"),
        ("Transport Minister Lena Harwick said it will open.", "Lena Harwick"),
        ("Lena Harwick, the port's director, said it will open.", "Lena Harwick"),
        (
            "There were delays but Ms Ana Roe, head of works at Calder House, said it will open.",
            "Ana Roe",
        ),
        ("The yard, after the sale announced on Monday by the bank, will close.", None),
        (
            "Harwick, who took office in 2019 after a long row over the port, said it will open.",
            "Harwick",
        ),
        ("The agency warned that stocks will run out by August.", "The agency"),
        ("The court ruled it out, and Harwick added that it will open.", "Harwick"),
        ("It will open by June, according to the ministry's calendar.", "the ministry's calendar"),
        ("According to the ministry, it will open by June.", "the ministry"),
        ("The port will, according to the ministry, open by June.", "the ministry"),
        ("The port will open by June, per the release.", "the release"),
        ('"It will, according to the law, open by June," says Ana Bell.', "Ana Bell"),
        ("The port will close, citing a long crisis.", None),
        ("The port will close, citing new data.", "new data"),
        ("The union projects that it will open.", "The union"),
        ("A study found that it will close.", "A study"),
        ("The man who said it will open.", None),
        ('"I think it will open," Orr told reporters at the port.', "Orr"),
        ('The wish is there, I believe it will open," Orr said.', "Orr"),
        ("Another 47 percent of voters said they know of it.", None),
        ("A whopping 82% of voters said they know of it.", None),
        ("It is a long way, Beijing's ministry confirmed Tuesday.", "Beijing's ministry"),
        ("Earlier this week Ana Bell, head of Norda, told Radio Calder that he left.", "Ana Bell"),
        ("Boeing said it will open.", "Boeing"),
        ('"It will open," a joint statement read.', "a joint statement"),
        ('Lena Harwick, the bank\'s lawyer, said Monday, "We will open."', "Lena Harwick"),
        ("Yesterday, the mayor, Lena Harwick, said it will open.", "Lena Harwick"),
        ("Norda Air last year reported that it will open.", "Norda Air"),
        ("It will cost $4, estimates Lena Harwick, a partner at Norda.", "Lena Harwick"),
        ("It, she stresses, will open.", "she"),
        ("Harwick is hopeful that it will open.", "Harwick"),
        ("According to the Gazette, Harwick claimed that it will open.", "Harwick"),
        ("Lena Harwick of the Centre for Ports said it will open.", "Lena Harwick"),
        ("The Rings of Norda said it will open.", "The Rings of Norda"),
        ("Chief Executive Officer (CEO) Lena Harwick said it will open.", "Lena Harwick"),
        ("Calder's G20 Sherpa Lena Harwick said it will open.", "Lena Harwick"),
        (
            "Lena Harwick, a member of the Board, in a speech to R-TV stated it will open.",
            "Lena Harwick",
        ),
        ("The move comes days after Norda Air said it will close.", "Norda Air"),
        ("It costs $4, per ton.", None),
        ("Harwick told reporters that it will open.", "Harwick"),
        ("The group said in a filing that it will open.", "The group"),
        ("A senior official said it will open.", "A senior official"),
        (
            "Two people familiar with the matter said it will open.",
            "Two people familiar with the matter",
        ),
        ("The deal, Lena Harwick was quoted by Radio Calder as saying, will hold.", "Lena Harwick"),
        ("It will open, the Calder Gazette reported, citing two officials.", "two officials"),
        ("She said it will open.", "She"),
        ("The airline announced on Monday that it will open a line.", "The airline"),
        ("Minister for Public Works Lena Harwick said it will open.", "Lena Harwick"),
        ("The Roads Authority (RA) said it will open.", "The Roads Authority"),
        ("It will open, police said.", "police"),
        ("It is old, yet Norda Air says it will open.", "Norda Air"),
        ("The report claims that it will open.", "The report"),
        ("Some members worry that it will close.", "Some members"),
        ("It will open, according to Norda Air as part of a review.", "Norda Air"),
        ("It will open, according to port staff cited by small daily Gazette.", "port staff"),
        ("It will open, she said, according to the Calder Gazette.", "she"),
        ("It will open, health officials said.", "health officials"),
        ("It will open, newspaper Calder Times reported.", "Calder Times"),
        ("After the cuts Norda Air said it will open.", "Norda Air"),
        ("Norda Air (NBX:NRD) said it will open.", "Norda Air"),
        ("The Minister for Works and Trade, Ana Bell, said it will open.", "Ana Bell"),
        ("An aide to President Ana Bell said it will open.", "An aide to President Ana Bell"),
        ("Oil Minister Adel al-Orr said it will open.", "Adel al-Orr"),
        ("Newly appointed Palace boss Orr said it will open.", "Orr"),
        ("They agreed to open it, announced Lena Harwick, who chairs it.", "Lena Harwick"),
        ("In a speech on Monday Harwick said it will open.", "Harwick"),
        ("But Harwick said it will open.", "Harwick"),
        ("However, she said it will open.", "she"),
        ("According to Calder Party Sen. Ana Bell, it will open.", "Ana Bell"),
        ("It will open, said Rep. Ana Bell.", "Ana Bell"),
        ('"Yes," said Norda Air head of works, Lena Harwick, on Monday.', "Lena Harwick"),
        ("'It will open on time,' Mayor Lena Harwick said.", "Lena Harwick"),
        ("Outgoing mayor Lena Harwick has today announced that it will open.", "Lena Harwick"),
        ("It will open, according to a Norda Post report citing staff.", "a Norda Post report"),
        ("The letter said it will open according to the plan of the board.", "The letter"),
        ("It will be finished according to schedule.", None),
        ("It will be finished according to the original timetable.", None),
        (
            "According to an NNA report, the port secretary, Ana Bell, said it will open.",
            "Ana Bell",
        ),
        ("According to a report by NNA, it will open.", "a report by NNA"),
        ("In a post-talks statement it also said it will open.", "it"),
        ("Dr. Lena Harwick who led the Ministry of Ports said it will open.", "Lena Harwick"),
        ("A series of night shows before the end of June will draw crowds.", None),
        ("The envoy announced Monday a truce from June 10.", None),
        ("The minister assured of the completion of the hall.", None),
        ("The bank reported a profit of $3bn.", None),
        ("Orr told the doctors to go back.", None),
        ("The port will open by June.", None),
        ("The deal announced Monday will create 400 jobs.", None),
        ("A report released on Thursday says it will open.", "A report"),
        ("Dr Harwick also assures that all will be paid.", "Harwick"),
        ("Harwick reminded residents that the port will be shut.", "Harwick"),
        ("Harwick reminded them of the port, which will be shut.", "Harwick"),
        ("Harwick reminded of the port, which will be shut.", None),
        ("Ana Bell, head of Works, and of the Port Authority warned it will shut.", "Ana Bell"),
        ("The port is said to open by June.", None),
        ("The latest list, with notes from National Roads, shows it will open.", "The latest list"),
        (
            "It will open, according to two officials who spoke on condition of anonymity.",
            "two officials",
        ),
        ("Bell, Orr's manager, did not say where, but said it will open.", "Bell"),
        ("In May, the firm hired to do the study said it will open.", "the firm"),
        ("It will open, government said.", "government"),
        ("It got one from the Council of Ports who said it will open.", "the Council of Ports"),
        ("Lena Harwick in her address to the nation on Friday said it will open.", "Lena Harwick"),
        ("An analyst from J.P. Orr said it will open.", "An analyst from J.P. Orr"),
        ("Tickets for all shows go on sale in May.", None),
        ('Mr Bell added: "We have also assured staff that it will open."', "Bell"),
        ("It will end by May as per the Norda peace deal that was signed in March.", None),
        (
            "The bench of Chief Justice Bell and Justice Ana Orr said it will open.",
            "The bench of Chief Justice Bell and Justice Ana Orr",
        ),
        ("Lena Harwick, Minister of Works announced that it will open.", "Lena Harwick"),
        ("Lena Harwick on Friday expressed confidence that it will open.", "Lena Harwick"),
        (
            'It will open "soon," according to the N.U.\'s Office for Ports.',
            "the N.U.'s Office for Ports",
        ),
        (
            "But veterans of works at sites such as Calder say that it will open.",
            "veterans of works at sites such as Calder",
        ),
        ("But Lena Harwick, the mayor, said it will open.", "Lena Harwick"),
        ("Lena Harwick, the mayor, said the city plans to open it.", "Lena Harwick"),
        ("The ministry, which runs the port, said officials expect it to open.", "The ministry"),
        ("The port opens in May, a first for Calder, said the mayor.", "the mayor"),
        ("Lena Harwick, the mayor, will leave, said the port.", "the port"),
        ("But Norda Air, which flies to Calder, said it will open.", "Norda Air"),
        ("Lena Harwick (D-Ala.) said it will open.", "Lena Harwick"),
        ("Lena Harwick - the head of the port - said it will open.", "Lena Harwick"),
        ("Lena Harwick, Chief Executive, Norda Air said it will open.", "Lena Harwick"),
        ("It will open, as confirmed by Lena Harwick.", "Lena Harwick"),
        ("It will open, according to a study that Lena Harwick will use.", "a study"),
        ("It likes the plan (and so does Norda, according to Ana Bell) a lot.", "Ana Bell"),
        ("Harwick was quoted earlier by state media as saying it will open.", "Harwick"),
        ("It will open if all goes according to plan and on time.", None),
        ("Earlier, de Harwick said it will open.", "de Harwick"),
        ("Prices continued to rise on Friday.", None),
        ("The hall, set to open in May, has revealed the shows of its first year.", "The hall"),
        ("According to the 2,800-page report, it will open.", "the 2,800-page report"),
        ("It will open, according to three U.S. officials.", "three U.S. officials"),
        ("It will open, according to an aide in the U.S.", "an aide in the U.S"),
        ("Norda have announced their home schedule with a match in May.", None),
        ("The agency hinted at a rise next year.", None),
        ("The port will reportedly open by June.", None),
        ("A few days later the port said it would open.", "the port"),
        ("The next day Harwick said it would open.", "Harwick"),
        ("Harwick thus believes that it will open.", "Harwick"),
        ("Harwick spelled out that it would open.", "Harwick"),
        ("Norda Air sent a note, saying it will open, the Gazette first reported.", "Norda Air"),
        ("\"It will open,'' she said.", "she"),
        ('"As we share it, we believe it will open," Lena Harwick said.', "Lena Harwick"),
    ],
)
def test_each_form_names_its_speaker(sentence: str, expected: str | None) -> None:
    assert name(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "role", "organisation"),
    [
        (
            '"Yes," said Lena Harwick, head of the Port Authority.',
            "head of the Port Authority",
            "Port Authority",
        ),
        ("Transport Minister Lena Harwick said yes.", "Transport Minister", None),
        ("Lena Harwick, the port's director, said yes.", "port's director", None),
    ],
)
def test_a_speaker_has_role_and_organisation(
    sentence: str, role: str, organisation: str | None
) -> None:
    found = attribution_in(sentence)
    assert found is not None
    assert (found.speaker.role, found.speaker.organisation) == (role, organisation)


@pytest.mark.parametrize(
    ("sentence", "via"),
    [
        ("Harwick told the Calder Gazette that it will open.", "the Calder Gazette"),
        ("Harwick told reporters that it will open.", None),
        ("Harwick told the Calder Gazette in May that it will open.", "the Calder Gazette"),
        ("Harwick told the Calder city council that it will open.", None),
        ("It will open, the Calder Gazette reported, citing two officials.", "the Calder Gazette"),
        ("Harwick was quoted by Radio Calder as saying it will open.", "Radio Calder"),
        ("Norda Air sent a note, saying it will open, the Gazette first reported.", "the Gazette"),
        ("Harwick said it will open.", None),
        ("It will open, according to port staff cited by small daily Gazette.", "Gazette"),
        ("It will open, she said, according to the Calder Gazette.", "the Calder Gazette"),
        ("According to an NNA report, the secretary, Ana Bell, said it will open.", "NNA"),
        ("According to a report by the Gazette, Ana Bell said it will open.", "the Gazette"),
    ],
)
def test_a_paper_is_via_whom_it_was_said(sentence: str, via: str | None) -> None:
    found = attribution_in(sentence)
    assert found is not None
    assert found.speaker.via == via


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("Harwick said on Tuesday the line will open in June.", "the line will open in June."),
        ("It will open, said Harwick.", "It will open, ."),
        ("In an interview on Friday, she said it will open.", "it will open."),
        ("Speaking on Tuesday, the minister said it will open.", "it will open."),
        ("On Tuesday, the minister said it will open.", "it will open."),
        ("On Tuesday the minister said it will open.", "it will open."),
        ("In a letter dated May 12, the firm said it will open.", "it will open."),
        ("According to the ministry, it will open.", "it will open."),
        ("Harwick told reporters on Monday that it will open.", "it will open."),
        ("Tuesday, the firm said it will open.", "it will open."),
        ("In June, the firm said it will open.", "it will open."),
        ("On June 7, the firm will open it, Orr said.", "On June 7, the firm will open it, ."),
        ("On Friday, the firm opens it, Orr said.", "On Friday, the firm opens it, ."),
        ("In a note on Friday, the port said at least 40 will open.", "at least 40 will open."),
        ("Meanwhile, speaking Tuesday, the firm said it will open.", "it will open."),
        ("Speaking at an event Friday in Calder, the firm said it will open.", "it will open."),
        ("It will open, a source told state channel Calder on Sunday.", "It will open, ."),
        ("It will open, Orr told the private radio station on Sunday.", "It will open, ."),
        ("It will open, Orr told a group of guests at the port on Sunday.", "It will open, ."),
        ("It will open, Orr said shortly after closing a meeting on Sunday.", "It will open, ."),
        ("It will open, Orr said while touring the yard on Sunday.", "It will open, ."),
        ("It will open, according to a note sent by the firm on Sunday.", "It will open."),
        ("It will open, according to the firm, the owner of 1,700 ships.", "It will open."),
        ("Orr told business daily Calder Post on Sunday it will open.", "it will open."),
        ("Orr confirmed at a dinner for guests on Sunday that it will open.", "it will open."),
        ("In a long talk with fans on Friday she makes it clear it will open.", "it will open."),
        ("In a letter to staff on Monday, the firm says it will open.", "it will open."),
        ("During a visit to the yard on Sunday she hinted that it will open.", "it will open."),
        ("On a tour of the port on Sunday, the minister hinted it will open.", "it will open."),
        (
            "From the steps of the hall on Sunday, the minister hinted it will open.",
            "it will open.",
        ),
        ("Late Sunday the minister hinted it will open.", "it will open."),
        ("Orr said in a letter sent on Sunday that it will open.", "it will open."),
        (
            "Ahead of Sunday night's vote on the plan for the port, Orr said it will open.",
            "it will open.",
        ),
        ("Over the weekend the minister hinted it will open.", "it will open."),
        ("In remarks on Sunday, the first in a year, Orr said it will open.", "it will open."),
        ("It will open, Orr told a hall in Calder, the capital, on Sunday.", "It will open, ."),
        ("Orr told the board this month it will open.", "it will open."),
        ("Orr told the county assembly that it will open.", "it will open."),
        (
            "Orr told CNN the plan that Bell signed will work.",
            "the plan that Bell signed will work.",
        ),
        ("Orr told Bell, head of the port, that it will open.", "it will open."),
        ("Orr told the paper's editors that it will open.", "it will open."),
        ("Orr told a news conference alongside Bell on Sunday he will go.", "he will go."),
        ("Orr said after a walk with staff on Sunday she will go.", "she will go."),
        ("Addressing a crowd on Sunday, the minister hinted it will open.", "it will open."),
        ("Hours after a fire on Sunday, the firm said it will open.", "it will open."),
        (
            "It will open, Orr said in a press conference ahead of Friday's visit to Calder.",
            "It will open, .",
        ),
    ],
)
def test_the_attribution_and_its_day_are_no_part_of_the_claim(sentence: str, rest: str) -> None:
    found = attribution_in(sentence)
    assert found is not None
    for start, end in reversed(found.parts):
        sentence = sentence[:start] + sentence[end:]
    assert sentence.strip() == rest


WORDS = st.sampled_from(
    'Lena Harwick said , " the minister who told according to June . (RA) and citing will'.split()
)


@given(st.lists(WORDS, max_size=15).map(" ".join))
def test_the_parts_of_an_attribution_stand_in_its_sentence(sentence: str) -> None:
    found = attribution_in(sentence)
    for start, end in found.parts if found is not None else ():
        assert 0 <= start < end <= len(sentence)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    found = attribution_in(text)
    assert found is None or found.speaker.name
