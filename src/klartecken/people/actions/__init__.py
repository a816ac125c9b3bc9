"""What people and the administrator do: one transaction each, in the ledger where the firm answers for it.

What is a person's own business (areas of engagement, language, being away) writes no entry.
"""

from klartecken.people.actions.account import change_account
from klartecken.people.actions.founding import change_firm, found_firm, install_undertaking_text
from klartecken.people.actions.inviting import accept_invitation, invite, invite_by_mail
from klartecken.people.actions.leaving import leave
from klartecken.people.actions.own_page import add_area, remove_area, set_away, set_language, show_areas
from klartecken.people.actions.roles import give_role, name_deputy, take_role
from klartecken.people.actions.tokens import issue_token, revoke_token
from klartecken.people.actions.undertakings import (
    PaperResult,
    register_paper_undertakings,
    review_paper_undertakings,
    sign_undertaking,
)
from klartecken.people.actions.wording import publish_undertaking_text

__all__ = [
    "PaperResult",
    "accept_invitation",
    "add_area",
    "change_account",
    "change_firm",
    "found_firm",
    "give_role",
    "install_undertaking_text",
    "invite",
    "invite_by_mail",
    "issue_token",
    "leave",
    "name_deputy",
    "publish_undertaking_text",
    "register_paper_undertakings",
    "remove_area",
    "review_paper_undertakings",
    "revoke_token",
    "set_away",
    "set_language",
    "show_areas",
    "sign_undertaking",
    "take_role",
]
