"""What the pages of a site have in common: the claims, the ways between pages, and their frame."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from jinja2 import Environment
from markupsafe import Markup

from claim_tracker import __version__
from claim_tracker.claims.filters import ordered
from claim_tracker.claims.report import Report
from claim_tracker.claims.state import ClaimState
from claim_tracker.render.data.escape import entities
from claim_tracker.render.plain_words import PLAIN
from claim_tracker.render.publish.corrections_atom import TITLE as CORRECTIONS_TITLE
from claim_tracker.render.publish.html import TITLE
from claim_tracker.render.publish.languages import wording_of
from claim_tracker.render.publish.naming import common_text, publishers
from claim_tracker.render.publish.page.templates import content_policy, environment, hash_source
from claim_tracker.render.publish.site.groups import GROUPED_BY, Grouping, Groups, groups_by
from claim_tracker.render.publish.site.paths import (
    CALENDAR,
    CLAIMS,
    CORRECTIONS,
    CORRECTIONS_FEED,
    CSV,
    FEED,
    JSON,
    MISSING,
    STYLE,
    Home,
    numbered_path,
    root_of,
    status_path,
)
from claim_tracker.render.wording import Wording, message

_Item = TypeVar("_Item")
_DOWNLOADS = {
    message("file", "Feed"): FEED,
    message("file", "Calendar"): CALENDAR,
    "CSV": CSV,
    "JSON": JSON,
}


class Link(NamedTuple):
    """A page or a file of the site, and what it is called."""

    words: str
    path: str


class ListPage(NamedTuple, Generic[_Item]):
    """One of the pages of a list: its path and number, and the paths of all of them."""

    path: str
    number: int
    paths: Sequence[str]
    items: list[_Item]


class Head(NamedTuple):
    """What a page says of itself.

    `language` is that of its title, where a file says it, and `number` which of several it is.
    """

    path: str
    title: str
    language: str | None
    description: str
    kind: Literal["website", "article"] = "website"
    number: int = 1


@dataclass(frozen=True, slots=True)
class Frame:
    """Makes the pages of one site; `states` are its claims, the most urgent first.

    The words are in the language of the claims, where it is one for all of them that there are
    translations for, else in English. `language` is that of names, where it is one for all files,
    and `title_language` that of the title, where the files have it.
    """

    report: Report
    states: Sequence[ClaimState]
    groups: Mapping[Grouping, Groups]
    title: str
    title_language: str | None
    language: str | None
    wording: Wording
    home: Home
    environment: Environment

    def macro(self, template: str, name: str) -> Callable[..., Markup]:
        """Return a macro of a template, which makes a piece of a page."""
        found: Callable[..., Markup] = getattr(self.environment.get_template(template).module, name)
        return found

    def once(self, macro: Callable[..., Markup], *values: Hashable) -> Markup:
        """Return what a macro makes of some values; of the same values it is made only once."""
        once: Any = self.environment.globals["once"]
        made: Markup = once(macro, *values)
        return made

    def page(self, template: str, head: Head, **values: object) -> str:
        """Return a page of the site, made by a template with its values."""
        given = {
            "head": head,
            "root": root_of(head.path),
            "url": self.home.url_of(head.path),
            **values,
        }
        return entities(self.environment.get_template(f"site/{template}").render(given))

    def missing(self) -> str:
        """Return the page for an address that is none, which a server shows at that address."""
        title = self.wording.gettext("There is no such page")
        root = self.home.path or ""
        return self.page("missing.html", Head(MISSING, title, None, title), root=root, url=None)


def frame_of(report: Report, title: str | None, home: Home, *, has_corrections: bool) -> Frame:
    """Return the frame of the pages of a site, which may have one of corrections.

    The title is that of the files unless it is given.
    """
    language, own_title = common_text(report, "language"), common_text(report, "title")
    wording = wording_of(language, PLAIN)
    title = title or own_title or wording.pgettext("title", TITLE)
    states = ordered(report.claims, "urgency")
    groups = {by: groups_by(by, report.claims, states, wording) for by in GROUPED_BY}
    sections = [Link(wording.pgettext("title", TITLE), CLAIMS)]
    sections += [Link(each.words, each.path) for each in groups.values() if each.named]
    feeds, corrections = [Link(title, FEED)], None
    if has_corrections:
        corrections = Link(wording.pgettext("title", CORRECTIONS_TITLE), CORRECTIONS)
        sections.append(corrections)
        feeds.append(Link(wording.named(corrections.words, title), CORRECTIONS_FEED))
    title_language = language if title == own_title else None
    made = environment(
        wording,
        site_title=title,
        site_language=title_language,
        language=language,
        publishers=publishers(report),
        version=__version__,
        as_of=report.as_of,
        policy=policy(),
        style=STYLE,
        sections=sections,
        section_paths={section.path for section in sections},
        corrections=corrections,
        feeds=feeds,
        downloads=[Link(wording.pgettext("file", name), path) for name, path in _DOWNLOADS.items()],
        status_path=status_path,
    )
    return Frame(report, states, groups, title, title_language, language, wording, home, made)


def policy(document: str | None = None) -> str:
    """Return the Content Security Policy of a page, which has the style of the site and no script.

    A document of JSON-LD runs nothing, but is named by its hash for those who take it for a script.
    """
    return content_policy("'self'", hash_source(document) if document is not None else None)


def in_parts(
    path: str, items: Iterable[_Item], room: int, size_of: Callable[[_Item], int]
) -> Iterator[ListPage[_Item]]:
    """Yield the pages of a list that begins at a path, at least one.

    Each has room for the sizes of its items, or has one item that has more.
    """
    lists = list(pack(items, room, size_of))
    paths = [numbered_path(path, number) for number in range(1, len(lists) + 1)]
    for number, part in enumerate(lists, 1):
        yield ListPage(paths[number - 1], number, paths, part)


def pack(
    items: Iterable[_Item], room: int, size_of: Callable[[_Item], int]
) -> Iterator[list[_Item]]:
    """Yield the items in lists that have room for their sizes, or have one item that has more."""
    taken, held = 0, list[_Item]()
    for item in items:
        size = size_of(item)
        if held and taken + size > room:
            yield held
            taken, held = 0, []
        held.append(item)
        taken += size
    yield held


def bytes_of(markup: str) -> int:
    """Return how many bytes a piece of a page has."""
    return len(markup.encode())
