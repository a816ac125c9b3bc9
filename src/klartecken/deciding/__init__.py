"""Escalation, the CEO's decision, granting clearance, the quote gate."""
