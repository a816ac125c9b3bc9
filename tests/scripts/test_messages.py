"""Texts to translate are found without gettext's programs."""

from pathlib import Path

import messages
import pytest
from messages import Text


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ('{% translate "Skicka" %}', [Text("Skicka")]),
        ('{% trans "Svar" context "i en enkät" %}', [Text("Svar", context="i en enkät")]),
        ("{% blocktranslate %}Hej {{ name }}{% endblocktranslate %}", [Text("Hej %(name)s")]),
        (
            "{% blocktranslate count n=n %}{{ n }} dag{% plural %}{{ n }} dagar{% endblocktranslate %}",
            [Text("%(n)s dag", "%(n)s dagar")],
        ),
        ('{% include "a.html" with text=_("Villkor") %}', [Text("Villkor")]),
        ('{{ words|default:_("Visa") }}', [Text("Visa")]),
        ("<p>Inget att översätta (alls)</p>", []),
    ],
)
def test_a_templates_texts_are_found(template: str, expected: list[Text]) -> None:
    assert list(messages.texts_in_template(template)) == expected


def test_a_modules_texts_are_found() -> None:
    source = """
from django.utils.translation import gettext as _, ngettext, pgettext_lazy
a = _("En lång "
      "mening")
b = ngettext("%d dag", "%d dagar", 3)
c = pgettext_lazy("en roll", "Part")
d = str("inte den här")
"""
    assert list(messages.texts_in_python(source)) == [
        Text("En lång mening"),
        Text("%d dag", "%d dagar"),
        Text("Part", context="en roll"),
    ]


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("people/models.py", "people"),
        ("web/people/views.py", "people"),
        ("web/templates/people/show.html", "people"),
        ("web/templates/base.html", "web"),
        ("web/errors.py", "web"),
    ],
)
def test_a_room_and_its_pages_share_a_catalogue(path: str, part: str) -> None:
    assert messages.part_of(messages.PACKAGE / Path(path)) == part
