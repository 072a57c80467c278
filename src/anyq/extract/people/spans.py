"""Which words make up a name: the tagger's spans, mended by rules for what it misses, splits or swallows."""

from collections.abc import Iterator

from anyq.extract.people.naming import asian_family, has_particle, is_latin, is_particle, known_given, patronymic_forms
from anyq.extract.people.resolve import KINDRED, folded, is_initial, looks_like_surname
from anyq.extract.people.tokens import Tokens
from anyq.extract.people.words import (
    is_adjective_only,
    is_common_noun,
    is_first_of_all_a_thing,
    is_function_word,
    is_one_of,
    is_thing_noun,
    listed,
    role_lemma,
)

MAX_WORDS = 6  # "Ахмед бин Салман аль Халифа" has five


def name_ranges(tokens: Tokens) -> list[range]:
    """Indexes of the words of each name, in text order, none overlapping: the tagger's spans, mended."""
    other: set[int] = set()
    claimed: set[int] = set()
    starts: list[range] = []
    for name in tokens.parse.names:
        words = tokens.range_of(name.span)
        if name.kind == "PER":
            starts += _trimmed(tokens, words)
        else:
            other.update(i for i in words if not _person_inside(tokens, i, words))
    starts += _by_rule(tokens, other)
    out: list[range] = []
    for words in sorted(starts, key=lambda r: (r.start, -len(r))):
        grown = _grown(tokens, words, other, out[-1].stop if out else 0)
        if out and _continues(tokens, out[-1], grown):
            out[-1] = range(out[-1].start, grown.stop)
            claimed.update(grown)
        elif claimed.isdisjoint(grown):
            out.append(grown)
            claimed.update(grown)
        elif out and grown.start < out[-1].stop < grown.stop:
            joined = range(out[-1].start, grown.stop)
            if len(joined) <= MAX_WORDS:
                out[-1] = joined
                claimed.update(joined)
    return _over_brackets(tokens, out)


def _over_brackets(tokens: Tokens, ranges: list[range]) -> list[range]:
    """The names with those made one that only a bracket parts: "Арсен (Арсений) Сергеевич Ивлев"."""
    out: list[range] = []
    closed = 0
    for i in range(len(tokens) - 4):
        if tokens.text(i + 1) != "(" or tokens.text(i + 3) != ")" or not tokens.same_sentence(i, i + 4):
            continue
        given, inside, after = (tokens.text(k) for k in (i, i + 2, i + 4))
        if known_given(given) and name_word(inside) and name_word(after) and not known_given(after):
            rest = next((r for r in ranges if r.start == i + 4), range(i + 4, i + 5))
            surname = patronymic_forms(after) and name_word(tokens.text(i + 5)) and tokens.same_sentence(i, i + 5)
            out += [r for r in ranges if closed <= r.start and r.stop <= i]
            out.append(range(i, max(rest.stop, i + 6 if surname else i + 5)))
            closed = out[-1].stop
    return out + [r for r in ranges if r.start >= closed]


def _continues(tokens: Tokens, last: range, words: range) -> bool:
    """True for a lone surname right after a name that the tagger cut: "Анна Мейсон" and "Хилл"."""
    text = tokens.text(words.start)
    return (
        last.stop == words.start
        and len(words) == 1
        and 1 < len(last) < MAX_WORDS
        and tokens.same_sentence(last[-1], words.start)
        and not known_given(text)
        and is_latin(tokens.text(last[-1])) == is_latin(text)
        and tokens.words[last[-1]].feats.get("Case") == tokens.words[words.start].feats.get("Case")
    )


def _person_inside(tokens: Tokens, index: int, words: range) -> bool:
    """True for the given name and surname of a person in what was tagged as a place or body ("АСЕЛЬ ОМАРОВА")."""
    for first in (index - 1, index):
        pair = range(first, first + 2)
        if first in words and pair[-1] in words and all(name_word(tokens.text(i)) for i in pair):
            given, surname = (tokens.text(i) for i in pair)
            if known_given(given) and not is_common_noun(given) and _surname_like(surname):
                return True
    return len(words) == 1 and bool(known_given(tokens.text(index)))


