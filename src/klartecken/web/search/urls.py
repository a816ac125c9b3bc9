"""The address of the search."""

from django.urls import path

from klartecken.web.search import views

urlpatterns = [path("search", views.search, name="search")]
