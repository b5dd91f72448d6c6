"""Signs that a time is when something was said or told, and not when it is to come."""

import re

from claim_tracker.drafting.days.signs.just_over import ON_WEEKDAY
from claim_tracker.drafting.days.signs.sign import (
    Surroundings,
    begins_with,
    clause_has,
    depends_on_verb,
    followed_by,
    has_before,
    has_begun_or_depends,
    has_verb_to_come,
    is_no_limit,
    is_weekday,
    past_follows,
    preceded_by,
    sign,
    unless,
)
from claim_tracker.drafting.days.verb_forms import verbs_of
from claim_tracker.drafting.patterns import Pattern, any_of, word_pattern
from claim_tracker.drafting.words import (
    AUXILIARIES,
    DATE,
    DETERMINER,
    FORETELLS,
    MODALS,
    NO_OTHER_VERB,
    SAYS,
    WEEKDAY,
    WHO_SAID,
    YEAR,
)

_SPEAKING = (
    "telling tell tells told saying say says said asking speaking "
    "(?:we_are|we're|I_am|I'm)_announcing (?:excited|pleased|proud|delighted)_to_announce"
)
_NEWS = (
    "decisions? announcements? news ruling verdict statements? judgment "
    "filing remarks poll data pledge interview signing speech comments appearance headlines "
    "answers testimony (?<!to_)report"
)
_IN_NEWS = Pattern(
    rf"\b{any_of(_NEWS)} (?:(?:of|from|in|by|to|at|with|on) "
    rf"(?:(?!{any_of(AUXILIARIES)}\b)[^,;.]){{1,60}} )?$"
)
"""What stands before the day on which something was told: `its statement to crews on Monday`."""
_WRITINGS = (
    "interview interviews statement letter report note post tweet e-?mail message memo filing "
    "speech op-ed blog video podcast answers? remarks testimony"
)
_IN_WRITING = Pattern(
    rf"\b(?:in|from|via|during) {DETERMINER} (?:[\w'-]+ ){{0,3}}?{any_of(_WRITINGS)} $"
)
"""What stands before the day on which something was written or said: `in an interview Tuesday`."""
_ACTS = (
    "Asked Pressed Questioned Challenged Quizzed Interviewed Backed_by Flanked_by Joined_by "
    "Accompanied_by Speaking Writing Arriving_(?:in|at) Announcing Addressing Testifying "
    "Appearing_(?:in|at|before) Responding Reacting Replying Commenting Introducing Presenting "
    "Unveiling Welcoming Visiting Touring Attending"
)
"""What somebody does who says something, and not what is planned: `Opening in June, she said`."""
_WHAT = rf"(?:to (?!{DETERMINER}\b)[a-z]+|that|which)"
_ACTING = Pattern(rf"^\W*{any_of(_ACTS)}\b(?!.* {_WHAT} ){NO_OTHER_VERB}$")
"""What tells what somebody did when they said it: `Arriving in Calder on Sunday, he said`."""
_AFTER_QUOTE = Pattern(
    rf"[,?!.][\"'](?:{WHO_SAID}| (?:[A-Z][\w.'-]* ){{1,4}}(?:said|wrote|told|added) )"
    r"(?:(?!\bwho\b)[^\",;]){0,80}$"
)
"""What stands before the day on which a quote was said or written."""
_ANNOUNCES = (
    rf"\b{any_of('decision vow pledge promise threat refusal call proposal')}|"
    rf"{WHO_SAID}(?:(?:an?|its|their) )?plans?"
)
"""What stands before the day on which it was told, and before what is to be done."""
_DAY_OF_PAGE = rf"(?:by )?(?:{WEEKDAY},? )?{DATE},? {YEAR}$"
_BESIDE_DAY_OF_PAGE = Pattern(
    r"^\W*$|(?:[\u00b7|)]|\b(?:Modified|Updated|Published|Posted)|[AP]M|[A-Z]\w+ -) \n|"
    r"^By (?:[A-Z][\w.'-]* ){1,4}\n|\n(?:(?:,| -) \d\d?:\d\d ?[AaPp]\.?[Mm]\b| 0 [A-Z])"
)
"""What pages have before or after the day on which they were written, which is a line break."""


