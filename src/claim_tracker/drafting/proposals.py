"""Drafts that another program proposes, proven on the article before they count.

A sentence has to stand in the article word for word, a date has to be the one that the rules of
`deadlines` give its phrase, of what is to come by the rules of `past`, and a speaker, a figure and
each name and number of a claim have to stand in the text. What fails is left out, and told.
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from claim_tracker.claims.vocabulary import KINDS
from claim_tracker.drafting.article import Article
from claim_tracker.drafting.days.deadlines import Deadline, deadlines_in
from claim_tracker.drafting.days.past import judged
from claim_tracker.drafting.drafts import (
    Basis,
    Draft,
    DraftedQuantity,
    Drafts,
    claim_text,
    context_of,
    draft_of,
)
from claim_tracker.drafting.figures import Figure, figures_in
from claim_tracker.drafting.plain import stands_in, straight
from claim_tracker.drafting.readings import content_of
from claim_tracker.drafting.sentences import Sentence, sentences_of
from claim_tracker.drafting.speakers.attribution import attribution_in
from claim_tracker.drafting.speakers.names import Speaker
from claim_tracker.text.display import cut, folded, one_line


class Proposals(NamedTuple):
    """The drafts that were proven, and in words what was left out of them."""

    drafts: Drafts
    left_out: tuple[str, ...]


class ProposalError(Exception):
    """What a program wrote holds no drafts. The message says why."""


_MOST = 500
"""Drafts that are looked at."""
_JSON = re.compile(r"[\[{].*[\]}]", re.DOTALL)
"""What stands between words and marks of others: `Here it is: {"drafts": []}`."""
_NAMES_AND_NUMBERS = re.compile(r"\b[A-Z\u00c0-\u00de][\w'-]*|\d[\d.,]*")
_NAMES = ("speaker", "role", "organisation", "via")
"""What a program proposes of a `Speaker`, in the order of its fields."""


def prompt_for(article: Article) -> str:
    """Return the text that asks a program for drafts of an article's claims."""
    published = article.source.published
    day = published.isoformat() if published is not None else "unknown"
    return _PROMPT.format(published=day, text=article.text)


_PROMPT = """\
Below is a news article that was published on {published}. List every sentence that says that
something will happen, is promised, planned, expected or demanded, at or by a time; every undated
promise, plan or forecast with a speaker; and every figure that holds now. Leave out past events,
opinions and praise. Answer with JSON alone, in this form, with null for what is not there:

{{"drafts": [{{"sentence": "the sentence, word for word as it stands in the article",
"claim": "the claim in fewer words", "kind": "commitment, prediction or fact",
"due_phrase": "the words that say by when", "due": "the days as YYYY-MM-DD/YYYY-MM-DD",
"speaker": "who said it, by the fullest name in the article", "role": null,
"organisation": null, "via": null,
"quantity": {{"value": 2500, "unit": "troops", "approximate": true}}}}]}}

The article:

{text}
"""


def proven(article: Article, answer: str) -> Proposals:
    """Return the drafts of an answer that the article proves. Raises ProposalError."""
    text = _Text(article)
    drafts: list[Draft] = []
    left_out: list[str] = []
    found = _proposed(answer)
    for number, proposed in enumerate(found[:_MOST], start=1):
        draft, faults = _proven(text, proposed if isinstance(proposed, dict) else {})
        left_out += (f"draft {number}: {fault}" for fault in faults)
        if draft is not None:
            drafts.append(draft)
    if len(found) > _MOST:
        left_out.append(f"{len(found) - _MOST:,} more drafts than {_MOST} are not looked at")
    drafts.sort(key=lambda draft: (draft.start, draft.end))
    return Proposals(Drafts(article.source, tuple(drafts)), tuple(left_out))


