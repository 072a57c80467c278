"""Institutions that speak: by their name, or by a word that points back to one ("ведомство")."""

from dataclasses import dataclass
from functools import cache

from anyq.extract.parse import Sentence
from anyq.extract.people import nominative
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.media import as_named, media_in
from anyq.extract.quotes.outlets import find_outlet
from anyq.extract.quotes.phrases import key, phrase, span_of
from anyq.extract.quotes.scene import Answer, Scene, SpeakerKind
from anyq.languages import lines
from anyq.text import Span

UNCLEAR = "body_not_clear"
NO_SPEAKER = "not_a_speaker"
_MARKS = '«»„“”"'


@cache
def _aliases(lang: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(n.strip().lower().replace("ё", "е") for n in row.split("|")) for row in lines(lang, "body_aliases")
    )


@dataclass(frozen=True)
class Bodies:
    """Names institutions of one text."""

    scene: Scene
    words: Lexicon
    lang: str

    def of(self, sentence: Sentence, head: int, indexes: list[int], mention: Span) -> Answer:
        """Which medium or institution a phrase means, or why that is not clear."""
        return self.medium(sentence, head) or self._body(sentence, head, indexes, mention)

    def medium(self, sentence: Sentence, head: int) -> Answer | None:
        """The medium whose name word ``head`` belongs to."""
        found = next((m for m in media_in(self.scene.parse, sentence, self.lang) if m.first <= head <= m.last), None)
        if found is None:
            return None
        return Answer(self._full_name(found.name, found.span), "outlet", mention=found.span)

    def _body(self, sentence: Sentence, head: int, indexes: list[int], mention: Span) -> Answer:
        lemma = key(sentence.words[head].lemma)
        if self._measures(sentence, head):
            return Answer(None, why="no_name_given", mention=mention)
        kind: SpeakerKind = "outlet" if lemma in self.words.media else "body"
        content = [i for i in indexes if sentence.words[i].pos in ("NOUN", "PROPN", "X", "ADJ", "NUM")]
        if lemma in self.words.documents | self.words.po_nouns and lemma not in self.words.bodies - {"сайт", "портал"}:
            owner = self._owner(sentence, head, indexes)
            if owner is not None:
                return owner
            if any(sentence.words[i].pos in ("DET", "PRON") for i in indexes):
                return Answer(None, why=UNCLEAR, mention=mention)  # "в их заявлении": whose is said elsewhere
            telling = [i for i in content if i != head and sentence.words[i].pos != "ADJ"]
            if telling or self._named_thing(sentence, indexes):
                return Answer(self.label(mention), "document", mention=mention)
            if lemma not in self.words.bodies:
                return self._pointed(lemma, mention, "body", of_document=True)
        named = self._full_name(word_text := sentence.words[head].text.lower(), mention) if len(content) == 1 else ""
        if named and named != word_text and lemma == "регулятор":
            return Answer(named, "body", mention=mention)
        known = self.words.bodies | self.words.media
        bare = sentence.words[head].pos == "NOUN" and not sentence.words[head].text.isupper()
        if bare and len(content) == 1 and lemma in known - self.words.plain_bodies:
            return self._pointed(lemma, mention, kind)
        if (
            bare
            and len(content) == 2
            and {key(sentence.words[i].lemma) for i in content} <= known - self.words.plain_bodies
        ):
            return self._of_pointed(sentence, head, content, mention)
        if (
            sentence.words[head].pos == "NOUN"
            and lemma not in known | self.words.plain_bodies | self.words.groups
            and not self._tagged(mention)
        ):
            return Answer(None, why=NO_SPEAKER, mention=mention)
        if sentence.words[head].pos == "PROPN" and not self._looks_like_body(sentence, head, mention):
            return Answer(None, why=UNCLEAR, mention=mention)
        label = self._proper(sentence, indexes, head) if kind == "outlet" else self.label(mention)
        fuller = self._fuller(lemma, label, mention) if len(content) == 1 else None
        return Answer(self._full_name(fuller or label, mention), kind, mention=mention)

    def _of_pointed(self, sentence: Sentence, head: int, content: list[int], mention: Span) -> Answer:
        """«пресс-служба компании»: the company is named where it can be, or nobody is."""
        owner = next((i for i in content if i > head), None)
        if owner is None:
            return Answer(None, why=UNCLEAR, mention=mention)
        whose = self._pointed(key(sentence.words[owner].lemma), mention, "body")
        if whose.name is None:
            return Answer(None, why=UNCLEAR, mention=mention)
        return Answer(f"{self.label(mention)} {whose.name}", "body", mention=mention)

    def _full_name(self, name: str, mention: Span) -> str:
        """The full name of a body that the text has called so before; ``name`` if it has not."""
        low = name.lower().replace("ё", "е")
        spelled = self._spelled_out(name, mention)
        if spelled is not None:
            return spelled
        for names in _aliases(self.lang):
            if low not in names[1:]:
                continue
            for body in self.scene.bodies:
                said = body.name.lower().replace("ё", "е")
                if body.span.end <= mention.start and said != low and said.startswith(names[0]):
                    return body.name
        return name

    def _spelled_out(self, name: str, mention: Span) -> str | None:
        """«Центральное телеграфное агентство Кореи (ЦТАК)»: what a short name in brackets was short for."""
        if not (name.isupper() and 2 <= len(name) <= 8):
            return None
        at = self.scene.parse.folded.find(f"({name})", 0, mention.start)
        before = [b for b in self.scene.bodies if b.span.start < at <= b.span.end + 2]
        return before[-1].name.split(" (")[0] if at > 0 and before else None

    def label(self, mention: Span) -> str:
        """The name of a body in the nominative, without marks around the whole."""
        name = as_named(nominative(self.scene.parse, mention))
        if len(name) > 2 and name[0] in _MARKS and name[-1] in _MARKS and not any(m in name[1:-1] for m in "«»"):
            return name[1:-1]
        return name

    def _proper(self, sentence: Sentence, indexes: list[int], head: int) -> str:
        """The name of a medium without the word for its kind: "газета «Заря»" is «Заря»."""
        words = sentence.words
        marks = [i for i in indexes if words[i].text in _MARKS]
        if len(marks) >= 2:
            return Span(words[marks[0]].span.end, words[marks[-1]].span.start).of(self.scene.parse.folded).strip()
        proper = [i for i in indexes if i > head and words[i].pos in ("PROPN", "X") and words[i].rel != "nmod"]
        if (
            proper
            and proper[0] == head + 1
            and words[head].pos == "NOUN"
            and key(words[head].lemma) in self.words.media
        ):
            return span_of(sentence, range(proper[0], max(proper) + 1)).of(self.scene.parse.folded)
        return self.label(span_of(sentence, indexes))

    def _tagged(self, mention: Span) -> bool:
        """True if the tagger saw the name of a body or place inside."""
        return any(n.kind in ("ORG", "LOC") and n.span.touches(mention) for n in self.scene.parse.names)

    def _looks_like_body(self, sentence: Sentence, head: int, mention: Span) -> bool:
        """A capitalised word is a body if the tagger says so, it stands in marks, or is written as no person is."""
        text = sentence.words[head].text
        if self._tagged(mention):
            return True
        if (head > 0 and sentence.words[head - 1].text in _MARKS) or text.isupper() or not text[:1].isalpha():
            return True
        return text.isascii() or any(ch.isupper() for ch in text[1:]) or find_outlet(text, self.lang) is not None

    def _signatory(self, sentence: Sentence, head: int) -> Answer | None:
        """«в письме, подписанном Серовой», «в отчёте, подготовленном Минфином»: who made or signed a document."""
        for made in sentence.children(head, "acl", "amod"):
            if made < head or sentence.words[made].feats.get("VerbForm") != "Part":
                continue
            for by in sentence.children(made, "obl", "obl:agent", "nmod", "iobj"):
                if sentence.words[by].feats.get("Case") != "Ins" or any(True for _ in sentence.children(by, "case")):
                    continue
                inside = phrase(sentence, by)
                mention = span_of(sentence, inside)
                figures = {f for _, f in self.scene.figures_in(mention)}
                if len(figures) == 1:
                    figure = figures.pop()
                    return Answer(self.scene.figures[figure].name, "person", (figure,), mention=mention)
                return None if figures else self.of(sentence, by, inside, mention)
        return None

    @staticmethod
    def _measures(sentence: Sentence, head: int) -> bool:
        """Years, per cents and days say nothing."""
        word = sentence.words[head]
        return word.pos in ("NUM", "SYM") or key(word.lemma) in {
            "год",
            "месяц",
            "день",
            "начало",
            "конец",
            "половина",
            "час",
            "процент",
            "раз",
        }

    def _named_thing(self, sentence: Sentence, indexes: list[int]) -> bool:
        """A document with a name of its own, or one said in capitals."""
        return any(sentence.words[i].text in '«"' for i in indexes)

    def _owner(self, sentence: Sentence, head: int, indexes: list[int]) -> Answer | None:
        """«в сообщении МЧС» is said by МЧС."""
        owners = [c for c in sentence.children(head, "nmod", "appos", "flat") if c in indexes and c > head]
        if not owners or any(True for _ in sentence.children(owners[0], "case")):
            return self._signatory(sentence, head)
        owner = owners[0]
        if sentence.words[owner].feats.get("Case") not in ("Gen", None) or sentence.words[owner - 1].text in _MARKS:
            return None
        inner = [i for i in phrase(sentence, owner) if i in indexes]
        mention = span_of(sentence, inner)
        figures = [f for _, f in self.scene.figures_in(mention)]
        if len(set(figures)) == 1 and sentence.words[owner].feats.get("Animacy") == "Anim":
            return Answer(self.scene.figures[figures[0]].name, "person", (figures[0],), mention=mention)
        if sentence.words[owner].feats.get("Animacy") == "Anim" and sentence.words[owner].pos == "NOUN":
            return Answer(nominative(self.scene.parse, mention), "group", mention=mention)
        return self.of(sentence, owner, inner, mention)

    def _pointed(self, lemma: str, mention: Span, kind: str, *, of_document: bool = False) -> Answer:
        """The one body that a bare word points back to."""
        turns = [t.answer for t in self.scene.turns if t.at < mention.start and t.answer.known and t.answer.name]
        spoke = [str(a.name) for a in turns if a.kind in ("body", "outlet")]
        same = [n for n in dict.fromkeys(spoke) if lemma in _first_words(n)]
        if of_document and lemma not in self.words.told:
            return Answer(None, why=UNCLEAR, mention=mention)
        if of_document:
            last = turns[-1] if turns else None
            cited = self.scene.last_of("body", mention.start)
            name = str(last.name) if last is not None and last.kind in ("body", "outlet") else cited
            return Answer(name, "body", mention=mention) if name else Answer(None, why=UNCLEAR, mention=mention)
        named = list(
            dict.fromkeys(
                b.name
                for b in self.scene.bodies
                if b.span.end <= mention.start and self._can_mean(lemma, b.head, b.name)
            )
        )
        alike = list(dict.fromkeys([*same, *(n for n in named if lemma in _first_words(n))]))
        for choice in (
            alike,
            named if lemma in self.words.general_bodies or kind == "outlet" or not alike else [],
            spoke if kind == "outlet" else [],
        ):
            distinct = _distinct(choice)
            if len(distinct) == 1 and not self._unnamed_rival(lemma, distinct[0], mention):
                return Answer(distinct[0], "outlet" if kind == "outlet" else "body", mention=mention)
            if distinct:
                break
        return Answer(None, why=UNCLEAR, mention=mention)

    def _can_mean(self, lemma: str, head: str, name: str) -> bool:
        """«ведомство» may mean a министерство, not a газета; «клуб» only what may be one."""
        head = key(head)
        if lemma in ("компания", "фирма", "организация", "учреждение", "предприятие", "структура"):
            return head not in self.words.media
        if lemma in ("ведомство", "регулятор"):
            return (
                (head in self.words.bodies - self.words.general_bodies and head not in self.words.media)
                or name.isupper()
                or name.lower().startswith(("мин", "гос", "рос", "глав"))
            )
        if lemma in self.words.media:
            return head in self.words.media
        return head == lemma or head not in self.words.bodies | self.words.media

    def _unnamed_rival(self, lemma: str, chosen: str, mention: Span) -> bool:
        """True if another body of the kind was spoken of before in small letters ("министерство транспорта")."""
        for sentence in self.scene.parse.sentences:
            if sentence.span.start >= mention.start:
                break
            for index, word in enumerate(sentence.words):
                head = key(word.lemma)
                if word.pos not in ("NOUN", "PROPN") or head in self.words.media or head not in self.words.bodies:
                    continue
                if (head != lemma and lemma not in self.words.general_bodies) or word.span.start >= mention.start:
                    continue
                inside = phrase(sentence, index)
                named = index + 1 < len(sentence.words) and sentence.words[index + 1].text in _MARKS
                if len(inside) == 1 and not named:
                    continue
                said = nominative(self.scene.parse, span_of(sentence, inside)).lower()
                if said and said not in chosen.lower() and chosen.lower() not in said:
                    return True
        return False

    def _fuller(self, lemma: str, label: str, mention: Span) -> str | None:
        """«суд» after «областной суд»: the fuller name, if only one was given."""
        names = {
            b.name
            for b in self.scene.bodies
            if b.span.end <= mention.start and key(b.head) == lemma and len(b.name.split()) > 1
        }
        names |= {
            t.answer.name
            for t in self.scene.turns
            if t.answer.name
            and t.answer.kind == "body"
            and t.at < mention.start
            and label.lower() in t.answer.name.lower().split()
        }
        return next(iter(names)) if len(names) == 1 else None


def _first_words(name: str) -> set[str]:
    return {w.lower().replace("ё", "е").strip(_MARKS) for w in name.split()[:3]}


def _distinct(names: list[str]) -> list[str]:
    """Names without those that another one contains: «МЧС» and «МЧС Приозёрья» are one."""
    return [n for n in names if not any(n != o and n.lower() in o.lower() for o in names)]
