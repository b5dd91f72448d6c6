"""The forms of the cues by which a sentence promises, agrees, orders or announces something."""

from claim_tracker.drafting.cues.form import BE_SO, BEFORE_NO_VERB, NO_NOUN, NOT_DENIED, TO_DO, form
from claim_tracker.drafting.currencies import SIGNS
from claim_tracker.drafting.patterns import any_of, forms_of, not_after
from claim_tracker.drafting.words import (
    AN_EVENT_SET,
    DATE,
    MONTH,
    ORDERS,
    THAT_IT_BE,
    WEEKDAY,
    WHO_SAID,
)

_A_COURT = r"(?:the |an? )?(?:[a-z]+ ){0,2}(?:court|prison|jail|trial|custody|hospital)\b"
"""To what somebody is committed, which promises nothing: `committed to the crown court`."""
_IS_DONE = (
    "(?:"
    + "|".join(
        f"(?<={it})"
        for it in f"{forms_of('commit', 's ed')} undertake undertakes undertook".split()
    )
    + ")"
)
"""What is promised before `to`, and else done: `committed a crime`, `undertook a study`."""
_WHAT_IS_PROMISED = (
    rf"(?! to {_A_COURT})(?!{_IS_DONE} (?:to )?(?:an?|the|more)\b)"
    rf"(?= (?:(?:(?:on )?{WEEKDAY} )?to [a-z\d$\u20ac\u00a3]|"
    rf"{any_of('that not_to it he she they there a an the more')}\b"
    r"|[A-Z]{0,3}s?\.? ?[\d$\u20ac\u00a3]))"
)
_BEFORE_PARTICIPLE = (
    "having originally as itself already countries partners companies organi[sz]ation"
)
"""What stands before a participle, which tells what somebody is like: `firms committed to it`."""
_PROMISES = forms_of("pledge promise vow", "s ed") + " commit commits committed"
_UNDERTAKEN = (
    "recalling acquiring buying selling closing cutting hiring opening launching suspending ending "
    "shutting halting withdrawing investing donating sending deploying offering imposing lifting "
    "leaving stepping pulling dropping scrapping banning reopening laying_off expanding "
    "adding pausing delaying cancelling canceling"
)
_DECIDED = forms_of("agree decide resolve vote offer threaten", "s ed") + " undertaken opted"
_ANNOUNCED = forms_of("announce unveil approve back confirm sign outline")
_WHAT_IS_ANNOUNCED = any_of("schedule squad dates calendar plans? proposals? that to for an? the")
DECISIONS = (
    form(
        "She pledged to build 40.",
        f"{_PROMISES} undertake undertakes undertaken undertook guarantee guarantees guaranteed "
        "committed_itself commits_itself commit_ourselves committed_themselves committed_himself "
        "committed_herself swore",
        "firm",
        before=f"(?<!'s ){not_after(f'{BEFORE_NO_VERB} {_BEFORE_PARTICIPLE}')}{NOT_DENIED}",
        after=_WHAT_IS_PROMISED,
    ),
    form(
        "Her deal to sail in May stands.",
        "plan plans pledge promise vow commitment intention deal agreement accord",
        "timed",
        after=TO_DO,
    ),
    form(
        "A vote is planned.",
        "planned scheduled due set slated booked proposed arranged timetabled pencilled_in",
        "timed",
        before=BE_SO,
        after="(?=[ ,.]|$)",
    ),
    form(
        "He expects to stay.",
        "expect expects expecting",
        "firm",
        before=not_after("can can_also"),
        after=TO_DO,
    ),
    form(
        "He offered 40 wards.",
        "promised pledged vowed offered",
        "timed",
        after=r"(?= [a-z\d$\u20ac\u00a3])",
    ),
    form(
        "They threatened to sail in May.",
        _DECIDED,
        "timed",
        after=r"(?= (?:to|that|on|not to|a|an|the)\b)",
    ),
    form(
        "The board voted 4-3 to close it.",
        "voted agreed decided resolved",
        "backed",
        before="(?:(?<=has )|(?<=have )|(?<=day )|(?=voted))",
        after=r"(?=(?: \d\d?-\d\d?| [a-z]+ly|(?<=agreed) with [^.;]{3,90}?)?(?: not)? to [a-z])",
    ),
    form(
        "They agreed to pay $4m for it.",
        "agreed agreeing agrees agree",
        "measured",
        before=not_after("previously earlier once had"),
        after=rf"{TO_DO}{NO_NOUN}",
    ),
    form(
        "They agreed on Friday to close it.",
        "voted agreed decided resolved",
        "backed",
        after=rf"(?= (?:on )?{WEEKDAY}(?: not)? to [a-z])",
    ),
    form(
        "It has offered to free 40 men.",
        "proposed offered threatened",
        "backed",
        before=r"\b(?:has|have|had) (?:now |also |since )?",
        after="(?= (?:to [a-z]|an? ))",
    ),
    form(
        "They reached an agreement to cut output.",
        "deal agreement accord truce",
        "backed",
        before=r"\b(?:(?:entered|entering) into|reach|reached|struck|signed|made|agreed|has|have) "
        r"(?:a|an|the) (?:[a-z]+ )?",
        after=TO_DO,
    ),
    form(
        "The decision by its board to close it by May stands.",
        "decision",
        "timed",
        after=r"(?=(?: (?:by|of) [^,.;]{2,80}?)? to [a-z])",
    ),
    form(
        "The council picked 3 June as the day for it.",
        "approved chose named picked confirmed fixed set",
        "timed",
        after=rf"(?= (?:{DATE}|{WEEKDAY}),? (?:(?:for|to) |"
        r"as (?:the|its|a) (?:[a-z]+ )?(?:date|day)\b))",
    ),
    form(
        "They declared a truce on 3 June.",
        "announced declared called proclaimed",
        "timed",
        after=rf"(?={AN_EVENT_SET})",
    ),
    form(
        "It has set aside $4m to mend the pier.",
        "set_aside allocated allotted earmarked budgeted approved",
        "measured",
        before=r"\b(?:has|have) (?:(?:been|also|now|already|since) ){0,2}",
        after=rf"(?= (?:(?:[a-z]+ ){{0,3}}(?:{SIGNS})\d[^;]{{0,60}}? )?(?:to [a-z]|for ))",
    ),
    form(
        "             it was recalling 400 cars.",
        _UNDERTAKEN,
        "backed",
        before=rf"(?<! )(?<!\bas)(?<!year,)(?<!that,){WHO_SAID}(?:it|they|he|she)"
        r"(?: (?:is|are|was|were)|'s|'re)(?: also| now)? ",
        after=r"(?! (?:into|corners)\b|[^.;]* ago\b)",
    ),
    form(
        "He has assured of its completion.",
        "assured assures",
        "backed",
        before=not_after("is are be been was were being"),
        after="(?= (?:us |them )?of )",
    ),
    form(
        "They are determined to finish it.",
        "determined",
        "backed",
        before=not_after("has have had been was were"),
        after=TO_DO,
    ),
    form(
        "The judge scheduled a hearing for 3 June.",
        "scheduled set fixed listed posted scheduling setting fixing",
        "timed",
        after=r"(?= (?:[a-z'-]+ ){1,5}(?:to (?:take place|begin|start|be held|open|last)\b|"
        rf"(?:for|to) (?:{MONTH}|{WEEKDAY}|\d\d? {MONTH}|early|late|next)\b))",
    ),
    form(
        "It was bought, with the first ships arriving by May.",
        "arriving coming starting opening beginning following finishing ending due",
        "timed",
        before=r"\bwith [^,.;]{3,60}? ",
    ),
    form(
        "Three ships were bought, with delivery in 2026.",
        "with_delivery with_deliveries with_completion",
        "timed",
        after=r"(?= (?:expected |due |planned |scheduled )?(?:in|during|by|from|on|for) )",
    ),
    form(
        "The court ordered it to pay by May.",
        f"{ORDERS} remanded bailed summoned requires required told tells gave gives given giving "
        "imposed imposes set sets",
        "timed",
        before=not_after(BEFORE_NO_VERB) + "(?!(?<=, )given )",
    ),
    form(
        "She moves that the talks be put off.",
        "moves move recommends recommend proposes propose demands demand ruled ordered decreed "
        "directed",
        "backed",
        before=not_after("had later year"),
        after=rf"(?=(?: (?:on )?{WEEKDAY})?{THAT_IT_BE})",
    ),
    form(
        "They announced a plan.",
        _ANNOUNCED,
        "timed",
        after=rf"(?=[^.;]{{0,40}}\b{_WHAT_IS_ANNOUNCED}\b)",
    ),
)
"""The forms of what somebody has said or decided to do."""
