"""Writing the policy: versions, judgements and answers."""

from klartecken.policies.actions.answering import answer_finding
from klartecken.policies.actions.installing import install_default_policy
from klartecken.policies.actions.judging import evaluate
from klartecken.policies.actions.versions import activate, discard_draft, draft_version, revise_draft

__all__ = [
    "activate",
    "answer_finding",
    "discard_draft",
    "draft_version",
    "evaluate",
    "install_default_policy",
    "revise_draft",
]
