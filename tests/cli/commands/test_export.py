"""`tracker export`, in each of its formats."""

import json
import re
import shutil
import sys
from pathlib import Path

import feedparser
import pytest
from icalendar import Calendar

from claim_tracker.cli.installation import install_command
from tests.builders import update
from tests.conftest import CommandLine
from tests.formats import EXPORTS, FORMATS, LINE_ENDS
from tests.markup import words
from tests.repository import Repository
from tests.samples import another, claim, claims_file

ROOT = Path(__file__).parents[3]
PUBLISHER = "publisher: {name: Example News, url: https://news.example/claims}\n"


@pytest.fixture
def two(tracker: CommandLine) -> CommandLine:
    """An open deadline with an update, and a claim with an outcome."""
    noted = claim({"due": "2025-09", "tags": "[x]"}, ["date: 2025-09-02, note: So."])
    kept = another({"due": "2025-10"}, [update("2025-10-02", outcome="kept")])
    tracker.file("data/claims.yaml", claims_file(noted, kept, head=PUBLISHER))
    return tracker


def urls(text: str) -> list[str]:
    return [review["url"] for review in json.loads(text)["@graph"]]


@pytest.mark.parametrize("form", EXPORTS)
def test_the_same_data_and_day_give_the_same_bytes(two: CommandLine, form: str) -> None:
    printed = two.done("export", form, "--as-of", "2025-12-01")
    assert printed
    assert two.done("export", form, "--as-of", "2025-12-01", "-o", "-") == printed
    two.patch.setenv("TZ", "Asia/Tokyo")
    two.patch.setenv("LC_ALL", "C")
    two.terminal(40)
    assert two.done("export", form, "--as-of", "2025-12-01", "-o", "out", "--color", "always") == ""
    assert (two.folder / "out").read_bytes() == printed.encode()


@pytest.mark.parametrize("form", EXPORTS)
def test_lines_end_as_the_format_wants(two: CommandLine, form: str) -> None:
    line = LINE_ENDS.get(form, "\n")
    two.done("export", form, "-o", "out")
    written = (two.folder / "out").read_bytes().decode()
    assert written.splitlines(keepends=True)[0].endswith(line)
    assert written.count("\n") == written.count(line)


def test_claims_are_chosen_as_in_status(two: CommandLine) -> None:
    assert "SUMMARY:The base closes." in two.done("export", "ics", "--tag", "x")
    assert "VEVENT" not in two.done("export", "ics", "soldiers-leave")
    atom = feedparser.parse(two.done("export", "atom", "base-*", "--as-of", "2025-09-30"))
    assert [entry.title for entry in atom.entries] == ["Noted. The base closes."]
    assert urls(two.done("export", "claimreview", "--status", "kept")) == [
        "https://news.example/claims#soldiers-leave"
    ]


@pytest.mark.parametrize("form", EXPORTS)
def test_an_export_has_nothing_learned_after_as_of(two: CommandLine, form: str) -> None:
    text = two.done("export", form, "--as-of", "2025-08-31")
    assert "So." not in text
    assert re.search("2025-?10-?02|Kept|kept on|on time", text) is None
    assert two.done("export", form, "--as-of", "2025-08-01").count("base-closes") == 0


def test_the_options_of_a_calendar(two: CommandLine) -> None:
    options = ("--title", "Nah, fern", "--alarm", "7 days", "--alarm", "within one month")
    read = Calendar.from_ical(two.done("export", "ics", *options))
    assert read["X-WR-CALNAME"] == "Nah, fern"
    triggers = [alarm["TRIGGER"].to_ical() for alarm in read.walk("VALARM")]
    assert triggers == [b"-P7DT15H", b"-P31DT15H"]


def test_the_options_of_a_feed(two: CommandLine) -> None:
    options = ("--title", "T", "--url", "https://b.example/f", "--publisher", "P", "--limit", "1")
    read = feedparser.parse(two.done("export", "atom", *options))
    assert (read.feed.title, read.feed.author, len(read.entries)) == ("T", "P", 1)
    assert read.feed.links[0] == {
        "rel": "self",
        "href": "https://b.example/f",
        "type": "application/atom+xml",
    }


@pytest.mark.parametrize(("options", "most"), [((), 100), (("--limit", "0"), 150)])
def test_a_feed_has_a_hundred_entries_unless_asked_for_more(
    tracker: CommandLine, options: tuple[str, ...], most: int
) -> None:
    notes = ["date: 2025-09-02, note: So."] * 150
    tracker.file("data/claims.yaml", claims_file(claim(updates=notes)))
    assert len(feedparser.parse(tracker.done("export", "atom", *options)).entries) == most


