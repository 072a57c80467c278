"""Names of Kazakh texts: put into the nominative, and what the tagger found set right by endings and by the text."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from anyq.extract.parse import Name, NameKind
from anyq.extract.quotes.outlets import find_outlet
from anyq.extract.surface.kazakh_endings import Case, bare, case_of, is_owned
from anyq.extract.surface.kazakh_lexicon import cue_words, given_names, known, peoples, states
from anyq.extract.surface.kazakh_script import is_dotted, spelled, spelling
from anyq.extract.surface.kazakh_text import sentences, words
from anyq.extract.surface.kazakh_verbs import DEP, can_say
from anyq.extract.surface.nouns import nouns
from anyq.extract.tagging import Labelled
from anyq.text import Span
from anyq.text.segment import paragraphs

_MOST_NAME = 5  # words behind a role, with the role: "төраға Ким Чен Ын"
_MOST_BODY = 7  # words before the noun of a body that can belong to its name
_PERSONAL = ("ол", "оның", "олар", "олардың", "бұл", "мен", "менің", "біз", "біздің", "сіз", "сіздің")
_MISTERS = ("мырза", "ханым")
_KINDS: dict[str, NameKind] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
_OPENING = "«„“"
_CLOSING = "»”"
_LATIN = re.compile(r"[A-Za-z]")
_CYRILLIC = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")
_SURNAME = re.compile(
    r".{2,}(?:ов|ев|ова|ева|ёв|ёва|ин|ина|ский|ская|цкий|цкая|ұлы|қызы|улы|кызы|бай|бек|баев|баева|енко|швили|дзе|ян|чук)$"
)


def nominative(phrase: Sequence[str]) -> str:
    """The words of a phrase with the last one in the nominative, and a genitive before a closing mark too."""
    dotted = is_dotted(" ".join(phrase))
    last = max((i for i, w in enumerate(phrase) if any(c.isalnum() for c in w)), default=-1)
    out = ""
    inside = False
    for at, word in enumerate(phrase):
        closes = at + 1 < len(phrase) and phrase[at + 1] in _CLOSING + '"' and inside
        text = _without_case(word, dotted=dotted) if at == last else word
        if len(word) == 1 and word.isupper() and at < last and phrase[at + 1] != ".":
            text += "."  # an initial
        if closes and at != last and case_of(spelled(word, dotted=dotted).form).case == "gen":
            text = _without_case(word, dotted=dotted)
        if word == '"':
            glue = inside
            inside = not inside
        else:
            glue = word in _CLOSING or (word in ".-" and len(word) == 1)
            inside = (inside or word in _OPENING) and word not in _CLOSING
        glued_before = bool(out) and (out[-1] in _OPENING or (out[-1] == '"' and inside) or out[-1] == "-")
        out += text if glue or glued_before or not out else " " + text
    return out


def _without_case(word: str, *, dotted: bool) -> str:
    shape = spelled(word, dotted=dotted)
    name = word[:1].isupper() and not known(bare(shape.form))
    stem = case_of(shape.form, name=name).stem
    return word[: shape.ends[len(stem)]]


def refined(text: str, found: Sequence[Name]) -> list[Name]:
    """The names of a text: no name goes on behind a case ending, a surname met again is the same person."""
    rows = [list(words(text, s)) for line in paragraphs(text) for s in sentences(text, line)]
    texts = [[w.of(text) for w in row] for row in rows]
    spell = spelling(text)
    forms = [[spell(w).lower() for w in row] for row in texts]
    cyrillic = len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text))
    small = frozenset(
        f for row, low in zip(texts, forms, strict=True) for w, f in zip(row, low, strict=True) if w[:1].islower()
    )
    labelled: list[list[Labelled]] = []
    for spans, row, low in zip(rows, texts, forms, strict=True):
        kept = [piece for label in _labels(spans, found) for piece in _cut(row, low, label, small)]
        kept = _over(kept, _unseen(row, low, kept))
        held = {i for k in kept if k.label == "PER" for i in range(k.start, k.end)}
        kept = _over(kept, _behind_role(row, low, held))
        held = {i for k in kept if k.label == "PER" for i in range(k.start, k.end)}
        kept = _over(kept, _bodies(row, low, held))
        labelled.append([_kind(row, low, k, cyrillic=cyrillic) for k in sorted(kept, key=lambda k: k.start)])
    singles = {s for row, low, ls in zip(texts, forms, labelled, strict=True) for s in _alone(row, low, ls)}
    labelled = [[_without_place(low, k, singles) for k in ls] for low, ls in zip(forms, labelled, strict=True)]
    full = _full_names(forms, labelled)
    labelled = [[piece for k in ls for piece in _apart(low, k, full)] for low, ls in zip(forms, labelled, strict=True)]
    full = _full_names(forms, labelled)
    mended: list[Name] = []
    for spans, row, low, labels in zip(rows, texts, forms, labelled, strict=True):
        mended += [
            Name(Span(spans[k.start].start, spans[k.end - 1].end), _KINDS[k.label])
            for k in _again(row, low, labels, full)
        ]
    return mended


def _labels(spans: Sequence[Span], found: Sequence[Name]) -> list[Labelled]:
    """The names of a sentence by its words."""
    labels: list[Labelled] = []
    for name in found:
        inside = [i for i, w in enumerate(spans) if name.span.holds(w)]
        if inside:
            labels.append(Labelled(inside[0], inside[-1] + 1, name.kind))
    return labels


def _cut(row: Sequence[str], forms: Sequence[str], label: Labelled, small: frozenset[str]) -> Iterator[Labelled]:
    """A person's name without the common word before it, ended by its first case ending."""
    if label.label != "PER":
        yield from _before_outlet(row, label)
        return
    start, end = _begin(row, forms, label, small), label.end
    for at in range(start, end):
        if _is_state(forms[at]):
            yield Labelled(at, at + 1, "LOC")
            if at > start:
                end = at
                break
            start = at + 1
            continue
        case = case_of(forms[at], name=True).case
        if case == "attr":  # "Касабланкадағы": of a place
            yield Labelled(start, at + 1, "LOC")
            start = at + 1
        elif find_outlet(row[at], "kk") is not None:
            yield Labelled(at, at + 1, "ORG")
            start = at + 1
        elif at + 1 < end and len(row[at]) > 1 and case != "nom" and not _before_surname(forms[at + 1], case):
            if at > start or case not in ("loc", "abl"):  # "Финалда Омаров": in the final
                yield Labelled(start, at + 1, "PER")
            start = at + 1
    if end - start > 1 and (forms[end - 1] in peoples() or case_of(forms[end - 1], name=True).case == "loc"):
        end -= 1  # "Стивен Уолкот Женевада болды": where he was; "Морин Блэк Шотланд одағында": whose the union is
    alone = end - start == 1
    if alone and known(bare(forms[start])) and forms[start] not in given_names():
        return
    if start < end and (not alone or start == label.start or forms[start] in given_names()):
        yield Labelled(start, end, "PER")


