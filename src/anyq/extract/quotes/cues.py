"""Cues: the words of a sentence that say somebody said something, each with its source phrase."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from anyq.extract.parse import Parse, Sentence, Word
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.phrases import key, phrase
from anyq.extract.russian import analyzer
from anyq.text import Span

CueKind = Literal["verb", "gerund", "adjective", "impersonal", "noun", "link", "name"]

_MOST_HOPS = 12
_FIRST_PERSONS = frozenset({"я", "мы", "ты", "вы"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at word ``index`` of sentence number ``sentence``.

    ``kind``: a finite verb or gerund, a short adjective (уверен), an impersonal form (отмечается), a noun
    after «по» (по словам), a link (со ссылкой на) or a bare name before a colon. ``source`` are the words of the
    phrase that names who speaks, ``source_head`` its head; ``document`` the words of "в сообщении X" if
    the cue names one. ``first``..``last`` are the words of the cue with its source.
    """

    sentence: int
    index: int
    kind: CueKind
    span: Span
    lemma: str
    source: tuple[int, ...]
    source_head: int | None
    first: int
    last: int


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
                _noun_cue(sentence, number, index, word, words)
                or _link(sentence, number, index, word)
                or _verb_cue(sentence, number, index, word, words)
                or _participle(sentence, number, index, word, words)
                or _adjective(sentence, number, index, word, words)
                or _impersonal(sentence, number, index, word, words)
            )
            if cue:
                found.append(cue)
    return tuple(found)


def _verb_cue(sentence: Sentence, number: int, index: int, word: Word, words: Lexicon) -> Cue | None:
    lemma, form = key(word.lemma), word.feats.get("VerbForm")
    if word.pos != "VERB" or form not in ("Fin", "Conv"):
        return None
    negated = any(sentence.words[c].lemma == "не" and c < index for c in sentence.children(index))
    if negated and lemma not in words.negated:
        return None
    if not negated and lemma in words.shows:
        return _finding(sentence, number, index, words)
    if (
        not negated
        and lemma not in words.learns | words.saying | words.request | words.frame | words.naming | words.objects
    ):
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
    subject = _subject(sentence, index, words)
    if subject is not None and sentence.words[subject].lemma in _FIRST_PERSONS:
        return None
    kind: CueKind = "gerund" if form == "Conv" else "verb"
    return _with_source(sentence, number, index, kind, subject)


def _finding(sentence: Sentence, number: int, index: int, words: Lexicon) -> Cue | None:
    """«исследование показало», «данные свидетельствуют»: a study speaks; a person who shows something does not."""
    subject = next((c for c in sentence.children(index, "nsubj") if _can_speak(sentence.words[c])), None)
    if subject is not None and key(sentence.words[subject].lemma) in words.findings:
        return _with_source(sentence, number, index, "verb", subject)
    if key(sentence.words[index].lemma) not in words.saying | words.frame:
        return None
    who = _subject(sentence, index, words)
    if who is not None and sentence.words[who].lemma in _FIRST_PERSONS:
        return None
    return _with_source(sentence, number, index, "verb", who)


def _subject(sentence: Sentence, index: int, lexicon: Lexicon, hops: int = 0) -> int | None:
    """The word that says who: the verb's subject, that of the verb it is joined to, or «в пресс-службе»."""
    words = sentence.words
    verb = words[index]
    here = [c for c in sentence.children(index, "nsubj", "nsubj:pass") if _can_speak(words[c])]
    if here and verb.feats.get("Number") == "Plur" and not any(_speaks(words[c]) for c in here):
        place = _place(sentence, index, lexicon)  # "В МВД сообщили новые данные": the data say nothing
        if place is not None:
            return place
    if here:
        return min(here, key=lambda c: (_in_marks(sentence, c), not _nominative(words[c]), abs(c - index)))
    if verb.feats.get("Number") == "Plur" or verb.feats.get("VerbForm") == "Conv":
        place = _place(sentence, index, lexicon)
        if place is not None and verb.feats.get("VerbForm") != "Conv":
            return place
    if verb.rel in ("conj", "advcl", "xcomp", "parataxis") and verb.head >= 0 and verb.head != index:
        above = words[verb.head]
        # the tagger's heads may run in a circle
        if above.pos == "VERB" and verb.rel != "parataxis" and hops < _MOST_HOPS:
            return _subject(sentence, verb.head, lexicon, hops + 1)
    words = sentence.words
    if index + 2 < len(words) and verb.feats.get("VerbForm") == "Fin" and _title(sentence, index + 2):
        return index + 2  # «передаёт «Дала Жаршысы»»
    after = _next_nominative(sentence, index)
    return after if after is not None else _previous_nominative(sentence, index)


def _previous_nominative(sentence: Sentence, index: int) -> int | None:
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


def _can_speak(word: Word) -> bool:
    return word.pos in ("NOUN", "PROPN", "PRON", "X", "ADJ", "NUM", "DET", "SYM") and word.lemma not in (
        "что",
        "это",
        "все",
    )


def _in_marks(sentence: Sentence, index: int) -> bool:
    return index > 0 and sentence.words[index - 1].text in ("«", '"', "„", "“")


def _nominative(word: Word) -> bool:
    """A subject that can be nothing else: a common noun or name in the nominative, not a title in marks."""
    return word.feats.get("Case") == "Nom" and (word.pos == "PRON" or word.feats.get("Animacy") == "Anim")


