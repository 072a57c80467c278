"""Where a thing was uttered: a network, a programme, an interview, a press conference."""

from collections.abc import Iterator, Sequence

from anyq.extract.parse import Parse, Sentence
from anyq.extract.quotes.citing import Told
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


def channel_of(parse: Parse, cue: Cue, told: Sequence[Told], words: Lexicon, lang: str) -> str | None:
    """Where the words of ``cue`` were uttered, as its sentence says: in a medium, else a network, else at a venue."""
    sentence = parse.sentences[cue.sentence]
    for t in told:
        if t.sentence == cue.sentence and t.spoken:
            return t.cited.source
    for name, span in networks_in(sentence, words, lang):
        if near(sentence, span, cue.span):
            return name
    return _venue(sentence, cue, lang)


def near(sentence: Sentence, place: Span, cue: Span) -> bool:
    """True if a place and a cue stand within a few words of each other."""
    between = Span(min(place.end, cue.end), max(place.start, cue.start))
    return sum(between.holds(w.span) for w in sentence.words) <= _FAR


def _venue(sentence: Sentence, cue: Cue, lang: str) -> str | None:
    """«на брифинге», «в интервью»: the word itself, where nothing says whose."""
    places = citing_words(lang, "where", "venues") | citing_words(lang, "where", "talks") - {"ответ", "письмо"}
    for index, word in enumerate(sentence.words):
        if abs(index - cue.index) > _FAR or word.pos != "NOUN" or word.feats.get("Case") not in ("Loc", "Gen"):
            continue
        before = [sentence.words[c].lemma for c in sentence.children(index, "case")]
        if key(word.lemma) in places and any(p in ("в", "на", "во") for p in before):
            return key(word.lemma)
    return None