def _is_beside_told(around: Surroundings) -> bool:
    """Whether a time stands beside whom something was told, or what was announced, and no verb."""
    *said, beside = re.split(WHO_SAID, around.before)
    beside = beside.lstrip()
    return bool(said and beside) and not any(it.start for it in verbs_of(beside))


SIGNS = (
    sign(
        "Lena Harwick | July 3, 2025",
        begins_with(_DAY_OF_PAGE),
        unless(has_verb_to_come),
        lambda around: _BESIDE_DAY_OF_PAGE.is_in(f"{around.before}\n{around.after}"),
        of_any=True,
    ),
    sign(
        "A photo of the hall On Monday the mayor said it will open.",  # a caption, and the text
        preceded_by(r"[\w.,)] (?:On|In|By|At)"),
        past_follows,
        of_any=True,
    ),
    sign(
        "The hall is seen on Monday.",
        begins_with(rf"(?:on )?(?:{WEEKDAY}|{DATE})"),
        clause_has(Pattern(r"\b(?:is|are) (?:seen|shown|pictured)\b")),
    ),
    sign(
        "                 in July she will open it.",
        depends_on_verb,
        has_before(Pattern(f"{WHO_SAID}$")),
        begins_with("(?:in|on|this|earlier) "),
    ),
    sign(
        "It is shut, but on Monday      it would open.",
        depends_on_verb,
        is_weekday,
        lambda around: not around.clause.strip(),
        followed_by(rf",?{WHO_SAID}\w"),
    ),
    sign(
        "        the crews on Thursday they will be paid.",
        depends_on_verb,
        begins_with(ON_WEEKDAY),
        _is_beside_told,
        followed_by(rf"(?! {any_of(AUXILIARIES)}\b| [a-z]+s\b)"),
    ),
    sign(
        "She admitted that it will close in an interview Tuesday.",
        depends_on_verb,
        has_before(_IN_WRITING),
    ),
    sign(
        '"We will go," Orr wrote to a board that is to meet on Friday.',
        has_begun_or_depends,
        has_verb_to_come,
        has_before(_AFTER_QUOTE),
    ),
    sign(
        "Arriving in Calder on Sunday,         it will open.",
        is_no_limit,
        has_before(_ACTING),
        followed_by(rf",?{WHO_SAID}"),
    ),
    sign(
        "Her decision on Monday to sell it will help.",
        has_begun_or_depends,
        preceded_by(_ANNOUNCES),
        followed_by(" to [a-z]"),
    ),
    sign(
        "The bank forecast Tuesday that growth will slow.",
        depends_on_verb,
        preceded_by(rf"\b{any_of(f'{SAYS} {FORETELLS}')}"),
        is_weekday,
        followed_by(" that\\b"),
    ),
    sign(
        "I am telling you tonight that it opens.",
        preceded_by(rf"\b{any_of(_SPEAKING)}(?: (?:you|us|them|everyone))?"),
        begins_with("to(?:day|night)"),
        of_any=True,
    ),
    sign(
        "And today I would like to say that it was wrong.",
        begins_with("today$"),
        followed_by(r",? (?:I|we) (?:would like|want|wish|am here|are)\b"),
    ),
    sign(
        "A ruling on Monday means it opens.",
        depends_on_verb,
        unless(clause_has(word_pattern("next"))),
        has_before(_IN_NEWS),
        unless(has_verb_to_come),
        unless(followed_by(rf" (?:[\w-]+ ){{0,3}}?(?:{any_of(MODALS)}|is|are)\b")),
    ),
)
