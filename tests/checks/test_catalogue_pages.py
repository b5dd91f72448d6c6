"""The catalogue: a page for every code, and samples that do what they say."""

import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import get_args

import pytest

from claim_tracker.checks.catalogue_pages import FAMILIES, CatalogueEntry, codes, entry
from claim_tracker.checks.rules.registry import CROSS_FILE_RULES, FILE_RULES
from claim_tracker.claims.vocabulary import RETIRED, Ignorable
from tests import samples

WITHOUT_SAMPLES = {"E001", "E009"}
FOUND_IN_READING = {"E213"}
RULE_CODES = [*(rule.code for rule in FILE_RULES), *(rule.code for rule in CROSS_FILE_RULES)]
WITH_SAMPLES = [code for code in codes() if code not in WITHOUT_SAMPLES]


def _python_files(folder: Traversable) -> Iterator[Traversable]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _python_files(item)
        elif item.name.endswith(".py"):
            yield item


def _emitted() -> set[str]:
    texts = (file.read_text(encoding="utf-8") for file in _python_files(files("claim_tracker")))
    return {code for text in texts for code in re.findall(r'"([EW][0-9]{3})"', text)}


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert _emitted() - RETIRED == set(codes())


def test_a_file_can_leave_out_every_warning() -> None:
    warnings = {code for code in codes() if code.startswith("W")}
    assert set(get_args(Ignorable)) - RETIRED == {"W3"} | warnings


@pytest.mark.parametrize("code", RULE_CODES)
def test_a_rule_has_its_page(code: str) -> None:
    assert entry(code).code == code


@pytest.mark.parametrize("code", [code for code in codes() if code[:2] in ("E2", "W3")])
def test_a_page_of_what_rules_find_has_one_rule(code: str) -> None:
    assert RULE_CODES.count(code) == (code not in FOUND_IN_READING)


def test_codes_come_in_order() -> None:
    assert list(codes()) == sorted(codes())


@pytest.mark.parametrize("code", codes())
def test_a_code_belongs_to_a_family(code: str) -> None:
    assert code[:2] in FAMILIES


@pytest.mark.parametrize("code", codes())
def test_a_page_begins_with_its_code_and_title(code: str) -> None:
    found = entry(code)
    assert found.code == code
    assert found.page.startswith(f"# {code}: {found.title}\n\n")


@pytest.mark.parametrize("code", codes())
def test_a_page_fits_a_terminal_and_ends_with_a_line_feed(code: str) -> None:
    page = entry(code).page
    assert max(map(len, page.splitlines())) <= 100
    assert page.endswith("\n")
    assert not page.endswith("\n\n")


@pytest.mark.parametrize("code", WITH_SAMPLES)
def test_the_wrong_sample_has_this_finding_and_no_other(code: str) -> None:
    assert samples.codes(_sample(entry(code), "wrong")) == [code]


@pytest.mark.parametrize("code", WITH_SAMPLES)
def test_the_right_sample_has_no_finding(code: str) -> None:
    samples.assert_valid(_sample(entry(code), "right"))


@pytest.mark.parametrize("code", sorted(WITHOUT_SAMPLES))
def test_what_no_text_can_show_has_no_sample(code: str) -> None:
    found = entry(code)
    assert found.wrong is None
    assert found.right is None
    assert "```" not in found.page


@pytest.mark.parametrize("code", ["E999", "", "e101", "../E101"])
def test_an_unknown_code_has_no_entry(code: str) -> None:
    with pytest.raises(KeyError):
        entry(code)


def _sample(found: CatalogueEntry, which: str) -> str:
    text = found.wrong if which == "wrong" else found.right
    assert text is not None
    return text
