"""Words of a Kazakh sentence as noun phrases: who is its subject, where a phrase begins.

Kazakh puts the head last and marks it: a phrase ends in its head, in the nominative or with a case ending, and every
noun that the head belongs to stands before it, bare or in the genitive.
"""

import re
from collections.abc import Iterator, Sequence

from anyq.extract.parse import Name, Sentence
from anyq.extract.quotes.outlets import find_outlet
from anyq.extract.surface.kazakh_endings import Case, bare, case_of, is_owned, is_plural
from anyq.extract.surface.kazakh_lexicon import cue_words, given_names, offices, states
from anyq.extract.surface.kazakh_tokens import MARKS, MOST_TITLE, Token, tokens_of
from anyq.extract.surface.kazakh_verbs import DEP, can_say
from anyq.extract.surface.nouns import nouns
from anyq.text import Span

_MOST_PHRASE = 12  # words; longer runs before a head are clauses
_MOST_OUTLET = 4  # words of the name of a medium
_PERSONAL = frozenset(("ол", "олар"))
_AND = frozenset(("және", "мен", "бен", "пен"))
_SAYERS = ("anonymous", "media", "bodies", "roles", "groups")
_WHEN = ("ғанда", "генде", "қанда", "кенде", "ғандай", "гендей", "қандай", "кендей", "ғанымен", "генімен")
_NOUN_CLAUSE = ("ғанын", "генін", "қанын", "кенін", "тынын", "тінін", "екенін", "дығын", "дігін", "тығын", "тігін")
# what a name can stand behind: "министр Омаров", not "полиция Омаров"
_TITLED_KINDS = ("roles", "groups", "anonymous")
_CLAUSE_END = re.compile(r"(?:ған|ген|қан|кен|тын|тін)(?:ын|ін)$|(?:еке|жоқты|қажетті|керекті)(?:нін|ғын|гін)$")
_EVEN = frozenset(("да", "де", "та", "те", "болса"))  # "армандамаса да, …": its subject goes on
_SOFTENED = re.compile(r"(?<!^барл)(?<=..)[ыіұү][ғг][ыі]$")  # "жолаушылар көлігі", not "тұрғындар барлығы"
_SURNAME = re.compile(r".{3,}(?:ов|ев|ова|ева|ұлы|қызы|енко|швили)$")
MISTERS = frozenset(("мырза", "ханым", "апай", "ағай", "көке", "тәте", "ақсақал", "бикеш"))
_BUT = frozenset(("ал", "бірақ", "алайда", "дегенмен"))
_DASHES = frozenset("–—-")
# endings that look like a possessive and are none: "айыпталушы", "қалалы", "ішкі"
_UNOWNED = ("шы", "ші", "лы", "лі", "ды", "ді", "ты", "ті", "ғы", "гі", "қы", "кі")
_OBLIQUE: frozenset[Case] = frozenset(("dat", "acc", "loc", "abl", "ins"))


