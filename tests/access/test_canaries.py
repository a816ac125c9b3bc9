"""Words planted in what is confidential turn up nowhere else: no page, feed, file, notice, log or error page."""

import logging
import re
from dataclasses import dataclass
from datetime import timedelta
from io import StringIO
from pathlib import Path
from urllib.parse import quote

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from klartecken.assignments import actions as assignments
from klartecken.assignments.models import Assignment
from klartecken.circulation import actions as circulation
from klartecken.deciding import actions as deciding
from klartecken.people import actions as people
from klartecken.people.models import Person
from klartecken.publication.folder import publish_folder
from tests.access.addresses import arguments, build_world
from tests.access.test_every_address import SIGN_IN
from tests.firm import Firm

CANARIES = {
    "draft": "Utterfjäll",
    "declined": "Gråspettsund",
    "withdrawn": "Kattugglebo",
    "masked": "Mårdvassen",
    "prospect": "Vipskärsholmen",
}


@dataclass
class Planted:
    """A firm with a canary in each confidential place."""

    firm: Firm
    cases: dict[str, Assignment]


@pytest.fixture
def planted(firm: Firm) -> Planted:
    return Planted(firm=firm, cases={**_closed(firm), **_open(firm)})


def _case(firm: Firm, word: str, *, sector: str, **fields: object) -> Assignment:
    now = timezone.now() - timedelta(days=50)
    client = firm.client(f"{word} AB", sectors=(("SNI2007", sector),), now=now)
    texts = {"summary": f"Om {word}", "public_text": f"Vi hjälper {word}.", "public_title": word, "purpose": word}
    return firm.draft(client=client, now=now, **{**texts, **fields})


def _closed(firm: Firm) -> dict[str, Assignment]:
    now = timezone.now() - timedelta(days=50)
    declined = _case(firm, CANARIES["declined"], sector="62.010")
    circulation.circulate(declined, by=firm.responsible, now=now)
    deciding.decline(declined, by=firm.responsible, now=now, reasons=f"Nej till {CANARIES['declined']}")
    withdrawn = _case(firm, CANARIES["withdrawn"], sector="85.100", lobbying="yes")
    circulation.circulate(withdrawn, by=firm.responsible, now=now)
    words = f"{CANARIES['withdrawn']} ville inte synas"
    assignments.withdraw(withdrawn, because="openness", words=words, by=firm.responsible, now=now)
    return {"declined": declined, "withdrawn": withdrawn}


def _open(firm: Firm) -> dict[str, Assignment]:
    now = timezone.now()
    masked = _case(firm, CANARIES["masked"], sector="21.200")
    masked_summary = "Ett läkemedelsbolag förändras"
    circulation.request_mask(masked, by=firm.responsible, now=now, masked_summary=masked_summary, reason="Börsregler")
    circulation.approve_mask(masked, by=firm.ceo, now=now)
    circulation.circulate(masked, by=firm.responsible, now=now)
    return {"draft": _case(firm, CANARIES["draft"], sector="32.501"), "masked": masked}


def _signed_in(person: Person) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(person, backend=SIGN_IN)
    return client


def _found(text: str) -> list[str]:
    return sorted(place for place, word in CANARIES.items() if word.casefold() in text.casefold())


def _ids(planted: Planted) -> list[str]:
    return [str(case.pk) for case in planted.cases.values()]


@pytest.mark.slow
def test_the_words_are_there_for_those_who_may_read_them(planted: Planted) -> None:
    owner = _signed_in(planted.firm.responsible)
    behind_the_mask = f"/assignments/{planted.cases['masked'].pk}"
    assert _found(owner.get(behind_the_mask).content.decode()) == []
    owner.post(f"{behind_the_mask}/name")

    pages = {place: owner.get(f"/assignments/{case.pk}") for place, case in planted.cases.items()}

    assert {
        place: (page.status_code, place in _found(page.content.decode())) for place, page in pages.items()
    } == dict.fromkeys(planted.cases, (200, True))


