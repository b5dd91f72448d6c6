"""Completion in bash, zsh and fish that gives the program exactly the word that is offered.

The words come from data that others wrote. Each is put on the command line so that the shell
runs and expands nothing in it: in bash quoted here, in zsh and fish by the shell. A word with a
tab, a line feed or a character that nobody sees is left out, and a description is on one line.
An answer has a line for each word, in zsh three, so no word adds another or says that it is a file.
"""

import os
from typing import Any

from click.shell_completion import CompletionItem, ShellComplete, add_completion_class

from claim_tracker.cli.completing.bashline import continuation, split_line
from claim_tracker.cli.context import Failure
from claim_tracker.text.display import from_bytes, one_line, visible

_SEPARATOR = "\x1f"

_BASH = """\
%(complete_func)s() {
    local line response
    COMPREPLY=()
    response=$(env COMP_LINE="${COMP_LINE:0:COMP_POINT}" COMP_WORD="$2" \
%(complete_var)s=bash_complete "$1" 2>/dev/null)
    while IFS= read -r line; do
        case $line in
            plain,*) COMPREPLY+=("${line#plain,}") ;;
            dir,*) compopt -o dirnames 2>/dev/null ;;
            file,*) compopt -o default 2>/dev/null ;;
        esac
    done <<< "$response"
    return 0
}

complete -o nosort -F %(complete_func)s %(prog_name)s 2>/dev/null ||
    complete -o default -F %(complete_func)s %(prog_name)s
"""

_ZSH = """\
#compdef %(prog_name)s

%(complete_func)s() {
    local -a response plain described
    local kind value description typed
    (( $+commands[%(prog_name)s] )) || return 1
    [[ $compstate[quoting] == backtick ]] && return 1

    typed="${(Q)${:-$QIPREFIX$PREFIX${compstate[quote]#\\$}}}"
    response=("${(@f)$(env COMP_WORDS="${(pj:\\x1f:)${(@Q)words[1,CURRENT-1]}}"$'\\x1f'"$typed" \
%(complete_var)s=zsh_complete %(prog_name)s 2>/dev/null)}")

    for kind value description in "${response[@]}"; do
        case $kind in
            plain)
                if [[ -n $description ]]; then
                    described+=("$value:$description")
                else
                    plain+=("$value")
                fi ;;
            dir) _path_files -/ ;;
            file) _path_files -f ;;
        esac
    done

    (( $#described )) && _describe -V unsorted described -U
    (( $#plain )) && compadd -U -V unsorted -a plain
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    %(complete_func)s "$@"
else
    compdef %(complete_func)s %(prog_name)s
fi
"""

_FISH = """\
function %(complete_func)s
    set -l typed (commandline -ct | string unescape | string collect)
    or set typed (commandline -ct | string replace -ar '["\\'\\\\\\\\]' '' | string collect)
    set -l words (string join \\x1f -- (commandline -opc) "$typed" | string collect)
    set -l response (env COMP_WORDS="$words" %(complete_var)s=fish_complete \
%(prog_name)s 2>/dev/null)

    for line in $response
        switch $line
            case 'dir,*'
                __fish_complete_directories (string sub --start 5 -- $line)
            case 'file,*'
                __fish_complete_path (string sub --start 6 -- $line)
            case 'plain,*'
                string sub --start 7 -- $line
        end
    end
end

complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)"
"""


class _Shell(ShellComplete):
    """What the three have in common: which words are offered, and whole, with their option."""

    def get_completion_args(self) -> tuple[list[str], str]:
        words = _given("COMP_WORDS").split(_SEPARATOR)
        return words[1:-1], words[-1]

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[str]]:
        option, equals, _ = incomplete.partition("=")
        before = option + equals if equals and option.startswith("-") else ""
        return [
            CompletionItem(
                before + item.value if item.type == "plain" else item.value,
                item.type,
                one_line(item.help or "") or None,
            )
            for item in super().get_completions(args, incomplete)
            if _can_be_typed(item.value) or (item.type != "plain" and not item.value)
        ]

    def format_completion(self, item: CompletionItem[Any]) -> str:
        return f"{item.type},{item.value}"


class Bash(_Shell):
    """The shell says what is typed and which end of it will be replaced."""

    name = "bash"
    source_template = _BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        words = split_line(_given("COMP_LINE")).words
        return list(words[1:-1]), words[-1]

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[str]]:
        line, tail = _given("COMP_LINE"), _given("COMP_WORD")
        found = []
        for item in super().get_completions(args, incomplete):
            value = continuation(line, tail, item.value) if item.type == "plain" else item.value
            if value is not None:
                found.append(CompletionItem(value, item.type))
        return found


class Zsh(_Shell):
    """A word is a line for its kind, one for itself, and one for what it is."""

    name = "zsh"
    source_template = _ZSH

    def format_completion(self, item: CompletionItem[Any]) -> str:
        value, description = item.value, item.help or ""
        if description:  # `_describe` takes the word up to a colon, and backslashes away
            value = value.replace("\\", "\\\\").replace(":", "\\:")
            description = description.replace("\\", "\\\\")
        return f"{item.type}\n{value}\n{description}"


class Fish(_Shell):
    """A word, and behind a tab what it is. fish leaves a tilde that begins a word unquoted."""

    name = "fish"
    source_template = _FISH

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[str]]:
        found = super().get_completions(args, incomplete)
        return [item for item in found if item.type != "plain" or not item.value.startswith("~")]

    def format_completion(self, item: CompletionItem[Any]) -> str:
        line = super().format_completion(item)
        return f"{line}\t{item.help}" if item.help else line


_SHELLS: dict[str, type[ShellComplete]] = {shell.name: shell for shell in (Bash, Zsh, Fish)}


def register(instruction: str) -> None:
    """Let click answer this instruction of a shell (`bash_source`, `bash_complete`) with these.

    Raises Failure where there is no such shell, or nothing of the kind to do for it.
    """
    shell, _, task = instruction.partition("_")
    if shell not in _SHELLS or task not in ("source", "complete"):
        raise Failure(
            "there is no completion of this name",
            f"shells are {', '.join(_SHELLS)}; write it like `bash_source`",
        )
    add_completion_class(_SHELLS[shell])


def _given(name: str) -> str:
    """Return the value of a variable that the shell has set, in UTF-8 in any locale."""
    return from_bytes(os.environ.get(name, ""))


def _can_be_typed(word: str) -> bool:
    """Whether a word is not empty, stands on one line, and each character of it is seen."""
    return bool(word) and visible(word) == word and not {"\t", "\n"} & set(word)
