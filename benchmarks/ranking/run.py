"""Check-worthiness of anyq beside counting digits and words, on sentences and inside articles."""

import pathlib
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from anyq.extract.claims import CENTS, MOST, SHARE, Ranking, Shown, meanings, shows, undecided
from anyq.extract.parse import Tagger
from anyq.extract.russian import RussianTagger
from anyq.extract.surface.english import English
from anyq.extract.surface.kazakh import Kazakh
from anyq.extract.surface.tagger import SurfaceTagger
from anyq.vectors import Embedder
from benchmarks.corpus import sha256_of
from benchmarks.ranking.measure import average_precision, f1, intervals, kappa, ndcg, reliability
from benchmarks.ranking.read import LABELS, Row, claimbuster, has_data, labelled
from benchmarks.ranking.swaps import Article, exchanges

TASK = "ranking"
Floats = NDArray[np.float64]
Rows = list[dict[str, object]]
Bounds = tuple[float, float] | None
PEERS: dict[str, Callable[[str], float]] = {
    "digits": lambda text: float(sum(ch.isdigit() for ch in text)),
    "length": lambda text: float(len(text.split())),
}
SETS = {"ru": "NTREX ru, held out", "kk": "NTREX kk, held out (grades await a native reader)"}
NOTHING = Shown((), 0, "")


def run(data: pathlib.Path) -> Rows:
    """Rows of task, set, metric, score, n, low, high (95 %, bootstrap), peer (None is anyq). Without data, no rows."""
    if not has_data(data):
        return []
    taggers = {"ru": RussianTagger(), "kk": SurfaceTagger(Kazakh()), "en": SurfaceTagger(English())}
    rows = _claimbuster(data, taggers["en"])
    for lang in ("ru", "kk"):
        rows += _news(data, lang, taggers[lang])
    return rows + _swapped(taggers)


def _shown(texts: Sequence[str], tagger: Tagger, lang: str) -> list[Shown]:
    return [shows(text, tagger, lang=lang) or NOTHING for text in texts]


def _ranked(rows: Sequence[Shown], lang: str, share: float = 1.0) -> Floats:
    """The check-worthiness of each sentence as ``anyq rank`` gives it; with ``SHARE`` as ``anyq read`` does."""
    meant = meanings(rows, Ranking(embedder=Embedder(), share=share), lang)
    return np.array([min(max(r.cents + m, 0), CENTS) / CENTS for r, m in zip(rows, meant, strict=True)])


def _visible(rows: Sequence[Shown]) -> Floats:
    return np.array([min(max(r.cents, 0), CENTS) / CENTS for r in rows])


def _claimbuster(data: pathlib.Path, tagger: Tagger) -> Rows:
    texts, labels = claimbuster(data, "test")
    worth = np.array(labels, dtype=float)
    scores = _ranked(_shown(texts, tagger, "en"), "en")
    where = "ClaimBuster test", sha256_of((data / "checkworthiness" / "claimbuster").glob("test.json"), data)
    found = []
    for metric, of in (("AP", average_precision), ("F1 at .5", f1)):
        found.append(_row(where, metric, of(worth, scores), intervals(of, worth, scores), len(worth)))
    for peer, count in PEERS.items():
        counted = np.array([count(t) for t in texts])
        low_high = intervals(average_precision, worth, counted)
        found.append(_row(where, "AP", average_precision(worth, counted), low_high, len(worth), peer))
    return found


def _news(data: pathlib.Path, lang: str, tagger: Tagger) -> Rows:
    graded = labelled(data, lang, "held out")
    where = SETS[lang], sha256_of([LABELS / f"{lang}.jsonl"], LABELS)
    shown = _shown([row.text for row in graded], tagger, lang)
    scores = _ranked(shown, lang)
    worth = np.array([row.worth for row in graded], dtype=float)
    grades, documents = np.array([row.grade for row in graded]), np.array([row.doc for row in graded])
    counted = {peer: np.array([count(row.text) for row in graded]) for peer, count in PEERS.items()}
    every = {None: scores, "visible features alone": _visible(shown), **counted}
    n = len(graded)
    found = []
    for peer, given in every.items():
        low_high = intervals(average_precision, worth, given)
        found.append(_row(where, "AP of grade 2 and more", average_precision(worth, given), low_high, n, peer))
    for peer, given in counted.items():
        ahead = average_precision(worth, scores) - average_precision(worth, given)
        low_high = intervals(lambda y, a, b: average_precision(y, a) - average_precision(y, b), worth, scores, given)
        found.append(_row(where, f"AP ahead of {peer}", ahead, low_high, n))
    every["8 of an article embedded"] = _in_articles(shown, lang, documents)
    for peer, given in every.items():
        found.append(_row(where, "nDCG@5 in an article", ndcg(documents, grades, given), None, n, peer))
    found[0]["notes"] = [_agreement(labelled(data, lang)), *reliability(worth, scores)]
    return found


def _agreement(rows: Sequence[Row]) -> str:
    one, other = zip(*(row.grades for row in rows), strict=True)
    return f"two labellers, {len(rows)} sentences, weighted kappa {kappa(one, other):.3f} (linear weights)"


def _in_articles(shown: Sequence[Shown], lang: str, documents: NDArray[np.str_]) -> Floats:
    """The scores as ``anyq read`` has them: the eight that their features leave undecided by meaning, the rest not."""
    mixed, scores = _visible(shown), _ranked(shown, lang, SHARE)
    for document in sorted(set(documents)):
        own = np.flatnonzero(documents == document)
        chosen = own[undecided([shown[i].cents for i in own], MOST)]
        mixed[chosen] = scores[chosen]
    return mixed


def _swapped(taggers: dict[str, Tagger]) -> Rows:
    changes: list[float] = []
    kept: list[bool] = []
    for lang, tagger in taggers.items():
        for article, exchanged in exchanges(lang):
            before = _scored(article, tagger, lang)
            for other in exchanged:
                after = _scored(other, tagger, lang)
                changes += list(np.abs(after - before))
                kept += [_same_order(before, after, i) for i in range(len(before))]
    where = "names exchanged", sha256_of([LABELS.parent / "swaps.toml"], LABELS.parent)
    change = float(np.percentile(changes, 95))
    return [
        _row(where, "change of score, 95th percentile", change, None, len(changes)),
        _row(where, "place in the article unchanged", float(np.mean(kept)), None, len(kept)),
    ]


def _scored(article: Article, tagger: Tagger, lang: str) -> Floats:
    return _ranked(_shown(article, tagger, lang), lang)


def _same_order(before: Floats, after: Floats, i: int) -> bool:
    """True if no sentence of the article that stood above or below sentence ``i`` has changed sides."""
    return not ((np.sign(before - before[i]) * np.sign(after - after[i])) < 0).any()


def _row(
    where: tuple[str, str], metric: str, score: float, low_high: Bounds, n: int, peer: str | None = None
) -> dict[str, object]:
    """``where``: the set, and the sha256 of what it was measured on."""
    low, high = low_high or (None, None)
    return {
        "task": TASK, "set": where[0], "metric": metric, "score": score, "n": n, "low": low, "high": high,
        "peer": peer, "corpus": where[1],
    }  # fmt: skip
