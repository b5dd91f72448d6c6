"""The texts that a new project starts from."""

from claim_tracker import __version__

REVISION = f"v{__version__}"
"""The tag of this version of claim-tracker."""

CLAIMS = """\
# yaml-language-server: $schema=claims.schema.json
# The line above lets an editor complete and check this file by the schema beside it.
#
# Dated claims, where each was read, and what became of it. The one below is invented: put your own
# in its place. `tracker check --strict` says whether the file is valid. A source or a place of
# several claims can have a key, in `sources` and `places`: docs/format.md of claim-tracker.

version: 1
timezone: UTC  # whose calendar says when a day is over, such as Europe/Paris

claims:
  - id: bridge-opens  # lower-case letters, digits and single hyphens
    claim: The new bridge is open to traffic.  # in your own words, one sentence
    kind: commitment  # or prediction, or fact
    topic: Roads  # what `tracker status` groups by
    speaker: The example town council  # who said it, as reported
    due: late 2025  # the deadline: also `2025-09`, `2025-Q3`, `2025-09-30`, `within 90 days`
    source:  # where it was read: with a `url` or a `title`, or a key of `sources`
      title: New bridge to open by the end of the year
      publisher: Example News
      url: https://example.org/news/new-bridge
      published: 2025-03-10
      # archived: the address of a lasting copy
    tags: [bridge]  # words of your own
    # Also: `quote`, the source's own words; `role` of the speaker, and `organisation`, for whom;
    # `via`, told to whom; `stated`, when, if not the day on which the source was published;
    # `review`, the day to look again; `criteria`, what would count; `note`; `quantity`, a figure;
    # `places`, keys of `places`; `related`, ids of other claims; and for a fact `as_of`, the date
    # it is said to hold.
    updates:  # what became of it, oldest first; only ever appended to
      - date: 2025-11-14  # the day on which it became known
        outcome: kept  # of a commitment also: partly-kept, broken, withdrawn, disputed …
        happened: 2025-11-12  # when it happened; without it, some day up to `date`
        note: The first cars have crossed the bridge.  # in your own words
        source: {url: https://example.org/news/bridge-open, published: 2025-11-14}
        # Also: `progress`, such as on-track or stalled; `due`, a moved deadline; `review`, the day
        # to look again; `quantity`; `quote`; and with an outcome your own word for it, `rating`.
"""
"""A valid claims file: one invented claim, with a few words on each field."""

PRE_COMMIT = f"""\
# Checks the claims before each commit, once `pre-commit install` has been run.
repos:
  # Put the address of claim-tracker here: OWNER stands for whoever publishes it.
  - repo: https://github.com/OWNER/claim-tracker
    rev: {REVISION}
    hooks:
      - id: tracker-check
"""
"""A `.pre-commit-config.yaml` that checks the claims."""

GITHUB_WORKFLOW = f"""\
# Checks the claims on each push and pull request, and marks what is wrong on its line.
name: Claims
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      # Put the address of claim-tracker here: OWNER stands for whoever publishes it.
      - uses: OWNER/claim-tracker@{REVISION}
        with:
          files: data/claims.yaml
"""
"""A workflow for GitHub that checks the claims."""


AGENDA_WORKFLOW = f"""\
# Keeps one issue with what has to be looked at: each Monday its text is written anew, and it is
# opened or closed as there is something or nothing.
name: Agenda
on:
  schedule:
    - cron: "0 6 * * 1"
  workflow_dispatch:
permissions:
  contents: read
  issues: write
concurrency: agenda
jobs:
  agenda:
    runs-on: ubuntu-latest
    env:
      GH_TOKEN: ${{{{ github.token }}}}
      GH_REPO: ${{{{ github.repository }}}}
      TITLE: What to look at
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-python@v6
        with:
          python-version: "3.13"
      # Put the address of claim-tracker here: OWNER stands for whoever publishes it.
      - run: pip install "claim-tracker @ git+https://github.com/OWNER/claim-tracker@{REVISION}"
      - run: tracker agenda --format markdown -o "$RUNNER_TEMP/agenda.md"
      - name: Open, update or close the issue
        run: |
          gh label create agenda --description "What to look at" 2> /dev/null || true
          number=$(gh issue list --label agenda --state all --limit 1 \\
            --json number --jq '.[].number')
          if [ -n "$number" ]; then
            gh issue edit "$number" --body-file "$RUNNER_TEMP/agenda.md"
          elif ! tracker agenda --fail-on any > /dev/null; then
            gh issue create --title "$TITLE" --label agenda --body-file "$RUNNER_TEMP/agenda.md"
            exit
          else
            exit
          fi
          if tracker agenda --fail-on any > /dev/null; then
            gh issue close "$number" || true
          else
            gh issue reopen "$number" || true
          fi
"""
"""A workflow for GitHub that keeps one issue with the agenda."""

MERGE_DRIVER = (
    "tracker merge %O %A %B -L %X -L %S -L %Y --marker-size %L --path %P"
    " || (s=$?; [ $s = 127 ] && git merge-file -L ours -L base -L theirs %A %O %B; exit $s)"
)
"""The command of the merge driver, for the configuration of git (gitattributes(5)).

Where a shell does not find `tracker` (status 127), lines are merged and theirs is in the file;
git would leave ours alone there, without a marker.
"""
