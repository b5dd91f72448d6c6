"""The merge of the texts of three versions: ours, with what theirs has changed."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from claim_tracker.edit.edits import lines_of
from claim_tracker.edit.yaml_writer import flow
from claim_tracker.merge.data import SIDES, Side, align_members, has_joint_members, resolve_kind
from claim_tracker.merge.kinds import ABSENT, FILE, MergeKind
from claim_tracker.merge.members import (
    Block,
    Flow,
    Member,
    UnknownStyleError,
    comments,
    inner_of,
    same_text,
    stripped,
)
from claim_tracker.merge.order import in_merged_order, with_counts
from claim_tracker.merge.pieces import Conflict, MergePiece, assemble, within
from claim_tracker.merge.style import Style
from claim_tracker.yaml.lines import indent_of


def woven(base: Member | None, ours: Member, theirs: Member, style: Style) -> list[MergePiece]:
    """Return the merge of three versions of a file, in the style of ours.

    Raises UnknownStyleError where a version is not written in lines of fields and items.
    """
    return _Weaver(style).body(_Versions(FILE, base, ours, theirs))


_MemberVersions = tuple[Member | None, Member | None, Member | None]
"""A field or an item in the three versions; None where one does not have it."""


class _Versions(NamedTuple):
    """Three versions of something that both sides have, and how they are merged."""

    kind: MergeKind
    base: Member | None
    ours: Member
    theirs: Member

    @property
    def values(self) -> tuple[Any, Any, Any]:
        """Return the value of each."""
        return _value(self.base), self.ours.value, self.theirs.value

    @property
    def is_joined(self) -> bool:
        """Whether they are merged by their fields or items."""
        return has_joint_members(self.kind, *self.values)

    @property
    def is_as_in_base(self) -> bool:
        """Whether ours is written as the base."""
        return self.base is not None and same_text(self.base, self.ours)

    def with_resolved_kind(self) -> "_Versions":
        """Return them as versions of an item where that stands for a list in each."""
        return self._replace(kind=resolve_kind(self.kind, *self.values))

    def members(self) -> Iterator[tuple[MergeKind, _MemberVersions]]:
        """Yield the versions of each field or item, in the order of the result, and its kind."""
        members = [_members(self.kind, member) for member in self[1:]]
        for name, old, own, other in align_members(self.kind, self.values, members, None):
            yield self.kind.of(name), (old, own, other)


class _Weaver:
    """Merges texts member by member; what both sides have written anew is a conflict.

    What only theirs has is written in a `style`: that of ours.
    """

    def __init__(self, style: Style) -> None:
        self._style = style

    def _merged(
        self, kind: MergeKind, member: _MemberVersions, column: int, holder: str
    ) -> list[MergePiece]:
        """Return the merge of three versions of a field or an item, in lines at a column."""
        base, ours, theirs = member
        if ours is not None and theirs is not None:
            was = base.lead if base is not None else ""
            lead = self._lines(was, ours.lead, theirs.lead, ours.column)
            return [lead, *self.body(_Versions(kind, base, ours, theirs))]
        one = ours or theirs
        if one is None:
            return []
        if base is not None and base.value == one.value:
            return [self._style.lead(_new_comments(base, one), column)]
        text = one.lead + one.body if one is ours else self._style.whole(one, column, holder)
        if base is None:
            return [text]
        was = self._style.whole(base, column, holder)
        return [Conflict(was, text, "") if one is ours else Conflict(was, "", text)]

    def body(self, versions: _Versions) -> list[MergePiece]:
        """Return the merge of the bodies of three versions of something."""
        _, base, ours, theirs = versions
        if same_text(ours, theirs) or (base is not None and same_text(base, theirs)):
            return [ours.body]
        versions = versions.with_resolved_kind()
        if versions.is_joined:
            try:
                return self._joined(versions)
            except UnknownStyleError:
                if ours.name is None and not ours.column and not ours.in_flow:
                    raise
        if versions.is_as_in_base:
            return [self._style.body(theirs, ours.column)]
        return self._whole(versions)

    def _joined(self, versions: _Versions) -> list[MergePiece]:
        inner = versions.ours.inner
        if isinstance(inner, Block):
            return self._block(versions, inner)
        if versions.is_as_in_base:
            return [self._style.body(versions.theirs, versions.ours.column)]
        others = versions.theirs.inner
        is_empty = not _members(versions.kind, versions.ours)
        if isinstance(others, Block) and is_empty and not comments(versions.ours.body):
            head, column = self._style.opened(versions.theirs, others, versions.ours.column)
            return assemble(head, self._merged_members(versions, column), "")
        return self._flow(versions, inner)

    def _block(self, versions: _Versions, inner: Block) -> list[MergePiece]:
        column = inner.members[0].column
        pieces = self._merged_members(versions, column)
        base, theirs = inner_of(versions.base), inner_of(versions.theirs)
        if not any(pieces) and not isinstance(theirs, Block):
            return [self._style.body(versions.theirs, versions.ours.column)]
        head = self._head(inner, base, theirs)
        old_tail, tail = (each.tail if isinstance(each, Block) else "" for each in (base, theirs))
        return assemble(head, pieces, self._lines(old_tail, inner.tail, tail, column))

    def _merged_members(self, versions: _Versions, column: int) -> list[MergePiece]:
        """Return the merge of the members of a value in block style, each in lines at a column."""
        pieces: list[MergePiece] = []
        for kind, member in versions.members():
            found = self._merged(kind, member, column, versions.ours.name or "")
            base, ours, theirs = member
            pieces += within(found, _name(ours or theirs or base))
        return pieces

    def _head(self, ours: Block, base: Block | Flow | None, theirs: Block | Flow | None) -> str:
        """Return the text before the members: a comment there may be another one in theirs."""
        if not isinstance(theirs, Block):
            return ours.head
        one, other = stripped(ours.head), stripped(theirs.head)
        was = stripped(base.head) if isinstance(base, Block) else []
        if other in (was, one):
            return ours.head
        indent = " " * indent_of(ours.head)
        if one == was and len(one) == len(other):
            return "".join(f"{indent}{line}{self._style.line_end}" for line in other)
        known = comments("\n".join((*one, *was)))
        lost = (each for each in comments(theirs.head) if each not in known)
        lead = "".join(f"{each}\n" for each in lost)
        return self._style.lead(lead, len(indent)) + ours.head

    def _flow(self, versions: _Versions, inner: Flow) -> list[MergePiece]:
        """Return the merge of a value that ours has in brackets, or as one item of a list."""
        old, new = inner_of(versions.base), inner_of(versions.theirs)
        was, other = (each.tail if isinstance(each, Flow) else inner.tail for each in (old, new))
        tail = self._tail(was, inner.tail, other)
        first, second = (f"{inner.head}{self._in_flow(versions, side)}{tail}" for side in SIDES)
        if first == second:
            return [self._rescued(versions, first), first]
        return [Conflict(self._base(versions), first, second)]

    def _tail(self, base: str, ours: str, theirs: str) -> str:
        """Return the text behind a value; what both have changed is as ours has it."""
        if ours.strip() != base.strip() or theirs.strip() == base.strip():
            return ours
        return self._ended(theirs)

    def _ended(self, tail: str) -> str:
        """Return the text behind a value of theirs."""
        return tail.rstrip("\r\n") + self._style.line_end

    def _rescued(self, versions: _Versions, text: str) -> str:
        """Return, as lines, the comments that the text of a merge would lose."""
        was = comments(versions.base.body) if versions.base is not None else []
        own, other, kept = (
            comments(body) for body in (versions.ours.body, versions.theirs.body, text)
        )
        lost = (
            each
            for each in dict.fromkeys((*own, *other))
            if each not in kept and (each not in was or (each in own and each in other))
        )
        return self._style.lead("".join(f"{each}\n" for each in lost), versions.ours.column)

    def _in_flow(self, versions: _Versions, side: Side) -> str:
        """Return the text of a value in flow style; in a conflict as one side has it."""
        versions = versions.with_resolved_kind()
        if not versions.is_joined:
            return _flow_text(versions.ours if side == "ours" else versions.theirs)
        texts = (self._merged_in_flow(kind, member, side) for kind, member in versions.members())
        written = [text for text in texts if text is not None]
        return _bracketed(versions.ours.inner, written, is_mapping=versions.kind.form == "mapping")

    def _merged_in_flow(self, kind: MergeKind, member: _MemberVersions, side: Side) -> str | None:
        """Return the text of a field or an item in brackets; None where it is not there."""
        base, ours, theirs = member
        if ours is None or theirs is None:
            one = ours or theirs
            is_gone = base is not None and (
                one is None or base.value == one.value or (one is ours) != (side == "ours")
            )
            return _member_in_flow(one) if one is not None and not is_gone else None
        if theirs.value in (ours.value, _value(base)):
            return _member_in_flow(ours)
        if ours.value == _value(base):
            return _member_in_flow(theirs)
        inner = ours.inner
        head = inner.head if ours.in_flow and isinstance(inner, Flow) else _key(ours)
        return head + self._in_flow(_Versions(kind, base, ours, theirs), side)

    def _whole(self, versions: _Versions) -> list[MergePiece]:
        """Return the merge of a value that both sides have written anew."""
        was, value, their_value = versions.values
        their_body = self._style.body(versions.theirs, versions.ours.column)
        is_ours = their_value in (value, was)
        if not is_ours and value != was:
            return [Conflict(self._base(versions), versions.ours.body, their_body)]
        text = versions.ours.body if is_ours else their_body
        old, own, other = map(inner_of, versions[1:])
        if isinstance(own, Flow) and isinstance(other, Flow):
            tail = old.tail.strip() if isinstance(old, Flow) else ""
            if is_ours and own.tail.strip() == tail:
                text = f"{own.head}{own.text}{self._ended(other.tail)}"
            elif not (is_ours or _is_spread(other)) and other.tail.strip() == tail:
                text = f"{own.head}{other.text}{own.tail}"
        return [self._rescued(versions, text), text]

    def _base(self, versions: _Versions) -> str:
        return (
            self._style.body(versions.base, versions.ours.column)
            if versions.base is not None
            else ""
        )

    def _lines(self, base: str, ours: str, theirs: str, column: int) -> str:
        """Return the merge of comments and empty lines: what a side adds or removes is so."""
        if theirs in (base, ours):  # as nearly always
            return ours
        was, own, other = (with_counts(stripped(text)) for text in (base, ours, theirs))
        if other in (was, own):
            return ours
        kept = set(own) & set(other) | (set(own) | set(other)) - set(was)
        texts = dict(zip(own, lines_of(ours), strict=True))
        found = (name for name in in_merged_order(was, own, other) if name in kept)
        return "".join(
            texts[name] if name in texts else self._style.lead(f"{name[0]}\n", column)
            for name in found
        )


def _value(member: Member | None) -> Any:
    return member.value if member is not None else ABSENT


def _new_comments(base: Member, one: Member) -> str:
    """Return, as lines, the comments of something that the base does not have."""
    was = {*comments(base.body), *stripped(base.lead)}
    own = [*(line for line in stripped(one.lead) if line), *comments(one.body)]
    return "".join(f"{text}\n" for text in own if text not in was)


def _members(kind: MergeKind, member: Member | None) -> Sequence[Member]:
    """Return the members of a value, or what stands for a list of it alone."""
    if member is None or member.value is None or member.value in ([], {}):
        return ()
    if kind.may_be_single and not isinstance(member.value, list):
        inner = member.inner
        text = (
            inner.text if isinstance(inner, Flow) and not _is_spread(inner) else flow(member.value)
        )
        return (Member(None, member.value, "", text, 0, in_flow=True),)
    return member.members


def _is_spread(inner: Flow) -> bool:
    """Whether a value is in a style that brackets do not have."""
    return inner.text.startswith(("|", ">")) or bool({*"#\n"}.intersection(inner.text))


def _name(member: Member | None) -> str:
    if member is None:
        return ""
    if member.name is not None:
        return member.name
    if isinstance(member.value, dict):
        return str(member.value.get("id") or member.value.get("date") or "")
    return ""


def _key(member: Member) -> str:
    return f"{flow(member.name)}: " if member.name is not None else ""


def _member_in_flow(member: Member) -> str:
    """Return a member as it is written in brackets."""
    return member.body if member.in_flow else _key(member) + flow(member.value)


def _flow_text(member: Member) -> str:
    """Return the value of a member as it is written in brackets."""
    inner = member.inner if member.in_flow else None
    return inner.text if isinstance(inner, Flow) else flow(member.value)


def _bracketed(inner: Block | Flow, texts: Sequence[str], *, is_mapping: bool) -> str:
    """Return members in brackets, as far apart as those of a value are."""
    opened, closed = "{}" if is_mapping else "[]"
    gaps = inner.gaps if isinstance(inner, Flow) else ()
    if any(gap.replace(",", "").strip() for gap in gaps):
        gaps = ()  # there are comments between, which are put above
    separator = gaps[1] if len(gaps) > 2 else ", "
    first, last = (gaps[0], gaps[-1]) if len(gaps) > 1 else ("", "")
    return f"{opened}{first}{separator.join(texts)}{last}{closed}"
