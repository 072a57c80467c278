"""Cues with a preposition: «по словам X», «согласно X», «с точки зрения X», «со ссылкой на X»."""

from anyq.extract.parse import Sentence, Word
from anyq.extract.quotes.cue import Cue
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.phrases import key, phrase
from anyq.text import Span


def noun_cue(sentence: Sentence, number: int, index: int, word: Word, words: Lexicon) -> Cue | None:
    """«по словам X», «со слов X», «на взгляд X», «с точки зрения X», «согласно X»."""
    if word.pos not in ("NOUN", "ADP", "ADV") or (index == 0 and key(word.lemma) != "согласно"):
        return None
    before = sentence.words[index - 1].lemma if index else ""
    lemma = key(word.lemma)
    start = _preposition(sentence, index, words)
    if key(word.lemma) == "согласно":
        head = next(
            (
                i
                for i in range(index + 1, min(index + 5, len(sentence.words)))
                if sentence.words[i].pos in ("NOUN", "PROPN", "X")
            ),
            None,
        )
        if head is None or key(sentence.words[head].lemma) in words.grounds:
            return None
        return _noun(sentence, number, index, index, head, lemma)
    if (
        (lemma in words.po_nouns and (before == "по" or start != index - 1))
        or (before in ("с", "со") and lemma == "слово" and word.feats.get("Case") == "Gen")
        or (before == "на" and lemma == "взгляд")
    ):
        pass
    elif lemma == "зрение" and index >= 2 and sentence.words[index - 1].lemma == "точка":
        start = index - 2
        if not any(_may_hold_views(sentence.words[c]) for c in sentence.children(index, "nmod")):
            return None
    else:
        return _determined(sentence, number, index, word, words)
    owners = [
        c
        for c in sentence.children(index, "nmod", "det", "amod", "appos", "flat")
        if c > index and _owns(sentence.words[c])
    ]
    if not owners:
        owners = _owner_near(sentence, index)
    if not owners:
        return _determined(sentence, number, index, word, words) or _hedged(sentence, number, index, words)
    return _noun(sentence, number, index, start, owners[0], lemma)


def _preposition(sentence: Sentence, index: int, words: Lexicon) -> int:
    """Index of the preposition: of «по» before «последним данным» too, else of the word before."""
    at = index - 1
    while at > 0 and key(sentence.words[at].lemma) in words.hedges:
        at -= 1
    return at if at >= 0 and sentence.words[at].lemma == "по" else index - 1


def _owner_near(sentence: Sentence, index: int) -> list[int]:
    """The owner where the tree lost it; behind a stray comma too: «По словам, 26-летнего X, …»."""
    words = sentence.words
    first = index + 1
    if first + 1 < len(words) and words[first].text == ",":
        if (
            words[index].lemma != "слово"
            or words[first + 1].feats.get("Case") not in ("Gen", "Acc")
            or words[first + 1].pos
            not in (
                "ADJ",
                "NOUN",
                "PROPN",
            )
        ):
            return []
        nouns = ("NOUN", "PROPN")
        return [c for c in range(first + 1, min(first + 4, len(words))) if words[c].pos in nouns][:1]
    return [c for c in range(first, min(first + 3, len(words))) if _owns(words[c])][:1]


def _hedged(sentence: Sentence, number: int, index: int, words: Lexicon) -> Cue | None:
    """«по предварительным данным», «по сообщениям,»: reports of nobody who is named."""
    start = _preposition(sentence, index, words)
    all_of_it = start == index - 1
    closed = index + 1 < len(sentence.words) and sentence.words[index + 1].text == ","
    lemma = key(sentence.words[index].lemma)
    if sentence.words[start].lemma != "по" or (all_of_it and not closed) or lemma not in words.po_nouns:
        return None
    if lemma == "версия" or (all_of_it and lemma not in ("сообщение", "данные", "данный", "сведение", "слух")):
        return None
    span = Span(sentence.words[start].span.start, sentence.words[index].span.end)
    return Cue(number, index, "noun", span, lemma, (), None, start, index)


def _may_hold_views(word: Word) -> bool:
    return word.pos in ("PROPN", "X") or word.feats.get("Animacy") == "Anim"


def _owns(word: Word) -> bool:
    return (word.pos in ("NOUN", "PROPN", "X", "PRON") and word.feats.get("Case", "Gen") == "Gen") or word.lemma in (
        "его",
        "ее",
        "её",
        "их",
    )


def _determined(sentence: Sentence, number: int, index: int, word: Word, words: Lexicon) -> Cue | None:
    """«по его словам»: the owner stands between."""
    if index < 2 or key(word.lemma) not in words.po_nouns | {"слово", "взгляд"}:
        return None
    between = sentence.words[index - 1]
    if sentence.words[index - 2].lemma not in ("по", "с", "со", "на") or between.text.lower() not in (
        "его",
        "ее",
        "её",
        "их",
    ):
        return None
    return _noun(sentence, number, index, index - 2, index - 1, key(word.lemma))


def _noun(sentence: Sentence, number: int, index: int, start: int, head: int, lemma: str) -> Cue:
    source = phrase(sentence, head) if sentence.words[head].pos != "DET" else [head]
    source = [i for i in source if i != index and i >= start]
    span = Span(sentence.words[start].span.start, sentence.words[index].span.end)
    return Cue(number, index, "noun", span, lemma, tuple(source), head, start, max([index, *source]))


def link_cue(sentence: Sentence, number: int, index: int, word: Word) -> Cue | None:
    """«со ссылкой на X», «ссылаясь на X»: the deeper source of whatever is said beside it."""
    gerund = key(word.lemma) in ("ссылаться", "сослаться") and word.feats.get("VerbForm") == "Conv"
    noun = word.lemma == "ссылка" and index and sentence.words[index - 1].lemma in ("с", "со")
    if not gerund and not noun:
        return None
    after = index + 1
    if after >= len(sentence.words) or sentence.words[after].lemma != "на":
        return None
    head = next(
        (c for c in sentence.children(index) if c > after and sentence.words[c].pos in ("NOUN", "PROPN", "X")), None
    )
    if head is None:
        for at in range(after + 1, min(after + 6, len(sentence.words))):
            if sentence.words[at].pos in ("NOUN", "PROPN", "X"):
                head = at
                break
    if head is None:
        return None
    start = index if gerund else index - 1
    source = [i for i in phrase(sentence, head) if i > after]
    span = Span(sentence.words[start].span.start, sentence.words[after].span.end)
    return Cue(number, index, "link", span, "ссылка", tuple(source), head, start, max([after, *source]))
