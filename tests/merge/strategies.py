"""Files of claims in several styles, and edits that two people make to them."""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from claim_tracker.edit.yaml_writer import flow

Data = dict[str, Any]
IDS = ("road-opens", "bridge-built", "base-closes", "port-grows")
NEW_IDS = ("mine-shuts", "dam-filled", "rail-runs", "tax-falls")
KEYS = ("paper", "radio", "report")
TAGS = ("roads", "bases", "money", "water")
FIELDS = ("claim", "speaker", "due", "note")
TEXTS = (
    *("Said so.", "It is: done", "'quoted'", "# no comment", "До конца года", "- dash"),
    *("A text that goes on and on, so that it is folded by whoever writes it. " * 2,),
    *("First.\n\nSecond paragraph.", "yes", "10:30"),
)
DAYS = tuple(f"2026-{month:02}-15" for month in range(1, 10))


@dataclass(frozen=True)
class Manner:
    """How a file is written: indentation, line ends, empty lines, comments, and brackets."""

    dash: int = 2
    fields: int = 2
    update_dash: int = 2
    end: str = "\n"
    spaced: bool = True
    commented: bool = True
    flow_updates: bool = False
    flow_tags: bool = True


manners = st.builds(
    Manner,
    dash=st.sampled_from((0, 2, 4)),
    fields=st.sampled_from((2, 4)),
    update_dash=st.sampled_from((0, 2)),
    end=st.sampled_from(("\n", "\r\n")),
    spaced=st.booleans(),
    commented=st.booleans(),
    flow_updates=st.booleans(),
    flow_tags=st.booleans(),
)


def written(data: Data, manner: Manner) -> str:
    """The text of a file."""
    return manner.end.join([*_lines(data, manner), ""])


def _lines(data: Data, manner: Manner) -> Iterator[str]:
    yield "# What was claimed"
    yield "version: 1"
    if data["sources"]:
        yield "sources:"
    for key, source in data["sources"].items():
        yield f"  {key}:"
        yield from (f"    {name}: {flow(value)}" for name, value in source.items())
    yield ""
    yield "claims:" if data["claims"] else "claims: []"
    for at, claim in enumerate(data["claims"]):
        if manner.spaced and at:
            yield ""
        if manner.commented:
            yield f"{' ' * manner.dash}# about {claim['id']}"
        first, *rest = _claim(claim, manner)
        margin = " " * (manner.dash + manner.fields)
        yield f"{' ' * manner.dash}-".ljust(len(margin)) + first
        yield from (f"{margin}{line}" if line else "" for line in rest)


def _claim(claim: Data, manner: Manner) -> Iterator[str]:
    for name, value in claim.items():
        if name == "updates":
            yield "updates:"
            yield from _updates(value, manner)
        elif isinstance(value, list) and not manner.flow_tags:
            yield f"{name}:"
            yield from (f"  - {flow(each)}" for each in value)
        elif isinstance(value, str) and "\n" in value:
            yield f"{name}: |-"
            yield from (f"  {line}" if line else "" for line in value.split("\n"))
        elif isinstance(value, str) and len(value) > 60:
            yield f"{name}: >-"
            words = value.split()
            yield from ("  " + " ".join(words[at : at + 8]) for at in range(0, len(words), 8))
        else:
            comment = f"  # of {claim['id']}" if manner.commented and name == "due" else ""
            yield f"{name}: {_scalar(value)}{comment}"


def _updates(updates: list[Data], manner: Manner) -> Iterator[str]:
    margin = " " * manner.update_dash
    for update in updates:
        if manner.flow_updates:
            yield f"{margin}- {flow(update)}"
            continue
        first, *rest = (f"{name}: {_scalar(value)}" for name, value in update.items())
        yield f"{margin}- {first}"
        yield from (f"{margin}  {line}" for line in rest)


def _scalar(value: Any) -> str:
    return flow(value)


@st.composite
def files(draw: st.DrawFn) -> Data:
    """The data of a file."""
    ids = draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=4, unique=True))
    return {
        "sources": {key: _source(key) for key in KEYS[: draw(st.integers(0, 2))]},
        "claims": [draw(claims(claim_id)) for claim_id in ids],
    }


def _source(key: str) -> Data:
    return {"title": f"On {key}", "url": f"https://news.example/{key}"}


