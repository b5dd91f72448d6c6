"""Who is said to have said a sentence: the attribution in it."""

import re
from itertools import islice
from typing import NamedTuple

from claim_tracker.drafting.patterns import Pattern, any_of, word_pattern
from claim_tracker.drafting.plain import words_of
from claim_tracker.drafting.speakers.names import Speaker, is_person, speaker_of
from claim_tracker.drafting.speakers.nominal import HAS_VERB, NAME, may_speak
from claim_tracker.drafting.speakers.occasions import (
    DAY,
    HAS_CIRCUMSTANCE,
    HEARER_BEFORE_THAT,
    LEAD_IN,
    OCCASION,
    end_of_circumstance,
    end_of_saying,
)
from claim_tracker.drafting.speakers.subjects import (
    LONGEST_SUBJECT,
    MOST_VERBS,
    PASSIVE,
    subject_before,
    subject_of,
)
from claim_tracker.drafting.words import (
    AN_EVENT_SET,
    AUXILIARIES,
    DETERMINER,
    MONTH,
    OWN,
    SAYS,
    WEEKDAY,
    YEAR,
)


class Attribution(NamedTuple):
    """The part of a sentence that says who said the rest, and what it says of them.

    `parts` are the characters that it takes, ends exclusive: they are no part of the claim.
    """

    speaker: Speaker
    parts: tuple[tuple[int, int], ...]


# To whom somebody said it

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
_TO_WHOM = Pattern(
    r" (?P<told>(?:(?:the|a|an) )?(?:"
    rf"(?:[\w-]+ ){{0,3}}?{any_of(_HEARING)}(?: [A-Z0-9][\w'&.-]*){{1,5}}|"
    r"[A-Z][\w'&.-]*(?: (?:(?:of|the|and) )?[A-Z0-9][\w'&.-]*){0,6}|"
    rf"{any_of(_HEARERS)}|[a-z]+ {any_of(_HEARING)}))"
)
"""To whom somebody said it: `told the Calder Gazette`."""
_ORDER = Pattern(r" to (?!reporters)[a-z]")
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
    "also first(?=_reported) later then today has had have previously earlier further again "
    "however repeatedly separately himself herself"
)
_SAID = Pattern(
    rf"(?<![\w'-])(?:{any_of(_SAID_LEADS)} ){{0,3}}"
    rf"(?P<verb>{any_of(SAYS)}|{any_of(_SAYS_AT_END)}(?=(?: {DAY})?[.!?]?$))(?![\w'-])",
    " ".join(re.findall(r"(?:^|(?<= )|(?<=_\))|(?<= is_))(?!is_)[a-z]+", f"{SAYS} {_SAYS_AT_END}")),
)
_WITH_HEARER = frozenset("told tells assured assures reminded reminds informed briefed".split())
_WITH_OBJECT = _WITH_HEARER | frozenset("announced announces reported".split())
"""Verbs of saying after which no speaker stands."""
_CITES = frozenset("reported reports understands".split())
"""What a paper does: who is cited is the speaker."""

_VERB = word_pattern(AUXILIARIES)

# The forms of attribution

