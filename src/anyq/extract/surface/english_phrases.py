"""English noun phrases: who stands before a verb, who stands behind it."""

from dataclasses import dataclass

from anyq.extract.surface.english_line import MARKS, Line, behind_dateline
from anyq.extract.surface.english_nouns import kind_of
from anyq.extract.surface.english_words import is_adverb, is_finite, link_words, small, verbs

_GOING_ON = frozenset({("went", "on"), ("on", "to"), ("continued", "to"), ("goes", "on")})
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "you"})
_RELATIVES = frozenset({"who", "which", "that", "what", "whom", "whose"})
_DASHES = frozenset({"-", "–", "—"})
_STOPS = frozenset({",", ";", ":", ".", "!", "?", "…", "...", ")", "("}) | MARKS | _DASHES
_JOINING = frozenset({"of", "and", "&", "'s", "'", "de", "la", "al", "bin", "von", "van", "der", "du", "the"})
_LONGEST = 16  # words of a subject; more are no phrase but a clause that was not understood
# the reporting nouns after which "in", "at" open a place of their own and not a part of the phrase
_FROM = frozenset({"of", "from", "at", "for", "with", "in"})
_INSIDERS = frozenset(
    {"knowledge", "direct", "first-hand", "firsthand", "access", "inside"}
)  # people with knowledge of
_JOINS = frozenset({"and", "but", "yet", "then", "or"})
_TAKES_PLACE = frozenset({"for", "of"})


@dataclass(frozen=True, slots=True)
class Subject:
    """Words ``first`` to ``last`` (inclusive) are who speaks.

    ``start`` is the first word of its clause and ``between`` what stands between it and its verb.
    """

    first: int
    last: int
    start: int
    between: tuple[str, ...] = ()


def subject_before(line: Line, verb: int) -> Subject | None:
    """Who stands before the verb at ``verb``: "the mayor", "X, who lives nearby," "X, 72,"; None if nobody."""
    at = verb - 1
    while at >= 0 and _between(line, at):
        at -= 1
    between = tuple(line.low[at + 1 : verb])
    if at < 0:
        return None
    if line.text[at] == ")" and "(" in line.text[:at]:
        at = _last_of(line, "(", at) - 1
    if at > 0 and line.text[at] in _DASHES | {","}:
        return _over_insertion(line, at, between)
    if at < 0 or line.text[at] in _STOPS or line.low[at] in ("and", "but", "or", "then"):
        return None
    if line.low[at] in _RELATIVES:
        owner = at - 1 - (line.text[at - 1] == ",")
        person = next((p for p in line.persons if p[1] == owner), None)
        return Subject(person[0], person[1], person[0], between) if person and line.low[at] == "who" else None
    first = _left_edge(line, at)
    if line.low[at] in _PRONOUNS:
        return Subject(at, at, first, between)
    relative = _relative(line, first, at)
    if relative is not None:
        return _made(line, _left_edge(line, relative - 1), relative - 1, between) if relative > 0 else None
    named = _named_before(line, first, at)
    if named is not None:
        return Subject(named[0], named[1], named[0], between)
    is_verb = is_finite(line.low, at) and not _is_noun(line, at) and not line.capital(at)
    return None if is_verb and line.low[at] not in small("subjects") else _made(line, first, at, between)


def _named_before(line: Line, first: int, last: int) -> tuple[int, int] | None:
    """For "X, head of the port said": the name behind which a role stands and a comma was lost."""
    if first < 2 or line.text[first - 1] != "," or line.person_in(first, last):
        return None
    person = next((p for p in line.persons if p[1] == first - 2), None)
    role = kind_of(line.text[first : last + 1]) in ("roles", "anonymous")
    return person if person is not None and role and not line.in_marks[person[0]] else None


def _relative(line: Line, first: int, last: int) -> int | None:
    """Where "who …" stands that has its own verb before ours: "officials who asked not to be named said"."""
    at = first - 1
    if at > 0 and line.low[at] in ("who", "which"):
        return at if _relative_ends(line, first, last) else None
    if at < 1 or not _is_verb(line, at):
        return None
    reduced = line.low[at].endswith("ed") and line.low[at + 1] in small("prepositions") and line.low[at - 1].isalpha()
    if reduced and line.low[at - 1] not in small("subjects") | small("auxiliaries") and not is_adverb(line.low[at - 1]):
        return at  # "a study published in X found"
    for i in range(at - 1, 0, -1):
        if line.text[i] in _STOPS:
            return None
        if line.low[i] == "who":
            return i if _verbs_in(line, i + 1, at) == 1 else None
    return None


