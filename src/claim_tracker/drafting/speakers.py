"""Who is said to have said a sentence: the attribution in it, or who plans what it tells."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from claim_tracker.drafting.names import (
    HAS_VERB,
    NAME,
    Speaker,
    is_nominal,
    is_person,
    may_speak,
    speaker_of,
)
from claim_tracker.drafting.words import (
    A_PAST,
    AUXILIARIES,
    FORETELLS,
    MODALS,
    MONTH,
    ORDERS,
    PLANS,
    PROJECTS,
    PROMISES,
    SAYS,
    WEEKDAY,
    YEAR,
    Pattern,
    any_of,
    either_case,
    forms_of,
    word_pattern,
    words_of,
)


class Attribution(NamedTuple):
    """The part of a sentence that says who said the rest, and what it says of them.

    `parts` are the characters that it takes, ends exclusive: they are no part of the claim.
    """

    speaker: Speaker
    parts: tuple[tuple[int, int], ...]


# The words about a speaker

_DAY = (
    rf"(?:(?:{any_of('on late_on early_on later_on earlier_on late early earlier')} )?"
    rf"(?:{WEEKDAY}|today|yesterday|{MONTH} \d\d?|\d\d? {MONTH})"
    rf"(?: (?:morning|afternoon|evening|night))?|"
    rf"{any_of('this_week last_week earlier_this_week this_month last_month earlier')}|"
    r"(?:(?:at|over) )?the weekend)"
)
"""The day of saying: `on Tuesday`."""
_WHERE = "in at during to through via from after by on following outside speaking before"
_OCCASIONS = (
    "statement interview filing e-?mail report briefing conference letter post posting speech "
    "hearing note meeting tweet release memo video message address radio television blog reply "
    "response remarks comments testimony evidence court parliament phone X Facebook Telegram "
    "Twitter update presentation visit ruling judgment order newsletter call bulletin study paper "
    "forecast outlook results announcement documents? event headquarters ceremony summit forum "
    "session site "
    "website tour press(?!_(?:conference|briefing|release|statement))"
)
_OCCASION = (
    rf"{any_of(_WHERE)} (?:(?!that\b)[\w'.&-]+ ){{0,6}}?{any_of(_OCCASIONS)}(?= |,|\.|;|\"|$)"
)
"""Where somebody said it: `in a statement`."""
_OF_PAPER = r"(?: (?:with|to|by) (?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3})?"
_PLACE = rf"(?:in|at|from) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+){{0,4}}(?= {_DAY}|[,.]|$)"
_TO_COME = (
    rf"(?:before|after|ahead of|following|at|in) (?:{WEEKDAY}|today|tomorrow)'s [\w'-]+"
    r"(?: (?:to|of|with|against|in|at) (?:the )?[\w'-]+(?: [A-Z][\w'-]+)*)?(?=[,.;\"]|$)"
)
"""Another occasion beside it: `ahead of Saturday's visit to Calder`."""
_CIRCUMSTANCES = Pattern(
    rf"(?:,? (?:{_DAY}|{_OCCASION}{_OF_PAPER}|{_TO_COME}|here|{_PLACE})){{0,4}}"
)
_OPENS_OCCASION = (
    "in at on during after following before with from over late early earlier just shortly "
    "speaking writing addressing briefing hours_after days_after prior_to ahead_of"
)
_OPENING_WITH_DAY = (
    rf"(?:{either_case(_OPENS_OCCASION)}) "
    rf"(?:(?!{any_of(AUXILIARIES)}\b)[\w'.&-]+,? ){{0,10}}?{_DAY},?"
)
"""What tells of the occasion of saying, up to its day: `In a speech to unions on Monday`."""
_LEAD_IN = Pattern(
    rf"\W{{0,2}}(?:{any_of('however meanwhile but and still yet later')},? )?"
    r"(?:(?:speaking|asked|writing)(?: to [^,]{2,40}?)? ?)?"
    rf"(?:(?:{_DAY}|in {MONTH}|in [A-Z][\w-]+(?: [A-Z][\w-]+){{0,2}}|{_OCCASION}{_OF_PAPER}|"
    rf"dated {MONTH} \d\d?)[ ,]{{0,2}}){{1,4}}$|{_OPENING_WITH_DAY}(?:(?:'s)? [^,]{{2,90}},)? $"
)
"""What stands before who said it: `In an interview on Friday, she said`."""
_HEARERS = (
    "reporters journalists lawmakers parliament investors analysts MPs councillors shareholders "
    "staff workers residents viewers listeners readers the_court the_hearing local_media "
    "the_board the_council the_committee the_nation the_media unions members voters fans "
    "supporters employees ministers delegates officials "
    "state_media state_television state_TV state_news_agency a_press_conference a_news_conference "
    "this_publication this_newspaper this_paper this_reporter"
)
_HEARING = (
    "newspaper radio agency committee meeting conference channel station magazine broadcaster "
    "daily weekly paper website site network television podcast portal outlet"
)
_TOLD = Pattern(
    r" (?P<told>(?:(?:the|a|an) )?(?:"
    rf"(?:[\w-]+ ){{0,3}}?{any_of(_HEARING)}(?: [A-Z0-9][\w'&.-]*){{1,5}}|"
    r"[A-Z][\w'&.-]*(?: (?:(?:of|the|and) )?[A-Z0-9][\w'&.-]*){0,6}|"
    rf"{any_of(_HEARERS)}|[a-z]+ {any_of(_HEARING)}))"
)
"""To whom somebody said it: `told the Calder Gazette`."""
_ORDER = Pattern(r" to (?!reporters)[a-z]")
_WITH_FIGURES = frozenset("reported reports posted".split())
_FIGURES_AFTER = Pattern(
    rf" (?:[\d$\u20ac\u00a3]|"
    rf"{any_of('a an its net record earnings revenue revenues profit sales')} )"
)
"""What is reported of a company's own: `The bank reported a profit`, which is past."""
_TOLD_TO_DO = Pattern(
    rf" (?:(?!{any_of('that he she it they we I will would is was are were has had')}\b)"
    r"[\w'-]+ ){1,6}?to [a-z]"
)
"""`told the doctors to go`, which is an order, and no telling."""
_THAT = Pattern(r",? that\b")

