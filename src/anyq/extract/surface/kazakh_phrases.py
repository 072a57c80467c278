"""Phrases of a Kazakh sentence that name a source beside its verb: «X-тің айтуынша», «X-ға сілтеме жасап»."""

import re

from anyq.extract.surface.cue import Cue
from anyq.extract.surface.kazakh_clauses import Clause
from anyq.extract.surface.kazakh_cues import TOPICAL, named_source, trimmed
from anyq.extract.surface.kazakh_endings import bare, case_of
from anyq.extract.surface.kazakh_lexicon import cue_words
from anyq.extract.surface.kazakh_verbs import DEP
from anyq.extract.surface.nouns import nouns
from anyq.text import Span

_AS_SAID = re.compile(r"(?P<stem>.+?)(?:й)?(?:ғандай|гендей|қандай|кендей)$")
_LEAST_LEAD = 4  # words before a phrase in the middle that are a part of what is said
_FIRST_PERSON = frozenset(("менің", "біздің", "меніңше", "біз", "мен"))
_MOST_COLON = 16  # words of "X, the head of Y:" before a quotation
_TOLD_REACH = 8
_DONE = ("ды", "ді", "ты", "ті")


def phrase_cues(clause: Clause, number: int) -> list[Cue]:
    """The phrases that name a source, in text order."""
    found: list[Cue] = []
    for at in range(len(clause.tokens)):
        if clause.tokens[at].quoted:
            continue
        made = _opinion(clause, at, number) or _ground(clause, at, number) or _as_said(clause, at, number)
        made = made or _link(clause, at, number)
        if made is not None:
            found.append(made)
    return found


def _opinion(clause: Clause, at: int, number: int) -> Cue | None:
    """«X-тің айтуынша, …», «X пікірінше»."""
    if clause.forms[at] not in cue_words().opinions:
        return None
    return _phrase(clause, at, at, at - 1, number)


def _ground(clause: Clause, at: int, number: int) -> Cue | None:
    """«X деректеріне сүйенсек», «X мәліметі бойынша», «статистикаға сәйкес»."""
    if at + 1 >= len(clause.forms) or clause.forms[at + 1] not in cue_words().leans:
        return None
    stem = case_of(clause.forms[at]).stem
    if stem in cue_words().grounds or clause.forms[at] in cue_words().grounds:
        if at and not clause.tokens[at - 1].is_mark and clause.forms[at - 1] not in cue_words().openers:
            return _phrase(clause, at, at + 1, at - 1, number)
        return None
    if clause.forms[at + 1] in ("сүйеніп", "сүйене", "сүйенген"):
        return _leaning(clause, at, at + 1, number)
    if stem in cue_words().bare_grounds or clause.forms[at] in cue_words().bare_grounds:
        return _phrase(clause, at, at + 1, None, number)
    return None


def _as_said(clause: Clause, at: int, number: int) -> Cue | None:
    """«X хабарлағандай, …»."""
    m = _AS_SAID.match(clause.forms[at])
    if m is None or m["stem"] not in cue_words().as_said:
        return None
    head = at - 1
    first = at
    while head >= 0 and clause.forms[head] in ("атап", "айтып", "еске", "баса", "өз", "сөзінде"):
        first = head
        head -= 1
    if head < 0 or clause.tokens[head].is_mark or clause.tokens[head].case != "nom":
        return None
    return _phrase(clause, first, at, head, number)


def _phrase(clause: Clause, first: int, last: int, head: int | None, number: int) -> Cue | None:
    """The cue of words ``first`` to ``last`` whose source ends in ``head``; the rest of the sentence is reported."""
    begin, source = first, None
    if head is not None:
        if (
            head < 0
            or clause.forms[head] in _FIRST_PERSON
            or (clause.tokens[head].is_mark and not clause.tokens[head].titled)
        ):
            return None
        head = _owner(clause, head)
        begin = clause.start_of(head, _clause_start(clause, head))
        if begin > head:
            return None
        bare_data = begin == head and clause.tokens[head].kind in ("data", "documents")
        source = None if bare_data else clause.span(begin, head)
        first = begin if bare_data else first
    content = _rest(clause, begin, last)
    lemma = case_of(clause.forms[first]).stem
    return Cue(number, clause.span(first, last), "phrase", lemma, source, content)


def _owner(clause: Clause, head: int) -> int:
    """The genitive before the person spoken to: "өкілдердің Reuters агенттігіне айтуынша"."""
    if clause.tokens[head].case != "dat":
        return head
    for at in range(head - 1, max(-1, head - _TOLD_REACH), -1):
        if clause.tokens[at].is_mark:
            break
        if clause.tokens[at].case == "gen":
            return at
    return head


def _clause_start(clause: Clause, at: int) -> int:
    """Behind the comma before word ``at``."""
    for i in range(at, 0, -1):
        if clause.forms[i - 1] in (",", ";", ":", "–", "—") and not clause.tokens[i - 1].titled:
            return i
    return 0