def test_a_review_needs_a_publisher(two: CommandLine) -> None:
    without = two.file("b.yaml", claims_file(claim(updates=[update("2025-09-02", outcome="kept")])))
    assert two.fails("export", "claimreview", "-f", without, "--publisher", "Me") == (
        f"Error: nobody is named as the publisher of the claims in `{without}`, or no page\n"
        "Help: give `--publisher NAME` and `--url ADDRESS`, or write "
        "`publisher: {name: …, url: …}` in the file\n"
    )
    given = ("--publisher", "Me", "--url", "https://me.example/")
    assert urls(two.done("export", "claimreview", "-f", without, *given)) == [
        "https://me.example/#base-closes"
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ics", "--alarm", "soon"], "30 days"),
        (["ics", "--title", " "], "it is empty"),
        (["html", "--title", ""], "it is empty"),
        (["atom", "--limit", "-1"], "-1"),
        (["atom", "--url", "example.org"], "does not begin with https:// or http://"),
        (
            ["atom", "--url", "https://a b/"],
            "has a space as character 10, which no address can have",
        ),
        (
            ["atom", "--url", "https://a.example/\x01"],
            r"`https://a.example/\x01` has a hidden character, `\x01`, as character 19",
        ),
        (["claimreview", "--url", "https://a.example/\u202e"], r"`\u202e`, as character 19"),
        (["site", "--base-url", "https://a.example/\x7f/x"], r"`\x7f`, as character 19"),
        (["site", "--base-url", "https://a.example/\x9b"], r"`\x9b`, as character 19"),
        (["claimreview", "--publisher", ""], "it is empty"),
        (["claimreview", "--url", "javascript:alert(1)"], "does not begin with https://"),
        (["claimreview", "nowhere"], "no claim has the id `nowhere`"),
        (["site", "--title", " "], "it is empty"),
        (["site", "--base-url", "news.example"], "does not begin with https:// or http://"),
        (
            ["site", "--base-url", "https://a.example/?b"],
            "has a `?`, and is not an address of a folder",
        ),
        *(
            (
                ["site", "--base-url", f"https://a.example{path}"],
                f"has an empty part, `.` or `..` in its path; write `https://a.example{plain}`.",
            )
            for path, plain in [
                ("//x", "/x"),
                ("//", ""),
                ("/x//y/", "/x/y"),
                ("/x//", "/x"),
                ("/./x", "/x"),
                ("/x/../y", "/y"),
                ("/../x/", "/x"),
                ("/x/%2E%2e", ""),
            ]
        ),
        (["site"], "`out` is not a folder"),
    ],
)
def test_an_option_that_cannot_be_used_is_refused(
    two: CommandLine, arguments: list[str], message: str
) -> None:
    two.file("out", "old")
    assert message in two.fails("export", *arguments, "-o", "out")
    assert (two.folder / "out").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("form", FORMATS)
def test_invalid_data_is_not_published(two: CommandLine, form: str) -> None:
    two.file("data/claims.yaml", claims_file(claim({"kind": "promis"})))
    ran = two("export", form, "-o", "out")
    assert (ran.status, ran.out) == (1, "")
    assert "error[E106]" in ran.err
    assert not (two.folder / "out").exists()


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_stands_in_docs_and_readme(form: str) -> None:
    docs = (ROOT / "docs" / "publish.md").read_text("utf-8")
    assert re.search(rf"^(#+ .*|\| *)`{form}`", docs, re.MULTILINE), "docs/publish.md"
    readme = (ROOT / "README.md").read_text("utf-8").splitlines()
    (row,) = (line for line in readme if line.startswith("| `tracker export` "))
    assert f"`{form}`" in row, "README.md, the row of `tracker export`"


@pytest.mark.parametrize("form", EXPORTS)
def test_no_claims_are_published_too(tracker: CommandLine, form: str) -> None:
    tracker.file("data/claims.yaml", claims_file())
    assert tracker.done("export", form)


@pytest.mark.parametrize(
    ("form", "missing"),
    [
        ("ics", ["icalendar"]),
        ("html", ["jinja2"]),
        ("html", ["jinja2", "markupsafe"]),
        ("site", ["icalendar"]),
        ("site", ["jinja2"]),
    ],
)
def test_what_an_export_needs_is_named_where_it_is_missing(
    two: CommandLine, form: str, missing: list[str]
) -> None:
    for name in tuple(sys.modules):  # what imports it, if another test did so before
        if name.startswith("claim_tracker.render.publish."):
            two.patch.delitem(sys.modules, name)
    for name in missing:
        two.patch.setitem(sys.modules, name, None)
    assert two.fails("export", form, "-o", "out") == (
        f"Error: {missing[0]} is not installed; run {install_command(form)}\n"
    )
    assert two.done("export", "atom")


