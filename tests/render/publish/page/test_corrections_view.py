"""Corrections as a page shows them."""

from collections.abc import Sequence
from itertools import pairwise

from claim_tracker.compare.claim_log import Commit, Revision
from claim_tracker.compare.corrections import Correction, corrections_of
from claim_tracker.render.plain_words import PLAIN
from claim_tracker.render.publish.html import page
from claim_tracker.render.publish.page.corrections_view import (
    CorrectionsView,
    corrected_on,
    corrections_view,
)
from tests.builders import report_of, update
from tests.markup import Reading, words
from tests.samples import NAME, another, claim, claims_file

KEPT = update("2025-09-01", outcome="kept")
OPEN = update("2025-11", outcome="open", note="It was another base.")
HOSTILE = "\u202e<b>&amp; ]]> {{ 1 }} \x1b[31m"


def over(*texts: str, subject: str = "Mend it", shallow: bool = False) -> Sequence[Correction]:
    """What a line of commits of one file corrected, one a day from 1 January 2026."""
    states = [[(NAME, text)] for text in texts]
    commits = [
        Revision(
            Commit(f"{number}", f"2026-01-{number:02}", "A.", subject),
            [old],
            new,
            cut=shallow and number == 1,
        )
        for number, (old, new) in enumerate(pairwise([[], *states]), 1)
    ]
    now = Revision(None, [states[-1]], states[-1])
    return corrections_of([now, *reversed(commits)], str.encode).found


def view_of(found: Sequence[Correction], *shown: str) -> CorrectionsView:
    return corrections_view(found, shown, "claims/{}.html".format, PLAIN)


DUE = [claims_file(claim({"due": due}), another()) for due in ("2026-09", "2026-10")]


def test_a_correction_says_when_what_and_why() -> None:
    (it,) = view_of(over(*DUE), "base-closes").claims
    assert (it.iso, it.date, it.reason) == ("2026-01-02", "2 Jan 2026", "Mend it")
    assert (it.text, it.href) == ("The base closes.", "claims/base-closes.html")
    assert [(line.label, line.words) for line in it.lines] == [
        ("Deadline", "rewritten: moved from Sep 2026 to Oct 2026, +31 days")
    ]


def test_one_by_an_update_says_its_day_once_and_its_note() -> None:
    (it,) = view_of(over(claims_file(claim(updates=[KEPT, OPEN])))).claims
    assert (it.iso, it.date, it.reason) == ("2025-11-30", "Nov 2025", None)
    assert [(line.label, line.words) for line in it.lines] == [
        ("", "outcome taken back, was kept"),
        ("Note", "It was another base."),
        ("Source", ""),
    ]


def test_the_parts_of_a_source_keep_their_order_beside_any_script() -> None:
    source = "{publisher: ایسنا, published: 2025-10-30, title: پایگاه}"
    reopened = f"date: 2025-11, outcome: open, source: {source}"
    (it,) = view_of(over(claims_file(claim(updates=[KEPT, reopened])))).claims
    assert it.lines[-1].words == "<bdi>ایسنا</bdi>, <bdi>30 Oct 2025</bdi>, <bdi>پایگاه</bdi>"


def test_gone_and_new_words_are_marked_with_the_spaces_around_them() -> None:
    texts = [claims_file(claim({"claim": it})) for it in ("The base closes.", "The old base shuts")]
    (it,) = view_of(over(*texts)).claims
    assert it.lines[0].words == "The <ins>old</ins> base <del>closes.</del> <ins>shuts</ins>"


def test_a_removed_claim_has_no_address_and_is_said_to_be_removed() -> None:
    (it,) = view_of(over(DUE[0], claims_file(claim({"due": "2026-09"}))), "base-closes").claims
    assert (it.fate, it.href, it.text) == ("The claim was removed.", None, "The soldiers leave.")


def test_a_claim_is_found_by_the_id_that_it_has_now() -> None:
    renamed = DUE[1].replace("base-closes", "base-shuts")
    found = over(*DUE, renamed, renamed.replace("2026-10", "2026-11"))
    view = view_of(found, "base-shuts")
    assert [it.href for it in view.claims] == ["claims/base-shuts.html"] * 2
    assert [it.anchor for it in view.claims] == ["_corrected-base-shuts", None]
    assert corrected_on(found, PLAIN) == {"base-shuts": ("4 Jan 2026", "2 Jan 2026")}


def test_a_day_is_named_once() -> None:
    (both,) = over(DUE[0], DUE[1].replace("leave.", "go."))
    assert corrected_on([both, both], PLAIN) == {
        "base-closes": ("2 Jan 2026",),
        "soldiers-leave": ("2 Jan 2026",),
    }


def test_what_is_not_known_is_said_in_sentences() -> None:
    broken = DUE[0].replace("kind: commitment", "kind: promis", 1)
    found = over("claims: [", DUE[0], broken, shallow=True)
    assert view_of(found).gaps == (
        "What was rewritten in 1 claim is not known here, for errors in the files on 3 Jan 2026.",
        "What was rewritten in 2 claims is not known here, for errors in the files on 2 Jan 2026.",
        "What was rewritten up to 1 Jan 2026 is not known here: the history begins then.",
    )
    assert view_of([Correction(None, gap="errors")]).gaps == (
        "What was rewritten is not known here, for errors in the files.",
    )
    assert view_of([Correction(None, gap="no history")]).gaps == (
        "What was rewritten is not known here: the files have no git history.",
    )


REPORT = report_of("2026-02-01", claim({"due": "2026-10"}), another())


def test_the_corrections_end_the_page_and_each_claim_leads_to_its_own() -> None:
    made = page(REPORT, "Bases", over(*DUE))
    reading, shown = Reading(made), words(made)
    assert "Corrections What was published here and says something else now" in shown
    assert "2 Jan 2026 The base closes. Deadline rewritten: moved from Sep 2026" in shown
    assert "Corrected on 2 Jan 2026 #base-closes" in shown
    ids = {attrs["id"] for _, attrs in reading.elements if "id" in attrs}
    links = {it.removeprefix("#") for it in reading.all("a", "href") if it and it[0] == "#"}
    assert links - {"base-closes", "soldiers-leave"} <= ids
    assert {"_corrections", "_corrected-base-closes"} <= links


def test_a_page_without_corrections_says_that_there_are_none_known() -> None:
    assert "There has been no correction." in page(REPORT, "Bases", [])
    unknown = page(REPORT, "Bases", [Correction(None, gap="no history")])
    assert "No correction is known." in unknown
    assert "_corrections" not in page(REPORT, "Bases")


def test_hostile_texts_do_no_harm_on_a_page() -> None:
    texts = [claims_file(claim({"speaker": it})) for it in ("A.", f"'{HOSTILE[1:-5]}'")]
    made = page(REPORT, "Bases", over(*texts, subject=HOSTILE))
    assert not {"\u202e", "\x1b"} & set(made)
    assert "<b>&amp;" not in made
    assert "{{ 1 }}" in words(made)
