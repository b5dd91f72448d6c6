"""The models of a claims file: what a person may write, and what type each value has.

A model turns the text of a scalar into a value of one of the types in `scalars.py`. It is
immutable, and knows no field but its own.

The JSON Schema, the rows of data, cards and pages, comparisons, the search, and the options and
questions of `add` and `record` follow from it. The names of the fields stand once more in
`yaml/field_names.py`, which a test compares.
"""

from typing import Annotated, Any, Literal, get_args

from pydantic import FailFast, Field, GetCoreSchemaHandler, GetPydanticSchema
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, core_schema

from claim_tracker.claims.fields import FieldUse, Part, field, fields_of, model, use_of, value_type
from claim_tracker.claims.scalars import (
    ClaimId,
    Country,
    Date,
    Deadline,
    FormatVersion,
    HttpUrl,
    Key,
    Language,
    NoDeadline,
    Number,
    ReferenceKey,
    Text,
    Yes,
    Zone,
)
from claim_tracker.claims.vocabulary import Ignorable, Kind, Outcome, Progress
from claim_tracker.dates import Period
from claim_tracker.dates.period import day

_REPORTED_BY = (
    "Who reported it: a key of `sources`, a place in one, a source written inline, "
    "or a list of such"
)
_INLINE = {"url": "https://example.org/report", "published": "2025-08-18"}
_SEVERAL = ["iswnews-38320", {"source": "inquiry-report", "at": "page 12"}]
_QUOTE = "We shall leave by the end of the month."
_FIGURE = {"value": 2500, "unit": "US troops", "approximate": True}
_UPDATE = {"date": "2026-01-18", "outcome": "kept", "source": "shafaq-2026-01-18"}
_IDS = ["mission-ends", "base-closes"]
_CLAIM = {
    "id": "base-closes",
    "claim": "The base closes.",
    "kind": "commitment",
    "speaker": "A. Minister",
    "due": "2025-09",
    "source": _INLINE,
}


@model
class Source(Part):
    """A report that can be looked up."""

    url: HttpUrl | None = field(
        "Where it stands: an http or https address. The source needs this or a title.",
        ["https://english.iswnews.com/?p=38320"],
        FieldUse(question="Its address"),
        default=None,
    )
    title: Text | None = field(
        "The headline.",
        ["U.S. Forces to Withdraw from Baghdad and Ain al-Asad"],
        FieldUse(
            question="Its headline",
            help="Its headline, which it needs where it has no address.",
        ),
        default=None,
    )
    publisher: Text | None = field(
        "Who published it.",
        ["ISWNews", "Shafaq News"],
        FieldUse(question="Its publisher", recurs=True),
        default=None,
    )
    published: Date | None = field(
        "When it was published.",
        ["2025-08-18", "2025-08"],
        FieldUse(question="Published on"),
        default=None,
    )
    archived: HttpUrl | None = field(
        "The address of a lasting copy.",
        ["https://web.archive.org/web/20250818120000/https://example.org/report"],
        FieldUse(question="The address of a lasting copy", searched=False),
        default=None,
    )

    @property
    def identity(self) -> str:
        """Return its identity among sources: its address, else all of its fields."""
        if self.url is not None:
            return self.url
        published = self.published.text if self.published is not None else None
        return ", ".join(filter(None, (self.title, self.publisher, published)))


@model
class Place(Part):
    """A place that claims are about."""

    name: Text = field("Its full name.", ["Ain al-Asad Air Base"])
    region: Text | None = field(
        "The province or region it lies in.", ["Anbar"], FieldUse(recurs=True), default=None
    )
    country: Country | None = field(
        "ISO 3166-1 code of two letters: IQ.", ["IQ", "US"], FieldUse(recurs=True), default=None
    )

    @property
    def full_name(self) -> str:
        """Return the name with what it lies in, as far as that is known."""
        return ", ".join(filter(None, (self.name, self.region, self.country)))


@model
class Quantity(Part):
    """A figure that is claimed."""

    value: Number = field("The number.", [2500, 3.5])
    unit: Text = field(
        "What is counted or measured: US troops.", ["US troops"], FieldUse(recurs=True)
    )
    approximate: Yes = field("Whether the number is about right, not exact.", [True], default=False)


@model
class Passage(Part):
    """A passage of a source that has a key."""

    source: ReferenceKey = field(
        "The key of the source.", ["iswnews-38320"], FieldUse(known="sources", searched=False)
    )
    at: Text = field("Which passage.", ["page 12", "paragraph 3"])


