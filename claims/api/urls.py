"""The addresses of the API.

Compatibility. Within /api/v1/ nothing that a program may rely on is taken away or given another meaning: addresses,
parameters, fields, their types, words of closed lists, the order of lists. What may come at any time: new resources,
optional parameters, fields, words in a closed list, and examples; a program passes over what it does not know. A
change that breaks this comes as /api/v2/, and /api/v1/ then stays for at least a year, with a Deprecation header (RFC
9745). Not part of the promise: sentences in `detail` and `errors`, the inside of a cursor, cursors older than a day.
"""

from django.urls import URLPattern, URLResolver, include, path, re_path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import DefaultRouter

from articles.api.views import ArticleViewSet
from claims.api import views
from claims.api.docs import DocsView
from claims.api.errors import NothingHereView

app_name = "api"

router = DefaultRouter()
router.include_format_suffixes = False
router.register("publishers", views.PublisherViewSet, basename="publisher")
router.register("articles", ArticleViewSet, basename="article")
router.register("sources", views.SourceViewSet, basename="source")
router.register("claims", views.ClaimViewSet, basename="claim")
router.register("events", views.EventViewSet, basename="event")
router.register("contradictions", views.ContradictionViewSet, basename="contradiction")
router.register("evidence", views.EvidenceViewSet, basename="evidence")
router.register("verdicts", views.VerdictViewSet, basename="verdict")

urlpatterns: list[URLPattern | URLResolver] = [
    path("v1/", include(router.urls)),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", DocsView.as_view(), name="docs"),
    re_path(r"^(?:.*/)?$", NothingHereView.as_view(), name="nothing"),
]
