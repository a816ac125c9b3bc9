"""How forms are written: every field with its label, its hint and its error tied together."""

from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    """Writes forms by Klartecken's own field template."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
