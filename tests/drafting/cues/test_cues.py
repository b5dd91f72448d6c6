"""The cues by which a sentence makes a claim."""

import pytest

from claim_tracker.drafting.cues import passing
from claim_tracker.drafting.cues.cues import cues_in
from claim_tracker.drafting.cues.passing import IN_PASSING, Passing
from claim_tracker.drafting.patterns import Rules


@pytest.mark.parametrize(
    "sentence",
    [
        "Will Harding was there.",
        "He acted of his own free will.",
        "It was a dull day.",
        "The trick is to wait.",
        "What they want is to know it.",
        "You want to go home.",
        "Their projects a year ago failed.",
        "The union heard of it as talks were due to begin.",
        "It failed hours before a vote was set to begin.",
        "When the line was due to open, it rained.",
        "It did not commit to a date.",
        "The ferries were due to sail in May, but a letter has pushed that back.",
        "She would not have come.",
        "The firm would not disclose how many.",
        "It is part of a strike planned by dockers.",
        "It saw a sharp increase in May.",
        "The report in May is long.",
        "He wouldn't say when.",
        "It is up from a previous forecast of 2%.",
        "It fell to its target of 2%.",
        "It may have closed by May.",
        "It must have been shut by May.",
        "It has proposed nothing.",
        "She is hopeful.",
        "The case was committed to the crown court.",
        "The first step would be to call the police.",
        "The union sees things that are not there.",
        "We are looking at it.",
        "She is said to be tall.",
        "He had committed the crimes.",
        "It undertook a study.",
        "The sailors expect us to win.",
        "She would love to sail.",
        "She would love a ship.",
        "We think this is to hide it.",
        "A man is seen throwing stones.",
        "The navy sees it as a way to win.",
        "It cut its price targets following a loss.",
        "He wrote of a strike targeting the ships.",
        "They failed in failing to anticipate it.",
        "Her goal was to grow.",
        "A will to survive is all.",
        "It left Norda's ally to sail alone.",
        "Readers will love it.",
        "The preliminary estimates exclude that.",
        "It was committed to the idea.",
        "It had ruled that the papers be filed.",
        "Last year,              it was recalling cars.",
        "She left as              they were pulling out.",
        "The policy is to wait.",
        "The intent is to wait.",
        "It is to do with the yard.",
        "Prices were likely to rise.",
    ],
)
def test_what_promises_and_foresees_nothing_has_no_cue(sentence: str) -> None:
    assert cues_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("It is also reportedly due to open.", "is also reportedly due"),
        ("Each man may have his own house by May.", "may"),
        ("They must have a plan by May.", "must"),
        ("It has decided to close.", "decided"),
        ("They have agreed with the port and its men to close it.", "agreed"),
        ("The court ruled on Friday that the head of the port must go.", "ruled"),
        ("The board decided on Monday to close it.", "decided"),
        ("The court fixed 3 June for the case.", "fixed"),
        ("The judge fixed a hearing to take place on 3 June.", "fixed"),
        ("They reached a deal to meet in May.", "deal"),
        ("It issued a notice of strike action.", "issued a notice"),
        ("It does not plan on closing it.", "does not plan"),
        ("They entered into a deal to sail in May.", "entered into a deal"),
        ('The yard hopes to "mend ships".', "hopes"),
        ('It is "looking to close".', 'is "looking'),
        ("A verdict is now expected on Friday.", "is now expected"),
        ("Meanwhile,              she expected floods.", "she expected"),
        ("We see growth of 4%.", "see"),
        ("It has threatened to sail.", "has threatened"),
        ("The film comes out on Friday.", "comes out"),
    ],
)
def test_words_beside_a_cue_take_nothing_from_it(sentence: str, cue: str) -> None:
    assert cue in [it.text for it in cues_in(sentence)]


def test_a_plan_that_was_given_up_makes_no_cue() -> None:
    assert cues_in("It was originally due in 2023.") == []


def test_would_tells_of_nothing_to_come_under_a_condition() -> None:
    assert [it.text for it in cues_in("If the port closed, we would regret it.")] == []


def test_would_tells_of_what_is_to_come_under_a_condition_that_may_be_so() -> None:
    for text in (
        "He would sail if no deal is reached.",
        "There were no ships, but it would sail.",
        "She would sail unless the strike ended.",
    ):
        assert [it.text for it in cues_in(text)] == ["would"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Analysts' estimates exclude that.",
        "It is a rise forecast by analysts.",
        "They estimate that the yard has lost it.",
        "Some people may leave.",
        "It may or may not sail.",
        "It may also be behind it.",
        "It may even lower the risk.",
        "She may represent the port.",
    ],
)
def test_an_estimate_of_others_and_what_may_be_so_now_count_with_a_figure_alone(
    sentence: str,
) -> None:
    assert {it.strength for it in cues_in(sentence)} == {"measured"}


