"""A form: the questions for the fields of a part, as the model has them, and the answers."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from claim_tracker.claims.fields import Part, fields_of, label_of, use_of, value_type
from claim_tracker.claims.model import Claim, Place, Quantity
from claim_tracker.claims.vocabulary import MEANINGS
from claim_tracker.cli.editing.addition import Addition
from claim_tracker.cli.options.field_options import field_type, option_of
from claim_tracker.cli.prompts.prompt import ask, choose, confirm
from claim_tracker.cli.prompts.question import Choice, Question, listed
from claim_tracker.cli.prompts.source_questions import (
    ask_source,
    detail_question,
    examples_of,
    key_question,
    text_of_source,
)
from claim_tracker.dates import DateError, Period, Within, parse_deadline, parse_period

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import TrackedFile, Tracker

_NONE = "none"
_DATES = ("date", "deadline")


class Form(ABC):
    """Fields that a person is asked for.

    `values` are the answers by the names of their fields, as options give them; `source_key` among
    them is the key that a source gets, and `new_places` are places to add to the file. `is_filled`
    says whether anybody was asked, and `claim_id` names the claim that gets an update.
    """

    part: type[Part]
    claim_id: str | None = None

    def __init__(self, tracker: "Tracker", file: "TrackedFile", given: Mapping[str, Any]) -> None:
        self.tracker, self.file = tracker, file
        self.values: dict[str, Any] = {name: value for name, value in given.items() if value}
        self.proposals: Mapping[str, Any] = {}
        self.is_filled = False

    @abstractmethod
    def asked(self) -> Iterator[str]:
        """Yield the fields to ask for in turn, as the answers so far have it."""

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
        choices.append(Choice(_NONE, "Leave them as they are."))
        chosen = choose("Which answer", choices, default=_NONE)
        if chosen != _NONE:
            self.ask(chosen, again=True)

    @property
    def fields(self) -> list[str]:
        """Return the names of the fields that can be answered."""
        return [name for name in fields_of(self.part) if name != "updates"]

    def ask(self, name: str, *, again: bool = False) -> None:
        """Ask for a field, with the answer before to be edited where it is asked again."""
        previous = self.values.get(name) if again else None
        if name == "source":
            self._ask_source(previous)
            return
        value = ask(self.question(name, text_of(previous) or None))
        if name == "places" and value is not None:
            value = self._places(value)
        self.values[name] = value

    def _ask_source(self, previous: Any) -> None:
        """Ask for the source, of several for the main one; the answer before stays with Enter."""
        proposed = text_of_source(previous or self.proposals.get("source"))
        answer = ask_source(
            self.file,
            needed=self.needs("source"),
            proposed=proposed,
            is_given=previous is not None,
            keep=self.values.update,
        )
        if isinstance(previous, list | tuple) and answer.get("source") is not None:
            answer["source"] = [answer["source"], *previous[1:]]
        self.values |= answer

    def needs(self, name: str) -> bool:
        """Whether a field has to be answered."""
        return fields_of(self.part)[name].is_required() and name not in self.file.defaulted

    def default(self, name: str) -> str | None:
        """Return the answer that is proposed for a field."""
        return text_of(self.proposals.get(name)) or None

    def words(self, name: str) -> Sequence[str]:
        """Return the words that a field may have."""
        return value_type(self.part, name).words

    @abstractmethod
    def kind(self) -> str:
        """Return the kind of the claim; empty as long as it is not known."""

    @abstractmethod
    def counted_from(self) -> Period | None:
        """Return the day from which a span of time counts; None where it is not known."""

    @abstractmethod
    def addition(self, file: "TrackedFile", tracker: "Tracker") -> Addition:
        """Return what the answers come to, from the file and all claims at the time of writing."""

    def question(self, name: str, previous: str | None) -> Question:
        """Return the question for a field, as its model and its type have it."""
        use, held = use_of(self.part, name), value_type(self.part, name)
        label, kind = use.question or label_of(self.part, name), field_type(self.part, name)
        return Question(
            label=f"{label}, with commas between them" if held.is_list else label,
            read=str if name == "places" else lambda text: kind.convert(text, None, None),
            choices=self.choices(name),
            what="claim" if use.known == "ids" else option_of(self.part, name),
            is_closed=bool(held.words),
            several=held.is_list,
            paragraphs=use.paragraphs,
            needed=self.needs(name),
            default=self.default(name),
            previous=previous,
            advice=self.advice(name),
            likely=lambda text: self._likely(name, text),
            comes_to=lambda text: self.day_words(name, text) if held.shape in _DATES else "",
        )

    def advice(self, name: str) -> str:
        """Return examples of an answer where its form is not plain from the question."""
        held, use = value_type(self.part, name), use_of(self.part, name)
        if held.type is Quantity:
            return "such as `about 2,500 US troops`"
        if held.is_list and use.known != "ids":
            return 'quotes keep a comma: `"Washington, D.C."`'
        return examples_of(self.part, name)

    def day_words(self, name: str, text: str) -> str:
        """Return the days that a date comes to, of a deadline the last; empty for a plain day."""
        from claim_tracker.render.wording import day_words

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
        """Return the words of a field, or its known values, those of the latest claims first."""
        words = self.words(name)
        if words:
            return [Choice(word, MEANINGS[word]) for word in words]
        claims = [entry.claim for entry in reversed(self.tracker.entries)]
        match use_of(self.part, name).known:
            case "ids":
                return [Choice(claim.id, claim.claim, (claim.claim,)) for claim in claims]
            case "places":
                places = self.file.content.places.items()
                return [Choice(key, place.full_name, (place.name,)) for key, place in places]
        if not use_of(self.part, name).is_offered:
            return []
        found: dict[str, str] = {}
        for claim in claims:
            for part in (claim,) if self.part is Claim else claim.updates:
                value = getattr(part, name)
                for word in value if isinstance(value, tuple) else (value,):
                    if word is not None:
                        office = _office(claim) if name == "speaker" else ""
                        found[word] = found.get(word) or office
        return [Choice(word, meaning) for word, meaning in found.items()]

    def _likely(self, name: str, text: str) -> Sequence[str]:
        from claim_tracker.checks.synonyms import proposed_words

        words = self.words(name)
        return [word for word in proposed_words(name, text, self.kind()) if word in words]

    def _places(self, named: Iterable[str]) -> list[str]:
        """Return the keys of places, after asking what those are that the file does not have."""
        from claim_tracker.edit.ids import made_place

        made: dict[str, dict[str, str]] = self.values.setdefault("new_places", {})
        keys: list[str] = []
        names = [*named]
        for at, name in enumerate(names, start=1):
            self.values["places"] = [*keys, name, *names[at:]]  # kept by who leaves here
            if name in self.file.content.places or name in made:
                keys.append(name)
            elif confirm(f"  There is no place `{name}` yet. Add it?", default=True):
                taken = {*self.file.content.places, *made}
                key = ask(key_question("place", made_place(name, taken), taken))
                made[key] = {"name": name}
                self.values["places"] = [*keys, key, *names[at:]]
                for detail in fields_of(Place):
                    default = name if detail == "name" else None
                    value = ask(detail_question(Place, detail, default=default))
                    made[key] |= {detail: value} if value is not None else {}
                keys.append(key)
        return keys


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
            return listed(map(text_of, several))
    return ""


def _office(claim: Claim) -> str:
    return ", ".join(filter(None, (claim.role, claim.organisation)))
