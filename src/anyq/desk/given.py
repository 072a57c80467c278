"""What the user says of a text, checked before anything is read."""

from datetime import date, datetime

from anyq.errors import SettingsError
from anyq.read import Given


def given_of(
    *, outlet: str | None = None, published_at: str | None = None, url: str | None = None, title: str | None = None
) -> Given:
    """A Given without empty words.

    Raises:
        SettingsError: a time that is neither a bare date nor RFC 3339 with its offset; an address that is not http(s).
    """
    published_at = (published_at or "").strip() or None
    if published_at is not None and not (_is_date(published_at) or _is_moment(published_at)):
        raise SettingsError(
            f"published at {published_at!r}",
            expected="a date (2025-09-29) or a time with its offset (2025-09-29T10:00:00+05:00)",
        )
    url = (url or "").strip() or None
    if url is not None and not url.lower().startswith(("http://", "https://")):
        raise SettingsError(f"the address {url!r}", expected="http:// or https://", cure="give the whole address")
    return Given(
        outlet=(outlet or "").strip() or None, published_at=published_at, url=url, title=(title or "").strip() or None
    )


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
