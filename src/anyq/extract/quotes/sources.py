"""A source phrase -> who is meant: person, body, role, anonymous source, or an honest nobody."""

from collections.abc import Sequence
from dataclasses import dataclass

from anyq.extract.parse import Sentence, Word
from anyq.extract.people import nominative
from anyq.extract.quotes.cues import Cue
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.phrases import key, names_head, phrase, span_of
from anyq.extract.quotes.pronouns import TWO, who
from anyq.extract.quotes.scene import Answer, Scene
from anyq.text import Span

_HE = {"он": "Masc", "она": "Fem", "его": "Masc", "ее": "Fem", "её": "Fem"}
_NOBODY = frozenset(
    {
        "кто",
        "никто",
        "каждый",
        "все",
        "многие",
        "некоторые",
        "другой",
        "один",
        "тот",
        "некоторый",
        "кто-то",
        "некто",
        "всякий",
    }
)
SHARED = "shared_surname"
ROLE_TWO = "role_held_by_two"
BODY_UNCLEAR = "body_not_clear"
NO_CUE = "no_cue_beside"
GENITIVE = "whose_is_not_clear"
_MARKS = '«»„“”"'


@dataclass(frozen=True)
class Sources:
    """Resolves the source phrases of one text, in text order: the scene remembers who spoke."""

    scene: Scene
    words: Lexicon

    def of(self, cue: Cue, own: Sequence[Span]) -> Answer:
        """Who is meant by the source of ``cue``; ``own`` are the words that this source says."""
        sentence = self.scene.parse.sentences[cue.sentence]
        verb = sentence.words[cue.index]
        if cue.source_head is None:
            return self._unsaid(cue, verb, own)
        head = self._antecedent(sentence, cue.source_head)
        indexes = list(cue.source) if head == cue.source_head else phrase(sentence, head)
        return self._phrase(cue, sentence, head, indexes, own)

    def _unsaid(self, cue: Cue, verb: Word, own: Sequence[Span]) -> Answer:
        if cue.kind == "impersonal" or verb.feats.get("Number") == "Plur":
            return Answer(None, why=BODY_UNCLEAR)
        return who(self.scene, cue.sentence, verb.span.start, verb.feats.get("Gender"), own)

    def _antecedent(self, sentence: Sentence, head: int) -> int:
        """«который» stands for the noun that its clause hangs from."""
        if sentence.words[head].lemma != "который":
            return head
        verb = sentence.words[head].head
        above = sentence.words[verb].head if verb >= 0 else -1
        return above if above >= 0 and sentence.words[verb].rel == "acl:relcl" else head

    def _phrase(self, cue: Cue, sentence: Sentence, head: int, indexes: list[int], own: Sequence[Span]) -> Answer:
        word = sentence.words[head]
        lemma, mention = key(word.lemma), span_of(sentence, indexes)
        low = word.text.lower()
        if word.pos in ("PRON", "DET") or low in _HE:
            return self._pronoun(cue, sentence, head, own)
        named = self._named(sentence, head, indexes)
        if named:
            return Answer("; ".join(self.scene.figures[f].name for f in named), "person", tuple(named), mention=mention)
        if lemma in self.words.anonymous:
            return self._anonymous(sentence, indexes, mention)
        person = self._is_person(word)
        if person and word.feats.get("Number") == "Plur" or lemma in self.words.groups and not self._role_like(word):
            return Answer(self._label(mention), "group", mention=mention)
        if person:
            return self._role(cue, sentence, head, indexes, own)
        if word.pos in ("PROPN", "X") and self._is_person_name(mention):
            return Answer(None, why=SHARED, mention=mention)
        return self._body(sentence, head, indexes, mention)

    def _label(self, mention: Span) -> str:
        return nominative(self.scene.parse, mention)

    @staticmethod
    def _is_person(word: Word) -> bool:
        return word.pos == "NOUN" and word.feats.get("Animacy") == "Anim"

    @staticmethod
    def _role_like(word: Word) -> bool:
        return word.feats.get("Number") == "Sing" and word.feats.get("Animacy") == "Anim"

    def _is_person_name(self, mention: Span) -> bool:
        return any(n.kind == "PER" and n.span.touches(mention) for n in self.scene.parse.names)

    def _named(self, sentence: Sentence, head: int, indexes: list[int]) -> list[int]:
        """Figures named by the phrase itself, not merely inside it ("адвокат Иванова")."""
        span = span_of(sentence, indexes)
        case = sentence.words[head].feats.get("Case")
        found: list[int] = []
        for mention, figure in self.scene.figures_in(span):
            inside = [i for i in indexes if mention.holds(sentence.words[i].span)]
            if not inside or not any(names_head(sentence, i, head) for i in inside):
                continue
            said = {sentence.words[i].feats.get("Case") for i in inside} - {None}
            if case is not None and said and case not in said:
                continue
            if self._anothers(sentence, head, inside, case):
                continue
            if figure not in found:
                found.append(figure)
        return found

    def _anothers(self, sentence: Sentence, head: int, name: list[int], case: str | None) -> bool:
        """«по словам жены Иванова»: in the genitive the name beside a word of kinship may be its owner."""
        return (
            case == "Gen"
            and head not in name
            and key(sentence.words[head].lemma) in self.words.kin
            and min(name) == head + 1
        )

    def _pronoun(self, cue: Cue, sentence: Sentence, head: int, own: Sequence[Span]) -> Answer:
        word = sentence.words[head]
        gender = _HE.get(word.text.lower()) or _HE.get(key(word.lemma))
        if gender == "Masc" and key(word.lemma) == "он":
            gender = word.feats.get("Gender", gender)
        if word.text.lower() in ("они", "их") or word.feats.get("Number") == "Plur" and word.lemma in ("он", "они"):
            return self._they(word)
        if gender is None:
            return Answer(None, why="no_name_given", mention=word.span)
        answer = who(self.scene, cue.sentence, word.span.start, gender, own)
        return Answer(answer.name, answer.kind, answer.figures, answer.why, word.span)

    def _they(self, word: Word) -> Answer:
        turn = self.scene.last_turn(word.span.start)
        if (
            turn
            and turn.answer.known
            and (turn.answer.kind in ("group", "body", "outlet") or len(turn.answer.figures) > 1)
        ):
            return Answer(turn.answer.name, turn.answer.kind, turn.answer.figures, mention=word.span)
        return Answer(None, why=TWO, mention=word.span)

    def _anonymous(self, sentence: Sentence, indexes: list[int], mention: Span) -> Answer:
        earlier = next((t.answer for t in reversed(self.scene.turns) if t.answer.kind == "anonymous"), None)
        own_words = [i for i in indexes if sentence.words[i].pos in ("NOUN", "PROPN", "X")]
        only_medium = all(
            key(sentence.words[i].lemma) in self.words.media | self.words.anonymous or sentence.words[i].pos != "NOUN"
            for i in own_words
        )
        if earlier is not None and only_medium:
            return Answer(earlier.name, "anonymous", mention=mention)
        return Answer(self._label(mention), "anonymous", mention=mention)

    def _role(self, cue: Cue, sentence: Sentence, head: int, indexes: list[int], own: Sequence[Span]) -> Answer:
        """«министр», «глава ведомства», «мать ребёнка»."""
        scene, word = self.scene, sentence.words[head]
        mention, lemma = span_of(sentence, indexes), key(word.lemma)
        verb = sentence.words[cue.index]
        gender = verb.feats.get("Gender") if cue.kind == "verb" else None
        exact = {
            f for n, fig in enumerate(scene.figures) for f in [n] if any(r.touches(mention) for r in fig.role_mentions)
        }
        spoken_of = {f for span in own for _, f in scene.figures_in(span)}
        names = {
            key(w.lemma)
            for i in indexes
            if i != head
            for w in [sentence.words[i]]
            if w.pos in ("NOUN", "PROPN", "X", "ADJ")
        }
        fits = [
            n
            for n, fig in enumerate(scene.figures)
            if self._holds(fig.role_heads, lemma)
            and (gender is None or fig.gender in (None, gender))
            and n not in spoken_of
        ]
        named_here = [n for n in fits if self._overlaps(n, names)]
        generic = not names or names <= self.words.bodies
        if len(exact) == 1 and not (exact & spoken_of):
            return self._person(next(iter(exact)), mention)
        if len(named_here) == 1 and not generic:
            return self._person(named_here[0], mention)
        before = [n for n in fits if any(m.start < mention.start for m in scene.figures[n].mentions)]
        if generic and fits:
            if len(before) == 1 and len(fits) == 1:
                return self._person(before[0], mention)
            return Answer(None, why=ROLE_TWO if len(fits) > 1 else "named_only_later", mention=mention)
        if lemma in self.words.kin and not generic:
            return Answer(self._label(mention), "role", mention=mention)
        if generic and self._nameless(gender, mention):
            return Answer(None, why=ROLE_TWO, mention=mention)
        return Answer(self._label(mention), "role", mention=mention)

    def _person(self, figure: int, mention: Span) -> Answer:
        return Answer(self.scene.figures[figure].name, "person", (figure,), mention=mention)

    def _holds(self, roles: Sequence[str], lemma: str) -> bool:
        held = {key(r) for r in roles}
        return lemma in held or (lemma in self.words.heads and bool(held & self.words.heads))

    def _overlaps(self, figure: int, names: set[str]) -> bool:
        """True if a word of the phrase stands in the figure's role or body, bare body words aside."""
        fig = self.scene.figures[figure]
        known = " ".join(filter(None, (fig.role, fig.organisation))).lower().replace("ё", "е")
        telling = {n for n in names if n not in self.words.bodies | {"российский", "казахстанский"}}
        return any(n[: max(4, len(n) - 2)] in known for n in telling if len(n) > 1)

    def _nameless(self, gender: str | None, mention: Span) -> bool:
        """True if somebody named before without a role could be meant by a bare role."""
        return any(
            not fig.role
            and (gender is None or fig.gender in (None, gender))
            and any(m.start < mention.start for m in fig.mentions)
            for fig in self.scene.figures
        )

    def _body(self, sentence: Sentence, head: int, indexes: list[int], mention: Span) -> Answer:
        """A body by its name, or «ведомство», «компания», «издание» for one named before."""
        lemma = key(sentence.words[head].lemma)
        kind = "outlet" if lemma in self.words.media else "body"
        bare = len([i for i in indexes if sentence.words[i].pos in ("NOUN", "PROPN", "X", "ADJ", "NUM")]) == 1
        if bare and lemma in self.words.bodies | self.words.media | self.words.documents:
            before = self._earlier_body(lemma, mention, kind)
            if before is not None:
                return Answer(before, kind, mention=mention)
            if lemma in self.words.documents or lemma in self.words.media:
                return Answer(None, why=BODY_UNCLEAR, mention=mention)
        if lemma in self.words.documents and not bare:
            owner = self._owner(sentence, head, indexes)
            if owner is not None:
                return owner
        label = self._label(mention)
        return Answer(
            label.strip(_MARKS) if label[:1] in _MARKS and label[-1:] in _MARKS else label, kind, mention=mention
        )

    def _owner(self, sentence: Sentence, head: int, indexes: list[int]) -> Answer | None:
        """«в сообщении МЧС» is said by МЧС."""
        owners = [c for c in sentence.children(head, "nmod", "appos", "flat") if c in indexes and c > head]
        if not owners or any(sentence.words[c].text in _MARKS for c in indexes if c == owners[0] - 1):
            return None
        inner = [i for i in phrase(sentence, owners[0]) if i in indexes]
        if not inner or any(True for c in sentence.children(owners[0], "case")):
            return None
        mention = span_of(sentence, inner)
        named = self._named(sentence, owners[0], inner)
        if named:
            return Answer("; ".join(self.scene.figures[f].name for f in named), "person", tuple(named), mention=mention)
        if key(sentence.words[owners[0]].lemma) in self.words.bodies and len(inner) == 1:
            earlier = self._earlier_body(key(sentence.words[owners[0]].lemma), mention, "body")
            return Answer(earlier, "body", mention=mention) if earlier else None
        return Answer(self._label(mention), "body", mention=mention)

    def _earlier_body(self, lemma: str, mention: Span, kind: str) -> str | None:
        """The body that a bare word points back to: one of that kind named more fully, else the last cited."""
        turns = [
            t.answer
            for t in self.scene.turns
            if t.answer.known and t.answer.kind in ("body", "outlet") and t.at < mention.start
        ]
        same = [a.name for a in turns if a.name and lemma in _first_words(a.name)]
        if same:
            return same[-1]
        fuller = [
            b.name
            for b in self.scene.bodies
            if b.span.end <= mention.start and key(b.head) == lemma and len(b.name.split()) > 1
        ]
        if fuller and len(set(fuller)) == 1:
            return fuller[-1]
        cited = [a.name for a in turns if a.kind == kind or kind == "body"]
        return cited[-1] if cited and len(set(cited)) == 1 else None


def _first_words(name: str) -> set[str]:
    return {w.lower().replace("ё", "е") for w in name.split()[:3]}
