"""Which sentences are worth checking, why, and who asserts them."""

from functools import cache
from pathlib import Path

import pytest

from anyq.extract.claims import Material, find_claims, rank
from anyq.extract.claims.weights import weights
from anyq.extract.parsing import parse
from anyq.extract.quantities import find_quantities
from anyq.extract.russian import RussianTagger
from anyq.records.reading import Citation, Claim, Person, Quote
from anyq.text import Span

PATH = Path(__file__).parents[2] / "data" / "ru" / "claims.txt"
LINES = [line for line in PATH.read_text("utf-8").splitlines() if line[:2] in ("+ ", "- ")]


@cache
def tagger() -> RussianTagger:
    return RussianTagger()


def claims(
    text: str,
    *,
    quotes: tuple[Quote, ...] = (),
    citations: tuple[Citation, ...] = (),
    people: tuple[Person, ...] = (),
    outlet: str | None = None,
) -> tuple[Claim, ...]:
    material = Material(people, citations, quotes, find_quantities(text, published=None), outlet)
    return find_claims(parse(text, tagger()), material)


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def quote(text: str, words: str, mode: str, name: str | None, **more: str) -> Quote:
    return Quote(
        id="q1",
        mode=mode,  # type: ignore[arg-type]
        content=(span(text, words),),
        cue=span(text, more["cue"]) if "cue" in more else None,
        source=None,
        speaker=more.get("speaker"),
        speaker_name=name,
    )


@pytest.mark.parametrize("line", LINES)
def test_the_sentences_of_the_file_fall_on_their_side(line: str) -> None:
    found = claims(line[2:])
    assert all((c.checkworthiness >= 0.5) == (line[0] == "+") for c in found)
    assert found or line[0] == "-"


def test_half_of_what_is_worth_checking_has_no_digit() -> None:
    worth = [line for line in LINES if line[0] == "+"]
    assert sum(not any(c.isdigit() for c in line) for line in worth) > len(worth) / 2


@pytest.mark.parametrize("line", LINES)
def test_reasons_add_up_to_the_score(line: str) -> None:
    for claim in claims(line[2:]):
        assert round(sum(r.weight for r in claim.reasons), 2) == claim.checkworthiness
        assert 0 <= claim.checkworthiness <= 1


def test_every_feature_has_a_weight() -> None:
    named = {r.feature for line in LINES for c in claims(line[2:]) for r in c.reasons}
    assert named <= set(weights("ru").cents) | {"limit"}
    assert len(named) > 20


def test_a_sentence_in_a_quotation_stands_without_its_marks() -> None:
    text = "«Завод стоит. Ему 40 лет», – сказал Олег Стрешнев."
    found = claims(text, quotes=(quote(text, "Завод стоит. Ему 40 лет", "direct", "Олег Стрешнев", cue="сказал"),))
    assert [c.span.of(text) for c in found][:2] == ["Завод стоит.", "Ему 40 лет"]
    assert all((c.claimant, c.quote) == ("Олег Стрешнев", "q1") for c in found[:2])
    assert all(c.checkworthiness < 0.5 for c in found[2:])


def test_a_reported_sentence_is_one_claim_with_its_speaker() -> None:
    text = "Мэр Павел Дорохин заявил, что город построит 60 станций."
    said = quote(text, "город построит 60 станций", "indirect", "Павел Дорохин", cue="заявил", speaker="p1")
    (claim,) = claims(text, quotes=(said,), outlet="Дала Жаршысы")
    assert claim.span.of(text) == text
    assert (claim.claimant, claim.speaker, claim.quote) == ("Павел Дорохин", "p1", "q1")
    assert (claim.kind, claim.quantities) == ("plan", ("n1",))


def test_an_accusation_told_in_its_own_sentence_is_no_mere_attribution() -> None:
    text = "Лесника обвиняли в поджоге сарая."
    said = quote(text, "в поджоге сарая", "indirect", None, cue="обвиняли")
    assert claims(text, quotes=(said,))[0].checkworthiness >= 0.5


def test_an_unknown_speaker_is_not_replaced_by_the_outlet() -> None:
    text = "Он заявил, что завод закрыт."
    (claim,) = claims(text, quotes=(quote(text, "завод закрыт", "indirect", None, cue="заявил"),), outlet="Вестник")
    assert claim.claimant is None


def test_the_leaf_of_a_chain_is_the_claimant() -> None:
    text = "Завод закрыт, сообщает «Кенсай-Инфо» со ссылкой на агентство «Өріс»."
    chain = (
        Citation("s1", "Кенсай-Инфо", span(text, "«Кенсай-Инфо»"), None, "cites"),
        Citation("s2", "агентство «Өріс»", span(text, "«Өріс»"), None, "cites", cited_by="Кенсай-Инфо"),
    )
    (claim,) = claims(text, citations=chain, outlet="Вестник")
    assert claim.claimant == "агентство «Өріс»"


def test_without_a_source_the_outlet_asserts_and_without_an_outlet_nobody_known() -> None:
    assert claims("Завод закрыт.", outlet="Вестник")[0].claimant == "Вестник"
    assert claims("Завод закрыт.")[0].claimant is None


def test_an_outlet_that_signs_in_the_text_is_the_outlet() -> None:
    text = "Завод закрыли. В цехах пусто, рассказали «Речному вестнику» рабочие."
    signed = (Citation("s1", "Речной вестник", span(text, "«Речному вестнику»"), None, "publisher_self"),)
    assert claims(text, citations=signed)[0].claimant == "Речной вестник"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("В посёлке 40 домов.", "quantity"),
        ("Слесарю Олегу исполнилось 40 лет.", "quantity"),
        ("Область построит новый мост.", "plan"),
        ("Степь быстрее гор.", "comparison"),
        ("Мэр подал в отставку.", "event"),
        ("Завод принадлежит городу.", "fact"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert claims(text)[0].kind == kind


def test_what_stands_behind_a_semicolon_belongs_to_the_sentence() -> None:
    text = "Купили 40 лодок (30 шт.; -10 %) и 12 сетей. Потом уехали домой."
    assert [c.span.of(text) for c in claims(text)] == [text[:43], text[44:]]


def test_a_sentence_alone_is_ranked_by_its_worthiest_part() -> None:
    score, reasons = rank("Добрый день. Завод выпустил 60 станций", tagger())
    assert score == claims("Завод выпустил 60 станций.")[0].checkworthiness
    assert round(sum(r.weight for r in reasons), 2) == score
    assert rank("", tagger()) == (0.0, ())


def test_no_text_no_claims() -> None:
    assert claims("") == ()
    assert claims("… — …") == ()