SOURCE_FORMS = ("<key>", "<no key>", "<list>", "<passage>", "<inline>")
"""How the forms that a source can have are marked in the location of an error."""
_KEY, _NO_KEY, _LIST, _PASSAGE, _INLINE_FORM = SOURCE_FORMS


def _form(value: object) -> str:
    if isinstance(value, list | tuple):
        return _LIST
    is_passage = isinstance(value, Passage) or (isinstance(value, dict) and "source" in value)
    return _PASSAGE if is_passage else _INLINE_FORM


def _in_forms(*marks: str) -> GetPydanticSchema:
    """Return the schema of a source that is a key, or of one of several forms with their marks."""

    def schema(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        # Most are keys, and to try that takes less time than to ask first what it is.
        forms: Any = handler(source)
        key, *others = forms["choices"]
        other = core_schema.tagged_union_schema(
            dict(zip(marks, others, strict=True)), discriminator=_form
        )
        return core_schema.union_schema([(key, _KEY), (other, _NO_KEY)], mode="left_to_right")

    return GetPydanticSchema(schema)


SourceReference = Annotated[ReferenceKey | Passage | Source, _in_forms(_PASSAGE, _INLINE_FORM)]
"""A source of a claim or an update: its key, a passage of it, or the source written inline."""
SourceReferences = Annotated[
    ReferenceKey | Annotated[tuple[SourceReference, ...], Field(min_length=1)] | Passage | Source,
    _in_forms(_LIST, _PASSAGE, _INLINE_FORM),
]
"""One source, or a list of them, the main one first."""


def references_in(source: "SourceReferences | None") -> tuple[SourceReference, ...]:
    """Return the sources that a field names, the main one first."""
    if source is None:
        return ()
    return source if isinstance(source, tuple) else (source,)


@model
class Update(Part):
    """One thing learned about a claim."""

    date: Date = field(
        "When it became known.",
        ["2026-01-18", "18 Jan 2026"],
        FieldUse(question="Known since", help="When it became known. Default: today."),
    )
    outcome: Outcome | None = field(
        "What was found out.",
        ["kept", "broken"],
        FieldUse(
            question="What was found out?",
            help="What was found out: kept, …",
            lasting=True,
            sourced=True,
        ),
        default=None,
    )
    rating: Text | None = field(
        "With an outcome: the publisher's own word for it, shown beside it.",
        ["Mostly kept"],
        FieldUse(
            help="With an outcome: your own word for it, such as 'Mostly kept'.",
            recurs=True,
            asked=False,
        ),
        default=None,
    )
    happened: Date | None = field(
        "When it happened; without it, some day up to `date`.",
        ["2026-01-17", "2026-01"],
        FieldUse(
            question="When it happened",
            help="When it happened. Without it: some day up to the date of the update.",
        ),
        default=None,
    )
    progress: Progress | None = field(
        "How the matter stands.",
        ["on-track"],
        FieldUse(question="How does the matter stand?", lasting=True),
        default=None,
    )
    due: Deadline | None = field(
        "The deadline was moved to this date.",
        ["2026-09", "within 90 days"],
        FieldUse(
            label="Deadline",
            question="The deadline is now",
            help="The deadline was moved to this date, or by 'within 90 days'.",
            lasting=True,
            sourced=True,
        ),
        default=None,
    )
    review: Date | None = field(
        "The day to look again.",
        ["2026-06-01"],
        FieldUse(label="Look again", asked=False),
        default=None,
    )
    quantity: Quantity | None = field(
        "The figure then.",
        [_FIGURE],
        FieldUse(
            label="Figure",
            question="The figure is now",
            help="The figure now: '900 US troops'.",
            lasting=True,
            sourced=True,
        ),
        default=None,
    )
    quote: Text | None = field(
        "The source's own words.",
        [_QUOTE],
        FieldUse(asked=False, prose=True, paragraphs=True),
        default=None,
    )
    note: Text | None = field(
        "What was learned, in our own words.",
        ["The base was handed over on 17 January."],
        FieldUse(
            question="Note, in your own words",
            help="In your own words.",
            prose=True,
            paragraphs=True,
        ),
        default=None,
    )
    source: SourceReferences | None = field(
        f"{_REPORTED_BY}.",
        ["shafaq-2026-01-18", _INLINE, _SEVERAL],
        FieldUse(known="sources"),
        default=None,
    )

    @property
    def references(self) -> tuple[SourceReference, ...]:
        """Return its sources as they are referred to, the main one first."""
        return references_in(self.source)

    @property
    def counts_from(self) -> Period:
        """Return the period of the day from which the update counts: the last of its date."""
        return self.date if self.date.is_day else day(self.date.latest)


SOURCED = tuple(name for name in fields_of(Update) if use_of(Update, name).sourced)
"""The fields of an update that need a source."""


@model
class Claim(Part):
    """What somebody said is so, or will be."""

    id: ClaimId = field(
        "Lower-case letters, digits and single hyphens.",
        _IDS,
        FieldUse(help="Its id. Default: made from the text."),
    )
    claim: Text = field(
        "The claim in our own words, one sentence.",
        ["The coalition completes its withdrawal from Iraq."],
        FieldUse(
            question="The claim in your own words, one sentence",
            help="The claim in your own words.",
            prose=True,
        ),
    )
    quote: Text | None = field(
        "The source's own words, short.",
        [_QUOTE],
        FieldUse(asked=False, prose=True, paragraphs=True),
        default=None,
    )
    kind: Kind = field("A promise, a forecast, or what is said to be so.", ["commitment"])
    topic: Text | None = field(
        "What `tracker status` groups by.",
        ["First phase"],
        FieldUse(help="What it belongs to.", known="claims"),
        default=None,
    )
    speaker: Text = field(
        "Who said it, as reported.",
        ["Hussein Alawi", "Iraqi government sources"],
        FieldUse(label="Said by", question="Speaker, as reported", known="claims"),
    )
    role: Text | None = field(
        "The speaker's office.",
        ["adviser to the prime minister"],
        FieldUse(question="Their office", recurs=True),
        default=None,
    )
    organisation: Text | None = field(
        "The party, ministry or company spoken for.",
        ["Iraqi government"],
        FieldUse(label="For", question="The organisation spoken for", known="claims"),
        default=None,
    )
    via: Text | None = field(
        "Told to whom, if not to the source itself.",
        ["Shafaq News"],
        FieldUse(
            label="Told to",
            question="Told to, if not to the source itself",
            recurs=True,
            asked=False,
        ),
        default=None,
    )
    stated: Date | None = field(
        "When; default is the source's `published`.",
        ["2025-08-18", "August 2025"],
        FieldUse(
            question="Stated on", help="When it was said. Default: when its source was published."
        ),
        default=None,
    )
    as_of: Date | None = field(
        "The day a fact is said to hold.",
        ["2025-08-18"],
        FieldUse(
            label="Holds as of",
            question="Said to hold as of, if not when it was stated",
            option="holds-as-of",
            help="For a fact: the day it is said to hold. Default: when it was said.",
        ),
        default=None,
    )
    due: Annotated[Deadline | None, NoDeadline] = field(
        "By when; `within 90 days` counts from `stated`, `none` undoes a default.",
        ["2026-09", "end of 2026", "within 90 days"],
        FieldUse(
            label="Deadline",
            question="Due",
            help="By when: 'end of 2026', 'Q3 2026', 'within 90 days', …",
        ),
        default=None,
    )
    review: Date | None = field(
        "The day to look again.",
        ["2026-12-01"],
        FieldUse(label="Look again", asked=False),
        default=None,
    )
    criteria: Text | None = field(
        "What would count as kept or come true.",
        ["No coalition unit is left in Iraq."],
        FieldUse(asked=False, prose=True, paragraphs=True),
        default=None,
    )
    note: Text | None = field(
        "Context, in our own words.",
        ["The bases had been handed over once before."],
        FieldUse(asked=False, prose=True, paragraphs=True),
        default=None,
    )
    quantity: Quantity | None = field(
        "The figure that is claimed.",
        [_FIGURE],
        FieldUse(label="Figure", help="The figure that is claimed: 'about 2,500 US troops'."),
        default=None,
    )
    source: SourceReferences = field(
        f"{_REPORTED_BY}, the main one first.",
        ["iswnews-38320", _INLINE, _SEVERAL],
        FieldUse(known="sources"),
    )
    places: tuple[ReferenceKey, ...] = field(
        "Keys of `places`.",
        [["ain-al-asad"]],
        FieldUse(
            option="place", help="What it is about: a key of `places` in the file.", known="places"
        ),
        default=(),
    )
    tags: tuple[Text, ...] = field(
        "Words to choose claims by.",
        [["withdrawal", "phase-one"]],
        FieldUse(option="tag", help="A word to choose claims by.", known="claims"),
        default=(),
    )
    related: tuple[Text, ...] = field(
        "Ids of claims that belong with it.",
        [_IDS],
        FieldUse(
            question="Related claims",
            help="A claim that belongs with it.",
            known="ids",
            asked=False,
            searched=False,
        ),
        default=(),
    )
    updates: tuple[Update, ...] = field("What became of it, oldest first.", [[_UPDATE]], default=())

    @property
    def references(self) -> tuple[SourceReference, ...]:
        """Return its sources as they are referred to, the main one first."""
        return references_in(self.source)


_WITHOUT_DEFAULT = ("id", "claim", "quote", "related", "updates")
"""The fields of a claim that no default gives."""


def _optional(info: FieldInfo) -> Any:
    """Return the type of a field, or None, with what constrains it."""
    held: Any = info.annotation
    constraints = [each for each in info.metadata if not isinstance(each, FieldUse)]
    constrained = Annotated[(held, *constraints)] if constraints else held
    return constrained if type(None) in get_args(held) else constrained | None


def _defaults() -> type[Part]:
    """Return the model of the defaults: the fields of a claim, all of them optional."""
    fields = {name: info for name, info in fields_of(Claim).items() if name not in _WITHOUT_DEFAULT}
    namespace: dict[str, Any] = {
        "__doc__": "What a claim of the file has unless it says otherwise.",
        "__annotations__": {name: _optional(info) for name, info in fields.items()},
    }
    for name, info in fields.items():
        namespace[name] = field(info.description, info.examples, use_of(Claim, name), default=None)
    return model(type("Defaults", (Part,), namespace))


Defaults = _defaults()

DATE_FIELDS = {
    part: tuple(
        name for name in fields_of(part) if value_type(part, name).shape in ("date", "deadline")
    )
    for part in (Source, Claim, Update, Defaults)
}
"""The fields of each part that are dates."""


@model
class Publisher(Part):
    """Who publishes the claims, for what is made to be published."""

    name: Text = field("Its full name.", ["Example News"])
    url: HttpUrl = field(
        "The page on which the claims are published.", ["https://news.example/claims"]
    )


@model
class Checks(Part):
    """What `tracker check` is asked to look at as well."""

    archived: Literal["required", "optional"] = field(
        "Whether the source of an outcome needs an archived copy.", ["required"], default="optional"
    )
    dates: Literal["canonical", "any"] = field(
        "Whether dates have to be in their canonical form.", ["canonical"], default="any"
    )
    ignore: tuple[Ignorable, ...] = field(
        "Warnings that have been decided to be ignored, by code or family: W303.",
        [["W303"], ["W3"]],
        default=(),
    )


@model
class ClaimsFile(Part):
    """A whole file of claims."""

    version: FormatVersion = field("The version of the format.", [1])
    timezone: Zone = field(
        "IANA name of the zone whose calendar counts.",
        ["UTC", "Asia/Baghdad", "Europe/London", "America/New_York"],
        default="UTC",
    )
    language: Language | None = field(
        "The language of the claims, by its BCP 47 tag.", ["en", "fa", "pt-BR"], default=None
    )
    title: Text | None = field(
        "What the claims are about, for pages and feeds.",
        ["The withdrawal from Iraq"],
        default=None,
    )
    about: Text | None = field(
        "An introduction, in paragraphs.",
        ["What was announced of the withdrawal, and what came of it."],
        FieldUse(prose=True, paragraphs=True),
        default=None,
    )
    publisher: Publisher | None = field(
        "Who publishes the claims, and where.",
        [{"name": "Example News", "url": "https://news.example/claims"}],
        default=None,
    )
    checks: Checks = field(
        "What to check beyond the rules.", [{"archived": "required"}], default=Checks()
    )
    defaults: Annotated[
        Part | None, GetPydanticSchema(lambda _source, handler: handler(Defaults | None))
    ] = field(
        "What a claim has unless it says otherwise.",
        [{"source": "iswnews-38320", "speaker": "Hussein Alawi"}],
        default=None,
    )
    sources: dict[Key, Source] = field(
        "Reports, each by a short key.", [{"iswnews-38320": _INLINE}], default_factory=dict
    )
    places: dict[Key, Place] = field(
        "Places, each by a short key.",
        [{"ain-al-asad": {"name": "Ain al-Asad Air Base", "country": "IQ"}}],
        default_factory=dict,
    )
    claims: Annotated[tuple[Claim, ...], FailFast()] = field("The claims.", [[_CLAIM]])
