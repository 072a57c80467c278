"""Every quantity of a text: value, bound, unit, what is counted, over which time. No tagger."""

from anyq.extract.quantities.find import find_quantities

__all__ = ["find_quantities"]
