"""What can be done with parties, their owners and the list of issues."""

from klartecken.parties.actions.issues import install_issues
from klartecken.parties.actions.owning import end_owner, state_owner
from klartecken.parties.actions.registering import Changes, amend, register

__all__ = ["Changes", "amend", "end_owner", "install_issues", "register", "state_owner"]
