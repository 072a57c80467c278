"""Names of Kazakh texts: put into the nominative, and what the tagger found set right by endings and by the text."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from anyq.extract.parse import Name, NameKind
from anyq.extract.quotes.outlets import find_outlet
from anyq.extract.surface.kazakh_endings import Case, bare, case_of, is_owned
from anyq.extract.surface.kazakh_lexicon import cue_words, given_names, known, peoples
from anyq.extract.surface.kazakh_persons import (
    SURNAME,
    again,
    alone,
    apart,
    full_names,
    is_capital,
    is_state,
    with_given,
    without_next,
)
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
_MISTERS = ("мырза", "ханым", "апай", "ағай", "тәте", "ақсақал", "бикеш")
_KINDS: dict[str, NameKind] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
_OPENING = "«„“"
_CLOSING = "»”"
_LATIN = re.compile(r"[A-Za-z]")
_CYRILLIC = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")


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
        kept = _over(kept, _initialled(row, low, kept))
        kept = _over(kept, _unseen(row, low, kept))
        held = {i for k in kept if k.label == "PER" for i in range(k.start, k.end)}
        kept = _over(kept, _behind_role(row, low, held))
        held = {i for k in kept if k.label == "PER" for i in range(k.start, k.end)}
        kept = _over(kept, _bodies(row, low, held))
        labelled.append([_kind(row, low, k, cyrillic=cyrillic) for k in sorted(kept, key=lambda k: k.start)])
    singles = {s for row, low, ls in zip(texts, forms, labelled, strict=True) for s in alone(row, low, ls)}
    labelled = [
        [piece for k in with_given(low, ls) for piece in without_next(low, k, singles)]
        for low, ls in zip(forms, labelled, strict=True)
    ]
    full = full_names(forms, labelled)
    labelled = [[piece for k in ls for piece in apart(low, k, full)] for low, ls in zip(forms, labelled, strict=True)]
    full = full_names(forms, labelled)
    mended: list[Name] = []
    for spans, row, low, labels in zip(rows, texts, forms, labelled, strict=True):
        mended += [
            Name(Span(spans[k.start].start, spans[k.end - 1].end), _KINDS[k.label])
            for k in again(row, low, labels, full)
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
        if is_state(forms[at]):
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
        elif find_outlet(row[at], "kk") is not None or row[at].lower() in nouns("kk").networks:
            if at > start:
                yield Labelled(start, at, "PER")  # "Дамир Асқаров Instagram парақшасында"
            yield Labelled(at, at + 1, "ORG")
            start = at + 1
        elif at + 1 < end and len(row[at]) > 1 and case != "nom" and not _before_surname(forms[at + 1], case):
            if at > start or case not in ("loc", "abl"):  # "Финалда Омаров": in the final
                yield Labelled(start, at + 1, "PER")
            start = at + 1
    yield from _whole(forms, label, start, end)


def _whole(forms: Sequence[str], label: Labelled, start: int, end: int) -> Iterator[Labelled]:
    """Words ``start`` to ``end`` of a label as a name, unless a single common word is left of it."""
    if end - start > 1 and (forms[end - 1] in peoples() or case_of(forms[end - 1], name=True).case == "loc"):
        end -= 1  # "Стивен Уолкот Женевада болды": where he was; "Морин Блэк Шотланд одағында": whose the union is
    single = end - start == 1
    if single and known(bare(forms[start])) and forms[start] not in given_names():
        return
    if start < end and (not single or start == label.start or forms[start] in given_names()):
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
        if forms[start] in given_names() and start > _first_word(row) and row[start].istitle():
            break  # "Ғалым Серікбай": a capital inside the sentence, so no scholar
        start += 1
    common = forms[start : start + 1] and forms[start] in small and forms[start] not in given_names()
    return start + 1 if start < label.end and start == _first_word(row) and common else start


def _before_surname(after: str, case: Case) -> bool:
    """Whether a word that looks inflected is a given name, by the surname behind it: "Зайда Нұрабаева"."""
    surname = case_of(after, name=True).stem
    if case == "gen" or not SURNAME.match(surname):
        return False
    return case in ("abl", "ins") or surname.endswith(("а", "я", "қызы"))  # "Финалда Омаров": in the final


def _over(kept: Sequence[Labelled], surer: Iterable[Labelled]) -> list[Labelled]:
    """Labels without those that a surer one crosses."""
    found = list(surer)
    return [k for k in kept if not any(f.start < k.end and k.start < f.end for f in found)] + found


def _first_word(row: Sequence[str]) -> int:
    return next((i for i, w in enumerate(row) if any(c.isalnum() for c in w)), 0)


def _unseen(row: Sequence[str], forms: Sequence[str], kept: Sequence[Labelled]) -> Iterator[Labelled]:
    """A given name with a surname behind it, and a capital behind a verb of saying: "деді Битти"."""
    persons = {i for k in kept if k.label == "PER" for i in range(k.start, k.end)}
    others = {i: k.label for k in kept if k.label != "PER" for i in range(k.start, k.end)}
    for at in range(len(row) - 1):
        after = at + 1
        if forms[after] in _MISTERS and at not in persons and is_capital(row[at], forms[at]):
            yield Labelled(at, after, "PER")
        elif at not in persons and _is_given(row, forms, at) and (single := _single(kept, after)) is not None:
            yield Labelled(at, single.end, "PER")
        elif after in persons or not is_capital(row[after], forms[after]):
            continue
        elif at not in persons and row[at][:1].isupper() and forms[at] in given_names():
            surname = SURNAME.match(case_of(forms[after], name=True).stem)
            if surname or (others.get(at) != "ORG" and not forms[after].endswith(("ы", "і"))):
                yield Labelled(at, after + 1, "PER")
        elif after in others or len(row[after]) == 1:
            continue
        elif can_say(forms[at]) and forms[at] != DEP and _ends_clause(row, after):
            yield Labelled(after, after + 1, "PER")


def _is_given(row: Sequence[str], forms: Sequence[str], at: int) -> bool:
    """A given name with a capital; one that is a role too only inside a sentence: "Жиынға Ғалым Серікбай"."""
    role = bare(forms[at]) in nouns("kk").roles
    return forms[at] in given_names() and row[at].istitle() and (not role or at > _first_word(row))


def _single(kept: Sequence[Labelled], at: int) -> Labelled | None:
    """The person's name of one word that word ``at`` is."""
    return next((k for k in kept if k.label == "PER" and (k.start, k.end) == (at, at + 1)), None)


