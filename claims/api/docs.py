"""The interactive documentation: Swagger UI, served from this site."""

from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from django.utils.decorators import method_decorator
from drf_spectacular.views import SpectacularSwaggerSplitView


# Swagger UI sets style attributes as it draws. Its scripts come from files of ours, as the site's policy wants.
@method_decorator(csp_update({"style-src": [UNSAFE_INLINE]}), name="dispatch")
class DocsView(SpectacularSwaggerSplitView):
    """Swagger UI with its script in a file of its own, so that no script stands in the page."""

    url_name = "api:schema"
    throttle_classes = ()
