"""In which language what is published speaks: that of the claims, where there is a catalogue."""

import re
from functools import cache
from importlib.resources import files

from claim_tracker.render.wording import Wording

CATALOGUES = files("claim_tracker.render.publish").joinpath("catalogues")
"""The folder of the translations, in a file for each language: `de.po`."""
_TAG = re.compile("(?P<written>(?P<language>[a-z]{2,3})(-(?P<script>[a-z]{4}))?)(-.*)?")


@cache
def _catalogue_names() -> frozenset[str]:
    """Return the tags of the languages that there are translations for, besides English."""
    names = (file.name for file in CATALOGUES.iterdir())
    return frozenset(name.removesuffix(".po") for name in names if name.endswith(".po"))


@cache
def wording_of(language: str | None, english: Wording) -> Wording:
    """Return the wording of a language (BCP 47): that of `de` for `de-AT`, `english` for no other.

    A region chooses the forms of dates and numbers, and no other words; another script than that
    of the catalogue is another language. Raises ModuleNotFoundError where Babel is needed, which
    is for every language that there is a catalogue for.
    """
    match = _TAG.fullmatch((language or "").lower())
    names = {name.lower(): name for name in _catalogue_names()}
    found = names.get(match["written"], names.get(match["language"])) if match is not None else None
    if language is None or match is None or found is None:
        return english
    from claim_tracker.render.publish.localized import LocaleWording, script_of

    if match["written"] not in names and match["script"] != script_of(match["language"]):
        return english
    return LocaleWording(language, found, names_fields=english.names_fields)


def language_of_all(language: str | None, wording: Wording) -> str | None:
    """Return the language of the claims where it is that of the words too; None for two."""
    spoken = wording.language.partition("-")[0].lower()
    return language if language and language.partition("-")[0].lower() == spoken else None
