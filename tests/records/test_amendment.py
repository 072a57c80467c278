import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anyq.errors import RecordError
from anyq.records import Amendment, Quote, Reading, Seen, Span, decode_amendment, encode
from anyq.records.amendment import (
    UNSURE_BY_PERSON,
    Action,
    amend_quote,
    apply_amendments,
    hull,
    lost_amendments,
)
from tests.records.made import made

SEEN = Seen("Дана", "2026-01-02T10:00:00+05:00")
STORY = made(
    "«{q=Асель Омарова:Форум открыт}», – сказала Омарова. «{q=Ерлан Тлеу:Мостов стало вдвое больше}», – ответил он. "
    "«{q:Посмотрим}».",
    outlet="Дала Жаршысы",
)


def amended(reading: Reading, quote: int, action: Action, name: str | None = None, span: Span | None = None) -> Reading:
    return apply_amendments(
        reading, [amend_quote(reading, reading.quotes[quote], action, seen=SEEN, speaker_name=name, span=span)]
    )


def test_a_confirmed_quote_is_seen_and_the_rest_is_untouched() -> None:
    after = amended(STORY, 0, "confirm")
    assert after == replace(STORY, quotes=(replace(STORY.quotes[0], seen_by=SEEN), *STORY.quotes[1:]))


def test_a_new_speaker_is_looked_up_among_the_people_and_the_claim_follows() -> None:
    after = amended(STORY, 0, "speaker", "Ерлан Тлеу")
    assert (after.quotes[0].speaker, after.quotes[0].speaker_name) == ("p2", "Ерлан Тлеу")
    assert (after.claims[0].speaker, after.claims[0].claimant) == ("p2", "Ерлан Тлеу")
    assert after.claims[1:] == STORY.claims[1:]


def test_a_speaker_who_is_no_person_of_the_text_has_a_name_and_no_id() -> None:
    after = amended(STORY, 2, "speaker", "агентство «Өріс»")
    assert (after.quotes[2].speaker, after.quotes[2].speaker_name, after.quotes[2].unsure) == (
        None,
        "агентство «Өріс»",
        None,
    )


def test_null_takes_the_name_away_and_says_that_a_person_did() -> None:
    after = amended(STORY, 0, "null")
    assert (after.quotes[0].speaker, after.quotes[0].speaker_name) == (None, None)
    assert after.quotes[0].unsure == UNSURE_BY_PERSON
    assert after.claims[0].claimant is None


def test_confirming_that_nobody_is_established_keeps_the_reason() -> None:
    assert amended(STORY, 2, "confirm").quotes[2].unsure == "no_name_given"


def test_a_new_span_keeps_the_speaker_and_is_seen() -> None:
    span = Span(1, 6)
    after = amended(STORY, 0, "span", span=span)
    assert after.quotes[0].content == (span,)
    assert after.quotes[0].speaker_name == "Асель Омарова"
    assert after.quotes[0].seen_by == SEEN


def test_a_dropped_quote_is_gone_and_its_claim_falls_to_the_outlet() -> None:
    after = amended(STORY, 0, "drop")
    assert [q.id for q in after.quotes] == ["q2", "q3"]
    assert (after.claims[0].quote, after.claims[0].claimant) == (None, "Дала Жаршысы")


def test_quotes_within_a_dropped_one_stand_within_the_one_around_it() -> None:
    one, two, three = STORY.quotes
    nested = replace(STORY, quotes=(one, replace(two, within="q1"), replace(three, within="q2")))
    assert [q.within for q in amended(nested, 1, "drop").quotes] == [None, "q1"]


def test_quotes_within_each_other_end_nowhere() -> None:
    one, two, three = STORY.quotes
    looped = replace(STORY, quotes=(replace(one, within="q2"), replace(two, within="q1"), replace(three, within="q1")))
    drops = [amend_quote(looped, q, "drop", seen=SEEN) for q in looped.quotes[:2]]
    assert [q.within for q in apply_amendments(looped, drops).quotes] == [None]


