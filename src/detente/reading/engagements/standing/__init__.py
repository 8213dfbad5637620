"""Where an engagement stands: held, planned, cancelled, denied, only hoped for."""
