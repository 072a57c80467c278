"""The language of snippets of NTREX-128 documents: Russian, Kazakh and English of the same news.

A snippet is the first 2, 4 or 8 words of a sentence, and the same number again behind the word that follows. Right is
the language of the document it was cut from, also where the snippet is a name or a title in another ("Global Citizen"
in a Kazakh text): no reader could tell more, and a part of the misses is of this kind. *All* is the mean of the three.
"""

from benchmarks.language.run import run

__all__ = ["run"]
