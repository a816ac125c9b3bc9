"""The firm's own undertaking and the programs it tells, on their pages."""

from django.urls import reverse

from klartecken.notices.models import WebHook
from klartecken.people import queries
from klartecken.people.models import Person
from tests.web.people.conftest import SignedIn


def test_the_firms_own_text_is_saved_or_explained(signed_in: SignedIn, administrator: Person) -> None:
    client = signed_in(administrator)
    page = client.get(reverse("undertaking_text"))
    text = page.context["form"].initial
    wrong = client.post(reverse("undertaking_text"), {**text, "text_sv": "Jag tiger."})
    assert (wrong.status_code, "2021:890" in wrong.content.decode()) == (422, True)
    assert list(queries.undertaking_texts()) == []
    fine = {**text, "text_sv": "Vår text. Lagen (2021:890) går före."}
    assert client.post(reverse("undertaking_text"), fine).status_code == 302
    assert queries.undertaking_texts()[0].text_sv == "Vår text. Lagen (2021:890) går före."


def test_a_hook_is_added_shown_once_and_ended(signed_in: SignedIn, administrator: Person) -> None:
    client = signed_in(administrator)
    address = "https://intranat.firma.example/in"
    added = client.post(reverse("web_hooks"), {"address": address, "verbs": ["deciding.started"]})
    hook = WebHook.objects.get()
    assert hook.secret in added.content.decode()
    listed = client.get(reverse("web_hooks")).content.decode()
    assert (address in listed, hook.secret in listed) == (True, False)
    assert client.get(reverse("web_hook_ended", args=[hook.pk])).status_code == 405
    client.post(reverse("web_hook_ended", args=[hook.pk]))
    assert address not in client.get(reverse("web_hooks")).content.decode()


def test_a_wrong_address_is_explained(signed_in: SignedIn, administrator: Person) -> None:
    answer = signed_in(administrator).post(reverse("web_hooks"), {"address": "ftp://firma.example"})
    assert (answer.status_code, "https://" in answer.content.decode()) == (422, True)
    assert not WebHook.objects.exists()


def test_the_ceo_sees_the_settings_but_not_the_administrators_parts(
    signed_in: SignedIn, administrator: Person, ceo: Person
) -> None:
    way = f'href="{reverse("web_hooks")}"'
    pages = [signed_in(person).get(reverse("firm_settings")).content.decode() for person in (administrator, ceo)]
    assert [way in page for page in pages] == [True, False]
    assert signed_in(ceo).get(reverse("web_hooks")).status_code == 403
