"""Which capitalised words of an English sentence are persons."""

import re
from collections.abc import Iterator, Sequence

from anyq.extract.parse import Name
from anyq.extract.quotes.outlets import find_outlet
from anyq.extract.surface.english_nouns import stem
from anyq.extract.surface.english_titles import (
    FEMALE,
    MALE,
    family_first,
    is_given,
    never_surnames,
    no_names,
    no_surnames,
    places,
    role_words,
    things,
    titles,
    weak_titles,
)
from anyq.extract.surface.english_words import small
from anyq.extract.surface.nouns import nouns
from anyq.text import Span

Token = tuple[Span, str]

_PARTICLES = frozenset({
    "de", "la", "del", "della", "di", "da", "dos", "van", "von", "der", "den", "bin", "ibn", "al", "el", "le", "du",
    "ter", "ten", "y",
})  # fmt: skip
_SPEAKING = frozenset({"said", "says", "told", "added", "wrote", "warned"})
ASIAN = re.compile(r"[A-Z][a-z]+-[a-z]{2,}")  # Park Byeong-seug
_HONOURS = frozenset(
    {"dr", "prof", "professor", "rev", "hon", "gov", "sen", "judge", "sgt", "det", "capt", "lt", "col"}
)
_POSSESSIVE = frozenset({"'s", "'"})
_PREFIX = re.compile(r"^(?:then|ex|former|vice|co|deputy|acting|sub|fellow)-")
_OWNERS = frozenset({"owner", "client", "customer", "agent", "partner", "promoter", "model", "champion", "leader"})
_NAMED_AFTER = frozenset({"of", "for"})  # "the Institute of Heart Research"
_ORGANS = frozenset({
    "parliament", "army", "government", "ministry", "navy", "senate", "cabinet", "military", "embassy", "constitution",
    "economy", "capital", "border", "borders", "currency", "premier", "president", "central", "national", "armed",
    "air", "foreign", "defence", "defense", "interior", "finance", "health", "state", "election", "elections", "ruling",
    "supreme", "constitutional", "coast", "population", "opposition", "electoral", "main", "largest", "biggest",
})  # fmt: skip
# they stand behind a name
_LETTERS = frozenset(
    {"QC", "KC", "MBE", "OBE", "CBE", "KBE", "MD", "PhD", "RN", "JP", "QPM", "SC", "MC", "DFC", "BEM", "FRS"}
)
_PLACED = frozenset({"in", "at", "near", "from", "outside", "across", "into", "via"})
_TWO_CAPITALS = re.compile(r"(?!Mc|Mac|De|La|Le|Van|Fitz|Di|Du|O')\w*[a-z][A-Z]\w*")  # CityLine


def persons_of(row: Sequence[Token], known: Sequence[Span], others: Sequence[Name]) -> list[Span]:
    """The persons of one sentence."""
    found: list[Span] = []
    at = 0
    while at < len(row):
        end = run_of(row, at)
        if end == at:
            at += 1
            continue
        for first, last in _split(row, at, end):
            span = Span(row[first][0].start, row[last - 1][0].end)
            if _is_person(row, first, last, known, others):
                owner = row[last][1] if last < len(row) else ""
                found.append(Span(span.start, row[last][0].end if owner == "'s" else span.end))
        at = end
    return found


def run_of(row: Sequence[Token], at: int) -> int:
    """The word behind a row of capitalised words, particles between them."""
    end = at
    while end < len(row):
        word = row[end][1]
        named = word[:1].isupper() and any(ch.isalpha() for ch in word)
        joined = end > at and word.lower() in _PARTICLES | {"-"} and _names_on(row, end + 1)
        prefixed = end == at and word[:3] in ("al-", "el-") and word[3:4].isupper()
        if not (named or joined or prefixed or (end > at and word[:3] in ("al-", "el-"))):
            break
        end += 1
    return end


def _names_on(row: Sequence[Token], at: int) -> bool:
    while at < len(row) and row[at][1].lower() in _PARTICLES:
        at += 1
    return at < len(row) and row[at][1][:1].isupper()


