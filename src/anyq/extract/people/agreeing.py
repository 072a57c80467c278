"""The gender of a person as the verbs of the text show it: "отметила профессор Карен Лунд"."""

from collections.abc import Sequence

from anyq.extract.parse import Parse, Sentence
from anyq.extract.people.figure import Gender
from anyq.extract.people.resolve import folded
from anyq.text import Span

_NAME = ("flat", "flat:name", "flat:foreign", "appos", "nmod")


def gender_shown(
    parse: Parse, mentions: Sequence[Span], guess: Gender | None, surname: str | None = None
) -> Gender | None:
    """``guess``, which a given name makes, unless verbs in the feminine alone have the name for their subject.

    A masculine verb proves less: it may agree with a title that has no feminine ("министр … сказал"). "Маркова
    отметила" shows nothing of a man called Марков: that is another person.
    """
    if guess == "Masc" and surname is not None:
        mentions = [m for m in mentions if folded(m.of(parse.folded)).endswith(folded(surname))]
    shown = {g for m in mentions for g in _genders(parse.sentences[max(0, parse.sentence_at(m.start))], m)}
    return "Fem" if shown == {"Fem"} else guess


def _genders(sentence: Sentence, mention: Span) -> list[str]:
    found = []
    for at, word in enumerate(sentence.words):
        if not mention.holds(word.span) or word.feats.get("Case") not in ("Nom", None):
            continue
        top, hops = at, 0
        while sentence.words[top].rel in _NAME and sentence.words[top].head >= 0 and hops < len(sentence.words):
            top, hops = sentence.words[top].head, hops + 1
        if sentence.words[top].rel not in ("nsubj", "nsubj:pass") or sentence.words[top].head < 0:
            continue
        verb = sentence.words[sentence.words[top].head]
        if verb.pos == "VERB" and verb.feats.get("Tense") == "Past" and "Gender" in verb.feats:
            found.append(verb.feats["Gender"])
    return found
