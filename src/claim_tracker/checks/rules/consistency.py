"""Rules of fields that have to fit each other, but for the order of dates."""

from collections.abc import Iterator

from claim_tracker.checks.checked_file import CheckedFile
from claim_tracker.checks.rules.registry import Violation, rule
from claim_tracker.claims.model import SOURCED
from claim_tracker.claims.vocabulary import OUTCOMES_OF
from claim_tracker.text.display import cut
from claim_tracker.text.names import is_same_name


@rule("E102", by_claim=True)
def stated_is_known(file: CheckedFile) -> Iterator[Violation]:
    """A claim says when it was stated, or its source says when it was published."""
    for claim in file.claims:
        if claim.stated is not None or file.source(claim.model.references[0]) is None:
            continue
        claim_id = file.id_of(claim)
        name = f"`{cut(claim_id)}`" if claim_id is not None else "this claim"
        yield Violation(
            f"{name} has no `stated`, and its source no `published`",
            "add `stated:` to the claim, or `published:` to the source",
            (*claim.path, "id"),
            inputs=file.stated_from(claim.path, claim.model),
        )


@rule("E107", by_claim=True)
def as_of_is_for_facts(file: CheckedFile) -> Iterator[Violation]:
    """Only a fact holds as of a day."""
    for claim in file.claims:
        if claim.model.as_of is None or claim.model.kind == "fact":
            continue
        yield Violation(
            f"`as_of` is for facts, and this is a {claim.model.kind}",
            "delete it; `stated` says when it was said, `due` by when it is to be",
            (*claim.path, "as_of"),
            at="key",
            inputs=((*claim.path, "kind"),),
        )


@rule("E211", by_claim=True)
def judgements_have_a_source(file: CheckedFile) -> Iterator[Violation]:
    """What an update says in a field that is `sourced` needs a source: an outcome, for one."""
    for update in file.updates:
        if update.model.source is not None:
            continue
        claimed = [name for name in SOURCED if getattr(update.model, name) is not None]
        if claimed:
            yield Violation(
                f"`{claimed[0]}` without a source",
                "add `source:` to the update, a key of `sources` or `{url: …}`",
                (*update.path, claimed[0]),
                at="key",
                inputs=((*update.path, "source"),),
            )


@rule("W314", by_claim=True)
def figures_keep_their_unit(file: CheckedFile) -> Iterator[Violation]:
    """A figure of an update is in the unit of the one before it, so that the two compare.

    After a unit in another spelling, which is mended, the spelling before it counts further on.
    """
    for claim in file.claims:
        last, path = claim.model.quantity, (*claim.path, "quantity", "unit")
        for index, update in enumerate(claim.model.updates):
            now = update.quantity
            if now is None:
                continue
            unit = (*claim.path, "updates", index, "quantity", "unit")
            if last is not None and now.unit != last.unit:
                is_same = is_same_name(now.unit, last.unit)
                yield Violation(
                    f"the unit is `{cut(now.unit)}`, and that of the figure before is "
                    f"`{cut(last.unit)}`",
                    f"write it in `{cut(last.unit)}`: other units are not compared",
                    unit,
                    related=((path, "value", "the one before"),),
                    replacement=last.unit if is_same else None,
                    proposals=(last.unit,),
                    inputs=(path,),
                )
                if is_same:
                    continue
            last, path = now, unit


@rule("E214", by_claim=True)
def ratings_are_of_outcomes(file: CheckedFile) -> Iterator[Violation]:
    """A rating is a word for an outcome, which stands beside it."""
    for update in file.updates:
        if update.model.rating is not None and update.model.outcome in (None, "open"):
            yield Violation(
                "`rating` without an outcome",
                "add the `outcome:` that it is a word for, or write it in a `note:`",
                (*update.path, "rating"),
                at="key",
                inputs=((*update.path, "outcome"),),
            )


@rule("E212", by_claim=True)
def outcomes_fit_the_kind(file: CheckedFile) -> Iterator[Violation]:
    """Each kind of claim has its own outcomes."""
    for update in file.updates:
        kind, outcome = update.claim.model.kind, update.model.outcome
        if outcome is None or outcome in OUTCOMES_OF[kind]:
            continue
        from claim_tracker.checks.form.value_errors import (  # for a fault
            likely_words,
            words_to_write,
        )

        yield Violation(
            f"`{outcome}` is not an outcome of a {kind}",
            words_to_write("outcome", outcome, kind, OUTCOMES_OF[kind]),
            (*update.path, "outcome"),
            related=(((*update.claim.path, "kind"), "value", "the kind of the claim"),),
            inputs=((*update.claim.path, "kind"),),
            proposals=likely_words("outcome", outcome, kind, OUTCOMES_OF[kind]),
        )
