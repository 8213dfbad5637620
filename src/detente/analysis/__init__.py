"""Panels and indices for statistics: DuckDB over what is drawn from the store."""