def _before_outlet(row: Sequence[str], label: Labelled) -> Iterator[Labelled]:
    """«Росс CNN»: a medium that the list knows begins a name of its own."""
    cut = next((i for i in range(label.start + 1, label.end) if find_outlet(row[i], "kk") is not None), label.end)
    yield Labelled(label.start, cut, label.label)
    if cut < label.end:
        yield Labelled(cut, label.end, label.label)


def _begin(row: Sequence[str], forms: Sequence[str], label: Labelled, small: frozenset[str]) -> int:
    """Where a name begins, past pronouns and past a first word of the sentence that the text also writes small."""
    start = label.start
    while start < label.end and (forms[start] in _PERSONAL or bare(forms[start]) in nouns("kk").roles):
        start += 1
    common = forms[start : start + 1] and forms[start] in small and forms[start] not in given_names()
    return start + 1 if start < label.end and start == _first_word(row) and common else start


def _before_surname(after: str, case: Case) -> bool:
    """Whether a word that looks inflected is a given name, by the surname behind it: "Зайда Нұрабаева"."""
    surname = case_of(after, name=True).stem
    if case == "gen" or not _SURNAME.match(surname):
        return False
    return case in ("abl", "ins") or surname.endswith(("а", "я", "қызы"))  # "Финалда Омаров": in the final


def _over(kept: Sequence[Labelled], surer: Iterable[Labelled]) -> list[Labelled]:
    """Labels without those that a surer one crosses."""
    found = list(surer)
    return [k for k in kept if not any(f.start < k.end and k.start < f.end for f in found)] + found


def _first_word(row: Sequence[str]) -> int:
    return next((i for i, w in enumerate(row) if any(c.isalnum() for c in w)), 0)


