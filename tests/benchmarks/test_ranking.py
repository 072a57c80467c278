"""The measures of ranking, on rankings whose figures are known."""

import numpy as np
import pytest
from benchmarks.ranking.measure import average_precision, f1, kappa, ndcg, reliability
from benchmarks.ranking.swaps import exchanges


def test_average_precision_is_that_of_the_book() -> None:
    worth = np.array([1.0, 0.0, 1.0, 0.0])
    assert average_precision(worth, np.array([4.0, 3.0, 2.0, 1.0])) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision(worth, np.zeros(4)) == pytest.approx(0.5)


def test_f1_counts_from_one_half_up() -> None:
    assert f1(np.array([1.0, 1.0, 0.0]), np.array([0.5, 0.49, 0.9])) == pytest.approx(0.5)


def test_ndcg_is_one_for_the_ideal_order_and_counts_each_document_alike() -> None:
    documents, grades = np.array(["a", "a", "b", "b"]), np.array([3.0, 0.0, 1.0, 0.0])
    assert ndcg(documents, grades, np.array([2.0, 1.0, 2.0, 1.0])) == pytest.approx(1)
    assert ndcg(documents, grades, np.array([2.0, 1.0, 1.0, 2.0])) == pytest.approx((1 + 1 / np.log2(3)) / 2)


def test_kappa_is_one_for_equal_grades_and_nought_for_chance() -> None:
    assert kappa([0, 1, 2, 3], [0, 1, 2, 3]) == pytest.approx(1)
    assert kappa([0, 0, 3, 3], [0, 3, 0, 3]) == pytest.approx(0)


def test_each_sentence_stands_in_one_line_of_reliability() -> None:
    lines = reliability(np.array([0.0, 1.0, 1.0, 1.0]), np.array([0.0, 0.2, 0.6, 1.0]))
    assert [line.split(": ")[1].split()[0] for line in lines] == ["1", "1", "1", "1"]


@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
def test_an_exchange_leaves_no_slot_open_and_changes_each_article(lang: str) -> None:
    for article, others in exchanges(lang):
        assert len(others) == 7
        assert len({article, *others}) == 8
        assert not any("{" in sentence for sentence in (*article, *(s for o in others for s in o)))
