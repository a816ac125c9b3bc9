"""The garden: dream clients and enquiries, seen by their owner alone."""
