"""Sentences as vectors: what they mean, in any of the three languages. Offline; never heard of news."""

from anyq.vectors.embed import DIMENSIONS, Embedder, Role, model

__all__ = ["DIMENSIONS", "Embedder", "Role", "model"]
