"""Where the pages of a site stand, and how they refer to each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from claim_tracker.edit.ids import made_slug
from claim_tracker.render.publish.naming import uri

INDEX = "index.html"
CLAIMS = "claims.html"
DEADLINES = "deadlines.html"
OUTCOMES = "outcomes.html"
MISSING = "404.html"
STYLE = "style.css"
CORRECTIONS = "corrections.html"
FEED = "feed.xml"
CORRECTIONS_FEED = "corrections.xml"
CALENDAR = "deadlines.ics"
JSON, CSV = "claims.json", "claims.csv"
_OF_WINDOWS = frozenset(
    ("aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
"""What no file of Windows can be called, whatever the ending."""
_OF_SERVERS = frozenset(("index",))
"""What a server shows for a folder."""


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of a site: `url` is its address, which ends with a slash, or None if unknown."""

    url: str | None

    def url_of(self, path: str) -> str | None:
        """Return the whole address of a file of the site; that of the first page is the folder."""
        if self.url is None:
            return None
        return self.url + (path if path != INDEX else "")

    @property
    def path(self) -> str | None:
        """Return the address without the host, as in `/claims/`."""
        return urlsplit(self.url).path if self.url is not None else None


def home_at(url: str | None) -> Home:
    """Return the home of a site that will stand at an address, with or without a slash."""
    return Home(f"{uri(url).rstrip('/')}/" if url is not None else None)


def claim_path(claim_id: str) -> str:
    """Return where the page of a claim stands: its id is in the address."""
    stem = f"{claim_id}_" if claim_id in _OF_WINDOWS else claim_id
    return f"claims/{stem}.html"


def status_path(sign: str) -> str:
    """Return where the claims of a status stand."""
    return f"status/{sign}.html"


def numbered_path(path: str, number: int) -> str:
    """Return where a page of several stands: `topics/roads.html`, then `topics/roads_2.html`.

    No id and no slug has an underscore.
    """
    return path if number == 1 else f"{path.removesuffix('.html')}_{number}.html"


def slugs(names: Iterable[str], otherwise: str) -> Iterator[str]:
    """Yield a part of an address for each name: its words in Latin letters.

    A number makes one differ from those before it; `otherwise` stands for names without words.
    """
    taken = {*_OF_SERVERS, *_OF_WINDOWS}
    for name in names:
        found = made_slug(name, otherwise, taken)
        taken.add(found)
        yield found


def root_of(path: str) -> str:
    """Return the way from a page to the folder of the site: `../`, or nothing."""
    return "../" * path.count("/")
