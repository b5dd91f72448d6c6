"""The forms of a claim and of an update."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claim_tracker.claims.fields import fields_of, use_of
from claim_tracker.claims.model import SOURCED, Claim, Update
from claim_tracker.claims.vocabulary import OUTCOMES_OF
from claim_tracker.cli.editing.addition import Addition, addition_to, listed_fields
from claim_tracker.cli.known_sources import day_of_source
from claim_tracker.cli.prompts.form import Form
from claim_tracker.cli.prompts.question import Question
from claim_tracker.dates import Period, period_or_none

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Entry, Moment, TrackedFile, Tracker

_FIRST = ("claim kind speaker role organisation source stated as_of due quantity topic").split()
_CARRIED = ("source", "speaker", "role", "organisation", "topic", "stated")
"""What a further claim from the same source has in common with the one before."""


class ClaimForm(Form):
    """A claim that is added to a file."""

    part = Claim

    def asked(self) -> Iterator[str]:
        others = [name for name in fields_of(Claim) if name not in (*_FIRST, "id", "updates")]
        for name in (*_FIRST, *others, "id"):
            if name not in self.file.defaulted and (name in self.proposals or self._applies(name)):
                yield name

    def another(self) -> "Mapping[str, Any]":
        """Return the proposals for a further claim from the same source."""
        key = self.values.get("source_key")
        values = {**self.values, "source": key} if key else self.values
        return {name: values[name] for name in _CARRIED if values.get(name)}

    def kind(self) -> str:
        return self.values.get("kind") or getattr(self.file.content.defaults, "kind", None) or ""

    def counted_from(self) -> Period | None:
        stated = self.values.get("stated") or getattr(self.file.content.defaults, "stated", None)
        return period_or_none(stated) if isinstance(stated, str) else stated or self._published()

    def addition(self, file: "TrackedFile", tracker: "Tracker") -> Addition:
        values = {**self.values, "id": self.values.get("id") or self._made_id(tracker)}
        return addition_to(file, listed_fields(Claim, values), values, self.counted_from())

    def _made_id(self, tracker: "Tracker") -> str:
        from claim_tracker.edit.ids import made_id

        return made_id(self.values, {entry.claim.id for entry in tracker})

    def needs(self, name: str) -> bool:
        if name == "stated":
            return self._published() is None and name not in self.file.defaulted
        return super().needs(name) and name != "id"

    def default(self, name: str) -> str | None:
        if name == "id":
            return self._made_id(self.tracker)
        speaker = self.values.get("speaker") or getattr(self.file.content.defaults, "speaker", None)
        if name in ("role", "organisation") and speaker != self.proposals.get("speaker"):
            claims = (entry.claim for entry in reversed(self.tracker.entries))
            known = (getattr(claim, name) for claim in claims if claim.speaker == speaker)
            return next(filter(None, known), None)
        return super().default(name)

    def question(self, name: str, previous: str | None) -> Question:
        question = super().question(name, previous)
        published = self._published()
        if name == "stated" and published is not None:
            return replace(question, label=f"{question.label}, if not on {published.text}")
        return question

    def _applies(self, name: str) -> bool:
        """Whether a field is asked for where nothing is proposed for it."""
        left_out = ("due",) if self.kind() == "fact" else ("as_of", "quantity")
        return use_of(Claim, name).asked and name not in left_out

    def _published(self) -> Period | None:
        return day_of_source(self.file, self.values.get("source"))


class UpdateForm(Form):
    """An update of a claim."""

    part = Update

    def __init__(
        self, tracker: "Tracker", entry: "Entry", given: Mapping[str, Any], as_of: "Moment"
    ) -> None:
        super().__init__(tracker, entry.file, given)
        self.entry, self.as_of = entry, as_of
        self.claim_id = entry.claim.id

    @property
    def has_content(self) -> bool:
        """Whether there is anything to record."""
        return any(self.values.get(name) for name in self.fields if name not in ("date", "source"))

    def asked(self) -> Iterator[str]:
        for name in fields_of(Update):
            if name not in ("date", "happened", "source") and self._applies(name):
                yield name
        if not self.has_content:
            return
        yield "source"
        if not self._is_open:
            yield "happened"
        yield "date"

    def kind(self) -> str:
        return self.entry.claim.kind

    def words(self, name: str) -> Sequence[str]:
        if name != "outcome":
            return super().words(name)
        words = OUTCOMES_OF[self.entry.claim.kind]
        is_settled = any(update.outcome is not None for update in self.entry.claim.updates)
        return [word for word in words if is_settled or word != "open"]

    def counted_from(self) -> Period | None:
        return period_or_none(self.values.get("date") or self._day())

    def addition(self, file: "TrackedFile", tracker: "Tracker") -> Addition:
        date = self.values.get("date") or file.day(self.as_of).isoformat()
        values = {**self.values, "date": date}
        return addition_to(file, listed_fields(Update, values), values, period_or_none(date))

    def needs(self, name: str) -> bool:
        if name == "source":
            return any(self.values.get(name) for name in SOURCED)
        return super().needs(name) and name != "date"

    def default(self, name: str) -> str | None:
        match name:
            case "happened":
                return self._day_of_source()
            case "date":
                return self._day()
        return super().default(name)

    def _day(self) -> str:
        """Return the day on which the source was published, else today."""
        return self._day_of_source() or self.file.day(self.as_of).isoformat()

    def _day_of_source(self) -> str | None:
        """Return the day on which the source was published, up to today; None if unknown."""
        published = day_of_source(self.file, self.values.get("source"), defaults=False)
        today = self.file.day(self.as_of)
        if published is None or not published.is_day or published.earliest > today:
            return None
        return published.text

    @property
    def _is_open(self) -> bool:
        """Whether the claim stays without an outcome, as far as the answers go."""
        return self.values.get("outcome") in (None, "open")

    def _applies(self, name: str) -> bool:
        claim = self.entry.claim
        match name:
            case "progress":
                return self.values.get("outcome") is None and claim.kind != "fact"
            case "due":
                return self._is_open and (claim.kind != "fact" or claim.due is not None)
            case "quantity":
                return claim.quantity is not None or claim.kind == "fact"
        return use_of(Update, name).asked
