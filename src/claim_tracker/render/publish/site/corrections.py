"""The corrections of a site: their pages and feed, and where those of each claim are."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from claim_tracker.compare.corrections import Correction
from claim_tracker.render.publish import FEED_LIMIT
from claim_tracker.render.publish.corrections_atom import (
    TITLE,
    About,
    FeedOptions,
    corrections_feed,
)
from claim_tracker.render.publish.page.corrections_view import (
    anchor_of,
    corrected_on,
    corrections_view,
)
from claim_tracker.render.publish.site.frame import Frame, Head, bytes_of, in_parts
from claim_tracker.render.publish.site.paths import (
    CORRECTIONS,
    CORRECTIONS_FEED,
    claim_path,
)

_ROOM = 70_000
"""The bytes of corrections on one page."""


class Corrected(NamedTuple):
    """The days on which a claim was corrected, and where the newest correction of it stands."""

    days: Sequence[str]
    path: str


class SiteCorrections(NamedTuple):
    """The pages of the corrections by their paths, their feed, and what each claim says of it."""

    pages: Mapping[str, str]
    feed: str
    of_claim: Mapping[str, Corrected]


def site_corrections(frame: Frame, found: Sequence[Correction]) -> SiteCorrections:
    """Return the pages and the feed of corrections, the newest first."""
    shown = {state.claim.id for state in frame.states}
    wording = frame.wording
    view = corrections_view(found, shown, claim_path, wording)
    title = wording.pgettext("title", TITLE)
    description = wording.named(title, frame.title)
    correction = frame.macro("corrections.html", "correction")
    made = ((claim.anchor, correction(claim)) for claim in view.claims)
    parts = list(in_parts(CORRECTIONS, made, _ROOM, lambda it: bytes_of(it[1])))
    pages = {
        part.path: frame.page(
            "corrections.html",
            Head(part.path, title, None, description, number=part.number),
            view=view,
            feed=CORRECTIONS_FEED,
            part=part,
        )
        for part in parts
    }
    at = {anchor: part.path for part in parts for anchor, _ in part.items if anchor is not None}
    of_claim = {
        claim_id: Corrected(days, f"{at[anchor]}#{anchor}")
        for claim_id, days in corrected_on(found, wording).items()
        for anchor in (anchor_of(claim_id),)
    }
    return SiteCorrections(pages, _feed(frame, found, shown), of_claim)


def _feed(frame: Frame, found: Sequence[Correction], shown: Container[str]) -> str:
    home = frame.home
    page = home.url_of(CORRECTIONS)
    options = FeedOptions(
        url=home.url_of(CORRECTIONS_FEED),
        limit=FEED_LIMIT,
        about=About(frame.title, frame.language),
        home=page,
    )
    if home.url is not None:
        options = replace(
            options,
            page_of=lambda it: home.url_of(claim_path(it)) if it in shown else page,
        )
    return corrections_feed(found, frame.report.as_of, options)
