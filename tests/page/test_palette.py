"""Every colour of words against every paper they stand on: WCAG 2.2 AA, also where axe cannot tell."""

import re
from importlib.resources import files

import pytest

CSS = (files("anyq.page") / "templates" / "page.css").read_text("utf-8")
FRAGMENT = (files("anyq.page") / "templates" / "fragment.css").read_text("utf-8")
LAYERS = ("quote", "source", "person", "quantity", "claim", "finding")
Colour = tuple[float, float, float]


def variables(block: str) -> dict[str, Colour]:
    found = re.findall(r"--([a-z-]+): #([0-9a-f]{6}|[0-9a-f]{3})\b", block)
    return {name: tuple(int(c, 16) / 255 for c in re.findall("..", whole(value))) for name, value in found}


def whole(value: str) -> str:
    return value if len(value) == 6 else "".join(c * 2 for c in value)


def themes() -> dict[str, dict[str, Colour]]:
    light, dark, printed = re.findall(r":root \{(.*?)\}", CSS, re.S)
    fragment = variables(FRAGMENT) | {"ink": (31 / 255, 28 / 255, 24 / 255), "paper": (250 / 255, 247 / 255, 240 / 255)}
    return {
        "light": variables(light),
        "dark": variables(light) | variables(dark),
        "print": variables(light) | variables(printed),
        "fragment": fragment,
    }


def luminance(colour: Colour) -> float:
    """WCAG 2.2, "relative luminance"."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def chosen(theme: dict[str, Colour]) -> Colour:
    """The paper of a chosen note: 28 % of ``on`` over ``sheet``, as page.css mixes it."""
    return tuple(0.28 * a + 0.72 * b for a, b in zip(theme["on"], theme["sheet"], strict=True))


def test_black_on_white_is_21() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)


@pytest.mark.parametrize("name", ["light", "dark", "print", "fragment"])
def test_words_can_be_read_on_every_paper(name: str) -> None:
    theme = themes()[name]
    papers = {p: theme[p] for p in ("paper", "sheet", "tint", "tint-pale", "tint-deep", "on") if p in theme}
    for paper, colour in papers.items():
        assert contrast(theme["ink"], colour) >= 4.5, paper


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_small_words_and_ids_can_be_read_on_the_papers_they_stand_on(name: str) -> None:
    theme = themes()[name]
    for paper in (theme["paper"], theme["sheet"], chosen(theme)):
        for word in ("soft", *LAYERS):
            assert contrast(theme[word], paper) >= 4.5, word


@pytest.mark.parametrize("name", ["light", "dark", "print", "fragment"])
def test_lines_can_be_told_from_every_tint(name: str) -> None:
    theme = themes()[name]
    for layer in LAYERS:
        for paper in ("paper", "tint", "tint-pale", "tint-deep"):
            assert contrast(theme[layer], theme[paper]) >= 3, (layer, paper)
