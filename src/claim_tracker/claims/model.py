"""The models of a claims file: what a person may write, and what type each value has.

A model turns the text of a scalar into a value of one of the types in `scalars.py`. It is
immutable, and knows no field but its own.

This is the only list of fields: the JSON Schema, the rows of data, cards and pages, comparisons,
the search, and the options and questions of `add` and `record` follow from it.
"""

from collections.abc import Container
from typing import Annotated, Any, Literal, get_args

from pydantic import FailFast, Field, GetCoreSchemaHandler, GetPydanticSchema
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, core_schema

from claim_tracker.claims.fields import FieldUse, Part, fields_of, model
from claim_tracker.claims.scalars import (
    Address,
    ClaimId,
    Country,
    Date,
    Deadline,
    Key,
    Language,
    NoDeadline,
    Number,
    Reference,
    Text,
    Version,
    Yes,
    Zone,
)
from claim_tracker.claims.vocabulary import Ignorable, Kind, Outcome, Progress
from claim_tracker.dates import Period
from claim_tracker.dates.period import day

_NOTE = "The base was handed over on 17 January."
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

    url: Annotated[Address | None, FieldUse(question="Its address")] = Field(
        default=None,
        description="Where it stands: an http or https address. It, or a title, is needed.",
        examples=["https://english.iswnews.com/?p=38320"],
    )
    title: Annotated[Text | None, FieldUse(question="Its headline", help="Its headline.")] = Field(
        default=None,
        description="The headline.",
        examples=["U.S. Forces to Withdraw from Baghdad and Ain al-Asad"],
    )
    publisher: Annotated[Text | None, FieldUse(question="Its publisher")] = Field(
        default=None, description="Who published it.", examples=["ISWNews", "Shafaq News"]
    )
    published: Annotated[Date | None, FieldUse(question="Published on")] = Field(
        default=None, description="When it was published.", examples=["2025-08-18", "2025-08"]
    )
    archived: Annotated[
        Address | None, FieldUse(question="The address of a lasting copy", searched=False)
    ] = Field(
        default=None,
        description="The address of a lasting copy.",
        examples=["https://web.archive.org/web/20250818120000/https://example.org/report"],
    )

    @property
    def identity(self) -> str:
        """Return what tells it from other sources: its address, else all that it says."""
        if self.url is not None:
            return self.url
        published = self.published.text if self.published is not None else None
        return ", ".join(filter(None, (self.title, self.publisher, published)))


@model
class Place(Part):
    """A place that claims are about."""

    name: Text = Field(description="Its full name.", examples=["Ain al-Asad Air Base"])
    region: Text | None = Field(
        default=None, description="The province or region it lies in.", examples=["Anbar"]
    )
    country: Country | None = Field(
        default=None, description="ISO 3166-1 code of two letters: IQ.", examples=["IQ", "US"]
    )


@model
class Quantity(Part):
    """A figure that is claimed."""

    value: Number = Field(description="The number.", examples=[2500, 3.5])
    unit: Text = Field(
        description="What is counted or measured: US troops.", examples=["US troops"]
    )
    approximate: Yes = Field(
        default=False,
        description="Whether the number is about right, not exact.",
        examples=[True],
    )


@model
class Passage(Part):
    """A place in a source that has a key."""

    source: Annotated[Reference, FieldUse(known="sources", searched=False)] = Field(
        description="The key of the source.", examples=["iswnews-38320"]
    )
    at: Text = Field(description="The place in it.", examples=["page 12", "paragraph 3"])


_KEY, _NO_KEY, _LIST, _PASSAGE, _INLINE_FORM = (
    "<key>",
    "<no key>",
    "<list>",
    "<passage>",
    "<inline>",
)
SOURCE_FORMS = (_KEY, _NO_KEY, _LIST, _PASSAGE, _INLINE_FORM)
"""How the forms that a source can have are marked in the location of an error."""


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