@pytest.mark.slow
def test_no_page_of_a_colleague_has_them(planted: Planted) -> None:
    firm = planted.firm
    world = build_world(firm)
    client = _signed_in(firm.newcomer)
    plain = [name for name, taken in arguments().items() if not taken and "api-v1" not in name]
    pages = [client.get(world.address(name)) for name in plain]
    pages += [client.get(world.address("assignments:show", of=case)) for case in planted.cases.values()]
    pages += [client.get(f"/search?q={word}") for word in ("AB", "läkemedel", "Vi hjälper")]

    assert {page.status_code for page in pages} >= {200, 404}
    assert [_found(page.content.decode()) for page in pages if _found(page.content.decode())] == []


@pytest.mark.slow
def test_nothing_public_has_them_neither_page_feed_file_nor_folder(planted: Planted, tmp_path: Path) -> None:
    visitor = Client(raise_request_exception=False)
    addresses = [f"/public/{each}" for each in ("", "assignments.json", "assignments.csv", "assignments.atom", "embed")]
    bodies = [visitor.get(address).content.decode() for address in addresses]
    publish_folder(tmp_path / "out")
    written = [file for file in (tmp_path / "out").rglob("*") if file.suffix in {".html", ".json", ".csv", ".atom"}]
    bodies += [file.read_text("utf-8") for file in written]

    assert len(bodies) > len(addresses)
    assert [body for body in bodies if _found(body) or any(each in body for each in _ids(planted))] == []


@pytest.mark.slow
def test_no_notice_outside_the_firm_no_log_and_no_error_page_has_them(planted: Planted, settings: Settings) -> None:
    firm = planted.firm
    outsider, _token = people.invite(email="ute@annan.example", name="Ute Person", by=None, now=timezone.now())
    people.sign_undertaking(outsider, now=timezone.now())
    log = StringIO()
    handler = logging.StreamHandler(log)
    logging.getLogger().addHandler(handler)
    try:
        circulation.circulate(planted.cases["draft"], by=firm.responsible, now=timezone.now())
        firm.deliver(now=timezone.now())
        owner = _signed_in(firm.responsible)
        bodies = [owner.get(f"/assignments/{planted.cases['declined'].pk}/none").content.decode()]
        bodies.append(_signed_in(firm.newcomer).get(f"/assignments/{planted.cases['declined'].pk}").content.decode())
        owner.get("/search?q=" + CANARIES["draft"])
    finally:
        logging.getLogger().removeHandler(handler)

    outside = [letter for letter in mail.outbox if letter.to == [outsider.email]]
    inside = [letter for letter in mail.outbox if letter.to == [firm.colleague.email]]
    assert any(CANARIES["draft"] in letter.subject for letter in inside)
    assert outside
    told = [*(f"{letter.subject} {letter.body}" for letter in outside), log.getvalue(), *bodies]
    assert [_found(text) for text in told if _found(text)] == []


@pytest.mark.slow
@pytest.mark.parametrize("place", ["draft", "masked", "declined", "withdrawn"])
def test_searching_for_a_hidden_name_answers_byte_for_byte_like_searching_for_nothing(
    planted: Planted, place: str
) -> None:
    client = _signed_in(planted.firm.newcomer)
    hidden, nothing = CANARIES[place], "Ingenstansberg"
    assert _found(_signed_in(planted.firm.responsible).get(f"/search?q={hidden}").content.decode()) == [place]

    answers = [client.get("/search", {"q": word}).content.decode() for word in (hidden, nothing)]

    shown, empty = (_without_echo(answer, word) for answer, word in zip(answers, (hidden, nothing), strict=True))
    assert shown == empty


def _without_echo(page: str, word: str) -> str:
    # The page repeats what was asked for, as written and as an address; and every page has a token of its own.
    return re.sub(r"csrf[^>]*>|X-CSRFToken[^}]*", "", page.replace(word, "").replace(quote(word), ""))
