"""Clauses of a sentence by their commas: which word makes the clause of a cue a subordinate one."""

from anyq.extract.parse import Sentence, Word
from anyq.extract.quotes.phrases import key

_OPENERS = frozenset(
    {
        "который", "где", "куда", "откуда", "когда", "если", "хотя", "пока", "чтобы", "что", "поскольку", "ибо",
        "как", "чей", "кто", "едва", "раз", "хоть", "словно", "будто", "почему", "зачем", "дабы", "покуда", "коли",
        "якобы", "насколько", "сколько", "каковой",
    }
)  # fmt: skip
# «после того, как», «так, как», «с тех пор, как»: a «как» behind one of these reports nothing
_BEFORE_AS = frozenset({"то", "тот", "так", "такой", "пора", "мера", "время", "прежде", "подобно", "тогда", "таков"})
_JOINING = frozenset({"и", "а", "но", "да", "или", "либо", "однако", "зато", "«", '"', "(", "ведь", "даже", "лишь"})
# nouns of compound prepositions: «за исключением X, который», «со стороны X, который»
_COMPOUND = frozenset(
    {"исключение", "сторона", "адрес", "поддержка", "отношение", "участие", "помощь", "счет", "имя", "лицо", "случай"}
)
_HARD = frozenset({";", ":", "—", "–", "-", "("})


def is_finite(word: Word) -> bool:
    """A predicate: a finite verb, a short form, or a word like «нет» that stands for one."""
    if word.pos in ("VERB", "AUX"):
        return word.feats.get("VerbForm") in ("Fin", None) or word.feats.get("Variant") == "Short"
    return word.feats.get("Variant") == "Short" or word.lemma in ("нет", "можно", "нельзя", "надо", "нужно")


def segment_start(sentence: Sentence, end: int) -> int:
    """Index of the first word after the comma (or the like) that stands last before word ``end``."""
    words = sentence.words
    start = end
    while start > 0 and words[start - 1].text != "," and words[start - 1].text not in _HARD:
        start -= 1
    return start


def subordinator(sentence: Sentence, start: int, end: int) -> int | None:
    """The word among ``start``..``end`` that opens a subordinate clause there: «который», «если», «как»."""
    words = sentence.words
    at = start
    while at < end and words[at].lemma in _JOINING:
        at += 1
    if at >= end:
        return None
    if words[at].pos == "ADP" and at + 1 < end and words[at + 1].lemma in ("который", "что", "кто", "чей"):
        return at + 1
    if key(words[at].lemma) in _OPENERS and not (words[at].lemma == "что" and words[at].pos == "PRON"):
        return at
    if at + 1 < end and words[at + 1].lemma == "который" and words[at].pos in ("NOUN", "PRON"):
        return at + 1  # «фирма, владелец которой …»
    for later in range(at + 1, min(end, at + 5)):  # «после того как», «в то время как», «потому что»
        if words[later].lemma in ("как", "что", "чем") and words[later - 1].lemma in (*_BEFORE_AS, "потому"):
            return later
    return None


def opening(sentence: Sentence, index: int, *, own: bool = False) -> int | None:
    """The word that opens the subordinate clause in which word ``index`` stands; None in a main clause.

    Closed clauses between («X, который вернулся, сообщил») are jumped over; with ``own`` only the
    words after the last comma are looked at.
    """
    end = index
    while end > 0:
        start = segment_start(sentence, end)
        found = subordinator(sentence, start, end)
        finite = any(is_finite(w) for w in sentence.words[start:end])
        if found is not None and (end == index or not finite):
            return found
        if own or start == 0 or sentence.words[start - 1].text in _HARD or (finite and found is None and end != index):
            return None
        end = start - 1
    return None


def compares(sentence: Sentence, at: int) -> bool:
    """True for the «как» of «после того, как», «так, как» or «такие …, как»."""
    words = sentence.words
    before = at - 1
    while before >= 0 and words[before].text == ",":
        before -= 1
    near = {key(w.lemma) for w in words[max(0, before - 2) : before + 1]}
    return before >= 0 and (key(words[before].lemma) in _BEFORE_AS or "такой" in near)


def relative_end(sentence: Sentence, opener: int) -> int:
    """Index after the last word of the relative clause that the word ``opener`` opens."""
    words = sentence.words
    told = False
    for at in range(opener + 1, len(words)):
        told = told or is_finite(words[at])
        if not told or words[at].text != "," or subordinator(sentence, at + 1, len(words)) is not None:
            continue
        end = next((i for i in range(at + 1, len(words)) if words[i].text in (",", ";", "(")), len(words))
        if any(map(is_finite, words[at + 1 : end])):  # else it goes on: "стоит дом, сад и гараж"
            return at
    return len(words)


def relative_head(sentence: Sentence, pronoun: int) -> int:
    """The noun that «который» at word ``pronoun`` stands for; ``pronoun`` itself if none agrees with it."""
    words = sentence.words
    verb = words[pronoun].head
    above = words[verb].head if verb >= 0 and words[verb].rel == "acl:relcl" else -1
    joined = 2 < above < pronoun and words[above].rel == "conj" and words[above - 1].lemma == "и"
    if joined and words[pronoun].feats.get("Number") == "Plur" and words[above].head == above - 2:
        return above - 2  # «ветеранов и болельщиков, которые»
    if 0 <= above < pronoun and words[above].lemma not in _COMPOUND and _agrees(sentence, above, pronoun):
        return above
    before = segment_start(sentence, pronoun) - 2
    for at in range(before, max(-1, before - 10), -1):
        if words[at].text == "," or words[at].feats.get("VerbForm") == "Fin":
            break
        noun = words[at].pos in ("NOUN", "PROPN") and words[at].lemma not in _COMPOUND
        if noun and _agrees(sentence, at, pronoun):
            return at
    return pronoun


def _agrees(sentence: Sentence, noun: int, pronoun: int) -> bool:
    """The same number, and in the singular the same gender; joined nouns make a plural."""
    one, other = sentence.words[noun].feats, sentence.words[pronoun].feats
    if other.get("Number") == "Plur":
        joined = sentence.words[noun].rel == "conj" or any(True for _ in sentence.children(noun, "conj"))
        return one.get("Number") == "Plur" or joined
    return one.get("Number") != "Plur" and other.get("Gender") in (None, one.get("Gender"))
