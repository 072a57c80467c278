"""English names: what the model missed or took too much of, and gender."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from anyq.extract.parse import Name
from anyq.extract.people.figure import Gender
from anyq.extract.quotes.outlets import find_outlet
from anyq.extract.surface.english_line import dateline
from anyq.extract.surface.english_nouns import stem
from anyq.extract.surface.english_text import english_sentences, english_words
from anyq.extract.surface.english_words import small
from anyq.extract.surface.nouns import nouns
from anyq.languages import lines, table
from anyq.text import Span
from anyq.text.segment import paragraphs

_KINSMEN = ("father", "brother", "son", "husband", "uncle", "nephew", "grandfather", "grandson", "dad", "boyfriend")
_KINSWOMEN = (
    "mother", "sister", "daughter", "wife", "aunt", "niece", "grandmother", "granddaughter", "mum", "mom", "girlfriend",
)  # fmt: skip
_MALE = frozenset({"mr", "sir", "lord", "king", "prince", "duke", "monsieur", *_KINSMEN})
_FEMALE = frozenset({"mrs", "ms", "miss", "dame", "lady", "queen", "princess", "duchess", "madame", *_KINSWOMEN})
# they stand before a name and are no role
HONORIFICS = frozenset({"mr", "sir", "lord", "mrs", "ms", "miss", "mx", "dame", "lady", "madame", "monsieur"})
Token = tuple[Span, str]

_PARTICLES = frozenset({
    "de", "la", "del", "della", "di", "da", "dos", "van", "von", "der", "den", "bin", "ibn", "al", "el", "le", "du",
    "ter", "ten", "y",
})  # fmt: skip
_GENERATION = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_HONOURED = re.compile(r"\b(?:Mrs?|Ms|Miss|Dr)\.? ([A-Z][\w-]+)\b(?! [A-Z])")  # Mr Brandt
_SPEAKING = frozenset({"said", "says", "told", "added", "wrote", "warned"})
_ASIAN = re.compile(r"[A-Z][a-z]+-[a-z]{2,}")  # Park Byeong-seug
_HONOURS = frozenset(
    {"dr", "prof", "professor", "rev", "hon", "gov", "sen", "judge", "sgt", "det", "capt", "lt", "col"}
)
_POSSESSIVE = frozenset({"'s", "'"})
_COMPANIES = re.compile(r"\b([A-Z][\w-]+),? (?:Corp|Inc|Ltd|LLC|PLC|plc|AG|GmbH|NV|SpA)\b")  # Alphex Corp
_PREFIX = re.compile(r"^(?:then|ex|former|vice|co|deputy|acting|sub|fellow)-")
_OWNERS = frozenset({"owner", "client", "customer", "agent", "partner", "promoter", "model", "champion", "leader"})
_NAMED_AFTER = frozenset({"of", "for"})  # "the Institute of Heart Research"
_PLACED = frozenset({"in", "at", "near", "from", "outside", "across", "into", "via"})
_TWO_CAPITALS = re.compile(r"(?!Mc|Mac|De|La|Le|Van|Fitz|Di|Du|O')\w*[a-z][A-Z]\w*")  # CityLine


@cache
def _given(sex: str) -> frozenset[str]:
    return frozenset(n for row in lines("en", f"given_names_{sex}") for n in row.split())


@cache
def titles() -> frozenset[str]:
    """Words that stand before a name and are no part of it."""
    return frozenset(str(table("en", "titles")["titles"]).split())


@cache
def _role_words() -> frozenset[str]:
    return frozenset(str(table("en", "titles")["before_roles"]).split())


@cache
def _no_names() -> frozenset[str]:
    return frozenset(str(table("en", "titles")["no_names"]).split())


@cache
def _things() -> frozenset[str]:
    return frozenset(str(table("en", "titles")["things"]).split())


@cache
def _family_first() -> frozenset[str]:
    return frozenset(str(table("en", "titles")["family_first"]).split())


@cache
def _places() -> frozenset[str]:
    return frozenset(str(table("en", "titles")["places"]).split())


@cache
def _never_surnames() -> frozenset[str]:
    return frozenset(str(table("en", "titles")["never_surnames"]).split())


@cache
def _no_surnames() -> frozenset[str]:
    return frozenset(str(table("en", "titles")["no_surnames"]).split())


def gender(words: Sequence[str], before: str) -> Gender | None:
    """Of a name as written, by the honorific in it or before it, else by the given name."""
    for word in (w.lower().strip(".") for w in (before, *words)):
        if word in _MALE:
            return "Masc"
        if word in _FEMALE:
            return "Fem"
    given = [w.lower() for w in words if w.lower().strip(".") not in titles()]
    if len(given) < 2:
        return None
    for name in (given[0], given[0].partition("-")[0]):
        if name in _given("masc"):
            return "Masc"
        if name in _given("fem"):
            return "Fem"
    return None


def mended(text: str, found: Sequence[Name]) -> list[Name]:
    """The names of a folded text: titles cut off, persons behind titles added, surnames known from full names."""
    rows = [
        [(w, w.of(text)) for w in english_words(text, s)]
        for line in paragraphs(text)
        for s in english_sentences(text, line)
    ]
    persons: list[Span] = []
    others = [n for n in found if n.kind != "PER"]
    title = _headline(text)
    known = [n.span for n in found if n.kind == "PER"]
    for row in rows:
        if row and row[0][0].start >= title:
            told = [w for w in row if w[0].start >= row[dateline([t for _, t in row])][0].start]
            persons += _persons(told, known, others)
        elif row:  # in a headline every word may have a capital: only two of them make a name
            persons += [p for p in _persons(row, known, others) if len(p.of(text).split()) == 2]
    persons += _repeated(text[:title], {p.of(text) for p in persons})
    labelled = {o.span.of(text) for o in others}
    low = labelled | set(_COMPANIES.findall(text)) | set(re.findall(r"(?<![.!?] )\b[a-z]{3,}\b", text))
    persons = [p for p in persons if not _is_no_single_name(p.of(text), low)]
    first = [p.of(text).split()[0] for p in persons if len(p.of(text).split()) > 1]
    givens = {g.lower() for g in first if len(g) > 2}
    full = {_surname(p.of(text)).lower() for p in persons if len(p.of(text).split()) > 1}
    full |= {name.lower() for name in _HONOURED.findall(text)}
    surnames = full | {s[3:] for s in full if s.startswith(("al-", "el-"))}
    for row in rows:
        persons += _alone(
            row,
            (surnames | givens) - {"", *low},
            [*persons, *(o.span for o in others if len(o.span.of(text).split()) > 1)],
        )
    kept = [o for o in others if not any(p.touches(o.span) for p in persons)]
    taken = [*persons, *(k.span for k in kept)]
    kept += [Name(b, "ORG") for row in rows for b in _bodies(row) if not any(t.touches(b) for t in taken)]
    return sorted([*kept, *(Name(p, "PER") for p in persons)], key=lambda n: n.span)


def _bodies(row: Sequence[Token]) -> Iterator[Span]:
    """Rows of capitalised words that end in what a body is: "the Environment Agency"."""
    at = 0
    while at < len(row):
        end = _run(row, at)
        first = at
        while first < end and row[first][1].lower() in small("determiners") | small("openers") | small("prepositions"):
            first += 1
        if end - first > 1 and stem(row[end - 1][1]) in nouns("en").bodies and not row[end - 1][1].isupper():
            yield Span(row[first][0].start, row[end - 1][0].end)
        at = max(end, at + 1)


def _headline(text: str) -> int:
    """Where a first line ends that no stop closes; there every word may have a capital. 0 if there is none."""
    first, _, rest = text.lstrip().partition("\n")
    closed = first.rstrip(' "”»')[-1:] in (*".!?…:;", "")
    return 0 if closed or not rest.strip() else text.index(first) + len(first)


def _repeated(title: str, names: set[str]) -> Iterator[Span]:
    """The names of the text that its headline has too."""
    for name in names:
        for match in re.finditer(rf"\b{re.escape(name)}\b", title) if " " in name else ():
            yield Span(*match.span())


def _is_no_single_name(name: str, low: set[str]) -> bool:
    """A word alone that is a country, a medium, or that the text knows as something else: "Shark injures boy"."""
    words = re.sub(r"'s$", "", name).split()
    if len(words) != 1:
        return False
    known = stem(words[0]) in nouns("en").states | nouns("en").bodies or find_outlet(words[0], "en") is not None
    return known or not low.isdisjoint({words[0], words[0].lower()})


def _persons(row: Sequence[Token], known: Sequence[Span], others: Sequence[Name]) -> list[Span]:
    """The persons of one sentence."""
    found: list[Span] = []
    at = 0
    while at < len(row):
        end = _run(row, at)
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


def _run(row: Sequence[Token], at: int) -> int:
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
    if end - start > 2 and _is_role(row[start][1]):
        start += 1  # "Baker Noel Hastings"
    for at in range(start, end):
        word = row[at][1].lower().strip(".")
        asian = at + 1 < end and _ASIAN.fullmatch(row[at + 1][1]) is not None
        titled = at > first and start == at and row[at - 1][1].lower().strip(".") in titles() and word in _role_words()
        if (word in titles() or word in _no_names() or "-of-" in word or titled) and not asian:
            if start < at and stem(word) not in nouns("en").bodies:
                yield start, at  # "Calder Police" is no person
            start = at + 1
    if start < end:
        yield start, end


def _behind_place(row: Sequence[Token], first: int, end: int) -> int:
    """Where the name begins in "Mayor of Calder Sara Nix"."""
    named = first > 1 and row[first - 1][1] == "of" and end - first > 2 and _is_role(row[first - 2][1])
    if not named or _is_given(row[first][1]):
        return first
    return next((i for i in range(first + 1, end - 1) if _is_given(row[i][1])), first + (end - first == 3))


def _is_role(word: str) -> bool:
    """For "Baker", "Ex-soldier", "Co-author"."""
    return stem(_PREFIX.sub("", word.lower())) in nouns("en").roles | nouns("en").anonymous


def _is_person(row: Sequence[Token], first: int, end: int, known: Sequence[Span], others: Sequence[Name]) -> bool:
    span = Span(row[first][0].start, row[end - 1][0].end)
    words = [w for _, w in row[first:end]]
    before = row[first - 1][1].lower().strip(".") if first else ""
    if any(w.isdigit() for w in words) or len(words) > 5 or _is_named_thing(row, first, end):
        return False
    if _owns_a_body(row, end) or (any(stem(w) in nouns("en").states for w in words[1:]) and not _is_given(words[0])):
        return False
    if before == "the" or before in _things() or words[0].lower() in _things():
        return False
    if before in _MALE | _FEMALE | _HONOURS:
        return True
    asian = _ASIAN.fullmatch(words[-1]) is not None
    joined = "&" in (before, row[end][1] if end < len(row) else "")  # Marks & Spencer
    if joined or (len(words) > 1 and words[-1].lower() in _never_surnames()):
        return False
    if len(words) > 1 and words[-1].lower() in _no_surnames() and not (_is_given(words[0]) or asian):
        return False
    if any(k.touches(span) for k in known):
        return len(words) > 1 or not any(w.lower() in small("days") | small("openers") for w in words)
    body = any(o.span.touches(span) for o in others)
    if before in titles() - _weak_titles():
        return not body or len(words) > 1
    if len(words) == 1:
        return (
            stem(before) in nouns("en").roles
            and before.islower()
            and stem(before) not in nouns("en").companies
            and not body
            and stem(words[0]) not in nouns("en").states
        )
    if words[-1].lower() in _no_surnames():
        return False
    if (
        asian
        or _speaks(row, first, end, body=body)
        or _is_introduced(row, end)
        or (_stands_behind_role(row, first, end) and not body)
        or (stem(before) in nouns("en").roles and not body)
    ):
        return True
    apart = end < len(row) and row[end][1] in ("of", "for", "from", "at")  # "Tom Avery of the Coast Guard"
    body = body and not apart
    return _is_given(words[0]) and not (body and _is_body_name(span, others, place=words[0].lower() in _places()))


def _is_named_thing(row: Sequence[Token], first: int, end: int) -> bool:
    """For "Institute of Heart Research", "Screen Weekly", "CityLine", "Ostran's Prime Minister", "in Graz"."""
    words = [w for _, w in row[first:end]]
    before = row[first - 1][1] if first else ""
    body = row[first - 2][1] if first > 1 else ""
    if before in _NAMED_AFTER and body[:1].isupper() and stem(body) in nouns("en").bodies:
        return True
    if len(words) > 1:
        return stem(words[-1]) in nouns("en").media and not _is_given(words[0])
    after = [w for _, w in row[end : end + 2]]
    owner = len(after) > 1 and after[0] in _POSSESSIVE and after[1][:1].isupper() and after[1].lower() in titles()
    placed = before in _PLACED and not _is_given(words[0])
    return owner or placed or _TWO_CAPITALS.fullmatch(words[0]) is not None


def _speaks(row: Sequence[Token], first: int, end: int, *, body: bool) -> bool:
    """For "X Y said", "said X Y" and "Kim Yong Ho": names that the model took for nothing."""
    words = [w for _, w in row[first:end]]
    if body or not 2 <= len(words) <= 4 or any(w.isupper() and len(w) > 2 for w in words):
        return False
    if len(words) == 3 and words[0].lower() in _family_first():
        return True
    around = [w for _, w in (*row[max(0, first - 1) : first], *row[end : end + 2])]
    if around[:2] == [",", ","] and around[-1] in _SPEAKING:
        return True  # "A spokesman for the port, X Y, said"
    beside = {row[end][1] if end < len(row) else "", row[first - 1][1] if first else ""}
    return not beside.isdisjoint(_SPEAKING)


def _is_given(word: str) -> bool:
    return any(word.lower() in _given(sex) for sex in ("masc", "fem", "both"))


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


@cache
def _weak_titles() -> frozenset[str]:
    """Titles that also stand before things: "House", "State"."""
    return frozenset(str(table("en", "titles")["weak"]).split())


def _surname(name: str) -> str:
    words = [w for w in re.sub(r"'s$", "", name).split() if w.lower() not in _GENERATION]
    if words and (_ASIAN.fullmatch(words[-1]) or (len(words) == 3 and words[0].lower() in _family_first())):
        return words[0]
    return words[-1] if words else ""


def _alone(row: Sequence[Token], surnames: set[str], taken: Sequence[Span]) -> Iterator[Span]:
    """Surnames of persons named in full elsewhere, standing alone."""
    for at, (span, word) in enumerate(row):
        known = word.lower() in surnames and (word[:1].isupper() or word[:3] in ("al-", "el-"))
        if not known or any(t.touches(span) for t in taken):
            continue
        after = row[at + 1][1] if at + 1 < len(row) else ""
        before = row[at - 1][1] if at else ""
        dated = word.lower() in small("days") and before.lower() in small("prepositions") | small("times")
        if (
            dated
            or after[:1].isupper()
            or (before[:1].isupper() and at > 1 and before.lower().strip(".") not in titles())
        ):
            continue
        yield Span(span.start, row[at + 1][0].end if after == "'s" else span.end)
