"""The speakers of an article, by whom short names and pronouns are made full."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from claim_tracker.drafting.patterns import Pattern, any_of, word_pattern
from claim_tracker.drafting.plain import straight
from claim_tracker.drafting.speakers.names import (
    COURTESY,
    Speaker,
    has_office,
    is_body,
    is_noun_of_body,
    is_person,
    is_thing,
    office_in_full,
    speaker_of,
    title_in_name,
    without_title,
)
from claim_tracker.drafting.speakers.nominal import HAS_VERB, NAME, is_nominal
from claim_tracker.drafting.speakers.titles import OFFICES, WITH_STOP
from claim_tracker.drafting.words import MONTH, SAYS, WEEKDAY

_PRONOUN = Pattern("(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I|him|her|them)$")
_OF_A_BODY = Pattern("(?:[Ii]t|[Tt]hey|them)$")
_GENERIC = Pattern(
    "(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?P<noun>[A-Za-z.-]+(?: [A-Za-z.-]+){0,4})$"
)
"""A role that stands for a name: `the minister`."""
_OF = Pattern(r"\b(?:of|for|to|from|by|and)\b|\bthe $")
"""What tells that a name is another's: `an aide to Lena Harwick`."""
_FIRMS = (
    "company firm group studio carmaker automaker retailer airline bank club lender insurer maker "
    "manufacturer giant brewer startup start-up operator producer developer broadcaster publisher "
    "label chain utility chipmaker drugmaker planemaker shipbuilder miner grocer"
)
_A_FIRM = Pattern(rf"[Tt]he (?:[a-z]+ )?{any_of(_FIRMS)}$")
"""What stands for a firm that was named just before: `the company`."""
_ONLY_NAME = Pattern(f"(?:[Tt]he )?{NAME}$")
_ANOTHER_NAME = Pattern(rf"(?<![.?!\"] )(?<!^)\b(?!{WEEKDAY}|{MONTH}\b)[A-Z][a-z]+")


_AN_AGENCY = Pattern(
    r"[Tt]he (?:[\w-]+ ){0,2}(?:agency|organi[sz]ation|body|regulator|watchdog|institution)$"
)
"""What stands for a body that was named just before: `the lending agency`."""
_FULL_NAME = Pattern(r"[A-Z][\w.-]+ (?:[A-Z][\w.-]* )?[A-Z][\w-]+$")
_ONE_NAME = Pattern(r"[A-Z][a-z](?:[\w'-]*[^\Ws])?$")
_INITIALS = Pattern("(?:[Tt]he )?(?P<letters>[A-Z]{3,6})$")


_OWNED = Pattern("'s [a-z -]{1,40}$")
"""What is told of a body: `Norda Air's sales`."""
_MOST_KNOWN = 100
"""Speakers that are remembered; of more, the last ones."""
_MOST_MENTIONS = 100
"""Mentions of a name at which it is looked."""
_WORD = Pattern(r"\w+")


class _Focus(NamedTuple):
    """Of whom alone a sentence told, so that a noun of the next one stands for them."""

    only_body: Speaker | None = None
    only_person: Speaker | None = None
    last_body: Speaker | None = None
    """The body that it named last, whether of others or alone."""


