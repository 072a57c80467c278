"""Which stretch of a sentence a cue reports: after «что», around a parenthesis, before a trailing cue."""

from collections.abc import Sequence

from anyq.extract.parse import Parse, Sentence
from anyq.extract.quotes.colons import colon_before
from anyq.extract.quotes.cues import Cue
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.phrases import key
from anyq.extract.quotes.segments import compares, is_finite, opening, relative_end, segment_start, subordinator
from anyq.extract.quotes.turns import agree, turn
from anyq.text import Span

_SHORT = 25  # characters before a parenthesis that say nothing by themselves: "Кроме того, по словам X, …"
_MAIN = ("root", "ccomp", "conj", "parataxis")  # relations of the verb of a clause that hangs from no noun
_ASKING = frozenset(
    {"почему", "когда", "где", "куда", "откуда", "сколько", "зачем", "какой", "чей", "как", "кто", "насколько", "каков"}
)


def that_clause(sentence: Sentence, cue: Cue, same: Sequence[Cue] = ()) -> int | None:
    """The first word after the connecting что / чтобы, or a question word that itself belongs to the content."""
    words = sentence.words
    if cue.lemma in ("узнать", "услышать", "слышать", "получить", "выяснить"):
        return None  # who learns something says nothing, but a medium does in ", узнало агентство"
    speaking = {c.index for c in same if c.kind in ("verb", "gerund", "adjective", "impersonal")}
    for at in range(cue.index + 1, min(len(words), cue.index + 30)):
        if at in speaking:
            return None
        found = _connected(sentence, cue, at)
        if found is not None:
            return found if found >= 0 else None
        if (
            at > cue.last
            and words[at].pos == "VERB"
            and words[at].feats.get("VerbForm") == "Fin"
            and not _in_relative(sentence, at)
        ):
            return None
        if words[at].text in (";", ":") and at > cue.index:
            return None
    return None


def _connected(sentence: Sentence, cue: Cue, at: int) -> int | None:
    """The first word of the clause that the word ``at`` connects to a cue; -1 if the clause is another's."""
    words = sentence.words
    lemma = key(words[at].lemma)
    if lemma in ("что", "якобы", "будто") and words[at].pos == "SCONJ" and at - 1 in (cue.index, cue.last):
        return _past(sentence, at + 1)  # the comma is often left out
    if words[at - 1].text != "," and not (words[at - 1].lemma in ("и", "то", "том") and words[at - 2].text == ","):
        return None
    if lemma == "что" and _anothers(sentence, cue.index, at):
        return -1
    if lemma == "что" and (words[at].pos == "SCONJ" or words[at].feats.get("Case") in (None, "Nom", "Acc")):
        return _past(sentence, at + 1)
    if lemma in ("чтобы", "будто", "якобы"):
        return _past(sentence, at + 1)
    if lemma == "как" and compares(sentence, at):
        return -1
    if lemma in _ASKING and words[at - 1].text == "," and not _modifies_noun(sentence, at):
        return at
    doubts = words[at].pos in ("VERB", "AUX", "ADJ") and at + 1 < len(words) and words[at + 1].lemma == "ли"
    return at if doubts else None


def _anothers(sentence: Sentence, cue: int, that: int) -> bool:
    """«сообщили сотрудники, обнаружившие, что …»: the clause is a participle's or a gerund's between."""
    words = sentence.words
    between = [
        i
        for i in range(cue + 2, that - 1)
        if words[i].feats.get("VerbForm") in ("Part", "Conv")
        and words[i].feats.get("Variant") != "Short"
        and words[i - 1].text in (",", "не")
    ]
    clause = words[that].head
    return bool(between) and clause >= 0 and words[clause].head in between


def _past(sentence: Sentence, at: int) -> int | None:
    return at if at < len(sentence.words) else None


def _modifies_noun(sentence: Sentence, at: int) -> bool:
    """«который»-like use of a question word."""
    head = sentence.words[at].head
    return head >= 0 and sentence.words[head].rel == "acl:relcl"


def _in_relative(sentence: Sentence, at: int) -> bool:
    for _ in range(8):
        if at < 0:
            return False
        if sentence.words[at].rel in ("acl:relcl", "acl"):
            return True
        at = sentence.words[at].head
    return False


