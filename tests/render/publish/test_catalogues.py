"""The catalogues of translations: none lacks a message, a plural form or what stands in it."""

import re
from gettext import c2py

import pytest
from babel.messages.catalog import Message as Translation

from tests.catalogues import FOLDER, NAMES, catalogue, messages, texts, up_to_date

_KEPT = re.compile(r"%\(\w+\)s|\{\w+\}|</?\w+>|\s$")
"""What a translation has to keep: what is put in, tags, and a space at its end."""
_NUMBER = "%(number)s"
_TRIED = 10_000


def translations(name: str) -> list[Translation]:
    return [each for each in catalogue(name) if each.id]


def test_there_are_catalogues_to_begin_with() -> None:
    assert NAMES == ("ar", "de", "es", "fa", "fr", "uk")


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_catalogue_has_every_message(name: str, request: pytest.FixtureRequest) -> None:
    path, wanted = FOLDER / f"{name}.po", up_to_date(name)
    if request.config.getoption("--renew"):
        path.write_bytes(wanted)
    assert path.read_bytes() == wanted
    assert len(translations(name)) == len(messages())


@pytest.mark.parametrize("name", NAMES)
def test_every_message_has_a_translation_in_every_form(name: str) -> None:
    of = catalogue(name)
    for message in translations(name):
        assert not message.fuzzy
        assert len(texts(message.string)) == (of.num_plurals if message.pluralizable else 1)
        assert all(texts(message.string)), message.id


@pytest.mark.parametrize("name", NAMES)
def test_a_translation_keeps_what_stands_in_the_message(name: str) -> None:
    single = numbers_with_a_form_of_their_own(name)
    for message in translations(name):
        text = texts(message.id)[-1]
        for index, form in enumerate(texts(message.string)):
            optional = _NUMBER if message.pluralizable and index in single else None
            found, wanted = (
                sorted(each for each in _KEPT.findall(words) if each != optional)
                for words in (form, text)
            )
            assert found == wanted, form
            assert "%" not in re.sub(r"%\(\w+\)s|%%", "", form)


def numbers_with_a_form_of_their_own(name: str) -> set[int]:
    """The plural forms that are for one number alone, such as the dual: it is in the word."""
    form_of = c2py(catalogue(name).plural_expr)
    numbers: dict[int, list[int]] = {}
    for number in range(_TRIED):
        numbers.setdefault(form_of(number), []).append(number)
    return {form for form, found in numbers.items() if len(found) == 1}


def test_a_form_for_several_numbers_says_which() -> None:
    assert numbers_with_a_form_of_their_own("ar") == {0, 1, 2}
    assert numbers_with_a_form_of_their_own("uk") == set()
    assert numbers_with_a_form_of_their_own("de") == {0}
