import pytest
from benchmarks.extraction.run import run
from benchmarks.extraction.score import Page, compare, runs, score


def test_a_text_is_its_runs_of_four_words_counted():
    assert runs("a b c d e") == {("a", "b", "c", "d"): 1, ("b", "c", "d", "e"): 1}
    assert runs("x x x x x x") == {("x", "x", "x", "x"): 3}
    assert runs("Форум, открыт!") == {("Форум", "открыт"): 1}
    assert runs(" — ") == {}


def test_words_too_many_cost_precision_and_words_lost_cost_recall():
    assert compare("a b c d e", "a b c d e f g") == Page(hits=2, found=4, expected=2)
    assert compare("a b c d e f g", "a b c d e") == Page(hits=2, found=2, expected=4)


def test_f1_is_taken_of_the_averages_over_pages():
    total = score([Page(2, 4, 2), Page(1, 1, 4)])  # precision .5 and 1, recall 1 and .25
    assert (total.precision, total.recall) == (0.75, 0.625)
    assert total.f1 == pytest.approx(2 * 0.75 * 0.625 / 1.375)
    assert total.low <= total.f1 <= total.high


def test_a_page_from_which_nothing_came_costs_recall_only():
    total = score([Page(4, 4, 4), Page(0, 0, 4)])
    assert (total.precision, total.recall) == (1.0, 0.5)


def test_without_the_data_there_are_no_rows(tmp_path):
    assert run(tmp_path) == []