class Clause:
    """A sentence as tokens."""

    def __init__(self, sentence: Sentence, quoted: Sequence[Span], names: Sequence[Name]) -> None:
        self.sentence = sentence
        self.tokens = tokens_of(sentence, quoted, names)
        self.forms = [t.form for t in self.tokens]
        self._outlets = self._find_outlets()  # the last word of each medium that the list names -> its first

    def _find_outlets(self) -> dict[int, int]:
        found: dict[int, int] = {}
        first = 0
        while first < len(self.tokens):
            for last in range(min(first + _MOST_OUTLET, len(self.tokens)) - 1, first - 1, -1):
                name = " ".join(t.word.text for t in self.tokens[first : last + 1])
                if find_outlet(name, "kk") is not None:
                    after = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
                    if after is not None and is_owned(after.form) and after.kind in ("media", "bodies"):
                        last += 1  # "Анадолы агенттігі"
                    found[last] = first
                    first = last
                    break
            first += 1
        return found

    def span(self, first: int, last: int) -> Span:
        """From word ``first`` to word ``last`` (inclusive)."""
        return Span(self.tokens[first].word.span.start, self.tokens[last].word.span.end)

    def subject_before(self, low: int, high: int) -> tuple[int, int] | None:
        """The phrase in the nominative that words ``low`` to ``high`` (exclusive) begin with, past adverbials."""
        for start, end in self._segments(low, high):
            last_part = end >= high
            if not last_part and self._is_adverbial(end - 1):
                continue
            if (
                not last_part
                and self.forms[end - 1].endswith(_NOUN_CLAUSE)
                and next(self._heads(start, end), None) is None
            ):
                return None
            head = next(self._heads(start, end), None)
            if not last_part and (self._turns(end, high) or (head == end - 1 and self.forms[end] in _DASHES)):
                continue
            if head is None:
                if not last_part and self._is_finite(end - 1):
                    return None
                continue
            if not last_part and self._is_finite(end - 1) and not self._says_all(start, end, high):
                return None  # "X came, …": whether X says it or did it, no ending tells
            head = self._who_was(head, end)
            return self.start_of(head, start), head
        return None

    def _says_all(self, start: int, end: int, high: int) -> bool:
        """Whether the subject of a part that ends in its own verb speaks: another stands behind it, or it is a body."""
        heads = list(self._heads(start, end))
        alone = self.tokens[heads[0]].kind == "bodies" and next(self._heads(end, high), None) is None
        return len(heads) > 1 or alone

    def _turns(self, end: int, high: int) -> bool:
        """«…, ал полиция …»: what stands before the comma is another's deed."""
        return self._is_finite(end - 1) and end + 1 < high and self.forms[end + 1] in _BUT

    def _who_was(self, head: int, high: int) -> int:
        """The person behind a description that ends in "болған": "бұрынғы елші болған Омаров"."""
        for i in range(head + 1, high):
            end = self._name_end(i)
            if (
                self.forms[i - 1] in ("болған", "атанған", "келген")
                and end is not None
                and self.tokens[end].case == "nom"
            ):
                return end
        return head

    def subject_after(self, low: int, high: int) -> tuple[int, int] | None:
        """The phrase that follows a verb of saying, up to the next comma: nominative, else a body in -дан, -да."""
        end = next((i for i in range(low, high) if self.forms[i] in (",", ";", ":", "(")), high)
        if end == low:
            return None
        head = next(self._heads(low, end), None)
        if head is not None and self.tokens[head].kind == "roles" and self.forms[end : end + 1] == [","]:
            head = self._second_role(end, high) or head
        head = self._named_like_a_person(low, end) if head is None else head
        if head is not None:
            return self.start_of(head, low), head
        told = next((i for i in range(low, end) if self._is_body_in_place(i)), None)
        return None if told is None else (self.start_of(told, low), told)

    def _second_role(self, comma: int, high: int) -> int | None:
        """«… бас онколог, дәрігер Омарова»: the name behind the second role."""
        head = next(self._heads(comma + 1, min(comma + 1 + _MOST_PHRASE, high)), None)
        return head if head is not None and self.tokens[head].name == "PER" else None

    def may_have_subject(self, low: int, high: int) -> bool:
        """Whether a clause without a sure subject has words in the nominative that could be it."""
        return any(
            t.case == "nom"
            and not t.quoted
            and not t.titled
            and (
                t.kind in ("roles", "groups", "anonymous")
                or (t.kind in ("bodies", "media") and is_owned(t.form))
                or (i > 0 and t.word.text[:1].isupper())
            )
            for i, t in enumerate(self.tokens[low:high], low)
        )

    def start_of(self, head: int, low: int) -> int:
        """Where the phrase that ends in word ``head`` begins, not before word ``low``."""
        if self.forms[head] in _PERSONAL:
            return head
        if self.forms[head] in MISTERS and head > low:
            return self.start_of(head - 1, low)
        at, inside = head, self.tokens[head].titled
        while at > low and head - at < _MOST_PHRASE:
            token = self.tokens[at - 1]
            if token.word.text in MARKS:
                inside = not inside
            elif not inside and not self._continues(token, at - 1, head):
                break
            at -= 1
        while at < head and (self._is_loose(at, low) or self._is_loose_mark(at, head)):
            at += 1
        return at

    def _is_loose(self, at: int, low: int) -> bool:
        """Openers, and what governs the words before it: "(көрсеткіштерді) шығарған", "(20) жастағы"."""
        form = self.forms[at]
        if form in cue_words().openers or form in _AND:
            return True
        before = self.tokens[at - 1] if at > low else None
        governs = form.endswith(("ған", "ген", "қан", "кен")) and before is not None and before.case in _OBLIQUE
        counted = form in ("жастағы", "жасар") and before is not None and before.form[:1].isdigit()
        return governs or counted

    def _is_loose_mark(self, at: int, head: int) -> bool:
        token = self.tokens[at]
        if not token.is_mark:
            return False
        marks = sum(self.tokens[i].word.text in MARKS for i in range(at, head + 2) if i < len(self.tokens))
        return token.word.text not in MARKS or marks % 2 == 1

    def _continues(self, token: Token, at: int, head: int) -> bool:
        """Whether a word can stand inside the phrase whose head follows."""
        if token.is_mark:
            return token.form in "-." and self._is_glued(at)
        if token.form in _AND | cue_words().modifiers:
            return True
        if token.form in cue_words().openers or token.quoted or token.form == DEP:
            return False
        if token.case == "dat" and self.forms[at + 1] == "қарсы":
            return True  # "Жемқорлыққа қарсы қызмет"
        if token.case in _OBLIQUE or token.form[:1].isdigit():
            return False
        if token.word.text[:1].islower() and can_say(token.form):
            return False
        if token.form.endswith(("ып", "іп", "уы", "уі")) and token.word.text[:1].islower():
            return False
        return token.case != "nom" or self._leads_on(token, at, head)

    def _leads_on(self, token: Token, at: int, head: int) -> bool:
        """Whether a word in the nominative belongs to what follows and is no phrase of its own."""
        if token.ends_name and token.name == "PER":
            return False
        owned = token.kind == "roles" and is_owned(token.form)
        if self._ends_a_body(at):
            return self._owns(at, self.tokens[at + 1])
        if owned and self.tokens[at + 1].name != "PER":
            return False  # "… тілшісі министрліктің қызметіне": a phrase of its own ends there
        if token.kind == "roles" and at + 1 < head and not owned:
            return self.forms[at + 1] in _AND or self.tokens[at + 1].kind == "roles"
        if self._is_somebody(at):
            return False
        return at not in self._outlets or self._owns(at, self.tokens[at + 1])

    def _ends_a_body(self, at: int) -> bool:
        """««Өріс» порталы Көлік …»: a body in the nominative before a capital or behind a name in marks."""
        token = self.tokens[at]
        if token.kind not in ("media", "bodies") or token.case != "nom" or not is_owned(token.form):
            return False
        return token.kind == "media" or self._goes_on_capital(at)

    def _is_somebody(self, at: int) -> bool:
        """A given name or a surname in the nominative, where no names were handed in."""
        token = self.tokens[at]
        if token.name or token.case != "nom" or not token.word.text[:1].isupper() or token.titled:
            return False
        return token.form in given_names() or bool(_SURNAME.search(token.form))

    def _is_glued(self, at: int) -> bool:
        """A hyphen or a full stop with no space before it belongs to its word: "А. Омарова"."""
        before, mark = self.tokens[at - 1].word.span, self.tokens[at].word.span
        return at > 0 and before.end == mark.start

    def _segments(self, low: int, high: int) -> Iterator[tuple[int, int]]:
        start = low
        for i in range(low, high):
            if self.forms[i] in (",", "—", "–") and not self.tokens[i].quoted and not self.tokens[i].titled:
                if i > start:
                    yield start, i
                start = i + 1
        if start < high:
            yield start, high

    def _is_adverbial(self, last: int) -> bool:
        form = self.forms[last]
        if form in _EVEN:
            return False
        return (
            form in cue_words().adverbial
            or form in cue_words().openers
            or form in cue_words().opinions
            or form.endswith(_WHEN)
        )

    def _is_finite(self, last: int) -> bool:
        form = self.forms[last]
        return form.endswith(("ды", "ді", "ты", "ті", "ған", "ген", "қан", "кен", "жоқ", "керек", "тиіс"))

    def _heads(self, low: int, high: int) -> Iterator[int]:
        """Words that can be who speaks, in the nominative and not owned by the word behind them."""
        at = low
        while at < high:
            if self._can_speak(at) and not self.tokens[at].quoted:
                last = self._with_apposition(at, high)
                if last is not None:
                    yield last
                    at = last
            at += 1

    def _can_speak(self, at: int) -> bool:
        token = self.tokens[at]
        if token.case != "nom":
            return False
        if token.form in _PERSONAL:
            after = self.forms[at + 1] if at + 1 < len(self.forms) else ""
            return after not in cue_words().postpositions
        if token.form in states() and token.name != "PER":
            return token.word.text[:1].isupper() and not self._names_a_later_head(at)
        if any(first <= at < last for last, first in self._outlets.items()):
            return False
        if at in self._outlets:
            return True
        if token.ends_name:
            return token.name == "PER" or (token.name == "ORG" and not self._goes_on_capital(at))
        if token.name and token.name != "LOC":
            return False
        if token.titled:
            return token.word.text[:1].isupper() and not self._next_in_marks(at)
        return token.kind in _SAYERS

    def _names_a_later_head(self, at: int) -> bool:
        """«АҚШ Мемлекеттік хатшысы»: a state that only says whose secretary it is."""
        for i in range(at + 1, min(at + 1 + MOST_TITLE, len(self.tokens))):
            token = self.tokens[i]
            if i == at + 1 and self._goes_on_capital(at) and token.name != "PER" and token.form not in states():
                return True  # "Қытай Халық Республикасының …"
            if token.is_mark or token.case in _OBLIQUE:
                return False
            if is_owned(token.form) and token.kind in _SAYERS:
                return True
        return False

    def _goes_on_capital(self, at: int) -> bool:
        return at + 1 < len(self.tokens) and self.tokens[at + 1].word.text[:1].isupper()

    def _next_in_marks(self, at: int) -> bool:
        return at + 1 < len(self.tokens) and self.tokens[at + 1].titled

    def _with_apposition(self, head: int, high: int) -> int | None:
        """The last word of the phrase: past a name or a role behind the head; None where the head is owned by it."""
        at = head
        while True:
            after = self._after(at, high)
            if after is None:
                return at
            token = self.tokens[after]
            if self.tokens[at].name == "PER" and token.form in MISTERS:
                at = after
                continue
            name_end = self._name_end(after)
            if self._describes(self.tokens[at], token):
                at = after
            elif token.form in _AND and (end := self._joined(after, high)) is not None:
                at = end
            elif name_end is not None and self.tokens[at].kind in _TITLED_KINDS and name_end < high:
                if self.tokens[name_end].case != "nom":
                    # "министр Омаровтың шешімін …": of minister Omarov, or the minister on Omarov's
                    return None if self.tokens[at].kind == "roles" else at
                at = name_end
            elif self._owns(at, token):
                return None
            else:
                return at

    def _describes(self, token: Token, after: Token) -> bool:
        """Whether a bare noun only says what the next one is: "қорғаушы мамандар", "Орталық банк"."""
        people = (
            token.kind in _TITLED_KINDS
            and is_plural(after.form)
            and bare(after.form) in offices().professions
            and bare(token.form) not in nouns("kk").officials - offices().professions
        )  # "Министр тұрғындар …": the minister says it of residents
        bodies = token.kind == after.kind == "bodies" and after.case == "nom" and not is_owned(after.form)
        return people or (bodies and not is_owned(token.form) and after.word.text[:1].islower())

    def _joined(self, conjunction: int, high: int) -> int | None:
        """The head that "және" joins: "Қытай және америкалық сарапшылар"."""
        for i in range(conjunction + 1, min(conjunction + 6, high)):
            if self._can_speak(i):
                return i
            if self.tokens[i].case in _OBLIQUE or self.tokens[i].is_mark:
                return None
        return None

    def _after(self, at: int, high: int) -> int | None:
        after = at + 1
        while after < high and self.tokens[after].word.text in MARKS:
            after += 1
        return after if after < high else None

    def _name_end(self, at: int) -> int | None:
        """The last word of the person's name that begins at ``at``."""
        if self.tokens[at].name != "PER":
            return None
        while not self.tokens[at].ends_name:
            at += 1
        return at

    def _owns(self, at: int, after: Token) -> bool:
        """True where the next noun carries the possessive that points back: "полиция департаменті"."""
        if after.is_mark or after.quoted or after.form in cue_words().openers:
            return False
        token = self.tokens[at]
        if token.form in _PERSONAL:
            return False
        stem = case_of(after.form).stem
        if token.ends_name and token.name == "PER":
            return after.form in cue_words().places or (is_owned(after.form) and after.kind in ("bodies", "media"))
        if is_owned(after.form) or after.form in cue_words().places or _SOFTENED.search(after.form):
            return True
        accusative = after.form.endswith(("ын", "ін")) and not _CLAUSE_END.search(after.form) and len(after.form) > 4
        if accusative and (token.kind == "bodies" or token.form in states()):
            return True  # "Қытай халқын"
        return stem.endswith(("ы", "і")) and stem != after.form and len(stem) > 3 and not stem.endswith(_UNOWNED)

    def _named_like_a_person(self, low: int, high: int) -> int | None:
        """A capital after the verb of saying that the tagger left out: "деді Битти"."""
        at = next((i for i in range(low, high) if self.forms[i] not in cue_words().openers), None)
        if at is None or not self.tokens[at].word.text[:1].isupper() or self.tokens[at].name == "LOC":
            return None
        last = at
        while last + 1 < high and self.tokens[last + 1].word.text[:1].isupper() and self.tokens[last].case == "nom":
            last += 1
        return last if self.tokens[last].case == "nom" and not self.tokens[last].quoted else None

    def _is_body_in_place(self, at: int) -> bool:
        token = self.tokens[at]
        return token.case in ("abl", "loc") and token.kind in ("bodies", "media")
