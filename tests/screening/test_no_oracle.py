"""What the one who asks sees is the same whether something hidden was hit or not; only the resolver sees more."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from klartecken.assignments import actions as assignments
from klartecken.assignments.models import Assignment
from klartecken.deciding import queries as deciding
from klartecken.policies import queries as policies
from klartecken.prospects import actions as prospects
from klartecken.screening import actions, queries
from tests.firm import MONDAY, Firm, fresh

HIDDEN_NAME = "Fyrtornets Rederi AB"
CLOCK = re.compile(r"<time .*?</time>", re.DOTALL)  # a minute may pass between the two pages
CHANGING = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|csrfmiddlewaretoken\" value=\"\w+|X-CSRFToken\": \"\w+")


def hide(firm: Firm, where: str, name: str) -> None:
    """Put a name where only some may see it."""
    if where == "garden":
        prospects.plant(owner=firm.colleague, name=name, now=MONDAY)
        return
    draft = firm.draft(client=firm.client(name, sectors=(("SNI2007", "62.010"),)))
    Assignment.objects.filter(pk=draft.pk).update(responsible=firm.colleague)
    draft.team.all().delete()
    if where == "declined":
        Assignment.objects.filter(pk=draft.pk).update(state="declined", circulated_at=MONDAY, closed_at=MONDAY)
    if where == "masked":
        Assignment.objects.filter(pk=draft.pk).update(
            state="circulating", circulated_at=MONDAY, mask="approved", masked_summary="Ett rederi"
        )


def asked(firm: Firm) -> tuple[Assignment, list[str]]:
    """Propose a client of the hidden name, screen it, and return everything that the proposer is shown."""
    assignment = firm.circulating(client=firm.client(HIDDEN_NAME))
    browser = Client()
    browser.force_login(firm.responsible)
    page = browser.get(reverse("assignments:show", args=[assignment.pk])).content.decode()
    swapped = browser.post(reverse("check:run", args=[assignment.pk]), headers={"HX-Request": "true"})
    missing = [each.code for each in deciding.missing_for_quote(fresh(assignment), now=MONDAY)]
    run = queries.current_run(assignment)
    assert run is not None
    return assignment, [
        CHANGING.sub("", CLOCK.sub("", page)),
        CHANGING.sub("", CLOCK.sub("", swapped.content.decode())),
        repr(missing),
        repr((run.searched, run.not_searched)),
        repr(queries.facts(assignment)),
        repr([(each.rule, each.sentence) for each in policies.findings(assignment.pk)]),
        repr([each.name for each in queries.hits(assignment, firm.responsible, now=MONDAY)]),
    ]


@pytest.mark.parametrize("where", ["draft", "garden", "declined", "masked"])
def test_a_hidden_hit_reads_byte_for_byte_like_none(firm: Firm, where: str) -> None:
    hide(firm, where, "Helt Andra Bolaget AB")
    unhit, nothing = asked(firm)
    assert queries.hits(unhit, firm.resolver, now=MONDAY) == []
    unhit.delete()
    hide(firm, where, HIDDEN_NAME)
    hit, something = asked(firm)

    assert "same" in {each.kind for each in queries.hits(hit, firm.resolver, now=MONDAY)}
    assert something == nothing


def test_the_clearance_waits_for_the_resolver_when_something_hidden_is_hit(firm: Firm) -> None:
    hide(firm, "draft", HIDDEN_NAME)
    assignment = firm.round_closed(client=firm.client(HIDDEN_NAME))
    missing = {each.code for each in deciding.missing_for_clearance(assignment, now=MONDAY)}
    assert "screening_goes_on" in missing

    for hit in queries.hits(assignment, firm.resolver, now=MONDAY):
        actions.resolve(hit, outcome="not_the_same", reason="Ett annat rederi.", by=firm.resolver, now=MONDAY)

    missing = {each.code for each in deciding.missing_for_clearance(assignment, now=MONDAY)}
    assert "screening_goes_on" not in missing


def test_what_the_asker_may_see_is_shown_and_what_lies_behind_a_wall_is_not(firm: Firm) -> None:
    other = firm.circulating(client=firm.client(HIDDEN_NAME))
    assignment = firm.circulating(client=firm.client(HIDDEN_NAME))
    assert [each.name for each in queries.hits(assignment, firm.colleague, now=MONDAY)] == [HIDDEN_NAME]

    assignments.wall(other, firm.colleague, reason="Skilda team", by=firm.ceo, now=MONDAY)

    assert queries.hits(assignment, firm.colleague, now=MONDAY) == []
    assert [each.name for each in queries.hits(assignment, firm.responsible, now=MONDAY)] == [HIDDEN_NAME]


def test_nobody_but_the_resolver_has_a_desk(firm: Firm) -> None:
    hide(firm, "garden", HIDDEN_NAME)
    assignment = firm.circulating(client=firm.client(HIDDEN_NAME))
    browsers = {name: Client() for name in ("resolver", "colleague", "responsible")}
    for name, browser in browsers.items():
        browser.force_login(getattr(firm, name))

    for address in (reverse("conflicts"), reverse("resolving:case", args=[assignment.pk])):
        statuses = {name: browser.get(address).status_code for name, browser in browsers.items()}
        assert statuses == {"resolver": 200, "colleague": 404, "responsible": 404}
