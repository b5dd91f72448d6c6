"""Who plans, expects or promises what a sentence tells, where nobody is said to have said it."""

from itertools import islice

from claim_tracker.drafting.patterns import Pattern, any_of, forms_of
from claim_tracker.drafting.speakers.attribution import ADDS
from claim_tracker.drafting.speakers.names import (
    Speaker,
    speaker_of,
)
from claim_tracker.drafting.speakers.nominal import may_speak
from claim_tracker.drafting.speakers.subjects import MOST_VERBS, PASSIVE, subject_before, subject_of
from claim_tracker.drafting.words import AUXILIARIES, FORETELLS, ORDERS, PLANS, PROMISES, WEEKDAY

_PLAN_LEADS = "also still now then later repeatedly again already previously not"
_PROJECTS = "(?<=scenario_)projects (?<=model_)projects (?<=report_)projects (?<=study_)projects"
"""`projects` as a verb, after what foretells."""
_CHANGED = (
    "raised lowered cut lifted trimmed revised hiked slashed boosted upgraded downgraded "
    "raise lower lift trim hike slash boost left_unchanged retained retains maintains kept keeps"
)
_PUT_FORWARD = "floated made presented submitted tabled drafted drew_up put_forward launched"
_ITS_FORECAST = (
    "(?=_(?:its|their|the)_[^,.;]{0,40}(?:forecast|outlook|guidance|estimate|projection|target))"
)
_PROPOSAL = "(?=_an?_(?:[a-z-]+_){0,3}(?:plan|proposal|offer|bid|pledge|promise|scheme)_to_)"
_FROM_TO = "(?=_[^,.;]{1,60}_(?:from|to|until)_[^,.;]*\\d)"
_PLAN_VERBS = (
    f"{PLANS} {FORETELLS} {_PROJECTS} {PROMISES} {ORDERS} "
    "fixed remanded adjourned projected expects forecast predicted estimated sees agreed "
    f"agrees decided decides resolved told tells proposed undertook threatened offered offers gave "
    "gives given bet bets betting set(?!_(?:to|for|of)\\b) "
    "scheduled(?=_(?:an?|the|another|its|his|her)_) pegs pegged voted votes targeting "
    "targets considering preparing expecting forecasting predicting anticipating projecting "
    "guaranteed requires "
    f"moved{_FROM_TO} pushed{_FROM_TO} allotted allocated earmarked budgeted granted assured "
    "confirmed warned ruled outlined postponed delayed pushed_back issued looking_at looks_to "
    "issues(?=_(?:an?|the|its|new|another)_) looking_to gearing_up_to exploring planning_on "
    "weighing(?!_(?:in|on)\\b) "
    "in_the_process_of "
    + forms_of("announce unveil approve", "s ed")
    + " "
    + " ".join(f"{verb}{_ITS_FORECAST}" for verb in _CHANGED.split())
    + " "
    + " ".join(f"{verb}{_PROPOSAL}" for verb in _PUT_FORWARD.split())
)
"""What makes its subject a speaker where nobody is quoted: `The museum plans to open.`"""
_PLAN = Pattern(
    r"(?:(?:(?<!\w)(?:is|are|was|were) |'s |'re )(?=\w+ing\b|in )|"
    r"(?<!\w)does(?: not|n't) )?"
    rf"(?:{any_of(_PLAN_LEADS)} ){{0,3}}(?<![\w'-]){any_of(_PLAN_VERBS)}"
    rf"(?![\w'-]|(?: today| {WEEKDAY}| on {WEEKDAY})? by\b| {any_of(AUXILIARIES)}\b|"
    r"(?:(?<=estimates)|(?<=forecasts)) (?:for|of)\b)"
)


_ONE_THING = Pattern(
    r"[Aa]n? |(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) [a-z-]+(?<!s)$|"
    r"(?:[A-Z][\w.-]* )*[A-Z][\w.-]*'s (?:[a-z-]+ )*[a-z-]+(?<!s)$"
)
_ALSO_NOUNS = frozenset("plan aim hope order demand call offer vote pledge promise".split())
"""What after one thing is its noun, and not its verb: `The withdrawal plan is to`."""
_ACTIVE = ("ing", "committed")
"""How a verb after `is` ends that tells what its subject does: `is planning`."""


def planner_of(text: str, at: int) -> Speaker | None:
    """Return who plans, expects or promises what the cue at a character tells, as a speaker."""
    match = _PLAN.match(text, at)
    if match is None or (PASSIVE.is_in(text[:at]) and not match[0].endswith(_ACTIVE)):
        return None
    _, named = subject_before(text, at)
    is_plan = match[0] in _ALSO_NOUNS and _ONE_THING.begins(named)
    return speaker_of(named) if named and may_speak(named) and not is_plan else None


def planners_in(text: str) -> Speaker | None:
    """Return who plans, expects or promises something in a sentence."""
    found = (planner_of(text, match.start()) for match in islice(_PLAN.finditer(text), MOST_VERBS))
    planner = next((it for it in found if it is not None), None)
    return planner or (subject_of(text) if ADDS.is_in(text) else None)
