"""Signs that a time is of a plan that was moved, missed, given up, or is asked about or for."""

from claim_tracker.drafting.cues.given_up import is_given_up
from claim_tracker.drafting.days.signs.sign import (
    MODAL,
    begins_with,
    clause_has,
    followed_by,
    has_before,
    is_no_limit,
    preceded_by,
    sign,
    unless,
)
from claim_tracker.drafting.days.verb_forms import tells_past
from claim_tracker.drafting.patterns import Pattern, any_of, either_case, not_after, word_pattern
from claim_tracker.drafting.words import (
    AUXILIARIES,
    CALLED_OFF,
    DETERMINER,
    MODALS,
    MONTH,
    MOVED,
    NO_OTHER_VERB,
    YEAR,
)

_WAS_MOVED = f"{MOVED} pushed"
_MOVING = "postponing delaying cancelling canceling rescheduling moving"
_PUT_OFF = f"{_WAS_MOVED} {CALLED_OFF}"
_MOVES_IT = Pattern(
    rf"\b(?:has|have|had|was|were|is|are) (?:been |being )?{any_of(_WAS_MOVED)}\b[^,;]{{0,100}} $|"
    rf"\b{any_of(f'{_WAS_MOVED} moves pushes')} (?:its|the|their|his|her)\b"
    r"[^,.;]{0,60} $"
)
_NOW = word_pattern("will won't now is are")
_HAS_BEEN = r"(?:has|have|was|were)(?: now| again| [a-z]+ly)?(?: been)?"
_GONE = (
    "dropped scrapped missed broken abandoned shelved axed ditched averted rejected blocked halted "
    "banned"
)
_WAS_NOT_KEPT = (
    r",?(?:(?!\b(?:that|which|who|where|and|but|as|after|when|if|though|because|while|will|would)\b)"
    r"[^,.;]){0,40} "
    rf"(?:{_HAS_BEEN} (?:not|never|only partly) (?:kept|met|done|honoured|fulfilled)\b|"
    r"came to nothing|(?:failed|fell through)\b|(?:was|were)(?:n't| not) successful\b|"
    rf"(?:has been|have been|was|were) {any_of(_GONE)}\b|"
    r"(?:is|are) off(?! to\b)(?=\W|$)|"
    r"(?:will not|won't) (?:now )?(?:take place|go ahead|happen)(?=[,.;]|$))"
)
_GAVE_UP = (
    "abandoned dropped scrapped shelved ditched axed rejected blocked halted averted vetoed "
    "rescinded stayed cancelled canceled gave_up given_up walked_back backed_away_from "
    "backed_out_of missed overran pulled_out_of reneged_on voted_down turned_down threw_out "
    "thrown_out struck_down called_off"
)
"""Verbs of giving up, in the past alone: who `will scrap the rules in 2027` says when."""
_DID_NOT = "(?<!n't )" + not_after("not never yet be [Tt]he [Aa] its their")
"""What stands before no verb that tells of giving up: `has not dropped`, `the dropped plan`."""
_A_PLAN = (
    "plan plans pledge pledges promise promises vow target targets goal goals bid bids bill "
    "proposal proposals motion ban rule rules law scheme strike walkout execution calls demands"
)
_NEARER = f"{AUXILIARIES} and as under after in on by with at for from to when because over ahead"
_STOPS_IT = "halt stop block delay avert suspend prevent overturn postpone keep save"
_PLAN_GIVEN_UP = Pattern(
    rf"{_DID_NOT}\b{any_of(_GAVE_UP)} (?:(?!{any_of(_NEARER)}\b)[\w'-]+ ){{0,4}}?"
    rf"{any_of(_A_PLAN)}\b(?! to {any_of(_STOPS_IT)}\b)"
    rf"(?:{NO_OTHER_VERB}(?:,(?=\d{{3}}| which was | set | due )|$))+$"
)
"""Who gave up or stopped what was to be done by a time: `It dropped its plan to open by June`."""


