"""One sentence, apart from any document -> how much it is worth checking."""

from collections.abc import Sequence

from anyq.extract.claims.find import Material, find_claims
from anyq.extract.parse import Tagger
from anyq.extract.parsing import parse
from anyq.extract.quantities import find_quantities
from anyq.records.reading import Reason

_ENDS = ".!?…"


def rank(text: str, tagger: Tagger, *, lang: str = "ru") -> tuple[float, Sequence[Reason]]:
    """Check-worthiness 0..1 of ``text`` and its reasons; of several sentences the worthiest counts.

    A text without a full stop is taken for a sentence that lost it, not for a heading. No sentence gives 0.
    """
    whole = text if text.rstrip()[-1:] in _ENDS else text.rstrip() + "."
    quantities = find_quantities(whole, published=None, lang=lang)
    found = find_claims(parse(whole, tagger), Material(quantities=quantities), outlet=None, lang=lang)
    best = max(found, key=lambda c: c.checkworthiness, default=None)
    return (best.checkworthiness, best.reasons) if best else (0.0, ())
