"""Cues: the words of a sentence that say somebody said something, each with its source phrase."""

from functools import lru_cache

from anyq.extract.parse import Parse, Sentence, Word
from anyq.extract.quotes.cue import Cue, CueKind, with_source
from anyq.extract.quotes.idioms import appears, idiom_noun
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.phrases import key
from anyq.extract.quotes.segments import compares, opening
from anyq.extract.quotes.sourced import link_cue, noun_cue
from anyq.extract.quotes.subjects import (
    FIRST_PERSONS,
    can_speak,
    documents_of,
    issuer_of,
    next_nominative,
    previous_nominative,
    speaks,
    subject_of,
)
from anyq.extract.russian import analyzer

__all__ = ["Cue", "CueKind", "clause_cue", "cue_by_form", "find_cues", "is_cue_form"]


@lru_cache(maxsize=32768)
def is_cue_form(word: str, lexicon_words: frozenset[str]) -> bool:
    """Whether a word form can be a finite verb of saying, for the character stage that has no tags."""
    for reading in analyzer().parse(word.lower()):
        if reading.tag.POS in ("VERB", "PRTS", "GRND", "ADJS") and key(reading.normal_form) in lexicon_words:
            return True
    return False


def find_cues(parse: Parse, words: Lexicon) -> tuple[Cue, ...]:
    """Every cue of a text in order."""
    found: list[Cue] = []
    for number, sentence in enumerate(parse.sentences):
        for index, word in enumerate(sentence.words):
            cue = (
                noun_cue(sentence, number, index, word, words)
                or link_cue(sentence, number, index, word)
                or _verb_cue(sentence, number, index, word, words)
                or _participle(sentence, number, index, word, words)
                or _adjective(sentence, number, index, word, words)
                or _impersonal(sentence, number, index, word, words)
                or _unnamed(sentence, number, index, word, words)
            )
            if cue and not _reports_nothing(sentence, cue, words):
                found.append(cue)
    return tuple(found)


def _reports_nothing(sentence: Sentence, cue: Cue, words: Lexicon) -> bool:
    """«если X заявит», «чтобы X сказал», «так, как он описывает», «прославился тем, что предупредил»."""
    if cue.kind in ("noun", "link"):
        return False
    if cue.lemma in ("привести", "приводить") and _leads(sentence, cue.index):
        return True
    if any(sentence.words[i].lemma == "который" for i in cue.source if i != cue.source_head):
        return True  # «владелец которой»: whose is said elsewhere
    head = None if cue.source_head is None else key(sentence.words[cue.source_head].lemma)
    if head in words.grounds and cue.lemma in words.request | {"гарантировать", "допускать", "говорить", "указывать"}:
        return True  # a law demands and allows; it reports nothing
    at = opening(sentence, cue.index)
    if at is None:
        return False
    opener = sentence.words[at].lemma
    before = [w.text.lower() for w in sentence.words[max(0, at - 2) : at]]
    if opener == "что":
        return "тем" in before and cue.kind != "gerund"
    if opener == "как":
        return compares(sentence, at) and ("так" in before or sentence.words[at - 1].lemma == "такой")
    return opener in ("если", "чтобы", "коли", "дабы") and cue.kind != "gerund"


def _leads(sentence: Sentence, index: int) -> bool:
    """«привела к остановке», «привёл команду к победе»: no words of anybody are brought."""
    return any(
        sentence.words[c].lemma in ("к", "в", "на")
        for child in sentence.children(index, "obl", "nmod", "advmod")
        if child > index
        for c in sentence.children(child, "case")
        if sentence.words[c].lemma == "к" or sentence.words[child].feats.get("Case") == "Acc"
    )


def _verb_cue(sentence: Sentence, number: int, index: int, word: Word, words: Lexicon) -> Cue | None:
    lemma, form = key(word.lemma), word.feats.get("VerbForm")
    if word.pos != "VERB" or lemma in words.impersonal:
        return None
    if form not in ("Fin", "Conv") and not _begun(sentence, index, words):
        return None
    negated = any(sentence.words[c].lemma == "не" and c < index for c in sentence.children(index))
    if negated and lemma not in words.negated:
        return None
    if not negated and lemma in words.shows:
        return _finding(sentence, number, index, words)
    if not negated and lemma not in words.verbs and idiom_noun(sentence, index, words) is None:
        return None
    feats = word.feats
    if (
        feats.get("Tense") == "Fut"
        or feats.get("Person") in ("1", "2")
        or feats.get("Mood") in ("Imp", "Cnd")
        or feats.get("Voice") == "Pass"
    ):
        return None
    if any(sentence.words[c].lemma in ("бы", "если") for c in sentence.children(index)):
        return None
    subject = subject_of(sentence, index, words)
    if subject is not None and sentence.words[subject].lemma in FIRST_PERSONS:
        return None
    kind: CueKind = "gerund" if form == "Conv" else "verb"
    return with_source(sentence, number, index, kind, subject)


def _begun(sentence: Sentence, index: int, words: Lexicon) -> bool:
    """«успел заявить», «поспешила опровергнуть»: an infinitive that was said all the same."""
    word = sentence.words[index]
    if word.feats.get("VerbForm") != "Inf" or word.rel != "xcomp" or word.head < 0:
        return False
    above = sentence.words[word.head]
    past = above.feats.get("VerbForm") == "Fin" and above.feats.get("Tense") == "Past"
    denied = any(sentence.words[c].lemma == "не" for c in sentence.children(word.head))
    return past and not denied and key(above.lemma) in words.phases and key(word.lemma) in words.reporting


