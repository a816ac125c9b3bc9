"""What every page has in common: the person's language, and that private pages are not kept by the browser."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

Answer = Callable[[HttpRequest], HttpResponse]


class ChosenLanguage:
    """Swedish until somebody chooses otherwise; the browser's own preference is not asked.

    A firm writes its proposals in Swedish, so a page half in one language would be the alternative.
    """

    def __init__(self, get_response: Answer) -> None:
        """Wrap the rest of the request's way."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the chosen language."""
        language = language_of(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def language_of(request: HttpRequest) -> str:
    """The language of the person's account, else of the browser's cookie, else Swedish."""
    known = dict(settings.LANGUAGES)
    asked = (getattr(request.user, "language", ""), request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""))
    return next((language for language in asked if language in known), settings.LANGUAGE_CODE)


class PrivatePages:
    """What a signed-in person saw is stored nowhere, so that the back button shows nothing after signing out."""

    def __init__(self, get_response: Answer) -> None:
        """Wrap the rest of the request's way."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and forbid storing where somebody is signed in."""
        response = self.get_response(request)
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response
