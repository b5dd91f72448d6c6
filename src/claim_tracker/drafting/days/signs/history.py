"""Signs that a time is that of something past, by the verb beside it."""

from claim_tracker.drafting.days.signs.sign import (
    MODAL,
    WILL,
    begins_with,
    clause_has,
    depends_on_verb,
    followed_by,
    has_before,
    is_limit,
    opens_sentence,
    past_follows,
    preceded_by,
    sign,
    unless,
    will_open,
)
from claim_tracker.drafting.days.verb_forms import tells_past
from claim_tracker.drafting.patterns import Pattern, any_of, word_pattern
from claim_tracker.drafting.words import (
    A_PAST,
    AUXILIARIES,
    HAPPENS,
    MODALS,
    MONTH,
    NO_OTHER_CLAUSE,
    SPOKE,
    TO_VERB,
    WEEKDAY,
    WHO_SAID,
    YEAR,
)

_OPENS = Pattern(
    r"^\s*(?:(?:But|And|Yet|Then) )?(?:(?:(?:Just|Shortly|Soon) )?"
    r"(?:[Aa]t|[Aa]fter|[Bb]efore|During|Following|From|In|On) (?:(?![a-z]+ed\b)[\w'.-]+ )+)?$"
)
"""What stands before a time at the beginning of a sentence: `At a meeting this morning,`."""
_NOT_DONE = Pattern(
    r"(?:\b(?:did|was|were|had|could)(?:n't| not| never)|\bnever|\bnot|\bonly|\bhad)\b[^,;]*$"
)
"""What tells before `until` or `before` that something came about no sooner."""
_STILL_TO_COME = word_pattern(
    f"{MODALS} {TO_VERB} due set scheduled slated planned expected likely forecast able ready "
    "allowed is are be"
)
_TODAY = r"(?:(?:be|by|on|in|at|from|of|for|like|to|until) )?today$"
_OF_ONE_DAY = word_pattern(
    f"{HAPPENS} votes launching convening holding meeting announcing opening closing leaving "
    "publishing releasing travelling traveling flying visiting voting raising taking_up "
    "be_[a-z]+ing will won't 'll shall "
    "must may might could due set scheduled slated expected expecting likely planned plans "
    "planning preparing aims hopes hope hoping goal going_to is_to are_to has_to have_to until till"
)
"""What tells beside `today` of this one day, and not of these days."""
_NOT_KNOWN = Pattern(
    r"\bcould(?:n't| not)(?: [a-z]+ly)? be (?:determined|reached|verified|confirmed|learned|"
    r"found out|established)\b|\b(?:was|were)(?:n't| not)(?: [a-z]+ly)? (?:clear|known)\b|"
    r"\bunclear\b"
)
"""What was not known when it was told: `It was not clear on Monday`."""
_GOES_ON = Pattern(r"\b(?:continues?|goes on|go on) [^,;]*$")

_LONG_SINCE = r"(?:took (?:office|power)|came to power|ran for|founded)"
_TOLD_LONG_AGO = Pattern(
    rf"^\W*(?:When [^,;]*\b{_LONG_SINCE}\b[^,;]*,|During [^,;]*?\bcampaign,?|"
    r"Last (?:year|spring|summer|autumn|winter)\b)(?:(?!\b(?:will|is|are)\b)[^;])*?"
    rf"(?:{WHO_SAID}|\b(?:{any_of(SPOKE)}|forecast|predicted)\b)(?!.*\b(?:will|is|are)\b)"
)
"""What stands before who said something long ago: `During the campaign he said it would end`."""
_EARLIER_FORECAST = Pattern(
    r"\b(?:ago|last (?:year|month|week)),? (?:which|when) "
    r"(?:[a-z]+ ){0,3}?(?:showed|said|put|forecast|predicted|saw|expected|projected) "
    rf"{NO_OTHER_CLAUSE}$"
)
"""What tells of the forecast before this one, by which nothing is foreseen any more."""
_NOWADAYS = Pattern(
    r"\b(?:may|might|can|could|cannot|can't) (?!be (?!an? |the |one of ))[^,;]*$|"
    r"\b(?:where|what|as|than) (?:we|it|they|things) (?:is|are) $|"
    r"\b(?:used to|tends? to|you (?:can|will)) (?:see|find|seeing|finding)\b[^,;]*$"
)
"""What somebody or something is nowadays: `It may only be a village today`."""