def _unnamed(sentence: Sentence, number: int, index: int, word: Word, words: Lexicon) -> Cue | None:
    """«стало известно, что», «появилось сообщение, что»."""
    if word.pos not in ("VERB", "AUX") or not appears(sentence, index, words):
        return None
    return with_source(sentence, number, index, "unnamed", None)


def _finding(sentence: Sentence, number: int, index: int, words: Lexicon) -> Cue | None:
    """«исследование показало», «данные свидетельствуют»: a study speaks; a person who shows something does not."""
    subject = next((c for c in sentence.children(index, "nsubj") if can_speak(sentence.words[c])), None)
    if subject is not None and key(sentence.words[subject].lemma) in words.findings:
        return with_source(sentence, number, index, "verb", subject)
    if key(sentence.words[index].lemma) not in words.saying | words.frame:
        return None
    who = subject_of(sentence, index, words)
    if who is not None and sentence.words[who].lemma in FIRST_PERSONS:
        return None
    kind: CueKind = "gerund" if sentence.words[index].feats.get("VerbForm") == "Conv" else "verb"
    return with_source(sentence, number, index, kind, who)


def _adjective(sentence: Sentence, number: int, index: int, word: Word, words: Lexicon) -> Cue | None:
    if (word.feats.get("Variant") != "Short" and word.feats.get("Degree") != "Pos") or key(
        word.lemma
    ) not in words.adjectives:
        return None
    if word.feats.get("Case") or any(sentence.words[c].lemma == "не" for c in sentence.children(index)):
        return None
    subject = next((c for c in sentence.children(index, "nsubj") if can_speak(sentence.words[c])), None)
    if subject is None:
        subject = next_nominative(sentence, index)
    if subject is None:
        subject = previous_nominative(sentence, index)
    if subject is None or sentence.words[subject].lemma in FIRST_PERSONS:
        return None
    return with_source(sentence, number, index, "adjective", subject)


def _participle(sentence: Sentence, number: int, index: int, word: Word, words: Lexicon) -> Cue | None:
    """«… Петрова, заявившего, что …»: the noun it hangs from speaks."""
    if word.feats.get("VerbForm") != "Part" or word.feats.get("Voice") != "Act" or word.feats.get("Tense") != "Past":
        return None
    if key(word.lemma) not in words.statement or word.rel not in ("acl", "amod", "acl:relcl"):
        return None
    if word.head < 0 or word.head > index or not speaks(sentence.words[word.head]):
        return None
    return with_source(sentence, number, index, "gerund", word.head)


def _impersonal(sentence: Sentence, number: int, index: int, word: Word, words: Lexicon) -> Cue | None:
    """«отмечается, что», «говорится в сообщении X», «указано»."""
    lemma = key(word.lemma)
    short = word.feats.get("Variant") == "Short" and word.feats.get("Gender") == "Neut"
    if not (lemma in words.impersonal and word.pos == "VERB") and not (short and lemma in words.participles):
        return None
    if any(
        can_speak(sentence.words[c]) and sentence.words[c].lemma != "который"
        for c in sentence.children(index, "nsubj", "nsubj:pass")
    ):
        return None
    place = next(iter(documents_of(sentence, index, words)), None)
    if place is None and word.feats.get("Tense") == "Past" and lemma in words.impersonal:
        return None  # "ранее сообщалось": somebody's earlier news, not of whom the text relays
    if place is None and lemma == "сообщаться" and index and sentence.words[index - 1].lemma == "как":
        return with_source(sentence, number, index, "unnamed", None)
    if place is None:
        place = issuer_of(sentence, index, words)
    return with_source(sentence, number, index, "impersonal", place)


def cue_by_form(sentence: Sentence, number: int, first: int, words: Lexicon) -> Cue | None:
    """The verb right after a quotation and a dash, or before its colon, whatever verb it is: the form says "said"."""
    for index in range(first, min(first + 3, len(sentence.words))):
        word = sentence.words[index]
        short = word.feats.get("Variant") == "Short" and word.feats.get("Gender") == "Neut"
        if word.feats.get("Variant") == "Short" and not short:  # ", – возмущена она"
            who = next_nominative(sentence, index)
            told = who is not None and speaks(sentence.words[who])
            return with_source(sentence, number, index, "adjective", who) if told else None
        if word.pos != "VERB" or not (word.feats.get("VerbForm") == "Fin" or short):
            if word.pos in ("NOUN", "PROPN", "ADJ", "NUM") and word.feats.get("Case") != "Ins":
                return None
            continue
        if word.feats.get("Person") in ("1", "2") or word.feats.get("Tense") == "Fut":
            return None
        if short:
            place = next(iter(documents_of(sentence, index, words)), None)
            return with_source(sentence, number, index, "impersonal", place) if place is not None else None
        subject = subject_of(sentence, index, words)
        if subject is None or not speaks(sentence.words[subject]):
            return None
        return with_source(sentence, number, index, "verb", subject)
    return None


def clause_cue(sentence: Sentence, number: int, index: int, words: Lexicon) -> Cue | None:
    """A finite verb of any meaning with a subject that can speak: the colon at the end of its clause says "said"."""
    word = sentence.words[index]
    if word.pos != "VERB" or word.feats.get("VerbForm") != "Fin" or word.feats.get("Person") in ("1", "2"):
        return None
    subject = subject_of(sentence, index, words)
    if subject is None:
        return None
    speaker = sentence.words[subject]
    if not speaks(speaker) and key(speaker.lemma) not in words.bodies | words.media | words.groups:
        return None
    return with_source(sentence, number, index, "verb", subject)
