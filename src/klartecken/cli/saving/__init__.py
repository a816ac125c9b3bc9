"""Backup and restore: one file with the database, the uploads, the registers and the ledger's anchors."""
