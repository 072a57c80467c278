"""Verbs of saying in a Kazakh sentence -> cues: who is the subject, where the clause reported begins and ends.

Three forms: «… деп мәлімдеді», «…, деді» and a clause made a noun, «… болғанын айтты». The subject stands behind the
verb, between clause and verb, or first in the sentence; what is reported is the rest.
"""

import re
from dataclasses import replace

from anyq.extract.quotes.outlets import find_outlet
from anyq.extract.surface.cue import Cue, CueKind
from anyq.extract.surface.kazakh_clauses import MISTERS, Clause
from anyq.extract.surface.kazakh_endings import bare, case_of
from anyq.extract.surface.kazakh_lexicon import cue_words
from anyq.extract.surface.kazakh_verbs import DEGEN, DEP, Verb, find_verb
from anyq.extract.surface.nouns import nouns
from anyq.text import Span

_AFTER_DEP = 15  # words from "деп" to its verb
_BEFORE_VERB = 7  # words from the end of a clause in -ғанын to its verb
# a clause made a noun: "-ғанын", "-тынын", "-ғандығын", "қажеттігін", "екенін"
_PARTICIPLE = re.compile(
    r"(?P<stem>.*(?:ған|ген|қан|кен|тын|тін))"
    r"(?:[ыі]н?|д[ыі]ғ[ыі]н?|д[ыі]г[ыі]н?|д[ае]р[ыі]н?|д[ыі]қтарын|д[ыі]ктерін|[ыі]мды|[ыі]мді|[ыі]мызды|[ыі]мізді)$"
)
_BARE_CLAUSES = frozenset(("жоғын", "барын", "жоғы"))  # "қаржы жоғын түсіндірді"
# "-ғанына сенім білдірді"
_TOWARDS = re.compile(r"(?:ған|ген|қан|кен|тын|тін)(?:ына|іне|дығына|дігіне|нан|нен)$|екеніне$")
_DONE = re.compile(r"(?:[дт][ыі]|й[дт][ыі]|[ае]д[ыі])$")
_ABSTRACT = re.compile(r"(?P<stem>.*)(?:ығын|ігін|ығы|ігі)$")
_VERBAL_NOUN = re.compile(r"у(?:ға|ге|ды|ді|ын|ін|ына|іне|дан|ден|ынан|інен)?$")
_BLAME = "үшін"
_STOPS = frozenset(".!?;:")
# somebody's words as a noun: "деген сөзін", "деген пікіріне", "деген уәдесі"
_CLAIMS = (
    "сөзі", "сөздері", "пікірі", "ойы", "уәжі", "уәдесі", "жауабы", "мәлімдемесі", "ескертуі", "сұрағы", "ұсынысы",
    "өтініші", "айыбы", "шағымы", "түсініктемесі", "көзқарасы", "тұжырымы", "болжамы", "талабы", "бұйрығы",
    "тапсырмасы", "сенімі", "үміті", "арманы", "тілегі", "наразылығы", "сыны", "дәлелі", "айқайы", "ұраны",
)  # fmt: skip
_PARTICIPLES = ("ған", "ген", "қан", "кен")  # "сөйлеген сөзінде «…» деді"
_GOES_ON = frozenset(("отыр", "отырды", "отырған", "жатыр", "жүр", "жүрді"))  # "… деп отыр"
TOPICAL = frozenset(("болса", "да", "де", "та", "те", "дағы", "дегі", "ше"))
_ADDRESS = 6  # words that can name whom a source spoke to


def verb_cues(clause: Clause, number: int) -> list[Cue]:
    """The cues that verbs make, in text order."""
    found: list[Cue] = []
    low = at = 0
    while at < len(clause.tokens):
        if clause.tokens[at].quoted or clause.tokens[at].is_mark:
            at += 1
            continue
        made = (
            _at_dep(clause, at, low, number) if clause.forms[at] in (DEP, DEGEN) else _at_verb(clause, at, low, number)
        )
        if made is None:
            at += 1
            continue
        cue, last = made
        found.append(cue)
        at = last + 1
        low = _after_clause(clause, at)
    return found


def _after_clause(clause: Clause, at: int) -> int:
    """Where the next clause of the sentence may begin: behind the comma that follows a cue."""
    comma = next((i for i in range(at, len(clause.forms)) if clause.forms[i] in (",", ";", "–", "—", "-")), None)
    return comma + 1 if comma is not None else at


