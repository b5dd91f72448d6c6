"""Whether what a cue tells is promised or foreseen: the kind of its claim."""

from claim_tracker.drafting.clauses import NEAR
from claim_tracker.drafting.cues.cues import Cue
from claim_tracker.drafting.cues.form import Kind
from claim_tracker.drafting.patterns import Pattern, any_of, either_case
from claim_tracker.drafting.words import COUNT, UNIT, WEEKDAY

_OF_NATURE = (
    "price prices inflation demand growth temperature temperatures rain rainfall snow snowfall "
    "wind winds flood floods sea_level sea_levels level levels emissions economy GDP output "
    "unemployment rate rates sale sales exports imports deaths cases infections population number "
    "numbers shares stocks supplies supply traffic passengers harvest yield yields turnout storm "
    "drought cost costs bills deficit debt revenue revenues profit profits losses shortage "
    "shortages conditions season market markets industry size global world"
)
_NATURE = Pattern(rf"(?i:\b{any_of(_OF_NATURE)}\b)")
"""What nobody decides."""
_COMES_ABOUT = (
    "rise fall grow decline shrink exceed reach hit peak climb drop increase decrease win lose "
    "run_out run_short run_dry double triple slow rebound recover contract expand worsen improve "
    "ease accelerate average total cost need suffer die melt overtake outstrip stay remain become "
    "affect feel see warm cool touch come_in amount halve last spread miss fail"
)
_IS_THEN = (
    "full empty at above below around about more less fewer enough short back_above back_at "
    "back_below hotter colder higher lower worse better a an no"
)
_SOFTLY = "also still not almost soon then again"
_FORESEEN_AFTER = Pattern(
    rf"[^a-zA-Z]*(?:to )?(?:continue to )?(?:(?:{any_of(_SOFTLY)}|[a-z]+ly) )*(?:be )?"
    rf"(?:{any_of(_COMES_ABOUT)}\b|(?<=be ){any_of(_IS_THEN)} )"
)
_FORCES = (
    "rain rainfall snow snowfall snowstorm wind winds gale gales storm storms thunderstorm "
    "thunderstorms shower showers hail sleet frost fog sunshine tornado tornadoes hurricane "
    "cyclone typhoon monsoon blizzard heatwave heat_wave heat cold_front warm_front low_pressure "
    "low_pressure_system high_pressure temperatures weather skies wildfire wildfires smoke smog "
    "dust ash haze pollution virus outbreak epidemic pandemic comet asteroid eclipse sun moon "
    "sea_ice glaciers tide tides lava fire fires blaze recession"
)
"""What acts without a will, whatever it does: the weather, a disease, the sky."""
_OF_FORCE = Pattern(rf"(?i:\b{any_of(_FORCES)}\b)[^,;]{{0,40}}$|(?:^\W*|[,;] |\band ){WEEKDAY} $")
"""What the weather does, or a day is like: `Storm Ruth will reach us`, `Sunday will be dry`."""
_NO_FORCE = Pattern(
    r"\b(?:warning|alert|watch|shelter|office|service|cent(?:re|er)|bureau|agency|team)s?\b[^,;]*$"
)
"""What is decided about the weather: `A warning for snow will come into force`."""
_FORETELLERS = (
    "forecasters? economists? analysts? strategists? experts? pollsters? meteorologists? "
    "modellers? scientists? researchers? pundits? bookmakers? traders? markets"
)
_SAID_BY_FORETELLER = Pattern(rf"\b{either_case(_FORETELLERS)}\b")
_THINKS = (
    r"(?:expressed (?:confidence|hope|optimism)|(?:believe|think|reckon|predict|suspect|doubt|"
    r"expect|guess|bet|fear|worr[yi]|forecast|project|estimate|warn)(?:e?s|ed)?) "
    rf"(?:(?:on )?{WEEKDAY} )?+(?:that )?+\"?"
    r"(?!(?:it|he|she|they|we|I|its|his|her|their|our)\b|to\b)"
)
_THOUGHT_OF_OTHERS = Pattern(rf"\b{_THINKS}(?:the |an? )?[A-Za-z][^,;]{{0,80}}$")
"""What stands before what somebody thinks that others will do: `We think that the bank will`."""
_WILL_NOT = Pattern(r"(?:\w+n't|\w+ not)\b")
"""What one who warns will not do, which is a threat: `It warned that talks won't resume`."""
_ON_TRACK = Pattern(r"\bon (?:track|course)\b")
_AT_ONCE = Pattern(r" (?:not )?[a-z]+ (?i:today|now|immediately|at once)\b")
"""What makes a demand of what should be done: `It should start today`."""
_FARES = (
    "succeed thrive flourish struggle survive shake_out collapse emerge persist linger occur "
    "happen vanish disappear deteriorate backfire win lose fail die suffer melt burn spread freeze "
    "rain snow recover rebound learn know find_out be_possible"
)
"""What becomes of somebody or something, whatever is done."""
_TELLS_ON = (
    "interfere hamper hinder undermine embolden jeopardi[sz]e strain dampen hurt harm weigh_on "
    "spur trigger disrupt deter exacerbate affect kill save_[^,.;]{1,30}lives"
)
"""What one thing does to another without a will."""
_SURE_TO_COME = (
    f"{_FARES} {_TELLS_ON} mean witness see(?!_(?:if|whether|to)\\b) "
    "cost_[^,.;]{3,60}_(?:jobs|lives) be_(?:hit|affected|disrupted|paraly[sz]ed) "
    "be_(?:out_for|sidelined) "
    "run_out run_short run_dry peak exceed need rise fall touch come_in_at be_full be_above "
    "be_below be_at_risk miss bear_the be_normal "
    "(?:drive|push|send)_[^,.;]{0,30}(?:prices|rates|costs|inflation) "
    "be_(?:less|more)_(?:chance|risk) "
    "be_(?:an?_)?(?:(?:very|really|so)_)?"
    "(?:critical|crucial|decisive|essential|vital|pivotal|key|tough|difficult|busy) "
    rf"take_(?:(?:at_least|about|around|up_to|a_further|a_few_more|another)_)?(?:{COUNT}_)?(?:{UNIT})s?"
)
_SURELY_AFTER = Pattern(
    rf" ?(?:(?:soon|also|then|nonetheless|to|[a-z]+ly) )?{any_of(_SURE_TO_COME)}\b"
)
_IS_FORETOLD = Pattern(
    r"\b(?:reckon|suggest|estimate|forecast|predict|warn|fear|worrie|believe|think|claim)(?:s|d|ed|ing)?\b"
)
_IS_PROMISED = Pattern(r"\b(?:promised|pledged|vowed)\b")
_IS_HEARSAY = Pattern(r"\breportedly\b|\b(?:is|are) said to\b")
_PERHAPS_FIRST = "Likely Most_likely Very_likely Probably Perhaps Possibly Presumably"
_PERHAPS = "likely most_likely very_likely probably perhaps possibly presumably almost_certainly"
_PERHAPS_BEFORE = Pattern(rf"\b{any_of(_PERHAPS)} $|^\W*{any_of(_PERHAPS_FIRST)},? ")
_PERHAPS_AFTER = Pattern(rf" {any_of(_PERHAPS)}\b")
_BELIEVED = Pattern(r"\b(?:surprised if|no (?:shadow of (?:a )?)?doubt)\b")
_THERE = Pattern(r"\b[Tt]here $")
_EXPECTED = Pattern(r"^\W*(?:Expects|Sees|Forecasts|Projects|Estimates)\b")
"""What opens the note of a firm, which foresees: `Expects that growth will last`."""
_HOPED = Pattern(r"\bhop(?:e|es|ed|ing) (?:that )?(?:he|she|it|they) $")
"""What stands before what is hoped of another, and not decided: `We hope she will be back.`"""


