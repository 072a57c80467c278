"""Noun phrases put into the nominative: the head and what agrees with it, genitives untouched."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import takewhile
from typing import Any

from anyq.extract.parse import Parse, Word
from anyq.extract.people.dictionary import in_dictionary, readings_of
from anyq.extract.people.words import is_adjective_form, is_plural, may_be_singular, possible_cases
from anyq.text import Span

_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_AGREEING = ("ADJ", "DET", "VERB", "NUM")


def nominative(parse: Parse, span: Span) -> str:
    """The noun phrase ``span`` in the nominative ("отдела связи" gives "отдел связи"), runs of space made one."""
    return inflected(parse, span, "Nom")


def inflected(
    parse: Parse, span: Span, target: str, heads: Mapping[int, str] | None = None, *, one: bool = False
) -> str:
    """The noun phrase ``span`` in the UD case ``target``; what no dictionary knows stays as written.

    ``heads`` gives the start of each head noun and the case it stands in, where the caller knows better
    than the tagger; else the first noun is the head. ``one`` makes plural heads singular.
    """
    words = parse.words_in(span)
    if heads is None:
        known = [(n, words[n].feats.get("Case")) for n in _heads(words)]
    else:
        known = [(n, heads[w.span.start]) for n, w in enumerate(words) if w.span.start in heads]
    changed: dict[int, str] = {}
    for n, case in known:
        if case and (case != target or (one and is_plural(words[n], case))):
            changed |= _changes(words, n, case, target, one=one)
    out, at = [], span.start
    for n, word in enumerate(words):
        out += [parse.folded[at : word.span.start], changed.get(n, word.text)]
        at = word.span.end
    out.append(parse.folded[at : span.end])
    return " ".join("".join(out).split())


def _changes(words: list[Word], head: int, case: str, target: str, *, one: bool) -> dict[int, str]:
    """New forms of the noun ``head``, which stands in ``case``, and of the adjectives before it."""
    word = words[head]
    number = "Plur" if is_plural(word, case) and not (case != "Nom" and may_be_singular(word)) else "Sing"
    form = noun_form(word.text, case, target, number, word.feats.get("Gender"))
    if form is None:
        return {}
    changed = {head: form}
    single = _singular(word.text, case, target) if one and number == "Plur" else None
    if single:
        changed[head] = single[0]
    after = words[head + 1] if head + 1 < len(words) else None
    if after is not None and _is_title_adjective(words, head + 1, case):
        shown = _adjective(after.text, case, target, single[1] if single else word.feats.get("Gender"), "Sing")
        changed[head + 1] = shown or after.text
    for n in range(head - 1, -1, -1):
        if words[n].pos == "ADV" or words[n].text in (",", "и", "«", "“", "„", '"'):
            continue
        feats = words[n].feats
        agrees = feats.get("Case") in (case, None, word.feats.get("Case")) or case in possible_cases(words[n])
        if words[n].pos not in _AGREEING or not agrees:
            break
        gender, shown = (single[1], "Sing") if single else (feats.get("Gender"), number)
        changed[n] = _adjective(words[n].text, case, target, gender, shown) or words[n].text
    return changed


def _is_title_adjective(words: list[Word], index: int, case: str) -> bool:
    """True for the adjective of a title: "герцогиня Кембриджская", "патриарх Московский"."""
    word = words[index]
    alone = index + 1 == len(words) or words[index + 1].pos not in ("NOUN", "PROPN", "ADJ")
    adjective = word.pos in ("ADJ", "PROPN") and is_adjective_form(word.text)
    return alone and adjective and word.text[:1].isupper() and case in possible_cases(word)


def _singular(text: str, case: str, target: str) -> tuple[str, str] | None:
    """The singular in ``target`` of a plural noun, and its UD gender; None where the dictionary has none."""
    best = _reading(text, case, "plur", None)
    form = best.inflect({_CASES[target], "sing"}) if best is not None else None
    if form is None:
        return None
    gender = next((ud for ud, tag in _GENDERS.items() if tag in form.tag), "Masc")
    return _capitals(form.word, text), gender


def _heads(words: list[Word]) -> list[int]:
    """The first noun, and nouns of its case that a comma or "и" adds; the quoted name itself where no noun precedes."""
    nouns = [n for n in _outside_quotes(words) if words[n].pos in ("NOUN", "PROPN")]
    if not nouns:
        inside = [n for n, w in enumerate(words) if w.pos in ("NOUN", "PROPN")]
        return inside[:1]
    if nouns[0] and words[nouns[0] - 1].pos == "ADP":
        return []
    heads, case = nouns[:1], words[nouns[0]].feats.get("Case")
    for n in nouns[1:]:
        joined = any(w.text in (",", "и") for w in words[max(0, n - 3) : n])
        if joined and case == words[n].feats.get("Case") and case not in ("Nom", "Gen", None):
            heads.append(n)
    return heads


def _outside_quotes(words: list[Word]) -> list[int]:
    outside, depth = [], 0
    for n, word in enumerate(words):
        depth += (word.text in "«“„") - (word.text in "»”")
        if depth == 0:
            outside.append(n)
    return outside


@lru_cache(maxsize=16384)
def noun_form(text: str, case: str, target: str, number: str, gender: str | None) -> str | None:
    """The form in ``target`` of a noun tagged with UD ``case``; None where the dictionary has no such reading."""
    if text.isupper() and len(text) > 1:
        return None
    if "-" in text:
        first, _, last = text.rpartition("-")
        if not any(in_dictionary(r) for r in readings_of(text)):
            rest = noun_form(last, case, target, number, gender)
            return f"{first}-{rest}" if rest else None
    best = _reading(text, case, "plur" if number == "Plur" else "sing", gender)
    form = best.inflect({_CASES[target]}) if best is not None else None
    return _capitals(form.word, text) if form else None


def _reading(text: str, case: str, number: str, gender: str | None) -> Any:
    wanted = _CASES.get(case)
    readings = [r for r in readings_of(text) if r.tag.POS in ("NOUN", "ADJF", "PRTF")]
    fitting = [r for r in readings if _same_case(str(r.tag.case), wanted) and str(r.tag.number) == number]
    by_gender = [r for r in fitting if gender and str(r.tag.gender) == _GENDERS.get(gender)]
    # "королеве" is first of all no Королёв
    ordinary = [r for r in (*by_gender, *fitting) if "Surn" not in r.tag and "Geox" not in r.tag]
    changing = [r for r in (*ordinary, *fitting) if "Fixd" not in r.tag]
    return next(iter(changing or by_gender or fitting), None)


def _same_case(one: str, other: str | None) -> bool:
    return one[:3] == (other or "")[:3] or {one, other} <= {"gent", "accs"}


@lru_cache(maxsize=16384)
def _adjective(text: str, case: str, target: str, gender: str | None, number: str) -> str | None:
    wanted = {"plur"} if number == "Plur" else {"sing", _GENDERS.get(gender or "Masc", "masc")}
    found = [
        form.word
        for reading in readings_of(text)
        if reading.tag.POS in ("ADJF", "PRTF") and _same_case(str(reading.tag.case), _CASES.get(case))
        for form in reading.lexeme
        if form.tag.POS == reading.tag.POS and {_CASES[target]} | wanted <= form.tag.grammemes
    ]
    if not found:
        return None
    # "высший", not "высочайший"; of "окружный" and "окружной" the one that people say
    low = text.lower()
    best = max(found, key=lambda f: (_alike(f, low), f.endswith("ой")))
    return _capitals(_hyphened(best, low), text)


def _alike(one: str, other: str) -> int:
    """How many letters two words share from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _hyphened(form: str, low: str) -> str:
    """``form`` with the hyphen of the written word, which the dictionary may have lost ("северокавказский")."""
    first, hyphen, _ = low.partition("-")
    return f"{first}-{form[len(first) :]}" if hyphen and "-" not in form and form.startswith(first) else form


def _capitals(form: str, written: str) -> str:
    if written.isupper() and len(written) > 1:
        return form.upper()
    parts, shown = form.split("-"), written.split("-")
    if len(parts) != len(shown):
        return form[:1].upper() + form[1:] if written[:1].isupper() else form
    return "-".join(p[:1].upper() + p[1:] if w[:1].isupper() else p for p, w in zip(parts, shown, strict=True))
