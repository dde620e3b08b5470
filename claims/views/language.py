"""The language of a page: that of its address, and nothing else."""

from django.http import HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


class LanguageMiddleware(LocaleMiddleware):
    """Django's own, less its `Vary: Accept-Language`: as no answer here depends on what a browser asks for, the header
    would only make a proxy keep each page many times over."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Say in which language the page is."""
        response.headers.setdefault("Content-Language", translation.get_language() or "")
        return response
