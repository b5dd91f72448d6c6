"""`tracker add` and `record` at a terminal, key by key."""

import asyncio
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import StringIO
from pathlib import Path
from shlex import quote

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from tests.cli.keys import (
    CTRL_A,
    CTRL_C,
    CTRL_D,
    CTRL_R,
    CTRL_U,
    CTRL_W,
    DOWN,
    END,
    ENTER,
    HOME,
    LEFT,
    NEW_LINE,
    RIGHT,
    TAB,
    UP,
    pasted,
)
from tests.conftest import NOW, CommandLine, Ran
from tests.processes import tracker_at_a_terminal
from tests.samples import another, assert_valid, claim, claims_file

pytestmark = pytest.mark.slow

NAME = "data/claims.yaml"
HEAD = """\
sources:
  iswnews-1: {title: The base stays, url: https://example.org/report, published: 2025-08-18}
places: {erbil: {name: Erbil}}
"""
INLINE = "{url: https://harbour.example/x, publisher: Harbour Post, published: 2025-08-19}"
ABOUT = {"topic": "Bases", "places": "[erbil]", "tags": "[men]"}
CLAIMS = claims_file(
    claim({"source": "iswnews-1", "role": "minister", "due": "2025-09", **ABOUT}),
    another({"source": INLINE, "stated": "2025-08-19", "topic": "Soldiers"}),
    head=HEAD,
)
Typed = Callable[..., Ran]
IDLE = 50
"""After so many turns of the event loop without anything drawn, nothing is left to be drawn."""


class Screen(Vt100_Output):
    """A terminal that keeps what is shown; a key is pressed when nothing is left to be drawn."""

    def __init__(self, pipe: PipeInput) -> None:
        self.shown = StringIO()
        self.keys: Iterator[str] = iter(())
        self.pipe = pipe
        self.turns = 0
        self.waiting_in: asyncio.AbstractEventLoop | None = None
        super().__init__(self.shown, lambda: Size(24, 80), enable_cpr=False)

    def get_rows_below_cursor_position(self) -> int:
        return 20

    def flush(self) -> None:
        super().flush()
        with suppress(RuntimeError):  # what is flushed between two questions
            loop = asyncio.get_running_loop()
            if loop is not self.waiting_in:
                self.waiting_in = loop
                loop.call_soon(self._wait, loop)
            self.turns = IDLE

    def _wait(self, loop: asyncio.AbstractEventLoop) -> None:
        self.turns -= 1
        if self.turns:
            loop.call_soon(self._wait, loop)
        else:
            self.waiting_in = None
            self.pipe.send_text(next(self.keys, CTRL_C))


@pytest.fixture
def typed(tracker: CommandLine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Typed]:
    """Runs `tracker` for somebody who presses these keys, and then Ctrl-C."""
    tracker.file(NAME, CLAIMS)
    with create_pipe_input() as pipe:
        screen = Screen(pipe)
        monkeypatch.setattr("claim_tracker.cli.prompts.prompt.has_line_editor", lambda: True)
        monkeypatch.setattr("claim_tracker.cli.prompts.line_editor.create_input", lambda _: pipe)
        monkeypatch.setattr("claim_tracker.cli.prompts.line_editor.create_output", lambda _: screen)

        def run(*arguments: str, keys: tuple[str, ...]) -> Ran:
            tracker.answers()
            screen.keys = iter(keys)
            ran = tracker(*arguments)
            return Ran(ran.status, ran.out, ran.err + screen.shown.getvalue())

        yield run


def content() -> str:
    return Path(NAME).read_bytes().decode()


def added() -> str:
    """What was put behind the claims, in a valid file."""
    assert_valid(content(), today=NOW.date())
    return content().removeprefix(CLAIMS)


REST = (ENTER, "iswnews-1", ENTER, *[ENTER] * 8)
"""From the organisation on: the source, nothing else, the id, and yes."""


