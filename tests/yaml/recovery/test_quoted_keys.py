"""A slip is found and mended in the same way where the names of fields stand in quotes."""

import re

import pytest

from tests.yaml.samples import FILE, one_error_and_mended

# What stands in the file, and what somebody wrote there.
SLIPS = {
    "no colon": ("«kind»: prediction", "«kind» prediction"),
    "no space": ("«kind»: prediction", "«kind»:prediction"),
    "equals sign": ("«kind»: prediction", "«kind» = prediction"),
    "too deep": ("    «kind»: prediction", "      «kind»: prediction"),
    "too far out": ("    «kind»: prediction", "  «kind»: prediction"),
    "at the margin": ("    «kind»: prediction", "«kind»: prediction"),
    "tab": ("    «kind»: prediction", "\t«kind»: prediction"),
    "no value's quote": ("«claim»: The port opens.", '«claim»: "The port opens.'),
    "no dash": ("  - «id»: second", "  «id»: second"),
    "star for a dash": ("  - «id»: second", "  * «id»: second"),
    "no dash of an update": ("      - «date»", "      «date»"),
    "dash of no item": ("    «kind»: prediction", "    - «kind»: prediction"),
    "key out of line": ("  «two»:\n", "    «two»:\n"),
    "fields at their key": (
        "    «url»: https://example.org/2\n    «published»",
        "  «url»: https://example.org/2\n  «published»",
    ),
    "no name of a section": ("«places»:\n", ""),
    "no name of a list": ("    «updates»:\n", ""),
    "written as empty": ("    «updates»:\n", "    «updates»: []\n"),
}


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize(("right", "wrong"), SLIPS.values(), ids=SLIPS)
def test_a_slip_beside_quoted_names_is_one_error_and_mended(
    right: str, wrong: str, quote: str
) -> None:
    whole = re.sub(r"^( *(?:- )?)([\w-]+):", rf"\1{quote}\2{quote}:", FILE, flags=re.MULTILINE)
    right, wrong = (re.sub("[«»]", quote, each) for each in (right, wrong))
    one_error_and_mended(whole.replace(right, wrong, 1), whole)