# The verbs

_SAYS_AT_END = (
    "promised vowed pledged predicted predicts predict estimated estimates estimate forecast "
    "forecasts agreed ruled hopes hoped expects posted states"
)
"""What says who said it only at the end: `..., the club has promised.`"""
_SAID_LEADS = (
    "also later then today has had have previously earlier further again however repeatedly "
    "separately himself herself"
)
_SAID = Pattern(
    rf"(?<![\w'-])(?:{any_of(_SAID_LEADS)} ){{0,3}}"
    rf"(?P<verb>{any_of(SAYS)}|{any_of(_SAYS_AT_END)}(?=(?: {_DAY})?[.!?]?$))(?![\w'-])",
    " ".join(word.partition("_")[0] for word in f"{SAYS} {_SAYS_AT_END}".split()),
)
_WITH_HEARER = frozenset("told tells assured informed briefed".split())
_WITH_OBJECT = _WITH_HEARER | frozenset("announced announces reported".split())
"""Verbs of saying after which no speaker stands."""
_CITES = frozenset("reported reports understands".split())
"""What a paper does: who is cited is the speaker."""
_PLAN_LEADS = "also still now then later repeatedly again already previously not"
_CHANGED = "raised lowered cut lifted trimmed revised"
_ITS_FORECAST = (
    "(?=_(?:its|their|the)_[^,.;]{0,40}(?:forecast|outlook|guidance|estimate|projection|target))"
)
_PLAN_VERBS = (
    f"{PLANS} {FORETELLS} {PROJECTS} {PROMISES} {ORDERS} "
    "fixed expects forecast predicted estimated sees agreed "
    f"agrees decided decides resolved told tells proposed undertook threatened offered offers gave "
    "gives given bet bets betting set(?!_to\\b|_for\\b) pegs pegged voted votes targeting targets "
    "considering preparing expecting forecasting predicting guaranteed "
    "confirmed warned ruled outlined postponed delayed issued issues looking_at looks_to "
    + forms_of("announce unveil approve", "s ed")
    + " "
    + " ".join(f"{verb}{_ITS_FORECAST}" for verb in _CHANGED.split())
)
"""What makes its subject a speaker where nobody is quoted: `The museum plans to open.`"""
_PLAN = Pattern(
    r"(?:(?:(?<!\w)(?:is|are|was|were) |'s |'re )(?=\w+ing\b))?"
    rf"(?:{any_of(_PLAN_LEADS)} ){{0,3}}(?<![\w'-]){any_of(_PLAN_VERBS)}(?![\w'-]| by\b)"
)
_PASSIVE = Pattern(
    rf"\b{any_of('is are was were be been being that which')}"
    r"(?: (?:also|now|still|not|only|[a-z]+ly))? ?$|(?:'s|'re) ?$"
)
_VERB = word_pattern(AUXILIARIES)

