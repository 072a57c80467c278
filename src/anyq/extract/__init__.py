"""Document -> Reading: citations, people, quotes, quantities, ranked claims, findings."""
