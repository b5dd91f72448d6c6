"""Which findings are wanted, by code or family."""

from collections.abc import Iterable, Sequence

from claim_tracker.text.diagnostic import Finding


def is_of(code: str, families: Iterable[str]) -> bool:
    """Whether a code is one of the codes, or belongs to one of the families.

    >>> is_of("E101", ["E1", "W"]), is_of("E101", ["E102"])
    (True, False)
    """
    return any(code.startswith(family) for family in families)


def chosen(
    findings: Iterable[Finding], select: Sequence[str], ignore: Sequence[str]
) -> tuple[Finding, ...]:
    """The findings of the selected codes and families (all when none is), but for the ignored."""
    return tuple(
        finding
        for finding in findings
        if (not select or is_of(finding.code, select)) and not is_of(finding.code, ignore)
    )