SIGNS = (
    sign(
        "It will be free for all born in June.",
        preceded_by(r"\b(?:[Ss]ince|[Ee]arlier|[Bb]orn|[Ff]ormerly)(?: (?:in|on|the|from))?"),
        of_any=True,
    ),
    sign(
        "It could not be found out on Monday whether he will go.",
        depends_on_verb,
        clause_has(_NOT_KNOWN),
    ),
    sign(
        "Prices fall, with figures on Tuesday showing a drop.",
        depends_on_verb,
        begins_with("(?!to |for )"),
        followed_by(rf" {any_of('showing suggesting revealing indicating confirming saying')}\b"),
    ),
    sign(
        "The world today is poor.",
        begins_with(_TODAY),
        unless(clause_has(_OF_ONE_DAY)),
        unless(will_open),
        unless(followed_by(" (?:is|are) (?:un)?likely\\b")),
    ),
    sign(
        "It is due to what brings us here today.",
        preceded_by(r"\b[Hh]ere"),
        unless(preceded_by(r"(?:\bwill(?: be)?|'ll(?: be)?|\bdue|\barrives?|\bcomes?) here")),
        lambda around: around.has_begun,
    ),
    sign(
        "It may only be a village today, but it draws crowds.",
        begins_with("today$"),
        clause_has(_NOWADAYS),
    ),
    sign(
        "It will be in better shape today than it was.",
        begins_with("today$"),
        followed_by(" than\\b"),
    ),
    sign(
        "It began long ago and continues to grow today.",
        begins_with("today$"),
        clause_has(_GOES_ON),
    ),
    sign(
        "It is better than the one of a year ago, which showed that it is shut by 2030.",
        has_before(_EARLIER_FORECAST),
    ),
    sign(
        "The firm closed by then.",
        begins_with("(?:(?:by|on|during|until|before|in|at) )?(?:then|that|the same) ?"),
        lambda around: (
            past_follows(around)
            if not around.before.strip()
            else tells_past(around.clause) and not MODAL.is_in(around.clause)
        ),
        of_any=True,
    ),
    sign(
        "By Friday, 40 firms had signed up, and more will.",
        opens_sentence,
        followed_by(
            rf",? (?:(?!{any_of(f'{AUXILIARIES} that which who')}\b)[\w'-]+ ){{1,8}}"
            r"had (?!to\b|until\b)"
        ),
        of_any=True,
    ),
    sign(
        "When he took office,             the war would end within a day.",
        unless(begins_with(f".*{YEAR}")),
        has_before(_TOLD_LONG_AGO),
        of_any=True,
    ),
    sign(
        "In June the minister, Ana Bell, approved it.",
        has_before(_OPENS),
        unless(has_before(MODAL)),
        depends_on_verb,
        past_follows,
    ),
    sign(
        "The board that meets here on Friday approved a plan to go.",
        depends_on_verb,
        unless(clause_has(MODAL)),
        followed_by(
            rf" (?:[a-z]+ly )?(?!{any_of('called named titled')}\b){A_PAST}"
            rf"(?!['-]|\w| {any_of('at by to with')}\b)"
        ),
    ),
    sign(
        "This year, the firm is moving its yards.",
        opens_sentence,
        begins_with(rf"(?:this|in) (?:year|{YEAR})$|today$"),
        followed_by(
            rf",? (?:(?!{any_of(AUXILIARIES)}\b)[\w'-]+ ){{1,8}}(?:is|are) (?!going)[a-z]+ing\b"
        ),
    ),
    sign(
        "Later in the day,         it may open.",
        opens_sentence,
        begins_with("later in the day$"),
        unless(will_open),
    ),
    sign(
        "Over the next decade it moved from port to port.",
        opens_sentence,
        begins_with("(?:over|in|for|during) the next "),
        past_follows,
    ),
    sign(
        "They tell of Calder back in June.",
        begins_with("in "),
        preceded_by(r"^\W*Back|[A-Z]\w+ back"),
    ),
    sign(
        "The feud could tell of a slight that dates back to June.",
        begins_with("back to "),
        preceded_by(r"\b(?:dat|stretch|reach|go|hark)(?:es?|s|ing|ed)?"),
        of_any=True,
    ),
    sign(
        "A plunge shortly before June 3.",
        preceded_by(r"\b(?:[Jj]ust|[Ss]hortly|[Ll]ong|midway|halfway)"),
        begins_with("(?:before|prior to|through) "),
        unless(clause_has(WILL)),
        unless(clause_has(MODAL)),
    ),
    sign(
        "It was not approved until June 30.",
        is_limit,
        clause_has(_NOT_DONE),
        lambda around: tells_past(around.clause),
        unless(clause_has(_STILL_TO_COME)),
    ),
    sign(
        "As of Friday, 40 men are missing.",
        begins_with(rf"as of (?:late |early )?(?:{WEEKDAY}|{MONTH}(?: \d\d?)?$)"),
        unless(clause_has(MODAL)),
        unless(followed_by(rf",? (?:[\w'-]+ ){{1,8}}?{any_of(MODALS)}\b")),
    ),
)
