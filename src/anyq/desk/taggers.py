"""The tagger of each language that is read, loaded when the first text needs it."""

from functools import cache
from typing import TYPE_CHECKING, Final

from anyq.errors import LanguageError
from anyq.records import Document

if TYPE_CHECKING:  # extract loads numpy: see intake
    from anyq.extract.parse import Tagger

READ: Final = ("ru", "kk", "kk-Latn", "en")


def tagger_for(document: Document) -> "Tagger":
    """The tagger of the document's language; about a second for the first one of a process.

    Raises:
        LanguageError: a language that is not read.
    """
    if document.lang not in READ:
        raise LanguageError(
            "the text seems to be neither Russian, Kazakh nor English",
            expected="Russian; Kazakh in Cyrillic or Latin letters; English",
            cure="give a text in one of these languages",
        )
    return tagger_of(document.lang)


def tagger_of(lang: str | None) -> "Tagger":
    """The tagger of a language of ``READ``; both scripts of Kazakh have one.

    Raises:
        LanguageError: another language.
    """
    if lang == "ru":
        return _russian()
    if lang not in READ:
        raise LanguageError(
            "the sentence seems to be neither Russian, Kazakh nor English",
            expected="one of these languages",
            cure='say it: "lang": "ru", "kk" or "en"',
        )
    return _kazakh() if lang.startswith("kk") else _english()


def folder_of(lang: str) -> str:
    """The folder of ``languages``: both scripts of Kazakh have one."""
    return lang.split("-")[0]


def warm() -> None:
    """Load the models that most texts need (a second), so that the first text does not wait for them."""
    _russian()


@cache
def _russian() -> "Tagger":
    # numpy and the models: a text in another language does without
    from anyq.extract.russian import RussianTagger

    return RussianTagger()


@cache
def _kazakh() -> "Tagger":
    from anyq.extract.surface import SurfaceTagger
    from anyq.extract.surface.kazakh import Kazakh

    return SurfaceTagger(Kazakh())


@cache
def _english() -> "Tagger":
    from anyq.extract.surface import SurfaceTagger
    from anyq.extract.surface.english import English

    return SurfaceTagger(English())
