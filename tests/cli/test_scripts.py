"""Claims in many scripts go through every command as they are written."""

import json
import unicodedata

import pytest

from tests.conftest import CommandLine
from tests.samples import claim, claims_file

TEXTS = {
    "Persian": "دولت می\u200cگوید خانه\u200cها تا پایان سال ساخته می\u200cشوند.",
    "Nepali": "सरकारले श्रीमान्\u200cको सडक पूरा गर्ने बताएको छ।",
    "Thai": "รัฐบาล\u200bจะเปิดสะพานใหม่",
    "Malayalam": "അവന്\u200d പാലം പണിയുമെന്ന് പറഞ്ഞു.",
    "Ukrainian": unicodedata.normalize("NFD", "Київ відкриє новий міст."),
}
SHOWN = (
    ("show", "base-closes"),
    ("status", "--format", "json"),
    ("status", "--format", "jsonl"),
    ("status", "--format", "csv"),
    ("status", "--format", "markdown"),
    ("export", "html"),
    ("export", "atom"),
    ("export", "claimreview"),
)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_is_shown_and_exported_as_it_is_written(tracker: CommandLine, text: str) -> None:
    head = "publisher: {name: Claims, url: https://example.org/}\n"
    outcome = "date: 2025-09-01, outcome: kept, source: {url: https://example.org/b}"
    tracker.file(
        "a.yaml", claims_file(claim({"claim": text, "speaker": text}, [outcome]), head=head)
    )
    for arguments in SHOWN:
        out = tracker.done(*arguments, "-f", "a.yaml")
        assert text in out or json.dumps(text)[1:-1] in out, arguments


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "Base_Closes-2"),
        ("record", "Base_Closes-2", "--note", "N.", "--yes"),
        ("status", "--topic", "Phase_2"),
        ("status", "--speaker", "A. Minister_2"),
    ],
)
def test_a_word_that_differs_in_joints_is_the_nearest(
    tracker: CommandLine, arguments: tuple[str, ...]
) -> None:
    claims = [
        claim(
            {
                "id": f"base-closes-{n}",
                "claim": f"{n}.",
                "topic": f"phase-{n}",
                "speaker": f"A. Minister-{n}",
            }
        )
        for n in (1, 2, 3)
    ]
    tracker.file("a.yaml", claims_file(*claims))
    said = tracker(*arguments, "-f", "a.yaml").err
    assert "-2`" in said