def _initialled(row: Sequence[str], forms: Sequence[str], kept: Sequence[Labelled]) -> Iterator[Labelled]:
    """Initials with the surname behind them, which the tagger may have found without them."""
    persons = {i: k for k in kept if k.label == "PER" for i in range(k.start, k.end)}
    for at in range(len(row)):
        surname = _behind_initials(row, at)
        if surname == at or at in persons:
            continue
        if surname in persons:
            yield Labelled(at, persons[surname].end, "PER")
        elif is_capital(row[surname], forms[surname]):
            yield Labelled(at, surname + 1, "PER")


def _behind_initials(row: Sequence[str], at: int) -> int:
    """The word behind the initials that begin with word ``at``: "С.Ниязова", "Ә. Б. Сейітов"; ``at`` if none do."""
    if at > 1 and row[at - 1] == "." and len(row[at - 2]) == 1:
        return at
    end = at
    while end + 2 < len(row) and len(row[end]) == 1 and row[end].isupper() and row[end + 1] == ".":
        end += 2
    return end


def _behind_role(row: Sequence[str], forms: Sequence[str], taken: Collection[int]) -> Iterator[Labelled]:
    """Capitals right behind a role: "министрі Ри Юн-Хо", which the tagger often takes for a place or for nothing."""
    for at in range(len(row) - 2):
        if (
            bare(forms[at]) not in nouns("kk").roles | nouns("kk").anonymous
            or case_of(forms[at]).case != "nom"
            or at in taken
        ):
            continue
        end = at + 1
        while end < len(row) and end - at < _MOST_NAME and is_capital(row[end], forms[end]) and end not in taken:
            end += 1
            if case_of(forms[end - 1], name=True).case != "nom":
                break
        if end - at > 2 or (end - at == 2 and case_of(forms[at + 1], name=True).stem in given_names()):
            yield Labelled(at + 1, end, "PER")


def _bodies(row: Sequence[str], forms: Sequence[str], held: Collection[int]) -> Iterator[Labelled]:
    """A noun of a body with all that names it, from its first capital: "Сарыжал қалалық соты"."""
    last = -1
    for at in range(len(row) - 1):  # "Ақ үй"
        if row[at] in ("Ақ", "Aq") and case_of(forms[at + 1]).stem == "үй":
            yield Labelled(at, at + 2, "ORG")
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


def _ends_clause(row: Sequence[str], at: int) -> bool:
    return at + 1 >= len(row) or row[at + 1] in ".,;!?"


def _kind(row: Sequence[str], forms: Sequence[str], label: Labelled, *, cyrillic: bool) -> Labelled:
    """A person by the tagger is a body where a medium, Latin letters or the noun behind it say so."""
    if label.label != "PER":
        return label
    inside = row[label.start : label.end]
    latin = cyrillic and all(_LATIN.search(w) for w in inside if w.isalpha())
    shouted = any(_is_shouted(w) for w in inside)
    if forms[label.end : label.end + 1] == ["әлеуметтік"] and not _is_persons(forms, label):
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
    return forms[label.start] in given_names() or bool(SURNAME.match(last))


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
