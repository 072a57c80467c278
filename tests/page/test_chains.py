"""Who stands between a source and the reader."""

from hypothesis import given
from hypothesis import strategies as st

from anyq.page.chains import Link, chains, separate_sources
from anyq.records import Citation, CitationKind, Span


def cites(source: str, by: str | None = None, *, probably: str | None = None, kind: CitationKind = "cites") -> Citation:
    return Citation("s", source, Span(0, 1), None, kind, cited_by=by, cited_by_probable=probably)


def shape(links: tuple[Link, ...]) -> list[object]:
    return [(link.source, shape(link.behind)) if link.behind else link.source for link in links]


def flat(links: tuple[Link, ...]) -> list[int | None]:
    return [i for link in links for i in (link.index, *flat(link.behind))]


def depth(links: tuple[Link, ...]) -> int:
    return 1 + max((depth(link.behind) for link in links), default=-1) if links else 0


def test_a_relay_stands_before_its_source() -> None:
    rows = [cites("Өріс"), cites("источник в акимате", "Өріс"), cites("Бюро статистики")]
    assert shape(chains(rows)) == [("Өріс", ["источник в акимате"]), "Бюро статистики"]


def test_names_are_matched_whatever_their_case() -> None:
    assert shape(chains([cites("полиция", "Агентство «Өріс»"), cites("агентство «Өріс»")])) == [
        ("агентство «Өріс»", ["полиция"])
    ]


def test_a_relay_that_is_no_citation_is_shown_by_name() -> None:
    (link,) = chains([cites("доклад", "Асель Омарова"), cites("справка", "Асель Омарова")])
    assert (link.source, link.index, shape(link.behind)) == ("Асель Омарова", None, ["доклад", "справка"])


def test_a_probable_step_is_told_from_a_stated_one() -> None:
    (relay,) = chains([cites("Өріс"), cites("полиция", probably="Өріс"), cites("суд", "Өріс")])
    assert [(b.source, b.is_probable) for b in relay.behind] == [("полиция", True), ("суд", False)]


def test_a_circle_is_cut_and_loses_no_one() -> None:
    rows = [cites("А", "Б"), cites("Б", "В"), cites("В", "А")]
    assert sorted(flat(chains(rows))) == [0, 1, 2]


def test_one_who_cites_itself_stands_alone() -> None:
    assert shape(chains([cites("А", "А")])) == ["А"]


NAMES = st.sampled_from(["А", "Б", "В", "Г"])


@given(st.lists(st.builds(cites, NAMES, st.none() | NAMES, probably=st.none() | NAMES)))
def test_every_citation_stands_once(rows: list[Citation]) -> None:
    assert sorted(i for i in flat(chains(rows)) if i is not None) == list(range(len(rows)))


def test_a_chain_without_end_is_cut_into_short_ones() -> None:
    rows = [cites(str(i), str(i + 1)) for i in range(300)]
    assert sorted(i for i in flat(chains(rows)) if i is not None) == list(range(300))
    assert depth(chains(rows)) <= 13


def test_only_the_far_ends_are_separate_sources() -> None:
    rows = [
        cites("Полуденный вестник", kind="publisher_self"),
        cites("прежний текст", kind="self_reference"),
        cites("Өріс"),
        cites("источник в акимате", "Өріс"),
        cites("Бюро статистики"),
        cites("бюро статистики"),
    ]
    assert separate_sources(rows) == ("источник в акимате", "Бюро статистики")


def test_what_is_probably_relayed_adds_no_separate_source() -> None:
    assert separate_sources([cites("Өріс"), cites("полиция", probably="Өріс")]) == ("Өріс",)
