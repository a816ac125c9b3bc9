"""The assignment: proposal, team, public text, clearance, access, its moves."""
