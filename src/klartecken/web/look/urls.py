"""Addresses of the choices of language and colours."""

from django.urls import path

from klartecken.web.look import views

urlpatterns = [
    path("sprak/", views.choose_language, name="choose_language"),
    path("farger/", views.choose_theme, name="choose_theme"),
    path("stil/", views.styleguide, name="styleguide"),
]
