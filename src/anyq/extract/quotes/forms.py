"""A lead without a verb: "Вице-президент Академии Виктор Лотов:" before somebody's words."""

from anyq.extract.parse import Sentence
from anyq.extract.quotes.cues import Cue
from anyq.extract.quotes.phrases import key, phrase, span_of

_MOST_WORDS = 16


def name_cue(sentence: Sentence, number: int, last: int) -> Cue | None:
    """A person named in the nominative with nothing else before the colon at word ``last``; no word is its cue."""
    words = sentence.words[: last + 1]
    if len(words) > _MOST_WORDS or words[-1].text != ":":
        return None
    if any(w.pos in ("VERB", "AUX") and w.feats.get("VerbForm") in ("Fin", "Conv", "Inf") for w in words):
        return None
    head = next((i for i, w in enumerate(words) if w.head < 0), None)
    if head is None or words[head].pos not in ("NOUN", "PROPN") or words[head].feats.get("Case") != "Nom":
        return None
    if words[head].feats.get("Animacy") != "Anim" or not any(w.pos == "PROPN" and w.text[:1].isupper() for w in words):
        return None
    if any(w.pos == "ADP" for w in words[:head]):
        return None
    source = tuple(i for i in phrase(sentence, head) if i < last)
    if not source:
        return None
    return Cue(number, head, "name", span_of(sentence, source), key(words[head].lemma), source, head, min(source), last)
