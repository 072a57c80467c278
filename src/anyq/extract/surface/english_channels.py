"""Where something was said in English: the medium that was told, the network, the programme."""

from collections.abc import Iterator

from anyq.extract.surface.cue import Cue
from anyq.extract.surface.english_clauses import addressee
from anyq.extract.surface.english_line import Line
from anyq.extract.surface.english_phrases import phrase_after
from anyq.extract.surface.english_words import link_words, small, verbs
from anyq.extract.surface.nouns import nouns


def channels(line: Line, number: int) -> Iterator[Cue]:
    """The medium where something was said: "told Reuters", "in an interview with X", "on Twitter", "tweeted"."""
    for at, low in enumerate(line.low):
        if line.in_marks[at]:
            continue
        verb = verbs().get(low)
        first: int | None = None
        if verb is not None and verb.lemma == "tell":
            told = addressee(line, at + 1, verb)
            if told is not None:
                yield Cue(number, line.sentence.words[at].span, "channel", low, line.span(*told))
            continue
        elif low in ("interview", "interviews", "post", "message", "video", "appearance") and at + 1 < len(line.low):
            first = at + 2 if line.low[at + 1] in ("with", "on", "to", "for") else None
        elif low in ("speaking", "spoke") and line.low[at + 1 : at + 2] in (["to"], ["on"]):
            first = at + 2
        elif low in nouns("en").networks and line.low[at + 1 : at + 2] and line.low[at + 1] in link_words("settings"):
            first = at
        elif low == "on" and at + 1 < len(line.low) and line.low[at + 1] in nouns("en").networks | small("determiners"):
            first = at + 1
        elif low in ("tweeted", "tweets", "retweeted"):
            yield Cue(number, line.sentence.words[at].span, "channel", "twitter", line.sentence.words[at].span)
            continue
        found = phrase_after(line, first) if first is not None and first < len(line.low) else None
        if found is not None:
            yield Cue(number, line.sentence.words[at].span, "channel", low, line.span(*found))
