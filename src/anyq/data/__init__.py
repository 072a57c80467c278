"""Models that training/ makes; MANIFEST.toml says from what."""
