"""Readings made by hand from marked text: the quotes are the marks ``{q=Name:…}`` (no name: not established)."""

from anyq.records import Claim, Document, Person, Quote, Reading
from anyq.records.document import document_id, text_sha256
from tests.marked import parse_marked


def made(marked: str, *, url: str | None = None, outlet: str | None = None) -> Reading:
    text, marks = parse_marked(marked)
    names = list(dict.fromkeys(m.value for m in marks if m.value))
    people = tuple(Person(f"p{i}", n, None, None, ()) for i, n in enumerate(names, 1))
    ids = {p.name: p.id for p in people}
    quotes = tuple(
        Quote(
            f"q{i}",
            "direct",
            (m.span,),
            None,
            None,
            ids.get(m.value),
            m.value or None,
            unsure=None if m.value else "no_name_given",
        )
        for i, m in enumerate(marks, 1)
    )
    claims = tuple(
        Claim(f"c{i}", q.content[0], "fact", 0.5, q.speaker, q.id, q.speaker_name, (), ())
        for i, q in enumerate(quotes, 1)
    )
    document = Document(
        id=document_id(text, url=url, outlet=outlet),
        lang="ru",
        url=url,
        outlet=outlet,
        title=None,
        authors=(),
        published_at=None,
        text=text,
        text_sha256=text_sha256(text),
    )
    return Reading("made.txt", document, people=people, quotes=quotes, claims=claims)