def _proposed(answer: str) -> list[Any]:
    within = _JSON.search(answer)
    try:
        data = json.loads(_without_halves(json.loads(within[0] if within is not None else "")))
    except (ValueError, RecursionError):
        shown = cut(one_line(answer.strip())) or "nothing"
        raise ProposalError(f"it wrote no JSON, but `{shown}`") from None
    found = data.get("drafts") if isinstance(data, dict) else data
    if not isinstance(found, list):
        raise ProposalError('its JSON has no list of `drafts`, as in {"drafts": [...]}')
    return found


def _without_halves(data: Any) -> bytes:
    """Return data as JSON in UTF-8, a question mark for each half of a surrogate pair."""
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")


class _Text:
    """The text of an article, in which sentences are found whatever its spaces and quotes."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.context = context_of(article)
        self.straight = straight(article.text)
        self.folded = folded(self.straight)
        self.sentences = sentences_of(article.text)

    def find(self, sentence: str) -> tuple[int, int] | None:
        """Return the characters of a sentence in the article; None where it does not stand."""
        words = straight(sentence).split()
        if not words:
            return None
        pattern = r"\s+".join(map(re.escape, words))
        match = re.search(rf"(?<!\w){pattern}(?!\w)", self.straight)
        return match.span() if match is not None else None

    def whole(self, start: int, end: int) -> Sentence:
        """Return the whole sentences of which something is a part, as one."""
        touched = [it for it in self.sentences if it.start < end and start < it.end]
        if touched:
            start, end = touched[0].start, touched[-1].end
        written = " ".join(self.article.text[start:end].split())
        line = self.article.text.count("\n", 0, start) + 1
        return Sentence(straight(written), written, line, start, end, paragraph=0)

    def holds(self, words: str) -> bool:
        """Whether some words stand in the article, in whatever case and spaces."""
        wanted = _plain(words)
        return bool(wanted) and stands_in(wanted, self.folded)


def _plain(text: str) -> str:
    return folded(straight(text))


def _proven(text: _Text, proposed: Mapping[str, Any]) -> tuple[Draft | None, list[str]]:
    """Return a draft with what was proven of it, and what was not."""
    sentence = proposed.get("sentence")
    if not isinstance(sentence, str):
        return None, ["left out, since its `sentence` is no text"]
    span = text.find(sentence)
    if span is None:
        return None, [
            f"left out, since its sentence does not stand in the article: {_shown(sentence)}"
        ]
    whole = text.whole(*span)
    written = whole.written
    faults: list[str] = []
    deadline = _deadline(text, written, proposed, faults)
    quantity = _quantity(written, proposed.get("quantity"), deadline, faults)
    kind = next((it for it in KINDS if it == proposed.get("kind")), None)
    if kind is None:
        shown = _shown(proposed.get("kind"))
        faults.append(f"`{shown}` is no kind of claim; it is drafted as a commitment")
    speaker = Speaker(*(_named(text, proposed, name, faults) for name in _NAMES))
    basis = Basis(
        kind or "commitment",
        "proposed by the program, and proven on the article",
        claim=_claim(text, written, proposed.get("claim"), faults),
    )
    return draft_of(whole, basis, deadline, speaker, quantity), faults


def _shown(value: object) -> str:
    return cut(one_line(str(value)))


def _deadline(
    text: _Text, written: str, proposed: Mapping[str, Any], faults: list[str]
) -> Deadline | None:
    """Return the deadline of a phrase, with the days that the rules give it, if they are those."""
    phrase = proposed.get("due_phrase")
    if not isinstance(phrase, str) or not phrase.strip():
        if proposed.get("due"):
            faults.append("its date is left out, since it names no phrase for it")
        return None
    if _plain(phrase) not in _plain(written):
        faults.append(
            f"its deadline is left out, since `{_shown(phrase)}` does not stand in the sentence"
        )
        return None
    plain = straight(written)
    named = [
        it
        for it in deadlines_in(plain, text.context)
        if _plain(it.phrase) in _plain(phrase) or _plain(phrase) in _plain(it.phrase)
    ]
    content = content_of(plain, attribution_in(plain))
    found = [it for it in named if _is_to_come(content, it, text.context.published)]
    if named and not found:
        faults.append(
            f"its deadline is left out, since `{_shown(phrase)}` is over, or that of another thing"
        )
        return None
    due = str(proposed.get("due") or "")
    meant = next((it for it in found if _is_due(due, it)), None)
    deadline = meant or (found[0] if found else Deadline(phrase, 0, 0))
    if due and meant is None:
        days = deadline.period.text if deadline.period is not None else "no days"
        faults.append(f"its date `{_shown(due)}` is left out: `{_shown(phrase)}` comes to {days}")
        return deadline._replace(period=None)
    return deadline


def _is_to_come(content: str, deadline: Deadline, published: date | None) -> bool:
    """Whether a time is a deadline, and not the day on which something was said or done."""
    is_of_content = content[deadline.start : deadline.end].strip() != ""
    return is_of_content and judged(content, deadline, published) is not None


def _is_due(due: str, deadline: Deadline) -> bool:
    from claim_tracker.dates import DateError, parse_period

    try:
        period = parse_period(due)
    except DateError:
        return False
    return deadline.period is not None and period.same_days(deadline.period)


def _quantity(
    written: str, quantity: Any, deadline: Deadline | None, faults: list[str]
) -> DraftedQuantity | None:
    if quantity is None:
        return None
    taken = [(deadline.start, deadline.end)] if deadline is not None else []
    value = quantity.get("value") if isinstance(quantity, dict) else quantity
    for figure in figures_in(straight(written), taken):
        if isinstance(value, int | float) and not isinstance(value, bool) and figure.value == value:
            return _as_quantity(figure, quantity, written)
    faults.append(
        f"its figure `{_shown(value)}` is left out, since it does not stand in the sentence"
    )
    return None


def _as_quantity(figure: Figure, quantity: Any, written: str) -> DraftedQuantity:
    unit = quantity.get("unit") if isinstance(quantity, dict) else None
    if not isinstance(unit, str) or not unit.strip() or _plain(unit) not in _plain(written):
        unit = figure.unit
    return DraftedQuantity(figure.value, unit, figure.approximate)


def _named(text: _Text, proposed: Mapping[str, Any], name: str, faults: list[str]) -> str | None:
    value = proposed.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, str) and text.holds(value):
        return " ".join(value.split())
    faults.append(
        f"its {name} `{_shown(value)}` is left out, since it does not stand in the article"
    )
    return None


def _claim(text: _Text, written: str, claim: Any, faults: list[str]) -> str:
    """Return the claim as it was proposed, where each name and number in it is of the article."""
    if not isinstance(claim, str) or not claim.strip():
        return claim_text(written)
    words = " ".join(claim.split())
    fault = _fault_of(words, written, text)
    if fault is None:
        return words
    faults.append(f"its claim is left out for the sentence, since {fault}")
    return claim_text(written)


def _fault_of(claim: str, written: str, text: _Text) -> str | None:
    """Return why a claim is not what its sentence says, as far as words show it."""
    for word in _NAMES_AND_NUMBERS.findall(claim):
        if not text.holds(word.rstrip(".,")):
            return f"`{_shown(word)}` is not in the article"
    if (_NEGATION.search(claim) is None) != (_NEGATION.search(written) is None):
        return "one of the two says `not`"
    words, others = _stems(claim), _stems(written)
    if len(words & others) < _LEAST_SHARED * len(words):
        return "most of its words are not in the sentence"
    return None


_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|\w+n['\u2019]t)\b",
    re.IGNORECASE,
)
_LEAST_SHARED = 0.5
_STEM = 4
"""The letters by which two forms of a word are the same."""


def _stems(text: str) -> frozenset[str]:
    return frozenset(it[:_STEM] for it in re.findall(r"\w+", _plain(text)) if len(it) >= _STEM)
