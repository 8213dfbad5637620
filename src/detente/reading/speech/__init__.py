"""Who said what, for whom, through whom and when."""
