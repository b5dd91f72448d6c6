"""The name, role and organisation in the words by which a text names somebody."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from claim_tracker.drafting.patterns import Pattern, any_of, either_case, word_pattern
from claim_tracker.drafting.speakers.nominal import CAPITAL, IN_WORD, NAME, PARTICLES, is_nominal
from claim_tracker.drafting.speakers.titles import (
    BODIES,
    COURTESIES,
    HELPERS,
    OFFICES_IN_FULL,
    PEOPLES,
    THINGS,
    TITLES,
)
from claim_tracker.drafting.words import DETERMINER, LINKS


class Speaker(NamedTuple):
    """Who said something, as far as a text tells it."""

    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    via: str | None = None

    @property
    def is_first_person(self) -> bool:
        """Whether the name is `I` or `we`: in a quote, whoever is quoted."""
        return self.name in ("I", "We", "we")


COURTESY = Pattern(rf"^{any_of(COURTESIES)}\.? ")
"""What stands before a name and is left out of it."""
_SHORT_OFFICE = Pattern(rf"\b(?P<office>{'|'.join(OFFICES_IN_FULL)})(?:\.|(?= [A-Z])|$)")
"""An office that is shortened before a name: `Gov. Lena Harwick`."""
_PERSON = Pattern(
    rf"(?:{CAPITAL}{IN_WORD}*\.? (?:{any_of(PARTICLES)} ){{0,2}}){{1,3}}"
    rf"(?:Mc|Mac|O'|[Aa]l-)?{CAPITAL}{IN_WORD}+(?:\.|,? (?:Jr|Sr)\.?)?$"
)
_SMALL_BEFORE_NAMES = frozenset(
    "of the and for in at a an on to by with from four two three five both all some".split()
)
_PARTICLE_WORDS = frozenset(PARTICLES.split())
_LONGEST_NAME = 3


def speaker_of(named: str) -> Speaker:
    """Return the name, role and organisation in the words that name a speaker.

    >>> speaker_of("Lena Harwick, head of the Port Authority").organisation
    'Port Authority'
    """
    named = _CONJUNCTION.sub("", named.strip(' ,"-'))
    named = named if _SHORTENED.is_in(named) else named.rstrip(".")
    name, _, beside = named.partition(", ")
    name = _HONOURS.sub("", name)
    name, beside = _KNOWING.sub("", name.strip()), _WHO_IS.sub("", beside.strip())
    if _RELATIVE.begins(beside):
        beside = ""
    after = None if beside else _BODY_AFTER.match(name)
    body = ""
    if after is not None and is_person(after["who"]) and not has_office(after["last"]):
        name, body = after["who"], after["body"]
    other, _, _ = beside.partition(", ")
    if is_person(other) and is_nominal(other) and not is_person(name):
        name, beside = other, name
    role: str | None = None
    if not _is_office(name) and (_PERSON.is_in(name) or _TITLE_BEFORE.is_in(name)):
        role, name = without_title(name)
    told = _BODY_TOLD.match(name) if role is None else None
    if told is not None:
        role, name = told["what"], told["name"]
    role = role or beside or _office_before(named)
    role = _ARTICLE.sub("", role) if role else None
    name = name.removesuffix("'s")
    return Speaker(name or None, role, None if told else _organisation(role or body))


_BODY_AFTER = Pattern(r"(?!The )(?P<who>.*?(?P<last>\S+))(?P<body> (?:from|at|with|of) .+)$")
"""What stands after a name without a comma: `Lena Harwick from the Port Authority`."""


def office_in_full(role: str) -> str:
    """Return a role with its shortened offices in full.

    >>> office_in_full("Calder Gov.")
    'Calder Governor'
    """
    for match in reversed(list(_SHORT_OFFICE.finditer(role))):
        role = role[: match.start()] + OFFICES_IN_FULL[match["office"]] + role[match.end() :]
    return role


def _office_before(named: str) -> str | None:
    """Return the office that stands shortened before a name; None where there is none."""
    match = _SHORT_OFFICE.match(named)
    return OFFICES_IN_FULL[match["office"]] if match is not None else None


_BODY_TOLD = Pattern(
    r"(?:[Tt]he |[Aa]n? )?(?P<what>(?:(?!(?:of|at|by|from|for|in|with|and)\b)[\w'.&-]+ ){0,4}"
    r"(?:agency|website|site|broadcaster|newspaper|chain|giant|conglomerate|company|firm|group|body|"
    r"bank|trader|maker|airline|retailer|brokerage)) (?P<name>(?:[Tt]he )?[A-Z][\w'&.-]*"
    r"(?: (?:(?:of|and|the) )?[A-Z&][\w'&.-]*)*)$"
)
"""A body before which stands what it is: `rating agency Norda Ratings`."""
_TITLE_BEFORE = Pattern(rf" {any_of(' '.join(sorted(TITLES)))} {CAPITAL}{IN_WORD}+$")
"""`the Palace boss Bell`"""
_CONJUNCTION = Pattern(
    f"^(?:[Bb]ut|[Aa]nd|{either_case(LINKS)}|[Ss]o far|[Ss]o|[Yy]et|[Bb]oth|also) "
)
_SHORTENED = Pattern(r"\b(?:Inc|Co|Ltd|Corp|Jr|Sr|plc|Bros|[A-Z])\.$")
_KNOWING = Pattern(
    " with (?:direct )?knowledge of .*| who (?:spoke|asked|requested|declined|insisted|chose) .*"
    "| speaking (?:on|under) .*| on condition of .*"
    "| (?:released|published|issued|seen|obtained|polled)$"
    "| in an? (?:interview|statement|letter|speech|post)(?: (?:to|with) (?:the )?[A-Z]\\w+)?$"
    f"| (?:in|at|during) {DETERMINER} (?:[\\w'-]+ ){{0,2}}"
    "(?:[Aa]ddress|[Bb]udget|[Ss]peech|[Mm]eeting|[Ss]tatement|[Bb]riefing)(?: to the [a-z]+)?$"
    "| citing .*"
)
_HONOURS = Pattern(r"(?<=[a-z]) (?:KC|QC|MP|MSP|OBE|CBE|MBE)$")
"""What stands after a name and is left out of it: `Lena Harwick KC`."""
_WHO_IS = Pattern("^who (?:is|was) ")
_RELATIVE = word_pattern(
    "who which when where whose speaking citing asked quoted that granted been on in as after over "
    "during by under such even though meanwhile not using based motivated detained introduced "
    "released carried joined accompanied flanked wearing formed founded elected"
)
_ARTICLE = Pattern("^(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?=[a-z])")


def is_person(words: str) -> bool:
    """Whether some words end in the name of a person, of two words or more."""
    if _is_office(words) or is_body(words) or is_thing(words) or not _PERSON.is_in(words):
        return False
    return " " in without_title(words)[1]


def _is_office(words: str) -> bool:
    """Whether some words are an office and name nobody: `The First Minister`."""
    return words[:4].lower() == "the " and words.rpartition(" ")[2].lower() in TITLES


def without_title(words: str) -> tuple[str | None, str]:
    """Return the title before a name, None if there is none, and the name.

    >>> without_title("Transport Minister Lena Harwick")
    ('Transport Minister', 'Lena Harwick')
    """
    words = COURTESY.sub("", _SHORT_OFFICE_NAME.sub("", words))
    if _OF_ANOTHER.begins(words):
        return None, words
    tokens = words.split()
    cut = max(
        (n for n, it in enumerate(tokens) if _is_title(it) and n + 1 < len(tokens)), default=-1
    )
    cut = _end_of_office(tokens, cut + 1)
    if not cut:
        return _after_owner(tokens) or (None, words)
    if not _is_name(tokens[cut:]) or _OF_ONE_NAME.is_in(words):
        return None, words
    title = re.sub("^(?:[Tt]he|[Aa]n?|[Ii]ts) ", "", " ".join(tokens[:cut]).strip(" ,"))
    return (COURTESY.sub("", f"{title} ").strip() or None), COURTESY.sub("", " ".join(tokens[cut:]))


_SHORT_OFFICE_NAME = Pattern(r"(?<=[a-z]) \([A-Z]{2,6}\)(?= [A-Z])")
"""An office in brackets: `Chief Executive Officer (CEO) Lena Harwick`."""
_OF_ONE_NAME = Pattern(
    rf"^(?P<title>{any_of('King Queen Pope Emperor Empress Prince Princess')}) "
    rf"{CAPITAL}{IN_WORD}+(?: [IVX]+)?$"
)
"""A title that is a part of the name of those who have one name: `King Charles`."""
_OF_ANOTHER = Pattern(
    r"(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Tt]wo) (?:[a-z-]+ ){0,3}"
    rf"(?:{any_of(HELPERS)} (?:to|for)|(?:bench|panel|jury) (?:of|comprising)) "
)
"""Somebody who is named by others: `an aide to President Bell`, `a bench of Justice Bell`."""


def _end_of_office(tokens: Sequence[str], cut: int) -> int:
    """Return where the name begins after a title and an office: `Minister of Works Ana Bell`."""
    name = tokens[cut:]
    is_title = bool(cut) and tokens[cut - 1].lower() in TITLES
    has_office = bool({"of", "at"} & {*tokens[:cut]}) or (
        is_title and (name[0] in ("of", "for", "at") or name[:2] == ["to", "the"])
    )
    if not has_office or len(name) <= _LONGEST_NAME:
        return cut
    return len(tokens) - 2


def _after_owner(tokens: Sequence[str]) -> tuple[str, str] | None:
    """Return the body and the person of `the bank's Lena Harwick`; None where there is none."""
    owner = next((n for n, it in enumerate(tokens[:-2]) if it.endswith("'s")), None)
    if (
        owner is None
        or len(tokens) - owner - 1 > _LONGEST_NAME
        or not _is_name(tokens[owner + 1 :])
        or tokens[-1].lower() in TITLES
    ):
        return None
    return " ".join(tokens[: owner + 1]).removesuffix("'s"), " ".join(tokens[owner + 1 :])


_ARABIC = Pattern("(?:a[lrsdzt]|ash|el|ul)-[A-Z]")
"""A last name with its article: `al-Harwick`."""


def _is_title(token: str) -> bool:
    word = token.lower().strip(".,'").removesuffix("'s")
    is_owner = token.endswith("'s")
    is_small = (
        token[:1].islower()
        and not is_owner
        and not _ARABIC.begins(token)
        and word not in _SMALL_BEFORE_NAMES | _PARTICLE_WORDS
    )
    return word.rpartition("-")[2] in TITLES or is_small  # `Secretary-General`


def title_in_name(name: str) -> str | None:
    """Return the title that is a part of a name: `King` of `King Charles`."""
    match = _OF_ONE_NAME.search(name)
    return match["title"] if match is not None else None


def has_office(role: str) -> bool:
    """Whether some words name an office: `head of the port`, but not `State House Centre`."""
    return any(_is_title(it) and it.lower() in TITLES for it in role.split())


def _is_name(tokens: Sequence[str]) -> bool:
    return all(
        it[:1].isupper() or it.lower() in _PARTICLE_WORDS or _ARABIC.begins(it) for it in tokens
    ) and not is_body(tokens[-1])


def is_noun_of_body(noun: str) -> bool:
    """Whether a noun stands for a body, and not for somebody's office: `the port authority`."""
    last = noun.rpartition(" ")[2]
    return last.islower() and last in BODIES - TITLES


