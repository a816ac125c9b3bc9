"""Accounts, undertakings, roles, deputies, areas of engagement."""
