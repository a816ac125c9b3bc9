"""Choosing language and colours, and the page that shows every component."""
