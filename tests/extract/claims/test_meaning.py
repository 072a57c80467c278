"""What the model adds, where it is asked, and what an editor's weights change."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from anyq.extract.claims import CENTS, Material, Ranking, find_claims, rank, undecided
from anyq.extract.parsing import parse
from anyq.extract.quantities import find_quantities
from anyq.extract.russian import RussianTagger
from anyq.extract.surface.english import English
from anyq.extract.surface.kazakh import Kazakh
from anyq.extract.surface.tagger import SurfaceTagger
from anyq.records.reading import Claim
from anyq.vectors import Embedder

ARTICLE = "\n".join(
    f"{n + 1}. Завод в посёлке {name} построили за {n + 2} года. Жители {name} ждут новую школу."
    for n, name in enumerate(("Липки", "Озёрный", "Тихий", "Речной", "Ясный", "Дальний", "Луговой"))
)


class Counting:
    """An embedder that counts and says of every sentence the same."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def queries(self, texts: Sequence[str], lang: str) -> NDArray[np.float32]:
        self.asked += texts
        return np.zeros((len(texts), 384), np.float32)


@cache
def russian() -> RussianTagger:
    return RussianTagger()


def claims(text: str, ranking: Ranking) -> tuple[Claim, ...]:
    material = Material(quantities=find_quantities(text, published=None))
    return find_claims(parse(text, russian()), material, ranking=ranking)


def adds_up(claim: Claim) -> bool:
    return round(sum(r.weight for r in claim.reasons), 2) == claim.checkworthiness and 0 <= claim.checkworthiness <= 1


def test_an_article_embeds_the_eight_sentences_at_the_top_and_all_reasons_add_up() -> None:
    embedder = Counting()
    plain, found = claims(ARTICLE, Ranking()), claims(ARTICLE, Ranking(embedder=embedder))
    assert len(found) > 8
    assert len(embedder.asked) == 8
    assert all(adds_up(c) for c in found)
    meant = [any(r.feature == "meaning" for r in c.reasons) for c in found]
    assert sum(meant) <= 8
    for before, after, by_meaning in zip(plain, found, meant, strict=True):
        assert by_meaning or before.checkworthiness == after.checkworthiness
    assert not any("Озёрный" in text for text in embedder.asked)


def test_the_undecided_are_those_at_the_top_in_text_order() -> None:
    assert undecided([95, 48, 10, 125, 125], 3) == [0, 3, 4]
    assert undecided([10], 8) == [0]


def test_without_an_embedder_no_reason_is_called_meaning() -> None:
    assert not any(r.feature == "meaning" for c in claims(ARTICLE, Ranking()) for r in c.reasons)


def test_a_weight_that_an_editor_raises_raises_the_score_by_as_much() -> None:
    text = "Из-за паводка в посёлке закрыли мост."
    for embedder in (None, Counting()):
        (before,) = claims(text, Ranking(embedder=embedder))
        (after,) = claims(text, Ranking({"cause": 0.0}, embedder))
        raw = {c.id: sum(r.weight for r in c.reasons if r.feature != "limit") for c in (before,)}
        assert "cause" in {r.feature for r in before.reasons}
        assert sum(r.weight for r in after.reasons if r.feature != "limit") == pytest.approx(raw["c1"] - 0.1)
        assert adds_up(after)


@pytest.mark.parametrize(
    ("lang", "worth", "idle"),
    [
        (
            "ru",
            "Суд приговорил бывшего министра к восьми годам за взятку.",
            "Спасибо всем, кто пришёл сегодня на праздник!",
        ),
        ("ru", "Страна первой в регионе отменила налог на зерно.", "Очень важно, чтобы каждый любил свой край."),
        ("en", "The state raised the fuel tax by 12 percent in 2023.", "Thank you all for coming here tonight."),
        ("en", "He voted against the law that closed the mines.", "I believe our best days are ahead of us."),
        ("kk", "Сот бұрынғы министрді пара алғаны үшін сегіз жылға соттады.", "Мерекеге келген баршаңызға рақмет!"),
        ("kk", "Елдегі жұмыссыздар саны бір жылда 12 пайызға азайды.", "Әр адам туған жерін сүюі керек деп ойлаймын."),
        ("kk", "Eldegi jumyssyzdar sany bir jylda 12 paıyzǵa azaıdy.", "Merekege kelgen barshańyzǵa raqmet!"),
    ],
)
@pytest.mark.parametrize("embeds", [False, True])
def test_what_can_be_checked_stands_before_what_cannot(lang: str, worth: str, idle: str, embeds: bool) -> None:
    tagger = {"ru": russian, "en": lambda: SurfaceTagger(English()), "kk": lambda: SurfaceTagger(Kazakh())}[lang]()
    ranking = Ranking(embedder=Embedder() if embeds else None)
    high, low = (rank(text, tagger, lang=lang, ranking=ranking) for text in (worth, idle))
    assert low[0] < 0.5
    assert high[0] - low[0] >= 0.25
    for score, reasons in (high, low):
        assert round(sum(r.weight for r in reasons) * CENTS) == round(score * CENTS)
