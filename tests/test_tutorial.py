"""The tutorial, gone through as its reader does."""

import shutil
from pathlib import Path

import pytest

from tests.pages import ROOT, run

pytestmark = pytest.mark.slow
PAGE = ROOT / "docs" / "tutorial.md"


def test_the_tutorial_leads_from_an_article_to_a_site(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    shutil.copy(ROOT / "docs" / "examples" / "ferry.html", tmp_path)
    shown = run(PAGE, tmp_path)
    if request.config.getoption("--renew"):
        PAGE.write_text(shown, "utf-8")
    assert shown == PAGE.read_text("utf-8")
    page = (tmp_path / "public" / "claims" / "ferry-runs.html").read_text("utf-8")
    assert "· The ferry of Calder</title>" in page