def _between(line: Line, at: int) -> bool:
    """Whether a word may stand between a subject and its verb."""
    low = line.low
    if line.in_marks[at] or any(first <= at <= last for first, last in line.persons):
        return False  # May and Will may be names
    if low[at] in ("both", "all", "each") and at > 0 and low[at - 1].isalpha():
        return True
    named = at > 0 and line.capital(at) and line.capital(at - 1)  # "Screen Weekly"
    if low[at] in small("auxiliaries") or (is_adverb(low[at]) and low[at] not in small("subjects") and not named):
        return True
    if low[at] in small("days") or low[at] in ("week", "month", "year"):
        return at > 0 and low[at - 1] in ("on", "last", "this", "earlier", "late", "early", "next")
    if low[at] in ("on", "last", "this", "late", "early", "next"):
        return low[at + 1] in small("days") or low[at + 1] in ("week", "month", "year")
    return tuple(low[at : at + 2]) in _GOING_ON or (at > 0 and tuple(low[at - 1 : at + 1]) in _GOING_ON)


def _last_of(line: Line, mark: str, before: int) -> int:
    return max(i for i in range(before) if line.text[i] == mark)


def _verbs_in(line: Line, first: int, last: int) -> int:
    """How many verbs are not joined by "and": the second one of "who saw it fell" is that of the main clause."""
    found, before = 0, False
    for at in range(first, last + 1):
        now = _is_verb(line, at) and line.low[at - 1] not in ("to", "be", "and", "or")
        found += now and not before
        before = now
    return found


def _left_edge(line: Line, last: int) -> int:
    """The first word of the phrase that ends at ``last``."""
    joint: int | None = None
    at = last
    while at >= 0 and not _bounds(line, at, last):
        if line.low[at] in ("and", "or"):
            joint = at
        at -= 1
    if at >= 0 and joint is not None and line.low[at] not in small("conjunctions") and _is_verb(line, at):
        return joint + 1
    return at + 1


def _bounds(line: Line, at: int, last: int) -> bool:
    """Whether a word before ``last`` cannot stand in its phrase: a mark, a conjunction, a verb."""
    if line.text[at] in _STOPS or line.low[at] in small("conjunctions"):
        return True
    is_verb = at < last and not line.capital(at) and is_finite(line.low, at)
    return is_verb and not _is_noun(line, at) and not _owns(line, at)


def _owns(line: Line, at: int) -> bool:
    """Whether "'s" makes an owner: "the mayor's office", not "it's"."""
    return line.low[at] == "'s" and at > 0 and line.low[at - 1] not in small("subjects") - {"one"}


def _is_verb(line: Line, at: int) -> bool:
    return line.text[at] not in _STOPS and is_finite(line.low, at)


def _is_noun(line: Line, at: int) -> bool:
    """For "The injured man", "a state claims court": a form that could be a verb, behind a determiner."""
    return at > 0 and line.low[at - 1] in (small("determiners") - small("subjects")) | {"'s"}


def _relative_ends(line: Line, first: int, last: int) -> bool:
    """Whether "who …" is a clause with its own verb, so that its subject is "who" and ours stands before it."""
    if is_finite(line.low, first) or is_adverb(line.low[first]):
        return True
    return any(is_finite(line.low, i) for i in range(first, last + 1))


def _over_insertion(line: Line, comma: int, between: tuple[str, ...]) -> Subject | None:
    """For "X, who …, said", "X, 72, said", "One of his sons, X, said": the phrase before the first comma."""
    mark = line.text[comma]
    start = _clause_start(line, comma)
    while True:
        end = next((i for i in range(start, comma) if line.text[i] == mark and not line.in_marks[i]), None)
        if end is None or end == start:
            return None
        if not is_opening(line, start, end):
            break
        start = end + 1
    found = _made(line, start, end - 1, between)
    if found is None or any(_is_verb(line, i) and not _is_noun(line, i) for i in range(found.first, found.last + 1)):
        return None
    if line.is_body(end + 1, comma - 1) and not line.capital(found.last) and is_role_of(line, found.first, found.last):
        return Subject(end + 1, comma - 1, found.start, between)  # "The plant's owner, Calder Water, said"
    inner = line.person_in(end + 1, comma - 1)
    if inner is not None and is_role_of(line, found.first, found.last):
        behind = line.text[inner[1] + 1 : comma]
        closed = not behind or behind[0] == "," or behind[0].isupper() or (behind[0] == "(" and behind[-1] == ")")
        if closed and all(_is_titled(line, i) for i in range(end + 1, inner[0])):
            return Subject(end + 1, inner[1], found.start, between)
    return found


