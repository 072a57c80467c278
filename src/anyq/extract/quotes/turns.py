"""Where reported words end inside a sentence: the narrator goes on, or the same speaker says something else."""

from collections.abc import Iterator

from anyq.extract.parse import Sentence
from anyq.extract.quotes.cue import Cue
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.phrases import key
from anyq.extract.quotes.segments import is_finite, opening, subordinator

_JOINING = frozenset({"и", "но", "однако", "а", "или", "либо", "зато"})
_TURNING = frozenset({"однако", "поэтому", "но", "зато"})


def turn(sentence: Sentence, cue: Cue, start: int, lexicon: Lexicon) -> int:
    """Index of the first word after ``start`` that is no more of what ``cue`` reports; the length if all is."""
    stops = (
        _coordinated(sentence, cue, start, lexicon),
        _gerund(sentence, start, lexicon),
        _narrated(sentence, cue, start),
        _main(sentence, cue, start),
    )
    return min((s for found in stops for s in found if s > start), default=len(sentence.words))


def _coordinated(sentence: Sentence, cue: Cue, start: int, lexicon: Lexicon) -> Iterator[int]:
    """«сказал, что …, но добавил», «рассказал о … и пообещал»: the cue's own second predicate."""
    words = sentence.words
    verb = words[cue.index]
    for at in range(start + 1, len(words)):
        word = words[at]
        if word.pos != "VERB" or word.feats.get("VerbForm") != "Fin" or not agree(sentence, cue.index, at):
            continue
        join = at - 1
        while join > start and (words[join].pos in ("ADV", "PART") or words[join].lemma in ("также", "при", "это")):
            if words[join].lemma in _JOINING:
                break
            join -= 1
        if words[join].lemma not in _JOINING:
            continue
        comma = words[join - 1].text == ","
        told = any(is_finite(w) for w in words[start:join])
        hangs = word.rel == "conj" and word.head == cue.index
        alike = verb.feats.get("Gender") or key(word.lemma) in lexicon.reporting
        if hangs or (comma and alike and not _own_subject(sentence, at)) or (comma and not told):
            yield join - 1 if comma else join


def agree(sentence: Sentence, one: int, other: int) -> bool:
    """Whether two verbs have one tense, number and gender: two predicates of one subject."""
    first, second = sentence.words[one].feats, sentence.words[other].feats
    return all(first.get(f) == second.get(f) for f in ("Tense", "Number", "Gender", "Person"))


def _own_subject(sentence: Sentence, verb: int) -> bool:
    return any(abs(c - verb) <= 8 for c in sentence.children(verb, "nsubj", "nsubj:pass"))


def _main(sentence: Sentence, cue: Cue, start: int) -> Iterator[int]:
    """«Хотя X говорил, что …, партия выдвинула его», «фирма, хозяин которой заявил о …, закрылась»."""
    opener = opening(sentence, cue.index)
    if opener is None or sentence.words[opener].lemma in ("что", "чтобы"):
        return
    words = sentence.words
    for at in range(start + 1, len(words) - 2):
        if words[at].text != "," or words[at + 1].pos == "CCONJ":
            continue
        end = next((i for i in range(at + 1, len(words)) if words[i].text in (",", ";")), len(words))
        whole = any(map(is_finite, words[start:at])) or sentence.words[start].pos == "ADP"
        if whole and subordinator(sentence, at + 1, end) is None and any(map(is_finite, words[at + 1 : end])):
            yield at


def _gerund(sentence: Sentence, start: int, lexicon: Lexicon) -> Iterator[int]:
    """«…, не раскрывая подробностей», «…, отвечая на вопрос»: how the speaker said it."""
    words = sentence.words
    for at in range(start + 1, len(words) - 1):
        if words[at].text != ",":
            continue
        first = at + 2 if words[at + 1].lemma in ("не", "при", "тем") else at + 1
        if first >= len(words) or words[first].feats.get("VerbForm") != "Conv":
            continue
        if key(words[first].lemma) in lexicon.manners:
            yield at


def _narrated(sentence: Sentence, cue: Cue, start: int) -> Iterator[int]:
    """«опасались, что …, однако комиссия открыла участки»: a new subject and the narrator's past tense."""
    words = sentence.words
    if words[cue.index].feats.get("Tense") != "Past":
        return
    told = [w for w in words[start:] if w.pos in ("VERB", "AUX") and w.feats.get("VerbForm") == "Fin"]
    for at in range(start + 1, len(words) - 3):
        turning = key(words[at + 1].lemma)
        if words[at].text != "," or turning not in _TURNING:
            continue
        earlier = [w for w in told if w.span.end <= words[at].span.start]
        later = [w for w in told if w.span.start >= words[at].span.end]
        subject = any(
            w.rel.startswith("nsubj") and w.pos in ("NOUN", "PROPN") and w.feats.get("Case") == "Nom"
            for w in words[at + 2 : at + 7]
        )
        if not later or not subject or later[0].feats.get("Tense") != "Past":
            continue
        shift = bool(earlier) and earlier[-1].feats.get("Tense") != "Past"
        done = later[0].feats.get("Aspect") == "Perf"
        if shift or (done and turning in ("однако", "поэтому")):
            yield at
