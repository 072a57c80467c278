"""Page -> text on the 181 pages of the article extraction benchmark, peers in the same run.

The comparator follows that benchmark's rule: a text is its runs of four ``\\w+`` words, each counted as often as
it occurs (a text under four words is one run). Per page, hits are the runs that both texts have; precision is hits by
runs found, over pages where anything was found; recall is hits by runs expected. Both are averaged over pages, so that
long pages weigh no more than short ones, and F1 is taken of the two averages.
"""

from benchmarks.extraction.run import run

__all__ = ["run"]
