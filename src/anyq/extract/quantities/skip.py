"""Numbers that are no quantities: dates, clock times, labels, laws, names, ordinals of events."""

import re
from decimal import Decimal

from anyq.extract.quantities.amounts import Amount
from anyq.extract.quantities.context import Context
from anyq.extract.quantities.numbers import Form
from anyq.extract.quantities.tokens import Kind

FIRST_YEAR, LAST_YEAR = 1000, 2100  # four digits in between before a word for year are a date
FIRST_BARE_YEAR = 1700  # … with nothing behind them: news seldom dates further back without the word
MIN_IDENTIFIER_DIGITS = 6  # ungrouped, uncounted: a number of a document, not of things

_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.][0-5]\d")
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[.](?:0?[1-9]|1[0-2])")
_OPENING, _CLOSING = ("«", '"', "“", "„"), ("»", '"', "”", "“")
LAST_DAY = 31
YEAR_DIGITS, MAX_DAY_DIGITS = 4, 2
MAX_STREET_WORDS = 3  # "5 North Bridge Road"
SCORE_WINDOW = 6  # words around a score to "won", "lead", "set"
MAX_TITLE_WORDS = 6  # longer stretches in marks are speech
_ROMAN = re.compile(r"[ivі]+")  # with the Cyrillic letter alike
_LATIN = re.compile(r"[A-Za-z]")


