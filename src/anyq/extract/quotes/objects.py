"""What is reported without a clause: «заявил о рисках», «призвал не выезжать», «пообещал прибавку»."""

from anyq.extract.parse import Sentence
from anyq.extract.quotes.cues import Cue
from anyq.extract.quotes.idioms import told_by_idiom
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.phrases import key
from anyq.extract.quotes.segments import is_finite, opening, relative_end, subordinator

# verbs that confirm only how things are: "отметил важность", but "отметил юбилей"
_OF_QUALITIES = frozenset({"отметить", "отмечать", "признать", "признавать", "подчеркнуть", "допустить", "допускать"})

# what a verb reports after a preposition of its own
_PREPOSITIONS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("указать", "указывать", "посетовать", "сетовать", "пожаловаться", "жаловаться", "настаивать", "настоять"),
        ("на",),
    ),
    **dict.fromkeys(
        ("признаться", "признаваться", "сознаться", "сознаваться", "покаяться", "каяться", "заверить", "заверять",
         "усомниться", "сомневаться", "уверить", "уверенный", "убежденный", "убедить", "поклясться", "раскаяться"),
        ("в", "во"),
    ),
    **dict.fromkeys(("призвать", "призывать"), ("к",)),
    **dict.fromkeys(("высказаться", "высказываться"), ("за", "против")),
}  # fmt: skip


def reported_object(sentence: Sentence, cue: Cue, lexicon: Lexicon, noun: int | None = None) -> tuple[int, int] | None:
    """Index of the first word of what a cue reports as its object, and the offset where it ends; None if nothing.

    ``noun`` is the one that makes an idiom of the verb: «выступил с призывом …».
    """
    if noun is not None:
        start = told_by_idiom(sentence, max(noun, cue.index))
        if start is not None:
            return start, _phrase_end(sentence, start, lexicon)
    opener = opening(sentence, cue.index)
    within = opener is not None and sentence.words[opener].lemma in ("что", "как", "чтобы")
    for rule in (about, _pointed_at, _naming, _named_so, _infinitive, _thing, _accused, _blamed, _confirmed, _colon):
        thing = rule in (_named_so, _blamed, _confirmed, _thing)
        if thing and within:
            continue  # "сказал, что X обещал насос", "после того, как X подтвердил диагноз": told as a deed
        start = rule(sentence, cue, lexicon)
        if start is not None:
            end = _phrase_end(sentence, start, lexicon, whole_object=thing or rule is _pointed_at)
            return start, min(end, _relative_stop(sentence, opener, start))
    return None


def _relative_stop(sentence: Sentence, opener: int | None, start: int) -> int:
    """«активист, который просил не называть имени, утверждает»: where the clause around the object ends."""
    words = sentence.words
    if opener is None or words[opener].lemma != "который":
        return words[-1].span.end
    return words[max(start, relative_end(sentence, opener) - 1)].span.end


