"""What search engines read of a site: its pages, and where they are told of them."""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from claim_tracker.claims.state import ClaimState
from claim_tracker.render.publish.site.addresses import Home, claim_path
from claim_tracker.render.publish.xml import xml_document

SITEMAP = "sitemap.xml"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(
    home: Home, paths: Iterable[str], states: Iterable[ClaimState]
) -> Iterator[tuple[str, str]]:
    """Yield the list of the pages of a site (https://www.sitemaps.org/protocol.html).

    The page of a claim was last changed on the day on which somebody last looked.
    """
    looked = {claim_path(state.claim.id): state.last_looked.latest for state in states}
    root = ET.Element("urlset", xmlns=_NAMESPACE)
    for path in paths:
        made = ET.SubElement(root, "url")
        ET.SubElement(made, "loc").text = home.address(path)
        if path in looked:
            ET.SubElement(made, "lastmod").text = looked[path].isoformat()
    yield SITEMAP, xml_document(root)


def robots(home: Home) -> Iterator[tuple[str, str]]:
    """Yield what tells robots of the sitemap, where they look for it: at the top of a host."""
    if home.path == "/":
        yield "robots.txt", f"Sitemap: {home.address(SITEMAP)}\n"
