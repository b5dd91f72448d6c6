"""Whether a text tells of a plan that was given up, or of what never came to be."""

from claim_tracker.drafting.patterns import Pattern, any_of
from claim_tracker.drafting.words import A_PARTICIPLE, CALLED_OFF, MOVED

_WAS_SET = "scheduled expected due set(?!_aside) planned promised slated supposed"
_ONCE = "originally previously initially once formerly earlier long"
_CALLED_OFF = "cancelled canceled scrapped shelved abandoned"
_NOT_LATER = r"(?![^,.;\"]* later (?:in the day|today|this)\b)"
"""What tells after `was to` that it is still to come: `It was to end later in the day`."""
_FAILED = (
    "failed collapsed stalled fallen_through come_to_nothing been_rejected "
    "been_defeated been_blocked been_voted_down"
)
SLIPPED = f"{MOVED} {CALLED_OFF} pushed put slipped withdrawn"
"""What tells after `but` that a plan is no more what it was."""
GIVEN_UP = Pattern(
    r"\b(?:"
    rf"had (?:(?:been|also|originally|previously|initially) )*(?:{any_of(_WAS_SET)}|"
    "hoped|meant|intended|aimed|wanted|pledged|forecast)|"
    rf"(?:was|were) (?:not|never|only partly) {any_of('kept met done honoured fulfilled built')}|"
    rf"(?:was|were) {any_of('dropped scrapped missed broken abandoned shelved')}|"
    r"(?:promise|pledge|vow|plan|target|deadline|goal)s?\b[^,.;]{0,60} (?:was|were) "
    rf"(?:not|never|only partly) {any_of('kept met done honoured fulfilled built')}|"
    r"(?:plan|bid|attempt|effort|proposal|motion)s? to "
    r"(?:(?!\b(?:that|which|who|after|when|if)\b)[^,.;]){1,120} "
    rf"(?:(?:has|have) {any_of(_FAILED)}\b|"
    r"(?:failed|collapsed|fell through)(?=[.,;]| (?:after|in|on|to|when)\b))|"
    rf"{any_of(_CALLED_OFF)}\b[^,.;]{{0,60}} {any_of(_WAS_SET)}\b|"
    rf"(?:that|which|who) (?:was|were) (?:still )?{any_of(_WAS_SET)}\b|"
    rf"(?:as|[Ww]hen|before|after) (?:[\w'-]+ ){{1,6}}?(?:was|were) {any_of(_WAS_SET)} to\b|"
    rf"(?:was|were) (?:[a-z]+ly )?{any_of(_WAS_SET)} to\b"
    rf"(?=[^;.]{{0,120}},? but [^;.]{{0,120}}\b{any_of(SLIPPED)}\b)|"
    rf"came to nothing|(?:was|were) to (?!be\b)[a-z]+\b{_NOT_LATER}|"
    rf"(?:was|were) (?:{any_of(_ONCE)}|first|supposed|meant)\b(?: {any_of(_WAS_SET)}\b)?|"
    rf"{any_of(_ONCE)} "
    rf"(?:{any_of(_WAS_SET)}|fixed|timed|announced(?! plans? to\b)|said|targeting|aiming)|"
    rf"{any_of('would could should might may must')}(?:'ve| (?:(?:also|not|never|"
    rf"probably) )?have)\b(?= (?:not |[a-z]+ly |been )*(?:{A_PARTICIPLE})\b)|"
    rf"[Ii]f [^,.;]{{0,40}}\b(?:had|were)\b|(?:Were|Had) {any_of('the he she it they we you I')} )",
    "had has have was were nothing failed collapsed stalled fell originally previously initially "
    "once formerly earlier long if "
    "cancelled canceled scrapped shelved abandoned",
)
"""A plan that was given up, or what never came to be: `had been due in May`."""


def is_given_up(text: str) -> bool:
    """Whether a text tells of a plan that was given up, or of what never came to be.

    >>> is_given_up("The opening had been scheduled for last autumn.")
    True
    """
    return GIVEN_UP.is_in(text)
