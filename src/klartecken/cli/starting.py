"""What a new firm starts with: the undertaking, the list of issues, and a policy that it goes on to edit."""

from datetime import datetime

from klartecken.parties import actions as parties
from klartecken.people import actions as people
from klartecken.policies import actions as policies


def install_starting_texts(*, now: datetime) -> None:
    """Install whatever is missing of the starting texts; what the firm has is left alone."""
    people.install_undertaking_text(in_force_from=now.date())
    parties.install_issues(by=None, now=now)
    policies.install_default_policy(now=now)
