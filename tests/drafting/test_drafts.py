"""Drafts of whole articles."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.drafting.article import Article, ArticleSource
from claim_tracker.drafting.drafts import Draft, claim_text, drafts_of
from tests.drafting.annotated import AnnotatedArticle, annotated_articles

PUBLISHED = date(2025, 5, 14)
TODAYS_WEEK = "2025-05-12/2025-05-18"


def drafted(text: str, published: date | None = PUBLISHED) -> tuple[Draft, ...]:
    """The drafts of an article of Wednesday, 14 May 2025."""
    return drafts_of(Article(text, ArticleSource(published=published))).drafts


def the_draft(text: str) -> Draft:
    (draft,) = drafted(text)
    return draft


def test_a_draft_has_all_that_its_sentence_tells() -> None:
    text = (
        "“We will cut 900 jobs by the end of June,” said Lena Harwick, head of the Port Authority."
    )
    draft = the_draft(text)
    assert (draft.sentence, draft.line, draft.start, draft.end) == (text, 1, 0, len(text))
    assert draft.claim == "We will cut 900 jobs by the end of June."
    assert (draft.kind, draft.due_phrase, draft.due) == (
        "commitment",
        "by the end of June",
        "2025-06-30",
    )
    assert draft.earliest == draft.latest == date(2025, 6, 30)
    assert (draft.speaker, draft.role) == ("Lena Harwick", "head of the Port Authority")
    assert draft.organisation == "Port Authority"
    assert draft.quantity == (900, "jobs", False)


def test_each_deadline_of_a_sentence_is_a_draft() -> None:
    drafts = drafted("Half will leave this summer and the rest by the end of 2026, the army said.")
    assert [(it.due_phrase, it.due) for it in drafts] == [
        ("this summer", "summer 2025"),
        ("by the end of 2026", "2026-12-31"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge closed in March.",
        "The deal will make us stronger than ever?",
        "Read more: The port will open in June",
        "The opening had been scheduled for last autumn.",
        "Lena Harwick, 52, has a garden.",
        "Port to open in June\n\n",
        "",
        "政府表示，港口将于六月开放。",
    ],
)
def test_what_is_no_claim_is_not_drafted(text: str) -> None:
    assert drafted(text) == ()


def test_what_cannot_be_resolved_has_its_phrase_and_no_date() -> None:
    draft = the_draft("The list will follow in the coming weeks, the ministry said.")
    assert (draft.due_phrase, draft.due, draft.earliest) == ("in the coming weeks", None, None)


def test_without_a_publication_day_only_whole_dates_count() -> None:
    drafts = drafted("It will open in June 2026. It will close in March.", published=None)
    assert [it.due for it in drafts] == ["2026-06", None]


def test_a_firm_speaks_under_its_name_in_the_same_sentence() -> None:
    text = "Norda Air followed suit, and the airline said it will open in June."
    assert the_draft(text).speaker == "Norda Air"


def test_a_title_in_quotation_marks_is_said_by_nobody() -> None:
    first = "“It will open in May,” Lena Harwick said. "
    assert (
        drafted(f"{first}“Rain,” a film with Ana Bell, is set to open on July 3.")[1].speaker
        is None
    )
    assert (
        drafted(f"{first}“It is set to open on July 3 in all halls.”")[1].speaker == "Lena Harwick"
    )


def test_what_a_work_is_about_is_no_claim() -> None:
    plot = "Its synopsis reads, “Two friends set out at night. They will be helped by their dogs.”"
    assert drafted(plot) == ()
    assert len(drafted(f"{plot}\n\nThe hall will open.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The president had said she would pick a head if the lawmakers did not act.",
        "The head of the port had suggested on Monday that it would close.",
        "Forty lawmakers in the hall voted for a move to make it possible to hold a vote.",
        "The union called the vote following months of crisis.",
        "The doctors told him that they would not mend it.",
    ],
)
def test_what_was_said_or_done_before_is_no_claim(text: str) -> None:
    assert drafted(text) == ()


def test_what_was_said_weeks_ago_counts_with_a_time_alone() -> None:
    assert drafted("On April 1, Harwick suggested she would not leave it.") == ()
    assert len(drafted("On April 1, Harwick suggested she would leave it in June.")) == 1
    assert len(drafted("On May 12, Harwick suggested she would not leave it.")) == 1
    assert drafted("“We will not leave it,” Harwick said at the time.") == ()
    assert len(drafted("The yard, which was sold in 2012, said it will open.")) == 1


@pytest.mark.parametrize(
    ("text", "is_drafted"),
    [
        ("They told us of it for several weeks.", False),
        ("Filming picked back up just a few weeks after it.", False),
        ("The judge ordered it to pay within two weeks of the ruling.", True),
        ("It must pay in the coming weeks.", True),
        ("The draw takes place 50 days before the tie.", True),
        ("The storm was expected to pass by the island late Thursday night.", True),
    ],
)
def test_a_cue_that_needs_a_time_needs_one_to_come(text: str, is_drafted: bool) -> None:
    assert bool(drafted(text)) is is_drafted


@pytest.mark.parametrize(
    "text",
    [
        "The airline also expects to hire 300 pilots.",
        "Norda Air, founded in 1998, said it will open 40 wards.",
        "Norda Air (founded in 1998) said it will open 40 wards.",
        "The firm said it continued to expect sales of $4 billion.",
        "There will be a pay boost of 3%, Harwick said.",
    ],
)
def test_what_stands_beside_a_cue_takes_no_claim_away(text: str) -> None:
    assert len(drafted(text)) == 1


def test_the_day_of_record_of_a_dividend_is_no_deadline() -> None:
    text = "The dividend will be paid on July 1 to shareholders of record on June 6."
    assert the_draft(text).due_phrase == "on July 1"


def test_what_is_told_to_its_reader_counts_with_a_time_alone() -> None:
    assert drafted("You will see four men, and they may win 400 cups.") == ()
    assert drafted("To those I can add that it will win 400 cups.") == ()
    assert len(drafted("The A.I. branch will win.")) == 1
    assert len(drafted("I can add that it will win by June.")) == 1
    assert len(drafted("You will need four tyres by June.")) == 1
    assert len(drafted("“You will need four tyres,” Harwick said.")) == 1
    assert len(drafted("“You will be required to leave,” Harwick said.")) == 1


@pytest.mark.parametrize(
    ("text", "is_drafted"),
    [
        ("It could cost 400 jobs.", True),
        ("The yard may close, Harwick said.", True),
        ("The drug may help the old, Harwick said.", False),
        ("The list may also include the yard, Harwick said.", False),
        ("The young may feel that they lack a ship, Harwick said.", False),
        ("The sea is calm, and may your sails be full, Harwick said.", False),
        ("Over 400 jobs could go.", True),
        ("It could sink two ships.", False),
        ("It could hurt a trade that had 400 men.", False),
        ("It won here by 16 points, but that might be over.", False),
    ],
)
def test_a_guess_needs_a_figure_of_many_in_its_own_clause(text: str, is_drafted: bool) -> None:
    assert bool(drafted(text)) is is_drafted


@pytest.mark.parametrize(
    "text",
    [
        "Harwick said: “It is old.” “And we expect the port to be sold.”",
        "Harwick expects “a long row” over it.",
        "The port is planning “large” sales.",
        "The port can expect new ships, Harwick said.",
        "“We will not allow ships here,” Harwick said.",
        "A bill that came in on Monday seeks to close it.",
        "Harwick said: “It is old.” “So we should expect a long row over the port.”",
        "Harwick said: “It is old.” “And we have decided to sell the port.”",
        "The council is considering “large” sales of ships.",
        "Under Calder's new plan, the port would be sold.",
        "After the fire last year, the port plans to close, officials said.",
        "Meanwhile, under the plan, the port would be sold.",
        "We'll of course sail at once, Harwick said.",
        "Over 100 ships remain in the port today.",
    ],
)
def test_what_is_foreseen_or_refused_beside_a_quote_or_a_past_day_is_a_claim(text: str) -> None:
    assert len(drafted(text)) == 1


def test_what_one_thinks_in_a_quote_is_no_claim_without_a_speaker_in_its_sentence() -> None:
    quote = "“It is old,” Harwick said. “{} would be a gift.”"
    assert drafted(quote.format("A new port")) == ()
    assert drafted(quote.format("It is hard to predict what a new port")) == ()


def test_each_deadline_goes_with_the_cue_before_it() -> None:
    drafts = drafted("The report on Thursday will show that prices are expected to rise by 2030.")
    assert [(it.due, it.kind) for it in drafts] == [
        ("2025-05-15", "commitment"),
        ("2030", "prediction"),
    ]


def test_a_phrase_has_the_event_of_its_year() -> None:
    draft = the_draft("The firm will wait until after next year's federal election.")
    assert (draft.due_phrase, draft.due) == ("until after next year's federal election", "2026")


def test_what_somebody_is_determined_to_do_is_a_claim() -> None:
    assert the_draft("“We are not only determined to finish it in time,” he said.").kind == (
        "commitment"
    )
    assert the_draft("The minister has assured of the completion of the hall.").speaker == (
        "The minister"
    )


def test_a_limit_on_the_day_of_publication_is_to_come() -> None:
    assert the_draft("An ultimatum until 8 am on Wednesday, May 14.").due == "2025-05-14"


@pytest.mark.parametrize(
    "text",
    [
        "The ship would offer 335 horsepower.",
        "It had also planned to charge it $6 million.",
        "She lay down, as she could only climb 40 stairs.",
        "They hid the frame so that it won't be seen.",
        "You can get it up to two days before your payday.",
        "We hope to see you again.",
        "The poorer they are, the more they're likely to owe.",
        "We'll begin with what is known of the ship.",
        "June 9 - Calder June 10 - Norda June 14 - Wendle June 17 - Port Bell",
        "A year ago, Norda said it would shut 40 shops.",
        "Late last year, after talks, the council said it would shut 40 schools.",
    ],
)
def test_what_is_told_of_one_thing_or_of_the_past_is_no_claim(text: str) -> None:
    assert drafted(text) == ()


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("“They will come today,” he said in 2012.", None),
        ("“They will come today,” he said in a 2012 note.", None),
        ("At the time, he said it would be done within two years.", None),
        ("In 2019 the firm said it would open 40 shops within five years.", None),
        ("In March 2019 the firm said it would open 40 shops by 2030.", "2030"),
        ("The yard was shut in 2019, she said, and will open in June.", "2025-06"),
    ],
)
def test_what_was_said_long_ago_has_days_only_by_its_year(text: str, due: str | None) -> None:
    assert the_draft(text).due == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Norda Air, which is expected to cut jobs this week, says that it is so.", TODAYS_WEEK),
        ("“It is a good day,” said Lena Harwick, who will open it in June.", "2025-06"),
        ("Lena Harwick, who is to go in June, said the port was old.", "2025-06"),
        ("Tickets for the tour go on sale at 10 a.m. Friday, June 6.", "2025-06-06"),
        ("Bell moves that all talks be put off until June.", "2025-06"),
        ("Bell has agreed a deal to lead it until June.", "2025-06"),
    ],
)
def test_what_is_to_come_beside_the_main_verb_is_a_claim(text: str, due: str) -> None:
    assert the_draft(text).due == due


def test_by_then_is_the_deadline_named_before() -> None:
    drafts = drafted("The hall will open on 3 July 2025. The road will be ready by then.")
    assert drafts[1].due == "2025-07-03"


def test_a_sentence_that_repeats_one_is_drafted_once() -> None:
    sentence = "The port of Calder will open in June."
    assert len(drafted(f"{sentence}\n\nText.\n\n{sentence}")) == 1


def test_a_short_name_is_made_full() -> None:
    drafts = drafted(
        "Transport Minister Lena Harwick said the line will open in June.\n\n"
        "Harwick said it will close in July.\n\nThe minister said fares will rise in August."
    )
    assert {(it.speaker, it.role) for it in drafts} == {("Lena Harwick", "Transport Minister")}


def test_a_quote_over_sentences_has_one_speaker() -> None:
    drafts = drafted("“We will open by June. We will close in 2027,” said Lena Harwick.")
    assert [it.speaker for it in drafts] == ["Lena Harwick", "Lena Harwick"]


@pytest.mark.parametrize(
    "text",
    [
        "“We believe that it will open in June.\n\n“It will close in 2027,” said Lena Harwick.",
        "Lena Harwick said: “It will open in June.\n\n“It is big. It will close in 2027.”",
    ],
)
def test_a_quote_over_paragraphs_has_one_speaker(text: str) -> None:
    assert [it.speaker for it in drafted(text)] == ["Lena Harwick", "Lena Harwick"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The yard plans in June to cut its fares.", "2025-06"),
        ("A meeting has been arranged for June 3.", "2025-06-03"),
        ("It agreed in March to cut fares in the third quarter.", "2025-Q3"),
        ("Cuts, widely foreseen in the next week, are small.", "2025-05-14/2025-05-21"),
    ],
)
def test_a_time_whose_verb_is_ahead_is_a_claim_without_a_cue(text: str, due: str) -> None:
    assert the_draft(text).due == due


@pytest.mark.parametrize(
    "text",
    [
        "The queues on Friday are a worry.",
        "The yard is far from full in 2026.",
        "Its crews are back in three days.",
        "The row at the fair on November 29, 2025 is loud.",
        "A storm brought snow on Christmas Day.",
        "The race is in its final stretch before Tuesday's vote.",
    ],
)
def test_a_time_that_does_not_say_that_it_is_to_come_needs_a_cue(text: str) -> None:
    assert drafted(text) == ()


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("It is out of stock until June.", "2025-06"),
        ("The port is shut until lunchtime on Friday.", "2025-05-16"),
        ("Cuts, small ones, are foreseen in the next week.", "2025-05-14/2025-05-21"),
        ("All eyes are on the fair of 8 November.", "2025-11-08"),
        ("She has a claim to lead the yard in 2026.", "2026"),
        ("The ruling keeps it from a sale before Friday.", "2025-05-16"),
        ("A sale beginning in 2026 is a help.", "2026"),
        ("It is a matter for the third quarter of 2026.", "2026-Q3"),
        ("A change in rules expected in June.", "2025-06"),
        ("A sale effective in June.", "2025-06"),
        ("The fee is high, effective June 1.", "2025-06-01"),
        ("A vote before the end of June.", "2025-06-30"),
        ("He is mayor through 2027.", "2027"),
        ("The lander, planned for 2026, is a help.", "2026"),
        ("The ruling made it clear she has only 14 days to decide.", "2025-05-28"),
    ],
)
def test_a_time_that_says_that_it_is_to_come_needs_no_cue(text: str, due: str) -> None:
    draft = the_draft(text)
    assert draft.due == due
    assert draft.why.startswith("a time to come")


def test_a_time_between_now_and_its_end_is_to_come() -> None:
    text = "Orr said he is bullish between now and year's end, predicting a rise in coming weeks."
    assert [it.due for it in drafted(text)] == ["2025-12-31", None]


def test_a_dateline_is_no_part_of_the_sentence() -> None:
    draft = the_draft("CALDER, May 14 (Norda News) - The port will open in June.")
    assert (draft.sentence, draft.start) == ("The port will open in June.", 30)


def test_a_wrapped_line_goes_on() -> None:
    text = (
        "The port of the old city of Calder will open its new terminal\nby 30 June 2025, it said.\n"
    )
    draft = the_draft(text)
    assert draft.due == "2025-06-30"
    assert " ".join(text[draft.start : draft.end].split()) == draft.sentence


def test_it_is_of_whom_its_own_sentence_tells() -> None:
    text = "The Calder Port Authority met. Norda is expected to say today whether it plans to meet."
    assert drafted(text)[-1].speaker == "Norda"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Norda Air lost money. However, it added that Calder will grow.", "Norda Air"),
        ('Lena Harwick left. "It will cost 40 jobs," Bell said. He said that he will go.', "Bell"),
        (
            "Lena Harwick met Bell. It will not hold, Harwick said. She said it will end.",
            "Lena Harwick",
        ),
    ],
)
def test_a_pronoun_is_whom_the_text_named_last(text: str, speaker: str) -> None:
    text += " Earlier the firm Ural had warned Harwick, but Bell left."
    assert drafted(text)[-1].speaker == speaker


def test_a_notice_is_ahead_of_the_day_on_which_it_was_issued() -> None:
    draft = the_draft("The Calder Union on Monday issued a 30-day strike notice.")
    assert (draft.kind, draft.due, draft.speaker) == ("commitment", None, "The Calder Union")


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Last date for nominations: May 19", "2025-05-19"),
        ("Polling day: Thursday, 22 May", "2025-05-22"),
        ("- Entries close by June 3", "2025-06-03"),
    ],
)
def test_a_line_of_a_list_of_dates_is_a_claim(line: str, due: str) -> None:
    assert the_draft(f"{line}\n\n").due == due


@pytest.mark.parametrize(
    "line", ["Posted: May 19", "Lena Harwick: May 19", "- Sales of the firm in Q4: $4.4 billion"]
)
def test_another_line_with_a_date_is_none(line: str) -> None:
    assert drafted(f"{line}\n\n") == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It expects growth of 3% this year, while growth for 2027 is likely to be 4%.", 4),
        ("It expects to sell 14 ships - from its fleet of 8 ships - within two years.", 14),
    ],
)
def test_a_deadline_has_the_figure_of_its_own_clause(text: str, value: float) -> None:
    quantity = drafted(text)[-1].quantity
    assert quantity is not None
    assert quantity.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Calder Bank on Monday raised its forecast for growth to 2%.", 2),
        ("It increased its view of growth to 5.3% from 4.9% previously.", 5.3),
    ],
)
def test_a_forecast_that_was_just_revised_is_a_claim(text: str, value: float) -> None:
    draft = the_draft(text)
    assert draft.kind == "prediction"
    assert draft.quantity is not None
    assert draft.quantity.value == value


@pytest.mark.parametrize(
    "text",
    [
        "The Calder Board voted Monday to close two schools.",
        "The Calder Board promised Monday to close two schools.",
        "The court of Calder on Friday ruled that the head of the port be let go.",
        'The court of Calder ruled that the port must "close at once".',
        "At a meeting on Monday, the board voted 4-3 to close the schools.",
        "The Calder Board on Monday decided to close two schools.",
        "On Monday, all members of the old board together pledged to close two schools.",
    ],
)
def test_what_was_just_decided_is_a_claim(text: str) -> None:
    assert the_draft(text).kind == "commitment"


def test_a_forecast_that_was_revised_long_ago_is_none() -> None:
    assert drafted("In 2019 the Calder Bank raised its forecast to 2%.") == ()


def test_a_club_is_not_whom_its_sentence_tells_of() -> None:
    assert the_draft("According to the club, Orr will spend weeks on the bench.").speaker != "Orr"


def test_a_level_ahead_of_an_event_is_none_of_its_day() -> None:
    draft = the_draft("Harwick leads at 48 percent ahead of the June 3 vote.")
    assert (draft.kind, draft.due_phrase) == ("fact", None)


def test_a_level_that_holds_now_is_a_fact() -> None:
    draft = the_draft("About 2,500 US troops are in Iraq as part of the coalition.")
    assert (draft.kind, draft.quantity) == ("fact", (2500, "US troops", True))


@pytest.mark.parametrize(
    ("written", "said", "claim"),
    [
        ("He said it would open.", "He said", "It will open."),
        ("It would open.", "", "It would open."),
        ("It opens, he said.", "he said", "It opens."),
        ("“It opens,” he said", "he said", "It opens."),
    ],
)
def test_a_claim_is_the_sentence_without_its_speaker(written: str, said: str, claim: str) -> None:
    start = written.index(said)
    assert claim_text(written, [(start, start + len(said))] if said else []) == claim


@pytest.mark.parametrize("annotated", annotated_articles(), ids=lambda it: it.name)
def test_each_draft_stands_where_it_says(annotated: AnnotatedArticle) -> None:
    text = annotated.article.text
    for draft in drafts_of(annotated.article).drafts:
        assert " ".join(text[draft.start : draft.end].split()) == draft.sentence
        assert text.count("\n", 0, draft.start) + 1 == draft.line
        assert draft.due_phrase is None or draft.due_phrase in draft.sentence
        assert (draft.due is None) == (draft.earliest is None) == (draft.latest is None)


@given(st.text(alphabet="The port wil by June 2026 said,.\"“”'’—-\n0123456789", max_size=300))
def test_any_text_can_be_drafted(text: str) -> None:
    for draft in drafted(text):
        assert draft.earliest is None or draft.latest is None or draft.earliest <= draft.latest
