"""What a page says of itself: title, authors, outlet, address, time. JSON-LD first, then meta, then what is seen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

from anyq.read.declared import declared, named, types_of
from anyq.read.furniture import outlet_words, plain, without_byline
from anyq.read.moment import LAST_YEAR, moment
from anyq.read.seen import COPYRIGHT, is_seen, seen_bylines, seen_signs, seen_time
from anyq.read.tree import absolute, base_of, text_of

ARTICLES = ("Article", "NewsArticle", "BlogPosting", "Report", "Posting")
MAX_NAME_CHARS = 80
MAX_OUTLET_CHARS = 60
_SUFFIX = re.compile(r"\s+(?:[|•·»/]|[-–—]|::)\s+")
_QUOTES = "«»\"“”„'"
_YEAR_BEHIND = re.compile(r"[\s,]+(?:\d{4}\s*[-–—]\s*)?\d{4}$")
_QUOTED_NAME = re.compile(r"(?P<before>[^«\"“„]*)[«\"“„](?P<name>[^«»\"“”„]+)[»\"”“]")  # Газета "Озёрный край"
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?:\s+[^\W\d_][\w.’'-]*){0,4}")
_PUBLISHED = (
    "article:published_time", "og:published_time", "datePublished", "date", "pubdate", "publishdate", "publish_date",
    "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "sailthru.date", "parsely-pub-date",
    "mediator_published_time",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "mediator_author")
_SECOND_LEVEL = frozenset(("com", "org", "net", "gov", "edu", "co", "ac"))  # news.com.kz is not a page of com.kz
_NOT_AUTHORS = ("super user", "site admin", "read more")
_NOT_OUTLETS = frozenset(
    ("все права защищены", "all rights reserved", "барлық құқықтар қорғалған", "главная", "новости", "news", "home")
)


@dataclass(frozen=True, slots=True)
class About:
    """What a page says of itself; None where it does not say."""

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published_at: str | None = None


@dataclass(frozen=True, slots=True)
class _Page:
    root: Any
    url: str | None
    meta: dict[str, list[str]]
    articles: list[dict[str, Any]]
    objects: list[dict[str, Any]]

    def metas(self, *names: str) -> Iterator[str]:
        for name in names:
            yield from self.meta.get(name.lower(), ())


def about(root: Any, url: str | None) -> About:
    """What the parsed page fetched from ``url`` says of itself."""
    meta: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = _clean(element.get("content"))
        if name and content:
            meta.setdefault(name.lower(), []).append(content)
    objects = declared(root)
    page = _Page(root, url, meta, named(objects, *ARTICLES), objects)
    headline = _headline(page)
    outlet = _outlet(page, headline)
    address = _address(page)
    return About(
        url=address,
        outlet=outlet,
        title=headline,
        authors=tuple(_authors(page, outlet)),
        published_at=_published(page, headline, address),
    )


def _clean(value: object) -> str | None:
    """A string as a reader sees it: entities resolved (twice: sites escape them twice), white space single."""
    if not isinstance(value, str):
        return None
    return " ".join(unescape(unescape(value)).split()) or None


def _address(page: _Page) -> str | None:
    base = base_of(page.root, page.url)
    links = (e.get("href") for e in page.root.iter("link") if "canonical" in (e.get("rel") or "").lower().split())
    said = (absolute(href, base) for href in (*links, *page.metas("og:url"), *_object_urls(page)))
    for candidate in said:
        if candidate and _is_same_place(candidate, page.url):
            return candidate
    return page.url


def _object_urls(page: _Page) -> Iterator[str]:
    for article in page.articles:
        for field in ("mainEntityOfPage", "url"):
            value = article.get(field)
            value = value.get("@id") if isinstance(value, dict) else value
            if isinstance(value, str):
                yield value


def _site(url: str) -> str:
    labels = (urlsplit(url).hostname or "").split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else labels[-2:])


def _is_same_place(candidate: str, url: str | None) -> bool:
    # a page may claim any address; only the site that served it can name another one of its own
    if url is None:
        return True
    if _site(candidate) != _site(url):
        return False
    return urlsplit(candidate).path.strip("/") != "" or urlsplit(url).path.strip("/") == ""


def _headline(page: _Page) -> str | None:
    whole = _clean(text_of(title)) if (title := page.root.find(".//title")) is not None else None
    sign = plain(_without_suffix(whole)[1] or "") if whole else ""
    # on many sites the one h1 is the name over the door
    heads = [h for h in (text_of(e) for e in page.root.iter("h1")) if h and plain(h) != sign]
    said = [*(_clean(a.get("headline")) for a in page.articles), *page.metas("og:title", "twitter:title")]
    for candidate in said:
        if candidate:
            return _as_shown(candidate, heads)
    if len(heads) == 1 or (heads and whole and plain(heads[0]) in plain(whole)):
        return heads[0]
    if not whole:
        return next(iter(heads), None)
    # "Site :: Headline": of the parts, the longest that stands on the page by itself
    parts = sorted(_SUFFIX.split(whole), key=len, reverse=True)
    shown = next((part for part in parts if is_seen(page.root, part)), None) if len(parts) > 1 else None
    return shown or _without_suffix(whole)[0]


def _as_shown(said: str, heads: list[str]) -> str:
    """The heading on the page where ``said`` is it cut short or with the outlet behind it, else ``said``."""
    stem = plain(said.rstrip(" .…"))
    for head in heads:
        shown = plain(head)
        if shown.startswith(stem) or (len(shown) > 15 and stem.startswith(shown)):
            return head
    return said


def _without_suffix(title: str) -> tuple[str, str | None]:
    """("Headline", "Outlet") of "Headline — Outlet"; the last part counts as outlet only if it is the shorter one."""
    parts = _SUFFIX.split(title)
    if len(parts) < 2 or len(parts[-1]) >= len(parts[0]):
        return title, None
    cut = title[: len(title) - len(parts[-1])].rstrip()
    return cut.rstrip(" |•·»/-–—:"), parts[-1]


def _outlet_name(value: object) -> str | None:
    said = _clean(value.get("name") if isinstance(value, dict) else value)
    if not said:
        return None
    name = _SUFFIX.split(COPYRIGHT.sub("", said, count=1))[0].strip(" @.")
    name = _YEAR_BEHIND.sub("", name)
    quoted = _QUOTED_NAME.fullmatch(name)
    if quoted and all(word in outlet_words() for word in plain(quoted["before"]).split()):
        name = quoted["name"]
    if name[:1] in _QUOTES and name[-1:] in _QUOTES:
        name = name.strip(_QUOTES)
    if len(name) > MAX_OUTLET_CHARS or plain(name) in _NOT_OUTLETS or name.startswith("http"):
        return None
    return name if re.search(r"[^\W\d_]", name) else None


def _outlet(page: _Page, headline: str | None) -> str | None:
    # the publisher of a wire story may be the wire; a site name with a slogan behind it comes after all
    said: list[object] = [name for name in page.metas("og:site_name") if not _SUFFIX.search(name)]
    said += [a.get("publisher") for a in page.articles]
    said += page.metas("og:site_name", "application-name", "apple-mobile-web-app-title")
    said += [o.get("name") for o in named(page.objects, "NewsMediaOrganization", "WebSite")]
    said += [o.get("name") for o in page.objects if types_of(o) == ["Organization"]]
    for candidate in chain(said, seen_signs(page.root, headline)):
        for one in candidate if isinstance(candidate, list) else [candidate]:
            name = _outlet_name(one)
            if name:
                return name
    return None


def _authors(page: _Page, outlet: str | None) -> list[str]:
    # of the bylines seen, the first: those further down belong to other articles and to readers
    seen = ([said] for said in seen_bylines(page.root))  # looked for only where nothing is declared
    for source in chain((_declared_authors(page), page.metas(*_AUTHORS)), seen):
        found: list[str] = []
        for said in source:
            for part in re.split(r"\s*(?:,|;|\s&\s)\s*", said):
                name = without_byline(part)
                if _is_name(name, outlet) and name not in found:
                    found.append(name)
        if found:
            return found
    return []


def _is_name(name: str, outlet: str | None) -> bool:
    words = name.split()
    if (
        not _NAME.fullmatch(name)
        or len(name) > MAX_NAME_CHARS
        or not (words[0][0].isupper() and words[-1][0].isupper())
    ):
        return False
    return len(words) > 1 and plain(name) not in (plain(outlet or ""), *_NOT_AUTHORS)


def _declared_authors(page: _Page) -> Iterator[str]:
    for article in page.articles:
        said = article.get("author")
        for one in said if isinstance(said, list) else [said]:
            if isinstance(one, dict) and "Organization" not in types_of(one):
                one = one.get("name")
            if isinstance(one, str) and (name := _clean(one)):
                yield name


def _published(page: _Page, headline: str | None, address: str | None) -> str | None:
    for said in (*(a.get("datePublished") for a in page.articles), *page.metas(*_PUBLISHED)):
        found = moment(said)
        if found:
            return found
    return seen_time(page.root, headline) or _dated(page.root, address)


def _dated(root: Any, address: str | None) -> str | None:
    # 0.1 s to load: only pages that say nothing themselves pay for it
    from htmldate import find_date

    # not extensive: any number in the text would do for a date then
    # max_date: without it the library asks the clock
    return moment(
        find_date(root, original_date=True, extensive_search=False, url=address, max_date=f"{LAST_YEAR}-01-01")
    )
