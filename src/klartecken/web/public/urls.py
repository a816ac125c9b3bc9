"""The addresses of the public pages."""

from django.urls import path

from klartecken.web.public import views

urlpatterns = [
    path("public/", views.assignments, name="public_list"),
    path("public/assignments.json", views.as_json, name="public_json"),
    path("public/assignments.csv", views.as_csv, name="public_csv"),
    path("public/assignments.atom", views.as_atom, name="public_atom"),
    path("public/assignments/<str:address>", views.entry, name="public_entry"),
    path("public/embed", views.embed, name="public_embed"),
    path("public/policy", views.policy, name="public_policy"),
]
