"""Pages for requests that cannot be answered: what makes no sense, what is not there, and what is there no more."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import never_cache

from claims.views import report
from claims.views.gone import gone_at


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what was wrong with the address. Only our own sentences are shown: others may tell what they should not."""
    reason = str(exception) if type(exception) is BadRequest else ""
    return render(request, "400.html", {"reason": reason}, status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django gives it
    """There is no such page, or there is none any more. It may be there again, so no cache keeps this unasked."""
    if gone := gone_at(request.resolver_match):
        response = render(request, "410.html", {"gone": gone}, status=410)
    else:
        response = render(request, "404.html", status=404)
    patch_cache_control(response, no_cache=True)
    return response


@never_cache
def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - as above
    """A form came without the mark that we put into it. `reason` is for programmers and is not shown. What a reader
    wrote to us is given back to be sent again."""
    if request.resolver_match and request.resolver_match.url_name == "report":
        return report.sent_without_mark(request)
    return render(request, "403_csrf.html", status=403)
