"""Parts of another version of a file, written as this one is: its indentation and line ends."""

import re
from functools import cached_property, lru_cache

from claim_tracker.edit.edits import lines_of
from claim_tracker.edit.yaml_writer import flow
from claim_tracker.merge.members import Block, Member, inner_of
from claim_tracker.yaml.lines import LINE_END, indent_of

_CHILD = r":[ \t]*(?:#.*)?(?:\r\n|\r|\n)(?:[ \t]*(?:#.*)?(?:\r\n|\r|\n))*(?P<child>[ ]*)"


class Style:
    """How a text is written."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._steps = lru_cache(maxsize=None)(self._found_steps)

    @cached_property
    def line_end(self) -> str:
        """Return the first line end of the text."""
        found = LINE_END.search(self._text)
        return found[0] if found is not None else "\n"

    def lead(self, text: str, column: int) -> str:
        """Return comments and empty lines as they stand above a member at a column."""
        lines = (line.strip() for line in lines_of(text))
        return "".join(f"{' ' * column if line else ''}{line}{self.line_end}" for line in lines)

    def body(self, member: Member, column: int, holder: str = "") -> str:
        """Return the body of a member as lines at a column; `holder` is the name of its list."""
        if member.in_flow:
            return self._line(member, column)
        inner = inner_of(member)
        if not isinstance(inner, Block):
            return self._shifted(member.body, column - member.column)
        head, inside = self.opened(member, inner, column, holder)
        name = member.name if member.name is not None else holder
        members = (
            self.lead(member.lead, inside) + self.body(member, inside, name)
            for member in inner.members
        )
        return join_lines(head, "".join(members)) + self.lead(inner.tail, inside)

    def opened(
        self, member: Member, inner: Block, column: int, holder: str = ""
    ) -> tuple[str, int]:
        """Return the head of a member in block style at a column, and the column of its members."""
        steps = self._steps(member.name if member.name is not None else holder)
        indent = inner.members[0].column - member.column
        head = self._shifted(inner.head, column - member.column)
        if member.name is not None:
            return head, column + (indent if steps is None else steps[0])
        step = indent if steps is None or not steps[1] else steps[1]
        if not ends_line(head):
            head = f"{' ' * column}-".ljust(column + step)
        return head, column + step

    def whole(self, member: Member, column: int, holder: str = "") -> str:
        """Return a member with its lead as lines at a column."""
        return self.lead(member.lead, column) + self.body(member, column, holder)

    def _line(self, member: Member, column: int) -> str:
        """Return a member of a flow as a line of its own."""
        text = member.body
        if LINE_END.search(text) or "#" in text:
            text = flow(member.value)
            text = text if member.name is None else f"{flow(member.name)}: {text}"
        return f"{' ' * column}{'- ' if member.name is None else ''}{text}{self.line_end}"

    def _shifted(self, text: str, by: int) -> str:
        """Return lines indented by so many columns more, or fewer."""
        return "".join(self._moved(line, by) for line in lines_of(text))

    def _moved(self, line: str, by: int) -> str:
        content = line.rstrip("\r\n")
        end = self.line_end if len(content) < len(line) else ""
        if not content.strip():
            return content + end
        return (" " * by + content if by > 0 else content[min(-by, indent_of(content)) :]) + end

    def _found_steps(self, name: str) -> tuple[int, int] | None:
        """Return how far the members of a field are indented below it, and theirs behind a dash."""
        key = rf"(?m)^(?P<lead>[ ]*(?:-[ ]+)?){re.escape(name)}"
        found = re.search(rf"{key}{_CHILD}(?P<dash>-(?P<gap>[ ]+))?[^\s#]", self._text)
        if found is None or not name:
            return None
        gap = len(found["gap"]) + 1 if found["dash"] else 0
        return len(found["child"]) - len(found["lead"]), gap


def ends_line(text: str) -> bool:
    """Whether a text ends with the end of a line."""
    return text.endswith(("\n", "\r"))


def join_lines(head: str, rest: str) -> str:
    """Return lines behind a head, whose line the first of them may go on."""
    return head + (rest if not head or ends_line(head) else rest.lstrip(" "))
