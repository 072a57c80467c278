"""Names and Occupation facts on factRuEval-2016, raw slovnet as the peer of the same run.

Names: every Person, Org, LocOrg and Location of the second layer (``.objects``), LocOrg and Location both as LOC. An
entity reaches from the first to the last character of all its spans, descriptors ("журнале", "переулка") included, as
the markup has it; quotation marks, brackets and stops at either end do not count. A prediction is right if kind and
both ends are equal. Nested and repeated entities are each counted once.

Occupation facts (``.facts``): a predicted fact is a person with one role; roles with the same head noun and the same
body are one fact. *Who and job*: a word of the gold Who agrees with the person's surname (given name where there is
none), and a word of the gold Position or Job with a word of the role; two words agree if they differ in their last two
letters at most. *Who, where and job* asks as well that a word of the gold Where agrees with one of the role or the
organisation; facts without Where need none. Each gold fact is matched once.

Kazakh and English: see ``iob``.
"""

from benchmarks.names.run import run

__all__ = ["run"]