def _trimmed(tokens: Tokens, words: range) -> Iterator[range]:
    """The parts of a tagged span that can be names: cut at commas and quotes, without small words at the ends."""
    part: list[int] = []
    for i in [*words, -1]:
        text = tokens.text(i) if i >= 0 else ","
        joins = (
            text == "."
            or (text == "'" and _glued(tokens, i))
            or (text[:1].isalpha() and text != "и" and (not part or _joins(tokens, part[-1], i)))
        )
        if i >= 0 and joins:
            part.append(i)
            continue
        for piece in _split(tokens, _without_title(tokens, part)):
            yield from _clean(tokens, piece)
        part = [i] if i >= 0 and text[:1].isalpha() and text != "и" else []


def _joins(tokens: Tokens, last: int, index: int) -> bool:
    """True unless a sentence ends between two words, or Latin letters begin: "Пак Чэ Сан Gangnam Style".

    "Карл XII" is one name.
    """
    if not tokens.same_sentence(last, index):
        return False
    before, text = tokens.text(last), tokens.text(index)
    if tokens.words[last].span.end == tokens.words[index].span.start:
        return True  # a Latin letter inside a Cyrillic word
    return before == "." or is_latin(before) == is_latin(text) or any(set(t) <= set("IVX") for t in (before, text))


def _without_title(tokens: Tokens, part: list[int]) -> list[int]:
    """«Аким Бектас Ораз» without «Аким»: a given name that is a role too is the role before a full name.

    So it is before what it heads: «Аким Тасарала Бектас Оразов».
    """
    if len(part) < 3 or not role_lemma(tokens.text(part[0])):
        return part
    full = len(part) >= 4 and known_given(tokens.text(part[-2])) and _surname_like(tokens.text(part[-1]))
    return part[1:] if known_given(tokens.text(part[1])) or full else part


def _glued(tokens: Tokens, index: int) -> bool:
    """True for an apostrophe inside a word: "О'Нил"."""
    if not 0 < index < len(tokens) - 1:
        return False
    before, mark, after = (tokens.words[i].span for i in (index - 1, index, index + 1))
    return before.end == mark.start and mark.end == after.start


def _split(tokens: Tokens, part: list[int]) -> Iterator[list[int]]:
    """Two names that the tagger ran together: "сыновья Эрика Хольма Петер" has a given name in another case last."""
    if len(part) > 1 and _swallowed(tokens, part):
        yield part[1:]
        return
    if len(part) == 4 and _two_people(tokens, part):
        yield part[:2]
        yield part[2:]
        return
    last = known_given(tokens.text(part[-1])) if len(part) > 2 else ()
    if last:
        case = tokens.words[part[-2]].feats.get("Case")
        first = {c for f in known_given(tokens.text(part[0])) for c in f.cases}
        if case and case != "Nom" and not any(f.cases & (first or {case}) or case in f.cases for f in last):
            yield part[:-1]
            yield part[-1:]
            return
    yield part


def _two_people(tokens: Tokens, part: list[int]) -> bool:
    """True for two names without a comma, as under a picture: "Эво Моралес Эдвард Стоун"."""
    texts = [tokens.text(i) for i in part]
    given = [bool(known_given(t)) and not looks_like_surname(t) for t in texts]
    plain = all(len(t) > 2 and not is_particle(t) and not patronymic_forms(t) for t in texts)
    return plain and given[1:] == [False, True, False]


def _swallowed(tokens: Tokens, part: list[int]) -> bool:
    """True if the first word is a body or place before the name: "(правительства) Израиля Арон …"."""
    first, second = tokens.words[part[0]], tokens.words[part[1]]
    if len(part) == 3 and not known_given(first.text) and known_given(second.text):
        third = tokens.text(part[2])
        if _surname_like(third) and not patronymic_forms(third) and not _surname_like(first.text):
            return True  # "Мажилиса Нурлана Абдирова"
    place = is_one_of(first.text, "countries")
    if (
        (known_given(first.text) and not place)
        or is_particle(first.text)
        or not known_given(second.text)
        or first.feats.get("Case") == second.feats.get("Case")
    ):
        return False
    return not any(c in f.cases for f in known_given(second.text) for c in (first.feats.get("Case"),))


