"""The tagger of each language that is read, loaded when the first text needs it."""

from functools import cache
from typing import TYPE_CHECKING, Final

from anyq.errors import LanguageError
from anyq.records import Document

if TYPE_CHECKING:  # extract loads numpy: see intake
    from anyq.extract.parse import Tagger

_NAMES: Final = {"kk": "Kazakh", "kk-Latn": "Kazakh in Latin script", "en": "English"}


def tagger_for(document: Document) -> "Tagger":
    """The tagger of the document's language; about a second for the first one of a process.

    Raises:
        LanguageError: a language that is not read yet; it says which one it seems to be.
    """
    if document.lang != "ru":
        seems = _NAMES.get(document.lang or "", "neither Russian, Kazakh nor English")
        raise LanguageError(
            f"the text seems to be {seems}",
            expected="Russian: anyq reads no other language yet",
            cure="give a Russian text",
        )
    return _russian()


def tagger_of(lang: str | None) -> "Tagger":
    """The tagger of ``ru``, ``kk``, ``kk-Latn`` or ``en``.

    Raises:
        LanguageError: another language.
    """
    if lang == "ru":
        return _russian()
    if lang not in _NAMES:
        raise LanguageError(
            "the sentence seems to be neither Russian, Kazakh nor English",
            expected="one of these languages",
            cure='say it: "lang": "ru", "kk" or "en"',
        )
    return _surface(folder_of(lang))


def folder_of(lang: str) -> str:
    """The folder of ``languages``: both scripts of Kazakh have one."""
    return lang.split("-")[0]


@cache
def _surface(lang: str) -> "Tagger":
    # the name models: a text in Russian does without
    from anyq.extract.surface.english import English
    from anyq.extract.surface.kazakh import Kazakh
    from anyq.extract.surface.tagger import SurfaceTagger

    return SurfaceTagger(Kazakh() if lang == "kk" else English())


def warm() -> None:
    """Load the models that most texts need (a second), so that the first text does not wait for them."""
    _russian()


@cache
def _russian() -> "Tagger":
    # numpy and the models: a text in another language does without
    from anyq.extract.russian import RussianTagger

    return RussianTagger()
