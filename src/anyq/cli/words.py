"""Values as words for the screen: numbers, bounds, names, and text that cannot drive the terminal."""

from collections.abc import Iterable, Mapping
from typing import Final

from anyq.records import Amendment, Citation, Quantity, Quote, Reason, Seen

# a page may carry escape sequences and direction overrides (Unicode TR 36, section 3.2): shown, never obeyed
_CONTROLS: Final = {
    c: "\ufffd"
    for c in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000))
    if chr(c) not in "\n\t"
}
EXCERPT_CHARS: Final = 160  # two lines of a terminal of 80: enough to know a quote again
_GROUP: Final = {"en": ","}  # Russian and Kazakh group digits by a no-break space
_DECIMAL: Final = {"en": "."}


def printable(text: str) -> str:
    """``text`` of the same length without what a terminal would obey instead of show; a line ends as here."""
    return text.replace("\r\n", " \n").replace("\r", "\n").translate(_CONTROLS)


def number(value: float, ui: str) -> str:
    """A number as a reader of ``ui`` writes it: ``1 234,5`` or ``1,234.5``."""
    whole, _, part = f"{value:,.6f}".rstrip("0").rstrip(".").partition(".")
    whole = whole.replace(",", _GROUP.get(ui, "\u00a0"))
    return whole + (_DECIMAL.get(ui, ",") + part if part else "")


def amount(quantity: Quantity, words: Mapping[str, str], ui: str) -> str:
    """The value with its bound and unit in words: ``about 6,000 tonnes``."""
    low = number(quantity.low, ui) if quantity.low is not None else ""
    high = number(quantity.high, ui) if quantity.high is not None else ""
    if not low and not high:
        return words["quantity.unstated"]
    said = words[quantity.bound_key].format(low=low or high, high=high or low)
    return f"{said} {words.get(f'unit.{quantity.unit}', quantity.unit)}" if quantity.unit else said


def speaker(quote: Quote, words: Mapping[str, str]) -> str:
    """Who said it, or that it is not established."""
    return quote.speaker_name or words["speaker.unknown"]


def why_unsure(quote: Quote, words: Mapping[str, str]) -> str:
    """Why no speaker is named."""
    return words.get(f"unsure.{quote.unsure}", words["unsure.other"])


def seen(by: Seen | None, words: Mapping[str, str]) -> str:
    """Read by machine, or seen by whom and when."""
    return words["seen.person"].format(by=by.by, at=by.at) if by else words["seen.machine"]


def chain(citation: Citation, words: Mapping[str, str]) -> str:
    """Who stands between the source and the reader."""
    if citation.cited_by:
        return words["citation.by"].format(name=citation.cited_by)
    if citation.cited_by_probable:
        return words["citation.by_probable"].format(name=citation.cited_by_probable)
    return words["citation.by_article"]


def reasons(given: Iterable[Reason], words: Mapping[str, str]) -> str:
    """What adds to a check-worthiness and what takes from it: ``a number +0.30, a question -0.60``."""
    return ", ".join(f"{words.get(f'feature.{r.feature}', r.feature.replace('_', ' '))} {r.weight:+.2f}" for r in given)


def excerpt(text: str) -> str:
    """``text`` in one line, cut with an ellipsis where it is longer than ``EXCERPT_CHARS``."""
    text = " ".join(text.split())
    return text if len(text) <= EXCERPT_CHARS else text[: EXCERPT_CHARS - 1].rstrip() + "…"


def lost(amendment: Amendment, words: Mapping[str, str]) -> str:
    """A correction that no longer finds its quote: what was said of which words, by whom, when."""
    action = words[f"action.{amendment.action}"]
    return words["amend.lost"].format(
        action=action, text=excerpt(amendment.target_text), by=amendment.by, at=amendment.at
    )
