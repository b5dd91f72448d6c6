"""What to write instead of a date that the format does not accept.

Each rewriting turns a habit of written English, or of another notation, into an accepted
form. A text is suggested only after it has been parsed.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches

from claim_tracker.dates.errors import DateError
from claim_tracker.dates.forms import month_or_years, period_of
from claim_tracker.dates.within import parse_within
from claim_tracker.dates.words import (
    MONTH_NUMBERS,
    MONTHS,
    SEASONS,
    TIME_OF_DAY,
    WEEKDAYS,
    full_year,
    plain,
    short_years_in,
)
from claim_tracker.text.display import cut

FORMS_HELP = (
    "write a day (`2025-09-30`), a month (`2025-09`), a year (`2025`), or a form such as "
    "`2025-Q3`, `early 2026`, `end of 2026` or `2025-09-15/2025-10-15`"
)
_SPANS_HELP = "write a whole number of hours, days, weeks, months or years: `within 90 days`"
_MAX_ADVISED_LENGTH = 100
_VOCABULARY = (*MONTHS, *SEASONS, "early", "late", "within")


def _months_of_a_year(match: re.Match[str]) -> str:
    """Return the bounds of `November to February 2026`: the first month may be of the year before.

    Two words that are no months, or the same one, have the same year.
    """
    first, last, year = match[1], match[2], int(match[3])
    numbers = MONTH_NUMBERS.get(first, 0), MONTH_NUMBERS.get(last, 0)
    is_before = 0 not in numbers and numbers[0] > numbers[1]
    return f"{first} {year - is_before:04}/{last} {year:04}"


_WEEKDAY = re.compile(r"\b(?P<name>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b\.?,? ?")
_REWRITINGS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"[;,.!]+$", ""),
        (r"(?<=[a-z]), (?=[0-9]{4})", " "),
        # An interval in words, and a bound that is a deadline anyway.
        (
            r"^(?!year|mid-)([a-z]+)\.?(?:-| (?:to|or|and) )([a-z]+) (\d{4})$",
            _months_of_a_year,
        ),
        (r"^(?:from|between) (.+?) (?:to|and|until|till|through) (.+)$", r"\1/\2"),
        (r"^(.+?) (?:to|until|till|through|-) (.+)$", r"\1/\2"),
        (r"^(\d{4})-(0[1-9]|1[0-2])(\d{2})$", r"\1-\2-\3"),
        (r"^(\d{4})-(\d{4})$", r"\1/\2"),
        (r"^at the latest |,? at the latest$", ""),
        (r"^(?:/|no later than |not later than |(?:up )?to |until |till |by )", ""),
        (r"^(?:in|on|at|during|for|sometime in) (?=\D|\d{4}|\d+\D* [a-z]+,? \d{4})", ""),
        (r"\bthe ", ""),
        (_WEEKDAY.pattern, ""),
        (r"\b(\d{1,2})(?:st|nd|rd|th)\b(?! (?:day|week|month|year)s?$)", r"\1"),
        # Parts of a month or a year.
        (r"\bfirst (quarter|half)\b", r"1 \1"),
        (r"\bsecond (quarter|half)\b", r"2 \1"),
        (r"\bthird quarter\b", "3 quarter"),
        (r"\b(?:fourth|last|final) quarter\b", "4 quarter"),
        (r"\b([1-4]) ?(q|h)(?:uarter|alf)\b,?", r"\2\1"),
        (r"^([1-4])([qh])(?=\W|\d{4}$)", r"\2\1"),
        (r"^(\d{4})[ /-]?([qh][1-4])$", r"\2 \1"),
        (r"^([qh])[ -]?([1-4])(?:,| of|/|-)? ?(\d{4})$", r"\1\2 \3"),
        (r"\b(?:start|beginning) of ", "early "),
        (r"\bmiddle of ", "mid-"),
        (r"^(?:year[- ]end|end of year|close of) ", "end of "),
        (r"^(?:end|close)[ -](?!of )", "end of "),
        (r"^(\d{4})[ -]([a-z]+)$", r"\2 \1"),
        (r"^(early|mid|late)(?: in|-| of|,|(?=[a-z])) ?", r"\1 "),
        (r"(?<!end) of (?=[a-z]*[.,]? ?\d{4})", " "),
        # Numbers in another order, or with a time of day.
        (rf"^(\d{{4}}-\d{{2}}-\d{{2}}){TIME_OF_DAY}$", r"\1"),
        (r"^(\d{4})[/. ](\d{1,2})[/. ](\d{1,2})$", r"\1-\2-\3"),
        (r"^(\d{4})[/.](\d{1,2})$", r"\1-\2"),
        (r"^(\d{1,2})[/.-](\d{4})$", r"\2-\1"),
        (r"^(\d{4})(\d{2})(\d{2})$", r"\1-\2-\3"),
        (r"^(\d{4})-(\d)(?=-|$)", r"\1-0\2"),
        (r"^(\d{1,2}-\d{4}|\d{4}-\d{2})-(\d)$", r"\1-0\2"),
        (r"^(\d)-(\d{4})$", r"\2-0\1"),
        (r"^(\d{1,2})[. -]+([a-z]+)\.?[ -]?(\d{4})$", r"\1 \2 \3"),
        (r"^([a-z]+)\.?[- ]?(\d{4})$", r"\1 \2"),
        (r"^(\d{4})[ ,-]+([a-z]+)\.?[ -](\d{1,2})$", r"\3 \2 \1"),
        # Spans.
        (
            r"^(?:in|inside|over(?= (?:next|coming))|next)(?: next| coming)? (?=\S+ [dwmy])",
            "within ",
        ),
        (
            r"^(?!within|one day$)(\S+ (?:day|week|month|year)s?)(?: from now| later)?$",
            r"within \1",
        ),
    )
)
_RELATIVE = re.compile(
    r"now|today|tonight|yesterday|tomorrow|soon|later|(?:dai|week|month|quarter|year)ly|annually"
    r"|(?:last|this|next|every|each) (?:day|week|month|quarter|year)|.+ ago"
)
_ABSENT = ("none", "never", "no", "n/a", "na", "nil", "unknown", "unclear", "tbd", "tba")
_HEDGE = re.compile(r"^(?:about|around|circa|ca?\.?|approx(?:imately|\.)?|roughly|~) ?(?=\S)")
_DOUBT = re.compile(r"^(?:maybe|possibly|perhaps|probably|likely) ")
_IN_ZONE = re.compile(
    r"[0-9](?:t| at |,? )[0-9]{1,2}(?:[:.][0-9]{2}[0-9.,:]*)? ?"
    r"(?:(?![ap]\.?m\.?$)[a-z][a-z.]{0,3}|[+-][0-9:]{4,5})$"
)
"""A time of a day in a zone, which may be that of another day where the claims are."""
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMERIC = re.compile(
    rf"(?:(?:on|by|until) )?(\d{{1,2}})([/. -])(\d{{1,2}})\2(\d{{4}}|\d{{2}})(?:{TIME_OF_DAY})?",
    re.ASCII,
)


def date_error(text: str) -> DateError:
    """Return the error for a text that is no accepted date: what is wrong, what to write."""
    written, words = " ".join(text.split()), plain(text)
    if not words:
        return DateError("this date is empty", "write a date, or leave the field out")
    shown = cut(written)
    if len(words) > _MAX_ADVISED_LENGTH:
        return _unknown_error(shown)
    return (
        _no_date(words, shown)
        or _short_years(written)
        or _other_digits(written, shown)
        or _numeric_order(words, shown)
        or _open_end(words)
        or _no_such_part(words)
        or _by_a_year(words)
        or _two_years(words, shown)
        or _day_first(words, shown)
        or _other_weekday(words, shown)
        or _not_accepted(shown, _rewritten(words), is_sure=_IN_ZONE.search(words) is None)
        or _no_year(written)
        or _short_year(words, shown)
        or _not_accepted(shown, _respelt(words), is_sure=False)
        or _unknown_error(shown)
    )


def narrowed(error: DateError, fits: Callable[[str], bool], otherwise: str) -> DateError:
    """Return the error of a date field, without help that proposes a date not fit for it."""
    proposed = re.findall("`([^`]*)`", error.help)
    fitting = [f"`{text}`" for text in proposed if fits(text)]
    if len(fitting) == len(proposed):
        return error
    is_choice = error.help.startswith("write `") and fitting
    advice = f"write {' or '.join(fitting)}" if is_choice else otherwise
    return DateError(error.message, advice, proposals=tuple(filter(fits, error.proposals)))


def _no_date(words: str, shown: str) -> DateError | None:
    """Return the error for a word that counts from the day it is read, or says there is none."""
    message = f"`{shown}` is not a date that is accepted"
    if words in _ABSENT:
        return DateError(message, f"leave the field out where there is no date, or {FORMS_HELP}")
    if _RELATIVE.fullmatch(words):
        return DateError(message, f"it names no day of the calendar: {FORMS_HELP}")
    return None


def _other_digits(written: str, shown: str) -> DateError | None:
    """Return the error for a date in the digits of another script than ASCII, else None."""
    digits = "".join(str(unicodedata.decimal(sign, sign)) for sign in written)
    if digits == written:
        return None
    message = f"`{shown}` has digits other than 0 to 9"
    if isinstance(_accepted(plain(digits)), str):
        return DateError(message, f"write `{digits}`", digits)
    error = date_error(digits)
    return DateError(message, error.help, error.replacement, error.proposals)


def _numeric_order(words: str, shown: str) -> DateError | None:
    """Return the error for `09/10/2025`, which names both readings, or the one there is."""
    match = _NUMERIC.fullmatch(words)
    if match is None:
        return None
    first, _, second, year = match.groups()
    if len(year) == 2:
        return DateError(f"`{shown}` has no year of four digits", "write it like `2025-09-30`")
    readings = [_accepted(f"{year}-{m:0>2}-{d:0>2}") for m, d in ((first, second), (second, first))]
    accepted = sorted({text for text in readings if isinstance(text, str)})
    if len(accepted) == 2:
        return DateError(
            f"the order of day and month in `{shown}` is ambiguous",
            f"write `{accepted[0]}` or `{accepted[1]}`",
            proposals=tuple(accepted),
        )
    is_sure = _IN_ZONE.search(words) is None
    return _not_accepted(shown, accepted[0] if accepted else readings[1], is_sure=is_sure)


def _open_end(words: str) -> DateError | None:
    start, slash, end = (part.strip() for part in words.partition("/"))
    if not slash or end not in ("", ".."):
        return None
    known = _accepted(start)
    advice = f"write `{known}` alone, or its end too" if isinstance(known, str) else FORMS_HELP
    return DateError(f"`{words}` has no end", advice)


def _no_such_part(words: str) -> DateError | None:
    """Return the error for a year followed by a code that names no part of a year."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})", words)
    if match is not None:
        year, part = match.groups()
        years = month_or_years(words).get("years")
        also = f", or `{years.text}` for the two years" if years is not None else ""
        return DateError(
            f"there is no month {part}", f"months are written 01 to 12, as in `{year}-09`{also}"
        )
    match = re.fullmatch(r"(?:([0-9]{4})-)?(q|h)([0-9])(?: ([0-9]{4}))?", words)
    if match is None or (match[1] or match[4]) in (None, "0000"):
        return None
    kind, last = ("quarter", 4) if match[2] == "q" else ("half", 2)
    letter, year = match[2].upper(), match[1] or match[4]
    return DateError(
        f"there is no {kind} {match[3]}", f"write `{year}-{letter}1` to `{year}-{letter}{last}`"
    )


