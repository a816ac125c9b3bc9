"""Pages about people: the undertaking, one's own page, colleagues, and the administrator's work."""
