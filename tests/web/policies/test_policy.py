"""The policy as a document, its versions, and the policy owner's desk."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from klartecken.policies import queries
from klartecken.policies.models import PolicyVersion
from klartecken.web.policies.plain_text import paragraphs
from tests.firm import Firm
from tests.web.policies.conftest import browser_of


def begun(owner: Client) -> PolicyVersion:
    """Begin a draft on the page."""
    owner.post(reverse("policies:begin"))
    return queries.drafts().get()


def written(draft: PolicyVersion, rulebook: str) -> dict[str, str]:
    return {"title": "Strängare", "why": "Vi vill väga mer.", "public_summary": "", "rulebook": rulebook}


def test_every_colleague_reads_the_policy_clause_by_clause(firm: Firm) -> None:
    page = browser_of(firm.newcomer).get(reverse("policy")).content.decode()

    assert "Intressekonflikter" in page
    assert 'id="gambling"' in page
    assert "Vi arbetar knappast för bolag som lever på spel om pengar." in page
    assert "spel- och vadhållning" in page


def test_the_policy_is_whole_in_english(firm: Firm) -> None:
    browser = browser_of(firm.newcomer)
    browser.post(reverse("choose_language"), {"language": "en"})
    type(firm.newcomer).objects.filter(pk=firm.newcomer.pk).update(language="en")

    page = browser.get(reverse("policy")).content.decode()

    assert "Conflicts of interest" in page
    assert "We hardly work for companies that live on gambling." in page


def test_a_linked_policy_is_shown_by_either_of_its_names(firm: Firm) -> None:
    browser = browser_of(firm.newcomer)

    pages = [browser.get(reverse("linked_policy", args=[kind])) for kind in ("political-assignments", "political")]

    assert [page.status_code for page in pages] == [200, 200]
    assert "<h1>Politiska uppdrag</h1>" in pages[0].content.decode()
    assert browser.get(reverse("linked_policy", args=["none"])).status_code == 404


def test_a_draft_goes_from_a_mistake_to_in_force(firm: Firm, owner: Client) -> None:
    draft = begun(owner)
    edit = reverse("policies:edit", args=[draft.pk])

    owner.post(edit, written(draft, draft.rulebook.replace("open_hits == 0", "open_hitz == 0")))
    page = owner.get(edit).content.decode()
    assert "Uppgiften ”open_hitz” finns inte." in page
    assert "Menade du open_hits?" in page
    assert "Fastställ versionen" not in page

    owner.post(edit, written(draft, draft.rulebook.replace("value: 0.25", "value: 0.10")))
    page = owner.get(edit).content.decode()
    assert "Fastställ versionen" in page
    assert "25 %" in page
    assert "10 %" in page

    tomorrow = timezone.localdate() + timedelta(days=1)
    owner.post(reverse("policies:activate", args=[draft.pk]), {"in_force_from": tomorrow.isoformat()})
    assert queries.in_force(tomorrow).number == 2
    shown = owner.get(reverse("policies:version", args=[draft.pk])).content.decode()
    assert "Vi vill väga mer." in shown


def test_what_if_shows_the_cases_that_would_differ(firm: Firm, owner: Client) -> None:
    brewery = firm.circulating(client=firm.client("Humlegården AB", sectors=(("SNI2007", "11.050"),)))
    firm.circulating(client=firm.client("Blåbärsskogen AB", sectors=(("SNI2007", "62.010"),)))
    draft = begun(owner)
    milder = draft.rulebook.replace("      SNI2007:11.05: {sv: framställning av öl, en: brewing of beer}\n", "")
    owner.post(reverse("policies:edit", args=[draft.pk]), written(draft, milder))

    page = owner.get(reverse("policies:what_if", args=[draft.pk])).content.decode()

    assert "2 ärenden" in page
    assert reverse("assignments:show", args=[brewery.pk]) in page
    assert "Försvinner" in page
    assert "Blåbärsskogen" not in page


def test_nobody_but_the_policy_owner_has_the_desk(firm: Firm, owner: Client) -> None:
    draft = begun(owner)
    colleague = browser_of(firm.colleague)

    assert colleague.get(reverse("policies:versions")).status_code == 200
    assert "Utkast" not in colleague.get(reverse("policies:versions")).content.decode()
    for name in ("edit", "what_if"):
        assert colleague.get(reverse(f"policies:{name}", args=[draft.pk])).status_code == 404
    for name in ("activate", "discard"):
        assert colleague.post(reverse(f"policies:{name}", args=[draft.pk])).status_code == 404
    assert colleague.post(reverse("policies:begin")).status_code == 404


def test_a_linked_text_cannot_carry_markup_of_its_own() -> None:
    parts = paragraphs("# Rubrik\n\n<script>x</script> och **fet**\n\n- ett\n- två\n  rader\n\n1. första\n2. andra")

    assert [(part.kind, list(part.lines)) for part in parts] == [
        ("h1", ["Rubrik"]),
        ("p", ["&lt;script&gt;x&lt;/script&gt; och <strong>fet</strong>"]),
        ("ul", ["ett", "två rader"]),
        ("ol", ["första", "andra"]),
    ]
