"""The public list, its changes, feeds and files."""
