"""What an English verb of saying reports: the clause behind it, or the one before its comma."""

from anyq.extract.surface.english_line import MARKS, Line, behind_dateline
from anyq.extract.surface.english_nouns import kind_of
from anyq.extract.surface.english_phrases import phrase_after, settings, subject_before
from anyq.extract.surface.english_words import Verb, behind, is_adverb, is_finite, small, verbs
from anyq.text import Span

Part = tuple[int, int]  # first and last word, both included

_ENDS = frozenset({".", "!", "?", "…", "...", ",", ";", ":", "-", "–", "—"})
_QUESTIONS = frozenset({"whether", "if", "why", "how", "what", "who", "where", "when", "which"})
_MERE_LINKS = frozenset({"whether", "if", "why"})
_CLEAR = frozenset({"say", "tell", "add", "note", "warn", "claim", "insist", "explain", "stress", "argue", "believe"})
_SURE_CLAUSE = frozenset({"say", "insist", "argue", "believe", "think"})
_TOLD_THINGS = frozenset(
    {"truth", "difference", "lie", "lies", "story", "stories", "tale", "tales", "joke", "jokes", "time"}
)
_PLAIN_THOUGHT = frozenset({"believe", "think", "estimate", "understand", "suspect", "reckon"})
_NO_CLAUSE = frozenset(
    {"when", "asked", "after", "before", "speaking", "as", "while", "writing", "responding", "pressed"}
)
_THAT_WITHIN = 14  # words between a verb and its "that": "told a news conference in the capital on Monday that"
_LEAST_WORDS = 3
_SURELY_A_CLAUSE = 6  # words before ", X said"; so many hold a verb, known to us or not
_TRAILING = frozenset(
    {"in", "on", "at", "during", "after", "when", "while", "as", "before", "by", "via", "through", "to"}
)


def last_word(line: Line) -> int:
    """The last word of a sentence that is no stop."""
    at = len(line.low) - 1
    while at > 0 and line.text[at] in _ENDS:
        at -= 1
    return at


def spans(line: Line, parts: list[Part], *, marked: bool = False) -> tuple[Span, ...]:
    """Parts as stretches of the text; what stands wholly in marks is no clause but a quotation, unless ``marked``."""
    kept = []
    for first, last in parts:
        while first <= last and (line.text[first] in _ENDS or line.low[first] == "that"):
            first += 1
        while last >= first and line.text[last] in _ENDS:
            last -= 1
        if any((marked or not line.in_marks[i]) and line.text[i][0].isalnum() for i in range(first, last + 1)):
            kept.append(line.span(first, last))
    return tuple(kept)


def reported_after(line: Line, at: int, verb: Verb, *, loose: bool = False) -> list[Part]:
    """The clause, infinitive or object behind the verb at ``at`` that says what was said.

    ``loose``: it may begin with a time or place: "said at first he was glad".
    """
    end = last_word(line)
    first = behind_particle(line, at, verb)
    if first is None or first > end:
        return []
    found = _clause(line, first, end, verb, loose=loose)
    if found is None:
        found = _infinitive(line, first, verb)
    if found is None:
        found = _object(line, first, end, verb)
    return [(found, clause_end(line, found, end))] if found is not None and found <= end else []


def behind_particle(line: Line, at: int, verb: Verb) -> int | None:
    """The first word behind the verb and the particle that belongs to it; None where the particle is missing."""
    needed = behind("particles").get(verb.lemma)
    after = at + 1
    if needed is None:
        return after
    return after + 1 if after < len(line.low) and line.low[after] in needed else None


def addressee(line: Line, first: int, verb: Verb) -> Part | None:
    """Who is told: the phrase right behind "told"; behind "warned" only if "that" follows it."""
    if not verb.any("telling"):
        return None
    found = phrase_after(line, first)
    if found is None or line.low[first] == "that" or line.low[found[1]] in _TOLD_THINGS:
        return None
    for at in range(first + 1, found[1] + 1):  # "told the Morning Show flour was dear": the show is told
        if (
            line.low[at - 1].endswith(("-tv", "-fm", "-am"))
            and line.low[at].isalpha()
            and line.low[at] not in ("in", "of")
        ):
            found = (first, at - 1)
            break
        ends = line.capital(at - 1) and not line.capital(at) and line.low[at].isalpha()
        if ends and kind_of([line.text[at]]) is None and line.low[at] not in ("of", "for", "and", "in", "at"):
            found = (first, at - 1)
            break
    if verb.lemma == "tell":
        return found
    return found if line.low[found[1] + 1 : found[1] + 2] == ["that"] else None


