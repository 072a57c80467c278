"""Kazakh numbers and units under their endings; words behind a number, which stand in the singular and any case."""

import re
from collections.abc import Sequence
from decimal import Decimal

from anyq.extract.quantities.inflection import Reading
from anyq.extract.quantities.lexicon import Lexicon
from anyq.extract.quantities.tokens import Kind, Token

_PLURAL, _OWNED = "(?:[лдт][ае]р)?", "(?:с?[ыі]м(?:ыз|із)?|м(?:ыз|із)|с?[ыі]|[ғг][ыі])?"
_MADE = "(?:[лдт][ыі][қкғг])?"  # "долларлық", "жылдығы": made of a measure
# ending -> what it says; the longest comes first
_CASES = (
    ("many", "[дт]аған|[дт]еген|[лдт]ап|[лдт]еп"),
    ("attr", "н?[дт]ағы|н?[дт]егі|[ғгқк][ыі]"),
    ("gen", "[нтд][ыі]ң"),
    ("abl", "[дтн][ае]н"),
    ("ins", "[мбп]ен"),
    ("like", "[дт]ай|[дт]ей|[дт]айын|[дт]ейін"),
    ("loc", "н?[дт][ае]"),
    ("dat", "[ғқ]а|[гк]е|н[ае]"),
    ("acc", "[ндт][ыі]"),
)
_ENDINGS = tuple((case, re.compile(f"(?P<made>{_MADE}){_PLURAL}{_OWNED}(?:{end})")) for case, end in _CASES)
_BARE = re.compile(f"(?P<made>{_MADE}){_PLURAL}{_OWNED}н?")
# what a hyphen joins to digits: "200-ден", "2-еуінде", "100-дей", "4-ақ"
_SUFFIX = re.compile(f"ақ|(?:[еа]у)?{_MADE}{_OWNED}н?(?:{'|'.join(end for _, end in _CASES)})?(?<=.)|(?:[еа]у){_OWNED}")
_ANY = tuple((case, re.compile(f"\\w{{2,}}(?:{end})")) for case, end in _CASES)
_VOWELS = "аәеиоөуұүыіэюя"
_HARDER = {"ғ": "қ", "г": "к", "б": "п"}
_VERB = re.compile(
    r"\w{3,}(?:[ае]ды|[ае]ді|йды|йді|[ғқ]ан|[гк]ен|[ғқ]анын|[гк]енін|[ыі]пты|[ыі]пті|[ыі]лды|[ыі]лді|[ыі]п|уда|уде)"
)


class Kazakh:
    """Fits ``Inflection``: words of the tables come out in the nominative with their case told."""

    whole_by_preposition = False

    def __init__(self, lexicon: Lexicon) -> None:
        self._lex = lexicon
        words = lexicon.words
        self._counting = lexicon.cardinals.keys() | lexicon.multipliers.keys()
        self._bases = (
            lexicon.numeric | words["skip.dates.months"] | words["skip.dates.years"] | words["numbers.nouns.bases"]
        )

    def refined(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The tokens with endings cut off, those behind the hyphen of "200-ден" and "%-ға" too."""
        done: list[Token] = []
        n = 0
        while n < len(tokens):
            token = tokens[n]
            ending = self._suffix(tokens, n)
            if ending is not None:
                done.append(token._replace(end=tokens[n + 2].end, case=ending))
                n += 3
                continue
            if token.kind is Kind.WORD:
                base, case = self._cut(token.norm)
                token = token._replace(norm=base, case=case)
            done.append(token)
            n += 1
        return done

    def _suffix(self, tokens: Sequence[Token], n: int) -> str | None:
        """The case of an ending that a hyphen joins to a number, a sign or a short form at ``n``."""
        if n + 2 >= len(tokens) or tokens[n + 1].norm != "-" or tokens[n + 1].spaced or tokens[n + 2].spaced:
            return None
        token, ending = tokens[n], tokens[n + 2].norm
        if token.kind is not Kind.DIGITS and token.norm not in self._lex.numeric:
            return None
        if not _SUFFIX.fullmatch(ending) or ending in self._lex.words["numbers.ordinal_suffixes"]:
            return None
        if ending == "ақ":
            return ""  # "4-ақ": only four
        case = _case_of(ending.removeprefix("еу").removeprefix("ау")) or "own"
        return "like" if case == "many" else case  # "100-деген": about a hundred

    def _cut(self, word: str) -> tuple[str, str]:
        """The base of a word of the tables and its case; any other word as it is with the case its ending shows."""
        if word in self._bases:
            return word, ""
        if word in self._lex.words["numbers.not_numbers"]:
            return word, ""
        for end in range(len(word) - 1, 1, -1):
            stem, rest = word[:end], word[end:]
            base = next((b for b in (stem, stem[:-1] + _HARDER.get(stem[-1], stem[-1])) if b in self._bases), None)
            case = _case_of(rest) if base else None
            if base and case is not None:
                return base, case
        return word, next((case for case, pattern in _ANY if pattern.fullmatch(word)), "")

    def readings(self, word: str) -> tuple[Reading, ...]:
        """A function word, a verb by its ending, or a noun."""
        if word in self._lex.words["numbers.nouns.functions"] or word in self._counting:
            return (Reading("F", False, False, False, False),)
        if word in self._lex.words["numbers.nouns.verbs"] or _VERB.fullmatch(word):
            return (Reading("V", False, False, False, False),)
        if word in self._lex.words["numbers.nouns.adjectives"]:
            return (Reading("A", False, False, False, False),)
        return (Reading("N", False, True, word in self._lex.words["numbers.one.counts"], True),)

    def agrees(self, readings: Sequence[Reading], value: Decimal | None, *, multiplied: bool, adjective: bool) -> bool:
        """True for every noun: number words leave it in the singular."""
        return bool(readings) and not adjective


def _case_of(ending: str) -> str | None:
    """The case of an ending behind a base, "own" for a plural or possessive alone; None if it is no ending."""
    for case, pattern in _ENDINGS:
        found = pattern.fullmatch(ending)
        if found:
            return case
    found = _BARE.fullmatch(ending)
    if found is None:
        return None
    return "made" if found["made"] else "own"
