"""How far drafts agree with annotated articles: `python -m tests.drafting.scoring [FOLDER]`.

A draft is a mapping as `tracker draft --format json` prints it, so that the drafts of any program
can be scored.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from tests.drafting.annotated import (
    ARTICLES,
    AnnotatedArticle,
    AnnotatedDraft,
    AnnotatedFigure,
    AnnotatedSentence,
    annotated_articles,
)

Draft = Mapping[str, Any]

_LEAST_OVERLAP = 0.8
"""How much of the longer of two sentences the other has to cover, to be the same one."""
_ARTICLE = re.compile(r"(?:the|an?) ")
_STRAIGHT = str.maketrans(
    {"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2018": "'", "\u2019": "'", "\u201a": "'"}
)


class Share(NamedTuple):
    """How many are right, of how many."""

    right: int = 0
    of: int = 0

    def plus(self, other: "Share") -> "Share":
        """Return the share of both together."""
        return Share(self.right + other.right, self.of + other.of)

    def __str__(self) -> str:
        percent = f"{100 * self.right / self.of:.0f} %" if self.of else "-"
        return f"{self.right}/{self.of} {percent}"


class Miss(NamedTuple):
    """What is not right in one sentence."""

    what: str
    sentence: str
    expected: str
    drafted: str


class Score(NamedTuple):
    """How well an article was drafted.

    `found`: sentences that have to be drafted, and are. `precise`: drafted sentences that have to
    be or may be. `deadlines`: those that can be resolved, and are. `kinds`, `speakers` and
    `figures`: of the annotated drafts whose sentence was found. `misread`: drafts whose dates
    are other days than their phrase means. `invented`: drafts with dates for a phrase that
    cannot be resolved, or for what is no deadline of the sentence.
    """

    found: Share = Share()
    precise: Share = Share()
    deadlines: Share = Share()
    kinds: Share = Share()
    speakers: Share = Share()
    figures: Share = Share()
    misread: int = 0
    invented: int = 0
    misses: tuple[Miss, ...] = ()

    def plus(self, other: "Score") -> "Score":
        """Return the score of both together."""
        return Score(
            self.found.plus(other.found),
            self.precise.plus(other.precise),
            self.deadlines.plus(other.deadlines),
            self.kinds.plus(other.kinds),
            self.speakers.plus(other.speakers),
            self.figures.plus(other.figures),
            self.misread + other.misread,
            self.invented + other.invented,
            self.misses + other.misses,
        )


class _Pair(NamedTuple):
    """An annotated draft, and the draft of its sentence that comes nearest to it."""

    sentence: str
    annotated: AnnotatedDraft
    draft: Draft


def score(annotated: AnnotatedArticle, drafts: Iterable[Draft]) -> Score:
    """Return how far the drafts agree with the annotations of the article."""
    by_sentence = _by_sentence(drafts)
    claimed = {
        claim: [
            draft
            for sentence, of_it in by_sentence.items()
            if same_sentence(sentence, claim.sentence)
            for draft in of_it
        ]
        for claim in annotated.claims
    }
    pairs = [
        _Pair(claim.sentence, each, _nearest(each, found))
        for claim, found in claimed.items()
        if found
        for each in claim.drafts
    ]
    wrong_dates = [miss for claim, found in claimed.items() for miss in _wrong_dates(claim, found)]
    missed = [
        *_not_found(claimed),
        *_not_to_be_drafted(annotated, by_sentence),
        *_unresolved(claimed),
        *wrong_dates,
    ]
    kinds, speakers, figures = (
        [*misses(pairs)] for misses in (_kind_misses, _speaker_misses, _figure_misses)
    )
    resolvable = sum(each.due is not None for claim in claimed for each in claim.drafts)
    return Score(
        _without(missed, "not found", len(claimed)),
        _without(missed, "not to be drafted", len(by_sentence)),
        _without(missed, "deadline", resolvable),
        _without(kinds, "kind", len(pairs)),
        _without(speakers, "speaker", len(pairs)),
        _without(figures, "figure", len(pairs)),
        sum(miss.what == "misread" for miss in wrong_dates),
        sum(miss.what == "invented" for miss in wrong_dates),
        (*missed, *kinds, *speakers, *figures),
    )


def same_sentence(one: str, other: str) -> bool:
    """Whether two texts are one sentence, but for spaces, the form of quotes, and a short rest."""
    shorter, longer = sorted((_plain(one), _plain(other)), key=len)
    return shorter in longer and len(shorter) >= _LEAST_OVERLAP * len(longer)


def _by_sentence(drafts: Iterable[Draft]) -> dict[str, list[Draft]]:
    grouped: dict[str, list[Draft]] = {}
    for draft in drafts:
        grouped.setdefault(_plain(draft["sentence"]), []).append(draft)
    return grouped


def _plain(text: str) -> str:
    return " ".join(text.translate(_STRAIGHT).split())


def _nearest(annotated: AnnotatedDraft, drafts: Sequence[Draft]) -> Draft:
    """Return the draft with the same days, else with the same phrase, else the first."""

    def distance(draft: Draft) -> tuple[bool, bool]:
        days = _days(draft)
        same_days = days in annotated.accepted_days or (annotated.due is None and days is None)
        return not same_days, not _same_phrase(draft, annotated)

    return min(drafts, key=distance)


def _days(draft: Draft) -> tuple[date, date] | None:
    earliest, latest = draft["earliest"], draft["latest"]
    if earliest is None or latest is None:
        return None
    return date.fromisoformat(earliest), date.fromisoformat(latest)


def _same_phrase(draft: Draft, annotated: AnnotatedDraft) -> bool:
    """Whether one of the two phrases of a deadline holds the other."""
    mine, theirs = (
        _plain(phrase or "").casefold() for phrase in (draft["due_phrase"], annotated.due_phrase)
    )
    return bool(mine and theirs) and (mine in theirs or theirs in mine)


def _not_found(claimed: Mapping[AnnotatedSentence, Sequence[Draft]]) -> Iterator[Miss]:
    for claim, found in claimed.items():
        if not found:
            yield Miss("not found", claim.sentence, f"{len(claim.drafts)} drafts", "none")


def _not_to_be_drafted(
    annotated: AnnotatedArticle, by_sentence: Mapping[str, Sequence[Draft]]
) -> Iterator[Miss]:
    right = [*(claim.sentence for claim in annotated.claims), *annotated.may]
    for sentence, drafts in by_sentence.items():
        if not any(same_sentence(sentence, each) for each in right):
            drafted = "; ".join(_shown_deadline(draft) for draft in drafts)
            yield Miss("not to be drafted", sentence, "none", drafted)


def _unresolved(claimed: Mapping[AnnotatedSentence, Sequence[Draft]]) -> Iterator[Miss]:
    for claim, found in claimed.items():
        for annotated in claim.drafts:
            if annotated.due and not any(_days(each) in annotated.accepted_days for each in found):
                drafted = "; ".join(_shown_deadline(draft) for draft in found) or "none"
                yield Miss("deadline", claim.sentence, _shown_annotation(annotated), drafted)


def _wrong_dates(claim: AnnotatedSentence, found: Iterable[Draft]) -> Iterator[Miss]:
    """Yield the drafts whose days are not those of any deadline of their sentence."""
    accepted = [days for annotated in claim.drafts for days in annotated.accepted_days]
    expected = "; ".join(_shown_annotation(annotated) for annotated in claim.drafts)
    for draft in found:
        days = _days(draft)
        if days is not None and days not in accepted:
            resolvable = [each for each in claim.drafts if each.due is not None]
            misread = any(_same_phrase(draft, each) for each in resolvable)
            what = "misread" if misread else "invented"
            yield Miss(what, claim.sentence, expected, _shown_deadline(draft))


def _kind_misses(pairs: Iterable[_Pair]) -> Iterator[Miss]:
    for sentence, annotated, draft in pairs:
        if draft["kind"] != annotated.kind:
            yield Miss("kind", sentence, annotated.kind, str(draft["kind"]))


def _speaker_misses(pairs: Iterable[_Pair]) -> Iterator[Miss]:
    for sentence, annotated, draft in pairs:
        if _name(draft["speaker"]) not in map(_name, annotated.speakers):
            expected = annotated.speakers[0] or "nobody"
            yield Miss("speaker", sentence, expected, draft["speaker"] or "nobody")


def _name(speaker: str | None) -> str | None:
    """Return a name without its article and its case, or None where nobody is named."""
    if not speaker:
        return None
    name = _plain(speaker).casefold()
    return name[match.end() :] if (match := _ARTICLE.match(name)) else name


def _figure_misses(pairs: Iterable[_Pair]) -> Iterator[Miss]:
    for sentence, annotated, draft in pairs:
        if not any(_same_figure(draft["quantity"], each) for each in annotated.figures):
            expected = _shown_figure(annotated.figures[0])
            yield Miss("figure", sentence, expected, str(draft["quantity"]))


def _same_figure(quantity: Mapping[str, Any] | None, annotated: AnnotatedFigure | None) -> bool:
    if quantity is None or annotated is None:
        return quantity is None and annotated is None
    return (
        quantity["value"] == annotated.value
        and bool(quantity["approximate"]) == annotated.approximate
        and _name(quantity["unit"]) in map(_name, annotated.units)
    )


def _without(misses: Sequence[Miss], what: str, of: int) -> Share:
    """Return how many of them are not among the misses of this kind."""
    return Share(of - sum(miss.what == what for miss in misses), of)


def _shown_annotation(annotated: AnnotatedDraft) -> str:
    return _shown(annotated.due_phrase, annotated.due)


def _shown_deadline(draft: Draft) -> str:
    return _shown(draft["due_phrase"], _days(draft))


def _shown(phrase: str | None, days: tuple[date, date] | None) -> str:
    dates = "no dates" if days is None else f"{days[0]} .. {days[1]}"
    return f"{phrase or 'no deadline'} ({dates})"


def _shown_figure(figure: AnnotatedFigure | None) -> str:
    if figure is None:
        return "None"
    about = "about " if figure.approximate else ""
    return f"{about}{figure.value} {figure.units[0]}"


def drafted(annotated: AnnotatedArticle) -> list[Draft]:
    """Return what the rules draft from the article, as mappings."""
    drafting = import_module("claim_tracker.drafting.drafts")
    return [_mapping(draft) for draft in drafting.drafts_of(annotated.article).drafts]


def _mapping(draft: Any) -> Draft:
    """Return a draft of the rules as `--format json` prints it."""
    fields = draft._asdict()
    quantity = fields["quantity"]
    if quantity is not None:
        names = ("value", "unit", "approximate")
        fields["quantity"] = {name: getattr(quantity, name) for name in names}
    for name in ("earliest", "latest"):
        fields[name] = None if fields[name] is None else fields[name].isoformat()
    return dict(fields)


_HEAD = (
    "article",
    "found",
    "precise",
    "deadlines",
    "kinds",
    "speakers",
    "figures",
    "misread",
    "invented",
)


def table(scores: Mapping[str, Score]) -> str:
    """Return a line for each article, and one for all together."""
    rows = [_HEAD, *(_row(name, each) for name, each in scores.items())]
    rows.append(_row("all", total(scores.values())))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(
        f"{name:<{widths[0]}}"
        + "".join(f"  {cell:>{width}}" for cell, width in zip(cells, widths[1:], strict=True))
        + "\n"
        for name, *cells in rows
    )


_MEANINGS = {
    "found": "sentences that have to be drafted, and are",
    "precise": "drafted sentences that are claims, or may be",
    "deadlines": "deadlines that can be resolved, with the right days",
    "kinds": "kinds of claims",
    "speakers": "speakers, in the fullest form that the article has",
    "figures": "figures, with value, unit and whether they are rough",
}


def markdown(scores: Mapping[str, Score]) -> str:
    """Return the score of all articles together as a table of Markdown."""
    whole = total(scores.values())
    rows = [
        f"| {meaning} | {share.right} of {share.of} | {100 * share.right / share.of:.0f} % |"
        for name, meaning in _MEANINGS.items()
        if (share := getattr(whole, name)).of
    ]
    rows += [
        f"| drafts with other days than their phrase has | {whole.misread} | |",
        f"| drafts with days for what has none | {whole.invented} | |",
    ]
    return "\n".join([f"| of {len(scores)} articles | right | |", "| --- | --- | --- |", *rows, ""])


def scores_of(folder: Path = ARTICLES) -> dict[str, Score]:
    """Return the scores of what the rules draft from the annotated articles of a folder."""
    return {each.name: score(each, drafted(each)) for each in annotated_articles(folder)}


def total(scores: Iterable[Score]) -> Score:
    """Return the score of all together."""
    return reduce(Score.plus, scores, Score())


def _row(name: str, of_one: Score) -> tuple[str, ...]:
    return (name, *map(str, of_one[:-1]))


def error_list(scores: Mapping[str, Score]) -> str:
    """Return each miss with its sentence, what was expected and what was drafted."""
    return "".join(
        f"{name}: {what}\n  {sentence}\n  expected: {expected}\n  drafted:  {drafted}\n"
        for name, each in scores.items()
        for what, sentence, expected, drafted in each.misses
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Draft the articles of a folder, and print how well."""
    parser = argparse.ArgumentParser(prog="python -m tests.drafting.scoring")
    parser.add_argument("folder", nargs="?", type=Path, default=ARTICLES, metavar="FOLDER")
    parser.add_argument("--errors", action="store_true", help="show each miss with its sentence")
    parser.add_argument("--markdown", action="store_true", help="print the sum for the docs")
    options = parser.parse_args(arguments)
    scores = scores_of(options.folder)
    if options.errors:
        sys.stdout.write(error_list(scores) + "\n")
    sys.stdout.write(markdown(scores) if options.markdown else table(scores))


if __name__ == "__main__":
    main()
