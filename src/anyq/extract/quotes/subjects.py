"""Which word of a sentence names who speaks: the subject of a verb of saying, or what stands for it."""

from collections.abc import Iterator

from anyq.extract.parse import Sentence, Word
from anyq.extract.quotes.cue import OPEN_MARKS, title_at
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.phrases import key
from anyq.extract.quotes.segments import opening, segment_start

_MOST_HOPS = 12
FIRST_PERSONS = frozenset({"я", "мы", "ты", "вы"})


def subject_of(sentence: Sentence, index: int, lexicon: Lexicon, hops: int = 0) -> int | None:
    """The word that says who: the verb's subject, that of the verb it is joined to, or «в пресс-службе»."""
    words = sentence.words
    verb = words[index]
    here = [
        c
        for c in sentence.children(index, "nsubj", "nsubj:pass")
        if can_speak(words[c]) and c < _clause_after(sentence, index) and not _accused(sentence, verb, c)
    ]
    if here and verb.feats.get("Number") == "Plur" and not any(speaks(words[c]) for c in here):
        place = place_of(sentence, index, lexicon)  # "В МВД сообщили новые данные": the data say nothing
        if place is not None:
            return place
    if here:
        return min(here, key=lambda c: (_in_marks(sentence, c), not _nominative(words[c]), abs(c - index)))
    if verb.feats.get("Number") == "Plur" or verb.feats.get("VerbForm") == "Conv":
        place = place_of(sentence, index, lexicon)
        if place is not None and verb.feats.get("VerbForm") != "Conv":
            return place
    if verb.rel in ("conj", "advcl", "xcomp", "parataxis") and verb.head >= 0 and verb.head != index:
        above = words[verb.head]
        # the tagger's heads may run in a circle
        if above.pos == "VERB" and verb.rel != "parataxis" and hops < _MOST_HOPS:
            return subject_of(sentence, verb.head, lexicon, hops + 1)
    words = sentence.words
    one = verb.feats.get("VerbForm") == "Fin" and verb.feats.get("Number") != "Plur"
    if index + 2 < len(words) and one and words[index + 1].text in OPEN_MARKS and title_at(sentence, index + 2):
        return index + 2  # «передаёт «Дала Жаршысы»»
    after = next_nominative(sentence, index)
    return after if after is not None else previous_nominative(sentence, index)


def _clause_after(sentence: Sentence, index: int) -> int:
    """Index of the «, что» after a verb: who speaks never stands behind it."""
    words = sentence.words
    for at in range(index + 1, len(words) - 1):
        if words[at].text == "," and words[at + 1].lemma in ("что", "чтобы", "будто"):
            return at
    return len(words)


def _accused(sentence: Sentence, verb: Word, index: int) -> bool:
    """«Петрова обвиняют»: one person in the accusative is no subject of a plural verb."""
    subject = sentence.words[index]
    joined = any(True for _ in sentence.children(index, "conj"))
    if joined or not subject.text.lower().endswith(("а", "я", "у", "ю", "ого", "его")):
        return False  # the tagger takes many a nominative for a genitive
    one = subject.feats.get("Number") == "Sing" and subject.feats.get("Animacy") == "Anim"
    return verb.feats.get("Number") == "Plur" and one and subject.feats.get("Case") in ("Acc", "Gen")


def previous_nominative(sentence: Sentence, index: int) -> int | None:
    """The person in the nominative before a verb that agrees with it, where the tree lost the subject."""
    verb = sentence.words[index]
    for at in range(index - 1, max(-1, index - 9), -1):
        word = sentence.words[at]
        if word.pos in ("VERB", "AUX") or word.text in (":", ";", "«", "»", '"', "—", "–"):
            return None
        nominative = word.feats.get("Case") == "Nom" and word.feats.get("Animacy") == "Anim"
        if (
            nominative
            and word.pos in ("NOUN", "PROPN")
            and word.feats.get("Number") == verb.feats.get("Number", "Sing")
        ):
            while word.rel in ("appos", "flat", "flat:name") and 0 <= word.head < at:
                at = word.head
                word = sentence.words[at]
            return at
    return None


