"""What is fuzzed: a function for each target, which takes any bytes and fails where it must."""

from collections.abc import Callable
from pathlib import Path

from claim_tracker.checks import examine
from claim_tracker.edit.ids import made_id
from claim_tracker.edit.yaml_writer import Fields
from claim_tracker.text.display import has_hidden
from claim_tracker.yaml import Document, read
from tests.properties import dates, edits, files
from tests.samples import NAME, TODAY

CORPUS = Path(__file__).parent / "corpus"
_SOURCE: Fields = {"url": "https://example.org/?a=b", "published": TODAY.isoformat()}
_MAX_CLAIMS = 2
_GUESSED = {"E002", "E004"}
"""With these faults it is a guess what a file says, and another one after a mend."""


def load(data: bytes) -> None:
    """A file is findings or a tracker, and both can be shown."""
    document, examined = files.assert_checked(data)
    files.assert_findings_are_shown(document, examined.findings)
    if examined.tracker is not None:
        files.assert_reported(examined.tracker)


def read_date(data: bytes) -> None:
    """A text is a date that is read again from its canonical form, or is refused with advice."""
    text = data.decode("utf-8", "surrogateescape")
    dates.assert_read_or_refused(text)
    dates.assert_advice_is_accepted(text)


def edit(data: bytes) -> None:
    """What is put into a file, or mended in it, is all that differs.

    What stands after the last zero byte is the text that is put in, into the first claims.
    """
    content, _, put_in = data.rpartition(b"\0") if b"\0" in data else (data, b"", b"So: it is.")
    document = read(NAME, content)
    _fix(document, content)
    tracker = None if document.problems else examine([document], TODAY).tracker
    text = put_in.decode("utf-8", "replace")
    if tracker is None or not text.strip() or has_hidden(text):
        return
    update: Fields = {"date": TODAY.isoformat(), "note": text, "source": _SOURCE}
    for index, entry in enumerate(tracker.entries[:_MAX_CLAIMS]):
        for position in {0, len(entry.claim.updates)}:
            edits.assert_updated(document, index, position, update)
    claim_id = made_id({"claim": text}, {entry.claim.id for entry in tracker})
    claim: Fields = {"id": claim_id, "claim": text, "kind": "fact", "speaker": text}
    edits.assert_added(document, {**claim, "source": _SOURCE})


def _fix(document: Document, content: bytes) -> None:
    result = edits.fixed(content)
    faults = {problem.code for problem in document.problems}
    if "E001" in faults:
        assert result.mended == ()
        return
    text = content.decode()
    edits.assert_other_lines_stay(text, result)
    if not result.mended:
        assert result.text == text
        return
    edits.assert_idempotent(result)
    if not faults & _GUESSED and not edits.has_faults_of_syntax(text):
        edits.assert_nothing_new_is_found(text, result)
        edits.assert_data_stay(text, result)


TARGETS: dict[str, Callable[[bytes], None]] = {"load": load, "dates": read_date, "edit": edit}
"""The targets by name; the name is also that of the folder in the corpus."""
