"""What the word lists of the language say about a word: role noun, body noun, honorific, kin."""

from functools import cache, lru_cache

from anyq.extract.parse import Word
from anyq.extract.people.dictionary import is_known, readings_of
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
    for reading in readings_of(word):
        part = reading.tag.POS
        if part in ("NOUN", "NPRO", None):
            forms.append(reading.normal_form)
        elif part in ("ADJF", "PRTF"):
            # "подозреваемого", "ведущей": the lists have both genders, the dictionary only the verb
            forms.append(reading.normal_form)
            gender = "femn" if "femn" in reading.tag else "masc"
            form = reading.inflect({"nomn", "sing", gender})
            forms.append(form.word if form else reading.normal_form)
    return tuple(dict.fromkeys(f.replace("ё", "е") for f in forms))


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
    low = word.lower()
    for prefix in listed("role_prefixes"):
        if len(prefix) > 2 and low.startswith(prefix) and len(low) > len(prefix) + 3:
            rest = next((x for x in lemmas(low[len(prefix) :]) if x in roles), None)
            if rest:
                return prefix + rest  # "кинорежиссёр", "бундестренер"
    return None


@lru_cache(maxsize=16384)
def _only_noun(text: str) -> bool:
    return all(r.tag.POS == "NOUN" for r in readings_of(text))


@lru_cache(maxsize=16384)
def _also_thing(text: str) -> bool:
    return any(r.tag.POS == "NOUN" and "inan" in r.tag and "femn" in r.tag for r in readings_of(text))


def role_noun(word: Word) -> str | None:
    """The lemma if ``word`` stands as a role noun here."""
    if word.pos not in ("NOUN", "PROPN", "ADJ", "VERB", "X") or len(word.text) < 2:
        return None
    lemma = role_lemma(word.text)
    if lemma and word.pos == "NOUN" and word.feats.get("Animacy") == "Inan" and _also_thing(word.text):
        return None  # "министр энергетики"
    # "военный корабль": a participle or adjective is a role only where nothing says it modifies a noun
    if lemma and word.pos in ("ADJ", "VERB") and word.rel in ("amod", "acl") and not _only_noun(word.text):
        return None
    return lemma


_CASES = {"nom": "Nom", "gen": "Gen", "dat": "Dat", "acc": "Acc", "abl": "Ins", "loc": "Loc", "voc": "Nom"}


@lru_cache(maxsize=16384)
def _noun_cases(text: str) -> frozenset[str]:
    found = set()
    for reading in readings_of(text):
        thing = reading.tag.POS != "NOUN" and "inan" in reading.tag  # "подозреваемый" is no accusative of a person
        if reading.tag.POS in ("NOUN", "ADJF", "PRTF") and reading.tag.case and not thing:
            found.add(_CASES[str(reading.tag.case)[:3]])
    return frozenset(found)


def cases_of(word: Word) -> frozenset[str]:
    """The tagged case of a noun; where the dictionary contradicts it ("Президенты" as a genitive), all it allows."""
    tagged, known = word.feats.get("Case"), _noun_cases(word.text)
    if tagged in known:
        return frozenset((tagged, "Gen", "Acc")) if tagged in ("Gen", "Acc") else frozenset((tagged,))
    return known or frozenset((tagged or "Nom",))


def possible_cases(word: Word) -> frozenset[str]:
    """Every case the dictionary allows for a noun, and the tagged one: taggers err on "главы" and "старосты"."""
    return _noun_cases(word.text) | cases_of(word)


@lru_cache(maxsize=16384)
def is_common_noun(text: str) -> bool:
    """True for a word that the dictionary has only as an ordinary word or a place, never as a name."""
    readings = readings_of(text)
    return bool(readings) and is_known(text) and not any(g in r.tag for r in readings for g in ("Name", "Surn", "Patr"))


@lru_cache(maxsize=16384)
def is_thing_noun(text: str) -> bool:
    """True for a word that the dictionary has as the name of a thing and not of a person."""
    return is_common_noun(text) and any(r.tag.POS == "NOUN" and "inan" in r.tag for r in readings_of(text))


@lru_cache(maxsize=16384)
def is_first_of_all_a_thing(text: str) -> bool:
    """True for a word whose likeliest reading in the dictionary is an ordinary noun."""
    likeliest = next(iter(readings_of(text)), None)
    return likeliest is not None and likeliest.tag.POS == "NOUN" and "inan" in likeliest.tag


@lru_cache(maxsize=16384)
def is_place_name(text: str) -> bool:
    """True for a word that the dictionary has, or takes by its ending, as a place and nothing else ("Заречинска")."""
    readings = [r for r in readings_of(text) if "Abbr" not in r.tag]
    return bool(readings) and all("Geox" in r.tag for r in readings)


