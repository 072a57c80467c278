"""Quotation marks and dialogue dashes: which stretches of a text stand between them."""