def _split(row: Sequence[Token], first: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a row without titles, openers and places before a title: "South Dakota Gov. | Kristi Noem"."""
    start = _behind_place(row, first, end)
    while end - start > 2 and row[end - 1][1] in _LETTERS:
        end -= 1
    if end - start > 2 and _is_role(row[start][1]):
        start += 1  # "Baker Noel Hastings"
    for at in range(start, end):
        word = row[at][1].lower().strip(".")
        asian = at + 1 < end and ASIAN.fullmatch(row[at + 1][1]) is not None
        titled = at > first and start == at and row[at - 1][1].lower().strip(".") in titles() and word in role_words()
        named = at == end - 1 and at > start and is_given(row[at - 1][1])  # "Stephen King"
        named = named or (is_given(word) and at == end - 2)  # "PC Dean Rudd"
        if (word in titles() or word in no_names() or "-of-" in word or titled) and not (asian or named):
            if start < at and word not in titles() and stem(word) not in nouns("en").bodies:
                yield start, at  # "Calder Police" is no person
            start = at + 1
    if start < end:
        yield start, end


def _behind_place(row: Sequence[Token], first: int, end: int) -> int:
    """Where the name begins in "Mayor of Calder Sara Nix"."""
    named = first > 1 and row[first - 1][1] == "of" and end - first > 2 and _is_role(row[first - 2][1])
    if not named or is_given(row[first][1]):
        return first
    return next((i for i in range(first + 1, end - 1) if is_given(row[i][1])), first + (end - first == 3))


def _is_role(word: str) -> bool:
    """For "Baker", "Ex-soldier", "Co-author"."""
    return stem(_PREFIX.sub("", word.lower())) in nouns("en").roles | nouns("en").anonymous


def _is_person(row: Sequence[Token], first: int, end: int, known: Sequence[Span], others: Sequence[Name]) -> bool:
    span = Span(row[first][0].start, row[end - 1][0].end)
    words = [w for _, w in row[first:end]]
    before = row[first - 1][1].lower().strip(".") if first else ""
    if any(w.isdigit() for w in words) or len(words) > 5 or _is_named_thing(row, first, end):
        return False
    if _owns_a_body(row, end) or (any(stem(w) in nouns("en").states for w in words[1:]) and not is_given(words[0])):
        return False
    if before == "the" or before in things() or words[0].lower() in things():
        return False
    if before in MALE | FEMALE | _HONOURS:
        return True
    asian = ASIAN.fullmatch(words[-1]) is not None
    joined = "&" in (before, row[end][1] if end < len(row) else "")  # Marks & Spencer
    if joined or (len(words) > 1 and words[-1].lower() in never_surnames()):
        return False
    if len(words) > 1 and words[-1].lower() in no_surnames() and not (is_given(words[0]) or asian):
        return False
    if any(k.touches(span) for k in known):
        return len(words) > 1 or not any(w.lower() in small("days") | small("openers") for w in words)
    body = any(o.span.touches(span) for o in others)
    if before in titles() - weak_titles():
        return not body or len(words) > 1
    if len(words) == 1:
        return (
            stem(before) in nouns("en").roles
            and before.islower()
            and stem(before) not in nouns("en").companies
            and not body
            and stem(words[0]) not in nouns("en").states
        )
    if words[-1].lower() in no_surnames():
        return False
    if (
        asian
        or _speaks(row, first, end, body=body)
        or _is_introduced(row, end)
        or _stands_behind_role(row, first, end)
        or (stem(before) in nouns("en").roles and not body)
    ):
        return True
    apart = end < len(row) and row[end][1] in ("of", "for", "from", "at")  # "Tom Avery of the Coast Guard"
    body = body and not apart
    return is_given(words[0]) and not (body and _is_body_name(span, others, place=words[0].lower() in places()))


def _is_named_thing(row: Sequence[Token], first: int, end: int) -> bool:
    """For "Institute of Heart Research", "Screen Weekly", "CityLine", "Ostran's Prime Minister", "in Graz"."""
    words = [w for _, w in row[first:end]]
    before = row[first - 1][1] if first else ""
    body = row[first - 2][1] if first > 1 else ""
    if any(w.isupper() and find_outlet(w, "en") is not None for w in words):
        return True  # "BBC Breakfast"
    after = [w for _, w in row[end : end + 2]]
    if stem(before) in nouns("en").bodies and before.islower() and not is_given(words[0]):
        return True  # "the charity Sea Watch"
    if before in _NAMED_AFTER and body[:1].isupper() and stem(body) in nouns("en").bodies:
        return True
    if len(words) > 1:
        return stem(words[-1]) in nouns("en").media and not is_given(words[0])
    described = first == 0 and bool(after) and after[0].islower() and stem(after[0]) in nouns("en").roles
    owned = [w for _, w in row[end + 1 : end + 4]] if after[:1] == ["'s"] else []
    titled = bool(owned) and owned[0][:1].isupper() and owned[0].lower() in titles()
    state = not _ORGANS.isdisjoint(owned) and not is_given(words[0])  # "Ostran's central bank"
    placed = before in _PLACED and not is_given(words[0])
    return described or titled or state or placed or _TWO_CAPITALS.fullmatch(words[0]) is not None


def _speaks(row: Sequence[Token], first: int, end: int, *, body: bool) -> bool:
    """For "X Y said", "said X Y" and "Kim Yong Ho": names that the model took for nothing."""
    words = [w for _, w in row[first:end]]
    if body or not 2 <= len(words) <= 4 or any(w.isupper() and len(w) > 2 for w in words):
        return False
    if len(words) == 3 and words[0].lower() in family_first():
        return True
    around = [w for _, w in (*row[max(0, first - 1) : first], *row[end : end + 2])]
    if around[:2] == [",", ","] and around[-1] in _SPEAKING:
        return True  # "A spokesman for the port, X Y, said"
    beside = {row[end][1] if end < len(row) else "", row[first - 1][1] if first else ""}
    return not beside.isdisjoint(_SPEAKING)


def _owns_a_body(row: Sequence[Token], end: int) -> bool:
    """For "Rady Children's Hospital"."""
    after = [w for _, w in row[end : end + 2]]
    return (
        len(after) == 2 and after[0] in _POSSESSIVE and after[1][:1].isupper() and stem(after[1]) in nouns("en").bodies
    )


def _is_introduced(row: Sequence[Token], end: int) -> bool:
    """For "X Y, 34,", "X Y, who …" and "X Y, a spokesman for …": only people have ages and roles."""
    after = [w.lower() for _, w in row[end : end + 7]]
    if len(after) < 3 or after[0] != ",":
        return False
    if after[1] in ("who", "whose") or (after[1].isdigit() and after[2] == ","):
        return True
    phrase = after[2 : after.index(",", 2) if "," in after[2:] else len(after)]
    return after[1] in ("a", "an", "the") and any(stem(w) in nouns("en").roles for w in phrase)


def _stands_behind_role(row: Sequence[Token], first: int, end: int) -> bool:
    """For "her predecessor, X Y." and "his chief, X Y,": roles that only people have."""
    after = row[end][1] if end < len(row) else "."
    role = row[first - 2][1] if first > 2 and row[first - 1][1] == "," else ""
    known = role.islower() and stem(role) in nouns("en").roles - nouns("en").companies - nouns("en").groups - _OWNERS
    body = any(stem(w) in nouns("en").bodies | nouns("en").media or w.isupper() for _, w in row[first:end])
    return known and end - first in (2, 3) and after in (",", ".", ")", ";") and not body


def _is_body_name(span: Span, others: Sequence[Name], *, place: bool) -> bool:
    """A body whose name goes on behind these words; a given name is a surer sign than what the model says."""
    return any(o.span.touches(span) and (o.span.end > span.end or (o.kind == "LOC" and place)) for o in others)
