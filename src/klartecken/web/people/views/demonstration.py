"""Signing in as a role with one press: only in the demonstration, and only at the machine itself."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from klartecken.people.models import Person
from klartecken.web.people.demonstration import is_offered


@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the demonstration's people."""
    if not is_offered(request):
        raise Http404
    person = get_object_or_404(Person, email=request.POST.get("email", ""), is_active=True)
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(settings.LOGIN_REDIRECT_URL)
