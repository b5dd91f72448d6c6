"""The files by which the claims are published as a site from where their repository is."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from claim_tracker.cli.project.starter import REVISION


class Pages(NamedTuple):
    """Where a site is published: its name, the file that does so, and what is left to do."""

    name: str
    path: Path
    text: str
    left_to_do: str


SITE_COMMAND = "tracker export site"
"""The command by which a file is known to publish the claims, whatever else it does."""
_INSTALL = (
    f'pip install "claim-tracker[site] @ git+https://github.com/OWNER/claim-tracker@{REVISION}"'
)
_GITHUB = f"""\
# Publishes the claims as a site: after each push, and once a day, as deadlines pass without one.
name: Pages
on:
  push:
    branches: [main, master]
  schedule:
    - cron: "20 4 * * *"
  workflow_dispatch:
permissions:
  contents: read
concurrency: pages
jobs:
  build:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      pages: read
    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 0  # corrections are found in the history
      - uses: actions/setup-python@v6
        with:
          python-version: "3.13"
      - id: pages
        uses: actions/configure-pages@v5
      # Put the address of claim-tracker here: OWNER stands for whoever publishes it.
      - run: {_INSTALL}
      - run: tracker check
      - run: {SITE_COMMAND} -o public --base-url "$BASE_URL" --corrections
        env:
          BASE_URL: ${{{{ steps.pages.outputs.base_url }}}}
      - uses: actions/upload-pages-artifact@v4
        with:
          path: public
  deploy:
    needs: build
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${{{{ steps.deployment.outputs.page_url }}}}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v4
"""
_GITLAB = f"""\
# Publishes the claims as a site, after each push to the main branch. Deadlines pass without one:
# under Build, Pipeline schedules, let it run once a day.
pages:
  image: python:3.13
  variables:
    GIT_DEPTH: 0  # corrections are found in the history
  script:
    # Put the address of claim-tracker here: OWNER stands for whoever publishes it.
    - {_INSTALL}
    - tracker check
    - {SITE_COMMAND} -o public --base-url "$CI_PAGES_URL" --corrections
  artifacts:
    paths:
      - public
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
"""

PAGES: Mapping[str, Pages] = {
    "github": Pages(
        "GitHub Pages",
        Path(".github", "workflows", "pages.yml"),
        _GITHUB,
        "under Settings, Pages, choose GitHub Actions as the source, once",
    ),
    "gitlab": Pages(
        "GitLab Pages",
        Path(".gitlab-ci.yml"),
        _GITLAB,
        "under Build, Pipeline schedules, add one that runs each day",
    ),
}
"""Where sites are published, by the names that `tracker init --pages` has for it."""


def git_host(remote: str) -> str | None:
    """Return the name in `PAGES` for where a remote of git is; None where its host does not say.

    The host says so by its name: `github.com`, `gitlab.com`, `gitlab.example.org`.
    """
    found = re.match(r"(?:[a-z+]+://)?(?:[^@/]*@)?([^:/]+)", remote)
    labels = found[1].lower().split(".") if found is not None else []
    return next((name for name in PAGES if name in labels), None)
