"""Whom a text cites, and through whom: one citation a source, chain and kind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from anyq.extract.parse import Parse, Sentence
from anyq.extract.quotes.cues import Cue
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.outlets import find_outlet, same_outlet
from anyq.extract.quotes.phrases import key, phrase, span_of
from anyq.extract.quotes.scene import Answer
from anyq.records import CitationKind
from anyq.text import Span

_DAY = r"\d{1,2}\s+[а-яё]+\.?(?:\s+\d{4}(?:\s*г\.?|\s+года?)?)?"
_NAME = r"(?:ИА\s+)?[«\"]?[A-ZА-ЯЁ][\w.-]*(?:\s[A-ZА-ЯЁ«\"][\w.»\"-]*){0,2}[»\"]?"
# "МОСКВА, 25 мая (Рейтер) -", "Москва. 17 мая. INTERFAX.RU -", "АСТАНА. КАЗИНФОРМ -"
_DATELINE = re.compile(
    rf"\s*(?:[А-ЯЁA-Z][\w .-]{{2,40}}?[,.]\s*)?(?:{_DAY}\s*[.,:]?\s*)?"
    rf"[(/—–-]?\s*(?P<agency>{_NAME})\s*[)/]?\s*[.,]?\s*[-–—.]\s+(?=[A-ZА-ЯЁ«\"])"
)
# "ЖЕНЕВА, 25 мая — РИА Новости, Анна Серова."
_DATELINE_SIGNED = re.compile(rf"[\"\s]*[А-ЯЁA-Z][\w .-]{{2,40}}?,\s*{_DAY}\s*[-–—.]+\s*(?P<agency>{_NAME})\s*[,.–—-]")
_DATELINE_AFTER = re.compile(
    r"(?:^|\n)\s*(?P<agency>[A-ZА-ЯЁ][\wА-Яа-яЁё-]*(?:\s[A-ZА-ЯЁ][\wА-Яа-яЁё-]*)?),\s*\d{1,2}\s+[а-яё]+\.?\s*[-–—.]?\s"
)
_SOURCE_LINE = re.compile(
    r"(?:^|\n)\s*(?P<word>Источник|По материалам|Фото|Источник фото|Видео)\s*:\s*(?P<name>[^\n]{2,60}?)\s*\.?(?=\n|$)"
)
_DATA = frozenset({"данные", "подсчет", "расчет", "статистика", "оценка", "опрос", "исследование"})


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation before it has an id."""

    source: str
    mention: Span
    cue: Span | None
    kind: CitationKind
    cited_by: str | None


def datelines(parse: Parse, lang: str) -> list[Cited]:
    """An agency that signs the text at its head ("МОСКВА, 25 мая (Рейтер) -"), and "Источник: X" lines."""
    found: list[Cited] = []
    text = parse.folded
    for pattern in (_DATELINE, _DATELINE_SIGNED, _DATELINE_AFTER):
        m = pattern.match(text[:160])
        if m:
            name = m["agency"].strip('«»"() ')
            outlet = find_outlet(name, lang)
            if outlet is not None:
                at = m.start("agency") + m["agency"].index(name)
                found.append(Cited(outlet.name, Span(at, at + len(name)), None, "publisher_self", None))
                break
    found += [
        Cited(m["name"].strip('«»"'), Span(*m.span("name")), Span(*m.span("word")), "source_line", None)
        for m in _SOURCE_LINE.finditer(text)
        if m["word"] in ("Источник", "По материалам")
    ]
    return found


def cited(
    parse: Parse, cues: Sequence[Cue], answers: dict[int, Answer], words: Lexicon, *, outlet: str | None, lang: str
) -> list[Cited]:
    """The citations that the cues of a text make; ``answers`` by position in ``cues``."""
    found: list[Cited] = []
    for position, cue in enumerate(cues):
        sentence = parse.sentences[cue.sentence]
        found += _channels(sentence, cue, words, parse, lang)
        answer = answers.get(position)
        if answer is None or answer.name is None or answer.mention is None:
            continue
        kind = _kind(sentence, cue, answer, words, outlet, lang)
        if kind is None:
            continue
        relay = relayed_by(cues, position, answers)
        above = answers[relay].name if relay is not None else None
        found.append(Cited(answer.name, answer.mention, cue.span, kind, above))
    return found


def relayed_by(cues: Sequence[Cue], position: int, answers: dict[int, Answer]) -> int | None:
    """The cue that relays what the link at ``position`` names: "сообщает X со ссылкой на Y"."""
    cue = cues[position]
    if cue.kind != "link":
        return None
    order: list[int] = [*range(position - 1, -1, -1), position + 1]
    for other in order:
        if other >= len(cues):
            return None
        before = cues[other]
        if before.sentence != cue.sentence:
            continue
        answer = answers.get(other)
        if before.kind in ("verb", "noun", "impersonal") and answer is not None and answer.known:
            return other
    return None


