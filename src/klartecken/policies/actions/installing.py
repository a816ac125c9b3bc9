"""The policy that a new firm starts from: the default rulebook and the texts that it links to."""

from datetime import date, datetime
from importlib import resources

from django.utils.timezone import localdate

from klartecken.core.policy import default_rulebook, load_rulebook
from klartecken.ledger.actions import step
from klartecken.policies import queries
from klartecken.policies.actions.versions import activate, draft_version
from klartecken.policies.models import LinkedPolicy, PolicyVersion

SUMMARY = (
    "Vi tar bara uppdrag som vi själva sympatiserar med. Policyn gäller intressekonflikter, branscher, ägande, "
    "partipolitiskt oberoende och öppenhet om för vem vi arbetar."
)


def install_default_policy(*, now: datetime) -> PolicyVersion:
    """Put the default rulebook in force, unless the firm has a policy; and its linked texts where they are missing."""
    with step():
        install_linked_policies(in_force_from=localdate(now))
        standing = queries.activated().last()
        if standing:
            return standing
        text = default_rulebook()
        rulebook = load_rulebook(text, "policy-1")
        version = draft_version(
            rulebook=text, title=rulebook.title.sv, why=rulebook.why.sv, public_summary=SUMMARY, by=None, now=now
        )
        return activate(version, in_force_from=localdate(now), by=None, now=now)


def install_linked_policies(*, in_force_from: date) -> None:
    """Install our starting texts for the linked policies that the firm has none of."""
    for kind in LinkedPolicy.Kind.values:
        if not LinkedPolicy.objects.filter(kind=kind).exists():
            LinkedPolicy.objects.create(
                kind=kind,
                in_force_from=in_force_from,
                text_sv=_starting_text(kind, "sv"),
                text_en=_starting_text(kind, "en"),
            )


def _starting_text(kind: str, language: str) -> str:
    file = resources.files("klartecken.policies") / "starting_texts" / f"{kind}.{language}.md"
    return file.read_text(encoding="utf-8")
