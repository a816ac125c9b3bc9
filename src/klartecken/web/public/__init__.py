"""The public pages: for anyone, without signing in."""
