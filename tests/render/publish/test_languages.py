"""What is published in other languages: the same facts, and no word of another language."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claim_tracker.claims.report import Report, report
from claim_tracker.claims.state import state_of
from claim_tracker.compare import compare
from claim_tracker.compare.claim_log import Commit
from claim_tracker.compare.corrections import CorrectedClaim, Correction
from claim_tracker.dates import parse_period
from claim_tracker.render.phrases import moved_words, passed_words, standing_parts
from claim_tracker.render.plain_words import PLAIN
from claim_tracker.render.publish.atom import feed
from claim_tracker.render.publish.corrections_atom import FeedOptions, corrections_feed
from claim_tracker.render.publish.html import page
from claim_tracker.render.publish.ics import calendar
from claim_tracker.render.publish.languages import wording_of
from claim_tracker.render.wording import AS_WRITTEN
from tests.builders import day, entry_of, report_of, state, tracker_of, update
from tests.catalogues import NAMES, catalogue, texts
from tests.claims.strategies import History, as_of_days, histories
from tests.compare.states import state as readable_state
from tests.dates.strategies import Written, dates
from tests.dates.table import TABLE
from tests.markup import Reading, words
from tests.render.publish.sites import site
from tests.samples import another, claim, claims_file

LETTERS = {"ar", "fa", "uk"}
"""The languages that are written in other letters than English."""
OF_DATA = re.compile(
    r"https?://[^\s<]+|\bmen\b|#?base-closes|claim-tracker [0-9.]+|\b(?:CSV|JSON|git)\b",
    re.IGNORECASE,
)
"""What stands on a page in Latin letters and is no word of it."""
SAID = {("meta", "content"), ("link", "title")}
"""Attributes that are read, beside the labels of elements."""
VALUE = r".*(?:\n(?![A-Z-]+[:;]).*)*"
COMMIT = Commit("0" * 40, "2026-01-01", "字", "題")
GAPS = (
    Correction(COMMIT, gap="cut"),
    *(Correction(COMMIT, gap="errors", lost=lost) for lost in ((), ("1",), ("1", "2"))),
    *(Correction(None, gap="errors", lost=lost) for lost in ((), ("1",), ("1", "2"))),
    Correction(None, gap="no history"),
)
TEXTS = {"claim": "漢。", "speaker": "字", "organisation": "組", "topic": "題"}


def language(name: str) -> str:
    return f"language: {name}\n"


@pytest.mark.parametrize(
    ("tag", "spoken"),
    [
        ("de", "de"),
        ("de-AT", "de-AT"),
        ("DE-at", "DE-at"),
        ("es-419", "es-419"),
        ("de-1996", "de-1996"),
        ("de-XX", "de-XX"),
        ("en-GB", "en"),
        ("th", "en"),
        ("uk-Cyrl", "uk-Cyrl"),
        ("uk-Latn", "en"),
        ("de-latn-AT", "de-latn-AT"),
        (None, "en"),
    ],
)
def test_a_language_without_a_catalogue_is_spoken_in_english(tag: str | None, spoken: str) -> None:
    assert wording_of(tag, PLAIN).language == spoken
    assert (wording_of(tag, PLAIN) is PLAIN) == (spoken == "en")


DATES = ("2025-09-30", "2025-09", "2025-Q3", "2025-H2", "202X", "winter 2025", "mid-september 2025")


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        (
            "de",
            (
                "30. Sept. 2025|Sept. 2025|3. Quartal 2025|2. Halbjahr 2025|2020er-Jahre|"
                "Winter 2025/26|Mitte Sept. 2025"
            ),
        ),
        (
            "fr",
            (
                "30 sept. 2025|sept. 2025|3e trimestre 2025|2e semestre 2025|années 2020|"
                "hiver 2025/26|mi-sept. 2025"
            ),
        ),
        (
            "es",
            (
                "30 sept 2025|sept 2025|3.er trimestre de 2025|2.º semestre de 2025|década de 2020|"
                "invierno de 2025/26|mediados de sept 2025"
            ),
        ),
        (
            "ar",
            (
                "30 سبتمبر 2025|سبتمبر 2025|الربع الثالث 2025|النصف الثاني من 2025|عقد 2020|"
                "شتاء 2025/26|منتصف سبتمبر 2025"
            ),
        ),
        (
            "fa",
            (
                "۳۰ سپتامبر ۲۰۲۵|سپتامبر ۲۰۲۵|سه‌ماههٔ سوم ۲۰۲۵|نیمهٔ دوم ۲۰۲۵|دههٔ ۲۰۲۰|"
                "زمستان ۲۰۲۵/۲۶|اواسط سپتامبر ۲۰۲۵"
            ),
        ),
        (
            "uk",
            (
                "30 вер. 2025 р.|вер. 2025 р.|3-й квартал 2025 р.|2-ге півріччя 2025 р.|"
                "2020-ті роки|зима 2025/26 рр.|середина вер. 2025 р."
            ),
        ),
    ],
)
def test_dates_have_the_forms_of_the_language(tag: str, said: str) -> None:
    wording = wording_of(tag, PLAIN)
    found = [" ".join(wording.date(parse_period(text)).split()) for text in DATES]
    assert found == said.split("|")


@pytest.mark.parametrize("text", {canonical: None for _, canonical, *_ in TABLE})
def test_each_form_of_dates_is_in_the_words_and_digits_of_the_language(text: str) -> None:
    said = wording_of("fa", PLAIN).date(parse_period(text))
    assert re.search("[0-9A-Za-z]", said) is None, "_FORMS of render/plain_words.py lacks it"


def test_a_region_has_its_own_names_of_months() -> None:
    assert wording_of("de-AT", PLAIN).month(date(2026, 1, 1)) == "Jän. 2026"
    assert wording_of("de", PLAIN).month(date(2026, 1, 1)) == "Jan. 2026"


@pytest.mark.parametrize(
    ("tag", "number", "signed"),
    [
        ("de", "1.234,5", "-1.234,5"),
        ("fr", "1 234,5", "-1 234,5"),
        ("ar", "1,234.5", "\u200e-1,234.5"),
        ("ar-EG", "١٬٢٣٤٫٥", "\u061c-١٬٢٣٤٫٥"),
        ("fa", "۱٬۲۳۴٫۵", "\u200e−۱٬۲۳۴٫۵"),
    ],
)
def test_numbers_are_in_the_digits_of_the_language(tag: str, number: str, signed: str) -> None:
    wording = wording_of(tag, PLAIN)
    assert " ".join(wording.number(1234.5).split()) == number
    assert " ".join(wording.signed(-1234.5).split()) == signed


@pytest.mark.parametrize(
    ("tag", "days", "said"),
    [
        ("ar", 1, "انقضى موعده منذ يوم واحد"),
        ("ar", 2, "انقضى موعده منذ يومين"),
        ("ar", 3, "انقضى موعده منذ 3 أيام"),
        ("ar", 11, "انقضى موعده منذ 11 يومًا"),
        ("ar", 100, "انقضى موعده منذ 100 يوم"),
        ("ar", 103, "انقضى موعده منذ 103 أيام"),
        ("uk", 1, "термін минув 1 день тому"),
        ("uk", 3, "термін минув 3 дні тому"),
        ("uk", 11, "термін минув 11 днів тому"),
        ("uk", 21, "термін минув 21 день тому"),
        ("fa", 21, "۲۱ روز از مهلت گذشته"),
        ("de", 1, "seit 1 Tag überfällig"),
        ("de", 2, "seit 2 Tagen überfällig"),
    ],
)
def test_a_number_has_its_plural_form(tag: str, days: int, said: str) -> None:
    last = date(2025, 9, 1)
    overdue = state(date.fromordinal(last.toordinal() + days).isoformat(), {"due": str(last)})
    assert standing_parts(overdue, wording_of(tag, PLAIN)) == (said, None)


def test_a_deadline_that_moved_back_is_counted_like_one_that_moved_on() -> None:
    moved = state("2025-12-01", {"due": "2026-03"}, [update("2025-09-01", due="2026-02")])
    assert moved_words(moved, wording_of("uk", PLAIN)) == "термін перенесено один раз, -31 день"


@given(dates, st.sampled_from(NAMES))
def test_a_period_has_the_same_numbers_in_every_language(written: Written, tag: str) -> None:
    period = parse_period(written.text)
    said = wording_of(tag, PLAIN).date(period)
    assert set(numbers(PLAIN.date(period))) <= set(numbers(said))
    assert re.search(r"%\(|[{}]", said) is None
    assert tag not in LETTERS or re.search("[A-Za-z]", said) is None


def numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def updates_of(history: History) -> list[str]:
    return [update(when.isoformat(), **fields) for when, fields in history.updates]


def reported(history: History, on: date, tag: str, texts: dict[str, str]) -> Report:
    """The report of a claim with a history, whose own texts are in no letters of any language."""
    fields = {**texts, "kind": history.kind, "due": history.due}
    found = state_of(entry_of(fields, updates_of(history), language(tag)), on)
    assert found is not None
    return Report(on, (found.entry.file,), (found,))


@pytest.mark.slow
@settings(max_examples=20)
@given(histories(), as_of_days, st.sampled_from(NAMES))
def test_no_word_of_a_page_stays_english(history: History, on: date, tag: str) -> None:
    made, english = (page(reported(history, on, it, TEXTS), None, GAPS) for it in (tag, "en"))
    assert re.search(r"%\(\w+\)", words(made)) is None
    same = set(shown(made)) & set(shown(english)) - alike(tag)
    assert {text for text in same if re.search("[A-Za-z]", text)} == set()
    if tag in LETTERS:
        assert re.findall("[A-Za-z]+", OF_DATA.sub("", words(made))) == []


@given(histories(), as_of_days, st.sampled_from(sorted(LETTERS)))
def test_no_word_of_a_feed_or_a_calendar_stays_english(
    history: History, on: date, tag: str
) -> None:
    found = reported(history, on, tag, TEXTS)
    entries = feed(found).partition("<entry>")[2]
    read = " ".join(re.findall(">([^<]*)</(?:title|content)>", entries))
    assert re.findall("[A-Za-z]+", OF_DATA.sub("", read)) == []
    unfolded = calendar(found).replace("\r\n ", "").replace("\\n", "\n")
    said = re.findall(
        "^(?:SUMMARY|DESCRIPTION)[^:]*:(.*(?:\n(?![A-Z-]+[:;]).*)*)", unfolded, re.MULTILINE
    )
    assert re.findall("[A-Za-z]+", OF_DATA.sub("", " ".join(said))) == []


def corrected(before: History, after: History, tag: str, *, is_gone: bool) -> Correction:
    """What a commit corrected of a claim, and of another that it took out."""
    gone = another({**TEXTS, "id": "2"}, updates_of(before)) if is_gone else ""
    old, new = (
        readable_state(
            claim({**TEXTS, "kind": it.kind, "due": it.due}, updates_of(it)),
            more,
            head=language(tag),
        )
        for it, more in ((before, gone), (after, ""))
    )
    claims = (CorrectedClaim(it, it.id) for it in compare(old, new).claims)
    return Correction(COMMIT, tuple(claims))


@given(histories(), histories(), st.booleans(), st.sampled_from(sorted(LETTERS)))
def test_no_word_of_corrections_stays_english(
    before: History, after: History, is_gone: bool, tag: str
) -> None:
    found = corrected(before, after, tag, is_gone=is_gone)
    made = corrections_feed([found], date(2026, 1, 1), FeedOptions(title="題"))
    read = " ".join(re.findall("<(?:title|content)[^>]*>([^<]*)<", made))
    shown = OF_DATA.sub("", re.sub("<.*?>", " ", unescape(read)))
    assert re.findall("[A-Za-z]+", shown) == []


@pytest.mark.slow
@settings(max_examples=10)
@given(histories(), histories(), as_of_days, st.sampled_from(NAMES))
def test_no_word_of_a_site_stays_english(
    before: History, after: History, on: date, tag: str
) -> None:
    made, english = (
        site(
            reported(after, on, each, TEXTS),
            corrections=[corrected(before, after, each, is_gone=True), *GAPS],
        )
        for each in (tag, "en")
    )
    assert made.keys() == english.keys()
    for path in (path for path in made if path.endswith(".html")):
        said = read(made[path])
        assert re.search(r"%\(\w+\)", " ".join(said)) is None
        same = {text for text in said & read(english[path]) if re.search("[A-Za-z]", text)}
        assert same <= alike(tag), path
        if tag in LETTERS:
            assert re.findall("[A-Za-z]+", " ".join(said)) == [], path


def read(made: str) -> set[str]:
    """The texts of a page of a site, and those of its attributes that are read."""
    elements = Reading(made).elements
    texts = [
        value or ""
        for tag, attributes in elements
        for name, value in attributes.items()
        if name == "aria-label" or ((tag, name) in SAID and is_said(attributes))
    ]
    return {*shown(made), *(" ".join(OF_DATA.sub("", text).split()) for text in texts)}


def is_said(attributes: dict[str, str | None]) -> bool:
    """Whether an element of the head says something in words."""
    of = attributes.get("name") or attributes.get("property") or attributes.get("rel")
    return of in ("description", "og:title", "og:description", "og:site_name", "alternate")


@pytest.mark.slow
@settings(max_examples=20)
@given(histories(), as_of_days, st.sampled_from(NAMES))
def test_a_page_shows_the_same_claims_signs_and_years(history: History, on: date, tag: str) -> None:
    made, english = (Reading(page(reported(history, on, each, TEXTS))) for each in (tag, "en"))
    for what in (("article", "id"), ("time", "datetime"), ("rect", "class"), ("use", "class")):
        assert made.all(*what) == english.all(*what)
    years = {number for number in numbers(unlabelled(english)) if number > 1900}
    assert years <= set(numbers(unlabelled(made)))


def unlabelled(made: Reading) -> str:
    """What is shown of a page but for the labels of its axis: of long ones fewer have room."""
    return made.shown.partition(" 漢。")[2]


def shown(made: str) -> Iterator[str]:
    """The texts of a page, between two tags each."""
    body = re.sub("<(style|script)>.*?</\\1>", "", made, flags=re.DOTALL)
    for text in re.findall(">([^<]+)<", OF_DATA.sub("", body)):
        yield " ".join(text.split())


def alike(tag: str) -> set[str]:
    """The messages that are the same in a language as in English."""
    found = {""}
    for message in catalogue(tag):
        same = set(texts(message.id)) & set(texts(message.string))
        found |= same | {it.replace("%(number)s", str(n)) for it in same for n in range(10)}
    return found


def test_a_page_says_in_which_language_and_direction_it_is() -> None:
    made = page(report_of("2025-12-01", claim(), head=language("fa")))
    assert '<html lang="fa" dir="rtl">' in made
    assert '<h4 dir="auto" lang="fa">The base closes.</h4>' in made
    made = page(report_of("2025-12-01", claim(), head=language("de-CH")))
    assert '<html lang="de-CH">' in made
    made = page(report_of("2025-12-01", claim(), head=language("th")))
    assert '<html lang="en">' in made
    assert '<h4 dir="auto" lang="th">The base closes.</h4>' in made


def test_time_runs_from_where_the_script_begins() -> None:
    def drawn(tag: str) -> list[tuple[float, float]]:
        made = page(report_of("2025-12-01", claim({"due": "2025-10"}), head=language(tag)))
        found = re.findall('<rect class="[a-z-]*" x="([0-9.]*)%" width="([0-9.]*)%"', made)
        return [(float(x), float(width)) for x, width in found]

    assert len(drawn("en")) > 1
    for (x, width), mirrored in zip(drawn("en"), drawn("ar"), strict=True):
        assert mirrored == pytest.approx((100 - x - width, width))


def test_titles_are_translated_where_the_file_has_none() -> None:
    found = report_of("2025-12-01", claim({"due": "2025-10"}), head=language("de"))
    assert "<title>Aussagen</title>" in page(found)
    assert "<title>Aussagen</title>" in feed(found)
    assert "NAME:Offene Fristen" in calendar(found)


def mixed(tag: str) -> Report:
    """Claims of which one has no topic, in a language."""
    return report_of("2025-12-01", claim({"topic": "A"}), another(), head=language(tag))


def test_claims_without_a_topic_are_named_in_the_language() -> None:
    assert "Ohne Thema" in words(page(mixed("de")))
    made = site(mixed("de"))
    assert "Ohne Thema" in words(made["index.html"])
    assert '<h1 dir="auto">Ohne Thema</h1>' in made["topics/without-a-topic.html"]
    assert '<a href="topics/without-a-topic.html">Ohne Thema</a>' in made["topics.html"]


@pytest.mark.slow
@pytest.mark.parametrize("tag", NAMES)
def test_the_files_of_a_site_have_the_same_names_in_every_language(tag: str) -> None:
    made, english = (site(mixed(each), corrections=GAPS) for each in (tag, "en"))
    assert list(made) == list(english)
    assert made == site(mixed(tag), corrections=GAPS)


def test_a_site_says_in_which_language_and_direction_it_is() -> None:
    for path, text in site(mixed("fa"), corrections=GAPS).items():
        assert not path.endswith(".html") or '<html lang="fa" dir="rtl">' in text, path
    assert '<html lang="en">' in site(mixed("th"))["index.html"]


def test_the_feed_of_a_site_speaks_the_language_of_all_its_claims() -> None:
    history = History("commitment", None, ())
    gone = [corrected(history, history, "de", is_gone=True)]
    for tag, head in (("fa", 'xml:lang="fa"'), ("de", "<title>Korrekturen: Aussagen</title>")):
        assert head in site(mixed(tag), corrections=gone)["corrections.xml"]
    files = (claims_file(claim(), head=language("de")), claims_file(another(), head=language("fa")))
    both = report(tracker_of(*files), day("2025-12-01"))
    assert "<title>Corrections: Claims</title>" in site(both, corrections=gone)["corrections.xml"]


def test_the_id_of_a_feed_does_not_depend_on_its_language() -> None:
    ids = {
        re.findall("<id>(.*)</id>", feed(report_of("2025-12-01", claim(), head=head)))[0]
        for head in ("", language("de"), language("uk"))
    }
    assert len(ids) == 1


def test_a_feed_and_a_calendar_say_their_language_where_it_is_one() -> None:
    for tag, spoken in (("de-AT", "de-AT"), ("en-GB", "en-GB"), ("th", None)):
        found = report_of("2025-12-01", claim({"due": "2025-10"}), head=language(tag))
        assert (f'xml:lang="{spoken}"' in feed(found)) == (spoken is not None)
        assert (f"SUMMARY;LANGUAGE={spoken}:" in calendar(found)) == (spoken is not None)


def test_a_feed_names_the_fields_that_words_are_of() -> None:
    found = report_of(
        "2025-12-01",
        claim({"due": "2025-10"}, [update("2025-09-01", outcome="kept")]),
        another({}, [update("2025-09-02", progress="stalled")]),
        head=language("de"),
    )
    read = feed(found)
    assert "<title>Ergebnis: eingehalten. The base closes.</title>" in read
    assert "<title>Fortgang: ins Stocken geraten. The soldiers leave.</title>" in read
    assert "<title>Frist abgelaufen: Okt. 2025. The base closes.</title>" in read
    assert "Letzter Tag: 31. Okt. 2025. Ergebnis bis dahin: eingehalten, fristgerecht." in read


def test_files_of_several_languages_are_shown_in_english() -> None:
    files = (claims_file(claim(), head=language("de")), claims_file(another(), head=language("fa")))
    made = page(report(tracker_of(*files), day("2025-12-01")))
    assert '<html lang="en">' in made
    assert '<h4 dir="auto" lang="de">The base closes.</h4>' in made
    assert '<h4 dir="auto" lang="fa">The soldiers leave.</h4>' in made


def test_what_has_passed_is_said_in_every_number() -> None:
    claims = [claim({"id": f"c{n}", "claim": f"C{n}.", "due": "2025-09"}) for n in range(12)]
    said = {
        number: passed_words(
            report_of("2025-12-01", *claims[:number]).summary, wording_of("uk", AS_WRITTEN)
        )
        for number in (0, 1, 2, 5)
    }
    assert said == {
        0: "Жодна заява тут не має терміну.",
        1: "Минув 1 термін із 1, з них без підсумку — 1.",
        2: "Минули 2 терміни з 2, з них без підсумку — 2.",
        5: "Минуло 5 термінів із 5, з них без підсумку — 5.",
    }
