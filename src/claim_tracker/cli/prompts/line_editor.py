"""A line that is edited at the terminal, with history and completion, by prompt_toolkit."""

import sys
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, islice

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, has_completions
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments
from prompt_toolkit.output import ColorDepth, create_output
from prompt_toolkit.styles import Style

from claim_tracker.cli.output import layout_for
from claim_tracker.cli.prompts.question import Choice, Question
from claim_tracker.text.display import cut, escape, hidden, one_line, visible

_MAX_OFFERED = 100
_MAX_MEANING_LENGTH = 200
_STYLE = Style.from_dict(
    {
        "bottom-toolbar": "noreverse",
        "remark": "ansibrightblack",
        "wrong": "ansired",
        "placeholder": "ansibrightblack",
    }
)


def edited_line(question: Question) -> str:
    """Return a line as its writer leaves it with Enter.

    Raises KeyboardInterrupt for Ctrl-C, and EOFError for Ctrl-D and a terminal that is gone.
    """
    label = layout_for(errors=True).paragraph(visible(question.label) + question.suffix.rstrip())
    session: PromptSession[str] = PromptSession(
        [("bold", "\n".join(label) + " ")],
        input=create_input(sys.stdin),
        output=create_output(sys.stderr),
        color_depth=None if layout_for(errors=True).color else ColorDepth.MONOCHROME,
        style=_STYLE,
        history=InMemoryHistory(_history_of(question)),
        completer=_Choices(question) if question.choices else None,
        bottom_toolbar=lambda: _toolbar(question),
        placeholder=[("class:placeholder", one_line(question.proposal or ""))],
        key_bindings=_keys(question),
        reserve_space_for_menu=min(len(question.choices) + 1, 8),
        enable_suspend=True,
        input_processors=[_Visible()],
        search_ignore_case=True,
    )
    has_meanings = any(choice.meaning for choice in question.choices)
    begun = question.refused or question.previous or ""
    is_menu = question.is_closed and has_meanings and not begun
    start = _list_choices if is_menu else None
    return session.prompt(default=begun, pre_run=start)


class _Visible(Processor):
    """What nobody sees in a text, as its escape."""

    def apply_transformation(self, line: TransformationInput) -> Transformation:
        """Return the fragments of a line, and where its characters are in them."""
        letters = explode_text_fragments(line.fragments)
        unseen = frozenset(hidden("".join(text for _, text, *_ in letters)))
        if not unseen:
            return Transformation(line.fragments)
        shown: StyleAndTextTuples = [
            (style, escape(text)) if at in unseen else (style, text)
            for at, (style, text, *_) in enumerate(letters)
        ]
        starts = [*accumulate((len(text) for _, text, *_ in shown), initial=0)]
        return Transformation(
            shown,
            source_to_display=lambda at: starts[min(at, len(letters))],
            display_to_source=lambda at: max(bisect_right(starts, at) - 1, 0),
        )


class _Choices(Completer):
    """The choices of a question that have what is typed, of several answers the last."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._numbers = {choice.value: number for number, choice in question.menu}

    def get_completions(self, document: Document, _: CompleteEvent) -> Iterator[Completion]:
        """Yield the choices for what stands before the cursor."""
        typed = document.text_before_cursor
        start, part = self._question.begun_part(typed)
        for choice in islice(self._question.completions(part), _MAX_OFFERED):
            yield Completion(
                self._question.as_answer(choice),
                start_position=start - len(typed),
                display=self._shown(choice),
                display_meta=cut(one_line(choice.meaning), _MAX_MEANING_LENGTH),
            )

    def _shown(self, choice: Choice) -> str:
        """Return a choice as it is listed: of a menu with its number."""
        number = self._numbers.get(choice.value)
        return f"{number} {one_line(choice.value)}" if number else one_line(choice.value)


def _history_of(question: Question) -> list[str]:
    """Return the known values as history; the key Up brings the last of them, the first choice."""
    return [] if question.is_closed else [*map(question.as_answer, reversed(question.choices))]


def _toolbar(question: Question) -> StyleAndTextTuples:
    remark = question.remark(get_app().current_buffer.text)
    lines = layout_for(errors=True).paragraph(one_line(remark.text))
    return [("class:wrong" if remark.is_wrong else "class:remark", "\n".join(lines))]


def _list_choices() -> None:
    get_app().current_buffer.start_completion(select_first=False)


def _keys(question: Question) -> KeyBindings:
    """Return the bindings of keys, beside those of readline."""
    keys = KeyBindings()
    is_empty = Condition(lambda: not get_app().current_buffer.text)
    proposal = question.proposal or ""
    is_proposed = is_empty & Condition(lambda: bool(proposal))

    @keys.add("right", filter=is_proposed)
    @keys.add("end", filter=is_proposed)
    def _edit_proposal(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(proposal)

    @keys.add("enter", filter=is_proposed)
    def _take_proposal(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(proposal)
        event.current_buffer.validate_and_handle()

    @keys.add("down", filter=is_empty & ~has_completions)
    def _list(event: KeyPressEvent) -> None:
        event.current_buffer.start_completion(select_first=True)

    @keys.add("escape", filter=has_completions)
    def _close_list(event: KeyPressEvent) -> None:
        event.current_buffer.cancel_completion()

    @keys.add("escape", "enter", filter=Condition(lambda: question.paragraphs))
    def _new_line(event: KeyPressEvent) -> None:
        event.current_buffer.newline()

    @keys.add(Keys.Vt100MouseEvent)
    def _no_mouse(_: KeyPressEvent) -> None:
        """Ignore what looks like an event of the mouse, such as a pasted colour."""

    @keys.add(Keys.BracketedPaste)
    def _paste(event: KeyPressEvent) -> None:
        lines = event.data.replace("\r\n", "\n").replace("\r", "\n")
        event.current_buffer.insert_text(lines if question.paragraphs else " ".join(lines.split()))

    return keys
