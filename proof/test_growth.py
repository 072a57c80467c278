"""How the time of a reading grows with the text, for shapes that once took minutes."""

import time
from itertools import cycle, islice

import pytest
from tests.extract.reading import read

LEAST_SECONDS = 0.25  # a shorter time tells more of what else the machine does than of the growth
MOST_GROWTH = 8  # for four times the text: 4 is linear, 16 quadratic
GIVEN = ("Иван", "Пётр", "Анна", "Ольга", "Павел", "Нина", "Мария", "Сергей")
PLAIN = ("город", "строит", "новую", "школу", "и", "мост", "потому", "что", "жители", "давно", "просят", "об", "этом")


def _said(size: int) -> str:
    lines = (
        f"«Мы откроем школу {n} в срок», – сказал {GIVEN[n % len(GIVEN)]} Серов. «Работы идут», – добавил он."
        for n in range(size // 100)
    )
    return "\n".join(lines)


def _news(size: int) -> str:
    """Items with somebody new in each."""
    items = (
        f"{GIVEN[n % len(GIVEN)]} Бор{'аеио'[n % 4]}в{'ски' * (n % 3)}й открыл завод. Как сообщает газета «Заря», "
        f"он выделил {n} млн рублей. По его словам, мост построят за год. «Мы готовы», – подчеркнул мэр.\n"
        for n in range(size // 200)
    )
    return "\n".join(items)


SHAPES = {
    "quotations": (_said, 12_000),
    "news": (_news, 12_000),
    "no stop": (lambda n: " ".join(islice(cycle(PLAIN), n // 6)), 8_000),
    "reports in reports": (lambda n: "мэр сообщил, что газета пишет, что школа открыта, " * (n // 50), 5_000),
    "one word": (lambda n: "аб" * (n // 2), 25_000),
    "one number": (lambda n: "1" * n, 25_000),
    "capitals": (lambda n: "А" * n, 25_000),
    "empty lines": (lambda n: "\n" * n, 12_000),
}


def _seconds(text: str) -> float:
    begin = time.process_time()
    read(text)
    return time.process_time() - begin


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_takes_no_eight_times_as_long(shape: str) -> None:
    make, size = SHAPES[shape]
    read("Мэр Иван Серов сказал, что мост открыт.")  # what is loaded once is not counted
    short, long = _seconds(make(size)), _seconds(make(4 * size))
    assert long < MOST_GROWTH * max(short, LEAST_SECONDS), f"{short:.2f} s, {long:.2f} s"