def is_body(name: str) -> bool:
    """Whether a name ends as that of a body does: `the Port Authority`."""
    return name.rpartition(" ")[2].lower().strip(".,") in BODIES


def is_thing(name: str) -> bool:
    """Whether a name ends as that of a thing does, which says nothing: `the Bell Bridge`."""
    return name.rpartition(" ")[2].lower().strip(".,") in THINGS


_LANDS = r"US U\.S U\.K UK United_States United_Kingdom"
"""To which an ambassador is sent, and for which he does not speak."""
_ORGANISATIONS = (
    Pattern(rf"\b(?:of|at|for|with|from) (?:the )?(?P<who>{NAME})$"),  # head of the Port Authority
    Pattern(rf"\bto the (?!{any_of(_LANDS)}\b)(?P<who>{NAME})$"),  # envoy to the Port Authority
    Pattern(rf"^(?:the )?(?P<who>{NAME})'s "),  # the Port Authority's head
    Pattern(rf"^(?:the )?(?P<who>{NAME}) (?=[a-z]|CEO|CFO)"),  # Port Authority spokesman
)


_NO_ORGANISATION = Pattern(
    rf"(?i:{any_of(' '.join(sorted(TITLES)))}|its|his|her|their|state|press|staff|special|vice|"
    rf"multiple|presidential|(?:[\w. ]+ )?(?:democrat|republican)|{any_of(PEOPLES)}|"
    r"[a-z]+-[a-z]+)$|(?:Former|Then|Ex)\b"
)
"""What stands beside an office, and is no body: `Secretary of State`, `Press Secretary`."""


def _organisation(role: str) -> str | None:
    """Return the organisation that a role names: `head of the Port Authority`."""
    for pattern in _ORGANISATIONS:
        match = pattern.search(role)
        if match is not None:
            return str(match["who"]) if not _NO_ORGANISATION.begins(match["who"]) else None
    return None