def link_of(cues: Sequence[Cue], position: int) -> int | None:
    """The link that follows a cue in its sentence, before another cue speaks."""
    cue = cues[position]
    for other in range(position + 1, len(cues)):
        if cues[other].sentence != cue.sentence:
            break
        if cues[other].kind == "link":
            return other
        if cues[other].kind == "verb":
            break
    before = cues[position - 1] if position else None
    if before is not None and before.kind == "link" and before.sentence == cue.sentence and cue.kind == "verb":
        return position - 1  # "Интерфакс со ссылкой на X сообщает"
    return None


def is_medium(name: str, answer: Answer, lang: str) -> bool:
    """True if the source is a medium, by its head word or the list of media."""
    return answer.kind == "outlet" or find_outlet(name, lang) is not None


def _kind(
    sentence: Sentence, cue: Cue, answer: Answer, words: Lexicon, outlet: str | None, lang: str
) -> CitationKind | None:
    name = answer.name or ""
    if same_outlet(name, outlet, lang):
        return "publisher_self"
    if answer.kind == "anonymous":
        return "anonymous"
    if is_medium(name, answer, lang):
        return "cites"
    if answer.kind == "group":
        return "anonymous" if cue.kind in ("noun", "link") else None
    if answer.kind == "body":
        if not _names_somebody(sentence, cue):
            return None
        return "data" if cue.kind == "noun" and cue.lemma in _DATA else "official"
    if answer.kind == "role" and cue.kind == "link":
        return "official"
    if answer.kind == "person" and cue.kind == "link":
        return "official"
    return None


def _names_somebody(sentence: Sentence, cue: Cue) -> bool:
    """A number or a day is no body."""
    head = sentence.words[cue.source_head] if cue.source_head is not None else None
    return head is not None and head.pos in ("NOUN", "PROPN", "X")


def _channels(sentence: Sentence, cue: Cue, words: Lexicon, parse: Parse, lang: str) -> list[Cited]:
    """«в эфире X», «в своём Telegram-канале», «в интервью X» in the sentence of a cue."""
    found: list[Cited] = _told(sentence, cue, parse, lang)
    for index, word in enumerate(sentence.words):
        lemma = key(word.lemma)
        if word.pos not in ("NOUN", "PROPN", "X") or not _is_place(sentence, index):
            continue
        if lemma in words.brands or word.text.lower() in words.brands:
            found.append(Cited(word.span.of(parse.folded), word.span, cue.span, "social", None))
        elif lemma in ("интервью", "беседа", "комментарий", "разговор", "эфир"):
            medium = _medium_after(sentence, index, words)
            if medium is not None:
                span = span_of(sentence, medium)
                kind: CitationKind = "broadcast" if lemma == "эфир" else "cites"
                found.append(Cited(span.of(parse.folded).strip('«»"'), span, cue.span, kind, None))
    return found


def _is_place(sentence: Sentence, index: int) -> bool:
    """True if «в» or «на» stands before a noun, with at most three words between ("в своём официальном …")."""
    for at in range(index - 1, max(-1, index - 5), -1):
        word = sentence.words[at]
        if word.lemma in ("в", "во", "на"):
            return True
        if word.pos in ("VERB", "AUX") or word.text in ",.:;":
            return False
    return False


def _medium_after(sentence: Sentence, index: int, words: Lexicon) -> list[int] | None:
    """The words that name a medium right after "интервью", past "корреспонденту" and the like."""
    media = (words.media | words.channels) - {"корреспондент", "журналист", "ведущий", "обозреватель"}
    for at in range(index + 1, min(index + 7, len(sentence.words))):
        word = sentence.words[at]
        if word.pos in ("VERB", "AUX") or word.text in ",.:;":
            return None
        marked = word.text in '«"„'
        if marked or word.pos in ("PROPN", "X") or key(word.lemma) in media:
            head = at + 1 if marked and at + 1 < len(sentence.words) else at
            return phrase(sentence, head) or [head]
    return None


def _told(sentence: Sentence, cue: Cue, parse: Parse, lang: str) -> list[Cited]:
    """«сообщили «Фонтанке» в компании»: the medium that was told signs its own news."""
    for child in sentence.children(cue.index, "iobj", "obl", "obj"):
        word = sentence.words[child]
        if word.feats.get("Case") != "Dat" or word.pos not in ("PROPN", "X", "NOUN"):
            continue
        span = span_of(sentence, phrase(sentence, child))
        name = span.of(parse.folded)
        marked = child > 0 and sentence.words[child - 1].text in '«"„' and word.text[:1].isupper()
        if marked or find_outlet(name.strip('«»"'), lang):
            return [Cited(name.strip('«»"'), span, cue.span, "publisher_self", None)]
    return []


def distinct(found: Sequence[Cited], lang: str) -> list[Cited]:
    """One a source, chain and kind, at its first mention, in text order."""
    kept: list[Cited] = []
    for c in sorted(found, key=lambda c: (c.mention.start, c.kind)):
        twin = next((k for k in kept if k.mention == c.mention or (k.kind == c.kind and _same(k, c, lang))), None)
        if twin is None:
            kept.append(c)
    return kept


def _same(one: Cited, other: Cited, lang: str) -> bool:
    if one.source.lower() == other.source.lower() or same_outlet(one.source, other.source, lang):
        return one.cited_by == other.cited_by or other.cited_by is None
    return False
