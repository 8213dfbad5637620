"""Who takes, leaves or holds which post."""
