"""Noun phrases put into the nominative: the head and what agrees with it, genitives untouched."""

from functools import lru_cache
from typing import Any

from anyq.extract.parse import Parse, Word
from anyq.extract.russian import analyzer
from anyq.text import Span

_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_AGREEING = ("ADJ", "DET", "VERB", "NUM")


def nominative(parse: Parse, span: Span) -> str:
    """The noun phrase ``span`` in the nominative ("отдела связи" gives "отдел связи"), runs of space made one."""
    words = parse.words_in(span)
    changed = _changes(words)
    out, at = [], span.start
    for n, word in enumerate(words):
        out += [parse.folded[at : word.span.start], changed.get(n, word.text)]
        at = word.span.end
    out.append(parse.folded[at : span.end])
    return " ".join("".join(out).split())


def _changes(words: list[Word]) -> dict[int, str]:
    """For each word that must change its nominative form: heads of the phrase and their agreeing words."""
    heads = _heads(words)
    changed: dict[int, str] = {}
    for head in heads:
        word = words[head]
        case = word.feats.get("Case")
        if case in (None, "Nom"):
            continue
        form = noun_nominative(word.text, case, word.feats.get("Number", "Sing"), word.feats.get("Gender"))
        if form is None:
            continue
        changed[head] = form
        for n in range(head - 1, -1, -1):
            if words[n].pos == "ADV" or words[n].text in (",", "и"):
                continue
            if words[n].pos not in _AGREEING or words[n].feats.get("Case") not in (case, None):
                break
            changed[n] = adjective_nominative(words[n].text, case, word.feats) or words[n].text
    return changed


def _heads(words: list[Word]) -> list[int]:
    """The first noun, and nouns of the same case after a comma or "и" that start a phrase of their own."""
    heads: list[int] = []
    quoted = 0
    for n, word in enumerate(words):
        quoted += (word.text in "«“„") - (word.text in "»”")
        if quoted or word.pos not in ("NOUN", "PROPN"):
            continue
        if not heads:
            if n and words[n - 1].pos == "ADP":
                return []
            heads.append(n)
            continue
        first = words[heads[0]].feats.get("Case")
        before = [w.text for w in words[max(0, n - 3) : n]]
        joined = any(b in (",", "и") for b in before)
        if joined and first == word.feats.get("Case") and first not in ("Nom", "Gen", None):
            heads.append(n)
    return heads


@lru_cache(maxsize=16384)
def noun_nominative(text: str, case: str, number: str, gender: str | None) -> str | None:
    """Nominative of a noun tagged with UD ``case``; None where the dictionary has no such reading."""
    if text.isupper() and len(text) > 1:
        return None
    if "-" in text and not text[0].isupper():
        first, _, last = text.rpartition("-")
        known = [r for r in analyzer().parse(text) if "DictionaryAnalyzer" in str(r.methods_stack[0][0])]
        if not known:
            rest = noun_nominative(last, case, number, gender)
            return f"{first}-{rest}" if rest else None
    best = _reading(text, case, "plur" if number == "Plur" else "sing", gender)
    if best is None:
        return None
    form = best.inflect({"nomn"})
    return _capitals(form.word, text) if form else None


def _reading(text: str, case: str, number: str, gender: str | None) -> Any:
    wanted = _CASES.get(case)
    readings = [r for r in analyzer().parse(text) if r.tag.POS in ("NOUN", "ADJF", "PRTF")]
    fitting = [r for r in readings if _same_case(str(r.tag.case), wanted) and str(r.tag.number) == number]
    by_gender = [r for r in fitting if gender and str(r.tag.gender) == _GENDERS.get(gender)]
    return next(iter(by_gender or fitting), None)


def _same_case(one: str, other: str | None) -> bool:
    return one[:3] == (other or "")[:3] or {one, other} <= {"gent", "accs"}


@lru_cache(maxsize=16384)
def _adjective(text: str, case: str, gender: str | None, number: str) -> str | None:
    for reading in analyzer().parse(text):
        if reading.tag.POS not in ("ADJF", "PRTF") or not _same_case(str(reading.tag.case), _CASES.get(case)):
            continue
        grams = {"nomn", "plur"} if number == "Plur" else {"nomn", "sing", _GENDERS.get(gender or "Masc", "masc")}
        form = reading.inflect(grams)
        if form:
            return _capitals(form.word, text)
    return None


def adjective_nominative(text: str, case: str, feats: Any) -> str | None:
    """Nominative of an adjective that agrees with a noun of the features given."""
    return _adjective(text, case, feats.get("Gender"), feats.get("Number", "Sing"))


def _capitals(form: str, written: str) -> str:
    if written.isupper() and len(written) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if written[:1].isupper() else form
