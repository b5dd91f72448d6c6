"""Times that are no deadlines, and those that are."""

from datetime import date

import pytest

from claim_tracker.drafting.days import past
from claim_tracker.drafting.days.context import Context
from claim_tracker.drafting.days.deadlines import Deadline, deadlines_in
from claim_tracker.drafting.days.outlook import Outlook
from claim_tracker.drafting.days.past import SIGNS, judged
from claim_tracker.drafting.days.signs.sign import Sign
from tests.drafting.days.to_come import to_come

WEEK = [date(2025, 5, day) for day in range(12, 19)]


@pytest.mark.parametrize("sign", SIGNS, ids=lambda it: it.example)
def test_each_sign_alone_tells_of_its_example(sign: Sign, monkeypatch: pytest.MonkeyPatch) -> None:
    def outlooks() -> set[tuple[date, str, Outlook]]:
        return {
            (published, it.phrase, outlook(judged(sign.example, it, published)))
            for published in WEEK
            for it in deadlines_in(sign.example, Context(published))
        }

    with_all = outlooks()
    monkeypatch.setattr(past, "SIGNS", [it for it in SIGNS if it is not sign])
    assert sign.verdict in {told for _, _, told in with_all - outlooks()}


def outlook(deadline: Deadline | None) -> Outlook:
    """What was found of a time that may have days."""
    if deadline is None:
        return Outlook.OVER
    return Outlook.TO_COME if deadline.period is not None else Outlook.UNSURE


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("After the delay in 2023 the plant will open in 2026.", ["in 2026"]),
        ("The port, which closed in March, will open in June.", ["in June"]),
        ("It was moved to July.", ["moved to July"]),
        ("Neighbouring Orra will lend it from 2026 to 2030,          .", ["from 2026 to 2030"]),
        ("The board had been extended an offer and will answer by June.", ["by June"]),
        ("The board had met and was due to end the talks later in the day.", ["later in the day"]),
        ("The office moves to Calder from June 3.", ["from June 3"]),
        ("The council approved Sept. 3 as the date for the vote.", ["Sept. 3"]),
        ("The council approved March 3 as the date for the vote.", ["March 3"]),
        ("The judge fixed a hearing to take place at the court on August 19.", ["on August 19"]),
        ("The envoy announced Monday a truce across the land on June 10.", ["on June 10"]),
        ("They called a two-day strike on 3 June followed by a march.", ["on 3 June"]),
        ("She will stay through the June 3 vote.", ["through the June 3 vote"]),
        ("She will speak at the June 3 ferry summit.", ["at the June 3 ferry summit"]),
        ("She will be a candidate for the June 3 election.", []),
        ("She lost her seat in the June 3 election.", []),
        ("They announced an election on April 3.", []),
        ("They announced a truce on Monday.", []),
        ("The state declared a ban on cars on May 17, after the air had turned bad.", []),
        ("If stocks arrive in June, the yard will open in July.", ["in July"]),
        ("If stocks do not arrive by June, it will close in July.", ["by June", "in July"]),
        ("                 it had to close on Friday.", ["on Friday"]),
        ("They had to close the yard by Friday.", ["by Friday"]),
        ("The court gave it until 30 June.", ["until 30 June"]),
        ("In March she promised to open it in August.", ["in August"]),
        ("They agreed to meet on Friday.", ["on Friday"]),
        ("It is out in just a couple of weeks on June 6.", ["on June 6"]),
        ("It will have its first show since 2017 on May 29.", ["on May 29"]),
        ("The judge scheduled sentencing for June 6.", ["for June 6"]),
        ("The start this week will be delayed until June 6.", ["delayed until June 6"]),
        ("               it would cut 400 jobs by the end of March.", ["by the end of March"]),
        ("The union on Tuesday called for a strike on Friday.", ["on Friday"]),
        ("He will face Orr - a dean, who came second - in the round on 17 June.", ["on 17 June"]),
        ("A man charged with theft is due in court this morning.", ["this morning"]),
        ("There may be floods due to rain set to come on Friday.", ["on Friday"]),
        ("No strike will come any sooner than June 1.", ["June 1"]),
        ("The office issued a warning for the north and the coast for Friday.", ["for Friday"]),
        ("The court wants the papers filed on Friday.", ["on Friday"]),
        ("It plans to have the bridge repaired in June.", ["in June"]),
        ("Schools stay closed on Friday.", ["on Friday"]),
        ("The work is awarded within 45 days.", ["within 45 days"]),
        ("He hopes to be back in March.", ["in March"]),
        ("They reached a deal to meet on Friday.", ["on Friday"]),
        ("Orr outlined his plan to shut it in July.", []),
        ("A plan to block the road on Friday was not successful.", []),
        ("In April next year the newly elected mayor will open it.", ["in April next year"]),
        ("It had raised its estimate for 2026 to 4%.", ["for 2026"]),
        ("It ended with a deal, effective as of June 1.", ["effective as of June 1"]),
        ("The port will open in March.", ["in March"]),
        ("It could be shut by the mayor today.", ["today"]),
        ("Help will reach it today.", ["today"]),
        ("The talks on Friday could not save it.", []),
        ("               they could not meet on Friday.", ["on Friday"]),
        ("They will go to Calder, CA for a show on Feb. 12.", ["on Feb. 12"]),
        ("Help from Norda on Friday will be too little.", ["on Friday"]),
        ("The trial begins on Friday.", ["on Friday"]),
        ("The clinic opens on Friday.", ["on Friday"]),
        ("Register by Friday.", ["by Friday"]),
        ("Its health continued to fail over the next two months.", []),
        ("They agreed to meet on Thursday.", ["on Thursday"]),
        ("They will meet on Wednesday.", ["on Wednesday"]),
        ("She will resign if it is not passed by Friday.", ["by Friday"]),
        ("The mayor, who will go if it is not passed by Friday, left.", ["by Friday"]),
        ("The yard was not due to open until July.", ["until July"]),
        ("They gave it until June 30.", ["until June 30"]),
        ("By Friday, it's expected to be full.", ["by Friday"]),
        ("By the end of June, ships built in Calder will sail.", ["by the end of June"]),
        ("After talks on Monday, they will meet again on Friday.", ["on Friday"]),
        ("During a visit on Friday the king will open it.", ["on Friday"]),
        ("It will end a year earlier than predicted in 2027.", ["in 2027"]),
        ("It will, at a fair on Friday, show two ships.", ["on Friday"]),
        ("The court fixed 3 June to hear it.", ["3 June"]),
        ("It was bought, with the first ships coming by May 30.", ["by May 30"]),
        ("The board's decision to sell it by June is final.", ["by June"]),
        ("Prices projected to rise over the next two years.", ["over the next two years"]),
        ("Two weeks from today it will open.", ["Two weeks from today"]),
        ("The vote, six months from Sunday, may be close.", []),
        ("        the talks on Thursday will go on.", ["on Thursday"]),
        ("        the crews on Thursday they will be paid.", []),
        ("He told it to colleagues on Friday.", []),
        ("They will wait for its next announcement on May 20.", ["on May 20"]),
        ("He appears to have voted in June.", []),
        ("It is expected to have opened by June.", ["by June"]),
        ("The men were expected to be heard on Friday.", ["on Friday"]),
        ("Four witnesses slated to testify on Wednesday are ill.", ["on Wednesday"]),
        ("They will sign it ahead of Friday's fair.", ["ahead of Friday"]),
        ("He was recalled to the front in December 1855.", []),
        ("They will vote whether to sell it at a meeting on Friday.", ["on Friday"]),
        ("Growth is forecast to have slowed to 2% in the fourth quarter.", []),
        ("It is to be seen in great heads, such as Harwick in the 19th.", []),
        ("It could put ships within a four-hour sail of Calder.", []),
        ("It has to end within a 90-day period.", ["within a 90-day"]),
        ("It will lose members for the first time this year.", ["this year"]),
        ("It holds a fair and is expected to allow weed this year.", ["this year"]),
        ("Two who saw it with the mayor are preparing to testify today.", ["today"]),
        ("The road is expected to remain closed on Friday.", ["on Friday"]),
        ("On 14 May, the mayor and her crew will meet the firms.", ["on 14 May"]),
        ("The mayor proclaimed June 3 as the deadline for the sale.", ["June 3"]),
        ("She will speak at a Friday event in Calder.", ["Friday"]),
        ("We look forward to our talks tomorrow.", ["tomorrow"]),
        ("On July 3 (a day later than first set), it will open.", ["on July 3"]),
        ("Sales - which fell in May - will rise.", []),
    ],
)
def test_what_is_to_come_is_a_deadline(sentence: str, phrases: list[str]) -> None:
    assert to_come(sentence) == phrases


def test_what_was_over_at_the_publication_is_past() -> None:
    assert to_come("It is to open by 1 May 2025.", date(2025, 5, 2)) == []
    assert to_come("It is to open by 1 May 2025.", date(2025, 5, 1)) == ["by 1 May 2025"]


def test_without_a_publication_the_words_decide() -> None:
    assert to_come("It is to open by 1 May 2025.", None) == ["by 1 May 2025"]