_SEEN = "published released issued seen obtained filed"
_RELATED = "the a an its his her head chief director who which"
_RULES = "plan plans law rules agreement deal contract schedule timetable"
_NO_SAYING = (
    rf"(?!(?:{any_of('the a an its')} )?(?:[a-z]+ )?{any_of(_RULES)}(?=[.,;\"]|$| and\b| or\b)|"
    rf"{any_of('the a an its')} {any_of(_RULES)}\b|"
    rf"{any_of('the a an its')} (?:[\w-]+ ){{1,3}}{any_of(_RULES)} (?:that|which|signed|reached)\b)"
)
"""According to what a thing is done, and not said."""
_CONFIRMED = "confirmed announced stated reported noted explained revealed"
_ACCORDING = Pattern(
    r"(?:^|, ?|(?<=[\w\"]) |- )(?:[Aa]ccording to|in the words of|[Aa]s per|"
    r"(?<=, )per(?= (?:the|an?|[A-Z]))|"
    rf"[Aa]s {any_of(_CONFIRMED)} by) {_NO_SAYING}"
    r"(?P<who>(?:(?:the|an?|its) )?"
    r"(?:[^,.;\"()]|,(?=\d{3})|\([^()]*\)|"
    r"\.(?= [A-Z]|[A-Z]\.|'s)|(?<=[A-Z]\.[A-Z])\.(?= [a-z])){2,}?)"
    rf"(?P<beside>, {any_of(_RELATED)}\b(?:[^,.;\"]|[,.](?=\d))*(?=[,.;\"]|$))?"
    r"(?=[,;\")]|\.(?! [A-Z]|[A-Z]\.|'s)(?!(?<=[A-Z]\.[A-Z]\.) [a-z])|$| (?:that|which) |"
    r" in (?:a|an|the) (?:report|statement|filing|note)|"
    rf",? {DAY}| as (?:part|an?)\b| published| released| seen| obtained)"
    rf"(?: in (?:a|an|the) \w+)?"
    rf"(?:,? {any_of(_SEEN)}(?: by [\w ]{{1,40}}?(?=,? {DAY}|[,.;\"]|$))?)?"
    rf"(?:,? (?:{DAY}|in {MONTH}|in {YEAR}))?,?",
    f"according words per {_CONFIRMED}",
)
_SOURCES = (
    "people sources? officials? data reports? documents? surveys? figures stud(?:y|ies) analysts? "
    "experts? media minutes filings? records letters? memos? estimates? research statements? "
    "aides? diplomats? lawyers? researchers? notes? residents?"
)
_CITED = Pattern(
    r"\b(?:citing|quoting|as quoted by|cited) "
    rf"(?=(?:(?:the|an?|its|his|her|their) )?(?:[A-Z]|(?:[\w'-]+ ){{0,3}}?{any_of(_SOURCES)}\b))"
    r"(?P<who>[^,.;\"]+)",
    "citing quoting quoted cited",
)
_QUOTED = Pattern(
    r"(?:(?<=^)|(?<=[,;] )|(?<=\")| )(?P<who>[^,;\"]{2,80}?) "
    rf"(?:was|were) quoted(?: earlier| {DAY})?"
    rf"(?: by (?P<via>(?:the )?{NAME}|[a-zA-Z ]{{4,40}}))? as saying(?: that)?",
    "quoted",
)
_CITED_BY = Pattern(rf" (?:cited|quoted) by [^,;]*?(?P<via>(?:the )?{NAME})$")
"""The paper that cites who said it: `according to two officials cited by the Gazette`."""
_REPORT = Pattern(
    r"(?:an? |the )?(?:report|story|dispatch)s? (?:by|from|in|of) "
    r"(?P<by>(?:the )?[A-Z][\w .'&-]*)$|"
    r"(?:an? |the )?(?P<via>[A-Z][\w .'&-]*?)(?:'s)? (?:report|story|dispatch)s?$"
)
"""A report of a paper or an agency, in which somebody is quoted: `According to a NNA report`."""


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
    if match is None or text[: match.start()].count('"') % 2 == 1:  # what is quoted has it
        return None
    paper = _REPORT.match(match["who"])
    if match.start() == 0 and text[match.end() - 1] == ",":
        said = _said(text[match.end() :].rjust(len(text)))
        is_next = said is not None and said.parts[0][0] <= match.end() + 1
        if said is not None and (is_next or (paper and is_person(said.speaker.name or ""))):
            via = (paper["via"] or paper["by"]) if paper is not None else match["who"]
            return Attribution(said.speaker._replace(via=via), (match.span(), *said.parts))
    said = _said(text[: match.start()])
    if said is not None and said.parts[-1][1] == match.start():  # `she said, according to`
        return Attribution(said.speaker._replace(via=match["who"]), (*said.parts, match.span()))
    cited = _CITED_BY.search(match["who"])
    if cited is not None:
        who = speaker_of(match["who"][: cited.start()])
        return Attribution(who._replace(via=cited["via"]), (match.span(),))
    beside = match["beside"] or ""
    is_of_rest = match.start() == 0 and text[match.end() - 1] != ","
    if beside and (is_of_rest or _VERB.is_in(beside)):
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
    for match in islice(_SAID.finditer(text), MOST_VERBS):
        found = _after_name(text, match) or _inverted(text, match) or _usual(text, match)
        if found is None:
            continue
        if first is not None and _OPENS_QUOTE.begins(text, first.parts[-1][1]):
            return first
        before, after = text[: found.parts[0][0]], text[found.parts[-1][1] :]
        is_in_quote = before.count('"') % 2 == 1 or after.count('"') % 2 == 1
        is_own = found.speaker.is_first_person and is_in_quote
        begins_quote = before.endswith('"')
        if not is_own and not begins_quote and before.rstrip().endswith(('"', ",")):
            if match["verb"] not in _CITES:
                return found
            teller = subject_of(text) if ADDS.is_in(before) else None
            said = first or (Attribution(teller, ()) if teller is not None else None)
            return _by_way_of(said, found) if said is not None else found
        first = first or found
    return first


