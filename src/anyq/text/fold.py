"""One character for one, so that offsets into the folded text are offsets into the original."""

import re

# Non-breaking hyphens, thin spaces and typographic apostrophes occur in real wire text;
# taggers and word lists know only the plain ones.
_DOUBLED = re.compile('""')
_HYPHENS = "\u2010\u2011\u00ad"
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"  # zero-width: a space keeps the count
_TABLE = str.maketrans(
    dict.fromkeys(_HYPHENS, "-") | dict.fromkeys(_SPACES + _INVISIBLE, " ") | {"\u2212": "-", "\u2019": "'"}
)


def fold(text: str) -> str:
    """``text`` with rare hyphens and spaces replaced by plain ones; the length never changes."""
    return text.translate(_TABLE)


def unwrap(text: str) -> str:
    """A folded text that was pasted as one quoted field of a table: its outer marks and its doubled ones undone.

    The length never changes: a mark that is dropped becomes a space. Any other text comes back as it is.
    """
    body = text.strip()
    if len(body) < 4 or body[0] != '"' or body[-1] != '"' or '""' not in body[1:-1]:
        return text
    first, last = text.index('"'), text.rindex('"')
    inner = _DOUBLED.sub(lambda m: ' "' if _starts_word(text, first + 1 + m.start()) else '" ', text[first + 1 : last])
    return f"{text[:first]} {inner} {text[last + 1 :]}"


def _starts_word(text: str, at: int) -> bool:
    """True if the two marks at ``at`` stand before a word rather than behind one."""
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "(-–—"