@pytest.mark.parametrize(
    ("form", "extra"),
    [("ics", "ics"), ("html", "html"), ("atom", "languages"), ("claimreview", "languages")],
)
def test_babel_is_needed_for_another_language_than_english_alone(
    tracker: CommandLine, form: str, extra: str
) -> None:
    kept = claim(updates=[update("2025-09-01", outcome="kept")])
    head = "publisher: {name: News, url: https://news.example}\n"
    tracker.patch.delitem(
        sys.modules, "claim_tracker.render.publish.localized", raising=False
    )  # what imports it, if another test did so before
    tracker.patch.setitem(sys.modules, "babel", None)
    for tag in ("en-GB", "th"):
        tracker.file("data/claims.yaml", claims_file(kept, head=f"language: {tag}\n{head}"))
        assert tracker.done("export", form)
    tracker.file("data/claims.yaml", claims_file(kept, head=f"language: de-LI\n{head}"))
    assert tracker.fails("export", form) == (
        f"Error: babel is not installed; run {install_command(extra)}\n"
    )


def test_line_breaks_of_the_data_begin_no_line_of_a_calendar(tracker: CommandLine) -> None:
    block = "|\n      One.\n      BEGIN:VEVENT\n      UID:1"
    tracker.file("data/claims.yaml", claims_file(claim({"claim": block, "due": "2026"})))
    read = Calendar.from_ical(tracker.done("export", "ics"))
    (only,) = read.walk("VEVENT")
    assert only["SUMMARY"] == "One. BEGIN:VEVENT UID:1"


def site(two: CommandLine, *options: str) -> dict[str, str]:
    """The files of a site that is written anew."""
    shutil.rmtree(two.folder / "site", ignore_errors=True)
    ran = two("export", "site", "-o", "site", *options)
    assert (ran.status, ran.out) == (0, "")
    return {
        path.relative_to(two.folder / "site").as_posix(): path.read_bytes().decode()
        for path in (two.folder / "site").rglob("*")
        if path.is_file()
    }


def test_a_site_says_what_was_written(two: CommandLine) -> None:
    ran = two("export", "site", "-o", "site", "--as-of", "2025-12-01")
    number = sum(path.is_file() for path in (two.folder / "site").rglob("*")) - 1
    assert ran.err == f"site: {number} files written, 0 unchanged, 0 removed\n"
    assert two("export", "site", "-o", "site", "--as-of", "2025-12-01").err == (
        f"site: 0 files written, {number} unchanged, 0 removed\n"
    )
    chosen = two("export", "site", "-o", "site", "--as-of", "2025-12-01", "base-closes")
    assert re.fullmatch(r"site: \d+ files? written, \d+ unchanged, [1-9]\d* removed\n", chosen.err)
    assert not (two.folder / "site" / "claims" / "soldiers-leave.html").exists()


def test_a_site_is_the_same_for_the_same_data_and_day(two: CommandLine) -> None:
    files = site(two, "--as-of", "2025-12-01")
    two.patch.setenv("TZ", "Asia/Tokyo")
    two.patch.setenv("LC_ALL", "C")
    (two.folder / "data" / "claims.yaml").rename(two.folder / "claims.yaml")
    assert site(two, "--as-of", "2025-12-01", "-f", str(two.folder / "claims.yaml")) == files


def test_a_site_has_nothing_learned_after_as_of(two: CommandLine) -> None:
    files = site(two, "--as-of", "2025-08-31")
    assert "claims/base-closes.html" in files
    for path, text in files.items():
        assert path == "style.css" or re.search(r"\bSo\.|2025-10-02|2 Oct 2025", text) is None, path
    assert "claims/base-closes.html" not in site(two, "--as-of", "2025-08-01")


def test_a_site_has_its_title_and_knows_its_address(two: CommandLine) -> None:
    files = site(two, "--title", "Bases & us", "--base-url", "https://news.example")
    assert '<h1 dir="auto">Bases &amp; us</h1>' in files["index.html"]
    assert '<link rel="canonical" href="https://news.example/">' in files["index.html"]
    assert files["robots.txt"] == "Sitemap: https://news.example/sitemap.xml\n"
    below = site(two, "--base-url", "https://news.example/claims/")
    assert "robots.txt" not in below
    assert 'href="/claims/style.css"' in below["404.html"]


