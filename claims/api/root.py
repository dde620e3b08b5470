"""The list of what there is, at the root of the API."""

from typing import Any

from rest_framework.request import Request
from rest_framework.routers import APIRootView

from articles.api.reading import ByAcceptHeader, refuse_unknown


class RootView(APIRootView):
    """The resources and where they are."""

    content_negotiation_class = ByAcceptHeader

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        refuse_unknown(request, known=())
