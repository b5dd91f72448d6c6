"""Signs that a time is that of a deed which a noun or another clause tells of."""

from claim_tracker.drafting.days.signs.sign import (
    MODAL,
    begins_with,
    clause_has,
    depends_on_verb,
    followed_by,
    has_before,
    is_no_limit,
    past_follows,
    sign,
    unless,
)
from claim_tracker.drafting.days.verb_forms import tells_past
from claim_tracker.drafting.patterns import Pattern, any_of, either_case, word_pattern
from claim_tracker.drafting.words import (
    A_PAST,
    AUXILIARIES,
    COMES,
    DEEDS,
    DETERMINER,
    MODALS,
    NO_OTHER_VERB,
    OWN,
    PLANS,
    WEEKDAY,
)

_RETROSPECT = Pattern(
    r"\b(?:(?:follows?|followed|following|[Cc]omes? after|came after) (?:an?|the|its|similar)|"
    r"(?:up|down) from)\b(?:[^;.]|\.\d){1,80}$"
)
"""What is told of something before: `It follows a strike in June`, `down from 40 in May`."""
_WITH_DOING = Pattern(rf"\bwith (?!the next\b){NO_OTHER_VERB} [a-z]+ing\b[^,;.]*$")
"""What went with something past: `The fair ended, with shops opening in April`."""
_ANSWERS = "reaction response speech remarks comments"
_UNPLANNED = (
    "murders? thefts? robbery fires? blaze floods? leaks? riots? deaths? crash(?:es)? collapse "
    "outbreak spill stabbings? assaults? rapes? kidnappings? accidents? collisions? massacres? "
    "fouls? coup earthquakes? quake wildfires? derailment attacks? bombings? explosions? blasts? "
    "shootings? raids? arrests? killings? clashes breach(?:es)?"
)
"""Nouns of what nobody has planned, or tells of before it is done."""
_WHOSE = f"{DETERMINER} (?:(?!possible|potential|planned|next|new)[a-z-]+ ){{0,2}}"
_OF_WHAT = rf"(?: (?:of|in|at|on|by|near|over|against|to) {NO_OTHER_VERB})?"
_DONE_IN = any_of("over of for at into from since in to")
_AFTER_DEED = Pattern(
    rf"\bafter [a-z]+ing\b(?:[^,;.]|\.\d)*$|"
    rf"\bafter (?:[^,;.]* )?{any_of(_ANSWERS)} [^,;.]*$|"
    rf"\b(?:over|against|into) {_WHOSE}{any_of(DEEDS)} $|"
    rf"\b(?:about|for|over) {OWN} {any_of(_ANSWERS)} $|"
    rf"\bappealing against {_WHOSE}conviction $|"
    rf"\b{_DONE_IN} (?=an? ){_WHOSE}{any_of(_UNPLANNED)}{_OF_WHAT} $|"
    rf"^{NO_OTHER_VERB}\b(?:{_DONE_IN}|on|about) (?=the ){_WHOSE}{any_of(_UNPLANNED)}{_OF_WHAT} $|"
    rf"\b(?:from|since|build on) {_WHOSE}(?:win|victory|loss|defeat){_OF_WHAT} $"
)
"""What stands before the time of a deed that is done: `tried over a crash in June`.

Of what is known, as `the crash` is, what is to come is told behind a verb: `look into the crash in
June`.
"""
_CUT_OFF = Pattern(
    rf"\b(?:appl(?:y|ies)|affects?|eligible(?! to\b)|exempt|[Aa]nyone|[Tt]hose)\b{NO_OTHER_VERB} "
    rf"{A_PAST} $"
)
"""To whom or what a rule applies, by what was done before a time: `goods shipped before June`."""
_FEARED_OR_PLANNED = word_pattern(
    "risk threat chance danger likelihood possibility fear fears warn warns warned warning prepare "
    "prepares preparing anniversary strike march protest rally walk_out vigil drill"
)
_REASONS = (
    "given amid despite following because_of in_response_to in_the_wake_of in_light_of "
    "as_a_result_of"
)
_ANSWERS_TO = Pattern(
    r"\b(?:respon(?:d|se)|react|reply|retaliat|answer|reveng|aveng|punish|apologi)[a-z]*\b[^,;.]*$"
)
"""What stands before what is answered, which is over: `respond to Tuesday's volley`."""
_VERBS_TO_COME = f"{MODALS} {PLANS} {COMES} is are set_to expected forecast due"
_FOR_A_REASON = Pattern(
    rf"\b(?:{any_of(_REASONS)}|(?:due|thanks) to {DETERMINER}\b) "
    rf"(?:(?!{any_of(_VERBS_TO_COME)}\b)[^,;.])*$|"
    rf"^\W*{either_case(_REASONS)} {_WHOSE}{any_of(f'{DEEDS} {_UNPLANNED}')}{_OF_WHAT} $"
)
"""What names a past event as a reason: `given the objections of some on Monday`."""
_VOTED_TO = Pattern(r"\bvoted (?:[a-z\d-]+ )?to [^,;.]*$")
_TOLD_TO = Pattern(
    r"(?<!\bbeen )(?<!\bis )(?<!\bare )\b(?:asked|told|urged|called on|decided|tried) "
    r"(?:[^,;.]* )?to [^,;.]*$"
)

SIGNS = (
    sign(
        "It is a response for Tuesday's volley.",
        begins_with("for "),
        followed_by("'s\\b"),
        has_before(_ANSWERS_TO),
        of_any=True,
    ),
    sign("It does not apply to those who booked before June 3.", has_before(_CUT_OFF)),
    sign("It may close amid the losses on Friday.", depends_on_verb, has_before(_FOR_A_REASON)),
    sign(
        "The board voted to lift it on Saturday.",
        depends_on_verb,
        begins_with(rf"(?:on )?{WEEKDAY}"),
        clause_has(_VOTED_TO),
    ),
    sign(
        "It told the crews to leave this year.",
        depends_on_verb,
        lambda around: around.has_begun,
        clause_has(_TOLD_TO),
        unless(clause_has(MODAL)),
    ),
    sign(
        "It comes the same day the yard was shut.",
        begins_with("(?:on )?the same (?:day|week|month)"),
        past_follows,
        of_any=True,
    ),
    sign("It follows a strike in June.", depends_on_verb, has_before(_RETROSPECT)),
    sign(
        "It is the strike in June that saw lines shut.",
        is_no_limit,
        followed_by(
            r" (?:that|which|who) "
            rf"(?:(?!{any_of(AUXILIARIES)}\b)[\w'-]+ ){{0,3}}{A_PAST}\b"
        ),
    ),
    sign(
        "No winner was likely to be known until Friday, when the board told of a tally.",
        followed_by(
            rf",? (?:when|where) (?:(?!{any_of(AUXILIARIES)}\b)[\w'-]+ ){{1,3}}"
            rf"(?<!\bthe )(?<!\ba ){A_PAST}\b"
        ),
    ),
    sign(
        "He will be tried over a crash in June.",
        depends_on_verb,
        has_before(_AFTER_DEED),
        unless(clause_has(_FEARED_OR_PLANNED)),
    ),
    sign(
        "The fair ended, with shops opening in June.",
        lambda around: (
            depends_on_verb(around)
            and (beside := _WITH_DOING.search(around.before)) is not None
            and tells_past(around.before[: beside.start()])
            and not MODAL.is_in(around.before)
        ),
    ),
)
