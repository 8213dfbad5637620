"""Events by PLOVER: who does what to whom."""
