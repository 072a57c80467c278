"""The desk: the outside and the verbs in one hand."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from anyq.desk.correcting import amend, import_amendments
from anyq.desk.given import given_of
from anyq.desk.intake import corrected, read_handed, read_input, read_many, read_pasted
from anyq.desk.outside import outside_of
from anyq.desk.ports import Outside, Store
from anyq.desk.ranking import rank_sentences
from anyq.desk.result import Result
from anyq.desk.taggers import warm
from anyq.errors import SettingsError
from anyq.records import Failure, Ranked, Reading, Sentence, Span, Summary
from anyq.records.amendment import Action
from anyq.settings import Settings, load_settings

if TYPE_CHECKING:
    from anyq.net import Fetched


class Desk(Outside):
    """Reads articles and keeps what people correct.

    The five fields are where the outside enters; what is not given comes from ``settings``, and these, if not
    given, from the environment and the settings file.
    """

    def __init__(
        self,
        *,
        now: Callable[[], datetime] | None = None,
        entropy: Callable[[int], bytes] | None = None,
        fetch: Callable[[str, str], "Fetched"] | None = None,
        sign: Callable[[bytes], bytes] | None = None,
        store: Store | None = None,
        settings: Settings | None = None,
    ) -> None:
        real = outside_of(settings or load_settings().settings)
        super().__init__(
            now=now or real.now,
            entropy=entropy or real.entropy,
            fetch=fetch or real.fetch,
            sign=sign or real.sign,
            store=store or real.store,
        )

    def read(
        self,
        source: str | None = None,
        *,
        text: str | None = None,
        outlet: str | None = None,
        published_at: str | None = None,
        url: str | None = None,
        title: str | None = None,
    ) -> Result:
        """The Reading of a path, an address (``https://…``) or ``-``; or of ``text`` given as such.

        ``outlet``, ``published_at`` (a date, or RFC 3339), ``url`` and ``title`` win over what the page says.

        Raises:
            SettingsError: neither or both of ``source`` and ``text``; a time or address that is none.
            ReadError, FetchError, LanguageError: no article in it, no page there, a language not read.
        """
        given = given_of(outlet=outlet, published_at=published_at, url=url, title=title)
        if (source is None) == (text is None):
            raise SettingsError(
                "nothing to read" if source is None else "both a source and a text",
                expected="a path or address, or text=…",
            )
        if text is not None:
            return read_pasted(self, text, given)
        return read_input(self, source or "", given)

    def read_file(
        self, data: bytes, name: str, *, outlet: str | None = None, published_at: str | None = None
    ) -> Result:
        """The Reading of the bytes of a file called ``name``, as a browser hands them over.

        Raises:
            SettingsError: a time that is none.
            ReadError, LanguageError: no article in it, a language not read.
        """
        return read_handed(self, data, name, given_of(outlet=outlet, published_at=published_at))

    def read_many(self, sources: Iterable[str], *, jobs: int = 1) -> Iterator[Result | Failure]:
        """A Result or a Failure for each path or address, in their order, by ``jobs`` processes; none is embedded.

        With ``jobs`` above 1 a script needs ``if __name__ == "__main__":`` around its work, as every program that
        starts Python processes does.

        Raises:
            SettingsError: a model is missing.
            StoreError: what people have said cannot be read.
        """
        return read_many(self, sources, jobs=jobs)

    def rank(self, texts: Iterable[str], *, lang: str | None = None, fast: bool = False) -> list[Ranked]:
        """How much each sentence is worth checking, in their order; ids count from 0. ``lang``: ru, kk or en.

        ``fast``: by what is visible alone; no sentence is embedded.

        Raises:
            LanguageError: a sentence in a language that is not read.
        """
        found = []
        for one in rank_sentences(self, (Sentence(n, text, lang) for n, text in enumerate(texts)), fast=fast):
            if not isinstance(one, Ranked):
                raise one[1]
            found.append(one)
        return found

    def keep(self, amendments: bytes, reading: Reading | Result) -> tuple[Summary, Result]:
        """Keep the corrections that a page made (JSON, one a line); the Reading as it then stands.

        Raises:
            RecordError: not JSON.
            StoreError: they could not be kept.
        """
        summary = import_amendments(self, amendments)
        return summary, corrected(self, reading.reading if isinstance(reading, Result) else reading)

    def warm(self) -> None:
        """Load what the first text would wait for."""
        warm()

    def amend(
        self, reading: Reading | Result, quote: str, action: Action, *, by: str, value: str | Span | None = None
    ) -> Result:
        """Keep what ``by`` says of a quote: ``confirm, speaker, null, span, drop``; the Reading as it then stands.

        ``value`` is the speaker (id, name, surname) or the new Span.

        Raises:
            SettingsError: no such quote, no such person, a span outside the text.
            StoreError: it could not be kept.
        """
        return amend(
            self, reading.reading if isinstance(reading, Result) else reading, quote, action, by=by, value=value
        )