@pytest.mark.parametrize(
    "kind",
    [
        (DOWN, DOWN, ENTER),
        ("2", ENTER),
        ("p", ENTER),
        ("Pred", TAB, ENTER),
        ("forecast", ENTER, ENTER),
        ("x", ENTER, CTRL_U, "prediction", ENTER),
        ("predixion", ENTER, "y", ENTER),
    ],
    ids=["arrows", "number", "letter", "tab", "synonym", "again", "slip"],
)
def test_a_word_is_chosen(typed: Typed, kind: tuple[str, ...]) -> None:
    ran = typed("add", keys=("It ends.", ENTER, *kind, "A. Minister", ENTER, ENTER, *REST))
    assert "Written to" in ran.err
    assert "kind: prediction\n    speaker: A. Minister\n    role: minister\n" in added()


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (("It ens.", LEFT, LEFT, "d"), "It ends."),
        (("t ends.", HOME, "I", END, "!"), "It ends.!"),
        (("It never ends.", *[LEFT] * 6, CTRL_W, END), "It ends."),
        (("It begins.", CTRL_U, "It ends."), "It ends."),
        (("t ends.", CTRL_A, "I"), "It ends."),
        ((pasted("It\nends  \r\n soon."),), "It ends soon."),
        (("راه باز است", LEFT, LEFT), "راه باز است"),
        (("ปิดถนน", LEFT, RIGHT), "ปิดถนน"),
        (("long " * 60 + "end",), "long " * 60 + "end"),
    ],
)
def test_a_text_is_edited(typed: Typed, keys: tuple[str, ...], text: str) -> None:
    ran = typed("add", keys=(*keys, ENTER))
    assert f"--claim {quote(text.strip())}\n" in ran.err


@pytest.mark.parametrize(
    ("keys", "speaker"),
    [
        ((UP, ENTER), "A. Minister"),
        (("A.", TAB, ENTER), "A. Minister"),
        ((DOWN, ENTER), "A. Minister"),
        ((CTRL_R, "min", ENTER, ENTER), "A. Minister"),
        (("Somebody", ENTER), "Somebody"),
    ],
)
def test_a_name_is_completed_or_recalled(typed: Typed, keys: tuple[str, ...], speaker: str) -> None:
    ran = typed("add", "--claim", "It ends.", "--kind", "fact", keys=keys)
    assert f"--speaker {quote(speaker)}\n" in ran.err


@pytest.mark.parametrize(
    ("keys", "role"),
    [
        ((ENTER,), "    role: minister\n"),
        ((RIGHT, " of defence", ENTER), "    role: minister of defence\n"),
        ((RIGHT, " of defence", ENTER, "n", ENTER), "    role: minister of defence\n"),
        (("-", ENTER), ""),
    ],
)
def test_a_proposal_is_taken_edited_or_left_out(
    typed: Typed, keys: tuple[str, ...], role: str
) -> None:
    more = ("n", ENTER) if keys == (RIGHT, " of defence", ENTER) else ()
    start = ("It ends.", ENTER, "f", ENTER, "A. Minister", ENTER)
    typed("add", keys=(*start, *keys, *more, *REST) if len(keys) < 4 else (*start, *keys, *REST))
    assert f"speaker: A. Minister\n{role}    source:" in added()


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_who_leaves_gets_the_answers_as_a_command(typed: Typed, key: str) -> None:
    ran = typed("add", keys=("It's so.", ENTER, "f", ENTER, "A. Minister", ENTER, key))
    assert ran.status == 130
    assert (
        f"""Your answers, to go on with: tracker add --to {NAME} --claim 'It'"'"'s so.' """
        "--kind fact --speaker 'A. Minister'\n"
    ) in ran.err
    assert content() == CLAIMS


def test_the_day_of_a_date_and_its_fault_are_shown(typed: Typed) -> None:
    keys = ("It ends.", ENTER, "c", ENTER, "A. Minister", ENTER, ENTER, ENTER)
    ran = typed("add", keys=(*keys, "iswnews-1", ENTER, ENTER, "late", ENTER, " 2026", ENTER))
    assert "Error: `late` has no year" in ran.err
    assert "`late` has no year; write the year too" in ran.err
    assert "Enter leaves it out" in ran.err
    assert ran.err.count("late 2026 → 31 Dec 2026") > 1
    assert "--due 'late 2026'" in ran.err


