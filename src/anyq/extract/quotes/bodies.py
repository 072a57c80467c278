"""Institutions that speak: by their name, or by a word that points back to one ("ведомство")."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from anyq.extract.parse import Sentence
from anyq.extract.people import Body, nominative
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.media import Press, as_named, marked_names
from anyq.extract.quotes.outlets import find_outlet, fitting
from anyq.extract.quotes.phrases import key, phrase, span_of
from anyq.extract.quotes.scene import Answer, Scene, SpeakerKind
from anyq.languages import lines
from anyq.text import Span

UNCLEAR = "body_not_clear"
NO_SPEAKER = "not_a_speaker"
_KINDS = ("компания", "агентство", "корпорация")  # «авиакомпания» and «информагентство» are such
_CHANNELS = frozenset({"канал", "страница", "сайт", "книга", "блог"})  # documents that a medium may be named after
_NAMED_IN_MARKS = frozenset({"компания", "клуб", "фирма", "предприятие", "организация", "холдинг", "банк", "сервис"})
_MEASURES = ("год", "месяц", "день", "начало", "конец", "половина", "час", "процент", "раз")
_MANY = ("немало", "много", "несколько", "множество", "сколько")  # "немало писем" are no one document
_MARKS = '«»„“”"'


@cache
def _aliases(lang: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(n.strip().lower().replace("ё", "е") for n in row.split("|")) for row in lines(lang, "body_aliases")
    )


@cache
def _kinds(lang: str) -> dict[str, frozenset[str]]:
    rows = (row.replace("ё", "е").split("|") for row in lines(lang, "body_kinds"))
    return {row[0].strip(): frozenset(row[1].split()) for row in rows}


@dataclass(frozen=True)
class Bodies:
    """Names institutions of one text."""

    scene: Scene
    words: Lexicon
    lang: str
    press: Press

    def of(self, sentence: Sentence, head: int, indexes: list[int], mention: Span) -> Answer:
        """Which medium or institution a phrase means, or why that is not clear."""
        return self.medium(sentence, head) or self._body(sentence, head, indexes, mention)

    def medium(self, sentence: Sentence, head: int) -> Answer | None:
        """The medium whose name word ``head`` belongs to."""
        found = next((m for m in self.press.of(sentence) if m.first <= head <= m.last), None)
        if found is None:
            return None
        return Answer(self._full_name(found.name, found.span), "outlet", mention=found.span)

    def _body(self, sentence: Sentence, head: int, indexes: list[int], mention: Span) -> Answer:
        lemma = key(sentence.words[head].lemma)
        if self._measures(sentence, head):
            return Answer(None, why="no_name_given", mention=mention)
        kind: SpeakerKind = "outlet" if lemma in self.words.media else "body"
        content = [i for i in indexes if sentence.words[i].pos in ("NOUN", "PROPN", "X", "ADJ", "NUM")]
        document = self._document(sentence, head, indexes, mention)
        if document is not None:
            return document
        named = self._full_name(lemma, mention) if len(content) == 1 else ""
        if named and named != lemma and lemma == "регулятор":
            return Answer(named, "body", mention=mention)
        known = self.words.bodies | self.words.media
        bare = sentence.words[head].pos in ("NOUN", "PROPN") and not sentence.words[head].text.isupper()
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
        common = lemma in known | self.words.plain_bodies
        if sentence.words[head].pos == "PROPN" and not common and not self._looks_like_body(sentence, head, mention):
            return Answer(None, why=UNCLEAR, mention=mention)
        label = self._proper(sentence, indexes, head) if kind == "outlet" else self.label(mention)
        fuller = self._fuller(lemma, label, mention) if len(content) == 1 else None
        return Answer(self._full_name(fuller or label, mention), kind, mention=mention)

    def _document(self, sentence: Sentence, head: int, indexes: list[int], mention: Span) -> Answer | None:
        """«в сообщении МЧС», «в докладе «Вода»»: whose document speaks; None for what is no document."""
        lemma = key(sentence.words[head].lemma)
        if lemma in _CHANNELS and find_outlet(self.label(mention), self.lang) is not None:
            return Answer(self.label(mention), "outlet", mention=mention)
        if lemma not in self.words.documents | self.words.po_nouns or lemma in self.words.bodies - {"сайт", "портал"}:
            return None
        owner = self._owner(sentence, head, indexes)
        if owner is not None:
            return owner
        if any(sentence.words[i].pos in ("DET", "PRON") or sentence.words[i].lemma in _MANY for i in indexes):
            return Answer(None, why=UNCLEAR, mention=mention)  # "в их заявлении": whose is said elsewhere
        telling = [i for i in indexes if i != head and sentence.words[i].pos in ("NOUN", "PROPN", "X", "NUM")]
        if telling or self._named_thing(sentence, indexes):
            return Answer(self.label(mention), "document", mention=mention)
        return self._pointed(lemma, mention, "body", of_document=True) if lemma not in self.words.bodies else None

    def _of_pointed(self, sentence: Sentence, head: int, content: list[int], mention: Span) -> Answer:
        """«пресс-служба компании»: the company is named where it can be, or nobody is."""
        owner = next((i for i in content if i > head), None)
        if owner is None:
            return Answer(None, why=UNCLEAR, mention=mention)
        whose = self._pointed(key(sentence.words[owner].lemma), mention, "body")
        if whose.name is None:
            return Answer(None, why=UNCLEAR, mention=mention)
        short = whose.name.split()[0].isupper()  # «пресс-служба МВД», but «пресс-служба компании «Ветер»»
        whole = self.label(sentence.words[head].span if short else mention)
        return Answer(f"{whole} {whose.name}", "body", mention=mention)

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
        bare = [n for n, inside in marked_names(self.scene.parse, sentence) if inside[0] == indexes[0] + 1]
        if bare and len(marks) == 2:  # no word for its kind, so the name itself is declined
            return bare[0]
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
        return any(n.kind in ("ORG", "LOC") for n in self.scene.parse.names_touching(mention))

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
        return word.pos in ("NUM", "SYM") or key(word.lemma) in _MEASURES

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
        if kind == "outlet":
            spoke = fitting(lemma, spoke, self.lang) or fitting(lemma, self.scene.media_cited(mention.start), self.lang)
        same = [n for n in dict.fromkeys(spoke) if _of_kind(lemma, n, self.lang)]
        if of_document and lemma not in self.words.told:
            return Answer(None, why=UNCLEAR, mention=mention)
        if of_document:
            last = turns[-1] if turns else None
            cited = self.scene.last_of("body", mention.start)
            name = str(last.name) if last is not None and last.kind in ("body", "outlet") else cited
            return Answer(name, "body", mention=mention) if name else Answer(None, why=UNCLEAR, mention=mention)
        named = fitting(lemma, self._named(lemma, mention), self.lang)
        alike = list(dict.fromkeys([*same, *(n for n in named if _of_kind(lemma, n, self.lang))]))
        for choice in (
            alike,
            named if lemma in self.words.general_bodies or kind == "outlet" or not alike else [],
            spoke if kind == "outlet" else [],
        ):
            distinct = _distinct(choice)
            sure = self._just_spoke(lemma, distinct, mention) if choice is not spoke else None
            if len(distinct) == 1 and not self._unnamed_rival(lemma, distinct[0], mention):
                sure = distinct[0]
            if sure is not None:
                return Answer(sure, "outlet" if kind == "outlet" else "body", mention=mention)
            if distinct:
                break
        else:
            told = self._told_of(lemma, mention)
            if len(told) == 1:
                return Answer(told[0], "outlet" if kind == "outlet" else "body", mention=mention)
        return Answer(None, why=UNCLEAR, mention=mention)

    def _named(self, lemma: str, mention: Span) -> list[str]:
        """The bodies named so far that a word may mean; a medium is no company that a paper was told by."""
        found = [
            self._whole(b)
            for b in self.scene.bodies
            if b.span.end <= mention.start and self._can_mean(lemma, b.head, b.name)
        ]
        if lemma not in self.words.media:
            found = [n for n in found if find_outlet(n, self.lang) is None]
        return list(dict.fromkeys(found))

    def _told_of(self, lemma: str, mention: Span) -> list[str]:
        """What no list of names has: «Больница номер два», or the one name in marks that does something."""
        described = [n for head, n in self._described(mention, {lemma}) if head == lemma]
        if described or lemma not in _NAMED_IN_MARKS:
            return _distinct(list(dict.fromkeys(described)))
        found = []
        for span in self.scene.quoted:
            words = [w for w in self.scene.parse.words_in(span) if w.text not in _MARKS]
            short = span.end <= mention.start and 0 < len(words) <= 3 and words[0].text[:1].isupper()
            if short and not self.scene.in_speech(span) and any(w.rel == "nsubj" for w in words):
                found.append(Span(words[0].span.start, words[-1].span.end).of(self.scene.parse.folded))
        return _distinct(list(dict.fromkeys(found)))

    def _whole(self, body: Body) -> str:
        """Its name with the part up to the closing mark, where that was cut off; of a medium only what is in marks."""
        name = body.name
        if name.count("«") > name.count("»"):
            rest, closed, _ = self.scene.parse.folded[body.span.end : body.span.end + 40].partition("»")
            name = f"{name}{rest}»" if closed and "\n" not in rest else name
        inside = name.partition("«")[2].rstrip("»")
        return inside if body.kind == "outlet" and inside and name.endswith("»") else name

    def _just_spoke(self, lemma: str, names: list[str], mention: Span) -> str | None:
        """The one of ``names`` that spoke last, if no other body that the word may mean was named since."""
        last = self.scene.last_turn(mention.start)
        if last is None or last.answer.name not in names:
            return None
        since = [b.name for b in self.scene.bodies if last.end < b.span.start < mention.start]
        meant = [n for n in since if n != last.answer.name and self._can_mean(lemma, n.split()[0].lower(), n)]
        return None if meant else last.answer.name

    def _can_mean(self, lemma: str, head: str, name: str) -> bool:
        """«ведомство» may mean a министерство, not a газета; «клуб» only what may be one."""
        head = key(head)
        if lemma in ("компания", "фирма", "организация", "учреждение", "предприятие", "структура"):
            return head not in self.words.media
        if lemma in ("ведомство", "регулятор"):
            authority = head in _kinds(self.lang).get("ведомство", ())
            of_state = head in self.words.bodies - self.words.general_bodies and head not in self.words.media
            return authority or of_state or name.isupper()
        if lemma in self.words.media:
            return head in self.words.media
        if head in _kinds(self.lang).get(lemma, ()):
            return True
        return head == lemma or _of_kind(lemma, name, self.lang) or head not in self.words.bodies | self.words.media

    def _unnamed_rival(self, lemma: str, chosen: str, mention: Span) -> bool:
        """True if another body of the kind was spoken of before in small letters ("министерство транспорта")."""
        heads = self.words.bodies - self.words.media if lemma in self.words.general_bodies else {lemma}
        low = chosen.lower()
        return any(n.lower() not in low and low not in n.lower() for _, n in self._described(mention, heads))

    def _described(self, mention: Span, heads: Collection[str]) -> Iterator[tuple[str, str]]:
        """Bodies spoken of before ``mention``, with their head: a noun of ``heads`` and what tells it from others."""
        for sentence in self.scene.parse.sentences:
            if sentence.span.start >= mention.start:
                break
            for index, word in enumerate(sentence.words):
                head = key(word.lemma)
                known = head in self.words.bodies and head not in self.words.media
                if word.pos not in ("NOUN", "PROPN") or not known or head not in heads:
                    continue
                if word.span.start >= mention.start:
                    continue
                other = min(sentence.children(index, "conj"), default=len(sentence.words) + 1)
                inside = [i for i in phrase(sentence, index) if i < other - 1]
                named = index + 1 < len(sentence.words) and sentence.words[index + 1].text in _MARKS
                if named or not (len(inside) == 1 or self._only_described(sentence, index, inside)):
                    yield head, nominative(self.scene.parse, span_of(sentence, inside))

    @staticmethod
    def _only_described(sentence: Sentence, index: int, inside: list[int]) -> bool:
        """«с китайской компанией»: a body of adjectives alone that does nothing in its sentence."""
        return sentence.words[index].rel != "nsubj" and all(
            i == index or sentence.words[i].pos in ("ADJ", "DET") for i in inside
        )

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


def _of_kind(lemma: str, name: str, lang: str) -> bool:
    """True if a body's name, or what it is short for, has that word: «МВД» is a министерство."""
    if any(w == lemma or (lemma in _KINDS and w.endswith(lemma)) for w in _first_words(name)):
        return True
    short = name.lower().replace("ё", "е").split()[0].strip(_MARKS)
    return any(short in row[1:] and lemma in row[0].split()[:2] for row in _aliases(lang))


def _distinct(names: list[str]) -> list[str]:
    """Names without those that another one contains, «МЧС» and «МЧС Приозёрья», or differs from by its case alone."""
    fullest = [n for n in names if not any(n != o and n.lower() in o.lower() and not _one_word(n, o) for o in names)]
    return [n for n in fullest if not any(n != o and _one_word(n, o) and len(o) < len(n) for o in fullest)]


def _one_word(one: str, other: str) -> bool:
    """«Нефтелайн» and «Нефтелайна»."""
    short, long = sorted((one, other), key=len)
    return " " not in long and len(short) > 3 and long.startswith(short) and len(long) - len(short) <= 2
