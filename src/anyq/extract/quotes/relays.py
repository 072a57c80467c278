"""«передаёт слова X агентство Y», «узнало издание от источника»: the speaker is not the verb's subject."""

from anyq.extract.parse import Sentence
from anyq.extract.quotes.cues import Cue
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.phrases import key, phrase


def handed_on(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> tuple[bool, int | None]:
    """Whether a verb hands on another's words, and the head of the phrase that names whose, if it does."""
    known = lexicon.reporting | lexicon.request | lexicon.learns
    if cue.kind not in ("verb", "gerund") or (cue.lemma not in lexicon.hands_on and cue.lemma in known):
        return False, None
    words = sentence.words
    for at, word in enumerate(words):
        if key(word.lemma) in lexicon.utterances and word.pos == "NOUN" and abs(at - cue.index) <= 14:
            owner = _owner(sentence, cue, at)
            another = owner is not None and words[owner].feats.get("Case") == "Gen"
            if cue.lemma in lexicon.hands_on or (word.head == cue.index and another):
                return True, owner
    if cue.lemma not in lexicon.hands_on:
        return False, None
    thing = next((c for c in sentence.children(cue.index, "obj") if words[c].pos in ("NOUN", "PROPN", "X")), None)
    if thing is not None and (words[thing].feats.get("Animacy") == "Anim" or key(words[thing].lemma) in lexicon.bodies):
        return True, thing
    if cue.lemma in ("цитировать", "процитировать", "зачитать", "прочитать"):
        return True, None
    return False, None


def _owner(sentence: Sentence, cue: Cue, thing: int) -> int | None:
    """Whose the words at ``thing`` are: "его слова", "слова деда"."""
    words = sentence.words
    if thing and key(words[thing - 1].text.lower()) in ("его", "ее", "их"):
        return thing - 1
    for child in sentence.children(thing, "nmod", "appos", "flat"):
        if child > thing and words[child].pos in ("NOUN", "PROPN", "X") and child not in cue.source:
            return child
    after = thing + 1
    named = after < len(words) and words[after].pos in ("NOUN", "PROPN") and after not in cue.source
    return after if named else None


def learned_from(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«узнало агентство от источника в клубе»: the head of what stands after «от» or «у»."""
    if cue.kind != "verb" or cue.lemma not in lexicon.learns:
        return None
    words = sentence.words
    for at in range(cue.index + 1, min(len(words), cue.index + 12)):
        if words[at].pos in ("NOUN", "PROPN") and any(
            words[c].lemma in ("от", "у") for c in sentence.children(at, "case")
        ):
            return at
    return None


def phrase_cue(sentence: Sentence, cue: Cue, head: int) -> Cue:
    """``cue`` with the phrase of ``head`` as its source."""
    return Cue(
        cue.sentence, cue.index, "noun", cue.span, cue.lemma, tuple(phrase(sentence, head)), head, cue.first, cue.last
    )


def told_by(sentence: Sentence, after: int) -> int | None:
    """«со ссылкой на газету, которой об этом рассказал диспетчер»: the head of who told the medium."""
    words = sentence.words
    for at in range(after, len(words) - 2):
        if words[at].lemma != "который" or words[at].feats.get("Case") != "Dat":
            continue
        for verb in range(at + 1, len(words)):
            if words[verb].pos == "VERB" and words[verb].feats.get("VerbForm") == "Fin":
                return next((c for c in sentence.children(verb, "nsubj") if words[c].pos in ("NOUN", "PROPN")), None)
    return None


def of_another(sentence: Sentence, cue: Cue) -> bool:
    """«написали в блоге певицы»: a plural verb has no one person for its subject, least of all in the genitive."""
    verb, head = sentence.words[cue.index], sentence.words[cue.source_head or 0]
    if cue.kind != "verb" or verb.feats.get("Number") != "Plur" or head.feats.get("Animacy") != "Anim":
        return False
    joined = any(sentence.words[i].rel == "conj" or sentence.words[i].pos == "NUM" for i in cue.source)
    return head.feats.get("Number") == "Sing" and head.feats.get("Case") in ("Gen", "Acc", "Dat", "Ins") and not joined
