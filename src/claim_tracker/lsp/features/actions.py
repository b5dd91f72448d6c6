"""Code actions: what can be done at the cursor (`textDocument/codeAction`, LSP 3.17).

What the whole file has to be read for is worked out when it was chosen (`codeAction/resolve`),
where the editor asks for that.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from lsprotocol import types

from claim_tracker.checks.run import examine
from claim_tracker.claims.scalars import ID
from claim_tracker.dates import DateError, read_deadline
from claim_tracker.edit.fix import fixed_point
from claim_tracker.edit.ids import made_key
from claim_tracker.edit.insert import Additions, with_additions
from claim_tracker.edit.source_key import key_of_url, with_source_key
from claim_tracker.lsp.extents import claims_on_lines
from claim_tracker.lsp.features.diagnostics import diagnostic
from claim_tracker.lsp.features.recording import RECORD
from claim_tracker.lsp.fields import field_at
from claim_tracker.lsp.names import spelt
from claim_tracker.lsp.positions import start_of
from claim_tracker.lsp.rewriting import edits_between
from claim_tracker.lsp.snapshot import View
from claim_tracker.lsp.target import Target, target_at
from claim_tracker.text.diagnostic import Finding, Fix, Span
from claim_tracker.text.display import capitalized, cut
from claim_tracker.yaml import Document, Path, mapping_or_empty, value_at

FIX_ALL = "source.fixAll.tracker"
"""The kind of the action that applies all fixes."""
_MISSING = {"E202": "source", "E203": "place", "E204": "claim"}
"""What is missing, by the code of the finding that a reference leads to nothing."""
_EMPTY: Mapping[str, Mapping[str, str]] = {
    "source": {"url": "", "publisher": "", "published": ""},
    "place": {"name": ""},
    "claim": {"claim": "", "kind": "", "speaker": "", "source": ""},
}
"""The fields of a new entry, empty: a finding at each says what to write there."""
_MAX_MADE = 20
"""Of so many references that lead to nothing at most it is offered to make what they refer to."""


def code_actions(view: View, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Return what can be done in a range of a file, of the kinds that are asked for."""
    span = view.positions.span(params.range)
    only = params.context.only
    actions = [
        *_quick_fixes(view, span),
        *_refactorings(view, span),
        *_recording(view, span),
        *_fix_all(view),
    ]
    wanted = [each for each in actions if only is None or _is_of_kind(each.kind, only)]
    if view.snapshot.client.resolves_edits:
        return wanted
    made = [resolve_action(view, each) for each in wanted]
    return [each for each in made if each.edit is not None or each.command is not None]


def resolve_action(view: View, action: types.CodeAction) -> types.CodeAction:
    """Return an action that was chosen with what it changes; without, where that is not possible.

    Each of them reads the new text again, which has to say the old data and the change. One that is
    not of this server is returned as it is.
    """
    made: str | None = None
    match action.data:
        case {"do": "fix-all"}:
            made = _with_all_fixes(view)
        case {"do": "make", "what": str(what), "word": str(word)} if what in _EMPTY:
            made = _text_of(with_additions(view.document, _additions(what, word)))
        case {"do": "source-key", "url": str(url), "key": str(key)}:
            made = _text_of(with_source_key(view.document, url, key))
    if made is not None:
        old = view.document.text.written
        action.edit = _edit(view, edits_between(old, made, view.positions))
    return action


def _quick_fixes(view: View, span: Span) -> Iterator[types.CodeAction]:
    """Yield the fixes of the findings on the lines of a span, first of those in it."""
    found = [
        each
        for each in view.findings
        if each.span.line <= span.end_line and span.line <= each.span.end_line
    ]
    found.sort(key=lambda each: not _meet(each.span, span))
    yield from (
        _quick_fix(view, each, each.fix, is_sure=True) for each in found if each.fix is not None
    )
    for each in found:
        for proposal in each.proposals:
            if proposal != each.fix:
                yield _quick_fix(view, each, proposal, is_sure=len(each.proposals) == 1)
    missing = (each for each in found if each.code in _MISSING)
    for each in islice(missing, _MAX_MADE):
        yield from _missing_parts(view, each)


def _quick_fix(view: View, finding: Finding, fix: Fix, *, is_sure: bool) -> types.CodeAction:
    edits = [view.positions.edit(*edit) for edit in fix.edits]
    return types.CodeAction(
        title=capitalized(fix.message),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(view.snapshot, finding)],
        is_preferred=is_sure or None,
        edit=_edit(view, edits),
    )


def _missing_parts(view: View, finding: Finding) -> Iterator[types.CodeAction]:
    """Yield the action that adds the source, the place or the claim that a reference names."""
    what = _MISSING[finding.code]
    target = target_at(view.document, start_of(finding.span))
    if target is None or not isinstance(target.value, str):
        return
    word = spelt(target.value)
    if what == "claim" and ID.fullmatch(word) is None:
        return
    data = {"do": "make", "what": what, "word": word}
    action = _deferred(view, f"Make the {what} `{cut(word)}`", types.CodeActionKind.QuickFix, data)
    action.diagnostics = [diagnostic(view.snapshot, finding)]
    yield action


