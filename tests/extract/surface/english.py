"""English texts read with the shipped model, each once a session."""

from functools import cache

from anyq.extract import extract
from anyq.extract.surface.english import English
from anyq.extract.surface.tagger import SurfaceTagger
from anyq.records import Document, Reading
from anyq.records.document import document_id, text_sha256


@cache
def tagger() -> SurfaceTagger:
    return SurfaceTagger(English())


@cache
def read(text: str, outlet: str | None = None) -> Reading:
    document = Document(
        id=document_id(text, url=None, outlet=outlet),
        lang="en",
        url=None,
        outlet=outlet,
        title=None,
        authors=(),
        published_at=None,
        text=text,
        text_sha256=text_sha256(text),
    )
    return extract(document, tagger(), given="-")
