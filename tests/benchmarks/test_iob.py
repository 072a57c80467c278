from pathlib import Path

import pytest
from benchmarks.names import iob
from benchmarks.names.iob import KAZNERD, UNER, Set, spans, texts


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        (["B-PER", "I-PER", "O"], {(0, 2, "PER")}),
        (["B-PER", "B-PER"], {(0, 1, "PER"), (1, 2, "PER")}),
        (["B-PER", "I-LOC"], {(0, 1, "PER"), (1, 2, "LOC")}),
        (["B-OTH", "I-OTH", "B-ORG"], {(2, 3, "ORG")}),
        ([], set()),
    ],
)
def test_spans_of_tags(tags: list[str], found: set[tuple[int, int, str]]) -> None:
    assert spans(tags, UNER) == found


def test_labels_that_are_no_names_of_ours_are_left_out() -> None:
    assert spans(["B-DATE", "B-GPE"], KAZNERD) == {(1, 2, "GPE")}


def test_sentences_stand_in_their_documents(tmp_path: Path) -> None:
    path = tmp_path / "x.iob2"
    path.write_text(
        "# newdoc id = a\n1\tAnn\tB-PER\n2\tran\tO\n\n1\tShe\tO\n\n# newdoc id = b\n1\tLisbon\tB-LOC\n", "utf-8"
    )
    chosen = Set("x", "en", "x.iob2", (1, 2), UNER, ("all",))
    assert [[words for words, _ in text] for text in texts(path, chosen)] == [[["Ann", "ran"], ["She"]], [["Lisbon"]]]


def test_a_shuffled_corpus_has_a_text_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("Астана B-GPE\n\nОл O\n", "utf-8")
    assert len(list(texts(path, Set("x", "kk", "x.txt", (0, 1), KAZNERD, ("all",))))) == 2


def test_a_model_is_counted_span_by_span(tmp_path: Path) -> None:
    path = tmp_path / "x.iob2"
    path.write_text("1\tLisbon\tB-LOC\n2\tis\tO\n3\told\tO\n4\t.\tO\n", "utf-8")
    (row,) = iob.run(tmp_path, [Set("x", "en", "x.iob2", (1, 2), UNER, ("all",))])
    assert (row["score"], row["n"], row["language"]) == (1.0, 1, "en")


def test_a_set_that_is_not_at_hand_has_no_rows(tmp_path: Path) -> None:
    assert iob.run(tmp_path) == []
