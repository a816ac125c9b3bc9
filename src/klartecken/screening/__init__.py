"""Runs, hits, resolutions, consultations."""
