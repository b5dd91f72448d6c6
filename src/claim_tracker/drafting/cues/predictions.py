"""The forms of the cues by which a sentence foresees something, or tells what was formed for it."""

from claim_tracker.drafting.cues.form import (
    ADVERB,
    BE_SO,
    FORESEEN,
    IS_HAPPENING,
    IS_SO,
    NOT_DENIED,
    NOT_DONE,
    TO_DO,
    form,
)
from claim_tracker.drafting.patterns import any_of, not_after, only_after
from claim_tracker.drafting.words import (
    AFTER_WHO_SAID,
    COUNT,
    FORETELLS,
    IRREGULAR_PASTS,
    UNIT,
)

_PROJECTING = "scenario model report study bank fund agency outlook ministry government It it"
_WHAT_IS_PROJECTED = (
    rf"(?= (?:{any_of('that a an the its average annual global growth it')}\b|[a-z]+ to\b|\d))"
)
_NOT_A_NOUN = not_after("project a the its an") + "(?<!s' )(?<!than they )(?<!than it )"
_LEVEL = (
    r"(?:\d|\b(?:rain|rainfall|snow|drought|conditions|temperatures|weather|shortages?|deficits?|"
    r"shortfalls?|losses|recession|slowdown|growth)\b)"
)
_SOFTLY = "not also still even soon well"
_OF_WHAT_MAY_BE = (
    "be have see then just call sound seem look or always otherwise feel help play include contain "
    "hold mean recall suggest assume question underestimate understate your it guide lower impact "
    "dictate serve offset increase benefit apply provide know represent reflect reduce like receive"
)
_COMES_TO_BE = (
    rf"(?= (?:{any_of(_SOFTLY)} )?(?:(?<=here may )be|be [a-z]+ed|"
    rf"(?!{any_of(f'{_SOFTLY} {_OF_WHAT_MAY_BE}')}\b)[a-z]+)\b)"
)
"""What tells after `may` of what is to come, and not of what is so: `It may be large`."""
_CHANGING = (
    "coming growing rising falling slowing easing shrinking expanding contracting climbing "
    "dropping declining reaching hitting averaging peaking remaining staying narrowing widening "
    "recovering improving worsening gaining losing higher lower stronger weaker slower faster "
    "better worse"
)
_FORMED = "set_up formed established created appointed tasked assigned agreed"
_LIKELY = "likely unlikely certain"
_VIEWS = "forecasts? outlook views? expectations? guidance estimates? projections?"
_PREDICTIONS = (
    form(
        "It raised its growth view for 2027 to 5%.",
        "raised cut lowered increased reduced upgraded downgraded trimmed lifted slashed "
        "narrowed widened raises cuts lowers kept left_unchanged adjusted adjusts revised",
        "measured",
        after=rf"(?= (?:its|their|the) (?:[\w-]+ ){{0,4}}{any_of(_VIEWS)}\b)",
    ),
    form(
        "It is hoped work can begin.",
        "hoped expected anticipated envisaged",
        "firm",
        before=r"(?<=\b[Ii]t is )",
        after=r"(?= (?:that|the|it|they|work|[a-z]+ [a-z]+ (?:can|will))\b)",
    ),
    form(
        "Prices are expected to rise.",
        f"{FORESEEN} rumoured rumored",
        "firm",
        after=TO_DO,
    ),
    form(
        "Prices are likely to rise.",
        "likely unlikely certain sure bound",
        "firm",
        before="(?<!were )(?<!was )",
        after=TO_DO + "(?! to have )",
    ),
    form(
        "She is said to be preparing a sale.",
        "said reported rumoured rumored understood believed thought",
        "firm",
        before=BE_SO,
        after=rf"(?= to be {any_of(IS_HAPPENING)}\b)",
    ),
    form(
        "Sees FY 2027 sales of $3bn.",
        "Sees Expects Forecasts Projects Anticipates Estimates Guides Targets Reaffirms Affirms",
        "measured",
        before=r"(?:^|; )",
        after=r"(?! to [a-z])",
    ),
    form(
        "We are looking at low rainfall.",
        "looking_at",
        "backed",
        before=r"(?:\b(?:is|are)|'re|'s)\)? ",
        after=rf"(?=[^,.;]{{0,60}}{_LEVEL})",
    ),
    form(
        "The bank sees prices rising.",
        "sees (?<=[wW]e_)(?<!that_we_)see",
        "backed",
        before=_NOT_A_NOUN,
        after=rf"(?! that )(?=[^,.;]{{1,60}}? (?:{any_of(_CHANGING)}|\S*\d\S*)\b)",
    ),
    form(
        "The bank expects growth of 2%.",
        f"{FORETELLS} expecting reckons",
        "backed",
        before=_NOT_A_NOUN
        + not_after(
            "previous earlier prior latest new own first updated official their some correctly "
            "accurately wrongly failing_to advance preliminary"
        )
        + NOT_DENIED,
        after=r"(?! (?:is|was|has|had|shows|showed|says|said|by)\b)(?! (?:(?:us|me|you) )?to "
        rf"[a-z]| that (?:[\w'-]+ ){{1,4}}?{any_of(f'has have {IRREGULAR_PASTS}')}\b)",
    ),
    form(
        "It is predicting growth of 2%.",
        "predicting forecasting projecting anticipating",
        "backed",
        before=IS_SO,
        after=r"(?= [a-z\d$\u20ac\u00a3])(?! (?:this|that|much|what|how|anyway)\b)",
    ),
    form(
        "It does not expect a truce.",
        "expect anticipate foresee",
        "backed",
        before=r"\b(?:does|do)(?: not|n't) (?:currently |yet |now )?",
        after="(?! (?:this|that|much|me|us|you|them(?! to)) )",
    ),
    form(
        "It could soon be sold.",
        "could_soon may_soon might_soon should_soon soon_could soon_may soon_might",
        "firm",
        after="(?= [a-z])",
    ),
    form(
        "The model projects growth of 2%.",
        "projects",
        "backed",
        before=only_after(_PROJECTING),
        after=_WHAT_IS_PROJECTED,
    ),
    form(
        "It expected delays, it said.",
        "expected",
        "backed",
        before=rf"(?:^|{AFTER_WHO_SAID})(?:that )?(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey) ",
        after="(?! to [a-z])",
    ),
    form(
        "It hinted at a rise in May.",
        "hinted_at hints_at hint_at points_to point_to pointed_to",
        "timed",
        after="(?= (?:the|an?|its) )",
    ),
    form(
        "Expectations are for growth in May.",
        "expectations expectation Expectations forecasts Forecasts outlook",
        "backed",
        after=r"(?= (?:is|are|remains?) (?:for|of|that)\b)",
    ),
    form(
        "A vote in May is likely.",
        f"{_LIKELY} possible expected",
        "timed",
        before=rf"(?<![\w-])(?:is|are|seems?|looks?|remains?)(?:n't)?{ADVERB} ",
        after="(?=[ ,.]|$)",
    ),
    form(
        "She is hopeful that he can play.",
        "hopeful confident optimistic",
        "backed",
        before=BE_SO,
        after=r"(?= (?:of [a-z]+ing|(?:that )?(?:[\w'-]+ ){1,6}?(?:can|could|will|would))\b)",
    ),
    form("We see rain in May.", "see", "timed", before="(?<=[Ww]e )"),
    form("It could cost $2bn.", "could may might", "measured", after=NOT_DONE),
    form(
        "Some ships may not sail, she said.",
        "may",
        "backed",
        before=not_after("that which who ways you You people or"),
        after=_COMES_TO_BE,
    ),
    form(
        "It could warm by 4 degrees.",
        "could may might",
        "firm",
        after=r"(?=[^.;]{1,40} by [^.;]{0,20}?\d+(?:\.\d+)? ?(?:degrees\b|\u00b0|C\b))",
    ),
    form(
        "She may be out for two weeks.",
        "out sidelined absent",
        "firm",
        before=r"(?<=\bbe )",
        after=rf"(?= for (?:{any_of('about around at_least up_to')} )?{COUNT} {UNIT})",
    ),
    form(
        "Oil is heading for its worst month.",
        "heading headed",
        "backed",
        before=BE_SO,
        after=r"(?= (?:for|to|toward|towards) (?:its|an?|another) )",
    ),
    form("It can stay until May.", "can", "timed", after=NOT_DONE),
    form("It should be done by May.", "should", "timed", after=NOT_DONE),
    form(
        "The economy is seen growing this year.",
        "seen",
        "firm",
        before=BE_SO,
        after=rf"(?= {any_of(_CHANGING)}\b)",
    ),
    form("It pegged growth at 3%.", "peg pegs pegged", "measured", after=r"(?=[^.;]{0,80} at )"),
    form(
        "She put the cost at about $7m.",
        "put puts",
        "measured",
        after=r"(?=[^.;]{1,60} at (?:[a-z]+ )?[A-Z]{0,3}[\d$\u20ac\u00a3])",
    ),
    form(
        "The outlook for 2026 is 2%.",
        "forecast projection estimate outlook prediction expectation forecasts projections "
        "estimates predictions",
        "measured",
        before=not_after("previous earlier prior advance preliminary cloudy"),
    ),
)
PREDICTIONS = tuple(it._replace(kind="prediction") for it in _PREDICTIONS)
"""The forms of what nobody decides."""
IS_FORMED = form(
    "A committee has been formed to watch it.",
    "has_been have_been",
    "backed",
    after=f" {any_of(_FORMED)} to\\b",
)._replace(kind="fact")
"""The form of what was formed for something that is to come."""
