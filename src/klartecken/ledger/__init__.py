"""An append-only chain of commitments to what was decided."""
