"""A person gets back what they said, and nothing that others said."""

import pytest

from klartecken.circulation import actions
from klartecken.circulation.own_record import own_record
from klartecken.core.journey import Stance
from tests.firm import MONDAY, found_firm


@pytest.mark.django_db
def test_ones_own_words_and_choices_come_back_without_the_clients_name() -> None:
    firm = found_firm()
    assignment = firm.circulating()
    actions.give_viewpoint(assignment, by=firm.colleague, now=MONDAY, stance=Stance.SUPPORT, words="En fråga jag bär")
    actions.give_viewpoint(assignment, by=firm.newcomer, now=MONDAY, stance=Stance.CONCERN, words="Andras ord")
    actions.opt_out(assignment, by=firm.colleague)
    record = own_record(firm.colleague)
    [viewpoint] = record["viewpoints"]
    assert (viewpoint["round__assignment_id"], viewpoint["words"]) == (assignment.pk, "En fråga jag bär")
    assert record["declined_to_work_on"] == [assignment.pk]
    assert len(record["informed"]) == 1
    assert "Andras ord" not in str(record)
    assert assignment.client.name not in str(record)