def test_an_answer_is_gone_back_to_and_the_others_stay(typed: Typed) -> None:
    keys = ("kept", ENTER, "Seen.", NEW_LINE, "- twice", ENTER, "iswnews-1", ENTER)
    change = ("e", ENTER, "happ", ENTER, CTRL_U, "17 Aug 2025", ENTER)
    more = ("e", ENTER, "rating", ENTER, "Mostly kept", ENTER)
    ran = typed("record", "base-closes", keys=(*keys, ENTER, ENTER, *change, *more, ENTER))
    assert "Written to" in ran.err
    assert """\
      - date: 2025-08-18
        outcome: kept
        rating: Mostly kept
        happened: 2025-08-17
        note: |-
          Seen.
          - twice
        source: iswnews-1
""" in content()


def test_who_changes_no_answer_after_all_is_asked_again(typed: Typed) -> None:
    ran = typed("record", "base-closes", "--note", "So.", keys=("e", ENTER, ENTER, ENTER))
    assert "Written to" in ran.err
    assert "note: So.\n" in content()


def test_what_does_not_fit_is_corrected(typed: Typed) -> None:
    keys = ("kept", ENTER, ENTER, "iswnews-1", ENTER, "2026-10", ENTER, ENTER)
    change = (ENTER, "happ", ENTER, CTRL_U, "2025-08-18", ENTER)
    ran = typed("record", "base-closes", keys=(*keys, *change, ENTER))
    assert "`happened` is `2026-10`, after its update" in ran.err
    assert "happened: 2025-08-18\n" in content()


def test_a_cleared_answer_is_left_out(typed: Typed) -> None:
    keys = ("kept", ENTER, "Seen.", ENTER, "iswnews-1", ENTER, ENTER, ENTER)
    typed("record", "base-closes", keys=(*keys, "e", ENTER, "note", ENTER, CTRL_U, ENTER, ENTER))
    assert "outcome: kept\n" in content()
    assert "note:" not in content()


def test_no_writes_nothing_and_shows_the_command(typed: Typed) -> None:
    ran = typed(
        "record",
        "base-closes",
        "--note",
        "So.",
        keys=("e", ENTER, "prog", ENTER, "s", ENTER, "no", ENTER),
    )
    assert ran.status == 0
    assert "tracker record base-closes --note So. --progress stalled\n" in ran.err
    assert content() == CLAIMS


