"""The periods of years, and of their seasons, halves and quarters, as news names them.

Each function is given the named parts of a form, such as the year, as those of `resolving` are.
"""

from datetime import date, timedelta

from claim_tracker.dates import Period, parse_period
from claim_tracker.dates.period import day
from claim_tracker.drafting.days.context import Context
from claim_tracker.drafting.days.periods import (
    ORDINALS,
    Groups,
    later,
    period_between,
    says_next,
    year_of,
    year_period,
)


def several_years(groups: Groups, _context: Context) -> Period | None:
    """Return the years of `2026 to 2030`."""
    first, last = int(groups["year"]), int(groups["year2"])
    return period_between(*map(year_period, (first, last))) if first < last else None


def years_in_a_row(groups: Groups, context: Context) -> Period | None:
    """Return the years of `2025-26`: a financial year where one is known."""
    first, second = int(groups["year"]), int(groups["digits"])
    if (first + 1) % 100 != second:
        return None
    if context.fiscal_month is not None:
        return financial_year({"year": groups["year"], "year2": groups["digits"]}, context)
    return period_between(year_period(first), year_period(first + 1))


def years_of_plan(groups: Groups, _context: Context) -> Period | None:
    """Return the years of a plan that has them in brackets: `the plan period (2027-31)`."""
    first, last = groups["year"], groups["year2"]
    return several_years({"year": first, "year2": first[: -len(last)] + last}, _context)


def short_year(groups: Groups, _context: Context) -> Period | None:
    """Return the year of `'27`."""
    return year_period(2000 + int(groups["digits"]))


def year_end(groups: Groups, context: Context) -> Period | None:
    """Return the last day of the year: `year-end`, `end-2026`."""
    year = year_of(groups, context)
    return day(date(year, 12, 31)) if year is not None else None


_SOUTHERN_SEASONS = {
    "autumn": ("03", "05"),
    "fall": ("03", "05"),
    "winter": ("06", "08"),
    "spring": ("09", "11"),
}
"""The first and the last month of the seasons of the south that lie in one year."""


def season(groups: Groups, context: Context) -> Period | None:
    """Return the season of a year, or the one that is, or comes next.

    The format's seasons are those of the north; in the south they have other months, of which a
    summer, that has two years, or one without its year, is not resolved.
    """
    name = groups["season"]
    if context.is_southern:
        if "year" not in groups or name not in _SOUTHERN_SEASONS:
            return None
        first, last = (parse_period(f"{groups['year']}-{it}") for it in _SOUTHERN_SEASONS[name])
        return period_between(first, last)
    if "year" in groups or "relative" in groups:
        return parse_period(f"{name} {year_of(groups, context)}")
    if context.published is None:
        return None
    for year in range(context.published.year - 1, context.published.year + 2):
        found = parse_period(f"{name} {year}")
        reached = found.earliest if says_next(groups) else found.latest
        if reached > context.published:
            return found
    return None


def part_of_year(groups: Groups, context: Context) -> Period | None:
    """Return a quarter or a half of a year: of the one that is named, or the next to end.

    Of a company's own year it is None.
    """
    letter, which = groups["part"][0].upper(), _which_part(groups)
    year = year_of(groups, context)
    is_open = groups.keys().isdisjoint(("span", "year", "relative"))
    if which is None or year is None or (is_open and context.has_own_year):
        return None
    part = parse_period(f"{year}-{letter}{which}")
    if is_open and context.published is not None and part.latest < context.published:
        return parse_period(f"{year + 1}-{letter}{which}")
    return part


def _parts_of_year(groups: Groups) -> int:
    return 4 if groups["part"][0].upper() == "Q" else 2


def _which_part(groups: Groups) -> int | None:
    """Return which quarter or half it is, from 1; None where a year has no such one."""
    count, number = _parts_of_year(groups), groups["number"].lower()
    which = int(number) if number.isdigit() else ORDINALS.get(number, count)
    return which if which <= count else None


def financial_year(groups: Groups, context: Context) -> Period | None:
    """Return a financial year, where it is known in which month one begins.

    One with two years begins in the first of them; one with a single year ends in it.
    """
    first = context.fiscal_month
    if first is None:
        return None
    if "digits" in groups and "year" not in groups:
        year = 2000 + int(groups["digits"]) - 1
    elif "year" in groups:
        year = int(groups["year"]) - ("year2" not in groups)
    elif context.published is not None:
        published = context.published
        year = published.year - (published.month < first) + says_next(groups)
    else:
        return None
    end = later(date(year, first, 1), 12, "month") - timedelta(days=1)
    return period_between(day(date(year, first, 1)), day(end))


def part_of_financial_year(groups: Groups, context: Context) -> Period | None:
    """Return a quarter or a half of a financial year with two years: `third quarter of 2025-26`."""
    first, second = int(groups["year"]), int(groups["year2"])
    which = _which_part(groups)
    if (first + 1) % 100 != second or context.fiscal_month is None or which is None:
        return None
    length = 12 // _parts_of_year(groups)
    start = later(date(first, context.fiscal_month, 1), length * (which - 1), "month")
    return period_between(day(start), day(later(start, length, "month") - timedelta(days=1)))


def decade(groups: Groups, _context: Context) -> Period | None:
    """Return the years of `the 2030s`."""
    return parse_period(f"{groups['digits']}X")


def middle_of_century(_groups: Groups, context: Context) -> Period | None:
    """Return the year of `mid-century`."""
    return year_period(context.published.year // 100 * 100 + 50) if context.published else None


def end_of_decade(_groups: Groups, context: Context) -> Period | None:
    """Return the year of `the end of the decade`."""
    return year_period(context.published.year // 10 * 10 + 10) if context.published else None