def _refactorings(view: View, span: Span) -> Iterator[types.CodeAction]:
    """Yield other ways to write what is at the beginning of a stretch."""
    target = target_at(view.document, start_of(span))
    if target is not None:
        yield from _canonical_date(view, target)
        yield from _source_key(view, target)


def _canonical_date(view: View, target: Target) -> Iterator[types.CodeAction]:
    """Yield the writing of a date in its canonical form."""
    field = field_at(target.path)
    if field is None or not field.is_date or not isinstance(target.value, str):
        return
    try:
        period = read_deadline(target.value)
    except DateError:
        return
    span = view.document.span(target.path)
    if period is not None and period.text != target.value and span.line == span.end_line:
        yield types.CodeAction(
            f"Write the date as `{period.text}`",
            types.CodeActionKind.RefactorRewrite,
            edit=_edit(view, [view.positions.edit(span, period.text)]),
        )


def _source_key(view: View, target: Target) -> Iterator[types.CodeAction]:
    """Yield the moving of an inline source to `sources`, or the use of the key it has there."""
    path, root = _inline_source(view.document, target.path), view.document.root
    if path is None or view.document.problems:
        return
    fields = value_at(root, path)
    key = key_of_url(root, fields["url"])
    is_known = key is not None
    key = key or made_key(fields, root.get("sources") or ())
    title = f"Use its key `{key}`" if is_known else f"Move the source to `sources`, as `{key}`"
    kind = (
        types.CodeActionKind.RefactorRewrite if is_known else types.CodeActionKind.RefactorExtract
    )
    yield _deferred(view, title, kind, {"do": "source-key", "url": fields["url"], "key": key})


def _recording(view: View, span: Span) -> Iterator[types.CodeAction]:
    """Yield the beginning of an update in the claim on the first line of a stretch."""
    for index in islice(claims_on_lines(view.document, span.line, span.line), 1):
        claim_id = mapping_or_empty(value_at(view.document.root, ("claims", index))).get("id")
        if isinstance(claim_id, str):
            title = f"Record what became of `{claim_id}`"
            command = types.Command(title, RECORD, arguments=[view.uri, claim_id])
            yield types.CodeAction(title, types.CodeActionKind.Refactor, command=command)


def _inline_source(document: Document, path: Path) -> Path | None:
    """Return the path of the inline source, with an address, that a path leads into."""
    for end in range(len(path), 0, -1):
        within = path[:end]
        if within[0] != "sources" and "source" in within[-2:]:
            value = value_at(document.root, within)
            if isinstance(value, dict) and isinstance(value.get("url"), str):
                return within
    return None


def _fix_all(view: View) -> Iterator[types.CodeAction]:
    if any(each.fix is not None for each in view.findings):
        yield _deferred(view, "Mend all that has one right answer", FIX_ALL, {"do": "fix-all"})


def _deferred(
    view: View, title: str, kind: types.CodeActionKind | str, data: Mapping[str, str]
) -> types.CodeAction:
    return types.CodeAction(title, kind, data={"uri": view.uri, **data})


def _with_all_fixes(view: View) -> str:
    """Return the text of a file with all that has one right answer mended."""
    snapshot, name = view.snapshot, view.name

    def check(document: Document) -> Sequence[Finding]:
        beside = (document if each.name == name else each for each in snapshot.documents)
        found = examine(tuple(beside), snapshot.as_of).findings
        return [finding for finding in found if finding.file == name]

    written = view.document.text.written
    return fixed_point(name, written.encode("utf-8", "surrogatepass"), check).text


def _additions(what: str, word: str) -> Additions:
    """Return a source, a place or a claim that is missing, its fields empty."""
    match what:
        case "claim":
            return Additions([{"id": word, **_EMPTY[what]}])
        case "source":
            return Additions(sources={word: _EMPTY[what]})
        case _:
            return Additions(places={word: _EMPTY[what]})


def _text_of(made: Document | None) -> str | None:
    return made.text.written if made is not None else None


def _edit(view: View, edits: list[types.TextEdit]) -> types.WorkspaceEdit:
    return view.snapshot.workspace_edit({view.name: edits})


def _is_of_kind(kind: str | None, only: Sequence[str]) -> bool:
    """Whether a kind is one of those that are asked for, or below one."""
    return kind is not None and any(kind == asked or kind.startswith(asked + ".") for asked in only)


def _meet(one: Span, other: Span) -> bool:
    """Whether two stretches have a place in common; one of no length has the one it is at."""
    return one[:2] <= other[2:] and other[:2] <= one[2:]
