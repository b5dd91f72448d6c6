"""HTML as it is read: its elements, and the text that is shown."""

from html.parser import HTMLParser

OPEN = set("area base br col embed hr img input link meta source track wbr path rect line".split())


class Reading(HTMLParser):
    """The elements of a page with their attributes, and the text that is shown."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.within: list[str] = []
        self.shown = ""
        self.raw: dict[str, str] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in OPEN:
            self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in OPEN:
            assert self.within.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.within[-1:] in (["style"], ["script"]):
            self.raw[self.within[-1]] = data
        else:
            self.shown += f" {data}"

    def all(self, tag: str, name: str) -> list[str | None]:
        """The values of an attribute of all elements of one kind that have it."""
        return [attrs[name] for found, attrs in self.elements if found == tag and name in attrs]


def words(text: str) -> str:
    return " ".join(Reading(text).shown.split())
