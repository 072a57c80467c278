"""Cues of one Kazakh sentence put together: who relays whom, documents that say something."""

from collections.abc import Sequence
from dataclasses import replace

from anyq.extract.surface.cue import Cue
from anyq.extract.surface.kazakh_clauses import Clause
from anyq.extract.surface.kazakh_cues import points_back
from anyq.extract.surface.kazakh_endings import bare, case_of
from anyq.extract.surface.kazakh_lexicon import states
from anyq.extract.surface.nouns import nouns
from anyq.text import Span


def ranked(clause: Clause, verbs: Sequence[Cue], phrases: Sequence[Cue]) -> list[Cue]:
    """The cues of a sentence with what each reports; a verb that closes another source's words only relays them."""
    spoken = [_with_document(clause, v) for v in verbs]
    spoken = [_pointing_back(clause, v) for v in spoken]
    spoken = [_in_an_article(clause, v) for v in spoken]
    found: list[Cue] = []
    for phrase in phrases:
        closing = next((v for v in spoken if v.span.start > phrase.span.end), None)
        if phrase.kind not in ("phrase", "impersonal") or closing is None:
            found.append(phrase)
        elif phrase.lemma.endswith(("дай", "дей")):
            found.append(replace(phrase, kind="relay", content=()) if closing.source is not None else phrase)
            if closing.source is None:
                spoken.remove(closing)
        elif closing.content and phrase.span.end <= closing.content[-1].end:
            spoken.remove(closing)
            found.append(phrase)
            if closing.source is not None:
                found.append(replace(closing, kind="relay", content=()))
        else:
            found.append(phrase)
    outers = [p.outer for p in phrases]
    return [*found, *(replace(v, content=_past(clause, v.content, outers)) for v in spoken)]


def _in_an_article(clause: Clause, cue: Cue) -> Cue:
    """«Омаровтың мақаласында … дейді»: where a state or nobody would be the subject, the writer is."""
    lists = nouns("kk")
    subject = [t for t in clause.tokens if cue.source is not None and cue.source.holds(t.word.span)]
    if cue.kind != "verb" or any(t.form not in states() for t in subject):
        return cue
    for at, token in enumerate(clause.tokens):
        if token.case != "loc" or bare(token.form) not in lists.documents | lists.programmes:
            continue
        owner = next((i for i in range(at) if clause.tokens[i].case == "gen" and clause.tokens[i].name == "PER"), None)
        said = [t for t in clause.tokens[at + 1 :] if t.word.span.end <= cue.span.start and not t.is_mark]
        if owner is not None and said:
            content = (Span(said[0].word.span.start, _end_before(clause, cue)),)
            return replace(cue, source=clause.span(clause.start_of(owner, 0), owner), content=content)
    return cue


def _end_before(clause: Clause, cue: Cue) -> int:
    """Where what stands before a cue ends, its closing mark with it."""
    before = [t.word for t in clause.tokens if t.word.span.end <= cue.span.start and t.word.text != ","]
    return before[-1].span.end


def _past(clause: Clause, content: tuple[Span, ...], phrases: Sequence[Span]) -> tuple[Span, ...]:
    """What is reported without the phrase that names a source at its head or at its end."""
    kept: list[Span] = []
    for part in content:
        start, end = part.start, part.end
        for p in phrases:
            if start <= p.start and p.end <= end:
                behind = [t.word.span.start for t in clause.tokens if t.word.span.start >= p.end and not t.is_mark]
                if behind and behind[0] < end:
                    start = behind[0]
                else:
                    end = p.start
        if start < end:
            kept.append(Span(start, end))
    return tuple(kept)


def _pointing_back(clause: Clause, cue: Cue) -> Cue:
    """«Бұл туралы X хабарлады»: what is reported stands in the sentence before."""
    pointed = points_back(clause)
    if pointed is None:
        return cue
    skip = len(pointed.split())
    last = max(i for i, t in enumerate(clause.tokens) if t.word.span.end <= cue.span.end)
    first = next(i for i, t in enumerate(clause.tokens) if t.word.span.start >= cue.span.start)
    if cue.content and not _is_only_source(clause, cue, skip):
        return cue
    source = cue.source
    if source is None:
        subject = clause.subject_before(skip, first) or clause.subject_after(last + 1, len(clause.tokens))
        source = clause.span(*subject) if subject else None
    return replace(cue, content=(), source=source, back=True)


def _is_only_source(clause: Clause, cue: Cue, skip: int) -> bool:
    """True where what looks reported is no more than the pointing words and who speaks."""
    inside = [t for t in clause.tokens[skip:] if any(c.holds(t.word.span) for c in cue.content) and not t.is_mark]
    return not inside


def _with_document(clause: Clause, cue: Cue) -> Cue:
    """«делінген министрліктің хабарламасында»: whose document says what nobody says in the clause."""
    if cue.kind != "impersonal":
        return cue
    there = next((i for i, f in enumerate(clause.forms) if f in ("онда", "ондағы")), None)
    if there is not None and (writer := clause.subject_before(0, there - 1)) is not None:
        behind = clause.tokens[there].word.span.end  # "X есеп шығарды, онда … делінген"
        said = tuple(Span(max(c.start, behind + 1), c.end) for c in cue.content if c.end > behind + 1)
        return replace(cue, source=clause.span(*writer), content=said)
    lists = nouns("kk")
    for at, token in enumerate(clause.tokens):
        if token.quoted or token.case not in ("loc", "abl") or any(c.holds(token.word.span) for c in cue.content[1:]):
            continue
        if bare(token.form) not in lists.documents | lists.data | lists.programmes | lists.media | lists.bodies:
            continue
        low = next((i + 1 for i in range(at - 1, -1, -1) if clause.forms[i] in (",", "-", "–", "—")), 0)
        begin = _behind_cue(clause, cue, at, low)
        begin = clause.start_of(at, begin)
        content = tuple(_without(clause, c, at) for c in cue.content)
        return replace(cue, source=_owner(clause, begin, at), content=tuple(c for c in content if c is not None))
    return cue


def _behind_cue(clause: Clause, cue: Cue, at: int, low: int) -> int:
    if clause.tokens[at].word.span.start < cue.span.end:
        return low
    last = max(i for i, t in enumerate(clause.tokens) if t.word.span.end <= cue.span.end)
    return max(low, last + 1)


def _without(clause: Clause, content: Span, document: int) -> Span | None:
    """What is reported behind the document at its head."""
    word = clause.tokens[document].word.span
    if not content.holds(word):
        return content
    behind = [t.word.span.start for t in clause.tokens[document + 1 :] if not t.is_mark]
    return Span(behind[0], content.end) if behind and behind[0] < content.end else None


def _owner(clause: Clause, first: int, document: int) -> Span | None:
    """The body in the genitive whose document it is; else the document, None where it bears no name at all."""
    tokens = clause.tokens
    for at in range(document - 1, first - 1, -1):
        if tokens[at].case == "gen":
            return clause.span(clause.start_of(at, first), at)
    body = next((i for i in range(document, first - 1, -1) if tokens[i].kind in ("bodies", "media")), None)
    if body is not None and (body > first or tokens[body].word.text[:1].isupper()):
        return clause.span(first, body)
    named = first < document and case_of(tokens[document].form).stem != bare(tokens[document].form)
    return clause.span(first, document) if named else None