def test_the_last_word_about_a_quote_counts() -> None:
    drop = amend_quote(STORY, STORY.quotes[0], "drop", seen=SEEN)
    back = amend_quote(STORY, STORY.quotes[0], "confirm", seen=SEEN)
    assert apply_amendments(STORY, [drop, back]).quotes[0].seen_by == SEEN
    assert len(apply_amendments(STORY, [back, drop]).quotes) == 2


def test_a_correction_made_after_a_new_span_still_finds_its_quote() -> None:
    first = amend_quote(STORY, STORY.quotes[0], "span", seen=SEEN, span=Span(1, 6))
    shown = apply_amendments(STORY, [first])
    by_old_place = amend_quote(STORY, STORY.quotes[0], "null", seen=SEEN)
    by_new_place = amend_quote(shown, shown.quotes[0], "null", seen=SEEN)
    for second in (by_old_place, by_new_place):
        after = apply_amendments(STORY, [first, second])
        assert after.quotes[0].speaker_name is None
        assert after.quotes[0].content == (Span(1, 6),)


def test_what_a_person_confirmed_outlives_a_reading_that_names_another() -> None:
    confirmed = amend_quote(STORY, STORY.quotes[0], "confirm", seen=SEEN)
    reread = replace(
        STORY, quotes=(replace(STORY.quotes[0], speaker="p2", speaker_name="Ерлан Тлеу"), *STORY.quotes[1:])
    )
    assert apply_amendments(reread, [confirmed]).quotes[0].speaker_name == "Асель Омарова"


def test_a_quote_that_moved_is_found_by_its_words() -> None:
    amendment = amend_quote(
        STORY,
        STORY.quotes[1],
        "span",
        seen=SEEN,
        span=Span(STORY.quotes[1].content[0].start, STORY.quotes[1].content[0].start + 6),
    )
    moved = made(
        "Добавлен абзац.\n"
        "«{q=Асель Омарова:Форум открыт}», – сказала Омарова. "
        "«{q=Ерлан Тлеу:Мостов стало вдвое больше}», – ответил он."
    )
    after = apply_amendments(moved, [amendment])
    assert after.quotes[1].content[0].of(moved.document.text) == "Мостов"
    assert lost_amendments(moved, [amendment]) == ()


@pytest.mark.parametrize(
    "later",
    [
        "И вот. «{q=А:Дорога готова и открыта}», – сказал А. «{q=Б:Дорога готова и открыта}», – сказал Б.",
        "И вот. «{q=А:Дорога}», – сказал А. «{q=Б:Мост}», – сказал Б.",
    ],
)
def test_in_a_changed_text_repeated_words_are_lost_rather_than_given_to_somebody_else(later: str) -> None:
    first = made("«{q=А:Дорога готова и открыта}», – сказал А.")
    amendment = amend_quote(first, first.quotes[0], "null", seen=SEEN)
    assert apply_amendments(made(later), [amendment]) == made(later)
    assert lost_amendments(made(later), [amendment]) == (amendment,)


def test_in_a_changed_text_short_words_are_lost_rather_than_given_to_somebody_else() -> None:
    first, later = made("«{q=А:Да}», – сказал А."), made("И вот. «{q=Б:Да}», – сказал Б.")
    amendment = amend_quote(first, first.quotes[0], "speaker", seen=SEEN, speaker_name="В")
    assert apply_amendments(later, [amendment]) == later


def test_a_quote_whose_border_a_reread_moved_a_little_is_the_same_quote() -> None:
    amendment = amend_quote(STORY, STORY.quotes[1], "confirm", seen=SEEN)
    span = STORY.quotes[1].content[0]
    reread = replace(
        STORY,
        quotes=(STORY.quotes[0], replace(STORY.quotes[1], content=(Span(span.start, span.end - 2),)), STORY.quotes[2]),
    )
    assert apply_amendments(reread, [amendment]).quotes[1].seen_by == SEEN


