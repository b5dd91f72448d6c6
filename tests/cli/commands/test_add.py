"""`tracker add`: a claim from options."""

from pathlib import Path

import pytest

from tests.conftest import NOW, CommandLine
from tests.processes import process, trackers
from tests.samples import another, assert_valid, claim, claims_file

NAME = "data/claims.yaml"
HEAD = """\
sources:
  iswnews: {url: https://example.org/report, published: 2025-08-18}
places: {erbil: {name: Erbil}}
"""
CLAIMS = claims_file(
    claim({"source": "iswnews", "topic": "Bases", "places": "[erbil]", "tags": "[bases]"}),
    head=HEAD,
)
NEEDED = ("--claim", "The U.S. base in Erbil stays: for now.", "--kind", "prediction")
WHO = ("--speaker", "A. Minister", "--source", "iswnews")


@pytest.fixture
def claims(tracker: CommandLine) -> CommandLine:
    tracker.file(NAME, CLAIMS)
    return tracker


def content(tracker: CommandLine, name: str = NAME) -> str:
    return (tracker.folder / name).read_bytes().decode()


def test_a_claim_is_written_after_the_others(claims: CommandLine) -> None:
    ran = claims("add", *NEEDED, *WHO, "--yes")
    assert (ran.status, ran.err) == (
        0,
        f"Written to {NAME}, line 14: us-base-erbil-stays-now is undated\n",
    )
    assert (
        content(claims)
        == f"""{CLAIMS}\
  - id: us-base-erbil-stays-now
    claim: 'The U.S. base in Erbil stays: for now.'
    kind: prediction
    speaker: A. Minister
    source: iswnews
"""
    )


def test_each_field_of_a_claim_has_an_option(claims: CommandLine) -> None:
    claims(
        *("add", "--claim", "900 troops.", "--kind", "fact", *WHO, "--role", "the minister"),
        *("--via", "A paper", "--topic", "Bases", "--stated", "Sept 2025", "--holds-as-of", "2025"),
        *("--quantity", "900 troops", "--place", "erbil", "--tag", "bases", "--tag", "men"),
        *("--related", "base-closes", "--id", "troops", "--due", "2027", "--yes"),
    )
    added = content(claims).removeprefix(CLAIMS)
    assert_valid(content(claims), today=NOW.date())
    assert (
        added
        == """\
  - id: troops
    claim: 900 troops.
    kind: fact
    topic: Bases
    speaker: A. Minister
    role: the minister
    via: A paper
    stated: 2025-09
    as_of: 2025
    due: 2027
    quantity: {value: 900, unit: troops}
    source: iswnews
    places: [erbil]
    tags: [bases, men]
    related: [base-closes]
"""
    )
    assert_valid(content(claims), today=NOW.date())


def test_a_word_close_to_a_known_one_is_reported_and_written(claims: CommandLine) -> None:
    slips = (
        "--speaker",
        "A. Ministre",
        "--source",
        "iswnews",
        "--topic",
        "Bsaes",
        "--tag",
        "basis",
    )
    err = claims("add", *NEEDED, *slips, "--yes").err
    assert "No other claim has the speaker `A. Ministre`; did you mean `A. Minister`?" in err
    assert "No other claim has the topic `Bsaes`; did you mean `Bases`?" in err
    assert "No other claim has the tag `basis`; did you mean `bases`?" in err
    assert "topic: Bsaes" in content(claims)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (NEEDED, "A claim needs --speaker, --source."),
        ((*NEEDED, *WHO, "--place", "erbl"), "unknown place `erbl`; did you mean `erbil`?"),
        ((*NEEDED, *WHO, "--related", "base"), "unknown claim `base`"),
        ((*NEEDED, *WHO, "--id", "base-closes"), "the id `base-closes` is used twice"),
        ((*NEEDED, *WHO, "--id", "A b"), "write `a-b`"),
        ((*NEEDED, *WHO, "--holds-as-of", "2025"), "`--holds-as-of` is for facts"),
        ((*NEEDED, *WHO, "--due", "2024"), "is over before the claim was stated"),
        ((*NEEDED, *WHO[:2], "--source", "https://a.org"), "has no `--stated`"),
        ((*NEEDED, *WHO, "--tag", " "), "an item of `tags` is empty"),
    ],
)
def test_what_would_not_be_valid_is_refused(
    claims: CommandLine, options: tuple[str, ...], message: str
) -> None:
    assert message in " ".join(claims.fails("add", *options, "--yes").split())
    assert content(claims) == CLAIMS


