"""A sentence without its names: whoever and whatever country it is about, what it says stays the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from anyq.extract.claims.weights import pattern
from anyq.languages import lines, table
from anyq.text import Span

# one private character a kind, so that no list finds a word in them
_PERSON, _PLACE, _PARTY, _OUTLET = "\ue000", "\ue001", "\ue002", "\ue003"
_BLOTS = re.compile(f"[{_PERSON}-{_OUTLET}]")
_AGAIN = re.compile(f"([{_PERSON}-{_OUTLET}])(?: \\1)+")  # two names that the tagger may as well take for one
_KINDS = {"PER": _PERSON, "LOC": _PLACE}
_REST = re.compile(r"(?:['’-]?\w)*")  # "Ахметов|тің", "АҚШ|-тың": an ending belongs to its name
_BEFORE = re.compile(r"([^\W\d_][\w-]*) $")
_RU_ENDING = "(?:ией|ием|ами|ой|ей|ем|ом|ью|ия|ии|ию|ам|ах|[аяыиуюей])?"
_VOWELS = "аеиоуыэюяйь"
_MIN_STEM = 3
_ENDINGS = {"ru": r"(?:[а-я]{1,3})?(?!\w)", "kk": r"(?:-?[а-яәғқңөұүһі]+)?(?!\w)", "en": r"(?!\w)"}
NAMED = "_"  # stands for a name where words are looked for

Blot = tuple[int, int, str]


@dataclass(frozen=True)
class Masks:
    """The names that lists know, and the words that stand for them."""

    words: dict[str, str]
    any_party: re.Pattern[str]
    any_outlet: re.Pattern[str]
    outlets: re.Pattern[str]
    parties: re.Pattern[str]
    members: re.Pattern[str]
    countries: re.Pattern[str]
    given: frozenset[str]
    article: re.Pattern[str]

    def blotted(self, text: str, spans: Sequence[tuple[Span, str]]) -> str:
        """``text`` with one private character for each name; ``spans`` are those that the tagger found."""
        listed = list(self._listed(text))
        tagged = [row for span, kind in spans if kind in _KINDS for row in self._tagged(text, span, kind, listed)]
        at, parts = 0, []
        # of two that begin together the longer; a name of the lists before one that the tagger found
        for start, end, blot in sorted(listed + tagged, key=lambda row: (row[0], -row[1])):
            if start >= at:
                parts += [text[at:start], blot]
                at = end
        return "".join([*parts, text[at:]])

    def known(self, text: str) -> str:
        """A blotted text in the letters of the lists, without the parties and countries that these letters show."""
        for blot, found, capital in self._lists():
            parts, at = [], 0
            for start, end in _places(found, text, capital=capital):
                if start >= at:
                    parts += [text[at:start], blot]
                    at = end
            text = "".join([*parts, text[at:]])
        return _AGAIN.sub(r"\1", self.article.sub("", text))

    def worded(self, blotted: str) -> str:
        """A blotted text as words: "someone", "a country"."""
        return _BLOTS.sub(lambda m: self.words[m[0]], blotted)

    def _lists(self) -> tuple[tuple[str, re.Pattern[str], bool], ...]:
        return (_PARTY, self.parties, True), (_PARTY, self.members, False), (_PLACE, self.countries, True)

    def _listed(self, text: str) -> Iterator[Blot]:
        for blot, found in ((_PARTY, self.any_party), (_OUTLET, self.any_outlet), (_OUTLET, self.outlets)):
            for match in found.finditer(text):
                yield match.start(), match.end(), blot
        for blot, found, capital in self._lists():
            for start, end in _places(found, text, capital=capital):
                yield start, end, blot

    def _tagged(self, text: str, span: Span, kind: str, listed: Sequence[Blot]) -> Iterator[Blot]:
        """The name at ``span`` with its ending and its given name, around what the lists know of it."""
        start, end = span.start, _to_end(text, span.end)
        first = re.match(r"[\w-]+", text[start:end])
        blot = _PERSON if first and first[0].lower() in self.given else _KINDS[kind]
        before = _BEFORE.search(text, 0, start)
        if before and blot == _PERSON and before[1][0].isupper() and before[1].lower() in self.given:
            start = before.start()
        for known_start, known_end, _ in sorted(listed):
            if start < known_start < end:
                yield start, known_start - 1, blot  # the blank before it stays
            if start <= known_start < end:
                start = known_end + (text[known_end : known_end + 1] == " ")
        if start < end:
            yield start, end, blot


def blots(text: str) -> str:
    """A blotted text with a word that no list holds for each name."""
    return _BLOTS.sub(NAMED, text)


def lowered(text: str) -> str:
    """``text`` in lower case with ё as е, of the same length."""
    lower = text.lower().replace("ё", "е")
    return lower if len(lower) == len(text) else text


def _to_end(text: str, end: int) -> int:
    rest = _REST.match(text, end)
    return rest.end() if rest else end


def _places(found: re.Pattern[str], text: str, *, capital: bool) -> Iterator[tuple[int, int]]:
    """Where ``found`` stands, with its endings; ``capital``: only where one is written so."""
    for match in found.finditer(lowered(text)):
        if not capital or any(c.isupper() for c in text[match.start() : match.end()]):
            yield match.start(), _to_end(text, match.end())


@cache
def masks(lang: str) -> Masks:
    """The masks of language ``lang``."""
    data = table(lang, "masks")
    words = {_PERSON: data["person"], _PLACE: data["place"], _PARTY: data["party"], _OUTLET: data["outlet"]}
    given = {name.lower() for file in data["given"] for row in lines(lang, file) for name in row.split()}
    return Masks(
        words=words,
        any_party=re.compile(data["any_party"]),
        any_outlet=re.compile(data["any_outlet"]),
        outlets=_outlets(lang),
        parties=pattern(data["parties"]),
        members=pattern(data["members"]),
        countries=_countries(data) if "countries" in data else _russian_countries(),
        given=frozenset(given),
        article=re.compile(rf"(?<!\w){data['article']}(?=[{_PERSON}-{_OUTLET}])" if "article" in data else r"(?!)"),
    )


def _outlets(lang: str) -> re.Pattern[str]:
    names = {n.strip() for row in lines(lang, "outlets") for n in row.removeprefix("a ").split("|")}
    listed = "|".join(sorted((re.escape(n) for n in names if n), key=len, reverse=True))
    ending = _ENDINGS[lang]
    return re.compile(rf"[«„“\"](?:{listed}){ending}[»”“\"]|(?<!\w)(?:{listed}){ending}")


def _countries(data: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(pattern(data["countries"]).pattern + data.get("country_ending", ""))


def _russian_countries() -> re.Pattern[str]:
    """The words of countries.txt, which are nominative, in every case."""
    stems = sorted({_stem(w) for row in lines("ru", "countries") for w in row.split()}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, stems))}){_RU_ENDING}(?!\w)")


def _stem(word: str) -> str:
    return word[:-1] if word[-1] in _VOWELS and len(word) > _MIN_STEM else word
