"""Words on the page: each is written so that the language switch in the page can say it again."""

import json
from collections.abc import Iterable, Mapping
from typing import Literal

from markupsafe import Markup

from anyq.languages import messages
from anyq.page.article import writable

Ui = Literal["ru", "kk", "en"]
UIS: tuple[Ui, ...] = ("ru", "kk", "en")
NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
_MONTHS = 12


class Word(str):
    """The key of a message, where an argument of a message is itself a message."""

    __slots__ = ()


Argument = str | float | int | Word
# Elements that show a message carry its key and arguments; page.js reads the same two attributes.
_KEY, _ARGUMENTS = "data-m", "data-a"


class Words:
    """Messages in one language of the interface; remembers which were used, so that the page embeds no others."""

    def __init__(self, ui: Ui) -> None:
        self.ui: Ui = ui
        self.used: set[str] = set()

    def has(self, key: str) -> bool:
        """True if the catalogue knows ``key``."""
        return key in messages(self.ui)

    def text(self, key: str, **arguments: Argument) -> str:
        """The message as plain text, numbers in the manner of the language."""
        self.used.add(key)
        said = messages(self.ui)[key]
        for name, value in arguments.items():
            said = said.replace("{" + name + "}", self._argument(value))
        return said

    def say(self, key: str, **arguments: Argument) -> Markup:
        """The message as a ``<span>`` that the language switch can say again."""
        return Markup("<span{}>{}</span>").format(
            _address(_KEY, _ARGUMENTS, key, arguments), writable(self.text(key, **arguments))
        )

    def name(self, key: str, **arguments: Argument) -> Markup:
        """The message as ``aria-label`` of an element, with a leading space; the switch can say it again."""
        return Markup(' aria-label="{}"{}').format(
            writable(self.text(key, **arguments)), _address(_KEY + "l", _ARGUMENTS, key, arguments)
        )

    def number(self, value: float) -> Markup:
        """A number alone as a ``<span>`` that the language switch can write again."""
        return Markup('<span data-n="{}">{}</span>').format(_plain(value), self._argument(value))

    def catalogues(self, more: Iterable[str]) -> dict[str, dict[str, str]]:
        """Language -> key -> message: those used so far and ``more``."""
        keys = sorted(self.used.union(more))
        return {ui: {key: messages(ui)[key] for key in keys} for ui in UIS}

    def _argument(self, value: Argument) -> str:
        if isinstance(value, Word):
            return self.text(value)
        return value if isinstance(value, str) else written_number(value, self.ui)


def written_number(value: float, ui: Ui) -> str:
    """``6000.5`` as ``6 000,5`` (ru, kk: no-break space) or ``6,000.5`` (en); at most four decimals."""
    group, point = (",", ".") if ui == "en" else (NO_BREAK_SPACE, ",")
    whole, _, rest = _plain(abs(value)).partition(".")
    digits = f"{int(whole):,}".replace(",", group) if whole.isdigit() else whole
    return (MINUS if value < 0 else "") + digits + (point + rest if rest else "")


def day(published_at: str) -> tuple[str, dict[str, Argument]] | None:
    """Key and arguments that say an RFC 3339 time or a bare date; null where it is neither."""
    date, _, clock = published_at.partition("T")
    parts = date.split("-")
    if len(parts) != 3 or not all(p.isascii() and p.isdigit() for p in parts) or not 1 <= int(parts[1]) <= _MONTHS:
        return None
    said: dict[str, Argument] = {
        "day": str(int(parts[2])),
        "month": Word(f"page.month.{int(parts[1])}"),
        "year": parts[0],
    }
    if not clock:
        return "page.day", said
    return "page.moment", {**said, "time": clock[:5]}


def _plain(value: float) -> str:
    """The number with at most four decimals and no trailing zero; what is no number says so."""
    rounded = f"{value:.4f}"
    return rounded.rstrip("0").rstrip(".") if "." in rounded else rounded


def _address(key_name: str, arguments_name: str, key: str, arguments: Mapping[str, Argument]) -> Markup:
    head = Markup(' {}="{}"').format(key_name, key)
    if not arguments:
        return head
    plain = {n: {"m": str(v)} if isinstance(v, Word) else v for n, v in arguments.items()}
    said = writable(json.dumps(plain, ensure_ascii=False, separators=(",", ":")))
    return head + Markup(' {}="{}"').format(arguments_name, said)