def test_a_claim_in_the_same_words_gives_a_warning(claims: CommandLine) -> None:
    ran = claims("add", "--claim", "The base closes.", "--kind", "commitment", *WHO, "--yes")
    assert "Warning: `base-closes` makes the same claim in the same words" in ran.err
    assert "- id: base-closes-2\n" in content(claims)


def test_of_several_files_one_is_named(tracker: CommandLine) -> None:
    tracker.file("all/a.yaml", claims_file(claim()))
    tracker.file("all/b.yaml", claims_file(another()))
    arguments = (
        "add",
        "-f",
        "all",
        *NEEDED,
        *WHO[:2],
        "--source",
        "https://a.org",
        "--stated",
        "2025-09-01",
    )
    assert "say with `--to FILE`" in tracker.fails(*arguments, "--yes")
    assert tracker.fails(*arguments, "--yes", "--to", "all/c.yaml") == (
        "Error: there is no file `all/c.yaml`\n"
        "Help: begin it with the lines `version: 1` and `claims: []`\n"
    )
    tracker.file("c.yaml", claims_file(claim()))
    assert "not among the files" in tracker.fails(*arguments, "--yes", "--to", "c.yaml")
    tracker(*arguments, "--yes", "--to", "./all/b.yaml")
    assert content(tracker, "all/a.yaml") == claims_file(claim())
    assert "  - id: us-base-erbil-stays-now\n" in content(tracker, "all/b.yaml")


def test_a_new_project_gets_its_first_claim(tracker: CommandLine) -> None:
    tracker.file(NAME, claims_file())
    tracker(
        "add", *NEEDED, *WHO[:2], "--source", "https://a.org", "--stated", "2025-09-01", "--yes"
    )
    assert content(tracker).startswith("version: 1\nclaims:\n  - id: us-base-erbil-stays-now\n")


@pytest.mark.slow
def test_eight_writers_at_once_all_land(tracker: CommandLine) -> None:
    tracker.file(NAME, claims_file())
    arguments = ("--speaker", "A. Minister", "--source", "https://a.org", "--stated", "2001-01-01")
    ran = trackers(*[("add", *NEEDED, *arguments, "--yes")] * 8)
    assert [each.status for each in ran] == [0] * 8, ran
    ids = [line.split()[-1] for line in content(tracker).splitlines() if "- id: " in line]
    name = "us-base-erbil-stays-now"
    assert ids == [name, *(f"{name}-{number}" for number in range(2, 9))]


DETAILS = (
    "--speaker",
    "A. Minister",
    "--source",
    "https://a.org",
    "--stated",
    "2001-01-01",
    "--yes",
)


@pytest.mark.slow
def test_writers_to_files_of_one_folder_give_each_its_own_id(tracker: CommandLine) -> None:
    names = [f"all/{name}.yaml" for name in ("a", "b", "in/c")]
    for name in names:
        tracker.file(name, claims_file())
    ways = (("-f", "all"), ("-f", names[2], "-f", names[1], "-f", names[0]))
    lines = [("add", *NEEDED, *DETAILS, *way, "--to", name) for way in ways for name in names]
    ran = trackers(*lines)
    assert [each.status for each in ran] == [0] * 6, ran
    assert tracker("check", "-f", "all").status == 0
    found = [line for name in names for line in content(tracker, name).splitlines()]
    ids = [line.split()[-1] for line in found if "- id: " in line]
    name = "us-base-erbil-stays-now"
    assert sorted(ids) == [name, *(f"{name}-{number}" for number in range(2, 7))]


