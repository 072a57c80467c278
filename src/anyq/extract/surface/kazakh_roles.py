"""Roles beside names in Kazakh: «ЛШУ жаттықтырушысы Уилл Уейд», «Уилл Уейд, команда жаттықтырушысы»."""

from anyq.extract.parse import Sentence
from anyq.extract.surface.cue import Role
from anyq.extract.surface.kazakh_clauses import Clause
from anyq.extract.surface.kazakh_endings import bare, is_owned
from anyq.extract.surface.kazakh_lexicon import cue_words, offices, states
from anyq.extract.surface.kazakh_names import nominative
from anyq.extract.surface.kazakh_tokens import MARKS, Token
from anyq.extract.surface.nouns import nouns

_MINISTERS = frozenset(("министр", "вице-министр"))
_MOST_BEHIND = 12


def role_beside(sentence: Sentence, first: int, last: int) -> Role | None:
    """The role before the name that words ``first`` to ``last`` are, else the one behind it."""
    clause = Clause(sentence, (), ())
    return _before(clause, first) or _behind(clause, last)


def _before(clause: Clause, first: int) -> Role | None:
    head = first - 1
    while head >= 0 and clause.tokens[head].word.text in MARKS:
        head -= 1
    if head < 0 or not _is_role(clause.tokens[head]):
        return None
    return _role(clause, _start(clause, head, 0), head)


def _behind(clause: Clause, last: int) -> Role | None:
    """«…, RSM талдаушысы:», «… – төраға», «… (директор)»."""
    opens = last + 1
    if opens >= len(clause.tokens) or clause.forms[opens] not in (",", "(", "–", "—", "-"):
        return None
    end = opens + 1
    while end < len(clause.tokens) and clause.forms[end] not in (",", ":", ")", "–", "—", ".", ";"):
        end += 1
    head = end - 1
    if head <= opens or end - opens > _MOST_BEHIND or not _is_role(clause.tokens[head]):
        return None
    closes = end < len(clause.tokens)
    begin = clause.start_of(head, opens + 1)
    if begin != opens + 1 or not closes:
        return None
    return _role(clause, begin, head)


def _is_role(token: Token) -> bool:
    return token.kind in ("roles", "groups") and token.case == "nom" and not token.is_mark


def _start(clause: Clause, head: int, low: int) -> int:
    """Where the words of a role begin: all that owns its head; adjectives of a head that nobody owns."""
    if is_owned(clause.forms[head]):
        begin = clause.start_of(head, low)
        begin = _past_another(clause, begin, head)
        state = next((i for i in range(head - 1, begin, -1) if clause.forms[i] in states()), begin)
        return state if state > begin and _is_another(clause, state - 1) else begin
    at = head
    while at > low:
        if clause.forms[at - 1] in ("әрі", "және") and at - 2 >= low and _is_plain_role(clause.tokens[at - 2]):
            at -= 2
        elif clause.forms[at - 1] in cue_words().modifiers or _is_plain_role(clause.tokens[at - 1]):
            at -= 1
        else:
            break
    return at


def _past_another(clause: Clause, begin: int, head: int) -> int:
    """Behind "мен" that follows a name: "Кемал Оздемир мен Грекия премьер-министрі"."""
    joins = (i for i in range(head - 1, begin, -1) if clause.forms[i] in nouns("kk").joining)
    return next((i + 1 for i in joins if _is_another(clause, i - 1)), begin)


def _is_another(clause: Clause, before: int) -> bool:
    """Whether a capital before a state is somebody's name: "Харрис Мексика президенті", not "Оңтүстік Корея"."""
    token = clause.tokens[before]
    named = token.word.text[:1].isupper() and token.case == "nom" and token.kind is None
    return named and token.form not in offices().sides | states() | cue_words().modifiers


def _is_plain_role(token: Token) -> bool:
    return token.kind == "roles" and token.case == "nom"


def _role(clause: Clause, first: int, head: int) -> Role:
    span = clause.span(first, head)
    title = nominative([t.word.text for t in clause.tokens[first : head + 1]])
    return Role(span, title, _organisation(clause, first, head), _head(clause, first, head))


def _is_proper(token: Token) -> bool:
    named = token.word.text[:1].isupper() and not token.kind and token.case in ("nom", "gen")
    return named and token.form not in cue_words().modifiers


def _ministry(minister: str) -> str:
    """«министрі» -> «министрлігі», in the letters of the text."""
    if not minister[-1].isascii() and minister[-1] != "ı":
        return minister.rstrip("і") + "лігі"
    return minister[:-1] + ("lıgı" if minister.endswith("ı") else "ligi")


def _head(clause: Clause, first: int, head: int) -> str:
    """The stem of a role with what else the office is called: the president is "Мемлекет басшысы" too."""
    stem = bare(clause.forms[head])
    owners = frozenset(bare(f) for f in clause.forms[first:head])
    if (stem == "президент" and owners & nouns("kk").home) or (stem == "басшы" and "мемлекет" in owners):
        return "президент мемлекет-басшы"
    if stem == "басшы" and "үкімет" in owners:
        return "премьер-министр премьер үкімет-басшы"
    also = [f"{o}-басшы" for o in sorted(owners & states())] if stem == "президент" else []
    return " ".join([stem, *offices().also.get(stem, ()), *also])


def _organisation(clause: Clause, first: int, head: int) -> str | None:
    """The body that a role belongs to: up to its last genitive or noun of a body, or the names it begins with."""
    tokens = clause.tokens[first:head]
    if not tokens:
        return None
    texts = [t.word.text for t in tokens]
    within = next((i for i, t in enumerate(tokens) if t.kind == "roles" and t.case == "nom"), None)
    if within:  # "АҚШ президенті Омаровтың көмекшісі": of what the president presides over
        return _organisation(clause, first, first + within)
    if (
        bare(clause.forms[head]) in _MINISTERS
        and tokens[-1].case == "nom"
        and tokens[-1].form not in states() | cue_words().modifiers
    ):
        return " ".join([*texts, _ministry(clause.tokens[head].word.text)])
    beside = len(texts)
    while beside and _is_proper(tokens[beside - 1]):
        beside -= 1
    if beside < len(texts):
        return nominative(texts[beside:])
    owner = max((i for i, t in enumerate(tokens) if t.case == "gen"), default=None)
    if owner is not None:
        return nominative(texts[: owner + 1])
    body = max((i for i, t in enumerate(tokens) if t.kind in ("bodies", "media")), default=None)
    if body is not None:
        return nominative(texts[: body + 1])
    names = 0
    while names < len(texts) and (_is_proper(tokens[names]) or texts[names] in MARKS):
        names += 1
    return nominative(texts[:names]) if names else None
