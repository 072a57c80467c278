"""What the word lists of the language say about a word: role noun, body noun, honorific, kin."""

from functools import cache, lru_cache

from anyq.extract.parse import Word
from anyq.extract.russian import analyzer
from anyq.languages import lines


@cache
def listed(name: str) -> frozenset[str]:
    """All words of a list of ``languages/ru``, whatever their line."""
    return frozenset(w for row in lines("ru", name) for w in row.split())


@lru_cache(maxsize=32768)
def lemmas(word: str) -> tuple[str, ...]:
    """Every dictionary form ``word`` may have as a noun, an adjective or a participle; е for ё, lower case."""
    low = word.lower().replace("ё", "е")
    forms = [low]
    for reading in analyzer().parse(word):
        if reading.tag.POS in ("NOUN", "ADJF", "PRTF", "NPRO", None):
            forms.append(reading.normal_form.replace("ё", "е"))
            if reading.tag.POS in ("ADJF", "PRTF") and "femn" in reading.tag:
                # "подозреваемая", "ведущей": the list has both genders
                forms.append(_feminine(reading.normal_form).replace("ё", "е"))
    return tuple(dict.fromkeys(forms))


def _feminine(masculine: str) -> str:
    for m, f in (("ийся", "аяся"), ("щий", "щая"), ("ший", "шая"), ("ый", "ая"), ("ий", "ая"), ("ой", "ая")):
        if masculine.endswith(m):
            return masculine[: -len(m)] + f
    return masculine


@lru_cache(maxsize=32768)
def role_lemma(word: str) -> str | None:
    """The lemma of a role noun ("вице-министра": "вице-министр"), None for any other word."""
    roles = listed("roles")
    for lemma in lemmas(word):
        if lemma in roles:
            return lemma
    if "-" in word:
        first, _, last = word.lower().partition("-")
        if first in listed("role_prefixes") or first in roles:
            rest = role_lemma(last)
            return f"{first}-{rest}" if rest else None
    return None


def role_noun(word: Word) -> str | None:
    """The lemma if ``word`` stands as a role noun here."""
    if word.pos not in ("NOUN", "PROPN", "ADJ", "VERB", "X") or len(word.text) < 2:
        return None
    lemma = role_lemma(word.text)
    # "военный корабль": a participle or adjective is a role only where nothing says it modifies a noun
    if lemma and word.pos in ("ADJ", "VERB") and word.rel in ("amod", "acl"):
        return None
    return lemma


def is_one_of(word: str, name: str) -> bool:
    """True if a dictionary form of ``word`` stands in the list ``name``."""
    known = listed(name)
    return any(lemma in known for lemma in lemmas(word))


def body_noun(word: str) -> str | None:
    """The lemma of a noun for a kind of institution, None for any other word."""
    known = listed("body_nouns")
    for lemma in lemmas(word):
        if lemma in known:
            return lemma
    if "-" in word:
        last = word.rpartition("-")[2]
        return body_noun(last) if len(last) > 2 else None
    return None
