"""The fields, the words and the codes of the format, explained in Markdown."""

from collections.abc import Iterator, Sequence

from claim_tracker.checks.catalogue_pages import FAMILIES, entry
from claim_tracker.claims.fields import Part, fields_of, label_of
from claim_tracker.claims.vocabulary import MEANINGS, RETIRED
from claim_tracker.lsp.features.diagnostics import page_uri
from claim_tracker.render.data.escape import markdown_link

_SAMPLE = "\n\nWrong:"


def field_help(part: type[Part], name: str, words: Sequence[str]) -> str:
    """Return what a field is for, which words it takes here, and examples."""
    info = fields_of(part)[name]
    need = "needed" if info.is_required() else "optional"
    lines = [f"**{name}** ({label_of(part, name)}, {need})", info.description or ""]
    lines += ["\n".join(f"- {_word(word)}" for word in words)] if words else []
    samples = [_sample(each) for each in info.examples or () if not isinstance(each, list | dict)]
    if samples and not words:
        lines.append(f"Such as {', '.join(samples)}")
    return "\n\n".join(lines)


def word_help(part: type[Part], name: str, text: str) -> str:
    """Return what a word means that a field holds; of one without a meaning, what the field is."""
    meaning = MEANINGS.get(text) or fields_of(part)[name].description or ""
    return f"**{text}** ({label_of(part, name)})\n\n{meaning}"


def finding_help(code: str) -> str:
    """Return what a finding of a code is about: its title, and the beginning of its page."""
    known = entry(code)
    return f"**{code}: {known.title}**\n\n{_paragraphs(known.page)[0]}\n\n{_link(code)}"


def code_help(text: str) -> Iterator[str]:
    """Yield what findings a code or a family of codes is; nothing for another text."""
    if text in FAMILIES:
        yield f"**{text}: {FAMILIES[text]}**\n\nAll findings whose code begins with {text}."
    elif text in RETIRED:
        yield f"**{text}**\n\nThis is found no more."
    else:
        try:
            page = entry(text).page
        except KeyError:
            return
        yield "\n\n".join([f"**{text}: {entry(text).title}**", *_paragraphs(page), _link(text)])


def _paragraphs(page: str) -> list[str]:
    """Return what a page says before its samples."""
    return page.partition(_SAMPLE)[0].split("\n\n")[1:]


def _link(code: str) -> str:
    return markdown_link("The page of this finding", page_uri(code))


def _word(word: str) -> str:
    return f"`{word}`: {MEANINGS[word]}" if word in MEANINGS else f"`{word}`"


def _sample(value: object) -> str:
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"
