"""Dream clients and enquiries: the garden."""
