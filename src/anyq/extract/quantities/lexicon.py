"""The number words, bounds and units of a language, read from its folder and indexed for the grammar."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Generic, TypeVar

from anyq.extract.quantities.tokens import Token, tokenize
from anyq.languages import table

T = TypeVar("T")


class Phrases(Generic[T]):
    """Sequences of words with a meaning each, found in tokens; the longest wins. A word ending in ``*`` is a stem."""

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = defaultdict(list)
        self._by_last: dict[str, list[tuple[tuple[str, ...], T]]] = defaultdict(list)
        for text, meaning in rows:
            words = _split(text)
            self._by_first[_key(words[0])].append((words, meaning))
            self._by_last[_key(words[-1])].append((words, meaning))
        for index in (self._by_first, self._by_last):
            for found in index.values():
                found.sort(key=lambda row: -len(row[0]))

    def at(self, tokens: Sequence[Token], start: int) -> tuple[int, T] | None:
        """End index and meaning of the longest phrase that begins at token ``start``."""
        if start >= len(tokens):
            return None
        for words, meaning in self._by_first.get(_key(tokens[start].norm), ()):
            if _same(words, tokens, start):
                return start + len(words), meaning
        return None

    def ending(self, tokens: Sequence[Token], end: int) -> tuple[int, T] | None:
        """Start index and meaning of the longest phrase that ends just before token ``end``."""
        if end <= 0:
            return None
        for words, meaning in self._by_last.get(_key(tokens[end - 1].norm), ()):
            if _same(words, tokens, end - len(words)):
                return end - len(words), meaning
        return None


_KEY_CHARS = 4  # no stem in the tables is shorter


def _key(word: str) -> str:
    return word.rstrip("*")[:_KEY_CHARS]


def _split(text: str) -> tuple[str, ...]:
    words: list[str] = []
    for token in tokenize(text, frozenset()):
        if token.norm == "*" and words and len(text) > 1 and not token.spaced and words[-1].isalpha():
            words[-1] += "*"
        else:
            words.append(token.norm)
    return tuple(words)


def _same(words: tuple[str, ...], tokens: Sequence[Token], start: int) -> bool:
    if (
        start < 0
        or start + len(words) > len(tokens)
        or tokens[start].sentence != tokens[start + len(words) - 1].sentence
    ):
        return False
    return all(
        tokens[start + n].norm.startswith(w[:-1]) if w.endswith("*") and len(w) > 1 else tokens[start + n].norm == w
        for n, w in enumerate(words)
    )


@dataclass(frozen=True, slots=True)
class Unit:
    """What numbers are counted in. ``id`` is the same in every language; ``kind`` a word of units.toml."""

    id: str
    kind: str


@dataclass(frozen=True, slots=True)
class Behind:
    """A bound that stands behind its number; ``case`` is the ending the word before it must have, if any."""

    bound: str
    case: str


@dataclass(frozen=True)
class Lexicon:
    """The tables of one language, indexed.

    ``words`` maps the name of a list ("skip.dates.months") to its words; a list the language lacks is empty. ``pairs``
    maps what stands around the first number of a pair ("от до", " to", "ABL DAT" for its case and that of the second)
    to the bound of the pair. ``case_bounds`` are the endings that say how a number is meant.
    """

    cardinals: Mapping[str, Decimal]
    multipliers: Mapping[str, Decimal]
    fractions: Mapping[str, Decimal]
    fraction_multiples: Mapping[str, Decimal]
    times: Mapping[str, Decimal]
    occasions: Mapping[str, Decimal]
    groups: Mapping[str, Decimal]
    shares: Mapping[str, Decimal]
    prefixes: re.Pattern[str]
    prefix_values: Mapping[str, Decimal]
    ordinals: re.Pattern[str]
    ordinal_values: Mapping[str, Decimal]
    adjective_units: Mapping[str, str]
    units: Phrases[Unit]
    unit_kinds: Mapping[str, str]
    parts: Mapping[str, int]
    signs: Phrases[Unit]
    before: Phrases[str]
    after: Phrases[Behind]
    case_bounds: Mapping[str, str]
    pairs: Mapping[str, str]
    half: Phrases[bool]
    first_of: Phrases[bool]
    ratio: Phrases[bool]
    up: re.Pattern[str]
    down: re.Pattern[str]
    reaches: re.Pattern[str]
    governs_from: re.Pattern[str]
    decimal: str
    abbreviations: frozenset[str]
    words: Mapping[str, frozenset[str]]
    numeric: frozenset[str]  # every word that can be part of a number or a unit
    opens: Callable[[str], bool]  # whether a word can begin a quantity: tells most words off at once


# tables of numbers.toml from a value to its words; the fields of the lexicon that hold them are named alike
_NUMBER_TABLES = (
    "cardinals",
    "multipliers",
    "fractions",
    "fraction_multiples",
    "times",
    "occasions",
    "groups",
    "shares",
)


def _inverse(rows: Mapping[str, str]) -> dict[str, Decimal]:
    return {form: Decimal(value) for value, forms in rows.items() for form in forms.split()}


def _pairs(text: str) -> dict[str, Decimal]:
    return {form: Decimal(value) for form, value in (pair.split("=") for pair in text.split())}


def _choice(words: Iterable[str]) -> str:
    """A pattern of any of ``words``; without any it matches nothing."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"