def edit_with(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let the editor be a script of the shell, whose last argument is the draft."""
    editor = Path("my-editor")
    editor.write_text(f"#!/bin/sh\n{script}\n")
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", "./my-editor")


def test_the_draft_is_opened_in_the_editor(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = Path("an editor")
    editor.write_text('#!/bin/sh\nsed -i "s/note: So./note: And so./" "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", "'./an editor'")
    typed("record", "base-closes", "--note", "So.", keys=("open", ENTER, ENTER))
    assert "note: And so.\n" in content()


@pytest.mark.parametrize(
    "command",
    [
        ("record", "base-closes", "--note", "So.", "--source", "iswnews-1"),
        ("add", "--claim", "So.", "--kind", "fact", "--speaker", "A", "--source", "iswnews-1"),
    ],
)
def test_a_draft_of_several_fields_comes_back_as_it_was_opened(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    ran = typed(*command, keys=("open", ENTER, ENTER))
    assert (ran.status, "So.\n" in content()) == (0, True)


@pytest.mark.parametrize(
    ("does", "message"),
    [
        ('rm "$1"', "the editor left no draft"),
        (r"""printf 'note: Caf\351\n' > "$1" """, "the draft was not saved in UTF-8"),
    ],
)
def test_a_draft_that_does_not_come_back_costs_no_answer(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, does: str, message: str
) -> None:
    edit_with(monkeypatch, does)
    ran = typed("record", "base-closes", "--note", "So.", keys=("open", ENTER, ENTER))
    assert message in ran.err
    assert "note: So.\n" in content()


def test_a_fault_of_the_draft_is_corrected(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    edit_with(monkeypatch, '[ -e seen ] && echo "note: So." > "$1" || echo "[" > "$1"\ntouch seen')
    ran = typed("record", "base-closes", "--note", "n", keys=("open", ENTER, ENTER, ENTER))
    assert "The draft, line 2:" in ran.err
    assert "note: So.\n" in content()


def test_who_leaves_at_a_detail_keeps_the_source(typed: Typed) -> None:
    source = ("https://new.example/a", ENTER, "Title", ENTER, CTRL_C)
    ran = typed("record", "base-closes", keys=("kept", ENTER, ENTER, *source))
    assert "--outcome kept --source-url https://new.example/a --source-title Title\n" in ran.err
    again = ("https://harbour.example/x", ENTER, CTRL_C)
    ran = typed("record", "base-closes", keys=("kept", ENTER, ENTER, *again))
    assert "--outcome kept --source-url https://harbour.example/x\n" in ran.err


def test_who_leaves_at_a_new_place_keeps_all_places(typed: Typed) -> None:
    start = ("It ends.", ENTER, "f", ENTER, "A. Minister", ENTER, ENTER, ENTER)
    place = ("erbil, Umm Qasr, Basra", ENTER, ENTER, ENTER, ENTER, CTRL_C)
    ran = typed("add", keys=(*start, "iswnews-1", *[ENTER] * 5, *place))
    assert "--place erbil --place umm-qasr --place Basra" in ran.err
    assert "--place-name 'umm-qasr=Umm Qasr'" in ran.err


def test_no_other_text_is_taken_for_yes_or_no(typed: Typed) -> None:
    ran = typed("edit", "base-clos", keys=("Economy", ENTER))
    assert "unknown answer `Economy`; known are yes, no." in ran.err
    assert "Do you mean `no`?" not in ran.err


def test_the_files_are_listed_to_choose_from(typed: Typed, tracker: CommandLine) -> None:
    tracker.file("data/other.yaml", claims_file())
    ran = typed("add", "-f", "data", keys=(DOWN,))
    assert "data/claims.yaml" in ran.err
    assert "data/claims.yaml: 2 claims" in ran.err


def test_a_further_claim_has_the_same_source(typed: Typed) -> None:
    first = ("One.", ENTER, "f", ENTER, "A. Minister", ENTER, ENTER, "Cabinet", ENTER)
    source = (
        "https://new.example/a",
        ENTER,
        "Title",
        ENTER,
        "The News",
        ENTER,
        "2025-09-01",
        ENTER,
    )
    rest = (*[ENTER] * 9, "y", ENTER)
    second = ("Two.", ENTER, "f", ENTER, *[ENTER] * 5, *[ENTER] * 7, ENTER)
    ran = typed("add", keys=(*first, *source, *rest, *second))
    assert "The file has this address already; it gets a key now" in ran.err
    assert added() != CLAIMS
    key = "thenews-2025-09-01"
    assert f"  {key}: {{url: https://new.example/a, title: Title, publisher: The News," in content()
    assert content().count(f"organisation: Cabinet\n    source: {key}\n") == 2


def test_an_inline_address_gets_a_key(typed: Typed) -> None:
    source = ("https://HARBOUR.example/x", ENTER, CTRL_U, ENTER)
    typed("record", "base-closes", keys=("kept", ENTER, ENTER, *source, ENTER, ENTER, ENTER))
    text = content()
    assert "  harbourpost-2025-08-19: " + INLINE + "\n" in text
    assert text.count("source: harbourpost-2025-08-19\n") == 2
    assert_valid(text, today=NOW.date())


def test_an_address_that_is_nearly_known_is_asked_about(typed: Typed) -> None:
    source = ("http://www.example.org/report/#top", ENTER, ENTER)
    typed("record", "base-closes", keys=("kept", ENTER, ENTER, *source, ENTER, ENTER, ENTER))
    assert "source: iswnews-1\n" in content()
    assert "www." not in content()


def test_a_source_without_an_address_is_described(typed: Typed) -> None:
    source = ("Evening news, 20:00", ENTER, ENTER, "Radio", ENTER, "2026-01-02", ENTER)
    typed("record", "base-closes", keys=("kept", ENTER, ENTER, *source, ENTER, ENTER, ENTER))
    written = "{title: 'Evening news, 20:00', publisher: Radio, published: 2026-01-02}"
    assert f"happened: 2026-01-02\n        source: {written}\n" in content()


def test_a_place_is_made_on_the_way(typed: Typed) -> None:
    start = ("It ends.", ENTER, "f", ENTER, "A. Minister", ENTER, ENTER, ENTER)
    place = ("Erbil, Umm Qasr", ENTER, ENTER, ENTER, ENTER, "Basra", ENTER, "IQ", ENTER)
    typed("add", keys=(*start, "iswnews-1", *[ENTER] * 5, *place, ENTER, ENTER, ENTER))
    assert "places: [erbil, umm-qasr]\n" in content()
    place_line = (
        "places: {erbil: {name: Erbil}, umm-qasr: {name: Umm Qasr, region: Basra, country: IQ}}"
    )
    assert place_line in content()
    assert_valid(content(), today=NOW.date())


def test_a_place_that_is_refused_is_left_out(typed: Typed) -> None:
    start = ("It ends.", ENTER, "f", ENTER, "A. Minister", ENTER, ENTER, ENTER)
    place = ("Umm Qasr", ENTER, "n", ENTER)
    typed("add", keys=(*start, "iswnews-1", *[ENTER] * 5, *place, ENTER, ENTER, ENTER))
    assert "places: [" not in added()


@pytest.mark.parametrize("claim", [(ENTER,), ("1", ENTER), ("base", ENTER), (DOWN, ENTER)])
def test_record_offers_the_agenda(typed: Typed, claim: tuple[str, ...]) -> None:
    keys = (*claim, *[ENTER] * 3, "Seen.", ENTER, ENTER, ENTER, ENTER)
    ran = typed("record", keys=keys)
    assert "passed 419 days ago" in ran.err
    assert "Written to data/claims.yaml, line 6: base-closes" in ran.err


def test_a_near_id_is_asked_about(typed: Typed) -> None:
    ran = typed("record", "base-closs", "--note", "So.", keys=(ENTER, ENTER))
    assert "Do you mean `base-closes`?" in ran.err
    assert "note: So.\n" in content()


def test_a_long_question_is_broken_between_words(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    ran = typed("record", "base-closes", keys=("kept", ENTER, ENTER, "some title", ENTER))
    shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", ran.err).split("\n")
    lines = [line.strip() for line in shown]
    assert "it the title of one without" in lines
    assert "an address? [Y/n] yes" in lines


def test_ctrl_c_at_a_real_terminal_leaves_all_as_it_was(tracker: CommandLine) -> None:
    tracker.file(NAME, CLAIMS)
    environ = {"PROMPT_TOOLKIT_NO_CPR": "1"}
    ran = tracker_at_a_terminal("add", answers="It ends.\n", leaving_at="Kind", environ=environ)
    assert ran.status == 130
    assert "tracker add --to data/claims.yaml --claim 'It ends.'" in ran.out
    assert content() == CLAIMS


def test_further_sources_stay_when_the_main_one_is_changed(typed: Typed) -> None:
    sources = ("--source", "https://a.org/1", "--source", "https://b.org/2")
    keys = ("e", ENTER, "source", ENTER, "iswnews-1", ENTER, ENTER)
    typed("record", "base-closes", "--outcome", "kept", *sources, keys=keys)
    assert "source: [iswnews-1, {url: https://b.org/2}]\n" in content()


def test_a_described_source_stays_with_enter(typed: Typed) -> None:
    source = ("--source-url", "https://a.org/1", "--source-title", "T")
    keys = ("e", ENTER, "source", ENTER, ENTER, "e", ENTER, "note", ENTER, "So.", ENTER, "n", ENTER)
    ran = typed("record", "base-closes", "--outcome", "kept", *source, keys=keys)
    assert "--outcome kept --source-url https://a.org/1 --source-title T --note So.\n" in ran.err


@pytest.mark.parametrize(
    "line", ["x: [{a: b}]", "x: y", "quantity: {value: 9, unit: men, approximate: yes}"]
)
def test_what_no_option_gives_is_shown_as_it_is_written(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    edit_with(monkeypatch, f'for f; do :; done; echo "note: So.\n{line}" > "$f"')
    ran = typed("record", "base-closes", "--note", "n", keys=("open", ENTER, "no", ENTER))
    assert "Error: " in ran.err.partition("Correct it?")[0]
    answers = ran.err.split("Your answers, to go on with: \n")[1].splitlines()
    assert {"note: So.", line} <= {*answers}


@pytest.mark.parametrize(("written", "given"), [("true", "about 9 men"), ("false", "9 men")])
def test_a_figure_is_about_right_where_the_answer_says_so(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, written: str, given: str
) -> None:
    figure = f"quantity: {{value: 9, unit: men, approximate: {written}}}"
    edit_with(monkeypatch, f'for f; do :; done; echo "{figure}" > "$f"')
    ran = typed("record", "base-closes", "--note", "n", keys=("open", ENTER, "no", ENTER))
    assert f"tracker record base-closes --quantity '{given}'\n" in ran.err


def test_sources_that_options_would_put_in_another_order_are_shown(typed: Typed) -> None:
    sources = ("--source", "https://a.org/1", "--source", "iswnews-1")
    paper = ("e", ENTER, "source", ENTER, CTRL_U, "A paper", ENTER, "y", ENTER, ENTER, ENTER)
    ran = typed("record", "base-closes", "--outcome", "kept", *sources, keys=(*paper, "no", ENTER))
    assert "\nsource: [{title: A paper}, iswnews-1]\n" in ran.err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "The draft is empty; the answers stay as they were."),
        ("  # none", "The draft is empty; the answers stay as they were."),
        ("- a", "The draft is not a list of fields, each as `name: value`."),
    ],
)
def test_a_draft_without_fields_changes_nothing(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, text: str, message: str
) -> None:
    edit_with(monkeypatch, f'for f; do :; done; echo "{text}" > "$f"')
    keys = ("open", ENTER, *(("n", ENTER) if "not a list" in message else ()), ENTER)
    ran = typed("record", "base-closes", "--note", "So.", keys=keys)
    assert message in ran.err
    assert "note: So.\n" in content()


def test_an_editor_that_is_missing_is_reported(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor")
    ran = typed("record", "base-closes", "--note", "So.", keys=("open", ENTER, ENTER))
    assert "Error: the editor `no-such-editor` cannot be found" in ran.err
    assert "note: So.\n" in content()


def test_sources_and_places_are_in_the_command(typed: Typed) -> None:
    start = ("It ends.", ENTER, "f", ENTER, "A. Minister", ENTER, ENTER, ENTER)
    place = ("Umm Qasr", ENTER, ENTER, ENTER, ENTER, ENTER, "IQ", ENTER, CTRL_C)
    given = ("--source", "iswnews-1", "--source", "https://a.org/1", "--source-title", "T")
    ran = typed("add", *given, keys=(*start, *[ENTER] * 4, *place))
    assert "--source iswnews-1 --source https://a.org/1 --source-url https://a.org/1" in ran.err
    assert "--place umm-qasr" in ran.err
    assert "--place-name 'umm-qasr=Umm Qasr' --place-country umm-qasr=IQ" in ran.err


def test_the_key_of_another_source_is_refused(typed: Typed) -> None:
    source = ("https://harbour.example/x", ENTER, "iswnews-1", ENTER, CTRL_U, "harbour", ENTER)
    ran = typed("record", "base-closes", keys=("kept", ENTER, ENTER, *source, *[ENTER] * 3))
    assert "Error: `iswnews-1` is the key of another source." in ran.err
    assert content().count("source: harbour\n") == 2


def test_a_pasted_colour_is_shown_and_refused(typed: Typed) -> None:
    ran = typed("add", keys=(pasted("a\x1b[31mb"), ENTER, CTRL_C))
    assert r"a\x1b[31mb" in ran.err
    assert "Error: hidden character" in ran.err


DRAFTS = (
    *(
        "claim: [x]",
        "x",
        "speaker: null",
        "date: soon",
        "outcome: {a: b}",
        "id: 1 2",
        "due: within",
    ),
    *("source: {url: x}", "source: {url: [x]}", "source: {url: 'http://[', published: soon}"),
    *(
        "source: [[a], {url: https://a.org, title: null}]",
        "source: {url: , title: T}",
        "stated: soon",
    ),
    *("quantity: {value: many}", "places: {a: b}", "updates: [{date: x}]", "? [a, b]\n: c", "1: 2"),
    *(
        "source: {url: https://harbour.example/x, publisher: [P]}",
        "due: within 9999 years",
        "a: *b",
    ),
)


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize("command", [("record", "base-closes", "--note", "So."), ("add",)])
def test_no_draft_is_a_fault_of_the_tool(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], draft: str
) -> None:
    given = ("--claim", "It.", "--kind", "fact", "--speaker", "A", "--source", "iswnews-1")
    monkeypatch.setattr("claim_tracker.io.editor.edited_text", lambda *_: f"{draft}\n")
    keys = ("open", ENTER, "no", ENTER, "no", ENTER)
    ran = typed(*command, *(given if command == ("add",) else ()), keys=keys)
    assert ran.status == 0, ran.err
    assert content() == CLAIMS


def test_answers_are_kept_where_the_file_gets_errors_meanwhile(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edited_text(*_: object) -> str:
        Path(NAME).write_text("version: 1\nclaims: x\n", encoding="utf-8")
        return "note: And so.\n"

    monkeypatch.setattr("claim_tracker.io.editor.edited_text", edited_text)
    ran = typed("record", "base-closes", "--note", "So.", keys=("open", ENTER, ENTER))
    assert ran.status == 1
    assert "Your answers, to go on with: tracker record base-closes --note 'And so.'\n" in ran.err


@pytest.mark.parametrize(
    ("name", "answer", "words", "options"),
    [
        ("due", "within 90 days", "within 90 days → 16 Nov 2025", "--due 'within 90 days'"),
        ("due", "within 9999 years", "", "--due 'within 9999 years'"),
        ("stated", "Aug 2025", "Aug 2025 → 1 Aug 2025 to 31 Aug 2025", "--stated 2025-08"),
        ("stated", "18 Aug 2025", "18 Aug 2025 → 18 Aug 2025", "--stated 2025-08-18"),
        ("quantity", "about 5 men", "", "--quantity 'about 5 men'"),
        (
            *("related", "soldiers-leave, base-closes", ""),
            "--related soldiers-leave --related base-closes",
        ),
    ],
)
def test_any_field_is_given_at_the_end(
    typed: Typed, name: str, answer: str, words: str, options: str
) -> None:
    given = ("--claim", "It.", "--kind", "commitment", "--speaker", "A", "--source", "iswnews-1")
    change = ("e", ENTER, name, ENTER)
    ran = typed("add", *given, keys=(*change, answer, ENTER, *change, ENTER, "no", ENTER))
    assert options in ran.err.split("Your answers, to go on with: ")[1]
    assert words in ran.err


@pytest.mark.parametrize(
    ("more", "tags"),
    [
        ((), "--tag 'a, b' "),
        ((", c",), "--tag 'a, b' --tag c "),
        ((CTRL_U, '"d, e", f'), "--tag 'd, e' --tag f "),
    ],
)
def test_quotes_keep_a_comma_in_an_answer(typed: Typed, more: tuple[str, ...], tags: str) -> None:
    given = ("--claim", "It.", "--kind", "commitment", "--speaker", "A", "--source", "iswnews-1")
    keys = ("e", ENTER, "tags", ENTER, *more, ENTER, "no", ENTER)
    assert tags in typed("add", *given, "--tag", "a, b", keys=keys).err


@pytest.mark.parametrize("keys", [("men, Was", TAB), ("men, ", '"Washington, D', TAB), (UP,)])
def test_a_choice_with_a_comma_is_offered_in_quotes(typed: Typed, keys: tuple[str, ...]) -> None:
    given = ("--claim", "It.", "--kind", "commitment", "--speaker", "A", "--source", "iswnews-1")
    Path(NAME).write_text(content().replace("[men]", '["Washington, D.C."]'), "utf-8")
    ran = typed("add", *given, keys=("e", ENTER, "tags", ENTER, *keys, ENTER, "no", ENTER))
    assert "--tag 'Washington, D.C.'\n" in ran.err


def test_each_new_place_gets_a_key_of_its_own(typed: Typed) -> None:
    given = ("--claim", "It.", "--kind", "commitment", "--speaker", "A", "--source", "iswnews-1")
    place = ("y", ENTER, ENTER, ENTER, ENTER, ENTER)
    names = ("e", ENTER, "places", ENTER, "Al-Asad, al asad, Érbil", ENTER)
    typed("add", *given, keys=(*names, "n", ENTER, *place, *place, *place, ENTER))
    keys = "al-asad: {name: Al-Asad}, al-asad-2: {name: al asad}, erbil-2: {name: Érbil}"
    assert f"places: {{erbil: {{name: Erbil}}, {keys}}}\n" in content()
    assert "places: [al-asad, al-asad-2, erbil-2]\n" in content()


def test_the_key_of_another_place_is_refused(typed: Typed) -> None:
    given = ("--claim", "It.", "--kind", "commitment", "--speaker", "A", "--source", "iswnews-1")
    keys = ("y", ENTER, CTRL_U, "erbil", ENTER, CTRL_U, "zaxo", ENTER, ENTER, ENTER, ENTER, ENTER)
    ran = typed("add", *given, keys=("e", ENTER, "places", ENTER, "Zaxo City", ENTER, *keys))
    assert "Error: `erbil` is the key of another place." in ran.err
    assert "places: {erbil: {name: Erbil}, zaxo: {name: Zaxo City}}\n" in content()


def test_after_a_wrong_answer_what_was_proposed_is_still_taken(typed: Typed) -> None:
    kind = ("forecast", ENTER, "broken", ENTER, CTRL_U, ENTER)
    ran = typed("add", keys=("It ends.", ENTER, *kind, "A. Minister", ENTER, ENTER, *REST))
    assert "unknown answer `broken`" in ran.err
    assert "an answer is needed" not in ran.err
    assert "kind: prediction\n" in added()


def test_of_two_likely_words_one_is_chosen(typed: Typed) -> None:
    keys = ("dropped", ENTER, DOWN, DOWN, ENTER, *[ENTER] * 2, "iswnews-1", *[ENTER] * 4)
    typed("record", "base-closes", keys=keys)
    assert "outcome: withdrawn\n" in content()


def test_a_dumb_terminal_is_asked_line_by_line(tracker: CommandLine) -> None:
    tracker.file(NAME, CLAIMS)
    arguments = ("record", "base-closes", "--note", "So.")
    ran = tracker_at_a_terminal(*arguments, answers="1\n", environ={"TERM": "dumb"})
    assert (ran.status, "  2 edit  Change an answer" in ran.out) == (0, True)
    assert "note: So.\n" in content()


ARTICLE = """\
Published 14 May 2025

The port will open by June 2025, Lena Harwick said. It will close by July 2026.
"""


@pytest.mark.parametrize("leaving", [CTRL_C, CTRL_D])
def test_who_leaves_the_questions_on_a_draft_is_asked_about_it_again(
    typed: Typed, tracker: CommandLine, leaving: str
) -> None:
    tracker.file("a.txt", ARTICLE)
    edit = ("edit", ENTER, "The port opens.", ENTER, leaving)
    ran = typed("draft", "a.txt", keys=("add", ENTER, *edit, "add", ENTER))
    assert ran.status == 0
    assert ran.err.count("Draft 2 of 2") == 2
    assert "2 of 2 drafts added.\n" in ran.err
    assert "--claim 'The port opens.'" in ran.err
    assert added().count("quote: ") == 2


def test_whatever_a_draft_has_is_asked_for(typed: Typed, tracker: CommandLine) -> None:
    told = "The port will soon move 900 containers, Lena Harwick told the Calder Gazette."
    tracker.file("a.txt", f"Published 14 May 2025\n\n{told}\n")
    typed("draft", "a.txt", keys=("add", ENTER))
    as_it_is = added().rpartition("claims:")[2]
    tracker.file(NAME, CLAIMS)
    typed("draft", "a.txt", keys=("edit", ENTER, *[ENTER] * 16))
    assert all(f"    {name}: " in as_it_is for name in ("quantity", "via", "note"))
    assert added().rpartition("claims:")[2] == as_it_is


def test_who_leaves_the_drafts_is_told_how_many_were_added(
    typed: Typed, tracker: CommandLine
) -> None:
    tracker.file("a.txt", ARTICLE)
    ran = typed("draft", "a.txt", keys=("add", ENTER, "edit", ENTER, CTRL_C, CTRL_C))
    assert ran.status == 130
    assert "1 of 2 drafts added.\n" in ran.err
    assert content().count("quote: ") == 1


@pytest.mark.parametrize(("color", "is_grey"), [("always", True), ("never", False)])
def test_questions_follow_the_option_of_colour(typed: Typed, color: str, *, is_grey: bool) -> None:
    ran = typed("add", "--color", color, keys=(CTRL_C,))
    assert (";5;102m" in ran.err) is is_grey
