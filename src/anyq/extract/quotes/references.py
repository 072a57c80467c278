"""«Об этом сообщил X», «Эту информацию подтвердил X», «О переносе рассказал X»: what is reported stands before."""

from collections.abc import Collection

from anyq.extract.parse import Parse, Sentence
from anyq.extract.quotes.cue import Cue
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.phrases import key
from anyq.extract.quotes.segments import opening
from anyq.text import Span

_LEAD_SENTENCES = 2  # «Об этом сообщил X» covers the lead before it, if that is not longer
_LEAST_WORDS = 3  # a heading of two words tells nothing
_STEM = 5  # letters: "перенесли" and "перенос", "назначен" and "назначение"
_NEWS = frozenset({"сообщить", "сообщать", "заявить", "заявлять", "объявить", "объявлять", "предупредить", "доложить"})
_FRONT = 4  # words of a sentence in which what it refers to is named


def referred(parse: Parse, cue: Cue, lexicon: Lexicon, telling: Collection[int]) -> list[Span] | None:
    """What a cue that points back reports; None if it does not point back."""
    if cue.kind not in ("verb", "impersonal"):
        return None
    sentence = parse.sentences[cue.sentence]
    matrix = _of_which(sentence, cue, lexicon)
    if matrix is not None:
        return [matrix]
    if _says_more(sentence, cue) or (cue.lemma in lexicon.naming and _in_own_words(sentence, cue)):
        return None
    if _about_this(sentence, cue):
        return _lead_before(parse, cue, telling, _LEAD_SENTENCES)
    if not cue.source:
        return None
    if _this_news(sentence, cue, lexicon) or _such(sentence, cue, lexicon):
        return _lead_before(parse, cue, telling, 1)
    return _fronted(parse, sentence, cue, lexicon, telling)


def _says_more(sentence: Sentence, cue: Cue) -> bool:
    """A clause or a colon after the cue holds what is said."""
    rest = sentence.words[cue.index + 1 :]
    return any(w.text == ":" or (w.pos == "SCONJ" and w.lemma in ("что", "чтобы", "будто")) for w in rest)


def _in_own_words(sentence: Sentence, cue: Cue) -> bool:
    """«Эти данные в мэрии назвали «далёкими от жизни»»: the name given to a thing is what is said."""
    after = sentence.words[cue.index + 1 : cue.index + 3]
    return len(after) == 2 and after[0].text in '«"„' and after[1].text[:1].islower()


def _about_this(sentence: Sentence, cue: Cue) -> bool:
    """«Об этом сообщил X», «X и Y сообщили об этом в соцсети»."""
    words = sentence.words
    for at in range(1, len(words)):
        pointing = words[at].lemma in ("это", "то") and words[at].feats.get("Case") == "Loc"
        if pointing and words[at - 1].lemma in ("о", "об", "про"):
            return at <= _FRONT - 1 if at < cue.index else at <= cue.last + 3
    return False


def _of_which(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """«Мост закрыт, о чём сообщил X»: the clause before."""
    words = sentence.words
    at = opening(sentence, cue.index, own=True)
    if at is None or at < 3 or cue.lemma not in lexicon.about or not cue.source or min(cue.source) < cue.index:
        return None
    if words[at].text.lower() not in ("чем", "чём") or words[at - 1].lemma != "о" or words[at - 2].text != ",":
        return None
    return Span(words[0].span.start, words[at - 3].span.end)


def _this_news(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> bool:
    """«Эту информацию подтвердил X», «Это сообщила X»: the object, in front of the verb, is what was told."""
    if cue.lemma not in lexicon.statement | lexicon.confirming | lexicon.hands_on or min(cue.source) < cue.index:
        return False
    words = sentence.words
    for at in range(min(_FRONT, cue.index)):
        lemma = key(words[at].lemma)
        if lemma == "это" and words[at].feats.get("Case") == "Acc" and cue.index - at <= 2:
            return at == 0 or words[at - 1].pos != "ADP"
        whole = at == 0 or key(words[at - 1].lemma) in ("этот", "данный", "такой", "его", "ее")
        if lemma in ("информация", "новость", "сведение", "слух", "факт", "данные") and whole and cue.index - at <= 3:
            return words[at].feats.get("Case") in ("Acc", "Gen") and _no_owner(sentence, at)
    return False


def _no_owner(sentence: Sentence, noun: int) -> bool:
    return not any(c > noun for c in sentence.children(noun, "nmod", "acl", "acl:relcl"))


def _such(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> bool:
    """«Такое мнение высказал X», «С таким заявлением выступил X», «К такому выводу пришли X»."""
    words = sentence.words
    return any(
        words[at].lemma in ("такой", "этот", "подобный", "соответствующий", "соответствовать", "данный")
        and key(words[at + 1].lemma) in lexicon.speech_nouns
        and words[at + 1].rel != "nsubj"
        for at in range(min(_FRONT, cue.index - 1))
    )


def _fronted(
    parse: Parse, sentence: Sentence, cue: Cue, lexicon: Lexicon, telling: Collection[int]
) -> list[Span] | None:
    """«О переносе форума сообщил X»: the sentence before if that tells of it, else the phrase itself."""
    words = sentence.words
    if cue.lemma not in lexicon.about or opening(sentence, cue.index) is not None:
        return None
    for at in range(min(_FRONT, cue.index)):
        if words[at].lemma not in ("о", "об", "обо") or words[at].pos != "ADP" or words[at].head <= at:
            continue
        noun = words[at].head
        if noun >= cue.index or words[noun].pos != "NOUN" or words[noun].feats.get("Case") not in ("Loc", None):
            return None
        if cue.sentence and _told(parse, cue.sentence - 1, words[noun].lemma, lexicon):
            return _lead_before(parse, cue, telling, 1)
        if cue.lemma not in _NEWS or key(words[noun].lemma) in lexicon.happenings:
            return None  # "О планах рассказал X": a topic; what he said comes next
        inside = [i for i in sentence.subtree(noun) if i < cue.index and i not in cue.source]
        return [Span(words[at].span.start, words[max(inside)].span.end)]
    return None


def _told(parse: Parse, number: int, noun: str, lexicon: Lexicon) -> bool:
    """Whether sentence ``number`` speaks of ``noun`` by a word of its stem, or it is a word for any event."""
    stem = key(noun)[:_STEM]
    here = any(key(w.lemma).startswith(stem) for w in parse.sentences[number].words if len(w.lemma) >= _STEM - 1)
    return here or key(noun) in lexicon.happenings


def _lead_before(parse: Parse, cue: Cue, telling: Collection[int], most: int) -> list[Span]:
    """What «Об этом сообщил X» refers to: the lead before it, or the one sentence before it.

    ``telling`` are the sentences in which somebody says something already: these are theirs.
    """
    last = cue.sentence - 1
    if last < 0 or last in telling:
        return []
    paragraph = parse.sentences[cue.sentence].paragraph
    before = [n for n in range(cue.sentence) if parse.sentences[n].paragraph == paragraph]
    if not before:  # the cue opens a paragraph: it closes the one before it
        before = [n for n in range(cue.sentence) if parse.sentences[n].paragraph == parse.sentences[last].paragraph]
    if sum(w.pos != "PUNCT" for w in parse.sentences[last].words) < _LEAST_WORDS:
        return []
    whole = len(before) <= most and not any(n in telling for n in before)
    first = before[0] if whole else last
    return [Span(parse.sentences[first].span.start, parse.sentences[last].span.end)]
