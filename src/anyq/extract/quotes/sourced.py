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
    start = index - 1
    if key(word.lemma) == "согласно":
        head = next(
            (
                i
                for i in range(index + 1, min(index + 5, len(sentence.words)))
                if sentence.words[i].pos in ("NOUN", "PROPN", "X")
            ),
            None,
        )
        if head is None:
            return None
        return _noun(sentence, number, index, index, head, lemma)
    if (
        (before == "по" and lemma in words.po_nouns)
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
        owners = [c for c in range(index + 1, min(index + 4, len(sentence.words))) if _owns(sentence.words[c])][:1]
    if not owners:
        return _determined(sentence, number, index, word, words)
    return _noun(sentence, number, index, start, owners[0], lemma)


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
