"""Every address of the site."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from claims.views import about, articles, claims, contradictions, events, home

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("claims/", claims.claims, name="claims"),
    path("claims/<int:pk>-<slug:slug>/", claims.claim, name="claim"),
    path("contradictions/", contradictions.contradictions, name="contradictions"),
    path("contradictions/<int:pk>-<slug:slug>/", contradictions.contradiction, name="contradiction"),
    path("events/<int:pk>-<slug:slug>/", events.event, name="event"),
    path("articles/<int:pk>-<slug:slug>/", articles.article, name="article"),
    path("methodology/", about.methodology, name="methodology"),
    path("corrections/", about.corrections, name="corrections"),
    path("healthz", about.health, name="health"),
    path("admin/", admin.site.urls),
    path("api/", include("claims.api.urls")),
]

handler400 = about.bad_request
