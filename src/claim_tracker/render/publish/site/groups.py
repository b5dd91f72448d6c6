"""The claims of each topic, speaker and organisation, with where their pages stand."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from claim_tracker.claims.filters import NAMES
from claim_tracker.claims.state import ClaimState
from claim_tracker.render.phrases import WITHOUT_TOPIC
from claim_tracker.render.publish.site.paths import slugs
from claim_tracker.render.wording import Wording, message
from claim_tracker.text.names import common_spellings

Grouping = Literal["topic", "speaker", "organisation"]
GROUPED_BY: tuple[Grouping, ...] = get_args(Grouping)
FOLDERS: Mapping[Grouping, str] = {
    "topic": "topics",
    "speaker": "speakers",
    "organisation": "organisations",
}
"""What the claims are grouped by, and the folder with the pages of each."""
_TITLES: Mapping[Grouping, str] = {
    "topic": message("title", "Topics"),
    "speaker": message("title", "Speakers"),
    "organisation": message("title", "Organisations"),
}


class Group(NamedTuple):
    """Claims that have a name in common, in its most frequent spelling, or that have none."""

    name: str
    is_named: bool
    path: str
    states: Sequence[ClaimState]


class Groups(NamedTuple):
    """All groups of one kind, which are called `words`, and the group of each claim by its id.

    They are `named` as in the files; None stands for claims without a topic.
    """

    by: Grouping
    words: str
    named: Mapping[str | None, Group]
    of_claim: Mapping[str, Group]

    @property
    def path(self) -> str:
        """Return where the page that lists the groups stands."""
        return f"{FOLDERS[self.by]}.html"


def groups_by(
    by: Grouping, states: Iterable[ClaimState], listed: Iterable[ClaimState], wording: Wording
) -> Groups:
    """Return the groups of claims, each in the order of `listed`.

    The addresses are given in the order of `states`, that of the files: what is added there takes
    no address from what was there. They are the same in every wording. Claims without a topic are
    a group where others have one.
    """
    own = {state.claim.id: next(iter(NAMES[by](state.entry)), None) for state in states}
    common = common_spellings(name for name in own.values() if name is not None)
    names = {claim_id: common[name] if name is not None else None for claim_id, name in own.items()}
    has_nameless = by == "topic" and bool(common)
    members: dict[str | None, list[ClaimState]] = {
        name: [] for name in names.values() if name is not None or has_nameless
    }
    for state in listed:
        if names[state.claim.id] in members:
            members[names[state.claim.id]].append(state)
    paths = slugs((WITHOUT_TOPIC if name is None else name for name in members), by)
    named = {
        name: Group(
            name if name is not None else wording.pgettext("row", WITHOUT_TOPIC),
            name is not None,
            f"{FOLDERS[by]}/{path}.html",
            found,
        )
        for (name, found), path in zip(members.items(), paths, strict=True)
    }
    of_claim = {claim_id: named[name] for claim_id, name in names.items() if name in named}
    return Groups(by, wording.pgettext("title", _TITLES[by]), named, of_claim)
