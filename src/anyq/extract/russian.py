"""The Russian tagger: slovnet on navec, lemmas by pymorphy3; model files from the natasha wheel.

natasha itself is never imported: its own pymorphy2 breaks on current setuptools.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, files
from typing import Any, cast

import pymorphy3
from navec import Navec
from slovnet import NER, Morph, Syntax

from anyq.errors import SettingsError
from anyq.extract.parse import Name, NameKind
from anyq.text import Span

# UD part of speech -> the parts of speech of pymorphy3 that may carry it
_POS = {
    "NOUN": ("NOUN",),
    "PROPN": ("NOUN",),
    "ADJ": ("ADJF", "ADJS", "COMP", "PRTF"),
    "VERB": ("VERB", "INFN", "PRTF", "PRTS", "GRND"),
    "AUX": ("VERB", "INFN"),
    "PRON": ("NPRO", "ADJF"),
    "DET": ("ADJF", "NPRO"),
    "ADV": ("ADVB", "COMP", "PRED"),
    "NUM": ("NUMR", "NOUN", "ADJF"),
}


@lru_cache(maxsize=1)
def analyzer() -> Any:
    """The one pymorphy3 analyzer of the process (15 MB, 0.05 s to load)."""
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=65536)
def lemma(word: str, pos: str) -> str:
    """Dictionary form of ``word`` read as UD part of speech ``pos``; lower case."""
    readings = analyzer().parse(word)
    wanted = _POS.get(pos)
    if wanted:
        for reading in readings:
            if reading.tag.POS in wanted:
                return cast(str, reading.normal_form)
    return cast(str, readings[0].normal_form) if readings else word.lower()


_UD = {
    "past": ("Tense", "Past"), "pres": ("Tense", "Pres"), "futr": ("Tense", "Fut"),
    "masc": ("Gender", "Masc"), "femn": ("Gender", "Fem"), "neut": ("Gender", "Neut"),
    "sing": ("Number", "Sing"), "plur": ("Number", "Plur"),
    "1per": ("Person", "1"), "2per": ("Person", "2"), "3per": ("Person", "3"),
    "impf": ("Aspect", "Imp"), "perf": ("Aspect", "Perf"),
}  # fmt: skip


@lru_cache(maxsize=65536)
def finite_verb(word: str) -> Mapping[str, str] | None:
    """The features of a form that the dictionary knows as a verb in the indicative and as nothing else."""
    readings = analyzer().parse(word) if word.islower() else []
    if not readings or not all(r.is_known and r.tag.POS == "VERB" and "indc" in r.tag for r in readings):
        return None
    now = next((r for r in readings if "pres" in r.tag), readings[0])  # "парирует" may be a future too
    tags = str(now.tag).replace(" ", ",").split(",")
    return {"VerbForm": "Fin", "Mood": "Ind", "Voice": "Act"} | dict(_UD[t] for t in tags if t in _UD)


def _marked(word: str, pos: str, feats: Mapping[str, str]) -> tuple[str, str, Mapping[str, str]]:
    """Lemma, part of speech and features; of a rare verb ("парирует"), to the model a noun, as the dictionary says."""
    verb = finite_verb(word) if pos in ("NOUN", "PROPN", "ADJ") else None
    if verb is not None:
        return lemma(word, "VERB"), "VERB", verb
    return lemma(word, pos), pos, feats


def _model(name: str) -> str:
    try:
        shipped = files("natasha") or []
    except PackageNotFoundError:
        shipped = []
    for file in shipped:
        if file.name == name:
            return str(file.locate())
    raise SettingsError(
        f"the model file {name} is missing",
        expected="it comes inside the package natasha",
        cure="run: pip install --force-reinstall natasha",
    )


def acyclic(heads: Sequence[int]) -> list[int]:
    """``heads`` with every circle cut at its first word: the model may make words each other's head."""
    free = list(heads)
    for start in range(len(free)):
        at, seen = start, {start}
        while 0 <= free[at] < len(free) and free[at] not in seen:
            at = free[at]
            seen.add(at)
        if 0 <= free[at] < len(free):
            free[free[at]] = -1
    return free


class RussianTagger:
    """slovnet names, morphology and syntax, loaded once (0.6 s) and kept."""

    def __init__(self) -> None:
        words = Navec.load(_model("navec_news_v1_1B_250K_300d_100q.tar"))
        self._ner = NER.load(_model("slovnet_ner_news_v1.tar")).navec(words)
        self._morph = Morph.load(_model("slovnet_morph_news_v1.tar")).navec(words)
        self._syntax = Syntax.load(_model("slovnet_syntax_news_v1.tar")).navec(words)

    def names(self, text: str) -> Sequence[Name]:
        """Names of persons, bodies and places in a folded text."""
        if not text.strip():
            return ()
        return tuple(Name(Span(s.start, s.stop), cast(NameKind, s.type)) for s in self._ner(text).spans)

    def tag(
        self, sentences: Sequence[Sequence[str]]
    ) -> Sequence[Sequence[tuple[str, str, Mapping[str, str], int, str]]]:
        """For each token of each sentence: lemma, part of speech, features, head index, relation."""
        # alike lengths share a batch: padding is computed like words
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
        batch = [list(sentences[i]) for i in order]
        tagged: list[Sequence[tuple[str, str, Mapping[str, str], int, str]]] = [()] * len(batch)
        for i, forms, tree in zip(order, self._morph.map(batch), self._syntax.map(batch), strict=True):
            heads = acyclic([int(s.head_id) - 1 for s in tree.tokens])
            tagged[i] = [
                (*_marked(m.text, m.pos, m.feats), head, s.rel)
                for m, s, head in zip(forms.tokens, tree.tokens, heads, strict=True)
            ]
        return tagged
