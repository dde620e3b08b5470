"""The addresses of the API.

Compatibility. Within /api/v1/ nothing that a program may rely on is taken away or given another meaning: addresses,
parameters, fields, their types, words of closed lists, the order of lists. What may come at any time: new resources,
optional parameters, fields, words in a closed list, and examples; a program passes over what it does not know. A
change that breaks this comes as /api/v2/, and /api/v1/ then stays for at least a year, with a Deprecation header (RFC
9745). Not part of the promise: sentences in `detail` and `errors`, the inside of a cursor, cursors older than a day.
"""

from typing import Any

from django.urls import URLPattern, URLResolver, include, path, re_path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import DefaultRouter

from articles.api.reading import Within
from articles.api.views import ArticleViewSet
from claims.api import views, within
from claims.api.check import CheckView
from claims.api.desk import DeskClaims, DeskContradictions, DeskEvidence, DeskMerges
from claims.api.docs import DocsView
from claims.api.errors import NothingHereView
from claims.api.gone import GoneViewSet
from claims.api.root import RootView
from claims.api.submissions import Submissions, SubmittedEvidence
from claims.api.verdict_desk import DeskVerdicts

app_name = "api"

router = DefaultRouter()
router.APIRootView = RootView
router.include_format_suffixes = False
router.register("publishers", views.PublisherViewSet, basename="publisher")
router.register("articles", ArticleViewSet, basename="article")
router.register("sources", views.SourceViewSet, basename="source")
router.register("claims", views.ClaimViewSet, basename="claim")
router.register("events", views.EventViewSet, basename="event")
router.register("contradictions", views.ContradictionViewSet, basename="contradiction")
router.register("evidence", views.EvidenceViewSet, basename="evidence")
router.register("verdicts", views.VerdictViewSet, basename="verdict")
router.register("topics", views.TopicViewSet, basename="topic")
router.register("rating-scales", views.RatingScaleViewSet, basename="rating-scale")

ID = "(?P<id>[0-9]{1,18})"
WITHIN: dict[str, tuple[str, type[Within[Any]]]] = {
    "claim-appearances": (f"claims/{ID}/appearances", within.AppearancesOfClaim),
    "event-measurements": (f"events/{ID}/measurements", within.MeasurementsOfEvent),
    "contradiction-appearances": (f"contradictions/{ID}/appearances", within.VoicesOfContradiction),
    "rating-scale-ratings": (f"rating-scales/{ID}/ratings", within.RatingsOfScale),
}
"""By name: the rows that belong to one record, as many as there are."""

desk = DefaultRouter()
desk.include_format_suffixes = desk.include_root_view = False
desk.register("claims", DeskClaims, basename="desk-claim")
desk.register("contradictions", DeskContradictions, basename="desk-contradiction")
desk.register("evidence", DeskEvidence, basename="desk-evidence")
desk.register("merges", DeskMerges, basename="desk-merge")
desk.register("verdicts", DeskVerdicts, basename="desk-verdict")

submitted = DefaultRouter()
submitted.include_format_suffixes = submitted.include_root_view = False
submitted.register("", Submissions, basename="submission")

urlpatterns: list[URLPattern | URLResolver] = [
    path("v1/check", CheckView.as_view(), name="check"),
    path("v1/check/", CheckView.as_view(schema=None)),
    path("v1/", include(router.urls)),
    path("v1/gone/", GoneViewSet.as_view({"get": "list"}), name="gone"),
    *(re_path(f"^v1/{place}/$", view.as_view({"get": "list"}), name=name) for name, (place, view) in WITHIN.items()),
    path("v1/desk/", include(desk.urls)),
    path("v1/submissions/evidence/", SubmittedEvidence.as_view({"post": "create"}), name="submitted-evidence"),
    path("v1/submissions/", include(submitted.urls)),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", DocsView.as_view(), name="docs"),
    re_path(r"^(?:[\s\S]*/)?$", NothingHereView.as_view(), name="nothing"),
]