class Speakers:
    """Who was named so far in an article."""

    def __init__(self, text: str) -> None:
        self._text = straight(text)
        self._known: list[Speaker] = list(_introduced(self._text))[:_MOST_KNOWN]
        self._person: Speaker | None = None
        self._body: Speaker | None = None
        self._focus = _Focus()
        self._family_names: dict[str, bool] = {}
        self._full_of_initials: dict[str, Speaker | None] = {}
        self.last: Speaker | None = None
        """The speaker who was named last."""

    def full(self, speaker: Speaker, subject: Speaker | None = None, before: str = "") -> Speaker:
        """Return a speaker in the fullest form that the article has.

        `before` is what their sentence says before it names them, and `subject` of whom it tells,
        for whom `it`, `they` or `the company` stands.
        """
        if subject is not None and (subject.name or "") in before:
            self._tell_before(subject, before, speaker.name or "")
        name = COURTESY.sub("", speaker.name or "")
        found = (
            self._by_pronoun(name)
            or self._by_name(name)
            or self._by_role(name)
            or (self._focus.only_body if _A_FIRM.begins(name) else None)
            or (self._focus.last_body if _AN_AGENCY.begins(name) else None)
            or (self._focus.only_person if _is_office(name) else None)
            or self._by_initials(name)
        )
        if found is None and not _PRONOUN.begins(name):
            found = speaker._replace(name=self._full_names.get(name, name) or None)
        found = found or speaker
        merged = Speaker(
            found.name,
            found.role or speaker.role,
            found.organisation or speaker.organisation,
            speaker.via,
        )
        self.last = merged._replace(via=None)
        known = [it for it in self._known if it.name != merged.name]
        self._known = [*known[-_MOST_KNOWN + 1 :], self.last]
        self.note(self.last)
        if self._is_family_name(merged.name or ""):
            persons = (it for it in known if (it.name or "").endswith(f" {merged.name}"))
            self._person = next(persons, self.last)
        return merged

    def _tell_before(self, subject: Speaker, before: str, name: str) -> None:
        """Note of whom a sentence tells before it names its speaker by a pronoun or a noun."""
        if name == "they" or (name == "it" and not _is_plural(subject)):
            self.note(subject)
        elif _A_FIRM.begins(name):
            self.tell_of(subject, before)

    def note(self, speaker: Speaker | None) -> None:
        """Note of whom the text tells, for the pronouns that follow."""
        if speaker is None or not speaker.name or _PRONOUN.begins(speaker.name):
            return
        name = _OWNED.sub("", speaker.name.removeprefix("The ").removeprefix("the "))
        if _OWNED.is_in(speaker.name) and is_person(name):
            return  # `Lena Harwick's plan` tells of the plan
        known = self._by_name(name)
        is_officer = speaker.role is not None and has_office(speaker.role)
        if is_person(name) or is_officer or (known is not None and is_person(known.name or "")):
            self._person = known or speaker
            if known is not None or _FULL_NAME.begins(name):
                self._known = [*(it for it in self._known if it is not known), self._person]
        elif is_body(name) or (name[:1].isupper() and _is_named(name)):
            self._body = speaker._replace(name=_OWNED.sub("", speaker.name))

    def tell_of(self, subject: Speaker | None, text: str) -> None:
        """Note of whom a sentence tells, for the pronouns and the nouns that follow.

        What a noun such as `the company` stands for has to be the only name of the sentence.
        """
        self.note(subject)
        name = subject.name if subject is not None and subject.name else ""
        names = [it[0].removesuffix("'s") for it in _A_NAME.finditer(text)]
        bodies = (Speaker(it) for it in reversed(names) if is_body(it) or _INITIALS.match(it))
        each = (COURTESY.sub("", it) for several in names for it in several.split(" and "))
        persons = {it for it in each if is_person(it)}
        is_only_person = persons == {COURTESY.sub("", name)}
        is_told = self._body is not None and self._body.name == name
        is_only_body = (
            is_told
            and self._is_surely_named(name)
            and not _ANOTHER_NAME.is_in(text.replace(name, ""))
        )
        self._focus = _Focus(
            self._body if is_only_body else None,
            subject if is_only_person else None,
            next(bodies, None),
        )

    def _is_surely_named(self, name: str) -> bool:
        """Whether a name is no noun that opens a sentence: `Inflation will rise`."""
        if not _ONLY_NAME.begins(name):
            return False
        is_long = " " in name or name.isupper()
        return is_long or not all(map(self._begins_sentence, self._mentions_of(name)))

    def _is_family_name(self, name: str) -> bool:
        """Whether one word is the name of a person: nothing is told to be `in Harwick`."""
        if name not in self._family_names:
            is_named = _ONE_NAME.begins(name) and self._is_surely_named(name)
            self._family_names[name] = is_named and not (
                self._mentions_of(name.lower())
                or any(self._is_of_place(it, it + len(name)) for it in self._mentions_of(name))
            )
        return self._family_names[name]

    def _mentions_of(self, name: str) -> Sequence[int]:
        """Return where a name stands in the text, of its first mentions."""
        word = _WORD.match(name)
        starts = self._words.get(word[0], ()) if word is not None else ()
        is_whole = re.compile(rf"{re.escape(name)}\b").match
        return [at for at in starts[:_MOST_MENTIONS] if is_whole(self._text, at)]

    @cached_property
    def _words(self) -> dict[str, list[int]]:
        """Where each word of the text begins."""
        words: dict[str, list[int]] = {}
        for match in _WORD.finditer(self._text):
            words.setdefault(match[0], []).append(match.start())
        return words

    def _is_of_place(self, start: int, end: int) -> bool:
        """Whether a name between two characters of the text is that of a land, a town or a firm."""
        before = self._text[max(start - len(" between "), 0) : start]
        return _IN_PLACE.is_in(before) or _OF_PLACE.begins(self._text, end)

    def _by_pronoun(self, name: str) -> Speaker | None:
        if not _PRONOUN.begins(name):
            return None
        if (
            name.lower() == "they"
            and self.last is not None
            and _SEVERAL.begins(self.last.name or "")
        ):
            return self.last
        if _OF_A_BODY.begins(name):
            return self._body or self.last
        persons = (it for it in reversed(self._known) if is_person(it.name or ""))
        return self._person or next(persons, self.last)

    def _by_name(self, name: str) -> Speaker | None:
        short = name.casefold()
        for known in reversed(self._known):
            other = (known.name or "").casefold()
            before = other.removesuffix(short)
            if other == short or (
                short and before != other and before.endswith((" ", "-")) and not _OF.search(before)
            ):
                return known
        # A family name may come first: `Orm Bo Vel` is `Orm`.
        begun = (it for it in reversed(self._known) if (it.name or "").split()[:1] == [name])
        return next((it for it in begun if is_person(it.name or "")), None)

    def _by_role(self, name: str) -> Speaker | None:
        generic = _GENERIC.match(name)
        if generic is None:
            return None
        persons = () if is_noun_of_body(generic["noun"]) else reversed(self._known)
        for known in persons:
            role = known.role or title_in_name(known.name or "") or ""
            if is_person(known.name or "") and _is_role(generic["noun"], role):
                return known
        titled = rf"\b{re.escape(generic['noun'].title())} (?P<who>[A-Z][\w-]+)"
        holder = re.search(titled, self._text) if _is_office(name) else None
        if holder is not None:
            return self._by_name(holder["who"]) or Speaker(holder["who"], generic["noun"])
        body = f" {generic['noun']}".lower()
        bodies = (it for it in reversed(self._known) if (it.name or "").lower().endswith(body))
        return next(
            (it for it in bodies if not _OF.search((it.name or "")[: -len(body)] + " ")), None
        )

    def _by_initials(self, name: str) -> Speaker | None:
        """Return the name in the text of which some letters are the initials: `the IMF`."""
        initials = _INITIALS.match(name)
        if initials is None:
            return None
        if name in self._full_of_initials or len(self._full_of_initials) == _MOST_KNOWN:
            return self._full_of_initials.get(name)
        words = r"(?: (?:of|for|the|and|in|on)){0,2} ".join(
            rf"{it}[a-z][\w'-]*" for it in initials["letters"]
        )
        full = re.search(rf"\b(?:[Tt]he )?{words}\b", self._text)
        found = Speaker(full[0].removesuffix("'s")) if full is not None else None
        self._full_of_initials[name] = found
        return found

    def _begins_sentence(self, at: int) -> bool:
        """Whether no other words of the sentence stand before a character of the text."""
        return not _IN_SENTENCE.is_in(self._text[max(at - 2, 0) : at])

    @cached_property
    def _whole_names(self) -> dict[str, int]:
        """Where a name first stands without another before it: `Strava`, before `Camp Strava`."""
        names: dict[str, int] = {}
        for match in _ALONE.finditer(self._text):
            names.setdefault(match["name"], match.start())
        return names

    @cached_property
    def _full_names(self) -> dict[str, str]:
        """The first mention with more before it, by the last word of a name."""
        names: dict[str, str] = {}
        for match in _SEVERAL_CAPITALS.finditer(self._text):
            if _DOING.begins(match[0]) and self._begins_sentence(match.start()):
                continue
            _, full = without_title(match[0].removesuffix("'s"))
            short = full.rpartition(" ")[2]
            is_short = self._whole_names.get(short, match.start()) >= match.start()
            if short != full and is_short:
                names.setdefault(short, full)
        return names