def _is_titled(line: Line, at: int) -> bool:
    """Whether a word may stand between a comma and the name behind it: "the guitarist X", "61-year-old X"."""
    low = line.low[at]
    joins = low in _JOINING | {"a", "former", "then"} or low.endswith("-year-old")
    return line.capital(at) or joins or kind_of([line.text[at]]) == "roles"


def is_role_of(line: Line, first: int, last: int) -> bool:
    """Whether a phrase leaves a person without a name: "the minister", "X's lawyer", not "Governor X"."""
    owner = line.person_in(first, last)
    if owner is None:
        return True
    behind = [w for w in line.text[owner[1] + 1 : last + 1] if w not in ("'s", "'")]
    return bool(behind) and kind_of(behind) == "roles"


def _clause_start(line: Line, before: int) -> int:
    """The first word behind the last mark, colon or ", but", ", and", "that" that opens a clause."""
    for i in range(before - 1, 0, -1):
        if line.text[i] in MARKS or line.text[i] in (";", ":") or line.low[i] == "that":
            return i + 1
        if line.text[i] == "," and line.low[i + 1] in ("but", "while", "although", "though"):
            return i + 1
        if line.text[i] == "," and line.low[i + 1] == "and" and line.low[i + 2] in ("a", "an"):
            return i + 1  # "…, and a spokesman for Y, X, said"
    return behind_dateline(line)


def is_opening(line: Line, start: int, end: int) -> bool:
    """For "On Monday," "However," "Speaking to reporters,": no part of a subject."""
    word = line.low[start]
    if word in small("conjunctions") and end - start > 1 and word not in ("but", "while"):
        return True
    opens = word in small("prepositions") or word in small("openers") or word.endswith("ing") or is_adverb(word)
    if not opens or line.person_in(start, end - 1) == (start, end - 1):
        return False
    return word not in ("and", "but", "yet", "so", "while") or end - start == 1


def _made(line: Line, first: int, last: int, between: tuple[str, ...]) -> Subject | None:
    """The phrase without what opens its clause; None if it is too long or holds no word."""
    start = first
    first = _without_opening(line, first, last)
    if first > last or last - first >= _LONGEST or not any(ch.isalnum() for ch in line.text[last]):
        return None
    last = named_head(line, first, last)
    if any(person[1] == last and person[0] >= first for person in line.persons):
        return Subject(first, last, start, between)  # a name may end in "May" or "Will"
    if line.low[last] in small("prepositions") | small("conjunctions") | small("auxiliaries") | {"to", "and"}:
        return None
    if line.low[last] in small("days") or line.low[first] in small("prepositions") | small("conjunctions"):
        return None
    return Subject(first, last, start, between)


def named_head(line: Line, first: int, last: int) -> int:
    """The last word of the name in "Professor X of the Institute of Y"."""
    person = next((p for p in line.persons if first <= p[0] and p[1] < last), None)
    if person is None or line.low[person[1]] in ("'s", "'"):
        return last
    before = line.low[first : person[0]]
    return person[1] if line.low[person[1] + 1] in _FROM and small("prepositions").isdisjoint(before) else last


def _without_opening(line: Line, first: int, last: int) -> int:
    """Behind "But", "On Monday", "In a statement", "Last week"."""
    at = first
    while at < last:
        low = line.low[at]
        if low in small("openers") or low in ("and", "or"):
            at += 1
        elif low in ("last", "this", "next", "earlier", "late", "early") and line.low[at + 1] in small("times") | small(
            "days"
        ):
            at += 2
        elif low in small("days") or (low.endswith("ly") and is_adverb(low) and not line.capital(at + 1)):
            at += 1
        elif low in small("prepositions"):
            behind_it = _behind_preposition(line, at, last)
            if behind_it is None:
                return at
            at = behind_it
        else:
            break
    return at


