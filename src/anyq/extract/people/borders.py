"""Names of the tagger, parted where a place runs into a person: "(губернатора) Лирии Торвальда Йенсена"."""

from collections.abc import Iterator, Set
from dataclasses import replace

from anyq.extract.parse import Name, Parse
from anyq.extract.people.naming import is_latin, known_given, known_surname, patronymic_forms, surname_forms
from anyq.extract.people.tokens import Tokens
from anyq.extract.people.words import cases_of, is_one_of, is_place_name, is_plural, role_lemma

_FAIR = 0.5
_UNCHANGED = "оеуюэи"  # "Токио", "Осло": a place in the genitive looks as in the nominative


def with_borders(parse: Parse) -> Parse:
    """``parse`` whose names end where a place ends and the person begins."""
    tokens = Tokens(parse)
    parted = _with_holders(tokens, [n for name in parse.names for n in _parts(tokens, name)])
    starts = {n.span.start for n in parted if n.kind == "PER"}
    return replace(parse, names=tuple(Name(n.span, "LOC") if _is_place(tokens, n, starts) else n for n in parted))


def _with_holders(tokens: Tokens, names: list[Name]) -> list[Name]:
    """``names`` with those who hold an office of a place and were overlooked: "Аким Алматы Ерлан Саду"."""
    for at in range(len(tokens) - 3):
        holder = range(at + 2, at + 4)
        shown = [tokens.text(i) for i in range(at, at + 4)]
        if not is_one_of(shown[0], "place_roles") or not tokens.same_sentence(at, at + 3):
            continue
        if not all(w[:1].isupper() and w.isalpha() for w in shown[1:]) or not known_given(shown[2]):
            continue
        span = tokens.span(holder)
        if shown[1][-1:] not in "аяыи" + _UNCHANGED or patronymic_forms(shown[1]):
            continue
        if not any(n.kind == "PER" and n.span.touches(span) for n in names):
            names = [*(n for n in names if not n.span.touches(span)), Name(span, "PER")]
    return sorted(names, key=lambda n: n.span)


def _is_place(tokens: Tokens, name: Name, starts: Set[int]) -> bool:
    """True for the "Лирии" of "премьер Лирии Артур Вейн" that was taken for a person of its own."""
    words = tokens.range_of(name.span)
    if name.kind != "PER" or len(words) != 1 or not tokens.same_sentence(words.start, words.stop):
        return False
    follows = words.stop < len(tokens) and tokens.words[words.stop].span.start in starts
    role = _role_before(tokens, words.start)
    if not follows or role is None or not is_one_of(tokens.text(role), "place_roles"):
        return False
    # a person's name has the case of the office before it: "премьер Лирии" is of a place
    agreeing = [f for f in known_given(tokens.text(words.start)) if f.cases & cases_of(tokens.words[role])]
    return not agreeing


def _parts(tokens: Tokens, name: Name) -> Iterator[Name]:
    words = tokens.range_of(name.span)
    if name.kind == "PER" and _opens_with_office(tokens, words):
        yield Name(tokens.span(words[1:2]), "LOC")
        yield Name(tokens.span(words[2:]), "PER")
        return
    if name.kind == "ORG" and _is_performer(tokens, words):
        yield Name(name.span, "PER")
        return
    if name.kind != "ORG" and len(words) > 2 and tokens.same_sentence(words[0], words[-1]):
        for at in words[1:3]:
            if words.stop - at > 1 and _place_before(tokens, name, words, at):
                yield Name(tokens.span(range(words.start, at)), "LOC")
                yield Name(tokens.span(range(at, words.stop)), "PER")
                return
    yield name


def _opens_with_office(tokens: Tokens, words: range) -> bool:
    """True for "Аким Жаркента Ерлан Саду": an office that is a given name as well, its place, and who holds it."""
    if len(words) < 3 or not tokens.same_sentence(words[0], words[-1]):
        return False
    office, place, rest = tokens.text(words[0]), tokens.text(words[1]), tokens.text(words[2])
    if not is_one_of(office, "place_roles") or patronymic_forms(place) or rest == ".":
        return False
    return known_given(rest) != () and place[-1:] in "аяыи" + _UNCHANGED


def _is_performer(tokens: Tokens, words: range) -> bool:
    """True for two or three Latin words after a role that no company has: "певица Lana Grey"."""
    shown = [tokens.text(i) for i in words]
    if len(shown) not in (2, 3) or not all(is_latin(t) and t[:1].isupper() for t in shown):
        return False
    before = words.start - 1
    if shown[0] == "The" or not tokens.same_sentence(before, words.start) or is_plural(tokens.words[before]):
        return False  # "музыканты The Frets"
    return is_one_of(tokens.text(before), "performers")


def _place_before(tokens: Tokens, name: Name, words: range, at: int) -> bool:
    """True if the words before ``at`` name the place that the role before them governs."""
    role = _role_before(tokens, words.start)
    first, given = tokens.text(words.start), tokens.text(at)
    if role is None or not all(tokens.text(i)[:1].isupper() or tokens.text(i) == "." for i in words):
        return False
    if tokens.text(at) == "." or is_one_of(tokens.text(role), "relational_roles"):
        return False
    governs = is_one_of(tokens.text(role), "place_roles")
    if name.kind == "LOC":
        return bool(known_given(given)) or (governs and is_place_name(first))
    if known_given(first) and not is_one_of(first, "countries"):
        return governs and at == words.start + 1 and _disagree(tokens, words, role)
    sure = is_place_name(first) or is_one_of(first, "countries") or first.endswith("ии")
    if at - words.start == 2:  # "Северной Лирии Торвальд Йенсен"
        return tokens.words[words.start].pos == "ADJ" and bool(known_given(given))
    if not known_given(given) and not sure:
        return False
    if first[-1] not in "аяыи" + _UNCHANGED or known_surname(first):
        return False
    return governs or (sure and "Nom" in cases_of(tokens.words[role]))


def _disagree(tokens: Tokens, words: range, role: int) -> bool:
    """True if the first word, a given name as well ("Лирия"), cannot stand beside the last in the case of the role."""
    first, last = tokens.text(words[0]), tokens.text(words[-1])
    if patronymic_forms(tokens.text(words[1])):
        return False
    given = [f for f in known_given(first) if f.cases & cases_of(tokens.words[role])]
    return not any(
        s.trust >= _FAIR and s.cases & g.cases and (s.gender is None or s.gender == g.gender)
        for g in given
        for s in surname_forms(last)
    )


def _role_before(tokens: Tokens, start: int) -> int | None:
    """Index of the role noun before ``start``, over the adjectives of a place ("посол Северной …")."""
    at = start - 1
    while (
        at > 0 and tokens.words[at].pos == "ADJ" and tokens.text(at)[:1].isupper() and not role_lemma(tokens.text(at))
    ):
        at -= 1
    return at if tokens.same_sentence(at, start) and role_lemma(tokens.text(at)) else None
