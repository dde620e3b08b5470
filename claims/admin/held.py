"""A form that was sent after its session ended is held, not lost: the page that comes back has every word of it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponse]


class _TokenCheck(CsrfViewMiddleware):
    """Django's own check of the token, which gives its reason instead of its page."""

    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return HttpResponseForbidden(reason)


def keeps_what_was_sent(view: View) -> View:
    """`view`, a page of the admin, holding what is posted to it by nobody: the session has ended, or the token is that
    of an earlier log-in. The page says how to log in and sends the same words again.

    A form of another site is refused as ever: only what our own page has sent is held.
    """

    @csrf_exempt  # the check is made here, by the same code
    @wraps(view)
    def holding(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        refused = _TokenCheck(lambda _: HttpResponse()).process_view(request, view, args, kwargs)
        logged_in = admin.site.has_permission(request)
        if refused is None and logged_in:
            return view(request, *args, **kwargs)
        if refused is not None and not _from_ourselves(request):
            return refused
        pairs = [(name, value) for name, values in request.POST.lists() for value in values]
        context = {
            "title": "Your words are here",
            "pairs": [pair for pair in pairs if pair[0] != "csrfmiddlewaretoken"],
            "action": request.get_full_path(),
            "logged_in": logged_in,
            "login": f"{reverse('admin:login')}?{urlencode({REDIRECT_FIELD_NAME: reverse('logged_in')})}",
        }
        return render(request, "admin/claims/held.html", context, status=403)

    return holding


def logged_in(request: HttpRequest) -> HttpResponse:
    """Where a log-in from such a page leads: back to the other tab."""
    return render(request, "admin/claims/logged_in.html", {"title": "You are logged in"})


def _from_ourselves(request: HttpRequest) -> bool:
    """Browsers name the site that a form is sent from, and no page can make them name another."""
    return request.headers.get("Origin", "") == f"{request.scheme}://{request.get_host()}"
