import numpy as np

from anyq.vectors import DIMENSIONS, Embedder

RU = [
    "Цены на хлеб выросли на десять процентов.",
    "Наша команда выиграла матч в гостях.",
    "Суд отправил чиновника в тюрьму.",
]
KK = [
    "Нан бағасы он пайызға өсті.",
    "Біздің команда қонақтағы ойында жеңіске жетті.",
    "Сот шенеунікті түрмеге жіберді.",
]


def test_a_sentence_is_nearest_to_its_translation_in_a_pool_of_both_languages() -> None:
    vectors = np.vstack([Embedder().queries(RU, "ru"), Embedder().queries(KK, "kk")])
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    likeness = unit @ unit.T
    np.fill_diagonal(likeness, -1)
    assert list(likeness.argmax(axis=1)) == [3, 4, 5, 0, 1, 2]


def test_a_query_and_a_passage_are_told_apart() -> None:
    assert not np.allclose(Embedder().queries(RU, "ru"), Embedder().passages(RU, "ru"))


def test_the_same_text_gives_the_same_vector_alone_and_among_others() -> None:
    assert np.allclose(Embedder().queries(RU, "ru")[1], Embedder().queries(RU[1:2], "ru")[0], atol=1e-3)


def test_no_text_gives_no_row() -> None:
    assert Embedder().passages([], "en").shape == (0, DIMENSIONS)
