"""The HTTP API: the same actions and queries as the pages, typed, with problems as RFC 9457 tells them."""
