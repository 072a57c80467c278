"""Idioms of saying: «прийти к выводу, что», «выступить с призывом», «появилась информация, что»."""

from anyq.extract.parse import Sentence
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.phrases import key

# what follows a noun of thinking after a preposition: "выразил надежду на мир"
_AFTER = {
    **dict.fromkeys(("надежда", "готовность", "расчет"), ("на", "к")),
    **dict.fromkeys(("уверенность", "сомнение", "убеждение", "обвинение"), ("в", "во")),
    **dict.fromkeys(("согласие", "несогласие"), ("с", "со")),
    **dict.fromkeys(("протест", "возражение"), ("против",)),
}
_REACH = 7  # words between the verb and its noun: "обратила в своём ответе также внимание"


def idiom_noun(sentence: Sentence, index: int, lexicon: Lexicon) -> int | None:
    """The noun that makes a verb of deed at word ``index`` one of saying, if what follows it is said."""
    lemma = key(sentence.words[index].lemma)
    if sentence.words[index].text.lower() == "пришли":
        lemma = "прийти"  # the dictionary takes it for "send!"
    nouns = _nouns(lemma, lexicon)
    if not nouns:
        return None
    words = sentence.words
    order = (*range(index + 1, min(len(words), index + _REACH)), *range(index - 1, max(-1, index - _REACH), -1))
    for at in order:
        if words[at].pos in ("NOUN", "VERB", "ADV") and key(words[at].lemma) in nouns and words[at].rel != "nsubj":
            above = words[at].head  # "направило ноту с требованием": the noun may hang from the object
            own = (
                above == index
                or (above >= 0 and words[above].head == index)
                or key(words[at].lemma) not in lexicon.speech_nouns
            )
            return at if own and _between(sentence, index, at) else None
    return None


def _nouns(lemma: str, lexicon: Lexicon) -> frozenset[str]:
    fixed = frozenset(pair.split(":")[1] for pair in lexicon.idioms if pair.split(":")[0] == lemma)
    return fixed | (lexicon.speech_nouns if lemma in lexicon.support else frozenset())


def _between(sentence: Sentence, one: int, other: int) -> bool:
    """No other predicate and no comma stands between the verb and its noun."""
    first, last = min(one, other), max(one, other)
    return not any(
        w.text in (",", ":", ";") or w.feats.get("VerbForm") == "Fin" for w in sentence.words[first + 1 : last]
    )


def appears(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """«появилась информация, что», «прошёл слух, будто», «стало известно, что»: said by nobody who is named."""
    words = sentence.words
    word = words[index]
    if word.feats.get("VerbForm") != "Fin" or word.feats.get("Tense") == "Fut":
        return False
    if any(words[c].lemma == "не" for c in sentence.children(index)):
        return False
    near = range(max(0, index - 5), min(len(words), index + 6))
    if word.lemma in ("стать", "становиться", "быть", "оказаться"):
        return any(words[i].text.lower() in ("известно", "известным") for i in near)
    if key(word.lemma) not in lexicon.appearing:
        return False
    subject = next((i for i in near if words[i].rel == "nsubj" and key(words[i].lemma) in lexicon.speech_nouns), None)
    return subject is not None and any(w.lemma in ("что", "будто", "якобы") for w in words[index + 1 : index + 10])


def told_by_idiom(sentence: Sentence, noun: int) -> int | None:
    """First word of what follows «с призывом …», «заявление о …»: an infinitive, «о …», or a noun in the genitive."""
    words = sentence.words
    if noun + 3 < len(words) and words[noun + 1].text == ":" and words[noun + 2].text not in '«"„':
        return noun + 2
    for at in range(noun + 1, min(len(words), noun + 9)):
        if words[at].feats.get("VerbForm") == "Inf":
            return at - 1 if words[at - 1].lemma == "не" else at
        if words[at].lemma in ("о", "об", "обо") and words[at].pos == "ADP":
            return at
        if words[at].text in (",", ":", ";", "—") or words[at].feats.get("VerbForm") == "Fin":
            break
    if noun + 1 < len(words) and words[noun + 1].lemma in _AFTER.get(key(words[noun].lemma), ()):
        return noun + 1 if words[noun + 1].head > noun + 1 else None
    if words[noun].lemma not in ("требование", "просьба", "необходимость"):
        return None
    owner = next((c for c in sentence.children(noun, "nmod") if c > noun and words[c].feats.get("Case") == "Gen"), None)
    if owner is None or words[owner].feats.get("Animacy") != "Inan":
        return None
    return min(sentence.subtree(owner))