@pytest.mark.slow
def test_of_writers_that_give_one_id_a_single_one_lands(tracker: CommandLine) -> None:
    names = [f"all/{name}.yaml" for name in "abc"]
    for name in names:
        tracker.file(name, claims_file())
    ran = trackers(
        *(("add", *NEEDED, *DETAILS, "--id", "same", "-f", "all", "--to", name) for name in names)
    )
    assert sorted(each.status for each in ran) == [0, 2, 2], ran
    assert all("the id `same` is used twice" in each.err for each in ran if each.status)
    assert sum("- id: same" in content(tracker, name) for name in names) == 1


@pytest.mark.parametrize("new", ["all/b.yaml", "all/new.yaml"])
def test_an_id_that_is_taken_during_the_question_is_not_reused(
    tracker: CommandLine, new: str
) -> None:
    for name in ("all/a.yaml", "all/b.yaml"):
        tracker.file(name, claims_file())
    taken = claims_file(claim({"id": "us-base-erbil-stays-now"}))
    tracker.answers("yes", "yes", meanwhile=lambda: tracker.file(new, taken))
    ran = tracker("add", *NEEDED, *DETAILS[:-1], "-f", "all", "--to", "all/a.yaml")
    assert ran.status == 0
    assert "has changed meanwhile. Now it is:" in ran.err
    assert "- id: us-base-erbil-stays-now-2\n" in content(tracker, "all/a.yaml")
    assert content(tracker, new) == taken


def test_a_change_that_leaves_what_was_shown_is_not_asked_again(tracker: CommandLine) -> None:
    for name in ("all/a.yaml", "all/b.yaml"):
        tracker.file(name, claims_file())
    changed = claims_file(claim())
    tracker.answers("yes", meanwhile=lambda: tracker.file("all/b.yaml", changed))
    ran = tracker("add", *NEEDED, *DETAILS[:-1], "-f", "all", "--to", "all/a.yaml")
    assert (ran.status, "meanwhile" in ran.err) == (0, False)
    assert "- id: us-base-erbil-stays-now\n" in content(tracker, "all/a.yaml")


def test_a_file_that_is_gone_while_somebody_is_asked_is_an_error(tracker: CommandLine) -> None:
    tracker.file("all/a.yaml", claims_file())
    other = tracker.file("all/b.yaml", claims_file())
    tracker.answers("yes", meanwhile=other.unlink)
    err = tracker("add", *NEEDED, *DETAILS[:-1], "-f", "all", "--to", "all/b.yaml").err
    assert "cannot lock `all/b.yaml`: No such file" in err


@pytest.mark.slow
def test_a_folder_of_many_files_needs_few_open_ones(tracker: CommandLine) -> None:
    for number in range(300):
        tracker.file(f"all/{number % 100}/{number}.yaml", claims_file())
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64));"
        "from claim_tracker.__main__ import main; main()"
    )
    arguments = ("add", *NEEDED, *DETAILS, "--to", "all/7/7.yaml")
    ran = process("-c", limited, *arguments, "-f", "all")
    assert (ran.status, "Written to all/7/7.yaml" in ran.err) == (0, True)
    files = [part for path in sorted(Path("all").rglob("*.yaml")) for part in ("-f", str(path))]
    assert process("-c", limited, *arguments, *files).status == 0


def test_what_comes_from_standard_input_is_kept_in_mind(tracker: CommandLine) -> None:
    tracker.file(NAME, claims_file())
    tracker.standard_input(claims_file(claim({"id": "us-base-erbil-stays-now"})))
    ran = tracker("add", *NEEDED, *DETAILS, "-f", "-", "-f", NAME, "--to", NAME)
    assert ran.status == 0
    assert "- id: us-base-erbil-stays-now-2\n" in content(tracker)


