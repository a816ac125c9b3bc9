"""Doing what a form asks, and putting a refusal beside the field it is about."""

from collections.abc import Callable

from django.forms import Form

from klartecken.core.refusals import Invalid, Refused
from klartecken.web.visitor import sentences


def attempt(form: Form, act: Callable[[], object]) -> bool:
    """Do it if the form can be read; False when something is to be mended, and the form says what."""
    if not form.is_valid():
        return False
    try:
        act()
    except Refused as refusal:
        field = refusal.field if isinstance(refusal, Invalid) and refusal.field in form.fields else None
        for sentence in sentences(refusal):
            form.add_error(field, sentence)
        return False
    return True
