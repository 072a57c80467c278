"""What is reported without a clause: «заявил о рисках», «призвал не выезжать», «пообещал прибавку»."""

from anyq.extract.parse import Sentence
from anyq.extract.quotes.cues import Cue
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.phrases import key


def reported_object(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> tuple[int, int] | None:
    """Index of the first word of what a cue reports as its object, and the offset where it ends; None if nothing."""
    for rule in (about, _pointed_at, _naming, _infinitive, _thing, _accused, _colon):
        start = rule(sentence, cue, lexicon)
        if start is not None:
            return start, _phrase_end(sentence, start)
    return None


def about(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«заявил о рисках»: the phrase with its preposition."""
    if cue.kind not in ("verb", "gerund", "impersonal") or cue.lemma not in lexicon.about | {
        "говориться",
        "сообщаться",
    }:
        return None
    words = sentence.words
    for at in range(cue.index + 1, min(len(words), cue.index + 16)):
        if key(words[at].lemma) in ("о", "об", "обо", "про") and words[at].pos == "ADP":
            noun = words[at].head
            if noun >= 0 and words[noun].lemma in ("это", "то", "тот", "себя"):
                return None
            return at
        if words[at].text in (",", ":", ";") or (words[at].pos == "VERB" and words[at].feats.get("VerbForm") == "Fin"):
            return None
    return None


def _pointed_at(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«указал на ошибки»."""
    if cue.kind not in ("verb", "gerund") or cue.lemma not in (
        "указать",
        "указывать",
        "посетовать",
        "сетовать",
        "пожаловаться",
        "жаловаться",
    ):
        return None
    words = sentence.words
    at = cue.index + 1
    if at + 1 < len(words) and words[at].lemma == "на" and words[at + 1].lemma not in ("то", "тот", "это"):
        return at
    return None


def _naming(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«назвал судейство «позорным»»: only where his own word for it stands in marks."""
    if cue.kind not in ("verb", "gerund") or cue.lemma not in lexicon.naming:
        return None
    words = sentence.words
    start = cue.index + 1
    while start < len(words) and (start in cue.source or words[start].pos in ("ADV", "PART")):
        start += 1
    marked = [i for i in range(start, min(len(words), start + 10)) if words[i].text in '«"„']
    if not marked or marked[0] + 1 >= len(words) or not words[marked[0] + 1].text[:1].islower():
        return None
    return start


def _infinitive(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«призвал жителей не выезжать», «пообещал выплатить», «потребовал отставки»."""
    if cue.kind not in ("verb", "gerund") or cue.lemma not in lexicon.asking:
        return None
    words = sentence.words
    start = cue.index + 1
    while start < len(words) and (
        (words[start].pos in ("ADV", "PART") and words[start].lemma != "не") or start in cue.source
    ):
        start += 1
    if start >= len(words) or words[start].text in (".", ",", ":", "»", '"'):
        return None
    reach = words[start : start + 12]
    has_infinitive = any(w.feats.get("VerbForm") == "Inf" for w in reach)
    return start if has_infinitive else None


def _thing(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«пообещал прибавку», «потребовал отставки», «прогнозировал рост»: the object with its words."""
    if cue.kind not in ("verb", "gerund") or cue.lemma not in lexicon.objects:
        return None
    thing = next(iter(sentence.children(cue.index, "obj", "obl", "nsubj:pass")), None)
    if (
        thing is None
        or sentence.words[thing].feats.get("Case") not in ("Acc", "Gen")
        or sentence.words[thing].feats.get("Animacy") == "Anim"
    ):
        return None
    first = min(sentence.subtree(thing))
    return first if first > cue.index else None


def _accused(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«обвинил банк в подделке»."""
    if cue.kind not in ("verb", "gerund") or cue.lemma not in lexicon.accusing:
        return None
    start = cue.index + 1
    while start < len(sentence.words) and start in cue.source:
        start += 1
    rest = sentence.words[start : start + 12]
    return start if any(w.lemma in ("в", "во", "за") and w.pos == "ADP" for w in rest) else None


def _colon(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«настаивает: подпись не её»: a colon right after the cue, no marks behind it."""
    words = sentence.words
    if cue.kind not in ("verb", "gerund") or cue.lemma not in lexicon.statement:
        return None
    for at in range(cue.last + 1, min(len(words) - 2, cue.last + 4)):
        if words[at].text == ":":
            return None if words[at + 1].text in '«"„' else at + 1
        if words[at].text == ",":
            return None
    return None


def _phrase_end(sentence: Sentence, start: int) -> int:
    """Where an object ends: before a comma that opens another statement about something else."""
    words = sentence.words
    for at in range(start + 1, len(words) - 1):
        after = [key(w.lemma) for w in words[at + 1 : at + 3]]
        turns = after[0] in ("но", "однако", "а", "хотя", "поэтому", "что") or after == ["при", "это"]
        if words[at].text == "," and turns:
            return words[at - 1].span.end
    return words[-1].span.end
