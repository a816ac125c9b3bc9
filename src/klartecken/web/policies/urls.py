"""Addresses of the policy."""

from django.urls import URLPattern, URLResolver, include, path

from klartecken.web.policies.views import drafting, reading

_VERSIONS: list[URLPattern | URLResolver] = [
    path("", reading.versions, name="versions"),
    path("/new", drafting.begin, name="begin"),
    path("/<uuid:version_id>", reading.version, name="version"),
    path("/<uuid:version_id>/edit", drafting.edit, name="edit"),
    path("/<uuid:version_id>/what-if", drafting.what_if, name="what_if"),
    path("/<uuid:version_id>/activate", drafting.activate, name="activate"),
    path("/<uuid:version_id>/discard", drafting.discard, name="discard"),
]
urlpatterns = [
    path("policy", reading.policy, name="policy"),
    path("policy/linked/<slug:kind>", reading.linked, name="linked_policy"),
    path("policy/versions", include((_VERSIONS, "policies"))),
]
