"""How times, numbers and names are written on the pages, and which page one is on."""

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.http import HttpRequest
from django.template.defaultfilters import date as formatted
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

register = template.Library()

# URL name, words, icon in components/icon.html. A page that does not exist yet is left out.
NAVIGATION = (
    ("today", _later("I dag"), "today"),
    ("assignments", _later("Uppdrag"), "assignments"),
    ("prospects", _later("Drömkunder"), "prospects"),
    ("search", _later("Sök"), "search"),
    ("figures", _later("Året"), "figures"),
)
DAYS_WITH_NAMES = 6


@register.filter
def ago(value: datetime | None) -> SafeString | str:
    """A moment as people say it ("i går 09.12"), with the exact time on hover and for screen readers."""
    if value is None:
        return ""
    moment = timezone.localtime(value)
    exact = _("%(day)s kl. %(time)s") % {"day": formatted(moment, "j F Y"), "time": _clock(moment)}
    return format_html(
        '<time datetime="{}" title="{}"><span aria-hidden="true">{}</span>'
        '<span class="visually-hidden">{}</span></time>',
        moment.isoformat(timespec="minutes"),
        exact,
        _relative(moment, timezone.localtime()),
        exact,
    )


@register.filter
def moment(value: datetime | None) -> SafeString | str:
    """A moment that matters to the minute: "onsdag 25 november kl. 16.00"."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    words = _("%(day)s kl. %(time)s") % {"day": _day_words(local.date()), "time": _clock(local)}
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), words)


@register.filter
def day(value: date | datetime | None) -> SafeString | str:
    """A day: "onsdag 25 november", with the year where it is another one."""
    if value is None:
        return ""
    local = timezone.localtime(value).date() if isinstance(value, datetime) else value
    return format_html('<time datetime="{}">{}</time>', local.isoformat(), _day_words(local))


@register.filter
def short_day(value: date | datetime | None) -> SafeString | str:
    """A day in little space: "25 nov.", with the year where it is another one."""
    if value is None:
        return ""
    local = timezone.localtime(value).date() if isinstance(value, datetime) else value
    pattern = "j M" if local.year == timezone.localdate().year else "j M Y"
    return format_html('<time datetime="{}">{}</time>', local.isoformat(), formatted(local, pattern).lower())


@register.filter
def percent(value: Decimal | float | None) -> str:
    """A share of one as per cent, with the language's decimal sign: 0.125 is "12,5 %"."""
    if value is None:
        return _("okänt")
    return f"{_decimal(round(float(value) * 100, 1))}\u00a0%"


@register.filter
def initials(name: str) -> str:
    """The first letters of the first and the last name."""
    words = str(name).split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@register.simple_tag(takes_context=True)
def navigation(context: template.Context) -> list[dict[str, str | Promise | bool]]:
    """The places of the bar, with the one that this page belongs to."""
    request = context.get("request")
    path = request.path if isinstance(request, HttpRequest) else ""
    found = [(name, words, icon, address) for name, words, icon in NAVIGATION if (address := _address(name))]
    return [
        {"name": name, "words": words, "icon": icon, "address": address, "current": _is_in(path, address)}
        for name, words, icon, address in found
    ]


@register.simple_tag(takes_context=True)
def page_address(context: template.Context, number: int, name: str = "sida") -> str:
    """This page's address with another page number."""
    query = context["request"].GET.copy()
    query[name] = str(number)
    return f"?{query.urlencode()}"


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _is_in(path: str, address: str) -> bool:
    return path == address if address == "/" else path.startswith(address)


def _clock(local: datetime) -> str:
    return formatted(local, "H.i" if get_language() == "sv" else "H:i")


def _relative(moment: datetime, now: datetime) -> str:
    days = (now.date() - moment.date()).days
    near = {1: _("i går"), 0: _("i dag"), -1: _("i morgon")}
    if days in near:
        return f"{near[days]} {_clock(moment)}"
    if abs(days) <= DAYS_WITH_NAMES:
        return (
            f"{formatted(moment, 'l').lower() if get_language() == 'sv' else formatted(moment, 'l')} {_clock(moment)}"
        )
    return formatted(moment, "j F" if moment.year == now.year else "j F Y")


def _day_words(local: date) -> str:
    pattern = "l j F" if local.year == timezone.localdate().year else "l j F Y"
    words = formatted(local, pattern)
    return words.lower() if get_language() == "sv" else words


def _decimal(value: float) -> str:
    text = f"{value:g}"
    return text.replace(".", ",") if get_language() == "sv" else text
