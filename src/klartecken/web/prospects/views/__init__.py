"""The views of the garden: parse, one call, render."""
