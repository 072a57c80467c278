"""Direct quotes and fragments: which stretches in marks, or after a dialogue dash, somebody says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from anyq.extract.parse import Parse, Sentence
from anyq.extract.quotes.cue import Cue, cues_by_sentence
from anyq.extract.quotes.cues import cue_by_form
from anyq.extract.quotes.draft import Draft
from anyq.extract.quotes.forms import name_cue, words_cue
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.phrases import key
from anyq.extract.quotes.speech import Speech
from anyq.text import Span
from anyq.text.index import Places, spans

_DASHES = "-–—"
_MOST_FRAME_WORDS = 9  # ", – сказал в четверг журналистам Иванов": the verb comes early
_LEAST_WORDS = 3  # shorter ones in marks are names unless a cue stands beside
_ROW = re.compile(r"\s*(?:[,;]\s*(?:и|или|а также)?|и|или)\s*")  # between two of a row
_HEADLINE = re.compile(
    r"(?:Читайте|Подробнее|Смотрите|Слушайте|См\.|По теме|Материалы? по теме)[^.!?…\n]*$", re.IGNORECASE
)
_STOP = re.compile(rf"[.!?…]\s?[»”\"]?\s*(?:[{_DASHES}]\s*)?$|[»”\"][.!?…]\s*$|[:\n]\s*$")


@dataclass(frozen=True, slots=True)
class _Context:
    parse: Parse
    cues: dict[int, list[Cue]]  # by sentence
    words: Lexicon


def direct_drafts(
    parse: Parse, speeches: Sequence[Speech], cues: Sequence[Cue], words: Lexicon
) -> tuple[list[Draft], set[tuple[int, int]]]:
    """Direct quotes of a text, and the cues (sentence, word) that these used up."""
    context = _Context(parse, cues_by_sentence(cues), words)
    found: list[Draft] = []
    used: set[tuple[int, int]] = set()
    taken: list[Speech] = []
    for speech in speeches:
        taken = [t for t in taken if t.outer.end > speech.outer.start]  # what ended holds nothing more
        holder = next((t for t in taken if t.outer.holds(speech.outer) and t is not speech), None)
        draft = _judge(context, speech, holder, used)
        if draft is None:
            continue
        taken.append(speech)
        found.append(draft)
        if draft.cue is not None and not _reports_too(parse, draft):
            used.add((draft.cue.sentence, draft.cue.index))
    return [*found, *_listed(context, speeches, found)], used


def _listed(context: _Context, speeches: Sequence[Speech], found: Sequence[Draft]) -> list[Draft]:
    """«A», «B», «C», – написали зрители: those of a row that have no cue beside them."""
    text = context.parse.folded
    drafts = {d.content: d for d in found}
    rows: list[list[Speech]] = []
    for speech in speeches:
        if speech.dash or speech.depth:
            continue
        if rows and _ROW.fullmatch(text[rows[-1][-1].outer.end : speech.outer.start]):
            rows[-1].append(speech)
        else:
            rows.append([speech])
    listed: list[Draft] = []
    for row in rows:
        said = next((drafts[s.parts] for s in row if s.parts in drafts), None)
        if said is None or said.cue is None or not _apart(text, row[0]):
            continue
        if any(_like_speech(context, s) for s in row):
            listed += [
                Draft("direct", s.parts, said.cue, said.reach, said.outer)
                for s in row
                if s.parts not in drafts and text[s.parts[0].start].isupper()
            ]
    return listed


def _like_speech(context: _Context, speech: Speech) -> bool:
    """Words that can stand for themselves, rather than the name of something."""
    inner = Span(speech.parts[0].start, speech.parts[-1].end)
    said = context.parse.words_in(inner)
    predicate = any(w.feats.get("VerbForm") == "Fin" or w.feats.get("Variant") == "Short" for w in said)
    return predicate or inner.of(context.parse.folded)[-1:] in "!?…" or sum(w.pos != "PUNCT" for w in said) > 4


def _reports_too(parse: Parse, draft: Draft) -> bool:
    """«По словам X, форум важен: «…»»: a cue before the colon may report in its own sentence as well."""
    cue = draft.cue
    if cue is None or cue.span.start > draft.at or cue.kind == "impersonal":
        return False
    rest = parse.sentences[cue.sentence].words[cue.last + 1 :]
    if cue.kind == "noun":
        return sum(w.pos != "PUNCT" for w in rest) >= 3 and rest[0].text == ","
    return any(w.lemma == "что" for w in rest[:8]) and sum(w.pos != "PUNCT" for w in rest) >= 4


def _judge(context: _Context, speech: Speech, holder: Speech | None, used: set[tuple[int, int]]) -> Draft | None:
    text = context.parse.folded
    outer = holder.outer if holder else None
    if _is_no_speech(text, speech, holder):
        return None
    inside = _frame_cue(context, speech)
    if inside is not None:
        return Draft("direct", speech.parts, inside, "own", outer)
    tail = _tail_cue(context, speech)
    named = not _apart(text, speech) and not _like_speech(context, speech)
    if tail is not None and _is_said(text, speech, after_dash=True) and not named:
        return Draft("direct", speech.parts, tail, "own", outer)
    lead = _lead_cue(context, speech)
    if (lead is None or _far(context, speech, lead)) and _names_a_thing(context, speech):
        return None
    colon = text[: speech.outer.start].rstrip(" \n\t").endswith(":")
    if lead is not None and (speech.dash or _is_said(text, speech, after_dash=colon)):
        return Draft("direct", speech.parts, lead, "own", outer)
    if speech.dash or holder is not None:
        return None
    if _stands_alone(context, speech):
        return Draft("direct", speech.parts, None, "before", outer)
    return None


def _is_no_speech(text: str, speech: Speech, holder: Speech | None) -> bool:
    """An item of a list, a name that shares the closing mark of its quotation, a headline that is referred to."""
    first, last = text[speech.parts[0].start], text[speech.parts[-1].end - 1]
    if speech.dash and speech.frame is None and (first.islower() or last == ";"):
        return True
    if holder is not None and not speech.dash and holder.outer.end == speech.outer.end:
        return True
    return not speech.dash and _HEADLINE.search(text[: speech.outer.start][-120:]) is not None


def _far(context: _Context, speech: Speech, lead: Cue) -> bool:
    """True where a clause of its own stands between a cue and the marks."""
    between = context.parse.sentences[lead.sentence].words[lead.last + 1 :]
    return any(w.lemma == "что" for w in between if w.span.end <= speech.outer.start)


def _names_a_thing(context: _Context, speech: Speech) -> bool:
    """«висел лозунг: «…»», «под девизом «…»»: what something is called, or what stands on it."""
    number = context.parse.sentence_at(max(0, speech.outer.start - 1))
    if number < 0:
        return False
    before = [w for w in context.parse.sentences[number].words if w.span.end <= speech.outer.start and w.pos != "PUNCT"]
    return any(key(w.lemma) in context.words.names_things and w.pos == "NOUN" for w in before[-3:])


def _frame_cue(context: _Context, speech: Speech) -> Cue | None:
    if speech.frame is None:
        return None
    first = max(0, context.parse.sentence_at(speech.frame.start))
    for number in (first, first + 1):
        for cue in context.cues.get(number, ()):
            if cue.kind in ("verb", "adjective", "impersonal", "noun") and speech.frame.holds(cue.span):
                return cue
    return None


def _is_said(text: str, speech: Speech, *, after_dash: bool) -> bool:
    """Words in marks beside a cue are said unless they look like a mere name."""
    inner = Span(speech.parts[0].start, speech.parts[-1].end).of(text)
    after = text[speech.outer.end : speech.outer.end + 3]
    if inner[-1:] in ",!?….:" or re.match(rf"\s*,\s*[{_DASHES}]?", after):
        return True
    return len(inner.split()) >= _LEAST_WORDS or (after_dash and inner[:1].isupper() and not inner[1:2].isupper())


def _tail_cue(context: _Context, speech: Speech) -> Cue | None:
    """The cue of ", – сказал X" right after the marks."""
    parse = context.parse
    start = speech.outer.end
    gap = re.match(rf"\s*[,.!?…]*\s*[{_DASHES}]*\s*", parse.folded[start : start + 12])
    if gap is None or not any(ch in gap[0] for ch in "," + _DASHES):
        return None
    at = start + gap.end()
    number = parse.sentence_at(at)
    another = "\n" in gap[0] and parse.folded[at : at + 1].isupper()  # the turn of a dialogue that follows
    if another or number < 0 or not parse.sentences[number].span.start <= at < parse.sentences[number].span.end:
        return None
    sentence = parse.sentences[number]
    first = next((i for i, w in enumerate(sentence.words) if w.span.start >= at), None)
    if first is None or (
        sentence.words[first].text[:1].isupper()
        and any(ch in gap[0] for ch in _DASHES)
        and "." not in gap[0]
        and not _name_first(sentence, first)
    ):
        return None
    dashed = any(ch in gap[0] for ch in _DASHES)
    if not dashed and sentence.words[first].lemma == "который":
        return None
    for cue in context.cues.get(number, ()):
        if cue.kind == "link" or cue.index < first:
            continue
        before = sentence.words[first : cue.index]
        if dashed and _mid_clause(parse.folded, speech) and speech.depth == 0:
            return None
        if not dashed and (len(before) > 1 or not _apart(parse.folded, speech) or not _like_speech(context, speech)):
            return None
        if len(before) > _MOST_FRAME_WORDS or any(w.text in (";", ".") for w in before):
            break
        if any(w.pos == "VERB" and w.feats.get("VerbForm") == "Fin" for w in before):
            break
        return cue
    if not dashed:
        return None
    return words_cue(sentence, number, first) or cue_by_form(sentence, number, first, context.words)


def _apart(text: str, speech: Speech) -> bool:
    """True for marks that begin a sentence, or stand behind a colon."""
    return bool(_STOP.search(text[: speech.outer.start][-6:] or "\n"))


def _mid_clause(text: str, speech: Speech) -> bool:
    """A small first letter inside a running sentence: part of somebody's reported words, not a quotation."""
    before = text[: speech.outer.start].rstrip()
    return bool(before) and before[-1] not in ".!?…:\n" and text[speech.parts[0].start].islower()