def test_the_feed_and_the_calendar_of_a_site_can_be_read(two: CommandLine) -> None:
    files = site(two, "--base-url", "https://news.example/")
    read = feedparser.parse(files["feed.xml"])
    assert not read.bozo
    assert {entry.link for entry in read.entries} == {
        "https://news.example/claims/base-closes.html",
        "https://news.example/claims/soldiers-leave.html",
    }
    assert len(Calendar.from_ical(files["deadlines.ics"]).walk("VEVENT")) == 1
    assert [claim["file"] for claim in json.loads(files["claims.json"])["claims"]] == [
        "claims.yaml",
        "claims.yaml",
    ]


def test_a_site_of_no_claims_is_published_too(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", claims_file())
    assert "There are no claims yet." in site(tracker)["index.html"]


def test_a_site_takes_the_place_of_no_file_of_others(two: CommandLine) -> None:
    two.file("site/index.html", "mine")
    two.file("site/CNAME", "news.example")
    assert two.fails("export", "site", "-o", "site") == (
        "Error: `site/index.html` was not made by `tracker export site`; nothing was written\n"
        "Help: move or delete what you do not need of it, or choose another folder\n"
    )
    assert sorted(path.name for path in (two.folder / "site").iterdir()) == ["CNAME", "index.html"]


def test_a_site_is_a_folder(two: CommandLine) -> None:
    assert "Missing option '-o' / '--output'" in two.fails("export", "site")
    for name in ("-", ""):
        assert "a site is a folder of files" in two.fails("export", "site", "-o", name)


@pytest.mark.slow
def test_a_page_has_the_corrections_on_request(two: CommandLine) -> None:
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        two.patch.setenv(name, "2025-11-20T12:00:00Z")
    text = (two.folder / "data/claims.yaml").read_text("utf-8")
    repository = Repository(two.folder)
    repository.commit("data/claims.yaml", text)
    gone = claim({"id": "gone", "claim": "It is gone."})
    repository.commit("data/claims.yaml", text.replace("2025-10\n", "2025-11\n") + gone)
    repository.commit("data/claims.yaml", text.replace("2025-10\n", "2025-11\n"))

    def shown(*arguments: str) -> str:
        made = words(two.done("export", "html", *arguments))
        return made.partition("Corrections What was published")[2]

    assert shown() == ""
    assert "It is gone. The claim was removed." in shown("--corrections")
    assert "moved from Oct 2025 to Nov 2025" in shown("--corrections")
    assert "There has been no correction." in shown("--corrections", "--as-of", "2025-11-19")
    chosen = shown("--corrections", "soldiers-leave")
    assert "moved from Oct 2025 to Nov 2025" in chosen
    assert "gone" not in chosen
    assert "There has been no correction." in shown("--corrections", "base-closes")
    assert "There has been no correction." in shown("--corrections", "--due-before", "2000")
    assert "It is gone." not in shown("--corrections", "--not-passed", "--as-of", "2025-12-31")


def test_a_commit_that_is_dated_ahead_of_the_clock_is_published(two: CommandLine) -> None:
    repository = Repository(two.folder)
    text = (two.folder / "data/claims.yaml").read_text("utf-8")
    repository.commit("data/claims.yaml", text)
    two.patch.setenv("GIT_AUTHOR_DATE", "2027-11-24T12:00:00Z")
    repository.commit("data/claims.yaml", text.replace("2025-10\n", "2025-11\n"))
    moved = "moved from Oct 2025 to Nov 2025"
    assert moved in words(two.done("export", "html", "--corrections"))
    assert moved not in words(two.done("export", "html", "--corrections", "--as-of", "2026-11-23"))


def test_corrections_without_a_history_say_so_on_the_page(two: CommandLine) -> None:
    two.patch.setenv("GIT_CEILING_DIRECTORIES", str(two.folder.parent))
    made = two.done("export", "html", "--corrections")
    assert "the files have no git history" in made
    Repository(two.folder)
    assert two.done("export", "html", "--corrections") == made
    assert "the files have no git history" in site(two, "--corrections")["corrections.html"]


def test_corrections_are_not_published_of_standard_input(two: CommandLine) -> None:
    two.standard_input((two.folder / "data/claims.yaml").read_text("utf-8"))
    assert two.fails("export", "html", "--corrections", "-f", "-") == (
        "Error: `--corrections` reads the files once more\nHelp: name a file with `-f`, not `-`\n"
    )
