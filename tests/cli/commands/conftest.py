"""The claims of this repository, for the commands that show them."""

import pytest

from tests.builders import DATA
from tests.conftest import CommandLine


@pytest.fixture
def real(tracker: CommandLine) -> CommandLine:
    """The real claims, as `claims.yaml` of this folder."""
    tracker.file("claims.yaml", DATA.read_text(encoding="utf-8"))
    tracker.patch.setenv("TRACKER_FILE", "claims.yaml")
    return tracker