def _at_dep(clause: Clause, dep: int, low: int, number: int) -> tuple[Cue, int] | None:
    """«… деп … мәлімдеді», «… деген пікірде», «… деген пікір білдірді»."""
    if clause.forms[dep] == DEGEN:
        return _at_degen(clause, dep, low, number)
    if clause.forms[dep + 1 : dep + 2] and clause.forms[dep + 1] in _GOES_ON and dep + 2 >= _end(clause):
        return _reported(clause, Verb(dep, dep + 1, "де"), (low, dep), number, dep=dep), dep + 1
    verb = None
    for at in range(dep + 1, min(dep + 1 + _AFTER_DEP, len(clause.forms))):
        if clause.forms[at] in _STOPS or clause.forms[at] in (DEP, ",") or clause.tokens[at].quoted:
            break
        if clause.forms[at] in cue_words().naming:
            return None
        verb = find_verb(clause.forms, at)
        if verb is not None:
            break
    if verb is None:
        return _dangling(clause, dep, low, number) or _behind_marks(clause, dep, low, number)
    outer = _outer_verb(clause, verb, low)
    if outer is not None:
        return _at_verb(clause, outer.first, low, number)
    cue = _reported(clause, verb, (low, dep), number, dep=dep)
    if 0 < low == dep and cue.source is not None:  # "X … мәлімдеді, деп хабарлайды Y": Y relays what X says
        cue = replace(cue, kind="relay")
    return cue, verb.last


def _outer_verb(clause: Clause, verb: Verb, low: int) -> Verb | None:
    """The verb of «X министрдің … деп уәде бергенін еске салды»: X does not say what the minister promised."""
    if not verb.noun or not _is_clause(clause.forms[verb.last]):
        return None
    outer = _first_verb(clause, verb.last + 1, verb.last + 1 + _BEFORE_VERB)
    return outer if outer is not None and _noun_clause_end(clause, outer, low) == verb.last else None


def _dangling(clause: Clause, dep: int, low: int, number: int) -> tuple[Cue, int] | None:
    """«…», – деп баспасөз хатшысы Айгүл Омарова. The verb was left out."""
    end = _end(clause)
    subject = clause.subject_after(dep + 1, end)
    if subject is None or subject != (dep + 1, end - 1) or not _only_marks(clause, low, dep):
        return None
    return Cue(number, clause.tokens[dep].word.span, "verb", DEP, clause.span(*subject)), end - 1


def _behind_marks(clause: Clause, dep: int, low: int, number: int) -> tuple[Cue, int] | None:
    """«…», – деп күлді Омарова: behind words in marks any verb says who says them."""
    if not _only_marks(clause, low, dep):
        return None
    for at in range(dep + 1, min(dep + 1 + _AFTER_DEP, len(clause.forms))):
        if clause.tokens[at].is_mark or clause.forms[at] in cue_words().naming:
            return None
        if _DONE.search(clause.forms[at]) and clause.tokens[at].word.text[:1].islower():
            cue = _reported(clause, Verb(at, at, clause.forms[at]), (low, dep), number, dep=dep)
            return None if cue.source is None else (cue, at)
    return None


def _only_marks(clause: Clause, low: int, high: int) -> bool:
    return all(clause.tokens[i].is_mark or clause.tokens[i].quoted for i in range(low, high))


def _end(clause: Clause) -> int:
    """Behind the last word of the sentence that is no mark."""
    return max((i + 1 for i, t in enumerate(clause.tokens) if not t.is_mark), default=0)


def _at_degen(clause: Clause, at: int, low: int, number: int) -> tuple[Cue, int] | None:
    words = cue_words()
    after = clause.forms[at + 1] if at + 1 < len(clause.forms) else ""
    if after in words.stances:
        verb = Verb(at, at + 1, after)
        return _reported(clause, verb, (low, at), number, dep=at), at + 1
    owned = _claim_of(clause, at, low, number)
    if owned is not None:
        return owned
    if after in words.claims and (verb_after := _first_verb(clause, at + 2, at + 7)) is not None:
        return _reported(clause, verb_after, (low, at), number, dep=at), verb_after.last
    verb_here = find_verb(clause.forms, at)
    if verb_here is None or clause.tokens[at - 1].case == "dat":  # "болашаққа деген": towards
        return None
    return _reported(clause, verb_here, (low, at), number), verb_here.last