def _stems(text: str) -> re.Pattern[str]:
    """Matches a word that begins with a stem; "." behind a stem makes it a whole word."""
    whole, stems = ([w for w in text.split() if w.endswith(".") is ends] for ends in (True, False))
    return re.compile(f"(?:{_choice(stems)})|(?:{_choice(w[:-1] for w in whole)})$")


def _word_lists(prefix: str, rows: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for key, value in rows.items():
        name = f"{prefix}.{key}"
        if isinstance(value, str):
            found[name] = frozenset(value.split())
        elif isinstance(value, dict):
            found |= _word_lists(name, value)
    return found


def _forms(unit: Mapping[str, Any]) -> list[str]:
    return [*unit.get("words", "").split(), *unit.get("phrases", ())]


def _behind(bound: str, phrase: str) -> tuple[str, Behind]:
    """A row of bounds.toml, "ABL астам" or "и более"."""
    first, _, rest = phrase.partition(" ")
    return (rest, Behind(bound, first.lower())) if rest and first.isupper() else (phrase, Behind(bound, ""))


def _units(rows: Sequence[Mapping[str, Any]]) -> Phrases[Unit]:
    return Phrases((form, Unit(row["id"], row["kind"])) for row in rows for form in _forms(row))


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of language ``lang`` (a folder of ``languages``), built once."""
    numbers, units, bounds, growth, skip = (table(lang, n) for n in ("numbers", "units", "bounds", "growth", "skip"))
    made = numbers.get("prefixes", {"tens": "", "ones": "", "adjective_endings": ""})
    prefixes = _pairs(made["tens"]) | _pairs(made["ones"])
    tens, ones = (_choice(_pairs(made[k])) for k in ("tens", "ones"))
    adjectives, endings = _choice(units["adjectives"]), _choice(made["adjective_endings"].split())
    ordinals = _pairs(numbers["ordinals"]["stems"])
    ordinal_shape = f"({_choice(ordinals)})(?:{'|'.join(numbers['ordinals']['endings'].split())})"
    words: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for name, rows in (("numbers", numbers), ("bounds", bounds), ("growth", growth), ("skip", skip)):
        words |= _word_lists(name, rows)
    tables = {k: _inverse(numbers.get(k, {})) for k in _NUMBER_TABLES}
    lists = ("one.forms", "one.articles", "alone.several", "alone.several_two", "half_of")
    forms = [_split(form) for row in units["unit"] for form in _forms(row)]
    numeric = frozenset().union(
        *(tables[k] for k in _NUMBER_TABLES if k != "shares"),
        *(words[f"numbers.{k}"] for k in lists),
        (f[0] for f in forms),
    )
    kinds = {row["id"]: row["kind"] for row in units["unit"]}
    shapes = re.compile(f"(?:{tens})?(?:{ones})?(?:{adjectives})(?:{endings})|(?:{ordinal_shape})")

    @lru_cache(maxsize=65536)
    def opens(word: str) -> bool:
        return word in numeric or shapes.fullmatch(word) is not None

    return Lexicon(
        **tables,
        prefixes=re.compile(f"(?P<tens>{tens})?(?P<ones>{ones})?(?P<stem>{adjectives})(?:{endings})"),
        prefix_values=prefixes,
        ordinals=re.compile(ordinal_shape),
        ordinal_values=ordinals,
        adjective_units=units["adjectives"],
        units=_units(units["unit"]),
        unit_kinds=kinds,
        parts=units["parts"],
        signs=Phrases((sign, Unit(unit, kinds.get(unit, "money"))) for sign, unit in units["before"].items()),
        before=Phrases((p, bound) for bound, rows in bounds["before"].items() for p in rows),
        after=Phrases(_behind(bound, p) for bound, rows in bounds["after"].items() for p in rows),
        case_bounds=bounds.get("cases", {}),
        pairs=bounds["pairs"],
        half=Phrases((p, True) for p in numbers["half"]),
        first_of=Phrases((p, True) for p in numbers["ordinals"]["first_of"]),
        ratio=Phrases((p, True) for p in numbers.get("ratio", {"words": ()})["words"]),
        up=_stems(growth["up"]["stems"]),
        down=_stems(growth["down"]["stems"]),
        reaches=_stems(bounds["words"]["reaches"]),
        governs_from=_stems(bounds["words"]["governs_from"]),
        decimal=numbers["decimal"],
        abbreviations=words["numbers.abbreviations"],
        words=words,
        numeric=numeric.union(*forms),
        opens=opens,
    )