def test_what_the_file_has_defaults_for_is_not_needed(tracker: CommandLine) -> None:
    head = (
        "defaults: {speaker: A. Minister, source: paper-1, kind: commitment}\n"
        "sources:\n  paper-1: {url: https://example.org/paper, published: 2025-08-18}\n"
    )
    tracker.file("claims.yaml", claims_file(head=head))
    assert tracker("add", "-f", "claims.yaml", "--claim", "It opens.", "--yes").status == 0
    written = (tracker.folder / "claims.yaml").read_text("utf-8")
    assert written.endswith("  - id: opens\n    claim: It opens.\n")


MORE = ("--claim", "It stays.", "--kind", "fact", "--speaker", "Somebody")
URL = "https://harbour.example/x"
INLINE = f"{{url: {URL}, publisher: Harbour Post, published: 2025-08-19}}"


def test_an_inline_address_that_is_used_again_gets_a_key(tracker: CommandLine) -> None:
    tracker.file(NAME, claims_file(claim({"source": f"{INLINE}  # c"})))
    assert tracker("add", *MORE, "--source", "HTTPS://Harbour.example:443/x", "--yes").status == 0
    text = content(tracker)
    assert text.startswith(
        f"version: 1\nsources:\n  harbourpost-2025-08-19: {INLINE}\nclaims:\n  - id: base-closes\n"
    )
    assert "    source: harbourpost-2025-08-19  # c\n" in text
    assert text.endswith("    source: harbourpost-2025-08-19\n")
    assert_valid(text, today=NOW.date())


def test_the_key_of_a_source_can_be_given(tracker: CommandLine) -> None:
    tracker.file(NAME, claims_file(claim({"source": INLINE})))
    new = ("--source-url", "https://new.example/a", "--source-published", "2025-09-01")
    tracker("add", *MORE, "--source-url", URL, "--source-key", "post", "--yes")
    tracker("add", *MORE[2:], "--claim", "It is.", *new, "--source-key", "new", "--yes")
    assert f"  post: {INLINE}\n" in content(tracker)
    assert "  new: {url: https://new.example/a, published: 2025-09-01}\n" in content(tracker)
    assert content(tracker).endswith("source: new\n")
    assert "--source-key is for a new source" in tracker.fails(
        "add", *MORE, "--source", "new", "--source-key", "x", "--yes"
    )


def test_a_given_key_is_for_one_source(tracker: CommandLine) -> None:
    tracker.file(NAME, claims_file(claim({"source": INLINE})))
    new, other = "https://new.example/a", "https://new.example/b"
    given = ("--source", new, "--source-key", "new", "--yes")
    refused = tracker.fails("add", *MORE, "--source", other, *given)
    assert "`--source-key new` is for one source, and 2 sources have none yet" in refused
    tracker("add", *MORE, "--source", URL, *given)
    assert f"  new: {{url: {new}}}\n" in content(tracker)
    assert content(tracker).endswith("    source: [harbourpost-2025-08-19, new]\n")
    refused = tracker.fails("add", *MORE, *given)
    assert "is for one source, and each source has one already" in refused


def test_two_spellings_of_an_address_are_one_source(tracker: CommandLine) -> None:
    tracker.file(NAME, claims_file(claim({"source": INLINE})))
    tracker("add", *MORE, "--source", URL, "--source", URL.replace("h", "H"), "--yes")
    spellings = ("https://new.example/a", "HTTPS://New.example/a")
    new = ("--stated", "2025-09", *(it for each in spellings for it in ("--source", each)))
    tracker("add", *MORE[2:], "--claim", "It is.", *new, "--source-key", "new", "--yes")
    assert content(tracker).endswith("    source: new\n")


def test_what_any_use_says_of_a_source_is_not_contradicted(tracker: CommandLine) -> None:
    bare = claim({"source": f"{{url: {URL}}}", "stated": "2025-09"})
    tracker.file(NAME, claims_file(bare, another({"source": f"{INLINE[:-1]}, title: T}}"})))
    titled = ("--source-url", URL, "--source-title")
    assert "already, with another `title`" in tracker.fails("add", *MORE, *titled, "U", "--yes")
    tracker("add", *MORE, *titled, "T", "--yes")
    assert f"  harbourpost-2025-08-19: {INLINE[:-1]}, title: T}}\n" in content(tracker)


