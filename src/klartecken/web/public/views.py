"""The public list, its entries and feeds. Everything shown here comes from `publication` alone."""

from collections.abc import Callable, Sequence

from csp.decorators import csp_replace
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import condition, require_safe

from klartecken.core.refusals import NotFound
from klartecken.publication import feeds, pages, queries
from klartecken.publication.queries import ONGOING, Filters
from klartecken.publication.showing import Shown, all_shown, shown
from klartecken.publication.site import Site
from klartecken.web.public.caching import entry_tag, list_changed_at, list_tag
from klartecken.web.public.filters import filters_of
from klartecken.web.public.site import web_site

PER_PAGE = 25
MOST_EMBEDDED = 100

Writer = Callable[[Sequence[Shown], Site], str]

ask_again = cache_control(no_cache=True)
for_a_while = cache_control(public=True, max_age=300)


@require_safe
@ask_again
@condition(etag_func=list_tag, last_modified_func=list_changed_at)
def assignments(request: HttpRequest) -> HttpResponse:
    """The list, with its filters."""
    filters = filters_of(request.GET)
    page = Paginator(queries.entries_with_changes(filters), PER_PAGE).get_page(request.GET.get("sida"))
    filled = pages.list_page(all_shown(page), web_site()) | {
        "page": page,
        "total": page.paginator.count,
        "filters": filters,
        "issues": queries.issues(),
        "years": queries.years(),
        "here": "list",
    }
    return render(request, pages.LIST, filled)


@require_safe
@ask_again
@condition(etag_func=entry_tag)
def entry(request: HttpRequest, address: str) -> HttpResponse:
    """One entry, at its permanent address."""
    try:
        found = queries.entry(address)
    except NotFound:
        raise Http404 from None
    return render(request, pages.ENTRY, pages.entry_page(shown(found, with_consultants=True), web_site()))


@require_safe
@ask_again
def policy(request: HttpRequest) -> HttpResponse:
    """The policy in force, and what has changed in it."""
    return render(request, pages.POLICY, pages.policy_page(web_site()) | {"here": "policy"})


@require_safe
@for_a_while
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@condition(etag_func=list_tag, last_modified_func=list_changed_at)
def embed(request: HttpRequest) -> HttpResponse:
    """What is going on, for showing inside the firm's own website; the one page that may be framed."""
    ongoing = queries.entries_with_changes(Filters(standing=ONGOING))[:MOST_EMBEDDED]
    return render(request, pages.EMBED, pages.list_page(all_shown(ongoing), web_site()))


def _feed(
    write: Callable[[Sequence[Shown], Site], str], content_type: str, file_name: str
) -> Callable[..., HttpResponse]:
    @require_safe
    @for_a_while
    @condition(etag_func=list_tag, last_modified_func=list_changed_at)
    def feed(_request: HttpRequest) -> HttpResponse:
        text = write(all_shown(queries.entries_with_changes()), web_site())
        response = HttpResponse(text, content_type=f"{content_type}; charset=utf-8")
        response["Content-Disposition"] = f'inline; filename="{file_name}"'
        response["Access-Control-Allow-Origin"] = "*"  # anybody's page may read what anybody may read
        return response

    return feed


as_json = _feed(feeds.as_json, "application/json", "assignments.json")
as_csv = _feed(feeds.as_csv, "text/csv", "assignments.csv")
as_atom = _feed(feeds.as_atom, "application/atom+xml", "assignments.atom")