def _clause(line: Line, first: int, end: int, verb: Verb, *, loose: bool) -> int | None:
    """Where a clause with "that", with a question word or with nothing before it begins."""
    told = addressee(line, first, verb)
    if told is not None:
        first = told[1] + 1
        if first < end and line.low[first] in ("in", "at", "of") and line.capital(first + 1):
            first = _place(line, first, end) or first
    elif verb.lemma == "tell":
        return None
    that = _that(line, first, end)
    if that is not None:
        return that
    start = behind_settings(line, first, end)
    if start > end or line.text[start] in _ENDS:
        return None
    if verb.any("asking") and line.low[start] in _QUESTIONS:
        return start + 1 if line.low[start] in _MERE_LINKS else start
    if line.text[start] in MARKS or line.low[start] in ("and", "but", "or"):
        return start if line.text[start] in MARKS and is_clause(line, start, end) else None
    if (line.low[start] in _TRAILING and not loose) or (
        line.low[start] in small("conjunctions") and line.low[start] not in _QUESTIONS
    ):
        return None
    if verb.groups == {"thinking"} and verb.lemma not in _PLAIN_THOUGHT and not _opens_clause(line, start):
        return None
    if verb.any("saying", "telling", "thinking", "finding") and is_clause(line, start, end):
        return start
    sure = verb.lemma in _SURE_CLAUSE and end - start >= _LEAST_WORDS and line.low[start] not in small("prepositions")
    return start if sure and line.low[start] not in small("conjunctions") else None


def _opens_clause(line: Line, at: int) -> bool:
    """Whether a word can be the first of a subject: "feared the dam", not "felt good"."""
    return line.low[at] in small("subjects") | small("determiners") or line.capital(at)


def _that(line: Line, first: int, end: int) -> int | None:
    """The word behind the "that" that opens the reported clause."""
    for at in range(first, min(first + _THAT_WITHIN, end)):
        low = line.low[at]
        if low == "that":
            relative = at > first and is_finite(line.low, at + 1)
            return None if relative else at + 1
        if line.text[at] == ",":
            second = next((i for i in range(at + 1, min(at + 6, end)) if line.text[i] == ","), end)
            return second + 2 if line.low[second + 1 : second + 2] == ["that"] else None
        if (
            line.text[at] in (";", ":")
            or line.text[at] in MARKS
            or (is_finite(line.low, at) and low not in small("determiners") and not line.capital(at))
        ):
            return None
    return None


def behind_settings(line: Line, first: int, end: int) -> int:
    """The first word behind "on Monday", "in a statement", "later"."""
    at = first
    while at <= end:
        low = line.low[at]
        if low in small("days") or low in (
            "today",
            "yesterday",
            "tonight",
            "later",
            "earlier",
            "recently",
            "again",
            "here",
        ):
            at += 1
        elif (
            low in ("last", "this", "late", "early")
            and line.low[at + 1 : at + 2]
            and line.low[at + 1] in (small("days") | small("times"))
        ):
            at += 2
        elif low in small("prepositions"):
            behind_it = _setting(line, at, end)
            if behind_it is None:
                return at
            at = behind_it
        else:
            return at
    return at