def _rest(clause: Clause, begin: int, last: int) -> tuple[Span, ...]:
    """What stands behind the phrase, up to a cue that closes the sentence; before it too where it interrupts."""
    end = len(clause.tokens)
    for i in range(last + 1, end):
        if clause.forms[i] in (DEP, "делінеді", "делінген", "делінді", "дейді", "деді") and not clause.tokens[i].quoted:
            end = i
            break
    while end > last + 1 and clause.tokens[end - 1].is_mark and clause.tokens[end - 1].word.text not in '»”"':
        end -= 1
    behind = trimmed(clause, last + 1, end)
    lead = [i for i in range(begin) if not clause.tokens[i].is_mark and clause.forms[i] not in cue_words().openers]
    if len(lead) >= _LEAST_LEAD or (lead and not behind):
        return (*trimmed(clause, lead[0], begin), *behind)
    return behind


def _link(clause: Clause, at: int, number: int) -> Cue | None:
    """«X-ға сілтеме жасап», «X деректеріне сілтеме жасай отырып»."""
    words = cue_words()
    if clause.forms[at] != words.link or at == 0:
        return None
    last = at
    while last + 1 < len(clause.forms) and clause.forms[last + 1] in words.link_verbs | {"отырып"}:
        last += 1
    if last == at:
        return None
    return _leaning(clause, at - 1, last, number)


def _leaning(clause: Clause, head: int, last: int, number: int) -> Cue | None:
    """The link whose source ends in word ``head``, in the dative; a noun for its data gives its owner."""
    first = head + 1
    while head > 0 and clause.tokens[head].is_mark:
        head -= 1
    if clause.tokens[head].case != "dat":
        return None
    stem = case_of(clause.forms[head]).stem
    if head and (stem in cue_words().grounds or bare(stem) in nouns("kk").data | nouns("kk").documents):
        owner = clause.tokens[head - 1]
        if owner.case == "gen" or owner.ends_name:
            head -= 1
            first = head + 1
    begin = clause.start_of(head, _clause_start(clause, head))
    if begin > head:
        return None
    return Cue(number, clause.span(first, last), "link", cue_words().link, clause.span(begin, head))


def colon_cue(clause: Clause, number: int) -> list[Cue]:
    """«Пол Ньюман, RSM талдаушысы: …», «Тұрғындар: …»: who speaks and a colon with no verb."""
    tokens = clause.tokens
    if not tokens or clause.forms[-1] != ":" or not 1 < len(tokens) <= _MOST_COLON:
        return []
    last = len(tokens) - 2
    while last and clause.forms[last] in TOPICAL:
        last -= 1
    person = [i for i, t in enumerate(tokens) if t.ends_name and t.name == "PER" and t.case == "nom"]
    if len(person) == 1 and (person[0] == last or tokens[last].kind in ("roles", "groups")):
        first = person[0]
        while first and tokens[first - 1].name == "PER":
            first -= 1
        return [Cue(number, tokens[-1].word.span, "colon", ":", clause.span(first, person[0]))]
    subject = clause.subject_before(0, last + 1)
    if subject is None or not _leads_to_words(clause, subject[1] + 1, last):
        return []
    return [Cue(number, tokens[-1].word.span, "colon", ":", clause.span(*named_source(clause, subject)))]


def _leads_to_words(clause: Clause, first: int, last: int) -> bool:
    """Whether nothing before the colon but the subject can speak: «Капитан да оны қолдады: …» does not bar him."""
    if first > last:
        return True
    person = clause.tokens[first - 1].name == "PER"
    done = person and clause.forms[last].endswith(_DONE) and not clause.may_have_subject(first, last)
    return done or not any(clause.tokens[i].case == "nom" for i in range(first, last + 1))


def told_cues(clause: Clause, number: int) -> list[Cue]:
    """«CBC News телеарнасына айтты», «X арнасына берген сұхбатында», «Твиттерде былай деп жазды»: where it was said."""
    found: list[Cue] = []
    lists = nouns("kk")
    for at, token in enumerate(clause.tokens):
        raw = case_of(token.word.text.lower(), name=True).stem
        page = raw in lists.networks and bare("".join(clause.forms[at + 1 : at + 2])) in lists.programmes
        if token.is_mark or token.quoted or token.titled or (token.case not in ("dat", "loc", "attr") and not page):
            continue
        if bare(token.form) in lists.networks or raw in lists.networks:
            found.append(Cue(number, token.word.span, "channel", raw, token.word.span))
        elif bare(token.form) in lists.media:
            begin = _medium_start(clause, at)
            if begin < at or clause.forms[at + 1 : at + 2] == ["берген"]:
                found.append(_channel(clause, begin, at, number))
    return found


def _medium_start(clause: Clause, head: int) -> int:
    """The first word of the name of a medium: the capitals and marks before its noun, else all before a bare noun."""
    at = head
    while at and (clause.tokens[at - 1].titled or _is_named(clause, at - 1)):
        at -= 1
    if at == head:
        return clause.start_of(head, _clause_start(clause, head))
    return at


def _is_named(clause: Clause, at: int) -> bool:
    token = clause.tokens[at]
    return token.word.text[:1].isupper() and token.case == "nom" and token.name != "PER"


def _channel(clause: Clause, first: int, last: int, number: int) -> Cue:
    span = clause.span(first, last)
    return Cue(number, span, "channel", bare(clause.forms[last]), span)
