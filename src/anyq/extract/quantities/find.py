"""Text -> quantities: amounts read left to right, what counts nothing dropped, what is left unsaid filled in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from anyq.extract.quantities.amounts import Amount, AmountReader
from anyq.extract.quantities.bounds import BoundReader
from anyq.extract.quantities.context import Context
from anyq.extract.quantities.english import English
from anyq.extract.quantities.inflection import Inflection
from anyq.extract.quantities.kazakh import Kazakh
from anyq.extract.quantities.lexicon import Lexicon, Unit, lexicon
from anyq.extract.quantities.nouns import NounReader, Phrase
from anyq.extract.quantities.numbers import Form
from anyq.extract.quantities.periods import Period, find_periods, period_of
from anyq.extract.quantities.ranks import RankReader
from anyq.extract.quantities.russian import Russian
from anyq.extract.quantities.skip import Skipper
from anyq.extract.quantities.spelling import Spelling
from anyq.extract.quantities.tokens import Kind, Token, span, tokenize
from anyq.records.reading import Quantity
from anyq.text import Span, fold

_INFLECTIONS: dict[str, Callable[[Lexicon], Inflection]] = {"ru": lambda _: Russian(), "en": English, "kk": Kazakh}
MILLION = 1_000_000  # so large a number without a unit goes on counting what the sentence before it did


@dataclass(frozen=True, slots=True)
class _Entry:
    """An amount met in the text; ``kept`` is False if it counts nothing."""

    amount: Amount
    kept: bool


def find_quantities(
    text: str, *, published: str | None, lang: str = "ru", letters: Callable[[str], str] | None = None
) -> tuple[Quantity, ...]:
    """The quantities of ``text`` by offset, ids ``n1``, ``n2``, …; bounds as in docs/formats.

    ``published`` (RFC 3339 time or date) resolves "прошлый год"; None leaves it unresolved. ``lang`` is a folder of
    ``languages`` that has number tables. ``letters`` writes a word in the letters of those tables, where the text has
    others. Counted things and periods are as written; units are the same in every language ("%", "km", "KZT").
    """
    return _Finder(Spelling(text, letters, lexicon(lang).numeric), lang).find(published)


class _Finder:
    def __init__(self, spelling: Spelling, lang: str) -> None:
        self._spelling = spelling
        self._lang = lang
        self._lex = lexicon(lang)
        self._folded = fold(spelling.text)
        inflection = _INFLECTIONS[lang](self._lex)
        self._tokens = inflection.refined(tokenize(self._folded, self._lex.abbreviations))
        self._at = Context(self._tokens, self._lex)
        nouns = NounReader(self._tokens, inflection, self._lex)
        self._amounts = AmountReader(self._tokens, self._lex, inflection, nouns)
        self._bounds = BoundReader(self._at)
        self._ranks = RankReader(self._at, nouns, self._amounts)
        self._skipper = Skipper(self._at, self._folded)

    def find(self, published: str | None) -> tuple[Quantity, ...]:
        entries = self._joined(self._entries())
        amounts = self._inherited([self._bounds.bounded(e.amount) for e in entries if e.kept])
        return self._records(amounts, published)

    # reading

    def _entries(self) -> list[_Entry]:
        entries: list[_Entry] = []
        i = 0
        while i < len(self._tokens):
            kind, norm = self._tokens[i].kind, self._tokens[i].norm
            may = kind is Kind.DIGITS or (kind is Kind.WORD and self._lex.opens(norm))
            entry = self._entry(i, entries) if may else None
            if entry is None:
                i += 1
                continue
            entries.append(entry)
            i = max(i + 1, entry.amount.last if entry.kept else entry.amount.number.last)
        return entries

    def _entry(self, i: int, before: Sequence[_Entry]) -> _Entry | None:
        amount = self._amounts.at(i)
        if amount is None:
            return self._lone_unit(i, before)
        ranked = self._ranks.read(amount)
        if ranked is not None:
            return _Entry(_without_value(ranked), True)
        if amount.number.form is Form.UNKNOWN:
            return self._unknown(amount)
        bounded = self._bounds.phrase_before(amount.first) is not None
        return _Entry(amount, not self._skipper.skips(amount, bounded=bounded))

    def _lone_unit(self, i: int, before: Sequence[_Entry]) -> _Entry | None:
        amount = self._amounts.lone_unit(i)
        if i and self._tokens[i - 1].kind is Kind.DIGITS:
            return None  # "таңғы 7 сағат шамасында": the number was a clock time
        if amount is None or self._at.within(amount.last, self._at.sentence(i), "skip.clock.day_parts"):
            return None  # "около часа ночи"
        found = self._bounds.phrase_before(i) or self._bounds.phrase_behind(amount.last)
        if found and before and before[-1].amount.unit and before[-1].amount.last == found[0]:
            return None  # "15 percent less than a year earlier"
        bounded = found is not None and found[1] in self._lex.words["bounds.words.lone_unit_bounds"]
        opened = self._at.within(i - 1, self._at.sentence(i), "bounds.words.lone_unit_after")
        return _Entry(amount, True) if bounded or opened else None

    def _unknown(self, amount: Amount) -> _Entry:
        """As in "несколько", "десятки": both ends null; "пара" is two of a unit of time or of a multiplier."""
        counted = amount.unit is not None or (amount.noun is not None and amount.noun.agrees)
        behind = self._amounts.behind_bound(amount)
        if behind is not amount and self._bounds.opens(amount.first):
            return _Entry(behind, True)
        pair = amount.low is not None
        timed = amount.unit is not None and amount.unit.kind == "time"
        kept = timed or (counted and bool(self._lex.words["numbers.one.articles"])) if pair else counted
        return _Entry(replace(amount, bound="about"), kept)

    # what is left unsaid

    def _joined(self, entries: Sequence[_Entry]) -> list[_Entry]:
        """Shares unit and noun backwards over a list ("17 и 16 лет"), and with them the fate of dates and labels."""
        done = list(entries)
        for i in range(len(done) - 2, -1, -1):
            one, other = done[i], done[i + 1]
            plain = one.kept and one.amount.number.form is Form.PLAIN and one.amount.last <= other.amount.first
            if plain and not other.amount.paired and self._skipper.joins(one.amount, other.amount):
                done[i] = self._share(one, other)
        for i in range(1, len(done)):
            one, other = done[i - 1], done[i]
            bare = other.amount.unit is None and not (other.amount.noun and other.amount.noun.agrees)
            listed = bare and self._skipper.joins(one.amount, other.amount) is not None
            if other.kept and not one.kept and (listed or self._skipper.goes_on(one.amount, other.amount)):
                done[i] = _Entry(other.amount, False)
        return done

    def _share(self, one: _Entry, other: _Entry) -> _Entry:
        if one.amount.unit is not None or (one.amount.noun is not None and one.amount.noun.agrees):
            return one
        if not other.kept:
            return _Entry(one.amount, False) if one.amount.number.digits else one
        share = other.amount.number.form is Form.FRACTION  # "some as young as 11, and one in five …"
        if one.amount.number.by is None and other.amount.unit is not None and not share:
            return _Entry(replace(one.amount, unit=other.amount.unit), True)
        return one

    def _inherited(self, amounts: Sequence[Amount]) -> list[Amount]:
        """Fills in what an ellipsis leaves out: "…6 тысяч материалов, а в этом — 5 тысяч"."""
        done: list[Amount] = []
        for amount in amounts:
            noun = self._noun_before(amount, done) if self._elided(amount) else None
            unit = self._unit_before(amount, done) if noun is None else None
            done.append(replace(amount, noun=noun or amount.noun, unit=unit or amount.unit))
        return done

    def _unit_before(self, amount: Amount, done: Sequence[Amount]) -> Unit | None:
        """The money or measure that a bare "84 млрд" leaves out: that of the number before it, if as large."""
        if amount.unit is not None or amount.noun is not None or amount.number.by is None or not done:
            return None
        before = done[-1]
        apart = self._at.sentence(amount.core) - self._at.sentence(before.core)
        near = apart == 0 or (apart == 1 and amount.number.by >= MILLION)
        kind = before.unit.kind if before.unit else ""
        return before.unit if near and before.number.by == amount.number.by and kind in ("money", "measure") else None

    def _noun_before(self, amount: Amount, done: Sequence[Amount]) -> Phrase | None:
        """What the last amount of the same unit in the same sentence counts."""
        sentence = self._at.sentence(amount.core)
        for before in reversed(done):
            if self._at.sentence(before.core) != sentence:
                return None
            if before.unit == amount.unit and before.noun is not None and before.noun.agrees:
                return before.noun
        return None

    def _elided(self, amount: Amount) -> bool:
        """True for an uncounted number behind a dash, a multiplied one behind "и", a percentage in brackets."""
        sentence = self._at.sentence(amount.core)
        if amount.noun is not None or amount.number.form not in (Form.PLAIN, Form.FRACTION):
            return False
        if amount.unit is not None:
            in_brackets = self._at.norm(amount.first - 1, sentence) == "("
            return amount.unit.kind == "percent" and in_brackets and amount.bound != "growth"
        at = amount.first - 1
        while self._at.within(at, sentence, "bounds.words.fillers"):
            at -= 1
        joined = amount.number.by is not None and self._at.within(at, sentence, "bounds.words.and")
        return joined or self._at.norm(at, sentence) in ("—", "–", "-")

    # records

    def _records(self, amounts: Sequence[Amount], published: str | None) -> tuple[Quantity, ...]:
        lower = self._folded.lower()
        if len(lower) != len(self._folded):  # a rare letter that grows: "İ"
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in self._folded)
        lower = lower.replace("ё", "е")
        sentences = _sentences(self._tokens)
        busy = [sentences[n] for n in sorted({self._at.sentence(a.core) for a in amounts})]
        periods = find_periods(lower, self._spelling.written, published, self._lang, busy)
        amounts = self._outside_periods(amounts, periods)
        spans = [span(self._tokens, a.first, a.last) for a in amounts]
        found: list[Quantity] = []
        for n, (amount, place) in enumerate(zip(amounts, spans, strict=True), 1):
            sentence = sentences[self._at.sentence(amount.core)]
            timed = amount.unit is not None and amount.unit.kind == "time"
            period = None if timed else period_of(place, spans, sentence, periods, self._folded)
            found.append(
                Quantity(
                    id=f"n{n}",
                    span=self._spelling.place(place),
                    low=_number(amount.low),
                    high=_number(amount.high),
                    bound=amount.bound,
                    unit=amount.unit.id if amount.unit else None,
                    counted=self._counted(amount.noun),
                    period=period.text if period else None,
                )
            )
        return tuple(found)

    def _outside_periods(self, amounts: Sequence[Amount], periods: Sequence[Period]) -> list[Amount]:
        """Drops the "три" of "за три года" where another quantity of the sentence has that period."""
        lengths = [p.span for p in periods if p.durative]
        within = [
            a.unit is not None
            and a.unit.kind == "time"
            and any(p.touches(span(self._tokens, a.first, a.last)) for p in lengths)
            for a in amounts
        ]
        real = {self._at.sentence(a.core) for a, inside in zip(amounts, within, strict=True) if not inside}
        return [
            a for a, inside in zip(amounts, within, strict=True) if not inside or self._at.sentence(a.core) not in real
        ]

    def _counted(self, noun: Phrase | None) -> str | None:
        if noun is None or not noun.agrees:
            return None
        return " ".join(self._spelling.written(span(self._tokens, noun.first, noun.last)).split())


def _without_value(amount: Amount) -> Amount:
    return replace(amount, bound="about") if amount.low is None else amount


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _sentences(tokens: Sequence[Token]) -> dict[int, Span]:
    """The stretch of each sentence by its number."""
    found: dict[int, Span] = {}
    for token in tokens:
        start = found[token.sentence].start if token.sentence in found else token.start
        found[token.sentence] = Span(start, token.end)
    return found
