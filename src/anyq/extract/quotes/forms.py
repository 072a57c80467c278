"""Cues without a verb of saying: "Виктор Лотов, тренер:" before somebody's words, "с этими словами" after them."""

from anyq.extract.parse import Sentence
from anyq.extract.quotes.cues import Cue
from anyq.extract.quotes.phrases import key, phrase, span_of

_MOST_WORDS = 16
_MOST_FRAME_WORDS = 7


def name_cue(sentence: Sentence, number: int, last: int) -> Cue | None:
    """A person named in the nominative with nothing else before the colon at word ``last``; no word is its cue."""
    words = sentence.words[: last + 1]
    if len(words) > _MOST_WORDS or words[-1].text != ":":
        return None
    if any(w.pos in ("VERB", "AUX") and w.feats.get("VerbForm") in ("Fin", "Conv", "Inf") for w in words):
        return None
    # without a verb the tagger's tree has no sure root
    head = next((i for i, w in enumerate(words) if w.pos in ("NOUN", "PROPN") and w.feats.get("Case") == "Nom"), None)
    if head is None or words[head].feats.get("Animacy") != "Anim" or any(w.pos == "ADP" for w in words[:head]):
        return None
    if not any(w.pos == "PROPN" and w.text[:1].isupper() for w in words):
        return None
    end = next((i for i in range(head, last) if words[i].text in ("—", "–", "-")), last)  # "Саитов — о победе:"
    source = tuple(i for i in phrase(sentence, head) if i < end)
    if not source:
        return None
    return Cue(number, head, "name", span_of(sentence, source), key(words[head].lemma), source, head, min(source), last)


def words_cue(sentence: Sentence, number: int, first: int) -> Cue | None:
    """«…», – с этими словами Лотов вышел; «…», – приводятся в сообщении слова Лотова: whose words they are."""
    words = sentence.words
    for at in range(first, min(first + _MOST_FRAME_WORDS, len(words))):
        if key(words[at].lemma) != "слово" or words[at].feats.get("Number") != "Plur":
            continue
        if at and key(words[at - 1].text.lower()) in ("его", "ее", "их"):
            return None  # "перевела его слова Гатина": the name behind them is the verb's
        with_them = any(w.text.lower() in ("с", "со") for w in words[first:at])
        case = "Nom" if with_them else "Gen"
        for head in range(at + 1, min(at + 4, len(words))):
            if words[head].pos in ("NOUN", "PROPN", "PRON") and words[head].feats.get("Case") == case:
                source = tuple(i for i in phrase(sentence, head) if i > at)
                span = words[at].span
                return Cue(number, at, "noun", span, "слово", source, head, at, max(source)) if source else None
    return None