# The forms of attribution

_SEEN = "published released issued seen obtained filed"
_RELATED = "the a an its his her head chief director who which"
_NO_SAYING = rf"(?!{any_of('the a an its')} {any_of('plan law rules agreement deal contract')}\b)"
"""According to what a thing is done, and not said."""
_ACCORDING = Pattern(
    rf"(?:^|, ?|(?<=\w) |- )(?:[Aa]ccording to|in the words of|[Aa]s per) {_NO_SAYING}"
    r"(?P<who>(?:(?:the|an?|its) )?"
    r"(?:[^,.;\"]|\.(?= [A-Z])){2,}?)"
    rf"(?P<beside>, {any_of(_RELATED)}\b[^,.;\"]*(?=[,.;\"]|$))?"
    r"(?=[,;\"]|\.(?! [A-Z])|$| in (?:a|an|the) (?:report|statement|filing|note)|"
    rf",? {_DAY}| published| released| seen| obtained)"
    rf"(?: in (?:a|an|the) \w+)?"
    rf"(?:,? {any_of(_SEEN)}(?: by [\w ]{{1,40}}?(?=,? {_DAY}|[,.;\"]|$))?)?"
    rf"(?:,? (?:{_DAY}|in {MONTH}|in {YEAR}))?,?",
    "according words per",
)
_CITED = Pattern(
    r"\b(?:citing|quoting|as quoted by|cited) (?P<who>[^,.;\"]+)", "citing quoting quoted cited"
)
_QUOTED = Pattern(
    rf"(?:(?<=^)|(?<=[,;] )|(?<=\")| )(?P<who>[^,;\"]{{2,80}}?) (?:was|were) quoted"
    rf"(?: by (?P<via>(?:the )?{NAME}))? as saying(?: that)?",
    "quoted",
)


def attribution_in(text: str) -> Attribution | None:
    """Return who is said to have said a sentence, in its own words; None where it does not tell.

    `text` has straight quotation marks. The speaker is as the sentence names them.
    """
    words = words_of(text)
    for pattern, find in (
        (_ACCORDING, _according),
        (_QUOTED, _quoted),
        (_SAID, _said),
        (_CITED, _cited),
    ):
        found = find(text) if pattern.may_fit(words) else None
        if found is not None and found.speaker.name:
            return found
    return None


def _according(text: str) -> Attribution | None:
    """Return the attribution of `according to the ministry`."""
    match = _ACCORDING.search(text)
    if match is None:
        return None
    beside = match["beside"] or ""
    is_of_rest = match.start() == 0 and text[match.end() - 1] != ","
    if beside and (is_of_rest or _VERB.search(beside) is not None):
        part = (match.start(), match.start("beside") + 1)
        return Attribution(speaker_of(match["who"]), (part,))
    return Attribution(speaker_of(match["who"] + beside), (match.span(),))


def _cited(text: str) -> Attribution | None:
    """Return the attribution of `citing two officials`."""
    match = _CITED.search(text)
    return Attribution(speaker_of(match["who"]), (match.span(),)) if match is not None else None


