"""Parties: what is known of an organisation, and who owns it. Seen only through something visible."""
