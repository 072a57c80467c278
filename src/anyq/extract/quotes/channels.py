"""Where a thing was uttered: a network, a programme, an interview, a press conference."""

from collections.abc import Iterator, Sequence

from anyq.extract.parse import Parse, Sentence
from anyq.extract.quotes.citing import Told
from anyq.extract.quotes.colons import refers_back
from anyq.extract.quotes.cues import Cue
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.media import citing_words, networks
from anyq.extract.quotes.phrases import key
from anyq.text import Span

_FAR = 14  # words from a cue to the place where it was uttered
_PREPOSITIONS = ("в", "во", "на", "через", "по", "из")


def networks_in(sentence: Sentence, words: Lexicon, lang: str) -> Iterator[tuple[str, Span]]:
    """Networks by their usual name that a sentence names as a place ("в своём Telegram-канале"), each once.

    A network without a name ("соцсети", "микроблог") counts where no named one stands in the sentence.
    """
    known = networks(lang)
    found: dict[str, Span] = {}
    bare: dict[str, Span] = {}
    for index, word in enumerate(sentence.words):
        lemma = key(word.lemma)
        name = known.get(lemma) or known.get(word.text.lower())
        if (word.pos not in ("NOUN", "PROPN", "X") and name is None) or not _is_place(sentence, index):
            continue
        if name is not None:
            found.setdefault(name, word.span)
        elif lemma == "соцсеть" and index + 1 < len(sentence.words) and sentence.words[index + 1].text in ("X", "Х"):
            found.setdefault("X", sentence.words[index + 1].span)
        elif lemma in words.brands:
            bare.setdefault("соцсети" if lemma == "соцсеть" else lemma, word.span)
    yield from (found or bare).items()


def _is_place(sentence: Sentence, index: int) -> bool:
    """True if a preposition of place stands before a noun, with at most four words between ("в своём …")."""
    for at in range(index - 1, max(-1, index - 6), -1):
        word = sentence.words[at]
        if word.lemma in _PREPOSITIONS:
            return True
        if word.pos in ("VERB", "AUX") or word.text in ".:;":
            return False
    return False


def channel_of(
    parse: Parse, cue: Cue, cues: Sequence[Cue], told: Sequence[Told], words: Lexicon, lang: str
) -> str | None:
    """Where the words of ``cue`` were uttered, as its sentence says: in a medium, else a network, else at a venue.

    Of several sayings in a sentence each has the places that stand nearest to it; ``cues`` are those of the text.
    """
    sentence = parse.sentences[cue.sentence]
    rivals = [c for c in cues if c.sentence == cue.sentence and _another(sentence, c, cue)]
    media = [(t.cited.source, t.cited.mention) for t in told if t.sentence == cue.sentence and t.spoken]
    nets = [(n, s) for n, s in networks_in(sentence, words, lang) if near(sentence, s, cue.span)]
    for places in (media, nets, list(_venues(sentence, cue, lang))):
        own = [(_apart(sentence, s, cue), name) for name, s in places if _nearest(sentence, s, cue, rivals)]
        if own:
            return min(own)[1]
    return None


def _another(sentence: Sentence, other: Cue, cue: Cue) -> bool:
    """True if another cue of the sentence may have another speaker: it names one, or the tree lost whom it has."""
    if other.kind == "link" or refers_back(sentence, other) or refers_back(sentence, cue):
        return False
    return other.source != cue.source and (bool(other.source) or other.kind == "verb")


def _nearest(sentence: Sentence, place: Span, cue: Cue, rivals: Sequence[Cue]) -> bool:
    own = _apart(sentence, place, cue)
    return all(own <= _apart(sentence, place, c) for c in rivals)


def _apart(sentence: Sentence, place: Span, cue: Cue) -> int:
    """Words between a place and a cue."""
    between = Span(min(place.end, cue.span.end), max(place.start, cue.span.start))
    return sum(between.holds(w.span) for w in sentence.words)


def near(sentence: Sentence, place: Span, cue: Span) -> bool:
    """True if a place and a cue stand within a few words of each other."""
    between = Span(min(place.end, cue.end), max(place.start, cue.start))
    return sum(between.holds(w.span) for w in sentence.words) <= _FAR


def _venues(sentence: Sentence, cue: Cue, lang: str) -> Iterator[tuple[str, Span]]:
    """«на брифинге», «в интервью»: the word itself, where nothing says whose."""
    places = citing_words(lang, "where", "venues") | citing_words(lang, "where", "talks") - {"ответ", "письмо"}
    for index, word in enumerate(sentence.words):
        if abs(index - cue.index) > _FAR or word.pos != "NOUN" or word.feats.get("Case") not in ("Loc", "Gen"):
            continue
        before = [sentence.words[c].lemma for c in sentence.children(index, "case")]
        if key(word.lemma) in places and any(p in ("в", "на", "во") for p in before):
            yield key(word.lemma), word.span