def _quoted(text: str) -> Attribution | None:
    """Return the attribution of `Lena Harwick was quoted by the Gazette as saying`."""
    match = _QUOTED.search(text)
    if match is None:
        return None
    return Attribution(speaker_of(match["who"])._replace(via=match["via"]), (match.span(),))


def _said(text: str) -> Attribution | None:
    """Return the attribution after or beside a quote, or else the first one."""
    first = None
    for match in islice(_SAID.finditer(text), _MOST_VERBS):
        found = _inverted(text, match) or _usual(text, match)
        if found is not None:
            if text[: found.parts[0][0]].rstrip().endswith(('"', ",")):
                return found
            first = first or found
    return first


_NO_SUBJECT = "on in at to that it he she they this last late early earlier during after by"
_SUBJECTS = "the a an one two its another officials sources analysts experts"
_AFTER_SUBJECT = "who that as when after while during at_the in_a in_an to_reporters on_the"
_SUBJECT_AFTER = Pattern(
    rf" (?P<who>(?!{any_of(_NO_SUBJECT)}\b)(?:(?:[a-z-]+ ){{0,4}}[A-Z]|{any_of(_SUBJECTS)}\b)"
    rf"[^,;\"]*?)(?=[,;\"]|\.(?: (?![A-Z])|$)|$| {_DAY}| {_OCCASION}| {any_of(_AFTER_SUBJECT)}\b)"
)
_NOT_BESIDE = "but and adding while as with who_said which citing the_line"
_BESIDE = Pattern(
    rf", (?!{any_of(_NOT_BESIDE)}\b)(?P<role>[a-z'-]+\b[^,;\"]*)(?=[,;\"]|\.(?: |$)|\.?$)"
)
_NAMED_BESIDE = Pattern(rf", (?P<role>{NAME})(?=[,;\"]|\.(?: |$)|\.?$)")
"""The name after an office: `said the head of the port, Lena Harwick`."""
_QUOTE_ENDS = (",", '"', ",'", "?", "!", "-")


def _inverted(text: str, match: re.Match[str]) -> Attribution | None:
    """Return the attribution of `..., said Lena Harwick, the port's director.`"""
    before = text[: match.start()].rstrip()
    if match["verb"] in _WITH_HEARER or (before and not before.endswith(_QUOTE_ENDS)):
        return None
    after = _SUBJECT_AFTER.match(text, match.end())
    if after is None or _VERB.search(after["who"]) is not None:
        return None
    if match["verb"] in _WITH_OBJECT and not is_person(after["who"]):
        return None  # `..., announced the sale`
    beside = _BESIDE.match(text, after.end()) or _NAMED_BESIDE.match(text, after.end())
    named = after["who"] + (f", {beside['role']}" if beside is not None else "")
    end = _end_of_saying(text, (beside or after).end())
    return Attribution(speaker_of(named), ((match.start(), _with_comma(text, end)),))


def _usual(text: str, match: re.Match[str]) -> Attribution | None:
    """Return the attribution of `Lena Harwick told reporters on Tuesday that ...`."""
    if _PASSIVE.search(text[: match.start()]) is not None:
        return None
    start, named = _subject(text, match.start())
    if not named or not may_speak(named):
        return None
    is_at_end = text[:start].rstrip(" ").endswith(_QUOTE_ENDS)
    end, via = match.end(), None
    told = _TOLD.match(text, end) if match["verb"] in _WITH_HEARER else None
    if match["verb"] in _WITH_FIGURES and _FIGURES_AFTER.match(text, end) is not None:
        return None
    if told is None and match["verb"] in ("told", "tells") and _TOLD_TO_DO.match(text, end):
        return None
    if told is not None:
        end, via = told.end(), told["told"]
        if _ORDER.match(text, end) is not None:
            return None  # an order, and what it orders is the claim
    end = _end_of_saying(text, end)
    may_go_on = is_at_end and (
        match["verb"] in _WITH_HEARER or _HAS_CIRCUMSTANCE.match(text, end) is not None
    )
    end = _end_of_circumstance(text, end, may_go_on=may_go_on)
    if _PARTICIPLE.match(text, end) is not None:
        return None
    that = _THAT.match(text, end)
    end = that.end() if that is not None else end
    leads = (_beginning(text, start), text[:start] if start <= _LONGEST_SUBJECT else "")
    start = 0 if any(_LEAD_IN.match(lead) is not None for lead in leads) else start
    part = (start, _with_comma(text, end))
    cited = _CITED.search(text) if match["verb"] in _CITES else None
    if cited is not None:
        return Attribution(speaker_of(cited["who"])._replace(via=named), (part, cited.span()))
    is_named = via is not None and via.lower() != via
    paper = via.rstrip(" .,") if is_named and via is not None else None
    return Attribution(speaker_of(named)._replace(via=paper), (part,))