def test_what_is_asked_counts_with_a_time_alone() -> None:
    assert [it.strength for it in cues_in("It asked whether the port will open.")][:1] == ["timed"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norda Air was expected to earn 38 cents a share.",
        "The league was scheduled to see 18 matches.",
        "It is unclear if the port will open.",
        "It came after complaints that the plan would leave schools with less.",
        "He did worry there would be a strike.",
        "The best way for them to help is to wait.",
        "There will always be ships.",
        "It has approved the $4m deal.",
        "She said a ban would violate the law.",
        "She said a ban would be unlawful.",
        "He is a man who spent months planning to kill.",
        "It is his gift, if you will.",
        "The old were never likely to sail.",
        "What is less clear is if it will sail.",
        "The mayor had vowed to close it.",
        "He was asked bluntly if it will open.",
        "They stay in the hope it will sail.",
        "There is no way a ship will sail.",
        "Critics will say that it is old.",
        "It is made for those who are going to sail.",
        "It is a day I will never forget.",
        "She would often dream of it.",
        "They will be hoping that it sails.",
        "It was built so its yard would last.",
        "The harbour isn't worried the ships will go.",
        "The court struck down a plan of May that would end it.",
        "It will be a lasting reminder of the yard.",
        "That would be OK.",
        "I will always be appreciative of his work.",
        "I will tell you that it is time.",
        "I'm going to leave you here.",
        "We'll see whether that is his wish.",
        "His help on this will be invaluable.",
        'Then Harwick will say "Well, it is old".',
        "She will be unimpressed.",
        "It has the means to mend it.",
        "If you sail, you will need a coat.",
        "The trade waits for news as to when the port will open.",
        "I'm not going to speculate.",
        "The firm won't discuss it.",
        "It would be unacceptable.",
        "The question will be whether it can sail.",
        "It is going to be awesome.",
        "He came promising to mend it.",
        "It is a film set in the south.",
        "Sailors seeking to leave wait for ships.",
        "Its plan to sail was an error.",
        "They gave up on plans to sail.",
        "For the city to get back its money, firms would have to pay twice.",
        "It is unclear yet how the parts of the yard, which is old, will last.",
        "It does not mean that it will open.",
        "She is sceptical that it will open.",
        "He boasted that it would win.",
        "That would be huge.",
        "It will have taken more.",
        "It will depend on the trade.",
        "It is to be noted that it is old.",
        "If the yard is to thrive, it needs ships.",
        "The delay is due to illness.",
        "It is a yard that is going to fail.",
        "It is a yard that won't fail.",
        "The essence of trade is to wait.",
        "The yard was mainly to serve the navy.",
        "Fears the yard will close are old.",
        "Concerns that the yard will close go deep.",
        "The mayor had hoped that it would close.",
        "It sails if it will harm nobody.",
        "It must wait if the tide will fall.",
        "They have not decided if they will sail.",
        "He is afraid that the yard will close.",
        "They assume that it will last.",
        "He never imagined that it would last.",
        "Most did not believe it would last.",
        "Sales of $4bn were higher than the bank's forecast of $3bn.",
        "The year was worse than its official projection of 2%.",
        "It is not known when the court will sit.",
        "They gave no word on when the tide of ships will turn.",
        "They are unsure of how the new era of the yards and of the ports of the south will end.",
        "That would be sufficient.",
        "It will be important to see it through.",
        "It is likely that this will be the case.",
        "The navy would not like it to fail.",
        "It is one of the companies committed to it.",
        "The mandate of the navy is to wait.",
        "They know who's going to sail.",
        'That would be "premature".',
        "Prices rose amid expectations that it will close.",
        "She said: \"There is a sense of 'we will win'.\"",
        'She said: "You will bring me trouble."',
        "It is a yard that's going to fail.",
        "It is too soon to say if the yard will open.",
        "He asked Lena Harwick if it will open.",
        "The more it grows, the harder it is to close.",
        "One tip is to wait.",
        "I am not sure I will stay.",
        "It would be a major boost to the trade.",
        "Such a ban would send a message.",
        "The new phone will do what you want.",
        "If the court agrees, the port will close.",
        'She said: "I won\'t name them."',
        "Its accounts will be closely watched.",
        "But to scrap it is to lose it.",
        "One change in the yard is to wait.",
        "The port shall open.",
        "Prices are likely to have risen.",
    ],
)
def test_what_is_told_in_passing_counts_with_a_time_alone(sentence: str) -> None:
    assert {it.strength for it in cues_in(sentence)} <= {"past", "timed", "scheduled"}