def _clean(tokens: Tokens, part: list[int]) -> Iterator[range]:
    keep = list(part)
    while (
        keep
        and (not _capital(tokens.text(keep[-1])) or _after_initial(tokens, keep) or _is_small(tokens.text(keep[-1])))
        and not _tail(tokens, keep)
    ):
        keep.pop()
    while keep and (not (_capital(tokens.text(keep[0])) or _leads(tokens, keep)) or _is_title(tokens, keep)):
        keep.pop(0)
    if any(c.isdigit() for i in keep for c in tokens.text(i)):
        return  # "Формула-1"
    if keep and not all(_is_letter(tokens, i) for i in keep):
        yield range(keep[0], keep[-1] + 1)


def _is_small(text: str) -> bool:
    """True for a pronoun, conjunction or the like that no name has ("Сам", "Обе", "Что")."""
    return is_function_word(text) and not is_particle(text) and folded(text) not in listed("asian_surnames")


def _is_letter(tokens: Tokens, index: int) -> bool:
    """True for an initial or its stop; "Си" without a stop is a family name."""
    text = tokens.text(index)
    asian = len(text) > 1 and folded(text) in listed("asian_surnames") and tokens.text(index + 1) != "."
    return text == "." or (is_initial(text) and not asian)


def _leads(tokens: Tokens, keep: list[int]) -> bool:
    """True for a particle that begins a surname by itself: "ван дер Хорст", "де ла Вега"."""
    after = next((i for i in keep if not is_particle(tokens.text(i))), None)
    return after is not None and after > keep[0] and _capital(tokens.text(after))


def _after_initial(tokens: Tokens, keep: list[int]) -> bool:
    """True for the word that begins the next sentence after a surname cut to its letter: "Арины К. Радио"."""
    if len(keep) < 4 or tokens.text(keep[-2]) != "." or not known_given(tokens.text(keep[-4])):
        return False
    return is_common_noun(tokens.text(keep[-1]))


def _tail(tokens: Tokens, keep: list[int]) -> bool:
    """True if a small last word belongs to the name: the stop of an initial, "оглы"."""
    last = tokens.text(keep[-1])
    if last == ".":
        return len(keep) > 1 and is_initial(tokens.text(keep[-2]))
    return last in KINDRED or last in ("младший", "старший")


def _is_title(tokens: Tokens, keep: list[int]) -> bool:
    """True if the first word is a role or an honorific swallowed by the tagger ("Президент Иванов")."""
    text = tokens.text(keep[0])
    if _is_small(text) or (len(keep) > 1 and keep[0] in tokens.first and is_adjective_only(text)):
        return True  # "Сам Петров", "Безлюдная Тверская"
    if len(keep) > 1 and is_one_of(text, "named_after") and is_first_of_all_a_thing(text):
        return True  # "Марша Голубева", though Марша is a name too
    if len(keep) < 2 or known_given(text) or tokens.text(keep[1]) == "." or is_particle(text):
        return False
    if keep[0] in tokens.first and len(keep) == 2 and is_thing_noun(text):
        return True  # "Лозунг Рогова"
    demonym = known_given(tokens.text(keep[1])) and is_common_noun(text)  # "Филиппинка Мария …"
    return demonym or role_lemma(text) is not None or any(is_one_of(text, k) for k in ("honorifics", "kinship"))


def _capital(text: str) -> bool:
    return (text[:1].isupper() and text[:1].isalpha()) or has_particle(text)


def name_word(text: str) -> bool:
    """True for a capitalised word of three letters or more."""
    return _capital(text) and len(text) > 2 and all(c.isalpha() or c in "-'" for c in text)


