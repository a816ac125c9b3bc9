"""Who may open the pages of accounts and settings."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_required, user_passes_test
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.utils import timezone

from klartecken.people import permissions
from klartecken.people.models import Person

View = TypeVar("View", bound=Callable[..., HttpResponse])


def administrators(view: View) -> View:
    """Open a page to the administrator."""
    return _open_to(permissions.may_administer, view)


def managers(view: View) -> View:
    """Open a page to the administrator and the CEO."""
    return _open_to(permissions.may_name_a_deputy, view)


def _open_to(may: Callable[..., bool], view: View) -> View:
    def allowed(user: Any) -> bool:  # noqa: ANN401 - Django's own signature
        now: datetime = timezone.now()
        if not isinstance(user, Person) or not may(user, now=now):
            raise PermissionDenied
        return True

    return login_required(user_passes_test(allowed)(view))
