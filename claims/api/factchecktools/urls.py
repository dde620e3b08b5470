"""The addresses of Google's Fact Check Tools, as its clients ask for them: without a slash at the end."""

from django.urls import path, re_path

from claims.api.factchecktools.base import NoSuchMethodView
from claims.api.factchecktools.pages import PagesView, PageView
from claims.api.factchecktools.search import ClaimSearchView, ImageSearchView

app_name = "factchecktools"

urlpatterns = [
    path("claims:search", ClaimSearchView.as_view(), name="claims-search"),
    path("claims:imageSearch", ImageSearchView.as_view(), name="claims-image-search"),
    path("pages", PagesView.as_view(), name="pages"),
    path("pages/<str:page_id>", PageView.as_view(), name="page"),
    re_path("", NoSuchMethodView.as_view(), name="nothing"),
]