def _setting(line: Line, at: int, end: int) -> int | None:
    """The word behind a phrase of time or place, None where it is none that is known."""
    i = at + 1
    if i > end:
        return None
    if line.low[i] in small("days"):
        i += 1
        while i <= end and (line.low[i] in small("times") | small("days") or line.low[i].isdigit()):
            i += 1
        return i
    for i in range(at + 1, min(at + 7, end + 1)):
        if (
            line.text[i] in _ENDS
            or line.low[i] in small("subjects") - {"this", "that", "these"}
            or is_finite(line.low, i)
        ):
            return None
        if line.low[i] in settings():
            i += 1
            if i <= end and line.low[i] in ("on", "in", "to", "with", "at", "for", "from"):
                return _setting(line, i, end) or _place(line, i, end) or i
            while i <= end and line.low[i] in small("days"):
                i += 1
            return i
    return None


def _place(line: Line, at: int, end: int) -> int | None:
    found = phrase_after(line, at + 1)
    return found[1] + 1 if found is not None and found[1] < end and line.capital(found[1]) else None


def is_clause(line: Line, first: int, last: int, *, main: bool = True) -> bool:
    """Whether these words have a verb of their own; with ``main`` one before any "which" or "who"."""
    for at in range(first, last + 1):
        low = line.low[at]
        if main and at > first and low in ("which", "who", "whom", "whose", "that"):
            return False
        if main and low in ("and", "or") and at < last and is_finite(line.low, at + 1):
            return False  # "conceded a penalty and found the net"
        if at > first and is_finite(line.low, at):
            return True
        if low in ("he", "she", "they", "it", "i", "we", "there") and at < last:
            return True
    return False


def _infinitive(line: Line, first: int, verb: Verb) -> int | None:
    """For "promised to …", "urged X to …", "accused X of …", "warned of …"."""
    low = line.low
    if verb.any("promising") and low[first] == "to" and low[first + 1 : first + 2] != ["the"]:
        return first + 1
    if low[first] in behind("prepositions").get(verb.lemma, frozenset()):
        return first + 1
    found = phrase_after(line, first)
    if found is None:
        return None
    after = found[1] + 1
    if verb.any("urging") and (low[after : after + 1] == ["to"] or low[after : after + 2] == ["not", "to"]):
        return first
    if verb.any("accusing") and low[after : after + 1] in (["of"], ["for"], ["over"]):
        return first
    inside = low[first : after + 1]
    return (
        first
        if verb.any("accusing") and ("for" in inside or "of" in inside) and verb.lemma in ("blame", "accuse")
        else None
    )


def _object(line: Line, first: int, end: int, verb: Verb) -> int | None:
    """The bare object of "announced", "denied", "found"; of "called" where something stands in marks or behind "as"."""
    first = behind_settings(line, first, end)
    if first > end:
        return None
    if line.text[first] in _ENDS or line.low[first] in small("conjunctions") | small("prepositions") | {
        "and",
        "or",
        "to",
    }:
        return None
    if first == end and line.low[first] in small("subjects"):
        return None  # "denies this"
    if verb.any("naming"):
        rest = range(first, min(first + 12, end + 1))
        until = next((i for i in rest if line.text[i] in (",", ";") and not line.in_marks[i]), end + 1)
        named = any(line.low[i] == "as" or line.text[i] in MARKS for i in rest if i < until)
        return first if named else None
    if (verb.any("objects") or (verb.any("finding") and not verb.any("saying"))) and not all(
        line.in_marks[first : end + 1]
    ):
        return first
    return None


def clause_end(line: Line, first: int, end: int) -> int:
    """The last word of a reported clause: before ", adding", "and said", ", according to", ", while Y said"."""
    for at in range(first + 1, end + 1):
        if line.in_marks[at]:
            continue
        low = line.low[at]
        if low == "according" and line.low[at + 1 : at + 2] == ["to"]:
            return at - 1
        verb = verbs().get(low)
        joined = line.low[max(0, at - 2) : at] in (["and", "he"], ["and", "she"], ["but", "he"], ["but", "she"])
        if verb is not None and verb.form == "past" and joined and at - 3 > first and line.text[at - 3] == ",":
            return at - 4
        if verb is None or not verb.any("saying", "telling", "framing"):
            if low in ("citing", "quoting") and line.text[at - 1] == ",":
                return at - 2
            continue
        if verb.form == "gerund" and not verb.ambiguous and (line.text[at - 1] == "," or line.text[at - 1] in MARKS):
            return at - 2 if line.text[at - 1] == "," else at - 1
        cut = _other_speaker(line, first, at, verb)
        if cut is not None:
            return cut
    return end