_SEVERAL = Pattern(
    "(?:[Tt]he )?(?:people|officials|sources|analysts|two|three|four|several|some|many)\\b"
)
"""Several who spoke: `people familiar with the matter`, whom `they` stands for next."""
_ALONE = Pattern(r"(?:^|[a-z,;.?!\"]\s+)(?P<name>[A-Z][\w-]*)")
_DOING = Pattern("[A-Z][a-z]+ing ")
"""What opens a sentence before a name, and is none of it: `Calling Norda a threat`."""
_IN_SENTENCE = Pattern("[a-z,] $")
_IN_PLACE = Pattern(r"\b(?:[Ii]n|across|[Aa]t|with|between) $")
_OF_PLACE = Pattern(r"'s? [a-z]+ (?:shares|government|economy|president)\b")
"""What tells that a name is no person's: `in Calder`, `Calder's new government`."""


def _is_plural(speaker: Speaker) -> bool:
    """Whether a speaker is several, by the last word: `ISS managers`."""
    word = (speaker.name or "").rpartition(" ")[2]
    return word.islower() and word.endswith("s") and not word.endswith("ss")


def _is_office(name: str) -> bool:
    """Whether a name is that of an office alone: `the Prime Minister`."""
    generic = _GENERIC.match(name)
    return generic is not None and has_office(generic["noun"])


