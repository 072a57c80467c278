"""The head of an agency's text: "ОЗЁРСК, 14 октября (Степной телеграф) – ". It is nobody's words."""

import re

from anyq.text import Span

_PLACE = r"[A-ZА-ЯЁ][\w-]+(?:[ /][A-ZА-ЯЁ][\w-]+){0,2}"
_DATE = (
    r"\d{1,2}\s+(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.?"
    r"(?:,?\s+\d{4}(?:\s*г(?:ода\b|\.|\b))?)?(?:,?\s+\d{1,2}[:.]\d{2})?"
)
_BRACKETS = r"(?:\([^()\n]{2,60}\)|/[^/\n]{2,60}/|\[[^\]\n]{2,60}\])"
_AGENCY = r"[A-ZА-ЯЁ«\"][\w.»\"-]*(?: [A-ZА-ЯЁ«\"0-9][\w.»\"-]*){0,3}(?:, [A-ZА-ЯЁ][\w.-]+ [A-ZА-ЯЁ][\w-]+)?"
_CAPITALS = r"[A-ZА-ЯЁ][A-ZА-ЯЁ-]{2,}(?: [A-ZА-ЯЁ][A-ZА-ЯЁ-]+)?"
_DASH = r"\s*[-–—]+\s+"
_STOP = r"(?:\.\s+|\s*[-–—:]+\s+)"
_FORMS = (
    rf"(?:{_PLACE}[.,]?\s+)?{_DATE}[.,]?\s*[-–—]?\s*{_BRACKETS}[.,]?(?:{_DASH}|\s+)",  # МОСКВА, 25 мая (Рейтер) -
    rf"{_CAPITALS}[.,]?\s*{_BRACKETS}[.,]?(?:{_DASH}|\s+)",  # АЛМАТЫ (Рейтер) –
    rf"(?:{_PLACE}[.,]\s+)?{_DATE}[.,]?(?:{_DASH}|\s+){_AGENCY}{_STOP}",  # МОСКВА, 25 мая — РИА Новости.
    rf"{_PLACE}[.,]\s+{_DATE}{_STOP}",  # Москва, 12 ноября. and ТАСС, 17 мая.
    rf"{_CAPITALS}[.,]\s+{_CAPITALS}{_DASH}",  # АСТАНА. КАЗИНФОРМ –
    rf"\d{{1,2}}\.\d{{2}}\.(?:\d{{2}}|\d{{4}})(?:,?\s+\d{{1,2}}[:.]\d{{2}})?{_STOP}",  # 14.10.2025 12:30 –
    rf"{_CAPITALS}{_DASH}(?=[A-ZА-ЯЁ][а-яё])",  # ОЗЁРСК –
)
_DATELINE = re.compile("|".join(f"(?:{form})" for form in _FORMS))


def without_dateline(text: str, span: Span, line: Span) -> Span:
    """``span`` from behind the dateline that opens the paragraph ``line``; as it is if it begins elsewhere."""
    found = _DATELINE.match(text, line.start, line.end)
    if found is None or not line.start <= span.start < found.end():
        return span
    return Span(min(found.end(), span.end), span.end)
