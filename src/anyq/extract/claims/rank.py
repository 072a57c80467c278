"""One sentence, apart from any document -> how much it is worth checking."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from anyq.extract.claims.find import Material, find_claims, shown
from anyq.extract.claims.meaning import PLAIN, Ranking, Shown
from anyq.extract.parse import Parse, Tagger
from anyq.extract.parsing import parse
from anyq.extract.quantities import find_quantities
from anyq.extract.surface.tagger import SurfaceTagger
from anyq.records.reading import Reason

_ENDS = ".!?…"


def rank(text: str, tagger: Tagger, *, lang: str = "ru", ranking: Ranking = PLAIN) -> tuple[float, Sequence[Reason]]:
    """Check-worthiness 0..1 of ``text`` and its reasons; of several sentences the worthiest counts.

    A text without a full stop is taken for a sentence that lost it, not for a heading. No sentence gives 0.
    """
    parsed, material, letters = _read(text, tagger, lang)
    # apart from its article a sentence is what the model has learned
    found = find_claims(parsed, material, lang=lang, ranking=replace(ranking, share=1.0), letters=letters)
    best = max(found, key=lambda c: c.checkworthiness, default=None)
    return (best.checkworthiness, best.reasons) if best else (0.0, ())


def shows(text: str, tagger: Tagger, *, lang: str = "ru") -> Shown | None:
    """What the sentence of ``text`` shows, of several the worthiest by its features; None where there is none."""
    parsed, material, letters = _read(text, tagger, lang)
    rows = [row for _, row in shown(parsed, material, lang=lang, letters=letters)]
    return max(rows, key=lambda row: row.cents, default=None)


def _read(said: str, tagger: Tagger, lang: str) -> tuple[Parse, Material, Callable[[str], str] | None]:
    text = said if said.rstrip()[-1:] in _ENDS else said.rstrip() + "."
    if isinstance(tagger, SurfaceTagger):
        grammar = tagger.grammar
        quantities = find_quantities(text, published=None, lang=grammar.lang, letters=grammar.spelling(text))
        return parse(text, tagger, segmenter=grammar), Material(quantities=quantities), grammar.letters
    return parse(text, tagger), Material(quantities=find_quantities(text, published=None, lang=lang)), None
