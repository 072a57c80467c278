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
# Latin letters that stand in Cyrillic words by a slip of the keyboard or by an old code page
_TWINS = str.maketrans("aceopxyiABCEHKMOPTXI", "асеорхуіАВСЕНКМОРТХІ")
_LETTERS = "[а-яёА-ЯЁіІaceopxyiABCEHKMOPTXI]"
# begun at the first letter of a run only: from each letter of a word of n letters it would be n² steps
_MIXED = re.compile(rf"(?<!{_LETTERS})(?={_LETTERS}*[aceopxyiABCEHKMOPTXI])(?={_LETTERS}*[а-яёА-ЯЁ]){_LETTERS}++(?!\w)")
_LINK = re.compile(r"\[(?:https?:)?//\S+(?P<label> [^\]\n]*)\]")
_ITALICS = re.compile(r"'{3,}|''(?=[«\"„])|(?<=[»\"”])''")  # of wikis: bold, and italics beside marks
_PAIR = re.compile(r"''|``")  # italics instead of marks, and the marks of TeX
_SINGLE = re.compile(r"(?P<open>(?<![\w'»\"])['\u2018](?=[\w«\"…]))|(?P<close>(?<=[\w.,!?…»\"])'(?![\w']))")


def fold(text: str) -> str:
    """``text`` with rare hyphens and spaces replaced by plain ones; the length never changes."""
    return text.translate(_TABLE)


def plain(text: str) -> str:
    """``text`` folded, with the marks of tables, wikis and TeX made plain ones; the length never changes."""
    found = _LINK.sub(_label, unwrap(fold(text)))
    found = _MIXED.sub(lambda m: m[0].translate(_TWINS), found)
    return "".join(_straight(line) for line in found.splitlines(keepends=True))


def unwrap(text: str) -> str:
    """A folded text that was pasted as one quoted field of a table: its outer marks and its doubled ones undone.

    The length never changes: a mark that is dropped becomes a space. Any other text comes back as it is.
    """
    body = text.strip()
    if len(body) < 4 or body[0] != '"' or body[-1] != '"' or '""' not in body[1:-1]:
        return text
    first, last = text.index('"'), text.rindex('"')
    inner, is_open = list(text[first + 1 : last]), False
    for m in _DOUBLED.finditer(text, first + 1, last):
        is_open = _starts_word(text, m.start(), is_open=is_open)
        inner[m.start() - first - 1 : m.end() - first - 1] = ' "' if is_open else '" '
    return f"{text[:first]} {''.join(inner)} {text[last + 1 :]}"


def _starts_word(text: str, at: int, *, is_open: bool) -> bool:
    """True if the two marks at ``at`` stand before a word rather than behind one."""
    before, after = text[at - 1], text[at + 2 : at + 3]
    if before in ".!?…" and after.isalnum():
        return not is_open  # the space between two sentences was lost
    return before.isspace() or before in "(-–—" or (before == '"' and not is_open)


def _label(link: re.Match[str]) -> str:
    return link["label"].rjust(len(link[0]) - 1) + " "


def _straight(line: str) -> str:
    """One line with its paired '' '', `` `` and ' ' as guillemets, and '' beside a mark as spaces."""
    marks = list(_ITALICS.sub(lambda m: " " * len(m[0]), line))
    for find in (_pairs, _singles):
        waiting: list[tuple[int, int]] = []
        for start, end, opens in find("".join(marks)):
            if opens:
                waiting.append((start, end))
            elif waiting or marks[start] == "`":  # a pair of TeX closes a guillemet, too
                if waiting:
                    first = waiting.pop()
                    marks[first[0] : first[1]] = "«".rjust(first[1] - first[0])
                marks[start:end] = "»".ljust(end - start)
    return "".join(marks)


def _pairs(line: str) -> list[tuple[int, int, bool]]:
    found = []
    for m in _PAIR.finditer(line):
        before, after = line[m.start() - 1 : m.start()] or " ", line[m.end() : m.end() + 1] or " "
        opens = not before.isalnum() and before not in ".!?…,%" and (after.isalnum() or after in "…(")
        found.append((m.start(), m.end(), opens))
    return found


def _singles(line: str) -> list[tuple[int, int, bool]]:
    return [(m.start(), m.end(), m["open"] is not None) for m in _SINGLE.finditer(line)]