def _name_first(sentence: Sentence, first: int) -> bool:
    """«…» — Иванов сказал это…: rare, but a capital after the dash may be the speaker's name."""
    return sentence.words[first].pos in ("PROPN", "NOUN", "PRON")


def _lead_cue(context: _Context, speech: Speech) -> Cue | None:
    """The cue of "X сказал: «…»", "По словам X, …:" or "X заявил, что «…»" right before the marks."""
    parse = context.parse
    start = speech.outer.start
    before = parse.folded[:start].rstrip(" \n\t")
    if not before:
        return None
    colon = before[-1] == ":"
    number = parse.sentence_at(len(before) - 1)
    if number < 0:
        return None
    sentence = parse.sentences[number]
    words = [i for i, w in enumerate(sentence.words) if w.span.end <= len(before)]
    if not words:
        return None
    last = words[-1]
    cues = [c for c in context.cues.get(number, ()) if c.kind != "link" and c.index <= last]
    if colon:
        if cues:
            asked = cues[-1].lemma in context.words.request - context.words.statement
            return None if asked and not _like_speech(context, speech) else cues[-1]
        formal = _any_verb(context, sentence, number, last) or name_cue(sentence, number, last)
        return formal if speech.dash or _like_speech(context, speech) else None
    inner = Span(speech.parts[0].start, speech.parts[-1].end).of(parse.folded)
    clause = inner[:1].isupper() and len(inner.split()) >= 4
    if not clause:
        return None
    joined = key(sentence.words[last].lemma) in ("что", "так") or sentence.words[last].text == ","
    direct = [c for c in cues if last - max(c.index, c.last) <= 2]
    if joined and direct:
        return direct[-1]
    return None