def test_what_no_longer_finds_its_quote_changes_nothing_and_is_reported() -> None:
    other = made("«{q=Асель Омарова:Совсем другие слова}», – сказала Омарова.")
    lost = [amend_quote(STORY, q, "confirm", seen=SEEN) for q in STORY.quotes]
    assert apply_amendments(other, lost) == other
    assert lost_amendments(other, lost) == tuple(lost)
    same_text = replace(STORY, quotes=())
    assert lost_amendments(same_text, lost) == tuple(lost)


def test_a_dropped_quote_that_is_not_read_again_is_no_loss() -> None:
    drop = amend_quote(STORY, STORY.quotes[0], "drop", seen=SEEN)
    assert lost_amendments(replace(STORY, quotes=()), [drop]) == ()


def test_a_quote_in_pieces_is_named_from_its_first_to_its_last_character() -> None:
    one = STORY.quotes[0]
    pieces = replace(one, content=(Span(1, 6), Span(7, 13)))
    assert hull(pieces) == Span(1, 13)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"target_span": {"start": 3, "end": 3}}, "target_span"),
        ({"target_span": {"start": -1, "end": 11}}, "target_span"),
        ({"target_text": "Форум"}, "target_text"),
        ({"action": "speaker", "speaker_name": None}, "speaker_name"),
        ({"action": "span"}, "span"),
        ({"span": {"start": 0, "end": 2}}, "span"),
        ({"action": "span", "span": {"start": 5, "end": 2}}, "new span"),
        ({"action": "praise"}, "action"),
        ({"at": 7}, "at"),
        ({"at": "вчера"}, "RFC 3339"),
        ({"at": "2026-01-02T10:00:00"}, "RFC 3339"),
        ({"format": "anyq/amendment/2"}, "anyq/amendment/2"),
    ],
)
def test_an_amendment_that_cannot_be_meant_is_refused(change: dict[str, object], words: str) -> None:
    good = json.loads(encode(amend_quote(STORY, STORY.quotes[0], "confirm", seen=SEEN)))
    with pytest.raises(RecordError, match=words):
        decode_amendment(json.dumps(good | change).encode())


def test_a_span_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="the text at"):
        amend_quote(STORY, STORY.quotes[0], "span", seen=SEEN, span=Span(0, 10_000))


@st.composite
def changes(draw: st.DrawFn) -> list[Amendment]:
    """Amendments as a person makes them, one after the other, each at the reading that is shown."""
    shown, made_so_far = STORY, list[Amendment]()
    for _ in range(draw(st.integers(0, 6))):
        if not shown.quotes:
            break
        quote: Quote = draw(st.sampled_from(shown.quotes))
        action: Action = draw(st.sampled_from(("confirm", "speaker", "null", "span", "drop")))
        room = hull(next(q for q in STORY.quotes if q.id == quote.id))  # a new span keeps off the other quotes
        start = draw(st.integers(room.start - 1, room.end - 1))
        end = draw(st.integers(start + 1, room.end + 1))
        name = draw(st.sampled_from(("Асель Омарова", "Ерлан Тлеу", "штаб")))
        made_so_far.append(
            amend_quote(
                shown,
                quote,
                action,
                seen=SEEN,
                speaker_name=name if action == "speaker" else None,
                span=Span(start, end) if action == "span" else None,
            )
        )
        shown = apply_amendments(STORY, made_so_far)
    return made_so_far


@given(changes())
def test_applying_again_changes_nothing(amendments: list[Amendment]) -> None:
    once = apply_amendments(STORY, amendments)
    assert apply_amendments(once, amendments) == once
    assert lost_amendments(STORY, amendments) == ()


@given(changes())
def test_an_amendment_comes_back_from_its_json(amendments: list[Amendment]) -> None:
    assert [decode_amendment(encode(a)) for a in amendments] == amendments


@given(changes())
def test_only_amended_quotes_are_seen_and_each_id_stays_one_quote(amendments: list[Amendment]) -> None:
    after = apply_amendments(STORY, amendments)
    before = {q.id: q for q in STORY.quotes}
    assert all(q.seen_by is not None or q == before[q.id] for q in after.quotes)
    ids = [q.id for q in after.quotes]
    assert len(set(ids)) == len(ids)
    assert {c.quote for c in after.claims} <= {*ids, None}
