"""Reading -> a self-contained HTML page (or a notebook fragment). No network, no files: text in, text out."""

from anyq.page.chains import separate_sources
from anyq.page.render import render_fragment, render_html
from anyq.page.words import Ui

__all__ = ["Ui", "render_fragment", "render_html", "separate_sources"]