def _unseen(row: Sequence[str], forms: Sequence[str], kept: Sequence[Labelled]) -> Iterator[Labelled]:
    """A given name or an initial with a surname behind it, and a capital behind a verb of saying: "деді Битти"."""
    persons = {i for k in kept if k.label == "PER" for i in range(k.start, k.end)}
    others = {i: k.label for k in kept if k.label != "PER" for i in range(k.start, k.end)}
    for at in range(len(row) - 1):
        after = at + 1
        if len(row[at]) == 1 and row[at].isupper() and row[after] == "." and at + 2 < len(row):
            if at + 2 not in persons and _is_capital(row[at + 2], forms[at + 2]):
                yield Labelled(at, at + 3, "PER")
        elif forms[after] in _MISTERS and at not in persons and _is_capital(row[at], forms[at]):
            yield Labelled(at, after, "PER")
        elif after in persons or not _is_capital(row[after], forms[after]):
            continue
        elif at not in persons and row[at][:1].isupper() and forms[at] in given_names():
            surname = _SURNAME.match(case_of(forms[after], name=True).stem)
            if surname or (others.get(at) != "ORG" and not forms[after].endswith(("ы", "і"))):
                yield Labelled(at, after + 1, "PER")
        elif after not in others and can_say(forms[at]) and forms[at] != DEP and _ends_clause(row, after):
            yield Labelled(after, after + 1, "PER")


def _behind_role(row: Sequence[str], forms: Sequence[str], taken: Collection[int]) -> Iterator[Labelled]:
    """Capitals right behind a role: "министрі Ри Юн-Хо", which the tagger often takes for a place or for nothing."""
    for at in range(len(row) - 2):
        if bare(forms[at]) not in nouns("kk").roles or case_of(forms[at]).case != "nom" or at in taken:
            continue
        end = at + 1
        while end < len(row) and end - at < _MOST_NAME and _is_capital(row[end], forms[end]) and end not in taken:
            end += 1
            if case_of(forms[end - 1], name=True).case != "nom":
                break
        if end - at > 2 or (end - at == 2 and case_of(forms[at + 1], name=True).stem in given_names()):
            yield Labelled(at + 1, end, "PER")


def _is_capital(word: str, form: str) -> bool:
    return word[:1].isupper() and word[-1:].isalpha() and not _is_state(form) and not known(bare(form))


def _bodies(row: Sequence[str], forms: Sequence[str], held: Collection[int]) -> Iterator[Labelled]:
    """A noun of a body with all that names it, from its first capital: "Сарыжал қалалық соты"."""
    last = -1
    for at, form in enumerate(forms):
        if at in held or bare(form) not in nouns("kk").bodies or not is_owned(form):
            continue
        first = at
        for i in range(at - 1, max(last, at - _MOST_BODY), -1):
            if i in held or not row[i][-1:].isalpha() or forms[i] in cue_words().openers:
                break
            if case_of(forms[i]).case not in ("nom", "gen"):
                break
            if row[i][:1].isupper():
                first = i
        if first < at:
            yield Labelled(first, at + 1, "ORG")
            last = at


def _is_state(form: str) -> bool:
    return form in states() or case_of(form).stem in states()


def _ends_clause(row: Sequence[str], at: int) -> bool:
    return at + 1 >= len(row) or row[at + 1] in ".,;!?"


def _kind(row: Sequence[str], forms: Sequence[str], label: Labelled, *, cyrillic: bool) -> Labelled:
    """A person by the tagger is a body where a medium, Latin letters or the noun behind it say so."""
    if label.label != "PER":
        return label
    inside = row[label.start : label.end]
    latin = cyrillic and all(_LATIN.search(w) for w in inside if w.isalpha())
    shouted = any(_is_shouted(w) for w in inside)
    if forms[label.end : label.end + 1] == ["әлеуметтік"]:
        return Labelled(label.start, label.end, "ORG")
    if label.end < len(forms) and {forms[label.end], case_of(forms[label.end]).stem} & cue_words().places:
        return Labelled(label.start, label.end, "LOC")
    if (
        latin
        or (shouted and not cyrillic)
        or find_outlet(" ".join(inside), "kk")
        or (not _is_persons(forms, label) and _names_a_body(row, forms, label.end))
    ):
        return Labelled(label.start, label.end, "ORG")
    return label


def _is_shouted(word: str) -> bool:
    """«RBK-nyń», «JPMorgan»: capitals inside that no person's name has."""
    first = word.split("-")[0]
    return len(first) > 1 and (first.isupper() or ("-" not in word and word[1:] != word[1:].lower()))


def _is_persons(forms: Sequence[str], label: Labelled) -> bool:
    """True for a given name at the head or a surname by its ending."""
    last = case_of(forms[label.end - 1], name=True).stem
    return forms[label.start] in given_names() or bool(_SURNAME.match(last))