def clause_end(sentence: Sentence, cue: Cue, start: int, same: list[Cue], lexicon: Lexicon) -> int:
    """Where the reported words end: at the next cue of this sentence that is not inside them, or its end."""
    words = sentence.words
    end = turn(sentence, cue, start, lexicon)
    inside = set(sentence.subtree(words[start].head)) if words[start].head >= 0 else set()
    for other in sorted(same, key=lambda c: c.index):
        colon = colon_before(sentence, other)
        if colon is not None and colon > start:
            end = min(end, colon)
            break
        if other.kind == "link" and other.index > start:
            end = min(end, _comma_before(sentence, other.first, start))
            break
        if other.index > start and _splices(sentence, other, start):
            end = min(end, other.first - 1)
            break
        if other.index <= start or other.kind in ("noun", "adjective"):
            continue
        shared = not any(i > start for i in other.source) and cue.kind == other.kind == "verb"
        if shared and not agree(sentence, cue.index, other.index) and not _closes(sentence, other):
            continue  # "заявил, что он знает и надеется, что …": a predicate of the reported clause
        nested = _nested(sentence, cue, other)
        trailing = _closes(sentence, other)
        against = other.lemma in lexicon.reporting and _against(sentence, other, start)
        if (nested and not trailing and not against) or (
            not trailing and other.index in inside and other.kind != "gerund" and not other.source
        ):
            continue
        if trailing or _has_that(sentence, other) or against:
            opens = other.first if other.first > start else other.index  # its subject may be the first cue's
            end = min(end, _comma_before(sentence, opens, start))
            break
    return words[end - 1].span.end


def _nested(sentence: Sentence, cue: Cue, other: Cue) -> bool:
    """True if ``other`` is part of what ``cue`` reports, by the tree."""
    joined = {key(sentence.words[i].lemma) for i in range(max(0, other.index - 2), other.index)}
    if joined & {"и", "но", "также"} and not any(i > cue.index for i in other.source):
        return False
    at, hops = other.index, 0
    while at >= 0 and at != cue.index and hops < 12:
        if sentence.words[at].head == cue.index:
            return (
                sentence.words[at].rel in ("ccomp", "xcomp", "obl", "obj", "advcl", "acl", "csubj")
                and other.kind != "gerund"
            )
        at = sentence.words[at].head
        hops += 1
    return False


def _closes(sentence: Sentence, other: Cue) -> bool:
    """The end of a sentence like «…, передает ТАСС»: a comma right before the verb, its source after it."""
    words = sentence.words
    if not other.source or other.kind not in ("verb", "impersonal") or that_clause(sentence, other) is not None:
        return False
    pronoun = words[min(other.source)].pos == "PRON" and min(other.source) == other.index - 1
    pronoun = pronoun and _merely_says(sentence, other)
    if min(other.source) < other.index and not pronoun:
        return False
    at = other.first - 1
    while at > 0 and (words[at].pos in ("ADV", "PART") or words[at].lemma == "как"):
        at -= 1
    return words[at].text in (",", "—", "–", "-")


def _against(sentence: Sentence, other: Cue, start: int) -> bool:
    """«…, однако эксперты сомневаются в …»: another speaks against what is reported."""
    at = min((i for i in other.source if i > start), default=0) - 1
    return at > start and sentence.words[at].lemma in ("но", "однако", "зато") and sentence.words[at - 1].text == ","


def _merely_says(sentence: Sentence, cue: Cue) -> bool:
    """«…, он добавил.», but not «…, она услышала удар»: nothing is done to anything."""
    learned = cue.lemma in ("узнать", "услышать", "слышать", "получить", "выяснить", "привести", "приводить")
    return not learned and not any(True for _ in sentence.children(cue.index, "obj"))


def _has_that(sentence: Sentence, other: Cue) -> bool:
    return that_clause(sentence, other) is not None or sentence.words[other.index].feats.get("VerbForm") == "Conv"


def _comma_before(sentence: Sentence, at: int, floor: int) -> int:
    """The word after which the words before ``at`` end: back over «, а», «, и», adverbs, to the comma."""
    words = sentence.words
    for i in range(at - 1, max(floor, at - 8), -1):
        if words[i].text in (",", ";", "—", "–", "-", "("):
            return i
    return at


