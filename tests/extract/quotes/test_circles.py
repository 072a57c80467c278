"""A tagger's tree may hold a circle of heads; reading it ends all the same."""

from anyq.extract.parse import Parse, Sentence, Word
from anyq.extract.quotes.cues import find_cues
from anyq.extract.quotes.lexicon import lexicon
from anyq.text import Span


def _verb(text: str, start: int, head: int) -> Word:
    feats = {"VerbForm": "Fin", "Number": "Sing", "Gender": "Masc", "Tense": "Past"}
    return Word(Span(start, start + len(text)), text, "сказать", "VERB", feats, head, "conj")


def test_two_verbs_that_are_each_others_head_end_the_search_for_a_subject() -> None:
    text = "сказал сказал"
    line = Span(0, len(text))
    sentence = Sentence(line, 0, (_verb("сказал", 0, 1), _verb("сказал", 7, 0)))
    cues = find_cues(Parse(text, text, (line,), (sentence,), ()), lexicon("ru"))
    assert [c.source for c in cues] == [(), ()]
