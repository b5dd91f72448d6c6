"""The text of an article, taken from a page by trafilatura where it is installed."""

from claim_tracker.drafting.pages.reading import Extract

_LARGEST = 3_000_000
_MOST_TAGS = 60_000
"""Characters and tags of a page above which only the reader of paragraphs is fast enough."""
_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RuntimeError)


def extractor() -> Extract | None:
    """Return what takes the text from a page; None where trafilatura is not installed."""
    try:
        from trafilatura import extract
    except ImportError:  # lxml without lxml_html_clean is one too
        return None

    def text_of(html: str) -> str | None:
        if len(html) > _LARGEST or html.count("<") > _MOST_TAGS:
            return None
        try:
            return extract(html, include_comments=False, include_tables=True)
        except (*_FAULTS, TypeError, ValueError, SyntaxError):  # whatever odd pages do to it
            return None

    return text_of
