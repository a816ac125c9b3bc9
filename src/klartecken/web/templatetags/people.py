"""Roles as people say them, and the demonstration's sign-in."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from klartecken.people.models import Role, RoleHolding
from klartecken.web.people.demonstration import is_offered, parts
from klartecken.web.people.words import ROLES
from klartecken.web.templatetags.klartecken import short_day

register = template.Library()


@register.simple_tag
def role_tag(holding: RoleHolding) -> SafeString:
    """A role, with its first day where that is to come and its last where it has one."""
    words = [format_html("{}", ROLES[Role(holding.role)])]
    if holding.from_date > timezone.localdate():
        words.append(format_html(_("från {}"), short_day(holding.from_date)))
    if holding.until_date:
        words.append(format_html(_("till {}"), short_day(holding.until_date)))
    return format_html('<span class="tag plain">{}</span>', format_html_join(" ", "{}", ((word,) for word in words)))


@register.inclusion_tag("people/demonstration.html", takes_context=True)
def demonstration_sign_in(context: template.Context) -> dict[str, Any]:
    """One-click sign-in, where it is offered; elsewhere nothing."""
    request = context.get("request")
    offered = isinstance(request, HttpRequest) and is_offered(request)
    return {"parts": parts() if offered else [], "csrf_token": context.get("csrf_token")}
