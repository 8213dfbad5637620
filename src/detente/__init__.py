"""detente: the open, sourced record of diplomacy, read from news reports and official statements."""
