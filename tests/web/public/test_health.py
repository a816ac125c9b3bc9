import uuid

from django.test import Client
from django.utils import timezone

from klartecken.agenda.health import beat


def test_healthz_answers_in_json_without_names(client: Client, db: None) -> None:
    beat(uuid.uuid4(), started_at=timezone.now(), now=timezone.now())

    response = client.get("/healthz")

    assert response.status_code == 200
    assert response.json() == {"database": "ok", "worker": "ok", "registers": "none"}
    assert "no-store" in response.headers["Cache-Control"]