@pytest.mark.parametrize("form", IN_PASSING.all, ids=lambda it: it.example)
def test_each_form_of_what_is_told_in_passing_alone_tells_of_its_example(
    form: Passing, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_all = cues_in(form.example)
    assert {it.strength for it in with_all} <= {"past", "timed", "scheduled"}
    others = Rules([it for it in IN_PASSING.all if it is not form])
    monkeypatch.setattr(passing, "IN_PASSING", others)
    assert cues_in(form.example) != with_all


@pytest.mark.parametrize(
    "sentence",
    [
        "As part of the plan the hall will open.",
        "The mayor had said no, but will now open it.",
        "The council usually sails, but will stay.",
        "The line would have shut, but will stay.",
        "The yard, which would have shut, will stay.",
        "It said around 400 firms plan to stay.",
        "The police plan to find the cause.",
        "The law will enable the yard to grow.",
        "It looks like it will rain.",
        "If we win, we will open it.",
        "She was absent because of an injury and is unlikely to play.",
        "Harwick - loved because of her songs - pledged that it would stay.",
        "It has ordered 400 trams, most of which will be sold.",
        "It has hired Lena Harwick, who will run it.",
        "It was already planning to sail.",
        "It has no plans to sail.",
        "And that's going to cost it the trade.",
        "It has declared its intent to sail.",
        "He promised on Monday to mend it.",
        "We're gonna win.",
        "They will not discuss it with the union, but will sail.",
        "I will never sign it.",
        "It has announced an early plan to close it.",
        "The yard is targeting a profit, and will grow.",
        "Though there were no others, she said they will go on.",
        "              prices were expected to rise.",
    ],
)
def test_what_is_told_beside_it_counts_in_full(sentence: str) -> None:
    assert "firm" in {it.strength for it in cues_in(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "It will also anger the crews.",
        "That would close the port.",
        "It is also to insist on it.",
        "The port will need new docks.",
        "A longer pier would cut the queues.",
    ],
)
def test_the_own_view_of_an_article_counts_with_a_time_or_a_figure(sentence: str) -> None:
    strengths = {it.strength for it in cues_in(sentence)}
    assert "measured" in strengths
    assert strengths <= {"measured", "timed"}


@pytest.mark.parametrize(
    "sentence",
    [
        "It left early, saying it would close the port.",
        "Under the accord, the port would close.",
        "The council will need new docks, but will stay.",
        "     it will also anger the crews.",
    ],
)
def test_what_somebody_tells_counts_without_a_time(sentence: str) -> None:
    assert {it.strength for it in cues_in(sentence)} & {"firm", "backed"}


@pytest.mark.parametrize(
    "sentence",
    [
        "     there would be a second pier.",
        "     crews would be able to dock here.",
        "     its seat would be in the Port of Calder.",
        "     the pier would be his first act.",
    ],
)
def test_where_what_is_told_would_be_counts_in_full(sentence: str) -> None:
    assert {it.strength for it in cues_in(sentence)} == {"backed"}


@pytest.mark.parametrize(
    "sentence",
    [
        '     "We thank you, the crews will hold the port."',
        "     the crews will call at the isle named Wherever You Are.",
        "     the crews will, you know, hold the port.",
        "The bank promises to sail where you like.",
        "The bank vows to sail where you like.",
        "Norda pledges that crews need not tell you that.",
    ],
)
def test_what_is_not_told_to_somebody_counts_beside_you(sentence: str) -> None:
    assert {it.strength for it in cues_in(sentence)} & {"firm", "backed"}


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ('     talks won\'t resume without an "excuse".', True),
        ('     it won\'t "flinch".', True),
        ('     "We won\'t resume talks."', False),
        ("     \"We are sure, it won't be long.", False),
        ("It won't be long,\"      ", False),
        ("Talks won't resume.", False),
    ],
)
def test_what_will_not_be_counts_where_it_is_reported_outside_a_quote(
    sentence: str, *, counts: bool
) -> None:
    assert ({it.strength for it in cues_in(sentence)} == {"firm"}) == counts


def test_if_all_goes_well_is_no_condition() -> None:
    assert "firm" in {it.strength for it in cues_in("If all goes as planned, it will open.")}


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("They agreed to a pact that would cut tolls.", True),
        ("The plan calls for a loan that, if granted, would end the row.", True),
        ("The bank unveiled a loan, which would help it grow.", False),
        ("The bank unveiled a loan, which would cut tolls.", True),
        ("They agreed that a letter came that would end the row.", False),
    ],
)
def test_what_a_deal_would_do_counts_where_it_is_agreed_or_unveiled(
    sentence: str, *, counts: bool
) -> None:
    assert ({it.strength for it in cues_in(sentence) if it.text == "would"} == {"backed"}) == counts


def test_cues_stand_in_their_sentence_in_order() -> None:
    sentence = "The port will grow, and the bank expects growth of 2%."
    cues = cues_in(sentence)
    assert [it.text for it in cues] == ["will", "expects"]
    assert [sentence[it.start : it.end] for it in cues] == [it.text for it in cues]
