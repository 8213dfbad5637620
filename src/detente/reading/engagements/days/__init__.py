"""When an engagement takes place: the day that belongs to its words."""