def _rewritten(words: str) -> str | DateError | None:
    text, sign = _without_hedge(words)
    for pattern, replacement in _REWRITINGS:
        text = pattern.sub(replacement, text).strip()
    return _accepted(text + sign) or _accepted(text)


def _by_a_year(words: str) -> DateError | None:
    """Return the error for `before 2026`, or for `by 2026`: before that year, or before its end."""
    match = re.fullmatch("(by|until|till|before) ([0-9]{4})", words)
    if match is None or int(match[2]) < 2:
        return None
    before, by_end = f"{int(match[2]) - 1:04}-12-31", match[2]
    if match[1] == "before":
        return _not_accepted(words, before)
    return DateError(
        f"`{words}` may mean before {by_end}, or by its end",
        f"write `{before}` or `{by_end}`",
        proposals=(before, by_end),
    )


def _short_years(written: str) -> DateError | None:
    """Return the error for two digits after a dash between years, or for a hyphen."""
    match = short_years_in(written)
    if match is None:
        return None
    year, second = match.groups()
    before, after = written[: match.start()], written[match.end() :]
    years = f"{year}/{year[:2]}{second}"
    readings = [_rewritten(plain(f"{before}{it}{after}")) for it in (years, f"{year}-{second}")]
    is_alone = not re.search("[0-9]", before + after)
    proposals = tuple(each for each in readings if is_alone and isinstance(each, str))
    return DateError(
        f"`{cut(written)}` has a year of two digits",
        f"write {' or '.join(f'`{each}`' for each in proposals)}"
        if proposals
        else f"write each year in four digits, such as `{years}`",
        proposals=proposals,
    )


