"""The real outside of a desk. The only place that asks the clock and the source of randomness, or sets a variable."""

import os
import secrets
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from anyq.desk.ports import Outside
from anyq.desk.shelf import Shelf
from anyq.errors import SettingsError
from anyq.settings import Settings

if TYPE_CHECKING:
    from anyq.net import Fetched


def outside_of(settings: Settings) -> Outside:
    """The clock, randomness, network and folder that ``settings`` name."""

    def fetch_page(url: str, now: str) -> "Fetched":
        # the HTTP client takes 0.1 s to load: a file is read without it
        from anyq.net import Policy, fetch
        from anyq.net.policy import PLAIN_USER_AGENT

        policy = Policy(
            max_bytes=settings.fetch_max_bytes,
            timeout_s=settings.fetch_timeout_s,
            proxy=settings.proxy,
            user_agent=settings.user_agent or PLAIN_USER_AGENT,
        )
        return fetch(url, policy, now=now)

    return Outside(
        now=present,
        entropy=secrets.token_bytes,
        fetch=fetch_page,
        sign=sign_nothing,
        store=Shelf(settings.home, settings.weights),
    )


def one_arithmetic_thread() -> None:
    """Let numpy, if it is not loaded yet, use one thread in this process; a number set by its owner holds.

    The matrices of the taggers are small: threads cost more than they give, and wait for each other where cores are
    busy (one article at load 6 on two cores: 2.4 s against 0.05 s; 80 by two processes: 126 s against 5.4 s).
    """
    if "numpy" not in sys.modules:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def present() -> datetime:
    """The time with the offset of this place."""
    return datetime.now().astimezone()


def sign_nothing(message: bytes) -> bytes:
    """A desk begins without a key.

    Raises:
        SettingsError: always.
    """
    raise SettingsError(
        f"nothing can sign these {len(message)} bytes", expected="a signing key", cure="give Desk(sign=…)"
    )
