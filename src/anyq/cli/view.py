"""A Reading for the eyes: the marked article, then lists, then what is not established and why."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from anyq.cli.inline import marked_text
from anyq.cli.words import amount, chain, excerpt, lost, number, printable, reasons, seen, speaker, why_unsure
from anyq.languages import messages
from anyq.records import Amendment, Citation, Claim, Finding, Person, Quantity, Quote, Reading, Span

SURE: Final = 0.5  # records.md: claims from here up are the ones to check


class View:
    """The parts of one reading as renderables, in language ``ui``."""

    def __init__(self, reading: Reading, ui: str, lost: tuple[Amendment, ...] = ()) -> None:
        self.reading, self.ui, self.lost = reading, ui, lost
        self.words: Mapping[str, str] = messages(ui)

    def whole(self) -> RenderableType:
        """Everything, the article first and what is not established last."""
        parts: list[RenderableType] = [self._heading(), Padding(marked_text(self.reading), (1, 0))]
        parts += [self.cited(), self.said(), self.people(), self.quantities(), self.claims(), self.findings()]
        parts.append(self.unsure())
        if self.lost:
            parts.append(self.lost_corrections())
        return Group(*parts)

    def summary(self) -> Iterator[RenderableType]:
        """What the demo prints last: cited, said, not established, what does not add up, the top claim."""
        yield self.cited()
        yield self.said()
        yield self.unsure()
        yield self.findings()
        yield self.claims(limit=1)

    def quote(self, id: str) -> RenderableType:
        """One quote, or nothing if it has been dropped."""
        return Group(*(self._quote(q) for q in self.reading.quotes if q.id == id))

    def cited(self) -> RenderableType:
        """Sources with the chain to the reader."""
        return self._list("cited", [self._citation(c) for c in self.reading.citations])

    def said(self) -> RenderableType:
        """Quotes with speaker, mode and whether a person has seen them."""
        return self._list("said", [self._quote(q) for q in self.reading.quotes])

    def people(self) -> RenderableType:
        """People with role and organisation as written."""
        return self._list("people", [self._person(p) for p in self.reading.people])

    def quantities(self) -> RenderableType:
        """Numbers with bound, unit, what is counted, period."""
        return self._list("quantities", [self._quantity(n) for n in self.reading.quantities])

    def claims(self, limit: int | None = None) -> RenderableType:
        """Claims worth checking, the worthiest first, each with its reasons."""
        worthy = [c for c in self.reading.claims if c.checkworthiness >= SURE]
        ranked = sorted(worthy, key=lambda c: (-c.checkworthiness, c.span))[:limit]
        return self._list("top_claim" if limit == 1 else "claims", [self._claim(c) for c in ranked], empty="claims")

    def findings(self) -> RenderableType:
        """What does not hold inside the text."""
        return self._list("findings", [self._finding(f) for f in self.reading.findings])

    def unsure(self) -> RenderableType:
        """Quotes without a speaker, and why."""
        open_quotes = [q for q in self.reading.quotes if q.speaker_name is None]
        lines = [self._row(q.id, f"{why_unsure(q, self.words)}: «{self._excerpt(q.content)}»") for q in open_quotes]
        return self._list("unsure", lines, empty="unsure" if self.reading.quotes else "unsure_empty")

    def lost_corrections(self) -> RenderableType:
        """Amendments that no longer find their quote."""
        lines = [self._row("!", lost(a, self.words)) for a in self.lost]
        return self._list("lost", lines, empty="findings")

    def _heading(self) -> Text:
        document, words = self.reading.document, self.words
        head = Text(printable(document.title or self.reading.input), style="bold")
        facts = (
            ("document.outlet", document.outlet),
            ("document.published", document.published_at),
            ("document.authors", ", ".join(document.authors) or None),
            ("document.url", document.url),
        )
        for key, value in facts:
            head.append(f"\n{words[key]}: {printable(value or words['document.unknown'])}", style="not bold dim")
        return head

    def _list(self, key: str, lines: Iterable[Text], *, empty: str = "") -> RenderableType:
        rows = list(lines) or [Text(self.words[f"none.{empty or key}"], style="dim")]
        return Group(Text(self.words[f"head.{key}"], style="bold underline"), Padding(Group(*rows), (0, 0, 1, 2)))

    def _row(self, id: str, line: str, *details: str) -> Text:
        row = Text(f"[{id}] ", style="dim")
        row.append(printable(line), style="not dim")
        for detail in details:
            row.append(f"\n     {printable(detail)}")
        return row

    def _citation(self, c: Citation) -> Text:
        line = f"{c.source} — {self.words[f'citation.{c.kind}']}; {chain(c, self.words)}"
        return self._row(c.id, line, *([c.href] if c.href else []))

    def _quote(self, q: Quote) -> Text:
        words = self.words
        about = [words[f"mode.{q.mode}"]]
        about += [words[f"quote.{k}"].format(name=v) for k, v in (("via", q.via), ("channel", q.channel)) if v]
        if q.within:
            about.append(words["quote.within"].format(id=q.within))
        about.append(seen(q.seen_by, words))
        return self._row(q.id, f"{speaker(q, words)}: «{self._excerpt(q.content)}»", "; ".join(about))

    def _person(self, p: Person) -> Text:
        about = [a for a in (p.role, p.organisation) if a]
        return self._row(p.id, f"{p.name} — {', '.join(about)}" if about else p.name)

    def _quantity(self, n: Quantity) -> Text:
        about = [a for a in (n.counted, n.period) if a]
        said = f"{amount(n, self.words, self.ui)} — «{n.span.of(self.reading.document.text)}»"
        return self._row(n.id, "; ".join([said, *about]))

    def _claim(self, c: Claim) -> Text:
        words = self.words
        who = words["claim.claimant"].format(name=c.claimant) if c.claimant else words["claim.claimant_unknown"]
        worth = words["claim.worth"].format(value=number(round(c.checkworthiness, 2), self.ui))
        why = reasons(c.reasons, words)
        return self._row(
            c.id,
            self._excerpt([c.span]),
            "; ".join((worth, words[f"claim.{c.kind}"], who, seen(c.seen_by, words))),
            *([f"{words['head.reasons']}: {why}"] if why else []),
        )

    def _finding(self, f: Finding) -> Text:
        words = self.words
        line = "; ".join(
            (words["finding.says"].format(value=f.says), words["finding.computes"].format(value=f.computes))
        )
        return self._row(words.get(f"finding.{f.kind}", f.kind), line, *(f"«{self._excerpt([s])}»" for s in f.spans))

    def _excerpt(self, spans: Iterable[Span]) -> str:
        return excerpt(" … ".join(s.of(self.reading.document.text) for s in spans))


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Let the command end as it does wherever its reader has seen enough; rich would exit with 1."""
        raise BrokenPipeError


def console(*, stderr: bool = False) -> Console:
    """A console that shows text as it is: no markup, no guessing of numbers and paths."""
    return _Console(stderr=stderr, markup=False, highlight=False, emoji=False, soft_wrap=False)