def around(sentence: Sentence, cue: Cue, same: list[Cue]) -> list[Span]:
    """The sentence without a parenthetical cue: «По словам X, …», «…, как сообщил X, …»."""
    words = sentence.words
    first, last = cue.first, _cue_end(sentence, cue)
    if first and key(words[first - 1].lemma) in ("как", "отметить", "передавать"):
        first -= 1
    begin = 0
    for other in same:  # a part of the sentence that belongs to another cue
        if other.last < first and is_as_clause(sentence, other):
            begin = max(begin, _cue_end(sentence, other) + 1)
        if other.last < first and other.kind != "link" and that_clause(sentence, other) is not None:
            start = that_clause(sentence, other)
            begin = max(begin, start or 0)
    own, right_end = _own_clause(sentence, first) if cue.kind == "noun" else (0, len(words))
    colon = colon_before(sentence, cue)
    begin = max(begin, own, colon + 1 if colon is not None else 0)
    left = Span(words[begin].span.start, words[first - 1].span.end) if first > begin else None
    for other in same:  # "По данным X, …, а по мнению Y, …"
        joined = other.first > last + 2 and words[other.first - 1].pos == "CCONJ" and words[other.first - 2].text == ","
        if other.kind == "noun" and joined:
            right_end = min(right_end, other.first - 2)
    for other in sorted(same, key=lambda c: c.index):
        if other.index > last and (_closes(sentence, other) or (other.kind == "link" and other.index > last)):
            right_end = min(right_end, _comma_before(sentence, other.first, last))
    right = Span(words[last + 1].span.start, words[right_end - 1].span.end) if last + 1 < right_end else None
    parts = [p for p in (left, right) if p is not None and _says_something(sentence, p)]
    if left is None or right is None or len(parts) < 2:
        return parts
    if len(left) < _SHORT or _bare(sentence, parts) or _splices(sentence, cue, begin):
        return [parts[1]]
    return parts


def _splices(sentence: Sentence, cue: Cue, start: int) -> bool:
    """«… станут выбором, по его словам, речь идёт о …»: two main clauses, and the parenthesis opens the second."""
    words, end = sentence.words, _cue_end(sentence, cue)
    if cue.kind != "noun" or cue.first <= start or words[cue.first - 1].text != "," or end >= len(words):
        return False
    before = any(is_finite(w) and w.rel in _MAIN for w in words[start : cue.first])
    return before and words[end].text == "," and any(is_finite(w) and w.rel in _MAIN for w in words[end:])


def _bare(sentence: Sentence, parts: list[Span]) -> bool:
    """«В рамках проверки, по словам X, задержаны трое»: the predicate is all behind the parenthesis."""
    told = [any(is_finite(w) for w in sentence.words if p.holds(w.span)) for p in parts]
    return not told[0] and told[1]


def _own_clause(sentence: Sentence, first: int) -> tuple[int, int]:
    """First word, and the one after the last, of the clause around a parenthesis that begins at ``first``.

    «купил склад, который, по мнению X, стоит дешевле»: the rest of the sentence is the narrator's.
    """
    words = sentence.words
    whole = len(words)
    if first and words[first].text[:1].isupper():
        return first, whole  # a sentence that lost its space: "…году.По данным X, …"
    if first < 2:
        return 0, whole
    if words[first - 1].pos == "CCONJ" and words[first - 2].text == ",":
        return first, whole
    if words[first - 1].text != ",":
        return 0, whole
    start = segment_start(sentence, first - 1)
    opener = subordinator(sentence, start, first - 1)
    if opener is not None:
        return opener + 1, relative_end(sentence, opener) if words[opener].lemma == "который" else whole
    joined = start > 0 and words[start].lemma in ("и", "а", "но", "однако", "зато")
    return (start + 1 if joined else 0), whole


def _says_something(sentence: Sentence, part: Span) -> bool:
    return (
        sum(w.pos not in ("PUNCT", "CCONJ", "SCONJ", "PART", "ADP") for w in sentence.words if part.holds(w.span)) >= 2
    )


def _cue_end(sentence: Sentence, cue: Cue) -> int:
    """The last word of the parenthetical: to the comma that closes it."""
    words = sentence.words
    skipped = 0
    for at in range(cue.last + 1, min(len(words), cue.last + 25)):
        if at < skipped:
            continue
        if words[at].text == "," and at + 1 < len(words) and words[at + 1].lemma == "который":
            skipped = relative_end(sentence, at + 1)
            continue
        if words[at].text == "," and not _more_of_source(sentence, cue, at):
            return at
        if words[at].text in (":", ";", "—", "–"):
            return at
        if words[at].pos == "VERB" and words[at].feats.get("VerbForm") == "Fin" and cue.kind == "noun":
            return cue.last
    return cue.last if cue.kind == "noun" else len(words) - 1


def _more_of_source(sentence: Sentence, cue: Cue, comma: int) -> bool:
    """A comma inside the source: ", который возглавляет …," or ", директора школы,"."""
    words = sentence.words
    nxt = comma + 1
    if nxt >= len(words) or cue.source_head is None:
        return False
    return words[nxt].lemma == "который" or (words[nxt].rel in ("appos", "acl") and words[nxt].head in cue.source)


