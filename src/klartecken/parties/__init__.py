"""Organisations and persons that the firm knows: names, identifiers, owners, issues."""
