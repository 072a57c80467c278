"""Sources that are counted: «два источника в отрасли», «одна из участниц», «один из них»."""

from anyq.extract.parse import Parse, Word
from anyq.extract.russian import analyzer
from anyq.text import Span

_FEW = frozenset({"два", "три", "четыре", "оба"})  # behind these a noun stands in the singular
_ONE = {"Masc": "один", "Fem": "одна", "Neut": "одно"}


def one(word: Word) -> str:
    """«одной (из участниц)» as "одна"."""
    low = word.text.lower()
    if low in ("одна", "одной", "одну", "одною"):
        return "одна"
    return _ONE.get(word.feats.get("Gender", "Masc"), "один")


def several(parse: Parse, mention: Span) -> str | None:
    """«двух источников в отрасли» as "два источника в отрасли"; None where no numeral begins the phrase."""
    words = parse.words_in(mention)
    if len(words) < 2 or words[0].pos != "NUM" or not words[0].text.isalpha() or words[0].lemma == "один":
        return None
    text = parse.folded
    noun = next((w for w in words[1:] if w.pos == "NOUN"), None)
    if noun is None:
        return None
    number = words[0].lemma
    if words[0].feats.get("Case") == "Nom":
        return f"{words[0].text.lower()}{text[words[0].span.end : mention.end]}"
    if number in ("два", "оба") and noun.feats.get("Gender") == "Fem":
        number = {"два": "две", "оба": "обе"}[number]
    kept = form_of(noun, "sing" if words[0].lemma in _FEW else "plur")
    return f"{number}{text[words[0].span.end : noun.span.start]}{kept}{text[noun.span.end : mention.end]}"


def form_of(noun: Word, number: str) -> str:
    """The genitive of a noun."""
    reading = next((r for r in analyzer().parse(noun.text) if r.tag.POS == "NOUN"), None)
    form = reading.inflect({"gent", number}) if reading is not None else None
    return str(form.word) if form is not None else noun.text
