"""The head of an agency's text: "ОЗЁРСК, 14 октября (Степной телеграф) – ". It is nobody's words."""

import re

from anyq.text import Span

_PLACE = r"[A-ZА-ЯЁ][\w-]+(?:[ /][A-ZА-ЯЁ][\w-]+){0,2}(?:, [A-ZА-ЯЁ][\w-]+(?: [\w-]+)?)?"
_DATE = (
    r"\d{1,2}\s+(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.?"
    r"(?:,?\s+\d{4}(?:\s*г(?:ода\b|\.|\b))?)?(?:,?\s+\d{1,2}[:.]\d{2})?"
)
_BRACKETS = r"(?:\([^()\n]{2,60}\)|/[^/\n]{2,60}/|\[[^\]\n]{2,60}\])"
_NAME = r"[A-ZА-ЯЁ«\"](?:[\w»\"-]|\.(?=[A-Z]{2,3}\b))*"  # INTERFAX.RU
_AGENCY = rf"{_NAME}(?: {_NAME}){{0,3}}(?:, [A-ZА-ЯЁ][\w.-]+ [A-ZА-ЯЁ][\w-]+)?"
_CAPITALS = r"[A-ZА-ЯЁ][A-ZА-ЯЁ-]{2,}(?: [A-ZА-ЯЁ][A-ZА-ЯЁ-]+)?"
_DASH = r"\s*[-–—]+\s+"
_STOP = r"(?:\.\s*|\s*[-–—:]+\s+)"
_BREAK = rf"(?:[.,]?{_DASH}|[.,]\s+)"
_FORMS = (
    rf"(?:{_PLACE}[.,]?\s+)?{_DATE}[.,]?\s*[-–—]?\s*{_BRACKETS}[.,]?(?:{_DASH}|\s+)",  # МОСКВА, 25 мая (Рейтер) -
    rf"(?:{_CAPITALS}[.,]?\s*)?{_BRACKETS}[.,]?{_DASH}",  # АЛМАТЫ (Рейтер) –
    rf"(?:{_PLACE}[.,]\s+)?{_DATE}{_BREAK}{_AGENCY}{_STOP}",  # МОСКВА, 25 мая — РИА Новости.
    rf"{_CAPITALS}[.,]\s+{_DATE}{_BREAK}{_NAME}(?: [\w«»\"-]+){{1,2}}{_DASH}",  # ОЗЁРСК, 5 июня, Степной телеграф –
    rf"(?:{_PLACE}|{_AGENCY})[.,]\s+{_DATE}{_STOP}",  # Москва, 12 ноября. and ИА «Степь», 17 мая.
    rf"{_CAPITALS}{_DASH}{_DATE}{_STOP}",  # РИАСТЕПЬ - 4 мая.
    rf"{_CAPITALS}[.,]\s+{_CAPITALS}{_DASH}",  # АСТАНА. КАЗИНФОРМ –
    rf"\d{{1,2}}\.\d{{2}}\.(?:\d{{2}}|\d{{4}})(?:,?\s+\d{{1,2}}[:.]\d{{2}})?{_STOP}",  # 14.10.2025 12:30 –
    rf"[A-ZА-ЯЁ][A-ZА-ЯЁ-]{{4,}}{_DASH}",  # ОЗЁРСК –
)
_DATELINE = re.compile(rf"(?:{'|'.join(_FORMS)})(?=[A-ZА-ЯЁ«\"„“\d])")


# the same behind a headline whose line end was lost: "… на мосту Озёрск, 12 ноября. Житель"
_AFTER_HEADLINE = re.compile(
    rf"(?<=[а-яё»\"!?\d] )[A-ZА-ЯЁ][\w-]+[.,]\s+{_DATE}(?:{_BREAK}{_AGENCY})?{_STOP}(?=[A-ZА-ЯЁ«\"„“\d])"
)
_HEADLINE_CHARS = 200  # a dateline has fewer; behind that many a line of capitals only would be read for minutes


def without_dateline(text: str, span: Span, line: Span) -> Span:
    """``span`` from behind the dateline that opens the paragraph ``line``; as it is if it begins elsewhere."""
    found = _DATELINE.match(text, line.start, min(line.end, line.start + _HEADLINE_CHARS))
    if found is None and not text[: line.start].strip():
        found = _AFTER_HEADLINE.search(text, line.start, min(line.end, line.start + _HEADLINE_CHARS))
    if found is None or not line.start <= span.start < found.end():
        return span
    return Span(min(found.end(), span.end), span.end)