class Skipper:
    """Tells which amounts of one language count nothing."""

    def __init__(self, context: Context, text: str) -> None:
        self._tokens = context.tokens
        self._text = text
        self._lex = context.lex

    def _norm(self, i: int) -> str:
        return self._tokens[i].norm if 0 <= i < len(self._tokens) else ""

    def _in(self, i: int, name: str) -> bool:
        return self._norm(i) in self._lex.words[name]

    def _near(self, a: int, b: int) -> bool:
        """True if both tokens exist in one sentence."""
        inside = 0 <= a < len(self._tokens) and 0 <= b < len(self._tokens)
        return inside and self._tokens[a].sentence == self._tokens[b].sentence

    def skips(self, amount: Amount, *, bounded: bool) -> bool:
        """True if ``amount``, before its bound word is added, is no quantity; ``bounded``: it has such a word."""
        if amount.number.form in (Form.ORDINAL, Form.GROUP):
            return True  # ranks are kept before this is asked
        if amount.number.form is Form.ONE and not self._counts_one(amount, bounded=bounded):
            return True
        stretch = amount.number.form is Form.FRACTION or self._in(amount.core, "skip.dates.stretches")
        if stretch and self._half_of_time(amount):
            return True
        if self.dated(amount) or self._clock(amount) or self._labelled(amount) or self._titled(amount):
            return True
        if self._named(amount) or self._scored(amount) or self._written_as_year(amount, bounded=bounded):
            return True
        stray = amount.noun is not None and not amount.noun.agrees
        if stray and amount.noun is not None and self._lower(amount.noun.head):
            return bool(amount.number.digits) and not amount.paired
        if amount.paired and amount.unit is None and amount.noun is None and self._two_dates(amount):
            return True
        bare = amount.unit is None and (amount.noun is None or stray) and amount.number.by is None
        return bare and not amount.paired and not amount.signed and self._bare(amount, bounded=bounded)

    def _lower(self, i: int) -> bool:
        return not self._tokens[i].capital

    def _counts_one(self, amount: Amount, *, bounded: bool) -> bool:
        if self._in(amount.core - 1, "numbers.one.not_after") and self._near(amount.core - 1, amount.core):
            return False
        after = amount.number.last
        cases = self._lex.words["numbers.one.story_cases"] or {""}
        if not bounded and self._in(after, "numbers.one.stories") and self._tokens[after].case in cases:
            return False  # "one day he left"
        if amount.unit is not None:
            return True
        if self._in(amount.number.last, "numbers.one.not_before"):
            return False
        noun = amount.noun
        return noun is not None and (noun.animate or self._in(noun.head, "numbers.one.counts"))

    def _two_dates(self, amount: Amount) -> bool:
        """As in "1998–2025" or "с 10.00 до 19.00": two years or hours and nothing they could count."""
        ends = (amount.first_digits, amount.number.digits)
        clocks = self._lex.decimal != "." and all(_CLOCK.fullmatch(d) for d in ends)
        return clocks or all(len(d) == 4 and d.isdigit() and FIRST_BARE_YEAR <= int(d) <= LAST_YEAR for d in ends)

    def _half_of_time(self, amount: Amount) -> bool:
        """As in "в первой половине века": an ordinal before a fraction or a quarter names a stretch of time."""
        before = amount.core - 1
        if self._in(amount.core, "skip.dates.stretches") and (
            self._in(amount.core + 1, "skip.dates.stretches_before")
            or self._norm(before) == "-"
            or _ROMAN.fullmatch(self._norm(before))
            or self._tokens[amount.core].case == "loc"
        ):
            return True  # "2-тоқсан"
        if self._in(before, "numbers.ordinal_suffixes"):  # "2-ші тоқсан"
            return True
        return self._near(before, amount.core) and self._lex.ordinals.fullmatch(self._norm(before)) is not None

    # dates and times

    def dated(self, amount: Amount) -> bool:
        """True if the number is a day or a year."""
        number = amount.number
        after = number.last
        if self._behind_month(amount):
            return True
        if not self._near(after, number.first) or number.form not in (Form.PLAIN, Form.ONE):
            return False
        if self._in(after, "skip.dates.months") and number.value is not None and number.value <= 31:
            return self._tokens[after].capital or not self._in(after, "skip.dates.months_first")
        if self._in(after, "skip.dates.decades"):
            return True
        if not self._in(after, "skip.dates.years") or number.value is None or number.by is not None:
            return False
        if number.digits and self._tokens[number.last - 1].kind is Kind.WORD:
            return True  # "60-х годов"
        year = number.value == number.value.to_integral_value() and FIRST_YEAR <= number.value <= LAST_YEAR
        return bool(year and number.digits) or (
            self._in(after, "skip.dates.certain_years") and number.value >= 100 and self._norm(after) not in ("г",)
        )

    def _behind_month(self, amount: Amount) -> bool:
        """As in "13 мамыр 2015", "тамыздың 10-нан": a year behind a whole date, a day behind its month."""
        digits, before = amount.first_digits or amount.number.digits, amount.core - 1
        if not self._in(before, "skip.dates.months") or not self._near(before, amount.core):
            return False
        if amount.low is not None and amount.low <= LAST_DAY:
            return self._tokens[before].case == "gen"
        return len(digits) == YEAR_DIGITS and self._digits(before - 1) and amount.unit is None

    def _written_as_year(self, amount: Amount, *, bounded: bool) -> bool:
        """As in "in 2018", "October 4, 2018", "October 4": languages that name years and days without a word."""
        number, before = amount.number, amount.core - 1
        openers = self._lex.words["skip.dates.year_openers"]
        if not openers or amount.unit is not None or not number.digits.isdigit() or number.by is not None:
            return False
        if bounded and not self._in(before, "skip.dates.year_articles"):  # "up to the 2020 election"
            return False
        if self._norm(before) in (".", ","):
            before -= 1
        month = self._in(before, "skip.dates.months_first") and self._tokens[before].capital
        if month and len(number.digits) <= MAX_DAY_DIGITS:
            return True
        if len(number.digits) != YEAR_DIGITS or not FIRST_BARE_YEAR <= int(number.digits) <= LAST_YEAR:
            return False
        day = self._norm(before).isdigit() and self._in(before - 1, "skip.dates.months_first")
        return month or day or self._norm(amount.core - 1) in openers or amount.noun is None

    def _clock(self, amount: Amount) -> bool:
        number, after = amount.number, amount.number.last
        if number.form is not Form.PLAIN or number.value is None or not self._near(after - 1, number.first):
            return False
        hour = number.value == number.value.to_integral_value() and 0 <= number.value <= 24
        follows = self._near(after, number.first)
        if hour and self._in(amount.first - 1, "skip.clock.openers") and self._near(amount.first - 1, amount.core):
            return True
        if follows and hour and self._in(after, "skip.clock.bare_day_parts"):
            return True
        if follows and self._in(after, "skip.clock.zones"):
            return True
        if amount.unit is None or amount.unit.id != "hour" or not hour:
            return False
        if self._near(after + 1, after) and self._in(after + 1, "skip.clock.day_parts"):
            return True
        before = amount.core - 1
        at = self._near(before, amount.core) and self._in(before, "skip.clock.prepositions")
        opens = amount.paired and self._near(amount.first, before) and self._in(amount.first, "skip.clock.prepositions")
        return (at or opens) and self._in(after, "skip.clock.units")

    # names and labels

    def _labelled(self, amount: Amount) -> bool:
        before = amount.first - 1
        if not self._near(before, amount.first):
            return False
        if not amount.first_digits and not amount.number.digits:
            bare = amount.unit is None and amount.noun is None
            return bare and self._in(before, "skip.labels.spelled")  # "number three"
        if self._in(before, "skip.labels.strong") and not self._tokens[before].case:
            return True
        if self._norm(before) == "." and self._in(before - 1, "skip.labels.strong") and self._near(before - 1, before):
            return len(self._norm(before - 1)) <= 4
        after = amount.number.last
        return amount.unit is None and self._near(after, amount.first) and self._in(after, "skip.labels.laws")

    def _named(self, amount: Amount) -> bool:
        """As in "World War Two", "10 Downing Street"."""
        after = amount.number.last
        for at in range(after, min(after + MAX_STREET_WORDS, len(self._tokens))):
            if not self._near(at, amount.core) or not self._tokens[at].capital:
                break
            if self._in(at, "skip.labels.streets_after"):
                return True
        token, before = self._tokens[amount.core], amount.core - 1
        counts = amount.unit is not None or amount.noun is not None or amount.number.by is not None
        if counts or not self._near(before, amount.core) or token.kind is not Kind.WORD:
            return False
        return token.capital and self._tokens[before].capital and self._tokens[before].kind is Kind.WORD

    def _scored(self, amount: Amount) -> bool:
        """As in "won 3-1", "lost 1-2": two numbers with a hyphen that count nothing."""
        if not self._lex.words["skip.scores.words"]:
            return False
        if not amount.paired:
            core, after = amount.core, amount.number.last
            return (self._hyphen(core - 1) and self._digits(core - 2)) or (
                self._hyphen(after) and self._digits(after + 1)
            )
        if amount.unit is not None or (amount.noun is not None and amount.noun.agrees):
            return False
        around = range(max(0, amount.first - SCORE_WINDOW), min(len(self._tokens), amount.last + SCORE_WINDOW))
        return any(self._near(i, amount.core) and self._in(i, "skip.scores.words") for i in around)

    def _hyphen(self, i: int) -> bool:
        return self._norm(i) in ("-", "–") and not self._tokens[i].spaced

    def _digits(self, i: int) -> bool:
        return 0 <= i < len(self._tokens) and self._tokens[i].kind is Kind.DIGITS

    def _bare(self, amount: Amount, *, bounded: bool) -> bool:
        """True if a number with no unit and nothing counted names something."""
        digits, first = amount.number.digits, amount.first
        if not digits:
            return False
        dotted = self._lex.decimal != "." and (_CLOCK.fullmatch(digits) or _DAY.fullmatch(digits))
        if dotted or self._heading(amount):
            return True
        long = len(digits) >= MIN_IDENTIFIER_DIGITS and not self._tokens[amount.core].case
        if digits.isdigit() and (long or (len(digits) > 1 and digits[0] == "0")):
            return True
        value = amount.value or Decimal(0)
        if len(digits) == 4 and digits.isdigit() and FIRST_BARE_YEAR <= value <= LAST_YEAR and not bounded:
            return True
        before = first - 1
        if bounded or not self._near(before, first):
            return False
        if self._norm(amount.last) in _CLOSING and self._quoted_name(before):
            return True
        if self._norm(before) == "," and any(
            self._in(i, "skip.labels.streets") for i in range(max(0, before - MAX_TITLE_WORDS), before)
        ):
            return True  # "улица Садовая, 15"
        if self._norm(before) == "." and self._near(before - 1, before):
            before -= 1
        return (
            self._in(before, "skip.labels.weak")
            or self._in(before, "skip.labels.numerals_before")
            or self._name(before)
        )

    def _quoted_name(self, before: int) -> bool:
        """As in "«Южный поток – 2»": words of a name in marks right before a number that closes it."""
        for i in range(before, max(-1, before - MAX_TITLE_WORDS), -1):
            if self._norm(i) in _OPENING:
                return i < before
            if self._tokens[i].kind is not Kind.WORD and self._norm(i) not in "–—-":
                return False
        return False

    def _heading(self, amount: Amount) -> bool:
        """As in "1. …" at the beginning of a line."""
        start, end = self._tokens[amount.core].start, self._tokens[amount.number.last - 1].end
        opens = not self._text[:start].strip() or self._text[:start].rstrip(" \t(").endswith("\n")
        return opens and self._text[end : end + 1] in (".", ")")

    def _name(self, before: int) -> bool:
        """As in "iPhone 11", "Boeing 737", "Россия 1": a proper name right before the number."""
        token = self._tokens[before]
        if token.kind is not Kind.WORD:
            return False
        name = self._text[token.start : token.end]  # "iPhone" has its capital inside
        opens = before == 0 or self._tokens[before - 1].sentence != token.sentence
        quoted = before > 0 and self._norm(before - 1) in '«"“„'
        foreign = self._lex.words["skip.names.foreign_script"] and _LATIN.match(token.norm)
        return bool(foreign) or (any(c.isupper() for c in name) and not token.case and (not opens or quoted))

    def _titled(self, amount: Amount) -> bool:
        """As in "роман «Двенадцать стульев»": a short stretch in marks that begins with the number, no utterance."""
        opening = amount.core - 1
        if opening < 1 or self._norm(opening) not in _OPENING:
            return False
        whole = self._norm(amount.last) in _CLOSING  # "«33 коровы»"
        if whole and amount.noun is not None:
            return not self._speech_ends(amount.last)
        if not self._tokens[amount.core].capital:
            return False
        if not self._near(opening - 1, opening) or self._norm(opening - 1) in ":,—–-":
            return False
        ahead = range(amount.core + 1, amount.core + 1 + MAX_TITLE_WORDS)
        close = next((i for i in ahead if self._norm(i) in _CLOSING), None)
        return close is not None and not self._speech_ends(close)

    def _speech_ends(self, close: int) -> bool:
        """True if ", –" or a dash follows the closing mark: somebody said it."""
        after = close + 2 if self._norm(close + 1) in (",", ".") else close + 1
        return self._norm(after) in ("—", "–", "-")

    # lists

    def joins(self, one: Amount, other: Amount) -> str | None:
        """The connecting sign or word if only one stands between two amounts ("1, 2 и 3 мая"), else None."""
        gap = other.first - one.last
        if gap == 1 and self._near(one.last, other.core) and self._in(one.last, "skip.dates.joins"):
            return self._norm(one.last)
        if gap == 2 and self._near(one.last, other.core) and self._norm(one.last) == ",":
            return self._norm(one.last + 1) if self._in(one.last + 1, "skip.dates.joins") else None
        return None

    def goes_on(self, one: Amount, other: Amount) -> bool:
        """True if ``other`` is the minutes of the clock time ``one``: "в 15 часов 30 минут"."""
        follows = other.first - one.last in (-1, 0, 1, -2) and self._near(one.core, other.core)
        return follows and other.unit is not None and other.unit.id == "minute" and self._clock(one)