def _place(sentence: Sentence, index: int, lexicon: Lexicon) -> int | None:
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
    return None


def _next_nominative(sentence: Sentence, index: int) -> int | None:
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
            return at if _can_speak(word) else None
    return None


def _title(sentence: Sentence, head: int) -> list[int]:
    """The words of a name in marks that ``head`` begins, whatever the tagger took them for; else none."""
    words = sentence.words
    if head == 0 or words[head - 1].text not in ("«", '"', "„") or not words[head].text[:1].isupper():
        return []
    for at in range(head, min(head + 8, len(words))):
        if words[at].text in ("»", '"', "“"):
            return list(range(head - 1, at + 1))
    return []


def _with_source(sentence: Sentence, number: int, index: int, kind: CueKind, head: int | None) -> Cue:
    source = (_title(sentence, head) or phrase(sentence, head)) if head is not None else []
    near = [i for i in source if not (min(source) < index < max(source))] or [index]
    word = sentence.words[index]
    first, last = min([index, *near]), max([index, *near])
    return Cue(number, index, kind, word.span, key(word.lemma), tuple(source), head, first, last)


def _noun_cue(sentence: Sentence, number: int, index: int, word: Word, words: Lexicon) -> Cue | None:
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


def _link(sentence: Sentence, number: int, index: int, word: Word) -> Cue | None:
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


def _adjective(sentence: Sentence, number: int, index: int, word: Word, words: Lexicon) -> Cue | None:
    if (word.feats.get("Variant") != "Short" and word.feats.get("Degree") != "Pos") or key(
        word.lemma
    ) not in words.adjectives:
        return None
    if word.feats.get("Case") or any(sentence.words[c].lemma == "не" for c in sentence.children(index)):
        return None
    subject = next((c for c in sentence.children(index, "nsubj") if _can_speak(sentence.words[c])), None)
    if subject is None:
        subject = _next_nominative(sentence, index)
    if subject is None:
        subject = _previous_nominative(sentence, index)
    if subject is None or sentence.words[subject].lemma in _FIRST_PERSONS:
        return None
    return _with_source(sentence, number, index, "adjective", subject)


def _participle(sentence: Sentence, number: int, index: int, word: Word, words: Lexicon) -> Cue | None:
    """«… Петрова, заявившего, что …»: the noun it hangs from speaks."""
    if word.feats.get("VerbForm") != "Part" or word.feats.get("Voice") != "Act" or word.feats.get("Tense") != "Past":
        return None
    if key(word.lemma) not in words.statement or word.rel not in ("acl", "amod", "acl:relcl"):
        return None
    if word.head < 0 or word.head > index or not _speaks(sentence.words[word.head]):
        return None
    return _with_source(sentence, number, index, "gerund", word.head)


def _impersonal(sentence: Sentence, number: int, index: int, word: Word, words: Lexicon) -> Cue | None:
    """«отмечается, что», «говорится в сообщении X», «указано»."""
    lemma = key(word.lemma)
    short = word.feats.get("Variant") == "Short" and word.feats.get("Gender") == "Neut"
    if not (lemma in words.impersonal and word.pos == "VERB") and not (short and lemma in words.participles):
        return None
    if any(
        _can_speak(sentence.words[c]) and sentence.words[c].lemma != "который"
        for c in sentence.children(index, "nsubj", "nsubj:pass")
    ):
        return None
    place = next(iter(_documents(sentence, index, words)), None)
    return _with_source(sentence, number, index, "impersonal", place)


def _documents(sentence: Sentence, index: int, lexicon: Lexicon) -> Iterator[int]:
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


def cue_by_form(sentence: Sentence, number: int, first: int, words: Lexicon) -> Cue | None:
    """The verb right after a quotation and a dash, or before its colon, whatever verb it is: the form says "said"."""
    for index in range(first, min(first + 3, len(sentence.words))):
        word = sentence.words[index]
        short = word.feats.get("Variant") == "Short" and word.feats.get("Gender") == "Neut"
        if word.pos != "VERB" or not (word.feats.get("VerbForm") == "Fin" or short):
            if word.pos in ("NOUN", "PROPN", "ADJ", "NUM") and word.feats.get("Case") != "Ins":
                return None
            continue
        if word.feats.get("Person") in ("1", "2") or word.feats.get("Tense") == "Fut":
            return None
        if short:
            place = next(iter(_documents(sentence, index, words)), None)
            return _with_source(sentence, number, index, "impersonal", place) if place is not None else None
        subject = _subject(sentence, index, words)
        if subject is None or not _speaks(sentence.words[subject]):
            return None
        return _with_source(sentence, number, index, "verb", subject)
    return None


def clause_cue(sentence: Sentence, number: int, index: int, words: Lexicon) -> Cue | None:
    """A finite verb of any meaning with a subject that can speak: the colon at the end of its clause says "said"."""
    word = sentence.words[index]
    if word.pos != "VERB" or word.feats.get("VerbForm") != "Fin" or word.feats.get("Person") in ("1", "2"):
        return None
    subject = _subject(sentence, index, words)
    if subject is None:
        return None
    speaker = sentence.words[subject]
    if not _speaks(speaker) and key(speaker.lemma) not in words.bodies | words.media | words.groups:
        return None
    return _with_source(sentence, number, index, "verb", subject)


def _speaks(word: Word) -> bool:
    return word.pos in ("PROPN", "PRON") or word.feats.get("Animacy") == "Anim"
