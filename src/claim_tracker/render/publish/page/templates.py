"""The templates of pages, and how texts from others are put into them."""

import re
from base64 import b64encode
from collections.abc import Iterator, MutableMapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from claim_tracker.claims.scalars import url_fault
from claim_tracker.render.phrases import count
from claim_tracker.render.plain_words import PLAIN
from claim_tracker.render.publish.page.corrections_view import anchor_of
from claim_tracker.render.wording import Wording
from claim_tracker.text.display import indentation, one_line, several_lines
from claim_tracker.text.urls import urls_in

_CODE = re.compile("`([^`]+)`")
_PAGE = files("claim_tracker.render.publish.page")


class _Environment(Environment):
    """An environment whose templates share its globals, and have none of their own.

    Jinja chains those of each template with these, through which every page and import would go.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals


def environment(wording: Wording = PLAIN, **shared: object) -> Environment:
    """Return the environment of the templates, which makes every text safe and visible.

    Their own words are those of the wording, and from where its script begins time runs. `shared`
    are values that all templates have. `once` makes what a macro makes of the same values only
    once.
    """
    made = _Environment(
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
        finalize=lambda value: (
            one_line(value) if isinstance(value, str) and not isinstance(value, Markup) else value
        ),
        loader=FunctionLoader(own_file),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    untyped: Any = made
    untyped.install_gettext_translations(wording.translations, newstyle=True)
    made.globals.update(
        anchor_of=anchor_of,
        count=count,
        day_words=wording.day,
        wording=wording,
        comma=Markup("{}").format(wording.joined("", "")),
        dot=wording.pgettext("between facts", "·"),
        from_left=_mirror if wording.direction == "rtl" else _as_it_is,
        in_language=in_language,
        paragraphs=paragraphs,
        once=cache(lambda macro, *values: macro(*values)),
        with_code=with_code,
        **shared,
    )
    return made


def _as_it_is(x: float, _width: float = 0) -> float:
    return x


def _mirror(x: float, width: float = 0) -> float:
    """Return where something begins from the left that begins at `x` from the right, in percent."""
    return round(100 - x - width, 2)


@cache
def in_language(tag: str | None) -> Markup:
    """Return the attribute that says in which language an element is; nothing where unknown."""
    return Markup(' lang="{}"').format(tag) if tag is not None else Markup("")


def paragraphs(text: str) -> Markup:
    """Return a text of several lines with its lines, the addresses in it as links."""
    if "\n" not in text:  # as in most
        return _with_links(one_line(text))
    lines = [_with_indentation(line) for line in several_lines(text).split("\n")]
    return Markup("<br>").join(map(_with_links, lines))


def with_code(text: str) -> Markup:
    """Return a message on one line, what stands between grave accents in it as code."""
    parts = _CODE.split(one_line(text))
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if index % 2 else escape(part)
        for index, part in enumerate(parts)
    )


def _with_indentation(line: str) -> str:
    """Return a line whose indentation a browser shows."""
    return "\N{NO-BREAK SPACE}" * len(indentation(line)) + line.lstrip(" ")


def _with_links(line: str) -> Markup:
    return Markup("").join(_link_parts(line)) if "://" in line else escape(line)


def _link_parts(line: str) -> Iterator[Markup]:
    end = 0
    for start, url in urls_in(line):
        if url_fault(url) is None:
            yield escape(line[end:start])
            yield Markup('<a href="{0}" rel="noreferrer">{0}</a>').format(url)
            end = start + len(url)
    yield escape(line[end:])


def own_file(name: str) -> str:
    """Return the text of a template, or of the style or the script of the pages."""
    return _PAGE.joinpath(name).read_text(encoding="utf-8")


def content_policy(style: str, script: str | None) -> str:
    """Return the Content Security Policy of a page (W3C, CSP Level 3).

    It allows the sources of a style and of a script, if any, and pictures within the page.
    """
    scripts = f"script-src {script}; " if script is not None else ""
    return (
        f"default-src 'none'; style-src {style}; {scripts}img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )


def hash_source(text: str) -> str:
    """Return the source of a style or a script for a Content Security Policy: its hash."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
