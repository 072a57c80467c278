"""Text that never heard of news: spans, one-to-one folding, tokens, sentences."""

from anyq.text.fold import fold, plain
from anyq.text.span import Span

__all__ = ["Span", "fold", "plain"]