_ADDING = (
    "saying adding telling announcing declaring warning insisting noting predicting forecasting "
    "projecting"
)
ADDS = Pattern(rf", {any_of(_ADDING)}\b")
"""What the subject of a sentence says beside what it does: `It shut the line, saying`."""
_OPENS_QUOTE = Pattern('[:,]? ?"')
"""What follows who says the rest: `Harwick added: "We have told you that it will open"`."""


def _by_way_of(said: Attribution, reported: Attribution) -> Attribution:
    """Return an attribution with the paper that reports it: `..., the Gazette reported.`"""
    return Attribution(
        said.speaker._replace(via=reported.speaker.name), (*said.parts, *reported.parts)
    )


_NO_SUBJECT = "on in at to that it he she they this last late early earlier during after by"
_SUBJECTS = "the a an one two its another officials sources analysts experts"
_AFTER_SUBJECT = "who that as when after while during at_the in_a in_an to_reporters on_the"
_SUBJECT_AFTER = Pattern(
    rf" (?P<who>(?!{any_of(_NO_SUBJECT)}\b)(?!(?:[a-z-]+ ){{0,4}}(?:{MONTH}|{WEEKDAY})\b)"
    rf"(?:(?:[a-z-]+ ){{0,4}}[A-Z]|{any_of(_SUBJECTS)}\b)"
    rf"[^,;\"]*?)(?=[,;\"]|\.(?: (?![A-Z])|$)|$| {DAY}| {OCCASION}| {any_of(_AFTER_SUBJECT)}\b)"
)
_IS_TO = "will plans hopes aims (?:is|are)_(?:to|due|set|expected|likely|scheduled|slated|planning)"
_WHO_IS_TO = Pattern(rf", (?:who|which) {any_of(_IS_TO)}\b")
"""What tells beside a name what is to come, and is no part of who said the rest."""
_NOT_BESIDE = f"but and adding while as with who_said who_{any_of(_IS_TO)} which citing the_line"
_ROLE_AFTER = Pattern(
    rf", (?!{any_of(_NOT_BESIDE)}\b)(?P<role>[a-z'-]+\b[^,;\"]*)(?=[,;\"]|\.(?: |$)|\.?$)"
)
_NAME_AFTER = Pattern(rf", (?P<role>{NAME})(?=[,;\"]|\.(?: |$)|\.?$)")
"""The name after an office: `said the head of the port, Lena Harwick`."""
_QUOTE_ENDS = (",", '"', ",'", "''", "?", "!", "-")


def _after_name(text: str, match: re.Match[str]) -> Attribution | None:
    """Return the attribution of `Lena Harwick, the port's director, said the city plans it.`"""
    before = text[: match.start()]
    if not before.endswith(", ") or '"' in before:
        return None
    name, _, beside = subject_before(text, match.start())[1].partition(", ")
    has_verb = HAS_VERB.is_in(_WHO_DOES.sub("", before))
    return _usual(text, match) if beside and _WHOLE_NAME.begins(name) and not has_verb else None


_WHO_DOES = Pattern(", (?:who|which|whose|where) [^,]*,")
_WHOLE_NAME = Pattern(
    rf"(?:(?:[Tt]he|[Aa]n?) )?(?:(?:[a-z'-]+ ){{0,3}}{NAME}|[a-z-]+(?: [a-z-]+)?)$"
)


def _inverted(text: str, match: re.Match[str]) -> Attribution | None:
    """Return the attribution of `..., said Lena Harwick, the port's director.`"""
    before = text[: match.start()].rstrip()
    if match["verb"] in _WITH_HEARER or (before and not before.endswith(_QUOTE_ENDS)):
        return None
    if match[0].startswith(("has ", "have ", "had ")):
        return None  # `Norda Air, set to open in May, has revealed the fares`
    after = _SUBJECT_AFTER.match(text, match.end())
    if after is None or _VERB.is_in(after["who"]):
        return None
    if match["verb"] in _WITH_OBJECT and not is_person(after["who"]):
        return None  # `..., announced the sale`
    beside = _ROLE_AFTER.match(text, after.end()) or _NAME_AFTER.match(text, after.end())
    named = after["who"] + (f", {beside['role']}" if beside is not None else "")
    end = end_of_saying(text, (beside or after).end())
    return Attribution(speaker_of(named), ((match.start(), _with_comma(text, end)),))