def _names_a_body(row: Sequence[str], forms: Sequence[str], at: int) -> bool:
    """True where the noun behind belongs to the name: "Абай университеті", "Батон Руж полиция департаменті"."""
    while at < len(forms) and row[at] in _CLOSING + '"':
        at += 1
    kinds = nouns("kk")
    if forms[at : at + 1] == ["баспасөз"]:  # "Омаров баспасөз мәслихатында": where he speaks
        return False
    for after in range(at, min(at + 2, len(forms))):
        stem = bare(forms[after])
        if stem not in kinds.bodies | kinds.media:
            return False
        if is_owned(forms[after]):
            return stem != "тілші"
    return False


def _alone(row: Sequence[str], forms: Sequence[str], labels: Sequence[Labelled]) -> Iterator[str]:
    """Words with a capital that stand in no longer name, in the nominative."""
    longer = {i for k in labels if k.end - k.start > 1 for i in range(k.start, k.end)}
    yield from (case_of(f, name=True).stem for i, f in enumerate(forms) if row[i][:1].isupper() and i not in longer)


def _without_place(forms: Sequence[str], label: Labelled, singles: Collection[str]) -> Labelled:
    """«Ханс Мюллер Берлинге ұшты»: a place goes, where the text names the person by the word before it alone."""
    if label.label != "PER" or label.end - label.start < 3:
        return label
    last, before = forms[label.end - 1], forms[label.end - 2]
    if case_of(last, name=True).stem != last and before in singles and case_of(last, name=True).stem not in singles:
        return Labelled(label.start, label.end - 1, "PER")
    return label


def _apart(forms: Sequence[str], label: Labelled, full: Sequence[tuple[str, str]]) -> Iterator[Labelled]:
    """«Лиза Чан Финч … деді»: a third word that is the surname of another is that other."""
    last = case_of(forms[label.end - 1], name=True).stem
    others = {surname for first, surname in full if first != forms[label.start]}
    if label.label == "PER" and label.end - label.start > 2 and last in others and forms[label.end - 2] not in others:
        yield Labelled(label.start, label.end - 1, "PER")
        yield Labelled(label.end - 1, label.end, "PER")
    else:
        yield label


def _full_names(forms: Sequence[Sequence[str]], rows: Sequence[Sequence[Labelled]]) -> list[tuple[str, str]]:
    """The first and the last word of the full names of a text, in the nominative."""
    return [
        (low[k.start], case_of(low[k.end - 1], name=True).stem)
        for low, row in zip(forms, rows, strict=True)
        for k in row
        if k.label == "PER" and k.end - k.start > 1
    ]


def _again(
    row: Sequence[str], forms: Sequence[str], labels: Sequence[Labelled], full: Sequence[tuple[str, str]]
) -> list[Labelled]:
    """The names of a sentence, with single words of names that the text gives in full elsewhere."""
    lasts = {last for _, last in full}
    known_words = lasts | {first for first, _ in full}
    kept = [k for k in labels if k.label == "PER" and k.end - k.start > 1 and not _two(forms, k, lasts)]
    held = {i for k in kept for i in range(k.start, k.end)}
    whole = [k for k in labels if k.label != "PER" or k in kept]
    inside = {i for k in whole if k.end - k.start > 1 for i in range(k.start, k.end - 1)}
    alone = [
        i
        for i, f in enumerate(forms)
        if i not in held
        and (i not in inside or case_of(f, name=True).case != "nom")
        and (case_of(f, name=True).stem in lasts or not _goes_on(row, forms, i))
        and row[i][:1].isupper()
        and case_of(f, name=True).stem in known_words
        and f not in cue_words().openers
    ]
    free = held | set(alone)
    rest = [k for k in labels if not any(i in free for i in range(k.start, k.end))]
    return sorted([*kept, *rest, *(Labelled(i, i + 1, "PER") for i in alone)], key=lambda k: k.start)


def _goes_on(row: Sequence[str], forms: Sequence[str], at: int) -> bool:
    """Whether a capital in the nominative stands behind: the word is not a name by itself."""
    after = at + 1
    return after < len(row) and _is_capital(row[after], forms[after]) and case_of(forms[after], name=True).case == "nom"


def _two(forms: Sequence[str], label: Labelled, lasts: Collection[str]) -> bool:
    """Two surnames side by side are two persons."""
    inside = forms[label.start : label.end]
    return len(inside) == 2 and inside[0] in lasts and case_of(inside[1], name=True).stem in lasts