def _two_years(words: str, shown: str) -> DateError | None:
    """Return the error for `2011/12`, which may be two years or a month."""
    found = month_or_years(words)
    if "years" not in found:
        return None
    proposals = tuple(period.text for period in found.values())
    return DateError(
        f"`{shown}` may be a month, or two years"
        if len(proposals) > 1
        else f"`{shown}` has a year of two digits",
        f"write {' or '.join(f'`{text}`' for text in proposals)}",
        proposals=proposals,
    )


def _day_first(words: str, shown: str) -> DateError | None:
    """Return the error for `30092025`: of eight digits the last four may be the year."""
    match = re.fullmatch(r"([0-9]{2})([0-9]{2})((?:19|20)[0-9]{2})", words)
    if match is None or isinstance(_rewritten(words), str):
        return None
    return _numeric_order("/".join(match.groups()), shown)


def _other_weekday(words: str, shown: str) -> DateError | None:
    """Return the error for a day of another weekday than is written, or for what is no day."""
    named = _WEEKDAY.search(words)
    found = _rewritten(words) if named is not None else None
    if named is None or not isinstance(found, str):
        return None
    if _DAY.fullmatch(found) is None:
        return _not_accepted(shown, found, is_sure=False)
    weekday = WEEKDAYS[date.fromisoformat(found).weekday()]
    if weekday.lower().startswith(named["name"]):
        return None
    said = next(each for each in WEEKDAYS if each.lower().startswith(named["name"]))
    return DateError(
        f"`{shown}` says {said}, and {found} is a {weekday}",
        f"look which day is meant; write it like `{found}`",
        proposals=(found,),
    )


