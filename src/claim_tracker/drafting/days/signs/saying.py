"""Signs that a time is when something was said or told, and not when it is to come."""

from claim_tracker.drafting.days.signs.sign import (
    Sign,
    all_of,
    begins_with,
    depends_on_verb,
    followed_by,
    has_before,
    has_begun_or_depends,
    is_no_limit,
    preceded_by,
)
from claim_tracker.drafting.tense import tells_first_of_past
from claim_tracker.drafting.words import FORETELLS, NO_OTHER_VERB, SAYS, WEEKDAY, Pattern, any_of

_SPEAKING = "telling tell tells told saying say says said asking speaking"
_TOLD_TODAY = "decision announcement news move vote ruling verdict result statement judgment report"
_READS = Pattern(r"[,\"'] (?:read|reads|ran|goes) (?:an?|the) [^,;]*$")
_WRITINGS = (
    "interview interviews statement letter report note post tweet e-?mail message memo filing "
    "speech op-ed blog video podcast"
)
_IN_WRITING = Pattern(
    rf"\b(?:in|from|via) (?:an?|the|his|her|their|its) (?:[\w'-]+ ){{0,3}}?{any_of(_WRITINGS)} $"
)
"""What stands before the day on which something was written or said: `in an interview Tuesday`."""
_WHO_SAID = " {5,}"
"""What is left of the words that say who said it."""
_ACTS = (
    "Asked Pressed Questioned Challenged Quizzed Interviewed Backed_by Flanked_by Joined_by "
    "Accompanied_by Speaking Writing Arriving_(?:in|at) Announcing Addressing Testifying "
    "Appearing_(?:in|at|before) Responding Reacting Replying Commenting Introducing Presenting "
    "Unveiling Welcoming Visiting Touring Attending"
)
"""What somebody does who says something, and not what is planned: `Opening in June, she said`."""
_WHAT = r"(?:to (?!(?:the|an?|its|his|her|their)\b)[a-z]+|that|which)"
_ACTING = Pattern(rf"^\W*{any_of(_ACTS)}\b(?!.* {_WHAT} ){NO_OTHER_VERB}$")
"""What tells what somebody did when they said it: `Arriving in Calder on Sunday, he said`."""
_AFTER_QUOTE = Pattern(
    rf"[,?!.][\"'](?:{_WHO_SAID}| (?:[A-Z][\w.'-]* ){{1,4}}(?:said|wrote|told|added) )"
    r"(?:(?!\bwho\b)[^\",;]){0,80}$"
)
"""What stands before the day on which a quote was said or written."""
_ANNOUNCES = "decision vow pledge promise threat refusal call proposal"
_AGENCY_TELLS = "reports reported learnt learned has_learned writes wrote was_told understands"
SIGNS = (
    Sign(
        "A photo of the hall On Monday the mayor said it will open.",  # a caption, and the text
        all_of(
            preceded_by(r"[\w.,)] (?:On|In|By|At)"), lambda place: tells_first_of_past(place.after)
        ),
        is_of_any=True,
    ),
    Sign(
        "It backed the sale of the yard, the Gazette learnt on Wednesday.",
        all_of(
            is_no_limit,
            preceded_by(rf", (?:the )?(?:[A-Z][\w.&'-]* ){{1,4}}{any_of(_AGENCY_TELLS)}"),
            followed_by(r"\W*$"),
        ),
        is_of_any=True,
    ),
    Sign(
        "Lena Harwick said in July she will open it.",
        all_of(depends_on_verb, preceded_by(" {4}"), begins_with("(?:in|on|this|earlier) ")),
    ),
    Sign(
        "It is shut, but on Monday      it would open.",
        all_of(
            depends_on_verb,
            begins_with(rf"(?:on )?{WEEKDAY.lower()}$"),
            lambda place: not place.clause.strip(),
            followed_by(rf",?{_WHO_SAID}\w"),
        ),
    ),
    Sign(
        "She admitted that it will close in an interview Tuesday.",
        all_of(depends_on_verb, has_before(_IN_WRITING)),
    ),
    Sign(
        '"We will go," Orr wrote for the court on Tuesday (early Wednesday GMT).',
        all_of(has_begun_or_depends, has_before(_AFTER_QUOTE)),
    ),
    Sign(
        'It is going on "in some parts", on Friday.',
        all_of(
            begins_with(rf"on {WEEKDAY.lower()}$"),
            preceded_by("[\"'],|,[\"']"),
            followed_by(r"\W*$"),
        ),
    ),
    Sign(
        "Arriving in Calder on Sunday,         it will open.",
        all_of(is_no_limit, has_before(_ACTING), followed_by(rf",?{_WHO_SAID}")),
    ),
    Sign(
        "Her decision on Monday to sell it will help.",
        all_of(depends_on_verb, preceded_by(rf"\b{any_of(_ANNOUNCES)}"), followed_by(" to [a-z]")),
    ),
    Sign(
        "The bank forecast Tuesday that growth will slow.",
        all_of(
            depends_on_verb,
            preceded_by(rf"\b{any_of(f'{SAYS} {FORETELLS}')}"),
            begins_with(rf"(?:on )?{WEEKDAY.lower()}$"),
            followed_by(" that\\b"),
        ),
    ),
    Sign(
        "I am telling you tonight that it opens.",
        all_of(
            preceded_by(rf"\b{any_of(_SPEAKING)}(?: (?:you|us|them|everyone))?"),
            begins_with("to(?:day|night)"),
        ),
        is_of_any=True,
    ),
    Sign(
        "And today I would like to say that it was wrong.",
        all_of(
            begins_with("today$"),
            followed_by(r",? (?:I|we) (?:would like|want|wish|am here|are)\b"),
        ),
    ),
    Sign(
        "A ruling on Monday means it opens.",
        all_of(
            preceded_by(rf"\b{any_of(_TOLD_TODAY)}"),
            is_no_limit,
            followed_by(rf" {any_of('means shows paves clears allows lets marks ends follows')}\b"),
        ),
        is_of_any=True,
    ),
    Sign('"It will open," read a notice on Monday.', all_of(is_no_limit, has_before(_READS))),
)
