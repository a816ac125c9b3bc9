"""One digest a day at most, on business days, name-free, and only if there is something."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.core import mail
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks

from klartecken.notices import actions
from klartecken.notices.models import Notice, Preference
from klartecken.notices.tasks import deliver_notices

pytestmark = pytest.mark.django_db
NAME = "Nordvind Bioenergi"


def hold(recipient: UUID, kind: str, now: datetime, *, language: str = "sv") -> Notice:
    return actions.enqueue(
        recipient=recipient,
        address="ebba@firma.example",
        kind=kind,
        subject=f"Om {NAME}",
        body=f"{NAME} har ägare i Kina",
        now=now,
        language=language,
    )


def sent(now: datetime) -> list[mail.EmailMessage]:
    actions.send_digests(now)
    actions.deliver_due(now)
    return mail.outbox


def test_what_is_held_is_counted_in_one_letter_without_names(ebba: UUID, now: datetime) -> None:
    # There is a name to show: the same notice, asked for one by one, carries it.
    actions.prefer(UUID(int=7), Preference.Rhythm.AT_ONCE)
    assert NAME in hold(UUID(int=7), "viewpoint", now).body
    Notice.objects.all().delete()

    for kind in ("viewpoint", "decision", "viewpoint"):
        assert hold(ebba, kind, now).body == ""
    [letter] = sent(now)
    assert letter.subject == "Dagens sammanfattning från Klartecken"
    assert str(letter.body).splitlines()[:4] == [
        "Det här har hänt sedan sist:",
        "",
        "– Ett beslut väntar på dig",
        "– 2 nya synpunkter på uppdrag som du ansvarar för",
    ]
    assert NAME not in str(letter.message())
    assert str(letter.body).count("http") == 1


def test_nothing_held_means_no_letter(now: datetime) -> None:
    assert (actions.send_digests(now), Notice.objects.count()) == (0, 0)


def test_there_is_one_digest_a_day(ebba: UUID, now: datetime) -> None:
    hold(ebba, "decision", now)
    assert len(sent(now)) == 1
    hold(ebba, "viewpoint", now)
    assert len(sent(now + timedelta(hours=3))) == 1
    assert len(sent(now + timedelta(days=1))) == 2


@pytest.mark.parametrize(
    "moment",
    [
        datetime.fromisoformat("2026-11-23T07:29:00+01:00"),  # early
        datetime.fromisoformat("2026-11-22T10:00:00+01:00"),  # a Sunday
        datetime.fromisoformat("2026-12-24T10:00:00+01:00"),  # Christmas Eve
    ],
)
def test_digests_keep_office_hours(ebba: UUID, moment: datetime) -> None:
    hold(ebba, "decision", moment)
    assert actions.send_digests(moment) == 0


def test_somebody_away_gets_none_until_they_are_back(ebba: UUID, now: datetime) -> None:
    actions.be_quiet(ebba, until=date(2026, 11, 23))
    hold(ebba, "decision", now)
    assert sent(now) == []
    assert len(sent(now + timedelta(days=1))) == 1


def test_the_letter_is_in_the_recipients_language(ebba: UUID, now: datetime) -> None:
    hold(ebba, "decision", now, language="en")
    actions.send_digests(now)
    assert Notice.objects.get(kind="digest").language == "en"


def test_who_asked_for_each_by_itself_is_told_at_once(ebba: UUID, now: datetime) -> None:
    actions.prefer(ebba, Preference.Rhythm.AT_ONCE)
    assert hold(ebba, "decision", now).status == Notice.Status.WAITING


def test_the_worker_is_asked_once_and_with_no_content(
    ebba: UUID, now: datetime, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    actions.prefer(ebba, Preference.Rhythm.AT_ONCE)
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(3):
            hold(ebba, "decision", now)
    [task] = DBTaskResult.objects.all()
    assert (task.task_path, task.args_kwargs) == (deliver_notices.module_path, {"args": [], "kwargs": {}})


def test_a_leaver_is_forgotten(ebba: UUID, now: datetime) -> None:
    hold(ebba, "decision", now)
    actions.prefer(ebba, Preference.Rhythm.DIGEST)
    actions.forget(ebba)
    assert (Notice.objects.count(), Preference.objects.count()) == (0, 0)
