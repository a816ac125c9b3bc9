"""The public site's addresses on the web."""

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

from klartecken.people import queries as people
from klartecken.publication.site import Site


def web_site() -> Site:
    """Return the addresses of the public pages of this installation."""
    return Site(
        firm_name=people.firm().name,
        home=reverse("public_list"),
        policy=reverse("public_policy"),
        json=reverse("public_json"),
        csv=reverse("public_csv"),
        atom=reverse("public_atom"),
        embed=reverse("public_embed"),
        stylesheet=static("vendor/public.css"),
        icon=static("klartecken/icon.svg"),
        entry=_entry,
        permanent=lambda address: settings.BASE_URL + (_entry(address) if address else reverse("public_list")),
    )


def _entry(address: str) -> str:
    return reverse("public_entry", args=[address])