def _behind_preposition(line: Line, at: int, last: int) -> int | None:
    """The first word behind "on Monday", "in a statement", "in London": where the next phrase begins."""
    i = at + 1
    if i <= last and line.low[i] in small("determiners"):
        i += 1
    while i <= last:
        if i > at + 1 and (line.low[i] in small("determiners") | small("subjects")):
            return i
        person = next((p for p in line.persons if p[0] == i), None)
        if person is not None and i > at + 1:
            return i
        if i > at + 1 and line.low[i - 1] in small("days") | small("times"):
            return i
        i += 1
    return None


def settings() -> frozenset[str]:
    """Where or how things are said: "statement", "interview"."""
    return link_words("settings")


def phrase_after(line: Line, at: int) -> tuple[int, int] | None:
    """First and last word of the noun phrase that begins at ``at``."""
    low, size = line.low, len(line.low)
    if at >= size or line.text[at] in _STOPS or line.in_marks[at]:
        return None
    if low[at] in small("subjects") and not (
        low[at] in small("determiners") and at + 1 < size and low[at + 1].isalpha()
    ):
        return at, at
    person = next((p for p in line.persons if p[0] == at), None)
    i = person[1] + 1 if person else at
    while i < size and _goes_on(line, at, i):
        i += 1
    while i > at and low[i - 1] in small("prepositions") | _JOINING - {"'s", "'"}:
        i -= 1
    return (at, i - 1) if i > at else None


def _goes_on(line: Line, first: int, at: int) -> bool:
    """Whether word ``at`` still belongs to the phrase that begins at ``first``."""
    low = line.low
    if line.text[at] in _STOPS or line.in_marks[at] or low[at] in small("conjunctions"):
        return False
    if at == first:
        return True
    if low[at] in small("prepositions"):
        return _joins(line, first, at)
    if low[at] in small("subjects") and low[at] not in small("determiners"):
        return False
    if _owns(line, at):
        return at + 1 < len(low) and low[at + 1] not in small("determiners") | small("auxiliaries") | {"not"}
    if low[at] in small("determiners") and low[at - 1] not in small("prepositions") | {"and", "&"}:
        return False
    if (
        (low[at] in small("days") and line.capital(at))
        or low[at] in small("auxiliaries") - {"'s"}
        or (low[at] in ("last", "earlier", "yesterday", "today"))
    ):
        return False
    if line.capital(at) or low[at - 1] in small("determiners") | {"'s", "'"}:
        return True
    return not (is_finite(low, at) or is_adverb(low[at]) or (low[at] in verbs() and verbs()[low[at]].form == "gerund"))


def _joins(line: Line, first: int, at: int) -> bool:
    """For "of", "for" go on; "in", "at", "with", "from" only behind people ("police in X"), and before no setting."""
    low, size = line.low, len(line.low)
    if at + 1 >= size or line.text[at + 1] in _STOPS:
        return False
    if low[at] in _TAKES_PLACE or (low[at] == "with" and low[at + 1] in _INSIDERS):
        return True
    if low[at] not in ("in", "at", "with", "from", "to", "on") or line.person_in(first, at - 1) == (first, at - 1):
        return False
    if line.capital(at - 1):
        return False
    head = low[at + 2] if low[at + 1] in small("determiners") and at + 2 < size else low[at + 1]
    setting = head in settings() or head in small("days") or head in small("times") or head[:1].isdigit()
    return not setting and (line.capital(at + 1) or low[at + 1] in ("the", "a", "an"))


def opening_subject(line: Line) -> tuple[int, int] | None:
    """The phrase that a sentence opens with, behind "But", "On Monday,"."""
    start, size = 0, len(line.low)
    while True:
        end = next((i for i in range(start, size) if line.text[i] == ","), None)
        if end is None or end == start or not is_opening(line, start, end):
            break
        start = end + 1
    return phrase_after(line, _without_opening(line, start, size - 1)) if start < size else None


def subject_of_clause(line: Line, verb: int) -> Subject | None:
    """For "X did this and said that": the phrase that opens the clause, if a person, pronoun or listed noun."""
    start = _clause_start(line, verb)
    if start and all(line.low[i] in _JOINS or is_adverb(line.low[i]) for i in range(start, verb)):
        start = _clause_start(line, start - 1)  # "X did this, but said"
    while True:
        end = next((i for i in range(start, verb) if line.text[i] == ","), None)
        if end is None or end == start or not is_opening(line, start, end):
            break
        start = end + 1
    first = _without_opening(line, start, verb - 1)
    if line.low[first] in small("subjects"):
        return Subject(first, first, start)
    found = phrase_after(line, first)
    return Subject(found[0], found[1], start) if found and found[1] < verb - 1 else None
