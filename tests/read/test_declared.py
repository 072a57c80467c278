import pytest

from anyq.read import structured
from anyq.read.declared import named


def scripts(*bodies: str) -> str:
    return (
        "<html><head>" + "".join(f'<script type="application/ld+json">{b}</script>' for b in bodies) + "</head></html>"
    )


@pytest.mark.parametrize(
    "body",
    [
        '{"@type": "ClaimReview", "claimReviewed": "а"}',
        '[{"@type": "ClaimReview", "claimReviewed": "а"}]',
        '{"@context": "x", "@graph": [{"@type": "ClaimReview", "claimReviewed": "а"}]}',
        '<!-- {"@type": "ClaimReview", "claimReviewed": "а",} -->',
        '//<![CDATA[\n{"@type": "ClaimReview", "claimReviewed": "а"}\n//]]>',
        '{"@type": "ClaimReview", "claimReviewed": "а"};',
        '{"@type": "ClaimReview", "claimReviewed": "а"} {"@type": "WebSite"}',
    ],
)
def test_json_ld_is_read_however_sites_write_it(body):
    (review,) = named(structured(scripts(body)), "ClaimReview")
    assert review["claimReviewed"] == "а"


def test_a_broken_script_does_not_hide_the_next():
    assert [o["@type"] for o in structured(scripts("{not json", '{"@type": "Event"}'))] == ["Event"]


def test_microdata_objects_stay_inside_objects():
    page = (
        '<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Мост</h1>'
        '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">А</b></span>'
        '<a itemprop="citation" href="https://a.example/">x</a><a itemprop="citation" href="https://b.example/">y</a></div>'
    )
    assert structured(page) == [
        {
            "@type": "NewsArticle",
            "headline": "Мост",
            "author": {"@type": "Person", "name": "А"},
            "citation": ["https://a.example/", "https://b.example/"],
        }
    ]


def test_rdfa_gives_plain_property_names():
    page = '<div typeof="schema:NewsArticle"><h1 property="schema:headline">Мост</h1></div>'
    assert structured(page) == [{"@type": "NewsArticle", "headline": "Мост"}]


def test_nesting_without_end_is_cut():
    assert structured(scripts("[" * 5000 + "]" * 5000)) == []