_IN_QUESTION = Pattern(
    r"\b(?:what (?:will|would|could|might) happen (?:if|unless) [^,;.]*$|"
    rf"(?:what|how|where|who|which|whether) (?:(?!{any_of(MODALS)}\b)[\w'-]+ ){{1,14}}?"
    rf"(?:if|unless|in case|should (?=(?:it|he|she|they|we|you|{DETERMINER})\b)) [^,;.]*$)"
)
"""A condition of what is asked or told of others: `what to do if they fail by June`."""
_CONDITION = Pattern(
    r"(?:^\W*|[\";,] |\b(?:and|but|that) )(?:[Ii]f|[Ii]n the event that|[Pp]rovided that) [^,;]*$"
)
_THEN_IT_COMES = (
    r"[^,;\"]{0,60}, (?:then )?(?:[\w'.-]+ ){1,6}?"
    r"(?:will|would|could|may|might|(?:is|are) (?:to|set|due|likely|expected))\b"
)
"""What follows a condition: `If it comes in March, the yard will open`."""
_PLANNED = "planned scheduled"
_SET_FOR = f"{_PLANNED} set slated due"
_HAD_BEEN_HOPES = Pattern(
    r"\b[Tt]here had been (?:[a-z]+ )?(?:hopes?|plans?|talk|fears|speculation)\b[^;.]*$"
)
_CALLS = (
    "bring buy call check come donate enjoy get give go help join keep let listen look make see "
    "sign stand stay stop take tell tune visit vote watch"
)
_APPEAL = Pattern(
    r"(?:^|[,:;\"(] |\")\W*(?i:(?:please |so |and |now |do not |don't |never )*)"
    rf"{either_case(_CALLS)}\b(?:(?!\b{any_of(AUXILIARIES)}\b)[^,.;\"])*$"
)
"""A verb that nobody is the subject of, which appeals to those who hear it: `Go out and vote`."""
SIGNS = (
    sign("Some ask what to do if it is not done by June.", has_before(_IN_QUESTION)),
    sign(
        "It has delayed its planned Sunday launch.",
        preceded_by(
            rf"\b{any_of(f'{_WAS_MOVED} {_MOVING}')} (?:its|the|their|his|her|a|that)"
            rf"(?: {any_of(_PLANNED)})?"
        ),
        is_no_limit,
        of_any=True,
    ),
    sign(
        "Games scheduled for Friday were still held.",
        begins_with(rf"{any_of(_SET_FOR)} for "),
        followed_by(r"(?: [\w'-]+){0,4},? (?:was|were)\b(?! (?:due|to|set|expected|likely)\b)"),
    ),
    sign(
        "It is to be cut in July (from August and September).",
        begins_with("from "),
        has_before(Pattern(rf"(?:\(|\bto (?:{MONTH}|{YEAR}) )$")),
        of_any=True,
    ),
    sign(
        "If the papers come in June, the yard will open in July.",
        is_no_limit,
        has_before(_CONDITION),
        followed_by(_THEN_IT_COMES),
    ),
    sign(
        "With all that is planned, go out and vote on Friday.",
        is_no_limit,
        has_before(_APPEAL),
        followed_by(rf"(?! {any_of(AUXILIARIES)}\b)"),
        of_any=True,
    ),
    sign("There had been hopes that it would open by June.", has_before(_HAD_BEEN_HOPES)),
    sign(
        "It moved the fair from Oct. 9 to a day near the end of its season.",
        begins_with(r"from (?!.* (?:to|until|till|into|for) )"),
        has_before(_MOVES_IT),
    ),
    sign("Its promise to open by June was not kept.", followed_by(_WAS_NOT_KEPT)),
    sign(
        "It dropped its plan to open by June.",
        begins_with("(?!until|till)"),
        has_before(_PLAN_GIVEN_UP),
        of_any=True,
    ),
    sign(
        "The vote, which is set for June 3, has been cancelled.",
        followed_by(rf"(?:,| by [^,;.]{{1,80}}?)? {_HAS_BEEN} {any_of(_PUT_OFF)}\b"),
    ),
    sign(
        "The launch this weekend from Calder will be postponed until Monday.",
        unless(has_before(MODAL)),
        lambda around: not tells_past(around.before),
        followed_by(
            rf"[^;,.]{{0,60}} (?:will be|is|are|has been|have been|was|were)(?: now)? "
            rf"{any_of(_PUT_OFF)}\b"
        ),
    ),
    sign(
        "Tomorrow is too early.",
        followed_by(
            r" (?:is|will be|would be|comes?|may be) (?:much |far )?too (?:early|soon|late)\b"
        ),
    ),
    sign(
        "The pledge was not kept to open by June.",
        lambda around: is_given_up(around.clause + around.deadline.phrase),
        unless(clause_has(_NOW)),
    ),
)
