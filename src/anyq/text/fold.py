"""One character for one, so that offsets into the folded text are offsets into the original."""

# Non-breaking hyphens, thin spaces and typographic apostrophes occur in real wire text;
# taggers and word lists know only the plain ones.
_HYPHENS = "\u2010\u2011\u00ad"
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"  # zero-width: a space keeps the count
_TABLE = str.maketrans(
    dict.fromkeys(_HYPHENS, "-") | dict.fromkeys(_SPACES + _INVISIBLE, " ") | {"\u2212": "-", "\u2019": "'"}
)


def fold(text: str) -> str:
    """``text`` with rare hyphens and spaces replaced by plain ones; the length never changes."""
    return text.translate(_TABLE)
