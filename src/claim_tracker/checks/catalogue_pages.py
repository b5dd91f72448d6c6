"""What each code means: one page a code, the source of `--explain`, the docs and the samples."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

FAMILIES = {
    "E0": "The file",
    "E1": "The model",
    "E2": "The sense",
    "W3": "Worth a look",
}
_SAMPLE = re.compile(r"^```yaml\n(?P<sample>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One code. `page` is its whole page, in Markdown.

    `wrong` is a claims file that has this finding and no other, `right` the same file fixed; both
    are None for the codes of files that no text can show.
    """

    code: str
    title: str
    page: str
    wrong: str | None
    right: str | None


def codes() -> tuple[str, ...]:
    """Return every code, in order."""
    names = (page.name for page in _pages().iterdir())
    return tuple(sorted(name.removesuffix(".md") for name in names if name.endswith(".md")))


@cache
def entry(code: str) -> CatalogueEntry:
    """Return the catalogue's entry for a code. Raises KeyError for a code that there is not."""
    if code not in codes():
        raise KeyError(code)
    page = _pages().joinpath(f"{code}.md").read_text(encoding="utf-8")
    title = page.partition("\n")[0].removeprefix(f"# {code}: ")
    samples = [match["sample"] for match in _SAMPLE.finditer(page)]
    wrong, right = samples if len(samples) == 2 else (None, None)
    return CatalogueEntry(code, title, page, wrong, right)


def _pages() -> Traversable:
    return files("claim_tracker.checks").joinpath("catalogue")
