"""One field alone, read by the rules that hold for it in a file, before it is in one."""

import re
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from claim_tracker.checks.field_names import model_at
from claim_tracker.checks.schema_errors import FormFault, problem_of_value
from claim_tracker.claims.model import Text, fields_of
from claim_tracker.dates import Period, Within
from claim_tracker.text.diagnostic import Span
from claim_tracker.text.display import hidden
from claim_tracker.yaml import Path, Problem
from claim_tracker.yaml.decode import hidden_problem

_HERE = Span(1, 1, 1, 1)
_UNREADABLE = re.compile("[\ud800-\udfff]")


def field_value(path: Path, written: str) -> str | Problem:
    """The text at a path of the data as a file is to have it, or what is wrong with it.

    The path is that of a field, or of an item of a list of texts. The result is without white
    space at its ends, and of a date the canonical form.
    """
    if _UNREADABLE.search(written) is not None:
        return Problem("E001", "this is not UTF-8", "write it in UTF-8", path)
    first = next(hidden(written), None)
    if first is not None:
        return hidden_problem(written[first], _HERE)
    try:
        value = _type(path).validate_python(written)
    except ValidationError as error:
        detail = error.errors(include_url=False, include_context=True)[0]
        return problem_of_value(FormFault(_nested(path, written), path, detail, ()))
    return value.text if isinstance(value, Period | Within) else written.strip()


@cache
def _type(path: Path) -> TypeAdapter[Any]:
    if isinstance(path[-1], int):
        return TypeAdapter(Text)
    field = fields_of(model_at(path[:-1]))[str(path[-1])]
    kind: Any = field.annotation
    return TypeAdapter(Annotated[(kind, *field.metadata)] if field.metadata else kind)


def _nested(path: Path, value: Any) -> Any:
    """Data in which there is a value at a path, and nothing else."""
    for step in reversed(path):
        value = [value] if isinstance(step, int) else {step: value}
    return value