def about(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«заявил о рисках»: the phrase with its preposition."""
    if cue.kind not in ("verb", "gerund", "impersonal") or cue.lemma not in lexicon.about | {
        "говориться",
        "сообщаться",
    }:
        return None
    words = sentence.words
    if cue.kind == "gerund" and words[cue.index].feats.get("Aspect") == "Imp":
        return None  # "сказала она, говоря о переезде": a topic
    for at in range(cue.index + 1, min(len(words), cue.index + 16)):
        if key(words[at].lemma) in ("о", "об", "обо", "про") and words[at].pos == "ADP":
            noun = words[at].head
            if noun >= 0 and words[noun].lemma in ("это", "то", "тот", "себя"):
                return None
            return at
        if words[at].text in (",", ":", ";") or (words[at].pos == "VERB" and words[at].feats.get("VerbForm") == "Fin"):
            return None
    return None


def _pointed_at(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«указал на ошибки», «признался в краже», «настаивал на выплате»."""
    wanted = _PREPOSITIONS.get(cue.lemma, ())
    if cue.kind not in ("verb", "gerund", "adjective"):
        return None
    if cue.kind == "gerund" and sentence.words[cue.index].feats.get("Aspect") == "Imp":
        return None
    words = sentence.words
    for at in range(cue.index + 1, min(len(words) - 1, cue.last + 4)):
        if words[at].text in (",", ":", ";") or words[at].feats.get("VerbForm") == "Fin":
            return None
        if words[at].lemma in wanted and words[at].pos == "ADP":
            what = words[at].head if words[at].head > at else at + 1
            pointing = words[at + 1].lemma in ("то", "тот", "это", "этот", "себя", "такой")
            return None if pointing or words[what].feats.get("Animacy") == "Anim" else at
    return None


def _naming(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«назвал судейство «позорным»»: only where his own word for it stands in marks."""
    if cue.kind not in ("verb", "gerund") or cue.lemma not in lexicon.naming:
        return None
    words = sentence.words
    start = cue.index + 1
    while start < len(words) and (start in cue.source or words[start].pos in ("ADV", "PART")):
        start += 1
    marked = [i for i in range(start, min(len(words), start + 10)) if words[i].text in '«"„']
    if not marked or marked[0] + 1 >= len(words) or not words[marked[0] + 1].text[:1].islower():
        return None
    return start


def _infinitive(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«призвал жителей не выезжать», «пообещал выплатить», «потребовал отставки»."""
    if cue.kind not in ("verb", "gerund") or cue.lemma not in lexicon.asking:
        return None
    words = sentence.words
    start = cue.index + 1
    while start < len(words) and (
        (words[start].pos in ("ADV", "PART") and words[start].lemma != "не") or start in cue.source
    ):
        start += 1
    if start >= len(words) or words[start].text in (".", ",", ":", "»", '"'):
        return None
    for at in range(start, min(len(words), start + 14)):
        if words[at].feats.get("VerbForm") == "Inf":
            return _after_addressee(sentence, cue, start, at)
        if is_finite(words[at]):
            return None
    return None


def _after_addressee(sentence: Sentence, cue: Cue, start: int, infinitive: int) -> int:
    """«призвал жителей / предложил жителям не выезжать»: to whom it is said is no part of what is said."""
    told = [
        c
        for c in sentence.children(cue.index, "obj", "iobj", "obl", "nmod")
        if start <= c < infinitive
        and sentence.words[c].feats.get("Case") in ("Dat", "Acc", "Gen")
        and not any(True for _ in sentence.children(c, "case"))
        and not any(i >= infinitive for i in sentence.subtree(c))
    ]
    words = sentence.words
    at = max((max(sentence.subtree(c)) + 1 for c in told), default=start)
    while at < infinitive:
        initial = words[at].text == "." or (words[at].pos == "PROPN" and words[at - 1].text == ".")
        if words[at].text == "," or initial:
            at += 1
        elif words[at].lemma in ("от", "у", "с", "из") and at < words[at].head < infinitive and (told or at == start):
            at = words[at].head + 1  # "потребовал от завода", "предложил семьям с детьми"
        else:
            break
    return at


def _thing(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«пообещал прибавку», «потребовал отставки», «прогнозировал рост»: the object with its words."""
    if cue.kind not in ("verb", "gerund") or cue.lemma not in lexicon.objects:
        return None
    thing = next(iter(sentence.children(cue.index, "obj", "obl", "nsubj:pass")), None)
    if (
        thing is None
        or sentence.words[thing].feats.get("Case") not in ("Acc", "Gen")
        or sentence.words[thing].feats.get("Animacy") == "Anim"
    ):
        return None
    first = min(sentence.subtree(thing))
    return first if first > cue.index else None


def _accused(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«обвинил банк в подделке»."""
    if cue.kind not in ("verb", "gerund") or cue.lemma not in lexicon.accusing:
        return None
    start = cue.index + 1
    while start < len(sentence.words) and start in cue.source:
        start += 1
    found: list[int] = []
    for at in range(start, min(len(sentence.words), start + 20)):
        word = sentence.words[at]
        if word.lemma in ("в", "во", "за") and word.pos == "ADP" and word.head >= 0:
            what = sentence.words[word.head]
            if what.feats.get("Animacy") != "Anim" and what.pos not in ("PRON", "DET"):
                found.append(at)
        if word.feats.get("VerbForm") == "Fin" or word.text in (":", ";"):
            break
    own = [at for at in found if sentence.words[sentence.words[at].head].head == cue.index]
    return next(iter(own or found), None)


def _named_so(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«назвал процесс фарсом», «оценил оборот в 650 млн»: the thing with the name or the number given to it."""
    if cue.kind not in ("verb", "gerund") or not cue.source:
        return None
    words = sentence.words
    things = [
        c
        for c in sentence.children(cue.index, "obj")
        if words[c].feats.get("Case") in ("Acc", "Gen") and words[c].pos in ("NOUN", "PROPN", "PRON")
    ]
    if not things or words[things[0]].lemma in ("себя", "который"):
        return None
    if cue.lemma in ("назвать", "называть", "счесть", "считать", "окрестить"):
        given = _called(sentence, cue)
    elif cue.lemma in ("оценить", "оценивать"):
        given = _rated(sentence, cue)
    else:
        return None
    if given is None:
        return None
    first = min(min(sentence.subtree(things[0])), min(sentence.subtree(given)))
    return first if first > cue.index else min(sentence.subtree(given))


def _called(sentence: Sentence, cue: Cue) -> int | None:
    """The instrumental that is a judgement: no name, and not "named after"."""
    words = sentence.words
    for child in sentence.children(cue.index, "xcomp", "obl", "iobj", "nmod"):
        word = words[child]
        judging = word.pos in ("NOUN", "ADJ") and word.feats.get("Case") == "Ins" and word.text[:1].islower()
        if word.lemma in ("имя", "псевдоним", "кличка", "прозвище", "фамилия", "название", "слово", "титул"):
            continue
        if child > cue.index and judging and not any(True for _ in sentence.children(child, "case")):
            return child
    return None


def _rated(sentence: Sentence, cue: Cue) -> int | None:
    """«в 650 млн», «на четвёрку»: the phrase after «в» that holds a number."""
    words = sentence.words
    for at in range(cue.index + 1, min(len(words) - 1, cue.index + 12)):
        if words[at].lemma in ("в", "во") and words[at].pos == "ADP" and words[at].head > at:
            inside = range(at + 1, min(len(words), at + 4))
            if any(words[i].pos == "NUM" or words[i].text[:1].isdigit() or words[i].text in "$€£" for i in inside):
                return words[at].head
    return None


def _blamed(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«раскритиковал проект из-за цены»: what is blamed, with the reason."""
    if cue.kind not in ("verb", "gerund") or cue.lemma not in lexicon.criticising or not cue.source:
        return None
    reasoned = any(w.lemma == "за" for w in sentence.words[cue.index : cue.index + 10])
    return _object_start(sentence, cue, living=reasoned)


def _confirmed(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«подтвердил гибель», «отметила важность», «не исключил возвращения»: a fact said to be so, no deed."""
    if cue.kind not in ("verb", "gerund") or cue.lemma not in lexicon.confirming or not cue.source:
        return None
    start = _object_start(sentence, cue, lexicon.deeds)
    if start is None or cue.lemma not in _OF_QUALITIES:
        return start
    thing = next(c for c in sentence.children(cue.index, "obj"))
    return start if key(sentence.words[thing].lemma) in lexicon.qualities else None


def _object_start(
    sentence: Sentence, cue: Cue, deeds: frozenset[str] = frozenset(), *, living: bool = False
) -> int | None:
    words = sentence.words
    for thing in sentence.children(cue.index, "obj"):
        word = words[thing]
        noun = word.pos in ("NOUN", "PROPN") and (living or word.feats.get("Animacy") == "Inan")
        if not noun or word.feats.get("Case") not in ("Acc", "Gen") or key(word.lemma) in deeds:
            continue
        if any(words[c].lemma in ("этот", "данный", "такой", "тот") for c in sentence.children(thing)):
            continue  # "опровергает эти утверждения": what they are stands elsewhere
        if key(word.lemma) == "слово" and word.feats.get("Number") == "Plur":
            continue  # "подтвердил слова коллеги": so do they
        first = min(sentence.subtree(thing))
        if first > cue.index and not any(words[i].text in (",", ":") for i in range(cue.index + 1, first)):
            return first
    return None


def _colon(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """«настаивает: подпись не её»: a colon right after the cue, no marks behind it."""
    words = sentence.words
    if cue.kind not in ("verb", "gerund") or cue.lemma not in lexicon.statement:
        return None
    for at in range(cue.last + 1, min(len(words) - 2, cue.last + 4)):
        if words[at].text == ":":
            return None if words[at + 1].text in '«"„' else at + 1
        if words[at].text == ",":
            return None
    return None


def _phrase_end(sentence: Sentence, start: int, lexicon: Lexicon, *, whole_object: bool = False) -> int:
    """Where an object ends: before another statement about something else, or before where it was said."""
    words = sentence.words
    marks = in_marks(sentence, start)
    for at in range(start + 1, len(words) - 1):
        if at in marks:
            continue  # "назвал выводы «верными, но общими»"
        if words[at].text in ("—", "–") and whole_object:
            return words[at - 1].span.end
        if at > start + 1 and _occasion(sentence, at, lexicon):
            return words[at - 1].span.end
        after = [key(w.lemma) for w in words[at + 1 : at + 3]]
        joins = whole_object and subordinator(sentence, at + 1, len(words)) is None and any(map(is_finite, words[at:]))
        turns = joins or after[0] in ("но", "однако", "а", "хотя", "поэтому", "что") or after == ["при", "это"]
        if words[at].text == "," and turns:
            return words[at - 1].span.end
    return words[-1].span.end


def in_marks(sentence: Sentence, start: int) -> frozenset[int]:
    """The words from ``start`` on that stand between two quotation marks."""
    found: list[int] = []
    opened: int | None = None
    for at in range(start, len(sentence.words)):
        text = sentence.words[at].text
        if opened is None and text in '«"„“':
            opened = at
        elif opened is not None and text in '»"”“':
            found += range(opened, at)
            opened = None
    return frozenset(found)


def _occasion(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """«… в своём микроблоге», «… в интервью журналу X» at the end of a sentence."""
    words = sentence.words
    if words[at].pos != "ADP" or words[at].lemma not in ("в", "во", "на", "через") or words[at].head <= at:
        return False
    place = words[at].head
    if key(words[place].lemma) not in lexicon.occasions or place - at > 4:
        return False
    if any(
        words[i].lemma not in ("свой", "официальный", "личный", "эксклюзивный")
        and words[i].pos != "DET"
        and words[i].pos != "ADJ"
        for i in range(at + 1, place)
    ):
        return False
    return not any(w.feats.get("VerbForm") == "Fin" for w in words[place:])