def _without_hedge(words: str) -> tuple[str, str]:
    """Return `about 2025` as `2025` and the EDTF qualifier for it."""
    for hedge, sign in ((_HEDGE, "~"), (_DOUBT, "?")):
        match = hedge.match(words)
        if match is not None:
            return words[match.end() :], sign
    return words, ""


def _no_year(written: str) -> DateError | None:
    """Return the error for a date that would be accepted with a year."""
    stem = written.rstrip(".,").removeprefix("the ")
    found = None
    for candidate in (f"{stem} 2025", f"{stem} 2024"):
        found = _accepted(candidate.lower())
        if isinstance(found, str):
            return DateError(f"`{written}` has no year", f"write the year too, as in `{candidate}`")
    is_day = isinstance(found, DateError) and re.search("[1-9]", stem) is not None
    return DateError(f"there is no day `{written}` in any year", FORMS_HELP) if is_day else None


def _short_year(words: str, shown: str) -> DateError | None:
    """Return the error for a date that would be accepted with a year of four digits."""
    match = re.fullmatch(r"(.*[a-z.,0-9] |(?:q[1-4]|[1-4]q)[/-]?)['\u2018\u2019]?([0-9]{2})", words)
    full = _rewritten(match[1] + full_year(match[2])) if match is not None else None
    if not isinstance(full, str):
        return None
    message = f"`{shown}` has no year of four digits"
    return DateError(message, f"write it like `{full}`", proposals=(full,))


def _respelt(words: str) -> str | None:
    """Return the date with a word of dates in the place of one a letter or two away."""
    for word in re.findall(r"[a-z]{3,}", words):
        if word in _VOCABULARY or word in MONTH_NUMBERS:
            continue
        for near in get_close_matches(word, _VOCABULARY, n=1, cutoff=0.75):
            found = _rewritten(words.replace(word, near))
            if isinstance(found, str):
                return found
    return None


def _not_accepted(
    shown: str, proposal: str | DateError | None, *, is_sure: bool = True
) -> DateError | None:
    if isinstance(proposal, str):
        message = f"`{shown}` is not a form of a date that is accepted"
        sure, proposals = (proposal, ()) if is_sure else (None, (proposal,))
        return DateError(message, f"write `{proposal}`", sure, proposals)
    return proposal


def _unknown_error(shown: str) -> DateError:
    advice = _SPANS_HELP if shown.lower().startswith("within") else FORMS_HELP
    return DateError(f"`{shown}` is not a date that is accepted", advice)


def _accepted(words: str) -> str | DateError | None:
    """Return the canonical text of `words`, why the calendar refuses it, or None for no date."""
    try:
        found = parse_within(words) or period_of(words)
    except DateError as error:
        return error
    return found.text if found is not None else None
