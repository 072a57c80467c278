"""English names: what the model missed or took too much of."""

import re
from collections.abc import Iterator, Sequence

from anyq.extract.parse import Name
from anyq.extract.quotes.outlets import find_outlet
from anyq.extract.surface.english_line import dateline
from anyq.extract.surface.english_nouns import stem
from anyq.extract.surface.english_persons import ASIAN, Token, persons_of, run_of
from anyq.extract.surface.english_text import english_sentences, english_words
from anyq.extract.surface.english_titles import family_first, titles
from anyq.extract.surface.english_words import small
from anyq.extract.surface.nouns import nouns
from anyq.text import Span
from anyq.text.segment import paragraphs

_GENERATION = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_HONOURED = re.compile(r"\b(?:Mrs?|Ms|Miss|Dr)\.? ([A-Z][\w-]+)\b(?! [A-Z])")  # Mr Brandt
_COMPANIES = re.compile(r"\b([A-Z][\w-]+),? (?:Corp|Inc|Ltd|LLC|PLC|plc|AG|GmbH|NV|SpA)\b")  # Alphex Corp


def mended(text: str, found: Sequence[Name]) -> list[Name]:
    """The names of a folded text: titles cut off, persons behind titles added, surnames known from full names."""
    rows = [
        [(w, w.of(text)) for w in english_words(text, s)]
        for line in paragraphs(text)
        for s in english_sentences(text, line)
    ]
    persons: list[Span] = []
    others = [n for n in found if n.kind != "PER"]
    title = _headline(text)
    known = [n.span for n in found if n.kind == "PER"]
    for row in rows:
        if row and row[0][0].start >= title:
            told = [w for w in row if w[0].start >= row[dateline([t for _, t in row])][0].start]
            persons += persons_of(told, known, others)
        elif row:  # in a headline every word may have a capital: only two of them make a name
            persons += [p for p in persons_of(row, known, others) if len(p.of(text).split()) == 2]
    persons += _repeated(text[:title], {p.of(text) for p in persons})
    labelled = {o.span.of(text) for o in others}
    low = labelled | set(_COMPANIES.findall(text)) | set(re.findall(r"(?<![.!?] )\b[a-z]{3,}\b", text))
    persons = [p for p in persons if not _is_no_single_name(p.of(text), low)]
    first = [p.of(text).split()[0] for p in persons if len(p.of(text).split()) > 1]
    givens = {g.lower() for g in first if len(g) > 2}
    full = {_surname(p.of(text)).lower() for p in persons if len(p.of(text).split()) > 1}
    full |= {name.lower() for name in _HONOURED.findall(text)}
    surnames = full | {s[3:] for s in full if s.startswith(("al-", "el-"))}
    for row in rows:
        persons += _alone(
            row,
            (surnames | givens) - {"", *low},
            [*persons, *(o.span for o in others if len(o.span.of(text).split()) > 1)],
        )
    kept = [o for o in others if not any(p.touches(o.span) for p in persons)]
    taken = [*persons, *(k.span for k in kept)]
    kept += [Name(b, "ORG") for row in rows for b in _bodies(row) if not any(t.touches(b) for t in taken)]
    return sorted([*kept, *(Name(p, "PER") for p in persons)], key=lambda n: n.span)


def _bodies(row: Sequence[Token]) -> Iterator[Span]:
    """Rows of capitalised words that end in what a body is: "the Environment Agency"."""
    at = 0
    while at < len(row):
        end = run_of(row, at)
        first = at
        while first < end and row[first][1].lower() in small("determiners") | small("openers") | small("prepositions"):
            first += 1
        if end - first > 1 and stem(row[end - 1][1]) in nouns("en").bodies and not row[end - 1][1].isupper():
            yield Span(row[first][0].start, row[end - 1][0].end)
        at = max(end, at + 1)


def _headline(text: str) -> int:
    """Where a first line ends that no stop closes; there every word may have a capital. 0 if there is none."""
    first, _, rest = text.lstrip().partition("\n")
    closed = first.rstrip(' "”»')[-1:] in (*".!?…:;", "")
    return 0 if closed or not rest.strip() else text.index(first) + len(first)


def _repeated(title: str, names: set[str]) -> Iterator[Span]:
    """The names of the text that its headline has too."""
    for name in names:
        for match in re.finditer(rf"\b{re.escape(name)}\b", title) if " " in name else ():
            yield Span(*match.span())


def _is_no_single_name(name: str, low: set[str]) -> bool:
    """A word alone that is a country, a medium, or that the text knows as something else: "Shark injures boy"."""
    words = re.sub(r"'s$", "", name).split()
    if len(words) != 1:
        return False
    known = stem(words[0]) in nouns("en").states | nouns("en").bodies or find_outlet(words[0], "en") is not None
    return known or not low.isdisjoint({words[0], words[0].lower()})


def _surname(name: str) -> str:
    words = [w for w in re.sub(r"'s$", "", name).split() if w.lower() not in _GENERATION]
    if words and (ASIAN.fullmatch(words[-1]) or (len(words) == 3 and words[0].lower() in family_first())):
        return words[0]
    return words[-1] if words else ""


def _alone(row: Sequence[Token], surnames: set[str], taken: Sequence[Span]) -> Iterator[Span]:
    """Surnames of persons named in full elsewhere, standing alone."""
    for at, (span, word) in enumerate(row):
        known = word.lower() in surnames and (word[:1].isupper() or word[:3] in ("al-", "el-"))
        if not known or any(t.touches(span) for t in taken):
            continue
        after = row[at + 1][1] if at + 1 < len(row) else ""
        before = row[at - 1][1] if at else ""
        dated = word.lower() in small("days") and before.lower() in small("prepositions") | small("times")
        if (
            dated
            or after[:1].isupper()
            or (before[:1].isupper() and at > 1 and before.lower().strip(".") not in titles())
        ):
            continue
        yield Span(span.start, row[at + 1][0].end if after == "'s" else span.end)
