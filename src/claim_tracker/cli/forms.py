"""The forms of a claim and of an update: their questions, as the fields of the model say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from claim_tracker.claims.model import (
    Claim,
    Part,
    Place,
    Quantity,
    Update,
    fields_of,
    label_of,
    use_of,
    value_type,
)
from claim_tracker.claims.vocabulary import MEANINGS, OUTCOMES_OF
from claim_tracker.cli.field_options import field_type, option_of
from claim_tracker.cli.prompt import agreed, ask, choose
from claim_tracker.cli.question import Choice, Question
from claim_tracker.cli.source_questions import (
    ask_source,
    day_of_source,
    detail_question,
    text_of_source,
)
from claim_tracker.dates import DateError, Period, Within, parse_deadline, parse_period

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Entry, Moment, TrackedFile, Tracker

SOURCED = tuple(name for name in fields_of(Update) if use_of(Update, name).sourced)
"""The fields of an update that need a source."""
_FIRST = (
    *("claim", "kind", "speaker", "role", "organisation", "source", "stated", "as_of", "due"),
    *("quantity", "topic"),
)
_DATES = ("date", "deadline")
_CARRIED = ("source", "speaker", "role", "organisation", "topic", "stated")
"""What a further claim from the same source has in common with the one before."""


class Form:
    """Fields that a person is asked for.

    `values` are the answers by the names of their fields, as options give them; `source_key` among
    them is the key that a source gets, and `new_places` are places to add to the file. `is_filled`
    says whether anybody was asked.
    """

    part: type[Part]

    def __init__(self, tracker: "Tracker", file: "TrackedFile", given: Mapping[str, Any]) -> None:
        self.tracker, self.file = tracker, file
        self.values: dict[str, Any] = {name: it for name, it in given.items() if it}
        self.proposals: Mapping[str, Any] = {}
        self.is_filled = False

    def asked(self) -> Iterator[str]:
        """Yield the fields to ask for in turn, as the answers so far have it."""
        raise NotImplementedError

    def fill(self) -> None:
        """Ask for each field that has no answer and no default in the file."""
        self.is_filled = True
        for name in self.asked():
            if name not in self.values:
                self.ask(name)

    def change(self) -> None:
        """Let a person choose a field, and answer it once more or for the first time."""
        self.is_filled = True
        choices = [
            Choice(
                name, text_of(self.values.get(name)) or str(fields_of(self.part)[name].description)
            )
            for name in self.fields
        ]
        choices.sort(key=lambda choice: choice.value not in self.values)
        self.ask(choose("Which answer", choices), again=True)

    @property
    def fields(self) -> list[str]:
        """Return the names of the fields that can be answered."""
        return [name for name in fields_of(self.part) if name != "updates"]

    def ask(self, name: str, *, again: bool = False) -> None:
        """Ask for a field, with the answer before to be edited where it is asked again."""
        previous = self.values.get(name) if again else None
        if name == "source":
            proposed = text_of_source(previous or self.proposals.get(name))
            answer = ask_source(self.file, needed=self.needs(name), proposed=proposed)
            self.values |= answer
            return
        value = ask(self.question(name, text_of(previous) if previous else None))
        if value is None:
            self.values.pop(name, None)
            self.values |= {} if again else {name: None}
        else:
            self.values[name] = value
        if name == "places":
            self._make_places(value or ())

    def needs(self, name: str) -> bool:
        """Whether a field has to be answered."""
        return fields_of(self.part)[name].is_required() and name not in self.file.defaulted

    def default(self, name: str) -> str | None:
        """Return the answer that is proposed for a field."""
        return text_of(self.proposals.get(name)) or None

    def words(self, name: str) -> Sequence[str]:
        """Return the words that a field may have."""
        return value_type(self.part, name).words

    def kind(self) -> str:
        """Return the kind of the claim; empty as long as it is not known."""
        raise NotImplementedError

    def counted_from(self) -> Period | None:
        """Return the day from which a span of time counts; None where it is not known."""
        raise NotImplementedError

    def question(self, name: str, previous: str | None = None) -> Question:
        """Return the question for a field, as its model and its type have it."""
        use, held = use_of(self.part, name), value_type(self.part, name)
        label = use.question or label_of(self.part, name)
        if held.words:
            return Question(
                label=label,
                what=name,
                choices=[Choice(word, MEANINGS[word]) for word in self.words(name)],
                is_closed=True,
                needed=self.needs(name),
                default=self.default(name),
                previous=previous,
                meant=lambda text: self._meant(name, text),
            )
        kind = field_type(self.part, name)
        return Question(
            label=f"{label}, with commas between them" if held.is_list else label,
            read=str if name == "places" else lambda text: kind.convert(text, None, None),
            choices=self.choices(name),
            what="claim" if use.known == "ids" else option_of(self.part, name),
            is_closed=False,
            several=held.is_list,
            paragraphs=use.paragraphs,
            needed=self.needs(name),
            default=self.default(name),
            previous=previous,
            advice=self.advice(name),
            comes_to=lambda text: self.day_words(name, text) if held.shape in _DATES else "",
        )

    def advice(self, name: str) -> str:
        """Return examples of an answer where its form is not plain from the question."""
        held, use = value_type(self.part, name), use_of(self.part, name)
        if held.type is Quantity:
            return "such as `about 2,500 US troops`"
        if held.shape in _DATES:
            examples = fields_of(self.part)[name].examples or ()
            return f"such as {', '.join(f'`{example}`' for example in examples)}"
        return "Alt-Enter begins a new line" if use.paragraphs else ""

    def day_words(self, name: str, text: str) -> str:
        """Return the days that a date comes to, of a deadline the last; empty for a plain day."""
        from claim_tracker.render.phrases import day_words

        is_deadline = value_type(self.part, name).shape == "deadline"
        try:
            value = parse_deadline(text) if is_deadline else parse_period(text)
            start = self.counted_from()
            if isinstance(value, Within):
                return (
                    f"{text} → {day_words(value.after(start).latest)}" if start is not None else ""
                )
        except DateError:
            return ""
        if text == value.latest.isoformat():
            return ""
        last = day_words(value.latest)
        if is_deadline or value.is_day:
            return f"{text} → {last}"
        return f"{text} → {day_words(value.earliest)} to {last}"

    def choices(self, name: str) -> list[Choice]:
        """Return the known values of a field, those of the latest claims first."""
        entries = [*reversed(self.tracker.entries)]
        match use_of(self.part, name).known:
            case "ids":
                return [Choice(it.claim.id, it.claim.claim, (it.claim.claim,)) for it in entries]
            case "places":
                known = [(key, place) for key, place in self.file.content.places.items()]
                return [
                    Choice(
                        key, ", ".join(filter(None, (it.name, it.region, it.country))), (it.name,)
                    )
                    for key, it in known
                ]
        if (
            name not in fields_of(Claim)
            or value_type(Claim, name).shape != "text"
            or use_of(Claim, name).prose
        ):
            return []
        found: dict[str, str] = {}
        for entry in entries:
            value = getattr(entry.claim, name)
            for word in value if isinstance(value, tuple) else (value,):
                if word is not None:
                    meaning = _spoken_for(entry.claim) if name == "speaker" else ""
                    found[word] = found.get(word) or meaning
        return [Choice(word, meaning) for word, meaning in found.items()]

    def _meant(self, name: str, text: str) -> Sequence[str]:
        from claim_tracker.checks.synonyms import meant_words

        words = self.words(name)
        return [word for word in meant_words(name, text, self.kind()) if word in words]

    def _make_places(self, keys: Iterable[str]) -> None:
        """Ask what the places are that the file does not have."""
        from claim_tracker.edit.ids import made_place

        made: dict[str, dict[str, str]] = self.values.setdefault("new_places", {})
        for index, key in enumerate(list(keys)):
            if key in self.file.content.places or key in made:
                continue
            if not agreed(f"  There is no place `{key}` yet. Add it?", default=True):
                self.values["places"].remove(key)
                continue
            new = ask(Question(label="  Its key", needed=True, default=made_place(key)))
            self.values["places"][index] = new
            details = {
                name: ask(detail_question(Place, name, default=key if name == "name" else None))
                for name in fields_of(Place)
            }
            made[new] = {name: it for name, it in details.items() if it is not None}


class ClaimForm(Form):
    """A claim that is added to a file."""

    part = Claim

    def asked(self) -> Iterator[str]:
        others = [
            name
            for name in fields_of(Claim)
            if name not in (*_FIRST, "id", "updates") and use_of(Claim, name).asked
        ]
        for name in (*_FIRST, *others, "id"):
            is_fact = self.kind() == "fact"
            left_out = ("due",) if is_fact else ("as_of", "quantity")
            if name not in self.file.defaulted and name not in left_out:
                yield name

    def another(self) -> "Mapping[str, Any]":
        """Return what a further claim from the same source is likely to have."""
        key = self.values.get("source_key")
        values = {**self.values, "source": key} if key else self.values
        return {name: values[name] for name in _CARRIED if values.get(name)}

    def kind(self) -> str:
        return self.values.get("kind") or getattr(self.file.content.defaults, "kind", None) or ""

    def counted_from(self) -> Period | None:
        stated = self.values.get("stated") or getattr(self.file.content.defaults, "stated", None)
        if isinstance(stated, str):
            return parse_period(stated)
        return stated or self._published()

    def needs(self, name: str) -> bool:
        if name == "stated":
            return self._published() is None and name not in self.file.defaulted
        return super().needs(name) and name != "id"

    def default(self, name: str) -> str | None:
        if name == "id":
            from claim_tracker.edit.ids import made_id

            return made_id(self.values, {entry.claim.id for entry in self.tracker})
        if name in ("role", "organisation") and name not in self.proposals:
            speaker = self.values.get("speaker") or getattr(
                self.file.content.defaults, "speaker", None
            )
            said = (
                it.claim for it in reversed(self.tracker.entries) if it.claim.speaker == speaker
            )
            return next((it for it in (getattr(claim, name) for claim in said) if it), None)
        return super().default(name)

    def question(self, name: str, previous: str | None = None) -> Question:
        from dataclasses import replace

        question = super().question(name, previous)
        published = self._published()
        if name == "stated" and published is not None:
            return replace(question, label=f"{question.label}, if not on {published.text}")
        return question

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
        if self.values.get("outcome") not in (None, "open"):
            yield "happened"
        yield "date"

    def kind(self) -> str:
        return self.entry.claim.kind

    def words(self, name: str) -> Sequence[str]:
        if name != "outcome":
            return super().words(name)
        words = OUTCOMES_OF[self.entry.claim.kind]
        is_settled = any(it.outcome is not None for it in self.entry.claim.updates)
        return [word for word in words if is_settled or word != "open"]

    def counted_from(self) -> Period | None:
        day = self.values.get("date")
        return parse_period(day) if day else parse_period(self._day())

    def needs(self, name: str) -> bool:
        if name == "source":
            return any(self.values.get(it) for it in SOURCED)
        return super().needs(name) and name != "date"

    def default(self, name: str) -> str | None:
        return self._day() if name in ("happened", "date") else super().default(name)

    def _day(self) -> str:
        """Return the day on which the source was published, else today."""
        today = self.file.day(self.as_of)
        published = day_of_source(self.file, self.values.get("source"), defaults=False)
        if published is not None and published.is_day and published.earliest <= today:
            return published.text
        return today.isoformat()

    def _applies(self, name: str) -> bool:
        claim = self.entry.claim
        match name:
            case "progress":
                return self.values.get("outcome") is None and claim.kind != "fact"
            case "due":
                return claim.kind != "fact" or claim.due is not None
            case "quantity":
                return claim.quantity is not None or claim.kind == "fact"
        return use_of(Update, name).asked


def text_of(value: Any) -> str:
    """Return the answer that gives a value; empty for None."""
    match value:
        case {"value": number, "unit": unit, **others}:
            return f"{'about ' if others.get('approximate') == 'true' else ''}{number} {unit}"
        case {"url": str() | None} | {"title": str()}:
            return text_of_source(value) or ""
        case str():
            return value
        case [*several]:
            return ", ".join(text_of(each) for each in several)
    return ""


def _spoken_for(claim: Claim) -> str:
    return ", ".join(filter(None, (claim.role, claim.organisation)))
