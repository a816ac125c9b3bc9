"""List the firm's people, or invite one."""

import argparse
import json

from klartecken.cli import house

ROLES = ("ceo", "deputy", "board_chair", "policy_owner", "conflict_resolver", "survey_owner", "administrator")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing, or `invite` with an address and a name."""
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=show)
    verbs = parser.add_subparsers(title="verbs", metavar="VERB")
    inviting = verbs.add_parser("invite", help="invite somebody and print the link")
    inviting.add_argument("email")
    inviting.add_argument("name")
    inviting.add_argument("--role", action="append", default=[], choices=ROLES, help="may be given several times")
    inviting.set_defaults(run=invite)


def show(chosen: argparse.Namespace) -> int:
    """Print who works here: address, name and today's roles."""
    house.open_firm()
    rows = [{"email": email, "name": name, "roles": roles} for email, name, roles in _people()]
    if chosen.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    width = max((len(str(row["email"])) for row in rows), default=0)
    for row in rows:
        print(f"{row['email']:{width}}  {row['name']}  {', '.join(row['roles']) or '-'}")
    return 0


def invite(chosen: argparse.Namespace) -> int:
    """Invite somebody, and print the link that opens the account."""
    house.open_firm()
    from django.utils import timezone

    from klartecken.people import actions
    from klartecken.people.models import Role

    roles = [Role(role) for role in chosen.role]
    _, token = actions.invite(email=chosen.email, name=chosen.name, roles=roles, by=None, now=timezone.now())
    print("Send this link to the person; it works once, for 14 days:")
    print(house.invitation_link(token))
    return 0


def _people() -> list[tuple[str, str, list[str]]]:
    from django.utils.timezone import localdate

    from klartecken.people import queries
    from klartecken.people.models import Person, RoleHolding

    held: dict[object, list[str]] = {}
    for person_id, role in RoleHolding.objects.filter(queries.standing(localdate())).values_list("person_id", "role"):
        held.setdefault(person_id, []).append(role)
    people = Person.objects.filter(is_active=True).order_by("name")
    return [(person.email, person.name, sorted(held.get(person.pk, []))) for person in people]
