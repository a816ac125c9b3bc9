"""The one place that joins rooms that must not know each other."""

from klartecken.ledger import events


def wire() -> None:
    """Hand the tables of reactions to the rooms that call them; done once, when Django is ready."""
    from klartecken.circulation.actions import notice_accepted  # noqa: PLC0415 - models exist only when Django is ready
    from klartecken.config.reactions import REACTIONS  # noqa: PLC0415 - as above
    from klartecken.notices import events as notice_events  # noqa: PLC0415 - as above

    events.wire(REACTIONS)
    notice_events.wire({"circulation": (notice_accepted,)})
