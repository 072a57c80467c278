"""English phrases that cite: "according to X", "citing X", "as X reported", "it was reported that"."""

from collections.abc import Iterator

from anyq.extract.surface.cue import Cue, CueKind
from anyq.extract.surface.english_clauses import Part, clause_end, is_clause, last_word, spans
from anyq.extract.surface.english_line import MARKS, Line, behind_dateline
from anyq.extract.surface.english_nouns import head, kind_of
from anyq.extract.surface.english_phrases import phrase_after, subject_before
from anyq.extract.surface.english_words import is_adverb, link_words, small, verbs

_MADE_BY = frozenset({"by", "from"})
_APPOSED = frozenset({"who", "which", "a", "an", "the", "whose", "of"})
_OF_SOURCE = small("determiners") | {"official", "police", "court", "government", "public", "internal", "leaked"}
_LEAST = 3
_SURELY_A_CLAUSE = 6  # words before "according to"; so many hold a verb, known to us or not


def links(line: Line, number: int) -> Iterator[Cue]:
    """Every phrase of a sentence that cites without a verb of its own."""
    for at, low in enumerate(line.low):
        if line.in_marks[at]:
            continue
        after = line.low[at + 1 : at + 2]
        if low == "according" and after == ["to"]:
            yield from _according(line, number, at, at + 2)
        elif low in link_words("citing") and at:
            yield from _citing(line, number, at)
        elif low == "as" and after:
            yield from _as_reported(line, number, at)
        elif low in link_words("impersonal") and _is_impersonal(line, at):
            parts = [(at + 2, clause_end(line, at + 2, last_word(line)))] if after == ["that"] else []
            yield _cue(line, number, (at, at), "impersonal", None, parts)
        elif low in link_words("reportedly"):
            yield _cue(line, number, (at, at), "impersonal", None, [(0, last_word(line))])
        elif low in link_words("nouns") and after == ["that"]:
            yield from _noun(line, number, at)


def _cue(line: Line, number: int, words: Part, kind: CueKind, source: Part | None, parts: list[Part]) -> Cue:
    named = line.span(*source) if source else None
    return Cue(number, line.span(*words), kind, line.low[words[0]], named, spans(line, parts))


def _according(line: Line, number: int, at: int, first: int) -> Iterator[Cue]:
    found = phrase_after(line, first)
    if found is None:
        return
    source = maker(line, found)
    if _is_frame(line, at):
        yield _cue(line, number, (at, at + 1), "relay", source, [])
        return
    parts = _around(line, at, max(found[1], source[1]) + 1)
    yield _cue(line, number, (at, at + 1), "phrase", source, parts)


def _is_frame(line: Line, at: int) -> bool:
    """Whether "she said" or "said X" of a quotation stands before: then the phrase tells who passed it on."""
    spoken = [i for i in range(min(2, at)) if line.low[i] in ("said", "says", "told", "added", "wrote")]
    return bool(spoken) and (spoken[0] == 0 or line.low[0] in small("subjects"))


def maker(line: Line, phrase: Part) -> Part:
    """Who made a document: of "a news release from the police" the police; else the phrase itself."""
    first, last = phrase
    core = head(line.text[first : last + 1])
    if kind_of(core) not in ("documents", "data"):
        return phrase
    end = last_word(line)
    for at in range(first + len(core), min(last + 6, end + 1)):
        if line.text[at] in MARKS | {",", ";"}:
            break
        low = line.low[at]
        if low in ("obtained", "seen", "reviewed", "viewed", "about", "on"):
            break
        if low in _MADE_BY and at < end:
            found = phrase_after(line, at + 1)
            return (
                found if found and (line.capital(found[1]) or kind_of(line.text[found[0] : found[1] + 1])) else phrase
            )
    return phrase


def _around(line: Line, at: int, after: int) -> list[Part]:
    """What a phrase that cites stands beside: the clause behind its comma, or the one before it."""
    end = last_word(line)
    opens = at == 0 or (at == 1 and line.low[0] in small("openers") | {"and", "but"})
    if opens:
        comma = next((i for i in range(after, end) if line.text[i] == ","), None)
        if comma is None:
            return []
        if line.low[comma + 1] in _APPOSED or line.text[comma + 1][:1].isdigit():
            second = next((i for i in range(comma + 1, end) if line.text[i] == ","), None)
            apposed = second is not None and not is_clause(line, comma + 2, second - 1)
            comma = second if second is not None and (apposed or line.low[comma + 1] in ("who", "which")) else comma
        return [(comma + 1, clause_end(line, comma + 1, end))]
    if at < _SURELY_A_CLAUSE and not is_clause(line, 0, at - 1, main=False):
        return []
    parts = [(behind_dateline(line), at - 1)]
    if after <= end and line.text[after] == "," and end - after >= _LEAST and is_clause(line, after + 1, end):
        verb = verbs().get(line.low[after + 1])
        if not (verb and verb.form == "gerund") and line.low[after + 1] not in ("who", "which", "whose", "but", "and"):
            parts.append((after + 1, clause_end(line, after + 1, end)))
    return parts


def _citing(line: Line, number: int, at: int) -> Iterator[Cue]:
    """For "…, citing officials": only what can speak; "citing rising costs" gives a reason."""
    found = phrase_after(line, at + 1)
    if found is None:
        return
    source = maker(line, found)
    if source == found and line.low[source[1]] in link_words("reasons") and line.low[source[0]] not in _OF_SOURCE:
        return
    named = line.person_in(*source) or kind_of(line.text[source[0] : source[1] + 1]) or line.capital(source[1])
    if named:
        yield _cue(line, number, (at, at), "link", source, [])


def _as_reported(line: Line, number: int, at: int) -> Iterator[Cue]:
    """For "As X reported, …" and "…, as reported by X"."""
    relaying = link_words("relaying")
    if line.low[at + 1] in relaying and line.low[at + 2 : at + 3] == ["by"]:
        found = phrase_after(line, at + 3)
        if found is not None:
            yield _cue(line, number, (at, at + 2), "phrase", found, _around(line, at, found[1] + 1))
        return
    verb = next((i for i in range(at + 2, min(at + 10, len(line.low))) if line.low[i] in relaying), None)
    closes = verb is not None and (verb >= last_word(line) or line.text[verb + 1] == ",")
    subject = subject_before(line, verb) if verb is not None and closes else None
    if verb is not None and subject is not None and subject.first == at + 1:
        yield _cue(line, number, (verb, verb), "phrase", (subject.first, subject.last), _around(line, at, verb + 1))


def _is_impersonal(line: Line, at: int) -> bool:
    """For "It is reported", "it has been claimed"."""
    before = at - 1
    while before > 0 and (line.low[before] in small("passive") | {"has", "had"} or is_adverb(line.low[before])):
        before -= 1
    return before < at - 1 and line.low[before] == "it" and before < 2  # "in June it was reported" relays nobody here


def _noun(line: Line, number: int, at: int) -> Iterator[Cue]:
    """For "X's claim that …"."""
    owner = next((i for i in range(at - 1, max(at - 4, 0), -1) if line.low[i] in ("'s", "'")), None)
    if owner is None or any(line.low[i] in small("prepositions") for i in range(owner, at)):
        return
    first = owner - 1
    while first > 0 and line.capital(first - 1) and line.capital(first):
        first -= 1
    content = [(at + 2, clause_end(line, at + 2, last_word(line)))]
    yield _cue(line, number, (at, at), "verb", (first, owner - 1), content)
