"""What the marked file cannot say: counted things, periods, ids, offsets, speed of reading, odd input."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from anyq.extract.quantities import find_quantities
from anyq.extract.quantities.digits import digits_value
from anyq.records.reading import Quantity


def only(text: str, published: str | None = None) -> Quantity:
    (quantity,) = find_quantities(text, published=published)
    return quantity


def test_ids_follow_the_text() -> None:
    found = find_quantities("Пять лодок и 12 сетей, цена 30 тенге.", published=None)
    assert [q.id for q in found] == ["n1", "n2", "n3"]
    assert [q.span.start for q in found] == sorted(q.span.start for q in found)


def test_counted_is_the_noun_with_its_genitive() -> None:
    assert only("Выпустили 10 циклов телепередач о реках.").counted == "циклов телепередач"
    assert only("На 20 % территории степи снег.").counted == "территории степи"
    assert only("Пришли 112 общественных и научных организаций.").counted == "общественных и научных организаций"


def test_a_verb_or_a_name_is_not_counted() -> None:
    assert only("В 13 лет Ботагоз уехала учиться.").counted is None
    assert only("Двое рыбаков получили приз.").counted == "рыбаков"


def test_an_ellipsis_takes_what_the_last_number_counted() -> None:
    last = find_quantities("Сдали 6 тысяч отчётов, а в июне — 5 тысяч.", published=None)[-1]
    assert (last.low, last.counted) == (5000, "отчётов")


def test_a_relative_year_is_resolved_by_publication() -> None:
    text = "В прошлом году завод выпустил 900 окон."
    assert only(text, "2025-09-29").period == "прошлый год (2024)"
    assert only(text).period == "прошлый год"


def test_a_month_is_resolved_only_when_it_is_past() -> None:
    assert only("В марте продали 40 лодок.", "2025-09-29").period == "В марте (2025)"
    assert only("В декабре продали 40 лодок.", "2025-09-29").period == "В декабре"


def test_a_rate_belongs_to_the_number_before_it() -> None:
    assert only("Завод делает 40 лодок в месяц.").period == "в месяц"


def test_a_period_in_brackets_stays_in_them() -> None:
    now, then = find_quantities("58% жителей довольны (в 2017 году так говорили 41%).", published=None)
    assert (now.period, then.period) == (None, "в 2017 году")


def test_offsets_are_those_of_the_text_as_it_stands() -> None:
    text = "Собрали около\u00a011\u202f500\u00a0тонн\u00a0зерна."
    assert only(text).span.of(text) == "около\u00a011\u202f500\u00a0тонн\u00a0зерна"
    assert only(text).low == 11500


def test_nothing_is_found_in_nothing() -> None:
    assert find_quantities("", published=None) == ()
    assert find_quantities(" \n\t", published="2025") == ()


def test_the_decimal_mark_is_the_language_s() -> None:
    assert digits_value("1,5", ",", multiplied=False) == digits_value("1.5", ".", multiplied=False)
    assert digits_value("12,500", ".", multiplied=False) == 12500
    assert digits_value("1,200", ".", multiplied=True) == 1200
    assert digits_value("1.234.567,5", ",", multiplied=False) == digits_value("1,234,567.5", ".", multiplied=False)


@given(st.text(alphabet=st.sampled_from("0123456789 ,.-–%«»()/:+№двапятьтысячдоотсневболее\n"), max_size=60))
def test_any_text_gives_spans_inside_it_and_ends_in_order(text: str) -> None:
    found = find_quantities(text, published=None)
    for quantity in found:
        assert 0 <= quantity.span.start < quantity.span.end <= len(text)
        if quantity.bound == "range":
            assert quantity.low is not None and quantity.high is not None and quantity.low <= quantity.high
    assert [q.span for q in found] == sorted(q.span for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(st.integers(min_value=0, max_value=200_000).map(lambda n: 5 * n))  # so that "книг" agrees
def test_an_integer_reads_the_same_with_and_without_spaces(number: int) -> None:
    plain, spaced = f"{number} книг", f"{number:,} книг".replace(",", " ")
    assert [q.low for q in find_quantities(f"Сдали всего {spaced}.", published=None)] == [number]
    assert [q.low for q in find_quantities(f"Сдали всего {plain}.", published=None)] == [number]
