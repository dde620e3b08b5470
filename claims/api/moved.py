"""Records that were merged into others: their old addresses lead to the new ones for good."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import OpenApiResponse
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api.fields import api_url
from articles.api.reading import ReadOnly, ReadSchema, Record


class MovedSchema(ReadSchema):
    """Adds to the reading of one record that it may have moved."""

    def get_response_serializers(self) -> Any:
        answers = super().get_response_serializers()
        view: Any = self.view
        if view.action == "retrieve":
            answers[301] = OpenApiResponse(
                None, description="It was merged into another record, which the Location header names."
            )
        return answers


class Mergeable(ReadOnly[Record]):
    """Lists and single records of a kind that editors merge."""

    schema = MovedSchema()

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The record, or where the one that it was merged into is, if that is public."""
        try:
            return super().retrieve(request, *args, **kwargs)
        except Http404:
            kept = super().get_queryset().filter(absorbed=self.kwargs["pk"]).values_list("pk", flat=True).first()
            if kept is None:
                raise
            return Response(status=301, headers={"Location": api_url(str(self.basename), kept)})
