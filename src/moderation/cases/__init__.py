"""Cases as lists of events: what may happen to them, in what order, and by whom. Pure; no clock."""