def _any_verb(context: _Context, sentence: Sentence, number: int, last: int) -> Cue | None:
    """«Его коллега осторожна: «…»», «Тренер хлопнул в ладоши: «…»»: the last verb before the colon with a person."""
    for index in range(last, -1, -1):
        if sentence.words[index].pos == "VERB":
            return cue_by_form(sentence, number, index, context.words)
    return None


def _stands_alone(context: _Context, speech: Speech) -> bool:
    """A whole sentence in marks: between two sentence ends, with a verb in it."""
    parse = context.parse
    text = parse.folded
    before = text[: speech.outer.start]
    after = text[speech.outer.end :]
    if before.strip() and not _STOP.search(before[-6:]):
        return False
    inner = Span(speech.parts[0].start, speech.parts[-1].end)
    if text[inner.start].islower():
        return False
    if not re.match(r"\s*[.!?…]?\s*($|\n|[A-ZА-ЯЁ«\"„—–])", after):
        return False
    said = parse.words_in(inner)
    if len([w for w in said if w.pos != "PUNCT"]) < 4:
        return False
    return any(w.pos in ("VERB", "AUX") and w.feats.get("VerbForm") == "Fin" for w in said)


def fragment_drafts(
    parse: Parse, speeches: Sequence[Speech], said: Sequence[Draft], indirect: Sequence[Draft]
) -> list[Draft]:
    """Quoted words inside indirect quotes: small first letter, or a verb, not a name of something."""
    found: list[Draft] = []
    direct = spans(d.span for d in said)
    reported = Places(((c, d) for d in indirect for c in d.content), lambda part: part[0])
    for speech in speeches:
        inner = Span(speech.parts[0].start, speech.parts[-1].end)
        if speech.dash or direct.touching(inner):
            continue
        around = [d for _, d in reported.holding(inner)]
        holder = min(around, key=lambda d: len(d.span), default=None)  # "сообщили, что X назвал «…»": X's word
        if holder is None or not _is_fragment(parse, speech, inner):
            continue
        found.append(Draft("fragment", (inner,), holder.cue, holder.reach, holder.outer))
    return found


def _is_fragment(parse: Parse, speech: Speech, inner: Span) -> bool:
    text = parse.folded
    words = [w for w in parse.words_in(inner) if w.pos != "PUNCT"]
    if not words:
        return False
    if text[inner.start].isupper():
        return any(w.feats.get("VerbForm") == "Fin" for w in words) and len(words) >= 4
    before = text[: speech.outer.start].rstrip().rsplit(maxsplit=1)
    after_kind = bool(before) and before[-1].lower() in ("имени", "под", "названием")
    return not after_kind
