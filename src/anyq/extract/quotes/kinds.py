"""As what a source is cited: a medium, a body, data, somebody without a name."""

from dataclasses import dataclass

from anyq.extract.parse import Sentence
from anyq.extract.quotes.citing import of_own_past
from anyq.extract.quotes.cues import Cue
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.media import citing_words
from anyq.extract.quotes.outlets import find_outlet, same_outlet
from anyq.extract.quotes.phrases import key
from anyq.extract.quotes.scene import Answer
from anyq.records import CitationKind


def is_medium(name: str, answer: Answer, lang: str) -> bool:
    """True if the source is a medium, by its head word or the list of media."""
    return answer.kind == "outlet" or find_outlet(name, lang) is not None


_LONG = 3  # letters: a word for a medium may be a part of its name ("PRIMPRESS"), but hardly one like "fm"


@dataclass(frozen=True)
class Kinds:
    """Tells kinds of citation apart. ``own`` is the name of the text's own outlet, if it is known."""

    words: Lexicon
    own: str | None
    lang: str

    def of(self, sentence: Sentence, cue: Cue, answer: Answer) -> CitationKind | None:
        """The kind of the citation that a cue with this source makes; None for somebody who speaks at the event."""
        name = answer.name or ""
        head = key(sentence.words[cue.source_head].lemma) if cue.source_head is not None else ""
        if answer.kind == "outlet" and head in citing_words(self.lang, "media", "correspondents"):
            return None  # cited where the medium itself is found: what its own man saw is no other's report
        medium = is_medium(name, answer, self.lang) or self._reads_like_medium(sentence, cue, answer)
        if medium and of_own_past(sentence, cue, self.lang):
            return "self_reference"
        if same_outlet(name, self.own, self.lang):
            return "publisher_self"
        if answer.kind == "anonymous":
            return "anonymous"
        if medium:
            return None if self._only_names(cue, name) else "cites"
        if answer.kind == "group":
            return self._group_kind(sentence, cue)
        if answer.kind == "document":
            return None if self._bare(sentence, cue) else "data"
        if answer.kind == "body":
            return self._body_kind(sentence, cue)
        if answer.kind == "role":
            return self._role_kind(sentence, cue)
        return "official" if answer.kind == "person" and cue.kind == "link" else None

    def _only_names(self, cue: Cue, name: str) -> bool:
        """«которого пресса называет королём»: a nickname is no news."""
        return cue.lemma in self.words.naming and name.lower() in ("пресса", "сми", "журналисты")

    def _reads_like_medium(self, sentence: Sentence, cue: Cue, answer: Answer) -> bool:
        """«передаёт «Дала Жаршысы»», «пишет Kensai Post»: a name that no list has and that does what media do."""
        if answer.kind != "body" or cue.kind != "verb" or not cue.source:
            return False
        verb = sentence.words[cue.index]
        relays = cue.lemma in ("передавать", "писать", "сообщать") and verb.feats.get("Aspect") == "Imp"
        texts = [sentence.words[i].text for i in cue.source]
        if cue.lemma in ("цитировать", "процитировать"):
            return texts[0] in '«"„' or all(t.isascii() for t in texts)
        if texts[0] in '«"„':
            return relays and verb.feats.get("Number") != "Plur"
        latin = all(t.isascii() for t in texts)
        telling = tuple(w for w in citing_words(self.lang, "media", "latin") if len(w) > _LONG)
        named_so = texts[0] == "The" or any(
            t.lower().endswith(telling) or t.lower() in citing_words(self.lang, "media", "latin") for t in texts[-2:]
        )
        return latin and relays and (cue.lemma == "писать" or named_so or of_own_past(sentence, cue, self.lang))

    @staticmethod
    def _bare(sentence: Sentence, cue: Cue) -> bool:
        """«полученные результаты показали»: what came out, of a study named elsewhere."""
        nouns = [key(sentence.words[i].lemma) for i in cue.source if sentence.words[i].pos in ("NOUN", "PROPN", "X")]
        return nouns in (["результат"], ["данные"], ["материал"])

    def _body_kind(self, sentence: Sentence, cue: Cue) -> CitationKind | None:
        head = sentence.words[cue.source_head] if cue.source_head is not None else None
        if head is None or head.pos not in ("NOUN", "PROPN", "X"):
            return None  # a number or a day is no body
        if cue.lemma in citing_words(self.lang, "speakers", "measures"):
            return "data"
        if key(head.lemma) in self.words.findings | citing_words(self.lang, "speakers", "papers"):
            return "data"
        figures = cue.kind in ("noun", "link") and self._figures(sentence, cue)
        investigates = key(head.lemma) in citing_words(self.lang, "speakers", "investigators")
        return "data" if figures and not investigates else "official"

    def _figures(self, sentence: Sentence, cue: Cue) -> bool:
        """«по данным X», «согласно прогнозу X»."""
        named = {key(w.lemma) for w in sentence.words[cue.index : (cue.source_head or cue.index) + 1]} | {cue.lemma}
        return bool(named & citing_words(self.lang, "speakers", "figures"))

    def _group_kind(self, sentence: Sentence, cue: Cue) -> CitationKind | None:
        lemma = key(sentence.words[cue.source_head].lemma) if cue.source_head is not None else ""
        if lemma in citing_words(self.lang, "speakers", "officials"):
            return "anonymous" if self._hidden(sentence, cue) else "official"
        if lemma in citing_words(self.lang, "speakers", "agents"):
            return self._agent_kind(sentence, cue)
        if lemma in citing_words(self.lang, "speakers", "scholars"):
            found_out = cue.lemma in citing_words(self.lang, "speakers", "figures")
            return "data" if found_out or cue.lemma in citing_words(self.lang, "speakers", "measures") else None
        return "anonymous" if cue.kind in ("noun", "link") else None

    def _role_kind(self, sentence: Sentence, cue: Cue) -> CitationKind | None:
        """«представитель завода» speaks for the plant; a mayor without a name is a speaker at the event."""
        if cue.kind == "link":
            return "official"
        head = sentence.words[cue.source_head] if cue.source_head is not None else None
        if head is None or key(head.lemma) not in citing_words(self.lang, "speakers", "agents"):
            return None
        return self._agent_kind(sentence, cue)

    def _agent_kind(self, sentence: Sentence, cue: Cue) -> CitationKind | None:
        """Who speaks for a body: «представитель завода», «агенты ФБР», but not «сотрудники зоопарка»."""
        if self._hidden(sentence, cue):
            return "anonymous"
        head = sentence.words[cue.source_head] if cue.source_head is not None else None
        if cue.source_head is None or head is None or max(cue.source) == cue.source_head:
            return None  # "представитель" of whom?
        if head.lemma == "спикер" and head.feats.get("Number") == "Plur":
            return None  # those who took the floor
        speaks_for = key(head.lemma).startswith(("представител", "пресс-", "спикер"))
        return "official" if speaks_for or any(sentence.words[i].text.isupper() for i in cue.source) else None

    def _hidden(self, sentence: Sentence, cue: Cue) -> bool:
        hidden = citing_words(self.lang, "speakers", "hidden")
        return any(key(sentence.words[i].lemma) in hidden for i in cue.source)
