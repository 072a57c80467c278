"""The Reading of a Kazakh or English text holds its quantities and what does not add up among them."""

import pytest

from anyq.extract import extract
from anyq.extract.surface.cue import Grammar
from anyq.extract.surface.english import English
from anyq.extract.surface.kazakh import Kazakh
from anyq.extract.surface.tagger import SurfaceTagger
from anyq.records import Document, Reading
from anyq.records.document import document_id, text_sha256


def read(text: str, grammar: Grammar) -> Reading:
    document = Document(
        id=document_id(text, url=None, outlet=None),
        lang=grammar.lang,
        url=None,
        outlet=None,
        title=None,
        authors=(),
        published_at="2025-09-29T10:00:00+05:00",
        text=text,
        text_sha256=text_sha256(text),
    )
    return extract(document, SurfaceTagger(grammar), given="-")


@pytest.mark.parametrize(
    ("grammar", "text", "written", "period"),
    [
        (English(), "Last year the mill sold more than 900 sacks.", "more than 900 sacks", "Last year (2024)"),
        (Kazakh(), "Былтыр диірмен 900 қаптан астам ұн сатты.", "900 қаптан астам", "Былтыр (2024)"),
        (Kazakh(), "Byltyr dıirmen 900 qaptan astam un satty.", "900 qaptan astam", "Byltyr (2024)"),
    ],
)
def test_quantities_stand_in_the_reading(grammar: Grammar, text: str, written: str, period: str) -> None:
    (quantity,) = read(text, grammar).quantities
    assert (quantity.span.of(text), quantity.bound, quantity.low) == (written, "more_than", 900)
    assert quantity.period == period


@pytest.mark.parametrize(
    ("grammar", "text"),
    [
        (English(), "Honey output rose from 40 to 46 tonnes, or by 25%."),
        (Kazakh(), "Бал өндіру 40 тоннадан 46 тоннаға дейін, яғни 25 пайызға өсті."),
    ],
)
def test_findings_stand_in_the_reading(grammar: Grammar, text: str) -> None:
    (finding,) = read(text, grammar).findings
    assert (finding.kind, finding.says, finding.computes) == ("arithmetic", "+25 %", "+15 %")