_OPENS_CIRCUMSTANCE = (
    "to_(?:[a-z]+s\\b|the|a|an|his|her|its|[A-Z]) at in on during after before while when where "
    "shortly moments minutes hours days soon just following from with via through outside inside "
    "alongside beside ahead_of late early earlier as"
)
_NO_CIRCUMSTANCE = f"{MODALS} is are set due expected scheduled slated planned plans until by that"
_REST_OF_SAYING = Pattern(
    rf"(?:,? (?!{any_of(_NO_CIRCUMSTANCE + ' adding noting saying telling and but which who')}\b)"
    rf"[\w'.&\u20ac$/-]+?){{1,20}}?,? {_DAY}(?=\.?$)|"
    rf"(?: (?!{any_of(_NO_CIRCUMSTANCE)}\b)[\w'.&\u20ac$/-]+?){{1,20}}?(?=[,;:\"]|\.?$|,? that\b)"
)
"""Where, to whom and when somebody said it, up to the next clause."""
_HAS_CIRCUMSTANCE = Pattern(f" {any_of(_OPENS_CIRCUMSTANCE)}\\b")
_UP_TO_DAY = (
    rf" {any_of(_OPENS_CIRCUMSTANCE)}(?: (?!{any_of(_NO_CIRCUMSTANCE)}\b)[\w'.&-]+){{1,12}}?"
    rf" {_DAY}"
)
_THAT_AFTER = Pattern(rf"{_UP_TO_DAY} that\b")
"""What stands between a verb of saying and `that`, with the day of it."""
_PRONOUN_AFTER = Pattern(rf"{_UP_TO_DAY}(?= (?:he|she|it|they|we|I) )")
"""The same where `that` is left out: `told reporters beside Bell on Monday he will go`."""
_PARTICIPLE = Pattern(rf" {any_of(AUXILIARIES)}\b")
"""What follows a verb that tells of its noun: `The deal announced on Monday will`."""


def _beginning(text: str, end: int) -> str:
    first = text[:end]
    return first[:1].lower() + first[1:] if end <= _LONGEST_SUBJECT else ""


def _end_of_saying(text: str, at: int) -> int:
    """Return where the day and the occasion end that follow at a character."""
    match = _CIRCUMSTANCES.match(text, at)
    return match.end() if match is not None else at


def _end_of_circumstance(text: str, at: int, *, may_go_on: bool) -> int:
    """Return where the words end that tell where and to whom somebody said it.

    Where it may not go on they count only up to a day and `that`, or up to a day and a pronoun.
    """
    up_to_day = _PRONOUN_AFTER.match(text, at)
    if up_to_day is not None:
        return up_to_day.end()
    if not may_go_on and _THAT_AFTER.match(text, at) is None:
        return at
    rest = _REST_OF_SAYING.match(text, at)
    return rest.end() if rest is not None else at


