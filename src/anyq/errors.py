"""The one flat family of errors. Text = what was found, what was expected, the cure."""


class AnyqError(Exception):
    """Anything anyq refuses; ``found``, ``expected`` and ``cure`` are whole phrases for a person."""

    kind = "error"

    def __init__(self, found: str, *, expected: str = "", cure: str = "") -> None:
        self.found = found
        self.expected = expected
        self.cure = cure
        super().__init__(found, expected, cure)

    def __str__(self) -> str:
        """``found; expected …; cure``, leaving out what is empty."""
        parts = [self.found, f"expected {self.expected}" if self.expected else "", self.cure]
        return "; ".join(p for p in parts if p)


class ReadError(AnyqError):
    """Bytes that give no document: empty, no text, no article, unknown format."""

    kind = "read"


class FetchError(AnyqError):
    """A URL that gives no bytes: unreachable, refused, too large, too slow."""

    kind = "fetch"


class LanguageError(AnyqError):
    """A text in a language that anyq does not read."""

    kind = "language"


class RecordError(AnyqError):
    """JSON that is not the record it claims to be."""

    kind = "record"


class SettingsError(AnyqError):
    """A setting or an argument that cannot be used."""

    kind = "settings"


class StoreError(AnyqError):
    """Our own disk or database failed."""

    kind = "store"


class DefectError(AnyqError):
    """anyq itself failed at one input; the others go on."""

    kind = "defect"
