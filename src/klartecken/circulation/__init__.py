"""Rounds, viewpoints, opt-outs, masks."""