@lru_cache(maxsize=16384)
def is_adjective_form(text: str) -> bool:
    """True for a word whose likeliest reading is that of an adjective."""
    likeliest = next(iter(readings_of(text)), None)
    return likeliest is not None and likeliest.tag.POS == "ADJF"


@lru_cache(maxsize=16384)
def is_adjective_only(text: str) -> bool:
    """True for a word that the dictionary has as an adjective and never as a name ("Безлюдная"), and for ages."""
    readings = readings_of(text)
    if "летн" in text.lower()[4:]:
        return all(r.tag.POS == "ADJF" for r in readings)  # "Шестидесятилетняя"
    return is_known(text) and all(r.tag.POS in ("ADJF", "PRTF") and "Apro" not in r.tag for r in readings)


@lru_cache(maxsize=16384)
def is_function_word(text: str) -> bool:
    """True for a pronoun, numeral, preposition or the like ("Сам", "Обе"), in the dictionary as nothing else."""
    return is_known(text) and all(
        r.tag.POS in ("NPRO", "NUMR", "PREP", "CONJ") or "Apro" in r.tag for r in readings_of(text)
    )


@lru_cache(maxsize=16384)
def is_person_noun(text: str) -> bool:
    """True for an ordinary noun for a person: no name, no animal, no kin."""
    if any(is_one_of(text, name) for name in ("kinship", "honorifics", "animals")):
        return False
    return is_common_noun(text) and any(r.tag.POS == "NOUN" and "anim" in r.tag for r in readings_of(text))


@lru_cache(maxsize=16384)
def is_only_nominative(text: str) -> bool:
    """True for a noun for one person whose form is that of the nominative alone ("депутат", "жительница")."""
    nouns = [r for r in readings_of(text) if r.tag.POS == "NOUN"]
    sole = all("nomn" in r.tag and "sing" in r.tag and "anim" in r.tag for r in nouns)
    return bool(nouns) and sole and (role_lemma(text) is not None or is_person_noun(text))


@lru_cache(maxsize=16384)
def may_modify(text: str) -> bool:
    """True for a word that the dictionary has as an adjective or participle, or does not have at all."""
    return not is_known(text) or any(r.tag.POS in ("ADJF", "PRTF", "NPRO") for r in readings_of(text))


@lru_cache(maxsize=16384)
def _numbers(text: str, case: str | None = None) -> frozenset[str]:
    return frozenset(
        str(r.tag.number)
        for r in readings_of(text)
        if r.tag.POS == "NOUN" and r.tag.number and case in (None, _CASES.get(str(r.tag.case)[:3]))
    )


def is_plural(word: Word, case: str | None = None) -> bool:
    """True for a plural noun; the dictionary overrules the tagger where it knows one number only, in ``case``."""
    known = _numbers(word.text, case)
    return known == {"plur"} or (word.feats.get("Number") == "Plur" and known != {"sing"})


def may_be_singular(word: Word) -> bool:
    """True unless the dictionary knows the word as a plural only ("главы" may be one head or many)."""
    return _numbers(word.text) != {"plur"}


@lru_cache(maxsize=16384)
def is_feminine(text: str) -> bool:
    """True for a noun that names women only ("актриса"); "глава", "судья" and "звезда" do not."""
    nouns = [r for r in readings_of(text) if r.tag.POS in ("NOUN", "ADJF", "PRTF") and "sing" in r.tag]
    feminine = bool(nouns) and all("femn" in r.tag and ("anim" in r.tag or r.tag.POS != "NOUN") for r in nouns)
    return feminine and not is_one_of(text, "epicene")


def is_one_of(word: str, name: str) -> bool:
    """True if a dictionary form of ``word`` stands in the list ``name``."""
    known = listed(name)
    return any(lemma in known for lemma in lemmas(word))


def is_former(phrase: str) -> bool:
    """True if a word of ``phrase`` says that the office is held no more ("бывший мэр", "экс-министр")."""
    known = listed("former")
    first_parts = tuple(w for w in known if w.endswith("-"))
    return any(w.lower().startswith(first_parts) or any(o in known for o in lemmas(w)) for w in phrase.split())


def is_kinship(text: str) -> bool:
    """True for a noun for kin ("жена", "брат")."""
    return is_one_of(text, "kinship")


def is_current(phrase: str) -> bool:
    """True if a word of ``phrase`` says that the office is held now ("нынешний мэр")."""
    return any(is_one_of(w, "current") for w in phrase.split())


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
