"""What is served: the files of a site, with what was found in its claims shown on each page."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from html import escape, unescape
from typing import NamedTuple

from claim_tracker.checks.catalogue_pages import CatalogueEntry, codes, entry
from claim_tracker.render.publish.page.findings import findings_panel, notice
from claim_tracker.render.publish.page.templates import own_file
from claim_tracker.render.publish.site.paths import INDEX, MISSING
from claim_tracker.text.diagnostic import Finding
from claim_tracker.text.display import utf8

Files = Mapping[str, bytes | str]
"""The files of a site, by their paths from its top; texts are in UTF-8."""
OWN = "_serve"
"""The folder of what the site itself does not have."""
CHANGES = f"{OWN}/changes"
"""Where pages hear of another version."""
_OWN_FILES = ("serve.css", "reload.js", "worker.js")
_POLICY = re.compile(
    r'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*(?=")', re.IGNORECASE
)
_ALLOWED = ("script-src", "style-src", "worker-src")
"""What the style of the findings, and the script that loads a page anew, need."""


class Made(NamedTuple):
    """What the claims came to: the files of a site, and what was found.

    `files` is None where the data has errors; `fault` says why it could not be read at all.
    """

    files: Files | None
    findings: Sequence[Finding] = ()
    documents: int = 0
    claims: int = 0
    fault: str | None = None


class Site(NamedTuple):
    """The files that are served, and what stands at the `end` of their pages.

    Another `version` has something else.
    """

    version: str
    files: Files
    end: str

    def content(self, path: str) -> bytes:
        """Return a file as it is served. Raises KeyError for a path that there is not."""
        content = _bytes(self.files[path])
        return _with_end(content, self.end) if path.endswith(".html") else content


def site_of(made: Made, good: Files | None) -> Site:
    """Return the site to serve: the files that were made, or else the `good` ones, the last before.

    What was found is on each page. Where there is no page yet, one says so.
    """
    is_old = made.files is None and good is not None
    panel = findings_panel(made.findings, made.documents, made.claims, made.fault, is_old=is_old)
    files = {
        MISSING: notice("There is no such page"),
        **(made.files or good or _nothing_yet()),
        **{f"{OWN}/{name}": own_file(f"serve/{name}") for name in _OWN_FILES},
        **_pages_of_codes(),
    }
    version = _version(files, panel)
    script = f'<script src="/{OWN}/reload.js" data-version="{version}"></script>\n'
    return Site(version, files, panel + script)


@cache
def _pages_of_codes() -> Files:
    """Return the pages of all codes, which stay when a finding is gone."""
    return {f"{OWN}/{code}.html": _page_of(entry(code)) for code in codes()}


def _page_of(code: CatalogueEntry) -> str:
    _, _, lines = code.page.partition("\n")
    return notice(f"{code.code}: {code.title}", lines=lines.strip())


def _nothing_yet() -> Files:
    text = "It comes as soon as the claims can be shown."
    return {INDEX: notice("There is no page yet", text, is_start=True)}


def _version(files: Files, panel: str) -> str:
    """Return the hash of a version."""
    whole = sha256()
    for part in (panel, *(part for item in sorted(files.items()) for part in item)):
        whole.update(sha256(_bytes(part)).digest())
    return whole.hexdigest()[:16]


def _with_end(page: bytes, end: str) -> bytes:
    """Return a page with what is added at its end, and with a policy that allows it."""
    text = page.decode("utf-8", "replace")
    text = _POLICY.sub(lambda match: escape(_allowing(unescape(match[0]))), text, count=1)
    body, tag, rest = text.rpartition("</body>")
    return f"{body}{end}{tag}{rest}".encode() if tag else f"{rest}{end}".encode()


def _allowing(policy: str) -> str:
    """Return a Content Security Policy that allows what comes from the same server, too.

    A directive that is not there follows `default-src` (W3C, Content Security Policy Level 3).

    >>> _allowing("default-src 'none'; script-src 'sha256-x'")
    "default-src 'none'; script-src 'sha256-x' 'self'; style-src 'self'; worker-src 'self'"
    """
    directives = {words[0]: words[1:] for part in policy.split(";") if (words := part.split())}
    otherwise = directives.get("default-src")
    for name in _ALLOWED:
        sources = directives.get(name, otherwise)
        if sources is not None:
            allowed = [source for source in sources if source != "'none'"]
            directives[name] = [*dict.fromkeys([*allowed, "'self'"])]
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def _bytes(content: bytes | str) -> bytes:
    return utf8(content) if isinstance(content, str) else content