def _with_comma(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == "," else end


# Who plans

_ACTIVE = ("ing", "committed")
"""How a verb after `is` ends that tells what its subject does: `is planning`."""


def planner_of(text: str, at: int) -> Speaker | None:
    """Return who plans, expects or promises what the cue at a character tells, as a speaker."""
    match = _PLAN.match(text, at)
    if match is None or (_PASSIVE.search(text[:at]) is not None and not match[0].endswith(_ACTIVE)):
        return None
    _, named = _subject(text, at)
    return speaker_of(named) if named and may_speak(named) else None


def planners_in(text: str) -> Speaker | None:
    """Return who plans, expects or promises something in a sentence."""
    found = (planner_of(text, match.start()) for match in islice(_PLAN.finditer(text), _MOST_VERBS))
    planner = next((it for it in found if it is not None), None)
    return planner or (subject_of(text) if _ADDS.search(text) is not None else None)


_ADDS = Pattern(rf", {any_of('saying adding warning insisting noting')}\b")
"""What the subject of a sentence says beside what it does: `It shut the line, saying`."""


def subject_of(text: str) -> Speaker | None:
    """Return of whom or what a sentence tells, where it begins with a name."""
    verb = _FIRST_VERB.search(text)
    if verb is None or not text[:1].isupper():
        return None
    name, _, beside = text[: verb.start()].partition(",")
    name = _without_adverbs(name).removesuffix("'s")
    if not is_nominal(name) or _NAMED.match(name) is None:
        return None
    beside = beside.partition(",")[0].strip()
    return speaker_of(f"{name}, {beside}" if is_person(beside) else name)


_NAMED = Pattern("(?:The )?[A-Z]")

_MOST_VERBS = 12
"""Verbs of one sentence of which the subject is looked for."""

# The subject of a verb

_FIRST_VERB = Pattern(
    rf" (?:{any_of(AUXILIARIES)}|left|cut|set|held|put|shut|hit|quit|"
    rf"{any_of(forms_of('say plan aim want expect hope seek intend forecast target', 's'))}|"
    rf"{any_of(forms_of('run make need face own', 's'))}|sees|{A_PAST})\b"
)
_ADVERBS = (
    "also now still then later has have had been is are was were already previously repeatedly "
    "again today yesterday just recently never always not only however meanwhile further both "
    "hereby"
)
_AN_ADVERB = (
    rf"(?:{any_of(_ADVERBS)}|[a-z]+ly|{_DAY}|in {MONTH}|"
    r"in an? (?:interview|statement|letter|speech|post)(?: (?:to|with) (?:the )?[A-Z]\w+)?)"
)
_LAST_ADVERB = Pattern(rf"(?:(?:^|, ){_AN_ADVERB},|,? {_AN_ADVERB}|^{_AN_ADVERB}|'s)$")
_MOST_ADVERBS = 6
_BOUNDARY = Pattern(
    r"(?P<hard>[,;:\"]'? (?:(?:and|but|while) )?|[\"(]|- )|"
    rf" {any_of('but and while as though because after that when whether')} "
)
_RELATIVE = word_pattern("who which whose where that when speaking citing")
_RELATIVE_CLAUSE = Pattern(" (?:who|which|that|whose|where) .*")
_LEADING_TIME = Pattern(
    rf"{_OPENING_WITH_DAY} |This (?:week|month|morning|afternoon|evening) |"
    rf"(?:By|In|On|From|Until|Before|After|Since) (?:{YEAR}|{MONTH}(?: \d{{1,2}})?|{WEEKDAY}) "
)
_LEADING_PHRASE = Pattern(
    f"{any_of('After At Before During Following For From In On Prior Since With')} (?:[a-z]|$)"
)
_ACRONYM = Pattern(r"\((?:[A-Za-z]+: ?)?[A-Z][\w.-]{1,10}\)")
_ENDS_IN_NAME = Pattern(rf"(?!(?:{WEEKDAY}|{MONTH}) [A-Z]){NAME}$")
_LONGEST_SUBJECT = 300
"""Characters before a verb in which its subject is looked for."""


class _Piece(NamedTuple):
    start: int
    text: str
    is_hard: bool


def _subject(text: str, at: int) -> tuple[int, str]:
    """Return the subject that ends before a verb, with what stands beside it, and its start."""
    first = max(at - _LONGEST_SUBJECT, 0)
    left = text[first:at].rstrip()
    for acronym in _ACRONYM.finditer(left):
        left = left[: acronym.start()] + " " * len(acronym[0]) + left[acronym.end() :]
    left = _without_adverbs(left.rstrip())
    pieces = list(_pieces(left))
    if not pieces:
        return at, ""
    if left.endswith((" and", " but")):
        start, named = _before_first_verb(pieces, left)
    elif left.endswith(","):
        start, named = _before_comma(pieces, left)
    else:
        hard = next((it for it in reversed(pieces) if it.is_hard), pieces[0])
        time = _LEADING_TIME.match(left, hard.start)
        hard = hard._replace(start=time.end()) if time is not None else hard
        whole = left[hard.start :].strip(' "')
        start, named = hard.start, whole
        tells_before = pieces[-1].start != hard.start and _FIRST_VERB.search(whole) is not None
        if tells_before or not is_nominal(whole):
            start, named = pieces[-1].start, pieces[-1].text
            name = _ENDS_IN_NAME.search(named)
            if _LEADING_PHRASE.match(named) is not None and name is not None:
                start, named = start + name.start(), name[0]  # `After the cuts Norda Air said`
    joint = _JOINT.match(named)
    if joint is not None:
        start, named = start + joint.end(), named[joint.end() :]
    return first + start, " ".join(named.split())


_JOINT = Pattern("(?:But|And|Yet|Still|However|Meanwhile|Instead|Then),? (?=[a-zA-Z])")
"""What joins a sentence to the one before it: `But she said`."""


def _without_adverbs(left: str) -> str:
    """Return what stands before the adverbs at the end of a text, and before a day."""
    for _ in range(_MOST_ADVERBS):
        match = _LAST_ADVERB.search(left, max(len(left) - _LONGEST_ADVERB, 0))
        if match is None:
            break
        left = left[: match.start()]
    return left


_LONGEST_ADVERB = 40


def _before_comma(pieces: Sequence[_Piece], left: str) -> tuple[int, str]:
    """Return the subject of `Lena Harwick, the port's director, said`.

    What stands between commas tells of the name before them.
    """
    told = [
        n
        for n, it in enumerate(pieces[:-1])
        if it.is_hard
        and HAS_VERB.search(_RELATIVE_CLAUSE.sub("", it.text)) is not None
        and _RELATIVE.match(it.text) is None
    ]
    rest = pieces[told[-1] + 1 if told else 0 : -1]
    others = [it for it in rest if it.is_hard and is_nominal(it.text)]
    if not others:
        return pieces[-1].start, pieces[-1].text
    named = next((it for it in others if _ENDS_IN_NAME.search(it.text) is not None), others[0])
    beside = left[named.start + len(named.text) :].strip(" ,")
    joint = " " if beside.startswith("and ") else ", "  # `the Minister for Ports and Trade`
    return named.start, f"{named.text}{joint}{beside}"


def _before_first_verb(pieces: Sequence[_Piece], left: str) -> tuple[int, str]:
    """Return the subject of a clause that has another verb before: `The bank left it and said`."""
    hard = next((it for it in reversed(pieces) if it.is_hard), pieces[0])
    clause = left[hard.start :]
    verb = _FIRST_VERB.search(clause)
    return hard.start, (
        _without_adverbs(clause[: verb.start()].strip()) if verb is not None else ""
    )


def _pieces(left: str) -> Iterator[_Piece]:
    """Yield the parts of a text between commas, conjunctions and the like."""
    start, is_hard = 0, True
    for match in _BOUNDARY.finditer(left):
        yield from _piece(left, start, match.start(), is_hard=is_hard)
        start, is_hard = match.end(), match["hard"] is not None
    yield from _piece(left, start, len(left), is_hard=is_hard)


def _piece(left: str, start: int, end: int, *, is_hard: bool) -> Iterator[_Piece]:
    part = left[start:end]
    text = part.strip(' ,;:"()-')
    if text:
        yield _Piece(start + part.index(text), text, is_hard)
