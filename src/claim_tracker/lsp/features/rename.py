"""Rename: another name for a source, a place, a claim, a speaker … (`textDocument/rename`).

The new texts are read again: they have to say the old data, with this name alone another one.
"""

import re
from collections.abc import Iterable, Sequence
from copy import copy
from typing import Any

from lsprotocol import types

from claim_tracker.checks.form.value_errors import as_id
from claim_tracker.claims.scalars import ID, ID_LENGTH
from claim_tracker.edit.edits import edited
from claim_tracker.edit.ids import first_free
from claim_tracker.edit.yaml_writer import flow
from claim_tracker.lsp.features.references import documents_of
from claim_tracker.lsp.names import Name, NameUse, name_at, names_in, spelt, uses_in
from claim_tracker.lsp.occurrences import spans_of
from claim_tracker.lsp.refusal import RefusedError, file_name, refuse_faults
from claim_tracker.lsp.snapshot import View
from claim_tracker.text.diagnostic import Edit, Span
from claim_tracker.text.display import cut
from claim_tracker.yaml import Document, Path, read, value_at
from claim_tracker.yaml.outline import block_column

_NO_CHARACTER = re.compile("[\ud800-\udfff]")
"""Half of a character, as only the messages of an editor can have it."""
_BLANK = re.compile(r"\s*")
_Uses = dict[str, list[NameUse]]
"""Where a name stands, by the names of the files."""


def prepare_rename(
    view: View, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    """Return the name at a position and where it stands; None where nothing can be renamed.

    Raises RefusedError where there is a name that cannot be renamed now.
    """
    found = name_at(view.document, view.positions.spot(params.position))
    if found is None:
        return None
    name, use = found
    _uses(view, name)
    (span,) = spans_of(view.document, [use])
    return types.PrepareRenamePlaceholder(view.positions.range(span), name.word)


def rename(view: View, params: types.RenameParams) -> types.WorkspaceEdit:
    """Return what changes in the files. Raises RefusedError with what to do instead."""
    found = name_at(view.document, view.positions.spot(params.position))
    if found is None:
        raise RefusedError("there is no id, key or name here that could be renamed")
    name, _ = found
    uses = _uses(view, name)
    new = _new_name(view, name, params.new_name)
    documents = {document.name: document for document in documents_of(view, name)}
    edits = {
        file: _rename_edits(documents[file], those, new.word)
        for file, those in uses.items()
        if those and new != name
    }
    return view.snapshot.workspace_edit(
        {
            file: [view.snapshot.positions(file).edit(*edit) for edit in those]
            for file, those in edits.items()
        }
    )


def _uses(view: View, name: Name) -> _Uses:
    """Return where a name stands. Raises RefusedError where that is not known for sure."""
    documents = documents_of(view, name)
    refuse_faults(documents)
    uses = {document.name: uses_in(document, name) for document in documents}
    count = sum(use.is_declaration for those in uses.values() for use in those)
    if count > 1:
        raise RefusedError(
            f"the {name.kind} `{cut(name.word)}` is there {count:,} times: write another by hand "
            "for all but one of them first"
        )
    return uses


def _new_name(view: View, name: Name, written: str) -> Name:
    """Return a new name. Raises RefusedError for one that cannot be, with what to write instead."""
    word = spelt(written)
    if len(word.splitlines()) != 1 or _NO_CHARACTER.search(word):
        raise RefusedError("write the new name on one line, with the letters of any script")
    if name.is_id and (ID.fullmatch(word) is None or len(word) > ID_LENGTH):
        mended = as_id(word)
        why = f"has more than {ID_LENGTH} characters" if len(word) > ID_LENGTH else "is not an id"
        advice = f"`{mended}`" if mended else "letters a to z, digits and single hyphens"
        raise RefusedError(f"`{cut(word)}` {why}: write {advice}")
    new = Name(name.field, word)
    documents = documents_of(view, name)
    if new != name and name.is_declared and any(uses_in(document, new) for document in documents):
        texts = (text for document in documents for _, text in names_in(document, name.field))
        taken = {spelt(text) for text in texts}
        raise RefusedError(
            f"the {name.kind} `{cut(word)}` is used already: "
            f"write another, such as `{cut(first_free(word, 2, taken))}`"
        )
    return new


def _rename_edits(document: Document, uses: Sequence[NameUse], new: str) -> list[Edit]:
    """Return the edits that rename all uses of a name. Raises RefusedError without a proof."""
    declarations = [use for use in uses if use.is_declaration]
    others = [use for use in uses if not use.is_declaration]
    spans = [*spans_of(document, declarations), *spans_of(document, others)]
    edits = [Edit(span, _in_place_of(document, span, new)) for span in spans]
    text = edited(document.text.written, edits)
    read_again = read(document.name, text.encode("utf-8", "surrogatepass"))
    if read_again.problems or not _is_renamed(document.root, read_again.root, uses, new):
        raise RefusedError(
            f"`{file_name(document)}` has no way to write `{cut(new)}` that is sure: "
            "rename it there by hand"
        )
    return edits


def _in_place_of(document: Document, span: Span, new: str) -> str:
    """Return a name as it is written in the place of another: what is in quotes stays in them."""
    line, column = document.lines[span.line - 1], span.column - 1
    end_line, end = document.lines[span.end_line - 1], span.end_column - 1
    above = document.lines[span.line - 2] if span.line > 1 else ""
    if _BLANK.fullmatch(line, 0, column) is not None and block_column(above) is not None:
        return new  # quotes are a part of a block text
    match line[max(column - 1, 0) : column] + end_line[end : end + 1]:
        case "''":
            return new.replace("'", "''")
        case '""':
            return flow(new, quoted=True)[1:-1]
        case _:
            return flow(new)


def _is_renamed(old: Any, new: Any, uses: Iterable[NameUse], word: str) -> bool:
    """Whether data are other data with another name at each of the uses, and nothing else."""
    copies: dict[Path, Any] = {(): copy(old)}
    for path, at in uses:
        holder = copies[()]
        for end, step in enumerate(path[:-1], start=1):
            if path[:end] not in copies:
                holder[step] = copies[path[:end]] = copy(holder[step])
            holder = copies[path[:end]]
        if at == "key":
            holder[word] = holder.pop(path[-1])
        else:
            holder[path[-1]] = _at(new, path)
            if spelt(str(holder[path[-1]])) != word:
                return False
    return bool(new == copies[()])


def _at(root: Any, path: Path) -> Any:
    """Return the value at a path; None where there is none."""
    try:
        return value_at(root, path)
    except (LookupError, TypeError):
        return None
