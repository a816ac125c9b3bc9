"""The firm's own undertaking: dated versions that never restrict whistleblowing."""

from datetime import date, datetime

import pytest

from klartecken.people import actions, errors, queries
from klartecken.people.models import Person

SV = "Jag lovar. Det hindrar mig aldrig från att slå larm enligt lagen (2021:890)."
EN = "I promise. It never prevents me from reporting under the act (2021:890)."


def test_a_new_version_is_signed_from_its_day_and_earlier_signatures_stand(
    administrator: Person, ebba: Person, newcomer: Person, now: datetime
) -> None:
    actions.install_undertaking_text(in_force_from=date(2025, 1, 1))
    actions.publish_undertaking_text(text_sv=SV, text_en=EN, in_force_from=date(2026, 12, 1), by=administrator, now=now)
    assert queries.current_undertaking_text(date(2026, 11, 30)).version == 1
    assert queries.current_undertaking_text(date(2026, 12, 1)).text_sv == SV
    assert queries.has_signed(ebba)


@pytest.mark.parametrize(("field", "text"), [("text_sv", "Jag lovar att tiga."), ("text_en", "I promise silence.")])
def test_a_text_that_does_not_keep_whistleblowing_free_is_refused(
    administrator: Person, now: datetime, field: str, text: str
) -> None:
    texts = {"text_sv": SV, "text_en": EN, field: text}
    with pytest.raises(errors.UndertakingRestrictsTooMuch) as refusal:
        actions.publish_undertaking_text(**texts, in_force_from=now.date(), by=administrator, now=now)
    assert refusal.value.field == field
    assert list(queries.undertaking_texts()) == []


def test_both_languages_are_written(administrator: Person, now: datetime) -> None:
    with pytest.raises(errors.TextIsMissing):
        actions.publish_undertaking_text(text_sv=SV, text_en=" ", in_force_from=now.date(), by=administrator, now=now)


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2026, 11, 23)])
def test_versions_come_in_order_and_not_in_the_past(administrator: Person, now: datetime, day: date) -> None:
    actions.install_undertaking_text(in_force_from=now.date())
    with pytest.raises(errors.VersionOutOfOrder):
        actions.publish_undertaking_text(text_sv=SV, text_en=EN, in_force_from=day, by=administrator, now=now)


def test_only_the_administrator_changes_the_text(ceo: Person, now: datetime) -> None:
    with pytest.raises(errors.NotTheAdministrator):
        actions.publish_undertaking_text(text_sv=SV, text_en=EN, in_force_from=now.date(), by=ceo, now=now)
