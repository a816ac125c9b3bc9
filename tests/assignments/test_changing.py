"""Drafts are saved, circulated assignments amended, and somebody else's change is never overwritten."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from klartecken.assignments import actions
from klartecken.assignments.errors import CannotBeChanged, NotADraft, NotYourAssignment, StillADraft
from klartecken.assignments.models import Assignment, Mask, TeamMember
from klartecken.circulation import actions as circulation
from klartecken.circulation.errors import MaskNotDecided
from klartecken.core.journey import State
from klartecken.core.journey.voids import Void
from klartecken.core.refusals import Invalid, Stale
from klartecken.ledger.models import Entry
from klartecken.people import actions as people
from tests.firm import LATER, MONDAY, Firm, fresh


def test_a_stale_form_changes_nothing(firm: Firm) -> None:
    draft = firm.draft()
    actions.save_draft(draft, {"summary": "Först"}, by=firm.responsible, now=MONDAY, expected_version=1)

    with pytest.raises(Stale):
        actions.save_draft(draft, {"summary": "Sist"}, by=firm.responsible, now=MONDAY, expected_version=1)

    assert (fresh(draft).summary, fresh(draft).version) == ("Först", 2)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"summary": "  "}, "summary"),
        ({"summary": "x" * 301}, "summary"),
        ({"fee_estimate": -1}, "fee_estimate"),
        ({"geography": ["Sverige"]}, "geography"),
        ({"starts_on": date(2026, 10, 2), "ends_on": date(2026, 10, 1)}, "ends_on"),
        ({"lobbying": "kanske"}, "lobbying"),
        ({"public_text": "x" * 10_000_000}, "public_text"),
        ({"state": "quoted"}, "state"),
        ({"clearance": None}, "clearance"),
    ],
)
def test_what_cannot_be_used_is_refused_whole_and_names_the_field(
    firm: Firm, changes: dict[str, object], field: str
) -> None:
    draft = firm.draft()

    with pytest.raises(Invalid) as refusal:
        actions.save_draft(draft, {"market": "Energi", **changes}, by=firm.responsible, now=MONDAY)

    assert refusal.value.field == field
    assert (fresh(draft).market, fresh(draft).version) == ("", 1)


def test_emoji_and_right_to_left_names_are_kept_as_written(firm: Firm) -> None:
    draft = firm.draft(client=firm.client("שלום ושות׳ 🌱"), summary="مرحبا 🌱")

    assert (fresh(draft).client.name, fresh(draft).summary) == ("שלום ושות׳ 🌱", "مرحبا 🌱")


def test_autosave_works_in_drafts_and_amendments_after_them(firm: Firm) -> None:
    draft, circulating = firm.draft(), firm.circulating(client=firm.client("Ett annat AB"))

    with pytest.raises(NotADraft):
        actions.save_draft(circulating, {"market": "Energi"}, by=firm.responsible, now=LATER)
    with pytest.raises(StillADraft):
        actions.amend(draft, {"market": "Energi"}, by=firm.responsible, now=LATER, reason="Nytt")


def test_saving_a_draft_is_told_to_nobody_and_not_written_in_the_ledger(firm: Firm) -> None:
    draft = firm.draft()
    before = Entry.objects.count()

    actions.save_draft(draft, {"market": "Energi"}, by=firm.responsible, now=MONDAY)

    assert Entry.objects.count() == before


def test_the_preview_says_what_the_amendment_then_voids(firm: Firm) -> None:
    assignment = firm.cleared()
    effect = actions.preview_amendment(assignment, {"summary": "Något annat"})

    amendment = actions.amend(
        assignment, {"summary": "Något annat"}, by=firm.responsible, now=LATER, reason="Uppdraget har vuxit"
    )

    assert amendment is not None
    assert amendment.voided == sorted(effect.voids) == sorted({Void.CIRCULATION, Void.CLEARANCE, Void.TEAM_WORD})
    assert fresh(assignment).state == effect.state == State.CIRCULATING


def test_an_amendment_that_voids_something_has_a_reason(firm: Firm) -> None:
    assignment = firm.cleared()

    with pytest.raises(Invalid) as refusal:
        actions.amend(assignment, {"summary": "Något annat"}, by=firm.responsible, now=LATER)

    assert (refusal.value.field, fresh(assignment).state) == ("reason", State.CLEARED)


def test_a_colleague_cannot_amend_and_a_field_outside_the_table_cannot_be_amended(firm: Firm) -> None:
    assignment = firm.circulating()

    with pytest.raises(NotYourAssignment):
        actions.amend(assignment, {"summary": "Mitt"}, by=firm.colleague, now=LATER, reason="Jag vill")
    with pytest.raises(CannotBeChanged):
        actions.preview_amendment(assignment, {"mask": "approved"})


def test_the_database_itself_refuses_a_quote_without_a_clearance(firm: Firm) -> None:
    assignment = firm.circulating()

    for state in ("cleared", "quoted", "ongoing", "suspended", "ended"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Assignment.objects.filter(pk=assignment.pk).update(state=state)


def test_a_leavers_assignments_go_to_the_colleague_who_was_named(firm: Firm) -> None:
    assignment = firm.circulating(team=[firm.colleague])

    people.leave(firm.responsible, by=firm.administrator, now=LATER, hand_over_to=firm.colleague)

    assert fresh(assignment).responsible == firm.colleague
    assert not TeamMember.objects.filter(assignment=assignment, person=firm.responsible).exists()


def test_a_mask_that_was_approved_for_one_client_is_asked_for_anew_for_another(firm: Firm) -> None:
    draft = firm.draft()
    circulation.request_mask(draft, by=firm.responsible, now=MONDAY, masked_summary="Mark", reason="Börsregler")
    circulation.approve_mask(draft, by=firm.ceo, now=MONDAY)
    assert fresh(draft).mask == Mask.APPROVED

    actions.save_draft(draft, {"client": firm.client("Ett helt annat AB")}, by=firm.responsible, now=MONDAY)

    assert fresh(draft).mask == Mask.REQUESTED
    with pytest.raises(MaskNotDecided):
        circulation.circulate(fresh(draft), by=firm.responsible, now=MONDAY)


def test_a_changed_service_suspends_ongoing_work(firm: Firm) -> None:
    assignment = firm.ongoing()

    actions.amend(assignment, {"services": ["Påverkansarbete"]}, by=firm.responsible, now=LATER, reason="Mer arbete")

    assert fresh(assignment).state == State.SUSPENDED


def test_answering_an_open_question_lets_the_round_stand(firm: Firm) -> None:
    assignment = firm.circulating(party_work="", lobbying="unsure")

    actions.answer(assignment, fact="party_work", value="none", by=firm.colleague, now=LATER)
    actions.answer(assignment, fact="lobbying", value="no", by=firm.responsible, now=LATER)

    answered = fresh(assignment)
    assert (answered.party_work, answered.lobbying, answered.state) == ("none", "no", State.CIRCULATING)
    assert [each.number for each in answered.rounds.all()] == [1]


def test_changing_an_answer_that_was_told_is_an_amendment(firm: Firm) -> None:
    assignment = firm.circulating(lobbying="no")

    with pytest.raises(NotYourAssignment):
        actions.answer(assignment, fact="lobbying", value="yes", by=firm.colleague, now=LATER)
    actions.answer(assignment, fact="lobbying", value="yes", by=firm.responsible, now=LATER)

    assert [each.number for each in fresh(assignment).rounds.filter(voided_at__isnull=True)] == [2]
