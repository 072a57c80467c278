"""«X оценил планы осторожно: по его мнению, Z»: what stands behind a colon, and whose clause stands before it."""

from anyq.extract.parse import Sentence
from anyq.extract.quotes.cue import Cue
from anyq.extract.quotes.phrases import key
from anyq.extract.quotes.segments import is_finite

OWNERS = frozenset({"его", "ее", "их"})
_PLURAL_OWNER = "их"


def colon_before(sentence: Sentence, cue: Cue) -> int | None:
    """Index of the colon behind which a parenthesis stands and speaks for its own part of the sentence alone.

    Right behind the colon any source does («сроки другие: по данным мэрии, …»), farther on «по его данным».
    """
    words = sentence.words
    if cue.kind != "noun":
        return None
    at = next((i for i in range(cue.first - 1, 0, -1) if words[i].text == ":"), None)
    if at is None or at + 1 >= len(words) or words[at].span.end == words[at + 1].span.start:
        return None
    goes_on = any(map(is_finite, words[cue.last + 1 :])) and refers_back(sentence, cue)
    return at if at == cue.first - 1 or goes_on else None


def refers_back(sentence: Sentence, cue: Cue) -> bool:
    """«по его словам», «по их мнению»."""
    return len(cue.source) == 1 and key(sentence.words[cue.source[0]].text.lower()) in OWNERS


def subject_before(sentence: Sentence, cue: Cue) -> int | None:
    """The one subject of the clause before the colon that «его», «её» or «их» may stand for."""
    colon = colon_before(sentence, cue)
    if colon is None or not refers_back(sentence, cue):
        return None
    owner = key(sentence.words[cue.source[0]].text.lower())
    fitting = [i for i in range(colon) if _fits(sentence, i, owner)]
    main = [i for i in fitting if sentence.words[sentence.words[i].head].rel in ("root", "conj", "parataxis")]
    return (main or fitting)[0] if len(main or fitting) == 1 else None


def _fits(sentence: Sentence, index: int, owner: str) -> bool:
    """True for a subject of the number and gender of ``owner``; a verb in the past shows the gender best."""
    word = sentence.words[index]
    named = word.pos in ("NOUN", "PROPN", "X") and word.feats.get("Case") in ("Nom", None)
    if word.rel != "nsubj" or word.head < 0 or not named:
        return False
    predicate = sentence.words[word.head]
    plural = "Plur" in (word.feats.get("Number"), predicate.feats.get("Number"))
    if plural or owner == _PLURAL_OWNER:
        return plural and owner == _PLURAL_OWNER
    gender = predicate.feats.get("Gender") or word.feats.get("Gender")
    return (gender == "Fem") == (owner == "ее")