def _is_deed(text: str, match: re.Match[str]) -> bool:
    """Whether a verb tells what somebody did, or what was done to him, and not what he said."""
    verb, end = match["verb"], match.end()
    return (
        PASSIVE.is_in(text[: match.start()])
        or (_DENIES.is_in(text[: match.start()]) and not _THAT.begins(text, end))
        or any(verb in verbs and told.begins(text, end) for verbs, told in _DEEDS)
    )


_DENIES = Pattern(r"\b(?:did not|didn't|would not|wouldn't|declined to|refused to) $")
"""What stands before what was not said: `Harwick did not say where, but said it will open`."""
_OF_ITS_OWN = (
    rf" {OWN} (?:[a-z-]+ ){{0,3}}?"
    r"(?:schedule|squad|team|line-?up|dates|calendar|tour|programm?e?|fixtures)\b"
)
"""What is announced of one's own, and tells the claim: `has announced its schedule`."""
_DEEDS = (
    (_WITH_OBJECT, Pattern(rf" (?:{DAY} )?by (?:the |an? )?[A-Za-z]")),  # `the sale, announced by`
    (frozenset(("reported", "reports", "posted")), _FIGURES_AFTER),
    (frozenset(("announced",)), Pattern(f"{AN_EVENT_SET}|{_OF_ITS_OWN}")),
    (_WITH_HEARER, Pattern(" of ")),  # `has assured of its completion`
    (frozenset(("hinted", "indicated")), Pattern(f" (?:at|towards?) {DETERMINER} ")),
)
"""Verbs that tell no words of somebody, with what follows them where they do not."""


def _usual(text: str, match: re.Match[str]) -> Attribution | None:
    """Return the attribution of `Lena Harwick told reporters on Tuesday that ...`."""
    if _is_deed(text, match):
        return None
    start, named = subject_before(text, match.start())
    if not named or not may_speak(named) or _WHO_IS_TO.is_in(text[start : match.start()]):
        return None
    is_at_end = text[:start].rstrip(" ").endswith(_QUOTE_ENDS)
    end, via, has_hearer = match.end(), None, match["verb"] in _WITH_HEARER
    told = _TO_WHOM.match(text, end) if has_hearer else None
    if told is None and match["verb"] in ("told", "tells") and _TOLD_TO_DO.match(text, end):
        return None
    if told is not None:
        end, via = told.end(), told["told"]
        if _ORDER.begins(text, end):
            return None  # an order, and what it orders is the claim
    is_whole = HAS_CIRCUMSTANCE.begins(text, end)
    end = end_of_saying(text, end)
    hearer = HEARER_BEFORE_THAT.match(text, match.end()) if has_hearer else None
    if hearer is not None and hearer.end() > end:
        end, via = hearer.end(), via if is_whole else None
    may_go_on = is_at_end and (has_hearer or HAS_CIRCUMSTANCE.begins(text, end))
    end = end_of_circumstance(text, end, may_go_on=may_go_on)
    if _PARTICIPLE.begins(text, end):
        return None
    that = _THAT.match(text, end)
    end = that.end() if that is not None else end
    leads = (_beginning(text, start), text[:start] if start <= LONGEST_SUBJECT else "")
    is_lead = text[end:].strip(' ."') and any(LEAD_IN.begins(lead) for lead in leads)
    start = 0 if is_lead else start
    part = (start, _with_comma(text, end))
    cited = _CITED.search(text) if match["verb"] in _CITES else None
    if cited is not None:
        return Attribution(speaker_of(cited["who"])._replace(via=named), (part, cited.span()))
    is_named = via is not None and via.lower() != via
    paper = via.rstrip(" .,") if is_named and via is not None else None
    return Attribution(speaker_of(named)._replace(via=paper), (part,))


_PARTICIPLE = Pattern(rf" {any_of(AUXILIARIES)}\b")
"""What follows a verb that tells of its noun: `The deal announced on Monday will`."""


def _beginning(text: str, end: int) -> str:
    first = text[:end]
    return first[:1].lower() + first[1:] if end <= LONGEST_SUBJECT else ""


def _with_comma(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == "," else end
