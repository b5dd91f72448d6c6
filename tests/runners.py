"""What CI services look for in what a program prints, by their own rules."""

import re
from collections.abc import Iterator

from hypothesis import strategies as st

_STYLING = re.compile("\x1b\\[[0-9;]*[mK]|\x1b\\]8;.*?(?:\x1b\\\\|\x07)")
_PIECES = (
    *("::error::", "::stop-commands::t", "::add-mask::e", "::set-output name=x::y", "::", ":"),
    *("##[error]", "##[group]g", "##vso[task.complete result=Failed;]", "##VSO[a.b]c", "##", "["),
    *("##teamcity[buildStop 'x']", "#", "]", "-"),
    *(" ", " ", " ", "words", "a", "漢", ";", ",", "=", "|", "\xa0", "\u3000"),
)
commanding = (
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map("".join).filter(str.strip)
)
"""Texts in which services may find commands."""


def obeyed(output: str) -> list[str]:
    """The lines in which some CI service would find a command, in whatever name."""
    lines = re.split(r"\r\n|\r|\n", output)
    return [line for line in lines if any(_found(line))]


def _found(line: str) -> Iterator[bool]:
    for text in (line, _STYLING.sub("", line)):
        # actions/runner, ActionCommand.TryParseV2 and TryParse
        trimmed = text.lstrip()
        yield trimmed.startswith("::") and trimmed.find("::", 2) >= 0
        yield "##[" in text and text.find("]", text.find("##[")) >= 0
        # azure-pipelines-agent, Command.TryParse; service messages of TeamCity
        yield "##vso[" in text.lower()
        yield "##teamcity[" in text.lower()