def is_as_clause(sentence: Sentence, cue: Cue) -> bool:
    """«Как сообщил X, …»."""
    words = sentence.words
    return any(
        words[i].lemma == "как"
        and not compares(sentence, i)
        and not any(map(is_finite, words[i + 1 : cue.index]))
        and (i == 0 or words[i - 1].text in (",", "(", "—", "–", "и", "«", '"') or i <= 2)
        for i in range(max(0, cue.first - 4), cue.index)
    ) and cue.kind in ("verb", "impersonal", "unnamed")


def _depends(sentence: Sentence, cue: Cue) -> bool:
    """A cue in a relative, temporal or conditional clause ("после того, как врачи заявили") closes nothing."""
    words = sentence.words
    if words[cue.index].rel in ("acl:relcl", "advcl") and words[cue.index].feats.get("VerbForm") == "Fin":
        return any(
            key(words[c].lemma) in ("который", "если", "когда", "пока", "после", "чтобы", "хотя")
            for c in sentence.children(cue.index)
        )
    return cue.source_head is not None and words[cue.source_head].lemma == "который"


def trails(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> bool:
    """«…, отметил X»: a comma, then the cue, its source after it or a pronoun before it."""
    words = sentence.words
    if cue.kind not in ("verb", "impersonal", "adjective") or cue.lemma in lexicon.request - lexicon.statement:
        return False
    if cue.lemma not in lexicon.saying | lexicon.learns and cue.kind == "verb":
        return False
    if cue.kind == "verb" and not cue.source:
        return False
    leads = bool(cue.source) and min(cue.source) < cue.index
    if leads and (words[min(cue.source)].pos != "PRON" or not _merely_says(sentence, cue)):
        return False
    if _depends(sentence, cue) or opening(sentence, cue.index, own=True) is not None:
        return False
    start = cue.first
    at = start - 1
    while at >= 0 and words[at].pos in ("ADV", "PART", "CCONJ") and words[at].lemma not in ("и", "но", "а"):
        at -= 1
    if at < 1 or words[at].text not in (",", "—", "–", "-"):
        return False
    before = words[:at]
    return (
        any(
            w.pos in ("VERB", "AUX")
            or w.feats.get("Variant") == "Short"
            or w.lemma in ("нет", "можно", "нельзя", "надо")
            or w.text in ("—", "–")
            for w in before
        )
        or len(before) >= 4
    )


def before_cue(parse: Parse, cue: Cue, same: Sequence[Cue], *, cited_before: bool) -> list[Span]:
    """What stands before a trailing cue; at the end of the lead, the lead so far."""
    sentence = parse.sentences[cue.sentence]
    words = sentence.words
    end = _comma_before(sentence, cue.first, 0)
    begin = 0
    for other in same:
        if other.last < end and other.kind in ("verb", "adjective", "noun"):
            inner = that_clause(sentence, other) if other.kind != "noun" else None
            if inner is not None and other.kind == "verb" and cue.lemma not in ("передавать", "писать", "сообщать"):
                begin = max(begin, inner)
    start = words[begin].span.start
    if begin == 0:
        start = _lead_start(parse, cue, start, cited_before)
    parts = [Span(start, words[end - 1].span.end)]
    after = _cue_end(sentence, cue)
    if (
        words[min(after, len(words) - 1)].text == ","
        and after + 4 < len(words)
        and cue.source
        and not any(o.index > cue.index for o in same)
    ):
        rest = Span(words[after + 1].span.start, words[-1].span.end)
        if (
            words[after + 1].lemma not in ("который", "что", "где", "когда", "если")
            and _has_finite(sentence, after + 1)
            and words[after + 1].rel not in ("acl", "acl:relcl", "advcl", "appos")
        ):
            parts.append(rest)
    return [p for p in parts if len(parts) == 1 or _says_something(sentence, p)]


def _has_finite(sentence: Sentence, start: int) -> bool:
    return any(w.pos in ("VERB", "AUX") and w.feats.get("VerbForm") == "Fin" for w in sentence.words[start:])


def _lead_start(parse: Parse, cue: Cue, start: int, cited_before: bool) -> int:
    """A trailing cue in the second sentence of a text covers the first one too, if that cites nobody."""
    sentence = parse.sentences[cue.sentence]
    if cue.sentence != 1 or cited_before or parse.sentences[0].paragraph != sentence.paragraph:
        return start
    return parse.sentences[0].span.start