def _is_named(name: str) -> bool:
    """Whether a text that begins with a capital is a name, and not that of a thing."""
    last = name.rpartition(" ")[2]
    is_name = not _ABSTRACT.begins(name) and (last[:1].isupper() or last.endswith("s"))
    return is_name and not is_thing(name) and name not in _BEFORE_NAMES.split()


_ABSTRACT = Pattern("[A-Z][a-z]+(?:tion|sion|ment|ness|ity|ance|ence|ing|ism|wth)$")
"""A noun that opens a sentence, and is no name: `Production will rise`."""
_BEFORE_NAMES = (
    "Now But And For After Before Last Next Just So This That These Those Today While When As In "
    "On At By From With If Then Yet Since The A An Here There What Why How Who Longtime Former "
    "Embattled Outgoing Incoming Veteran Retired Late Earlier Later"
)
_A_NAME = Pattern(rf"(?:\b[Tt]he )?(?!{any_of(_BEFORE_NAMES)} )\b{NAME}")
_SEVERAL_CAPITALS = Pattern(
    rf"\b(?!(?:{WEEKDAY}|{MONTH})\.? )"
    rf"(?!{any_of(_BEFORE_NAMES)} )"
    rf"(?:(?:[A-Z]\.?|[A-Z][\w'-]{{0,30}}|{any_of(WITH_STOP)}\.) ){{1,3}}"
    r"[A-Z][\w'-]{0,30}"
)


def _is_role(noun: str, role: str) -> bool:
    """Whether a noun stands for a role: `the minister`, or `the MP` by its initials."""
    if noun.isupper():
        return noun.lower() in "".join(
            word[0] for word in role.lower().split() if word[0].isalpha()
        )
    role = office_in_full(role).rpartition("'s ")[2]  # `President Bell's envoy` is an envoy
    body, _, office = noun.rpartition(" ")
    if office.islower() and (body.istitle() or body.replace(".", "").isupper()):  # `the U.N. envoy`
        noun = office
    words = noun.lower().split()
    is_name = noun[:1].isupper() and len(words) == 1  # `the BoE` is no `BoE governor`
    ends = r"(?:$| (?:of|for|at)\b)" if is_name else ""
    return all(re.search(rf"\b{re.escape(it)}\b{ends}", role.lower()) for it in words)


_TITLED = Pattern(
    rf"(?<![\w-])(?:[A-Z][\w-]{{1,30}} ){{0,4}}(?:[A-Z][a-z]+-)?{any_of(OFFICES)} "
    r"(?:(?:of|for|to the) (?:[A-Z][\w-]{1,30} "
    rf"(?:and (?!(?:[A-Z][\w-]{{1,30}} ){{0,3}}{any_of(OFFICES)} ))?){{1,4}})?"
    r"(?:[A-Z](?:\.|[\w'-]{0,30}) ){1,2}[A-Z][\w'-]+"
)
"""`Transport Minister Lena Harwick`"""
_ROLES = "the a an its head chief director president [a-z]+_(?:minister|secretary|manager)"
_DESCRIBED = Pattern(
    r"\b(?P<name>[A-Z][\w'-]{1,30} (?:[A-Z][\w'.-]{0,30} )?[A-Z][\w'-]{1,30}), "
    rf"(?P<role>{any_of(_ROLES)}\b(?:[^,.;\"]|(?<=\b[A-Z])\.){{3,60}})(?=[,.])"
)
"""`Lena Harwick, the port's director,`"""
_DESCRIBED_BEFORE = Pattern(
    rf"\b[Tt]he (?P<role>[A-Z]?[\w' -]{{3,60}}), (?P<name>{NAME})"
    rf"(?=,| (?:(?:has|had|have) )?{any_of(SAYS)}\b)"
)
"""`The First Minister, Lena Harwick,`"""


_SAYS = word_pattern(SAYS)


def _introduced(text: str) -> Iterator[Speaker]:
    """Yield the persons whom an article introduces with what they are."""
    for match in _TITLED.finditer(text):
        yield speaker_of(match[0])
    for pattern in (_DESCRIBED, _DESCRIBED_BEFORE):
        for match in pattern.finditer(text):
            is_told = not any(it.search(match["role"]) for it in (HAS_VERB, _SAYS))
            is_office = pattern is _DESCRIBED or has_office(match["role"])
            if is_told and is_office and is_person(match["name"]) and is_nominal(match["name"]):
                yield speaker_of(f"{match['name']}, {match['role']}")