def _by_rule(tokens: Tokens, other: set[int]) -> Iterator[range]:
    """Names by form: a known given name and a capitalised word after it; initials and a surname."""
    words = tokens.words
    for i, word in enumerate(words[:-1]):
        text, after = word.text, tokens.text(i + 1)
        if not _capital(text) or i in other:
            continue
        if is_initial(text) and after == "." and len(text) <= 2:
            last = i + 4 if is_initial(tokens.text(i + 2)) and tokens.text(i + 3) == "." else i + 2
            if not tokens.same_sentence(i, last):
                continue
            foreign = is_latin(text) != is_latin(tokens.text(last)) or tokens.words[last].pos not in (
                "PROPN",
                "NOUN",
                "ADJ",
                "X",
            )
            cut = foreign or (
                i and known_given(tokens.text(i - 1)) and is_common_noun(tokens.text(last))
            )  # "Арина К. Радио"
            if not cut and name_word(tokens.text(last)) and last not in other:
                yield range(i, last + 1)
        elif asian_family(text) and _syllables(tokens, i + 1) >= 2:
            yield range(i, i + 3)
        elif name_word(text) and name_word(after) and tokens.same_sentence(i, i + 1) and i + 1 not in other:
            sentence_start = i in tokens.first
            place = tokens.kinds.get(i) == "LOC" or is_one_of(text, "countries")
            given = (
                known_given(text) and not place and not _common(tokens, i, sentence_start) and not _is_title_only(text)
            )
            if (given and _surname_like(after)) or (
                looks_like_surname(text)
                and not is_first_of_all_a_thing(text)
                and known_given(after)
                and patronymic_forms(tokens.text(i + 2))
            ):
                yield range(i, i + 2)


def _syllables(tokens: Tokens, at: int) -> int:
    """How many short capitalised words follow from ``at``, as in "Ми Ран"."""
    n = 0
    while (
        n < 3
        and tokens.same_sentence(at - 1, at + n)
        and _capital(tokens.text(at + n))
        and len(tokens.text(at + n)) < 6
    ):
        n += 1
    return n if n < 3 and not any(c.isdigit() for i in range(n) for c in tokens.text(at + i)) else 0


def _common(tokens: Tokens, index: int, sentence_start: bool) -> bool:
    """True if a word that is also a given name stands as an ordinary word ("Вера", "Роза" opening a sentence)."""
    word = tokens.words[index]
    return sentence_start and word.pos not in ("PROPN",) and role_lemma(word.text) is not None


def _is_title_only(text: str) -> bool:
    """True for a role that is a given name in another case only: "Герой Труда" is no "Гера" in the instrumental."""
    return role_lemma(text) is not None and not any(folded(f.nominative) == folded(text) for f in known_given(text))


def _surname_like(text: str) -> bool:
    return looks_like_surname(text) or bool(patronymic_forms(text))


def _grown(tokens: Tokens, words: range, other: set[int], floor: int) -> range:
    """The range with the name words beside it that the tagger left out."""
    start, stop = words.start, words.stop
    while start - 1 >= floor and tokens.same_sentence(start - 1, start) and start - 1 not in other:
        before = tokens.text(start - 1)
        if before == "." and start - 2 >= floor and is_initial(tokens.text(start - 2)):
            start -= 2
        elif name_word(before) and stop - start == 1 and _opens_name(tokens, start - 1):
            start -= 1
        else:
            break
    start_len = stop - start
    while stop - start < MAX_WORDS and tokens.same_sentence(stop, start) and stop not in other:
        after = tokens.text(stop)
        if name_word(after) and (
            patronymic_forms(after) or (start_len == 1 and known_given(tokens.text(start)) and _surname_like(after))
        ):
            stop += 1
        elif (
            is_initial(after)
            and tokens.text(stop + 1) == "."
            and start_len == 1
            and not known_given(tokens.text(start))
        ):
            stop += 4 if is_initial(tokens.text(stop + 2)) and tokens.text(stop + 3) == "." else 2
            break
        elif (
            is_initial(after)
            and tokens.text(stop + 1) == "."
            and start_len == 1
            and not name_word(tokens.text(stop + 2))
        ):
            stop += 2  # "Арина К.": a surname cut to its letter
            break
        elif after in KINDRED or (name_word(after) and tokens.text(stop - 1) in KINDRED and _surname_like(after)):
            stop += 1
        else:
            break
    return range(start, stop)


def _opens_name(tokens: Tokens, index: int) -> bool:
    """True for a given name that the tagger left out before a surname."""
    text = tokens.text(index)
    place = tokens.kinds.get(index) == "LOC" or is_one_of(text, "countries")
    after = tokens.text(index + 1)
    return bool(known_given(text)) and not known_given(after) and not place and not _is_title_only(text)
