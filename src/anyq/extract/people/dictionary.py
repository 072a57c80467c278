"""The readings of a word in the dictionary of pymorphy3, asked once a word."""

from functools import lru_cache
from typing import Any

from anyq.extract.russian import analyzer


@lru_cache(maxsize=65536)
def readings_of(word: str) -> tuple[Any, ...]:
    """All readings of ``word``, likeliest first; guesses by its ending where the dictionary lacks it."""
    return tuple(analyzer().parse(word))


def in_dictionary(reading: Any) -> bool:
    """True if the reading is an entry of the dictionary itself, not guessed from an ending or a prefix."""
    return len(reading.methods_stack) == 1 and "DictionaryAnalyzer" in str(reading.methods_stack[0][0])


def is_known(word: str) -> bool:
    """True if the dictionary has ``word`` itself."""
    return bool(analyzer().word_is_known(word))
