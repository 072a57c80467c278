"""What a verb hands back: the record, and how it looks in a notebook."""

from dataclasses import dataclass

from anyq.records import Amendment, Citation, Claim, Document, Finding, Person, Quantity, Quote, Reading, encode
from anyq.settings import Ui, load_settings


@dataclass(frozen=True)
class Result:
    """A Reading as corrected by hand. ``lost``: corrections whose quote is no longer found.

    The parts of the reading can be asked for here; ``reading`` is the record itself.
    """

    reading: Reading
    lost: tuple[Amendment, ...] = ()

    @property
    def document(self) -> Document:
        """The text and where it came from."""
        return self.reading.document

    @property
    def people(self) -> tuple[Person, ...]:
        """The people of the text."""
        return self.reading.people

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The sources of the text."""
        return self.reading.citations

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Who said what."""
        return self.reading.quotes

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers with their meaning."""
        return self.reading.quantities

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What can be checked."""
        return self.reading.claims

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What does not hold inside the text."""
        return self.reading.findings

    def json(self) -> bytes:
        """The record as ``anyq read --json`` prints it."""
        return encode(self.reading)

    def html(self, ui: Ui | None = None) -> str:
        """A self-contained page in language ``ui``, else that of the settings."""
        from anyq.page import render_html  # jinja2: what is not shown does without

        return render_html(self.reading, ui=ui or _ui(), reading_json=self.json())

    def _repr_html_(self) -> str:
        """The marked article, for a notebook."""
        from anyq.page import render_fragment

        return render_fragment(self.reading, ui=_ui())


def _ui() -> Ui:
    return load_settings().settings.ui