def next_nominative(sentence: Sentence, index: int) -> int | None:
    """The first nominative after a verb that agrees with it: for where the tree lost the subject."""
    verb = sentence.words[index]
    if verb.feats.get("VerbForm") == "Conv":
        return None
    for at in range(index + 1, min(index + 8, len(sentence.words))):
        word = sentence.words[at]
        participle = word.feats.get("VerbForm") == "Part" and word.feats.get("Case") == "Nom"  # "управляющая фондом"
        if (word.pos == "VERB" and not participle) or word.text in (",", ":", ";", "—", "–", "-", "«", '"'):
            return None
        agrees = word.feats.get("Number", "Sing") == verb.feats.get("Number", "Sing")
        if agrees and word.pos in ("NOUN", "PROPN", "PRON") and word.feats.get("Case") == "Nom":
            return at if can_speak(word) else None
    return None


def can_speak(word: Word) -> bool:
    """Whether a subject may be one who speaks, as far as its part of speech tells."""
    return word.pos in ("NOUN", "PROPN", "PRON", "X", "ADJ", "NUM", "DET", "SYM") and word.lemma not in (
        "что",
        "это",
        "все",
    )


def speaks(word: Word) -> bool:
    """Whether a word names somebody for certain: a name, a pronoun, a living being."""
    return word.pos in ("PROPN", "PRON") or word.feats.get("Animacy") == "Anim"


def _in_marks(sentence: Sentence, index: int) -> bool:
    return index > 0 and sentence.words[index - 1].text in ("«", '"', "„", "“")


def _nominative(word: Word) -> bool:
    """A subject that can be nothing else: a common noun or name in the nominative, not a title in marks."""
    return word.feats.get("Case") == "Nom" and (word.pos == "PRON" or word.feats.get("Animacy") == "Anim")


def place_of(sentence: Sentence, index: int, lexicon: Lexicon) -> int | None:
    """«пояснили в пресс-службе»: the body in which something is said stands for the one that says it."""
    words = sentence.words
    for child in sorted(sentence.children(index, "obl", "nmod")):
        word = words[child]
        preps = [words[c].lemma for c in sentence.children(child, "case")]
        if word.feats.get("Case") not in ("Loc", None) or not any(p in ("в", "во", "на") for p in preps):
            continue
        if word.feats.get("Animacy") == "Anim" or abs(child - index) >= 12:
            continue
        if word.pos in ("PROPN", "X") or key(word.lemma) in lexicon.bodies | lexicon.media - lexicon.channels:
            return child
    return _place_after(sentence, index, lexicon)


def _place_after(sentence: Sentence, index: int, lexicon: Lexicon) -> int | None:
    """«сообщили «Вестнику» в управляющей компании»: the body behind whom it told, where the tree lost it."""
    words = sentence.words
    for at in range(index + 1, min(len(words), index + 8)):
        if words[at].text == "," or words[at].feats.get("VerbForm") == "Fin":
            return None
        head = words[at].head
        if words[at].lemma in ("в", "во") and head > at and words[head].head < 0:
            body = words[head].feats.get("Case") == "Loc" and key(words[head].lemma) in lexicon.bodies
            return head if body else None
    return None


def documents_of(sentence: Sentence, index: int, lexicon: Lexicon) -> Iterator[int]:
    """«в сообщении X», «из письма X», «на сайте X» beside an impersonal cue."""
    words = sentence.words
    for child in (*sentence.children(index, "obl", "nmod"), *range(index + 2, min(index + 3, len(words)))):
        word = words[child]
        preps = [words[c].lemma for c in sentence.children(child, "case")]
        if word.feats.get("Case") not in ("Loc", "Gen", None) or not any(p in ("в", "во", "на", "из") for p in preps):
            continue
        known = key(word.lemma) in lexicon.documents | lexicon.bodies | lexicon.media | lexicon.social
        if word.pos in ("PROPN", "X") or (word.pos == "NOUN" and known):
            yield child


def issuer_of(sentence: Sentence, index: int, lexicon: Lexicon) -> int | None:
    """«X распространил заявление, в котором говорится, что»: X, the subject that put out the document."""
    words = sentence.words
    at = opening(sentence, index, own=True)
    if at is None or words[at].lemma != "который" or words[at].feats.get("Case") == "Nom":
        return None
    before = segment_start(sentence, at) - 2
    for document in range(before, max(-1, before - 8), -1):
        if key(words[document].lemma) in lexicon.documents and words[document].pos == "NOUN":
            verb = words[document].head
            if verb >= 0 and words[verb].pos == "VERB" and words[document].rel in ("obj", "obl"):
                return subject_of(sentence, verb, lexicon)
            return None
    return None