def kind_of(sentence: str, content: str, said: str, cue: Cue) -> Kind:
    """Return the kind of claim that a cue makes: a prediction where nobody decides what comes.

    `content` is the sentence without the words that say who said it, and `said` are these.
    """
    after, before = content[cue.end :], content[: cue.start]
    if cue.kind != "commitment":
        is_demand = cue.text == "should" and _AT_ONCE.begins(after)
        return "commitment" if is_demand else cue.kind
    if _ON_TRACK.is_in(cue.text):
        return "prediction"
    if _IS_PROMISED.is_in(sentence):
        return "commitment"
    is_foreseen = (
        (_FORESEEN_AFTER.begins(after) and (_NATURE.is_in(before) or _IS_FORETOLD.is_in(sentence)))
        or any(it.is_in(sentence) for it in (_IS_HEARSAY, _BELIEVED, _EXPECTED))
        or any(it.is_in(before) for it in (_PERHAPS_BEFORE, _THERE, _HOPED))
        or any(it.begins(after) for it in (_PERHAPS_AFTER, _SURELY_AFTER))
        or _is_force(before[-NEAR:])
        or _SAID_BY_FORETELLER.is_in(said)
        or _is_thought_of_others(sentence, cue)
    )
    return "prediction" if is_foreseen else "commitment"


def _is_thought_of_others(sentence: str, cue: Cue) -> bool:
    """Whether somebody thinks what others will do; not where it is a threat."""
    before = sentence[: cue.start]
    is_threat = "warn" in before and _WILL_NOT.begins(sentence, cue.start)
    return _THOUGHT_OF_OTHERS.is_in(before) and not is_threat


def _is_force(before: str) -> bool:
    """Whether what stands before a cue is the weather, or a day, which nobody decides."""
    return _OF_FORCE.is_in(before) and not _NO_FORCE.is_in(before)
