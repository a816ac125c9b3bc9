"""Addresses of the imports."""

from django.urls import path

from klartecken.web.imports import views

urlpatterns = [
    path("import", views.upload, name="import"),
    path("import/check", views.check, name="import_check"),
    path("import/store", views.store, name="import_store"),
    path("import/cancel", views.cancel, name="import_cancel"),
]
