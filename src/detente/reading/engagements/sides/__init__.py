"""Who takes part in what a word of engagement tells, and where."""
