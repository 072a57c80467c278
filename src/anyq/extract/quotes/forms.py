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