def _claim_of(clause: Clause, at: int, low: int, number: int) -> tuple[Cue, int] | None:
    """«X куәнің «…» деген сөзін … айтты»: the words in marks are the witness's, whatever X says of them."""
    opening = next((i for i in range(low, at) if clause.tokens[i].quoted or clause.tokens[i].titled), at)
    owner = opening - 1
    while owner >= low and clause.tokens[owner].is_mark:
        owner -= 1
    claim = clause.forms[at + 1] if at + 1 < len(clause.forms) else ""
    if opening == at or owner < low or clause.tokens[owner].case != "gen" or not claim.startswith(_CLAIMS):
        return None
    if clause.tokens[owner].kind is None and not clause.tokens[owner].ends_name and clause.forms[owner] != "оның":
        return None
    source = clause.span(clause.start_of(owner, low), owner)
    said = trimmed(clause, owner + 1, at)
    return Cue(number, clause.span(at, at + 1), "verb", DEGEN, source, said), len(clause.tokens) - 1


def _first_verb(clause: Clause, low: int, high: int) -> Verb | None:
    for at in range(low, min(high, len(clause.forms))):
        if clause.tokens[at].is_mark:
            return None
        verb = find_verb(clause.forms, at)
        if verb is not None and not verb.noun:
            return verb
        loose = clause.forms[at].startswith(("білдір", "айт", "жаса", "қалдыр", "енгіз", "тарат", "жеткіз", "бер"))
        if loose and clause.forms[at].endswith(("ді", "ды", "ті", "ты", "ген", "ған", "қан")):
            return Verb(at, at, clause.forms[at])
    return None


def _at_verb(clause: Clause, at: int, low: int, number: int) -> tuple[Cue, int] | None:
    """«…, деді X», «… болғанын айтты», and a verb beside marks or before a colon."""
    verb = find_verb(clause.forms, at)
    if verb is None or verb.noun:
        return None
    if verb.bare:
        return _reported(clause, verb, (low, verb.first), number), verb.last
    end = _noun_clause_end(clause, verb, low)
    if end is not None:
        cue = _reported(clause, verb, (low, end + 1), number, nominal=True)
        return None if verb.stem in cue_words().deeds and cue.source is None else (cue, verb.last)
    if _beside_marks(clause, verb, low) or (low == 0 and points_back(clause)):
        return _reported(clause, verb, (low, low), number), verb.last
    return None


def _noun_clause_end(clause: Clause, verb: Verb, low: int) -> int | None:
    """The last word of a clause made a noun that a verb of saying closes."""
    about: int | None = None
    for at in range(verb.first - 1, max(low, verb.first - 1 - _BEFORE_VERB) - 1, -1):
        token = clause.tokens[at]
        if token.is_mark and token.word.text not in '«»„“”"':
            return None
        if token.form in cue_words().about:
            about = at
            continue
        told_of = about == at + 1
        if verb.stem in cue_words().trusts and _TOWARDS.search(token.form):
            return at
        if _is_clause(token.form) and (_is_reported(token.form, verb) or told_of):
            return at
        if (verb.asks or told_of) and _VERBAL_NOUN.search(token.form) and len(token.form) > 3:
            return at
        if verb.asks and token.form == _BLAME:
            return at
    return None


def _is_clause(form: str) -> bool:
    """True for a verb made a noun: "болғанын", "келетіні", and for "қажеттігін", "екенін"."""
    if form in _BARE_CLAUSES:
        return True
    participle = _PARTICIPLE.match(form)
    if participle is not None:
        return participle["stem"] not in cue_words().look_alikes
    abstract = _ABSTRACT.match(form)
    return abstract is not None and abstract["stem"] in cue_words().abstract


def _is_reported(form: str, verb: Verb) -> bool:
    """An active verb takes -ғанын, one that nobody does takes -ғаны."""
    return form.endswith(("ы", "і")) if verb.impersonal else form.endswith(("н", "ды", "ді"))


def _beside_marks(clause: Clause, verb: Verb, low: int) -> bool:
    """True for a verb whose words stand in marks: behind it after a colon, or before it in a sentence of their own."""
    after = clause.forms[verb.last + 1 : verb.last + 2]
    if after == [":"] or not after:
        return True
    first = next((i for i in range(low, verb.first) if not clause.tokens[i].is_mark), None)
    starts = clause.forms[low] in (",", "–", "—", "-") if low < len(clause.forms) else False
    return starts or (first is not None and clause.tokens[first].quoted)