def test_what_a_second_use_says_of_a_source_is_kept(tracker: CommandLine) -> None:
    tracker.file(NAME, claims_file(claim({"source": INLINE})))
    url = ("--source-url", URL)
    assert "already, with another `publisher`" in tracker.fails(
        "add", *MORE, *url, "--source-publisher", "Other", "--yes"
    )
    tracker("add", *MORE, *url, "--source-title", "T", "--yes")
    assert f"  harbourpost-2025-08-19: {INLINE[:-1]}, title: T}}\n" in content(tracker)


def test_a_key_of_another_source_is_refused(claims: CommandLine) -> None:
    source = ("--source-url", "https://example.org/x", "--source-key", "iswnews")
    err = claims.fails("add", *MORE, *source, "--yes")
    assert err.startswith("Error: `iswnews` is the key of another source\n")
    assert content(claims) == CLAIMS


def test_a_source_that_is_named_by_key_and_by_address_is_written_once(claims: CommandLine) -> None:
    sources = ("--source", "iswnews", "--source", "https://example.org/report")
    claims("add", *MORE, *sources, "--yes")
    assert content(claims).endswith("\n    source: iswnews\n")


def test_a_new_place_is_put_into_the_file(claims: CommandLine) -> None:
    place = ("--place-name", "umm-qasr=Umm Qasr", "--place-country", "umm-qasr=IQ")
    claims("add", *MORE, "--source", "iswnews", "--place", "erbil", *place, "--yes")
    assert "places: {erbil: {name: Erbil}, umm-qasr: {name: Umm Qasr, country: IQ}}\n" in content(
        claims
    )
    assert content(claims).endswith("    places: [erbil, umm-qasr]\n")
    assert_valid(content(claims), today=NOW.date())


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--place-region", "x=X"), "needs its name: use --place-name x=NAME"),
        (("--place-name", "x"), "`x` is not of the form KEY=TEXT"),
        (("--place-name", "erbil=Other"), "has the place `erbil`, with another `name`"),
        (("--place-name", "x=X", "--place-name", "x=Y"), "--place-name is given twice for `x`"),
    ],
)
def test_a_place_that_is_not_described_is_refused(
    claims: CommandLine, options: tuple[str, ...], message: str
) -> None:
    err = claims.fails("add", *MORE, "--source", "iswnews", *options, "--yes")
    assert message in " ".join(err.split())


@pytest.mark.parametrize(
    ("head", "due"), [("", "within 90 days"), ("checks: {dates: canonical}\n", "2025-11-16")]
)
def test_a_span_is_a_day_where_dates_are_to_be_canonical(
    tracker: CommandLine, head: str, due: str
) -> None:
    tracker.file(NAME, claims_file(claim(), head=head))
    options = ("--source", "https://new.example/a", "--stated", "2025-08-18")
    tracker(
        "add",
        *MORE[:2],
        "--kind",
        "commitment",
        *MORE[4:],
        *options,
        "--due",
        "within 90 days",
        "--yes",
    )
    assert f"    due: {due}\n" in content(tracker)


def test_advice_names_the_options(claims: CommandLine) -> None:
    err = claims.fails("add", *MORE, "--source-url", "https://a.org", "--yes")
    assert "has no `--stated`, and its source no `--source-published`" in " ".join(err.split())


@pytest.mark.parametrize("source", ["paper", "https://harbour.example/Report"])
def test_a_span_counts_from_the_day_of_the_source_however_that_is_named(
    tracker: CommandLine, source: str
) -> None:
    report = "{url: https://harbour.example/Report, published: 2025-08-18}"
    head = f"checks: {{dates: canonical}}\nsources:\n  paper: {report}\n"
    tracker.file(NAME, claims_file(claim({"source": "paper"}), head=head))
    said = (*MORE[:2], "--kind", "commitment", *MORE[4:])
    tracker("add", *said, "--source", source, "--due", "within 90 days", "--yes")
    assert content(tracker).endswith("    due: 2025-11-16\n    source: paper\n")
