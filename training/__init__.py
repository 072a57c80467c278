"""Makes every model that anyq ships, from the data named in src/anyq/data/MANIFEST.toml."""
