"""Mail and web-hooks."""
