"""What the check says on an assignment's page, and the conflict resolver's desk: parse, one call, render."""
