"""Sites as their files by their paths."""

from collections.abc import Mapping
from typing import Any

from claim_tracker.claims.report import Report
from claim_tracker.render.publish.site import site_files


def site(claims: Report, **options: Any) -> dict[str, str]:
    return dict(site_files(claims, **options))


def pages(files: Mapping[str, str]) -> dict[str, str]:
    return {path: text for path, text in files.items() if path.endswith(".html")}
