"""When a page says it was published: RFC 3339 with its offset, or the bare day where no offset is given."""

import re
from datetime import date, datetime
from functools import cache

from anyq.languages.load import table
from anyq.read.furniture import LANGUAGES, plain

FIRST_YEAR = 1990  # no news page is older
LAST_YEAR = 2100
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?", re.ASCII
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?", re.ASCII)
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")


def moment(value: object) -> str | None:
    """A date or date-time in any form that sites write, or None where there is none.

    A time without an offset is only a day: which day it was elsewhere cannot be told.
    """
    text = str(value).strip() if isinstance(value, str | int) else ""
    compact = _COMPACT.fullmatch(text)
    if compact:
        year, month, day, hour, minute, second, offset = compact.groups()
        text = f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{offset or ''}"
    iso = _ISO.match(text)
    if iso:
        return _of_iso(iso)
    return _worded(text) or _dotted(text)


def day_in(text: str) -> str | None:
    """The first day written out in a line of text ("29 сентября 2025", "29.09.2025"), or None."""
    return _worded(text) or _dotted(text)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found.isoformat() if FIRST_YEAR <= found.year <= LAST_YEAR else None


def _of_iso(found: re.Match[str]) -> str | None:
    year, month, day, clock, offset = found.groups()
    bare = _day(int(year), int(month), int(day))
    if bare is None or not clock or not offset:
        return bare
    clock = clock.rjust(5, "0") + (":00" if clock.count(":") == 1 else "")
    if offset != "Z" and ":" not in offset:
        offset = offset[:3] + ":" + offset[3:]
    stamp = f"{bare}T{clock.rjust(8, '0')}{offset}"
    try:
        datetime.fromisoformat(stamp)
    except ValueError:
        return bare
    return stamp


@cache
def _months() -> tuple[re.Pattern[str], dict[str, int]]:
    numbers: dict[str, int] = {}
    for lang in LANGUAGES:
        for number, name in enumerate(table(lang, "furniture")["months"], 1):
            numbers |= dict.fromkeys(plain(name).split("|"), number)
    names = "|".join(sorted(numbers, key=len, reverse=True))
    day_first = rf"(?<!\d)(?P<day>\d{{1,2}})\s+(?P<month>{names})\w*,?\s+(?P<year>\d{{4}})"
    month_first = rf"(?P<month2>{names})\s+(?P<day2>\d{{1,2}}),?\s+(?P<year2>\d{{4}})"
    year_first = rf"(?P<year3>\d{{4}})\s*ж(?:ыл(?:ғы|дың)?|\.)\s*(?P<day3>\d{{1,2}})\s+(?P<month3>{names})"
    return re.compile(rf"{day_first}|{month_first}|{year_first}"), numbers


def _worded(text: str) -> str | None:
    pattern, numbers = _months()
    found = pattern.search(plain(text))
    if not found:
        return None
    for tail in ("", "2", "3"):
        if found["month" + tail]:
            return _day(int(found["year" + tail]), numbers[found["month" + tail]], int(found["day" + tail]))
    return None


def _dotted(text: str) -> str | None:
    found = _DOTTED.search(text)
    return _day(int(found[3]), int(found[2]), int(found[1])) if found else None
