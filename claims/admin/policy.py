"""The Content-Security-Policy of the admin, which is laxer than the public site's and must not leak into it.

unfold's Alpine build evaluates expressions, and unfold, htmx and select2 set inline styles. Keyed on the path, because
the login page and the admin's error pages need it too and come from views that no decorator of ours reaches.
"""

from functools import cache
from typing import TYPE_CHECKING

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.urls import reverse

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseBase


class AdminPolicyMiddleware(CSPMiddleware):
    """django-csp's middleware, with ADMIN_CONTENT_SECURITY_POLICY in place of the same directives under the admin."""

    def get_policy_parts(
        self, request: "HttpRequest", response: "HttpResponseBase", report_only: bool = False
    ) -> PolicyParts:
        """The parts that django-csp builds the header from."""
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and request.path.startswith(_desk()):
            parts.replace = {**settings.ADMIN_CONTENT_SECURITY_POLICY, **(parts.replace or {})}
        return parts


@cache
def _desk() -> str:
    return reverse("admin:index")
