"""Articles with what has to be drafted from them, as people annotated it."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from claim_tracker.drafting.article import Article, ArticleSource

ARTICLES = Path(__file__).parent / "articles"

Days = tuple[date, date]
"""The earliest and the latest day of a deadline."""


class AnnotatedFigure(NamedTuple):
    """A figure, with each spelling of its unit that counts as right."""

    value: float
    units: tuple[str, ...]
    approximate: bool


class AnnotatedDraft(NamedTuple):
    """One deadline of a sentence, or the sentence itself where it has none.

    `due` is None where no deadline can be resolved. `also_due` are other readings that can be
    defended. A None in `speakers` says that it is right to name nobody, a None in `figures` that
    it is right to give no figure.
    """

    due_phrase: str | None
    due: Days | None
    also_due: tuple[Days, ...]
    kind: str
    speakers: tuple[str | None, ...]
    figures: tuple[AnnotatedFigure | None, ...]

    @property
    def accepted_days(self) -> tuple[Days, ...]:
        """Return the readings of the deadline that count as right, the best first."""
        return self.also_due if self.due is None else (self.due, *self.also_due)


class AnnotatedSentence(NamedTuple):
    """A sentence that has to be drafted, and its drafts."""

    sentence: str
    drafts: tuple[AnnotatedDraft, ...]


class AnnotatedArticle(NamedTuple):
    """An article, the sentences that have to be drafted, and those that may be."""

    name: str
    article: Article
    claims: tuple[AnnotatedSentence, ...]
    may: tuple[str, ...]


def annotated_articles(folder: Path = ARTICLES) -> list[AnnotatedArticle]:
    """Return the annotated articles of the folder, by name."""
    return [annotated_article(path) for path in sorted(folder.glob("*.yaml"))]


def annotated_article(path: Path) -> AnnotatedArticle:
    """Return the annotated article of the file."""
    fields = yaml.safe_load(path.read_text("utf-8"))
    source = ArticleSource(fields["title"], fields["publisher"], fields["url"], fields["published"])
    return AnnotatedArticle(
        path.stem,
        Article(fields["text"], source),
        tuple(
            AnnotatedSentence(claim["sentence"], tuple(_draft(draft) for draft in claim["drafts"]))
            for claim in fields["claims"]
        ),
        tuple(fields["may"]),
    )


def _draft(fields: Mapping[str, Any]) -> AnnotatedDraft:
    return AnnotatedDraft(
        fields["due_phrase"],
        None if fields["due"] is None else _days(fields["due"]),
        tuple(_days(days) for days in fields.get("or", ())),
        fields["kind"],
        tuple(fields["speaker"]) or (None,),
        _figures(fields["quantity"]),
    )


def _days(days: Sequence[date]) -> Days:
    earliest, latest = days
    return earliest, latest


def _figures(quantity: Any) -> tuple[AnnotatedFigure | None, ...]:
    """Return the figures that count as right: of one quantity, or of a list of them."""
    alternatives = quantity if isinstance(quantity, list) else [quantity]
    return tuple(
        None
        if each is None
        else AnnotatedFigure(each["value"], tuple(each["unit"]), each["approximate"])
        for each in alternatives
    )
