"""The interactive documentation: Swagger UI, served from this site, and how it describes keys."""

from typing import Any

from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from django.utils.decorators import method_decorator
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.views import SpectacularSwaggerSplitView

from claims.api.keys import KeyAuthentication


# Swagger UI sets style attributes as it draws. Its scripts come from files of ours, as the site's policy wants.
@method_decorator(csp_update({"style-src": [UNSAFE_INLINE]}), name="dispatch")
class DocsView(SpectacularSwaggerSplitView):
    """Swagger UI with its script in a file of its own, so that no script stands in the page."""

    url_name = "api:schema"
    throttle_classes = ()


class KeyScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # drf-spectacular's registry
    """How the schema describes it."""

    target_class = KeyAuthentication
    name = "key"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        return {
            "type": "http",
            "scheme": "bearer",
            "bearerFormat": "cck_…",
            "description": (
                "A key made at the desk, with one or more of the scopes `read`, `submit` and `desk`. It can do no more"
                " than the roles of its account. Reading what is public needs none. Keys in addresses are refused."
            ),
        }
