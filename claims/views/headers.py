"""What a browser may do on our pages besides showing them: nothing that reads the reader's surroundings."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Format: https://www.w3.org/TR/permissions-policy/. Passkeys are left to the desk's own pages.
REFUSED = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "geolocation",
    "gyroscope", "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "screen-wake-lock", "usb",
    "xr-spatial-tracking",
)  # fmt: skip
POLICY = ", ".join(f"{feature}=()" for feature in REFUSED)


class PermissionsPolicyMiddleware:
    """Says so with every answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", POLICY)
        return response
