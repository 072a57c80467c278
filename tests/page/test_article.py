"""The marked text is the text: nothing added, nothing lost, whatever it holds."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from anyq.page.article import Reference, marked_article, writable
from anyq.page.segments import Layer, Stretch
from anyq.text import Span
from tests.page.parsed import elements

LAYERS: tuple[Layer, ...] = ("quote", "claim", "finding", "citation", "person", "quantity")
NASTY = st.text(st.one_of(st.characters(), st.sampled_from("\r\n\x00\u2028\u202e<>&\"' \t\x0c\x85\ud800")), max_size=60)


def marked(text: str, *found: tuple[Layer, str, int, int]) -> str:
    rows = [Stretch(f"{layer[0]}{i}", layer, style, Span(a, b)) for i, (layer, style, a, b) in enumerate(found)]
    return str(marked_article(text, rows, []))


def text_of(html: str) -> str:
    return elements(f"<article>{html}</article>")[0].content


@given(NASTY, st.data())
def test_text_content_is_the_text(text: str, data: st.DataObject) -> None:
    spans = st.builds(Span, st.integers(0, len(text)), st.integers(0, len(text)))
    found = data.draw(
        st.lists(st.builds(Stretch, st.sampled_from(["k1", "k2"]), st.sampled_from(LAYERS), st.just("direct"), spans))
    )
    references = [Reference(s.key, s.key, s.layer, s.span, Markup("")) for s in found if s.span.start < s.span.end]
    assert text_of(str(marked_article(text, found, references))) == writable(text)


def test_a_carriage_return_is_written_so_that_a_parser_keeps_it() -> None:
    assert "\r" not in marked("один\r\nдва")
    assert text_of(marked("один\r\nдва")) == "один\r\nдва"


def test_each_line_is_a_paragraph_and_line_ends_stand_between() -> None:
    assert marked("Раз.\n\nДва.\n") == "<p>Раз.</p>\n\n<p>Два.</p>\n"


def test_a_mark_over_two_paragraphs_is_cut_at_the_line_end() -> None:
    html = marked("Раз.\nДва.", ("quote", "direct", 0, 9))
    one, two = (f'<p><span class="m direct" data-i="q0">{w}</span></p>' for w in ("Раз.", "Два."))
    assert html == f"{one}\n{two}"


def test_underlines_that_overlap_get_an_element_each() -> None:
    html = marked("семей", ("claim", "", 0, 5), ("quantity", "", 0, 5))
    assert html == '<p><span class="m u-c" data-i="c0 q1"><span class="u-n">семей</span></span></p>'


def test_a_quote_inside_a_quote_is_darker() -> None:
    html = marked("Он сказал: иди", ("quote", "direct", 0, 14), ("quote", "direct", 11, 14))
    assert 'class="m direct deep" data-i="q0 q1">иди' in html


def test_a_cue_is_tied_to_its_quote_without_being_marked() -> None:
    assert marked("сказал", ("quote", "cue", 0, 6)) == '<p><span data-c="q0">сказал</span></p>'


def test_a_raised_id_has_no_text_and_stays_in_its_paragraph() -> None:
    reference = Reference("q0", 'q"1', "quote", Span(0, 5), Markup(""))
    html = str(marked_article("Раз.\nДва.", [], [reference]))
    assert '<a class="ref r-q" data-ref="q&#34;1" id="t-q0" href="#i-q0"></a></p>\n<p>Два.</p>' in html
    assert text_of(html) == "Раз.\nДва."


def test_what_looks_like_markup_stays_text() -> None:
    html = marked("<script>alert(1)</script>&amp;")
    assert "<script" not in html
    assert text_of(html) == "<script>alert(1)</script>&amp;"