def _other_speaker(line: Line, first: int, at: int, verb: Verb) -> int | None:
    """The word before "and said", ", but Y said" at ``at``, None where that verb belongs to the clause."""
    if verb.form not in ("past", "present") or verb.lemma not in _CLEAR:
        return None
    before = at - 1
    while before > first and is_adverb(line.low[before]):
        before -= 1
    if line.low[before] in ("and", "but"):
        return before - 1
    subject = subject_before(line, at)
    if subject is None or subject.start <= first:
        return None
    opener = (
        line.low[subject.start] if line.low[subject.start] in ("but", "and", "while") else line.low[subject.start - 1]
    )
    if line.text[subject.start - 1] == "," and is_clause(line, first, subject.start - 2, main=False):
        return subject.start - 2 if at == last_word(line) else None
    comma = subject.start - 1 if opener == line.low[subject.start] else subject.start - 2
    if opener in ("and", "but", "while", "although", "though") and comma > first and line.text[comma] in MARKS | {","}:
        return comma - (line.text[comma] == ",")
    return None


def reported_before(line: Line, subject_start: int, after: int) -> list[Part]:
    """The clause before ", X said", and the rest of it where the cue interrupts: "…, X said, …".

    ``subject_start`` is the first word of the cue; ``after`` the first word behind it.
    """
    comma = subject_start - 1
    if comma < _LEAST_WORDS and _interrupts(line, comma, after):
        return [(0, comma - 1), (after + 1, clause_end(line, after + 1, last_word(line)))]
    if comma < _LEAST_WORDS or (line.text[comma] not in {","} | MARKS and line.text[comma] not in ("-", "–", "—")):
        return []
    first = behind_dateline(line)
    while first < comma and line.low[first] in ("but", "and"):
        first += 1
    if after <= len(line.low) - 1 and line.text[after] == ":":
        return []
    gerund = line.low[first].endswith("ing") and not line.in_marks[first] and not is_finite(line.low, first + 1)
    if (gerund or line.low[first] in _NO_CLAUSE) and not _has_own_clause(line, first, comma):
        return []
    long = comma - first >= _SURELY_A_CLAUSE and line.low[first] not in small("prepositions")
    if not long and not is_clause(line, first, comma - 1, main=False):
        return []
    end = last_word(line)
    parts = [(first, comma - 1)]
    if after <= end and line.text[after] == "," and end - after >= _LEAST_WORDS and is_clause(line, after + 1, end):
        verb = verbs().get(line.low[after + 1])
        gerund = verb is not None and verb.form == "gerund"
        if not gerund and line.low[after + 1] not in (
            "citing",
            "quoting",
            "according",
            "who",
            "which",
            "whose",
            "when",
            "as",
        ):
            parts.append((after + 1, clause_end(line, after + 1, end)))
        return parts
    return parts if after > end or _is_trailing(line, after) else []


def _interrupts(line: Line, comma: int, after: int) -> bool:
    """For "Churches, he added, could be replaced": a cue right behind the subject of what is said."""
    opens = line.low[0] in small("openers") | small("prepositions") | small("conjunctions")
    if comma < 1 or opens or after > last_word(line) - _LEAST_WORDS or line.text[after] != ",":
        return False
    return is_finite(line.low, after + 1)


def _has_own_clause(line: Line, first: int, comma: int) -> bool:
    """For "If it rains, we stay" is a clause with its condition; "Asked about it" is none."""
    return any(line.text[i] == "," and is_clause(line, i + 1, comma - 1) for i in range(first, comma))


def _is_trailing(line: Line, at: int) -> bool:
    """Whether what follows a cue only tells when and where."""
    low = line.low[at]
    return low in _TRAILING | small("days") | {
        "last",
        "this",
        "later",
        "earlier",
        "yesterday",
        "today",
        "late",
        "early",
    } or (line.text[at] in MARKS | _ENDS or low in ("of", "about", "and", "but"))
