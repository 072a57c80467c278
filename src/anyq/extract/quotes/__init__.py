"""Who said what: direct, indirect and fragmentary quotes with their speakers, and the sources cited."""