def _reported(
    clause: Clause, verb: Verb, content: tuple[int, int], number: int, *, dep: int | None = None, nominal: bool = False
) -> Cue:
    """The cue of ``verb``; ``content`` is where what it reports could stand, its subject included."""
    low, high = content
    span = clause.span(dep if dep is not None and verb.first - dep <= 3 else verb.first, verb.last)
    subject: tuple[int, int] | None = None
    start = low
    if not verb.impersonal:
        if dep is not None or high > low:
            subject = clause.subject_after(max(high, dep + 1 if dep is not None else high), verb.first)
        subject = subject or clause.subject_after(verb.last + 1, len(clause.tokens))
        if subject is None:
            subject = clause.subject_before(low, max(high, low) if high > low else verb.first)
            if subject is not None and subject[1] < high:
                start = subject[1] + 1
                while start < high and clause.forms[start] in TOPICAL:
                    start += 1
    subject = subject and named_source(clause, subject)
    source = None if subject is None else clause.span(*subject)
    kind: CueKind = "impersonal" if verb.impersonal else "verb"
    parts = trimmed(clause, start, high)
    unclear = source is None and not verb.impersonal and clause.may_have_subject(low, high)
    return Cue(number, span, kind, verb.stem, source, parts, nominal=nominal, unclear=unclear)


def named_source(clause: Clause, subject: tuple[int, int]) -> tuple[int, int]:
    """«Kazinform тілшісі»: a correspondent without a name speaks for the medium; «Берг ханым» is Берг."""
    first, last = subject
    if clause.forms[last] in MISTERS and last > first:
        return first, last - 1
    if bare(clause.forms[last]) in ("тілші", "журналист"):
        media = (i for i in range(first, last) if find_outlet(clause.tokens[i].word.text, "kk") is not None)
        medium = next(media, None)
        if medium is not None:
            return medium, medium
    return subject


def points_back(clause: Clause) -> str | None:
    """The words at the head of a sentence that point at the one before it: "бұл туралы"."""
    head = " ".join([t.form for t in clause.tokens if not t.is_mark][:2])
    return next((p for p in cue_words().pointing if head == p or head.split()[:1] == [p]), None)


def trimmed(clause: Clause, low: int, high: int) -> tuple[Span, ...]:
    """What is reported between two words, without marks, openers and the person spoken to at its ends."""
    if low < high and clause.forms[low] == "(" and ")" in clause.forms[low:high]:
        low = clause.forms.index(")", low) + 1
    while high > low and clause.tokens[high - 1].is_mark and clause.tokens[high - 1].word.text not in '»”"':
        high -= 1
    while low < high and clause.tokens[low].is_mark and clause.tokens[low].word.text not in '«“„"':
        low += 1
    low = _past_addressee(clause, low, high)
    while low < high and clause.forms[low] in (":", ","):
        low += 1
    low = _whole_marks(clause, low, high)
    if low >= high or not any(not clause.tokens[i].is_mark for i in range(low, high)):
        return ()
    if all(_is_light(clause, i) for i in range(low, high)):
        return ()
    return (clause.span(low, high - 1),)


def _past_addressee(clause: Clause, low: int, high: int) -> int:
    """Past the medium or the people spoken to: "CBC News телеарнасына", "журналистерге", and where: "Твиттерде"."""
    for at in range(low, min(high, low + _ADDRESS)):
        token = clause.tokens[at]
        if token.is_mark or token.quoted or (token.case not in ("nom", "gen", "attr", "dat", "loc")):
            break
        stem = bare(token.form)
        if token.case in ("dat", "loc") and (stem in _told_nouns() or token.word.text.lower() in nouns("kk").networks):
            given = clause.forms[at + 1 : at + 2] == ["берген"]
            return at + 3 if given and at + 3 < high else at + 1
        if token.case in ("dat", "loc") and not token.titled:
            break
    return low


def _told_nouns() -> frozenset[str]:
    lists = nouns("kk")
    return lists.media | lists.networks | {"журналист", "тілші", "редактор", "репортёр"}


def _whole_marks(clause: Clause, low: int, high: int) -> int:
    """Past adverbs and phrases in a case before words in marks that fill the rest: «Ол сондай-ақ «…» деді»."""
    opening = next((i for i in range(low, high) if clause.tokens[i].quoted), None)
    if opening is None or not all(clause.tokens[i].quoted or clause.tokens[i].is_mark for i in range(opening, high)):
        return low
    light = all(_is_light(clause, i) or clause.forms[i].endswith(_PARTICIPLES) for i in range(low, opening))
    return opening if light else low


def _is_light(clause: Clause, at: int) -> bool:
    token = clause.tokens[at]
    if token.form in cue_words().openers or token.is_mark:
        return True
    return case_of(token.form).case in ("dat", "loc", "abl", "ins", "gen", "attr")
