"""What a fetch may do."""

from dataclasses import dataclass

# No product and no desk: a site under investigation need not learn who looks.
PLAIN_USER_AGENT = "Mozilla/5.0 (compatible)"


@dataclass(frozen=True, slots=True)
class Policy:
    """The bounds of one fetch, redirects included.

    ``proxy`` is an http or https address; it then resolves names, and which addresses it reaches is its owner's affair:
    only addresses written as numbers are still refused here.
    """

    redirects: int = 5
    max_bytes: int = 20_000_000  # after decompression
    timeout_s: float = 20.0  # for everything: names, connections, redirects, body
    private_addresses: bool = False
    proxy: str | None = None
    user_agent: str = PLAIN_USER_AGENT


PAGE = Policy()
PEER = Policy(redirects=0)
