"""The whole check: every rule over every file, and the findings in file order."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from claim_tracker.checks.checked_file import CheckedFile, entry_of
from claim_tracker.checks.form.known_claims import KnownClaims
from claim_tracker.checks.form.validation import validate
from claim_tracker.checks.locate import finding_of, in_file, related_at
from claim_tracker.checks.poisoned import Poisoned
from claim_tracker.checks.rules.registry import (
    CROSS_FILE_RULES,
    FILE_RULES,
    FileCheck,
    FileViolation,
    Rule,
    Violation,
)
from claim_tracker.checks.settled import Settled
from claim_tracker.claims.tracker import Moment, TrackedFile, Tracker
from claim_tracker.text.diagnostic import Finding
from claim_tracker.yaml import Document, Path, Problem, mapping_or_empty, mappings_in
from claim_tracker.yaml.limits import MAX_REPORTED_FAULTS
from claim_tracker.yaml.problem import too_many_faults


class Examined(NamedTuple):
    """What a check found in its documents; `files` are those that were read to their end."""

    findings: tuple[Finding, ...]
    documents: tuple[Document, ...]
    files: tuple[CheckedFile, ...] = ()

    @property
    def claims(self) -> int:
        """Return how many claims the documents hold, valid or not."""
        roots = (mapping_or_empty(document.root) for document in self.documents)
        return sum(len(mappings_in(root.get("claims"))) for root in roots)

    @property
    def tracker(self) -> Tracker | None:
        """Return the claims, made when they are asked for; None where a finding is an error."""
        are_valid = not any(finding.severity == "error" for finding in self.findings)
        return _tracker(self.files) if are_valid else None


class Sought(NamedTuple):
    """What a check looks for: of each file the first errors, so many at `most`, and warnings."""

    warnings: bool = True
    most: int = MAX_REPORTED_FAULTS


_ALL = Sought()


class _FileCheck(NamedTuple):
    """What one file comes to by itself; there is no checked file where it was not read whole."""

    document: Document
    sought: Sought
    file: CheckedFile | None
    findings: tuple[Finding, ...]

    def holds_for(self, document: Document, as_of: Moment, sought: Sought) -> bool:
        """Whether the same would be found in a document at a moment."""
        if self.document is not document or self.sought != sought:
            return False
        return self.file is None or self.file.tracked.day(as_of) == self.file.today


class PreviousCheck:
    """What is known from one check for the next one, of each file by its name."""

    def __init__(self) -> None:
        self.claims: defaultdict[str, KnownClaims] = defaultdict(KnownClaims)
        self.settled: defaultdict[str, Settled] = defaultdict(Settled)
        self.checks: dict[str, _FileCheck] = {}

    def forget(self, name: str) -> None:
        """Know nothing of a file any more."""
        for known in (self.claims, self.settled, self.checks):
            known.pop(name, None)


def examine(
    documents: Sequence[Document],
    as_of: Moment,
    step: Callable[[], None] = lambda: None,
    *,
    sought: Sought = _ALL,
    known: PreviousCheck | None = None,
) -> Examined:
    """Check the documents of one run; `as_of` is the time after which nothing can be known.

    `step` is called for each document when it was looked at. What is `known` from the last check
    is not looked for again.
    """
    known = PreviousCheck() if known is None else known
    findings: list[Finding] = []
    files: list[CheckedFile] = []
    for document in documents:
        checked = known.checks.get(document.name)
        if checked is None or not checked.holds_for(document, as_of, sought):
            checked = _file_check(document, as_of, known, sought)
            known.checks[document.name] = checked
        if checked.file is not None:
            files.append(checked.file)
        findings += checked.findings
        step()
    whole = len(files) == len(documents) and all(file.poisoned.is_whole for file in files)
    findings += _across(files, whole=whole, warnings=sought.warnings)
    ignored = {file.document.name: file.content.checks.ignore for file in files}
    if any(ignored.values()):
        findings = [f for f in findings if not is_of(f.code, ignored.get(f.file, ()))]
    order = {document.name: index for index, document in enumerate(documents)}
    findings = sorted(dict.fromkeys(findings), key=lambda f: (order[f.file], f.span, f.code))
    findings = _first_of(findings, documents, sought.most)
    return Examined(tuple(findings), tuple(documents), tuple(files))


def is_of(code: str, families: Iterable[str]) -> bool:
    """Whether a code is one of the codes, or belongs to one of the families.

    >>> is_of("E101", ["E1", "W"]), is_of("E101", ["E102"])
    (True, False)
    """
    return any(code.startswith(family) for family in families)


def selected(
    findings: Iterable[Finding], select: Sequence[str], ignore: Sequence[str]
) -> tuple[Finding, ...]:
    """Return the findings of the selected codes, or of all, without those of the ignored ones."""
    return tuple(
        finding
        for finding in findings
        if (not select or is_of(finding.code, select)) and not is_of(finding.code, ignore)
    )


def _first_of(findings: list[Finding], documents: Sequence[Document], most: int) -> list[Finding]:
    """Return the findings, but only the first errors of a file; that it has more is one of them."""
    if len(findings) <= most:
        return findings
    errors: Counter[str] = Counter()
    kept: list[Finding] = []
    for finding in findings:
        if finding.severity == "error" and finding.code != "E009":
            errors[finding.file] += 1
        if finding.severity == "warning" or errors[finding.file] <= most:
            kept.append(finding)
    cut = {finding.file for finding in kept if finding.code == "E009"}
    for document in reversed(documents):
        if errors[document.name] > most and document.name not in cut:
            index = next(n for n, finding in enumerate(kept) if finding.file == document.name)
            of_code = Counter(finding.code for finding in findings if finding.file == document.name)
            # Of one code no more are looked for: there may be more than were found.
            is_counted = max(of_code.values()) <= most
            rest = errors[document.name] - most if is_counted else None
            kept.insert(index, finding_of(document, too_many_faults(rest=rest)))
    return kept


def _file_check(
    document: Document, as_of: Moment, known: PreviousCheck, sought: Sought
) -> _FileCheck:
    """Return what the rules that look at one file find in it."""
    file, problems = None, list(document.problems)
    if document.complete:
        file, faults = _apply_rules(document, as_of, known, sought)
        problems += faults
    findings = tuple(finding_of(document, problem) for problem in problems)
    return _FileCheck(document, sought, file, findings)


def _apply_rules(
    document: Document, as_of: Moment, known: PreviousCheck, sought: Sought
) -> tuple[CheckedFile, list[Problem]]:
    validated = validate(document, known.claims[document.name], sought.most)
    today = TrackedFile(document.name, validated.content).day(as_of)
    file = CheckedFile(document, validated, today)
    settled = known.settled[document.name]
    rest = settled.rest(file)
    run = _RuleRun(file, rest)
    # More errors than are asked for are not looked for: that takes long.
    errors = [
        (rule.code, violation)
        for rule in FILE_RULES
        if not rule.is_warning
        for violation in islice(run.violations(rule, file.poisoned), sought.most + 1)
    ]
    poisoned = file.poisoned.by_errors(violation.path for _, violation in errors)
    warnings = [
        (rule.code, violation)
        for rule in FILE_RULES
        if sought.warnings and rule.is_warning
        for violation in run.violations(rule, poisoned)
    ]
    if sought.warnings and len(errors) <= sought.most:
        settled.keep(file, run.broken)
    problems = (in_file(file, each.problem(code)) for code, each in (*errors, *warnings))
    return file, [*validated.problems, *problems]


class _RuleRun:
    """A run of rules over a file; those `by_claim` look at the `rest` of its claims alone.

    `broken` are the paths at which a rule was broken, also where that follows from a known fault.
    """

    def __init__(self, file: CheckedFile, rest: CheckedFile) -> None:
        self._file = file
        self._rest = rest
        self.broken: list[Path] = []

    def violations(self, rule: Rule[FileCheck], poisoned: Poisoned) -> Iterator[Violation]:
        """Yield what breaks a rule, but for what follows from a fault that is known."""
        found = self._all_violations(rule)
        kept = (each for each in found if not _follows(self._file, each, poisoned))
        return kept if not self._file.defaults else _once(self._file, kept)

    def _all_violations(self, rule: Rule[FileCheck]) -> Iterator[Violation]:
        for violation in rule.check(self._rest if rule.by_claim else self._file):
            if rule.by_claim:
                self.broken.append(violation.path)
            yield violation


def _once(file: CheckedFile, violations: Iterable[Violation]) -> Iterator[Violation]:
    """Yield each violation once: one of a default is the same for all claims that have it."""
    known: set[tuple[Path, str]] = set()
    for each in violations:
        identity = (file.path_in_file(each.path), each.message)
        if identity not in known:
            known.add(identity)
            yield each


def _follows(file: CheckedFile, violation: Violation, poisoned: Poisoned) -> bool:
    return poisoned.follows(file.path_in_file(violation.path), violation.inputs)


def _across(files: Sequence[CheckedFile], *, whole: bool, warnings: bool) -> Iterator[Finding]:
    """Yield the findings of the rules that compare the files, all of which are `whole` or not."""
    for rule in CROSS_FILE_RULES:
        if (whole or not rule.needs_whole_files) and (warnings or not rule.is_warning):
            for found in rule.check(files):
                if not _follows(found.file, found.violation, found.file.poisoned):
                    yield _finding(rule.code, found)


def _finding(code: str, found: FileViolation) -> Finding:
    problem = in_file(found.file, found.violation.problem(code))
    if found.beside is None:
        return finding_of(found.file.document, problem)
    other, path, label = found.beside
    related = related_at(other.document, other.path_in_file(path), "value", label)
    return finding_of(found.file.document, problem, related)


def _tracker(files: Sequence[CheckedFile]) -> Tracker:
    tracked = tuple(file.tracked for file in files)
    entries = tuple(
        entry_of(file, claim, claim.stated)
        for file in files
        for claim in file.claims
        if claim.stated is not None
    )
    return Tracker(tracked, entries)