SourceReference = Annotated[Reference | Passage | Source, _in_forms(_PASSAGE, _INLINE_FORM)]
"""A source of a claim or an update: its key, a place in it, or the source written inline."""
SourceReferences = Annotated[
    Reference | Annotated[tuple[SourceReference, ...], Field(min_length=1)] | Passage | Source,
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

    date: Annotated[
        Date,
        FieldUse(question="Known since", help="When it became known. Default: today."),
    ] = Field(description="When it became known.", examples=["2026-01-18", "18 Jan 2026"])
    outcome: Annotated[
        Outcome | None,
        FieldUse(
            question="What was found out?",
            help="What was found out: kept, …",
            lasting=True,
            sourced=True,
        ),
    ] = Field(default=None, description="What was found out.", examples=["kept", "broken"])
    rating: Annotated[
        Text | None,
        FieldUse(
            asked=False,
            help="With an outcome: your own word for it, such as 'Mostly kept'.",
        ),
    ] = Field(
        default=None,
        description="With an outcome: the publisher's own word for it, shown beside it.",
        examples=["Mostly kept"],
    )
    happened: Annotated[
        Date | None,
        FieldUse(
            question="When it happened",
            help="When it happened. Without it: some day up to the date of the update.",
        ),
    ] = Field(
        default=None,
        description="When it happened; without it, some day up to `date`.",
        examples=["2026-01-17", "2026-01"],
    )
    progress: Annotated[
        Progress | None, FieldUse(question="How does the matter stand?", lasting=True)
    ] = Field(default=None, description="How the matter stands.", examples=["on-track"])
    due: Annotated[
        Deadline | None,
        FieldUse(
            label="Deadline",
            question="The deadline is now",
            help="The deadline was moved to this date, or by 'within 90 days'.",
            lasting=True,
            sourced=True,
        ),
    ] = Field(
        default=None,
        description="The deadline was moved to this date.",
        examples=["2026-09", "within 90 days"],
    )
    review: Annotated[
        Date | None,
        FieldUse(label="Look again", asked=False),
    ] = Field(default=None, description="The day to look again.", examples=["2026-06-01"])
    quantity: Annotated[
        Quantity | None,
        FieldUse(
            label="Figure",
            question="The figure is now",
            help="The figure now: '900 US troops'.",
            lasting=True,
            sourced=True,
        ),
    ] = Field(default=None, description="The figure then.", examples=[_FIGURE])
    quote: Annotated[
        Text | None,
        FieldUse(asked=False, prose=True, paragraphs=True),
    ] = Field(default=None, description="The source's own words.", examples=[_QUOTE])
    note: Annotated[
        Text | None,
        FieldUse(
            question="Note, in your own words",
            help="In your own words.",
            prose=True,
            paragraphs=True,
        ),
    ] = Field(default=None, description="What was learned, in our own words.", examples=[_NOTE])
    source: Annotated[SourceReferences | None, FieldUse(known="sources")] = Field(
        default=None,
        description=(
            "Who reported it: a key of `sources`, a place in one, a source written inline, or a "
            "list of such."
        ),
        examples=["shafaq-2026-01-18", _INLINE, _SEVERAL],
    )

    @property
    def references(self) -> tuple[SourceReference, ...]:
        """Return its sources as they are referred to, the main one first."""
        return references_in(self.source)

    @property
    def counts_from(self) -> Period:
        """Return the period of the day from which the update counts: the last of its date."""
        return self.date if self.date.is_day else day(self.date.latest)


@model
class Claim(Part):
    """What somebody said is so, or will be."""

    id: Annotated[ClaimId, FieldUse(help="Its id. Default: made from the text.")] = Field(
        description="Lower-case letters, digits and single hyphens.", examples=_IDS
    )
    claim: Annotated[
        Text,
        FieldUse(
            question="The claim in your own words, one sentence",
            help="The claim in your own words.",
            prose=True,
        ),
    ] = Field(
        description="The claim in our own words, one sentence.",
        examples=["The coalition completes its withdrawal from Iraq."],
    )
    quote: Annotated[
        Text | None,
        FieldUse(asked=False, prose=True, paragraphs=True),
    ] = Field(default=None, description="The source's own words, short.", examples=[_QUOTE])
    kind: Kind = Field(
        description="A promise, a forecast, or what is said to be so.", examples=["commitment"]
    )
    topic: Annotated[Text | None, FieldUse(help="What it belongs to.", known="claims")] = Field(
        default=None, description="What `tracker status` groups by.", examples=["First phase"]
    )
    speaker: Annotated[
        Text, FieldUse(label="Said by", question="Speaker, as reported", known="claims")
    ] = Field(
        description="Who said it, as reported.",
        examples=["Hussein Alawi", "Iraqi government sources"],
    )
    role: Annotated[Text | None, FieldUse(question="Their office")] = Field(
        default=None,
        description="The speaker's office.",
        examples=["adviser to the prime minister"],
    )
    organisation: Annotated[
        Text | None,
        FieldUse(label="For", question="The organisation spoken for", known="claims"),
    ] = Field(
        default=None,
        description="The party, ministry or company spoken for.",
        examples=["Iraqi government"],
    )
    via: Annotated[
        Text | None,
        FieldUse(label="Told to", question="Told to, if not to the source itself", asked=False),
    ] = Field(
        default=None,
        description="Told to whom, if not to the source itself.",
        examples=["Shafaq News"],
    )
    stated: Annotated[
        Date | None,
        FieldUse(
            question="Stated on",
            help="When it was said. Default: when its source was published.",
        ),
    ] = Field(
        default=None,
        description="When; default is the source's `published`.",
        examples=["2025-08-18", "August 2025"],
    )
    as_of: Annotated[
        Date | None,
        FieldUse(
            label="Holds as of",
            question="Said to hold as of, if not when it was stated",
            option="holds-as-of",
            help="For a fact: the day it is said to hold. Default: when it was said.",
        ),
    ] = Field(default=None, description="The day a fact is said to hold.", examples=["2025-08-18"])
    due: Annotated[
        Deadline | None,
        NoDeadline,
        FieldUse(
            label="Deadline",
            question="Due",
            help="By when: 'end of 2026', 'Q3 2026', 'within 90 days', …",
        ),
    ] = Field(
        default=None,
        description="By when; `within 90 days` counts from `stated`, `none` undoes a default.",
        examples=["2026-09", "end of 2026", "within 90 days"],
    )
    review: Annotated[
        Date | None,
        FieldUse(label="Look again", asked=False),
    ] = Field(default=None, description="The day to look again.", examples=["2026-12-01"])
    criteria: Annotated[
        Text | None,
        FieldUse(asked=False, prose=True, paragraphs=True),
    ] = Field(
        default=None,
        description="What would count as kept or come true.",
        examples=["No coalition unit is left in Iraq."],
    )
    note: Annotated[
        Text | None,
        FieldUse(asked=False, prose=True, paragraphs=True),
    ] = Field(
        default=None,
        description="Context, in our own words.",
        examples=["The bases had been handed over once before."],
    )
    quantity: Annotated[
        Quantity | None,
        FieldUse(
            label="Figure",
            help="The figure that is claimed: 'about 2,500 US troops'.",
        ),
    ] = Field(default=None, description="The figure that is claimed.", examples=[_FIGURE])
    source: Annotated[SourceReferences, FieldUse(known="sources")] = Field(
        description=(
            "Who reported it: a key of `sources`, a place in one, a source written inline, or a "
            "list of such, the main one first."
        ),
        examples=["iswnews-38320", _INLINE, _SEVERAL],
    )
    places: Annotated[
        tuple[Reference, ...],
        FieldUse(
            option="place", help="What it is about: a key of `places` in the file.", known="places"
        ),
    ] = Field(default=(), description="Keys of `places`.", examples=[["ain-al-asad"]])
    tags: Annotated[
        tuple[Text, ...], FieldUse(option="tag", help="A word to choose claims by.", known="claims")
    ] = Field(
        default=(), description="Words to choose claims by.", examples=[["withdrawal", "phase-one"]]
    )
    related: Annotated[
        tuple[Text, ...],
        FieldUse(
            question="Related claims",
            help="A claim that belongs with it.",
            known="ids",
            asked=False,
            searched=False,
        ),
    ] = Field(default=(), description="Ids of claims that belong with it.", examples=[_IDS])
    updates: tuple[Update, ...] = Field(
        default=(), description="What became of it, oldest first.", examples=[[_UPDATE]]
    )

    @property
    def references(self) -> tuple[SourceReference, ...]:
        """Return its sources as they are referred to, the main one first."""
        return references_in(self.source)


_WITHOUT_DEFAULT = ("id", "claim", "quote", "related", "updates")
"""The fields of a claim that no default gives."""


def _or_absent(info: FieldInfo) -> Any:
    """Return the type of a field, or None, with all that its annotation says of it."""
    held: Any = info.annotation
    if type(None) in get_args(held):
        return Annotated[(held, *info.metadata)] if info.metadata else held
    own = [it for it in info.metadata if not isinstance(it, FieldUse)]
    uses = [it for it in info.metadata if isinstance(it, FieldUse)]
    optional = (Annotated[(held, *own)] if own else held) | None
    return Annotated[(optional, *uses)] if uses else optional


def _with_optional_fields(name: str, doc: str, part: type[Part], but: Container[str]) -> type[Part]:
    """Return a model with the fields of another, all of them optional."""
    fields = {field: info for field, info in fields_of(part).items() if field not in but}
    held = {field: _or_absent(info) for field, info in fields.items()}
    absent = {
        field: Field(default=None, description=info.description, examples=info.examples)
        for field, info in fields.items()
    }
    return model(type(name, (Part,), {"__doc__": doc, "__annotations__": held, **absent}))


Defaults = _with_optional_fields(
    "Defaults", "What a claim of the file has unless it says otherwise.", Claim, _WITHOUT_DEFAULT
)


def _of_model(part: type[Part]) -> GetPydanticSchema:
    """Return the schema of a field that holds a part whose class is made, not written."""
    return GetPydanticSchema(lambda _source, handler: handler(part | None))


@model
class Publisher(Part):
    """Who publishes the claims, for what is made to be published."""

    name: Text = Field(description="Its full name.", examples=["Example News"])
    url: Address = Field(
        description="The page on which the claims are published.",
        examples=["https://news.example/claims"],
    )


@model
class Checks(Part):
    """What `tracker check` is asked to look at as well."""

    archived: Literal["required", "optional"] = Field(
        default="optional",
        description="Whether the source of an outcome needs an archived copy.",
        examples=["required"],
    )
    dates: Literal["canonical", "any"] = Field(
        default="any",
        description="Whether dates have to be in their canonical form.",
        examples=["canonical"],
    )
    ignore: tuple[Ignorable, ...] = Field(
        default=(),
        description="Warnings that have been decided to be ignored, by code or family: W303.",
        examples=[["W303"], ["W3"]],
    )


@model
class ClaimsFile(Part):
    """A whole file of claims."""

    version: Version = Field(description="The version of the format.", examples=[1])
    timezone: Zone = Field(
        default="UTC",
        description="IANA name of the zone whose calendar counts.",
        examples=["UTC", "Asia/Baghdad", "Europe/London", "America/New_York"],
    )
    language: Language | None = Field(
        default=None,
        description="The language of the claims, by its BCP 47 tag.",
        examples=["en", "fa", "pt-BR"],
    )
    title: Text | None = Field(
        default=None,
        description="What the claims are about, for pages and feeds.",
        examples=["The withdrawal from Iraq"],
    )
    about: Annotated[Text | None, FieldUse(prose=True, paragraphs=True)] = Field(
        default=None,
        description="An introduction, in paragraphs.",
        examples=["What was announced of the withdrawal, and what came of it."],
    )
    publisher: Publisher | None = Field(
        default=None,
        description="Who publishes the claims, and where.",
        examples=[{"name": "Example News", "url": "https://news.example/claims"}],
    )
    checks: Checks = Field(
        default=Checks(),
        description="What to check beyond the rules.",
        examples=[{"archived": "required"}],
    )
    defaults: Annotated[Part | None, _of_model(Defaults)] = Field(
        default=None,
        description="What a claim has unless it says otherwise.",
        examples=[{"source": "iswnews-38320", "speaker": "Hussein Alawi"}],
    )
    sources: dict[Key, Source] = Field(
        default_factory=dict,
        description="Reports, each by a short key.",
        examples=[{"iswnews-38320": _INLINE}],
    )
    places: dict[Key, Place] = Field(
        default_factory=dict,
        description="Places, each by a short key.",
        examples=[{"ain-al-asad": {"name": "Ain al-Asad Air Base", "country": "IQ"}}],
    )
    claims: Annotated[tuple[Claim, ...], FailFast()] = Field(
        description="The claims.", examples=[[_CLAIM]]
    )