@st.composite
def claims(draw: st.DrawFn, claim_id: str) -> Data:
    """The fields of a claim."""
    fields: Data = {"id": claim_id, "claim": f"What {claim_id} says."}
    for name in FIELDS[1:]:
        if draw(st.booleans()):
            fields[name] = draw(values(name))
    if draw(st.booleans()):
        fields["tags"] = draw(st.lists(st.sampled_from(TAGS), min_size=1, max_size=3, unique=True))
    days = draw(st.lists(st.sampled_from(DAYS[:4]), max_size=3, unique=True).map(sorted))
    if days:
        fields["updates"] = [{"date": day, "note": f"Looked on {day}."} for day in days]
    return fields


def values(name: str) -> st.SearchStrategy[str]:
    """The values of a field of a claim."""
    return st.sampled_from(DAYS if name == "due" else [text.strip() for text in TEXTS])


@dataclass(frozen=True)
class Edit:
    """What somebody does to a claim, a source or the order: `what` it touches, and how."""

    kind: str
    target: str
    name: str = ""
    value: Any = None

    @property
    def touches(self) -> tuple[str, str]:
        """The entry, and what of it; two edits that touch the same may be in conflict."""
        return self.target, self.name

    def meets(self, other: "Edit") -> bool:
        """Whether both touch one thing."""
        if self.target != other.target:
            return False
        whole = {"add", "remove", "source"}
        if self.kind in whole or other.kind in whole:
            return True
        if self.kind == other.kind == "update":
            return bool(self.value == other.value)
        return self.name == other.name and self.kind != "tag"

    def on(self, data: Data) -> Data:
        """The data after it."""
        new = copy.deepcopy(data)
        listed = new["claims"]
        at = next((n for n, it in enumerate(listed) if it["id"] == self.target), None)
        if self.kind == "add" and at is None:
            listed.insert(min(int(self.name), len(listed)), copy.deepcopy(self.value))
        elif self.kind == "source":
            new["sources"].setdefault(self.target, self.value)
        elif at is not None:
            _change(self, listed, at)
        return new


def _change(edit: Edit, listed: list[Data], at: int) -> None:
    claim = listed[at]
    if edit.kind == "remove":
        del listed[at]
    elif edit.kind == "move":
        listed.insert(min(int(edit.value), len(listed)), listed.pop(at))
    elif edit.kind == "set":
        claim[edit.name] = edit.value
    elif edit.kind == "drop" and edit.name != "claim":
        claim.pop(edit.name, None)
    elif edit.kind == "tag":
        claim["tags"] = [*(tag for tag in claim.get("tags", ()) if tag != edit.value), edit.value]
    elif edit.kind == "update":
        updates = [*claim.pop("updates", ()), edit.value]
        claim["updates"] = sorted(updates, key=lambda it: str(it["date"]))


@st.composite
def edits(draw: st.DrawFn, data: Data, who: str) -> list[Edit]:
    """What one of two people does to a file."""
    return draw(st.lists(_edit(data, who), min_size=1, max_size=4))


def _edit(data: Mapping[str, Any], who: str) -> st.SearchStrategy[Edit]:
    here = st.sampled_from([claim["id"] for claim in data["claims"]])
    new_claim = st.sampled_from(NEW_IDS).flatmap(claims)
    update = st.builds(
        lambda day, text: {"date": day, "note": text},
        st.sampled_from(DAYS),
        st.sampled_from((f"{who} looked.", "Both looked.", "It's: so")),
    )
    name = st.sampled_from(FIELDS)
    return st.one_of(
        st.builds(
            lambda it, at: Edit("add", it["id"], str(at), it), new_claim, st.sampled_from((0, 1, 9))
        ),
        st.builds(lambda it, it2: Edit("update", it, "updates", it2), here, update),
        st.builds(lambda it, it2: Edit("tag", it, "tags", it2), here, st.sampled_from(TAGS)),
        name.flatmap(lambda it: st.builds(lambda i, v: Edit("set", i, it, v), here, values(it))),
        st.builds(lambda i, n: Edit("drop", i, n), here, name),
        st.builds(lambda i: Edit("remove", i), here),
        st.builds(lambda i, to: Edit("move", i, "order", to), here, st.integers(0, 3)),
        st.builds(lambda key: Edit("source", key, "", _source(key)), st.sampled_from(KEYS)),
    )
