"""What the tagger gives is a tree."""

import pytest

from anyq.extract.russian import acyclic


@pytest.mark.parametrize(
    ("heads", "tree"),
    [
        ([1, -1, 1], [1, -1, 1]),
        ([1, 0], [-1, 0]),
        ([0], [-1]),
        ([1, 2, 1, -1], [1, -1, 1, -1]),
        ([], []),
    ],
)
def test_a_circle_of_heads_is_cut(heads: list[int], tree: list[int]) -> None:
    assert acyclic(heads) == tree
