"""Cards that others put on their own pages, and oEmbed, by which their programs find them.

A card is a page of its own for a sandboxed iframe: no script, no cookie, nothing from elsewhere, and links that open in
a new window. Only these pages may be framed by others.
"""

from collections.abc import Callable
from typing import Any, cast
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from django.utils import translation
from django.views.decorators.clickjacking import xframe_options_exempt

from claims.comparisons import compare, with_positions
from claims.editions import address_of, is_withdrawn, shown_verdict
from claims.markup import with_articles
from claims.models import Appearance, Claim, Contradiction, Correction, Verdict
from claims.views.gone import gone_at
from claims.views.page import View, absolute, found_or_merged, only_parameters, public_page
from claims.views.sharing import PICTURE_HEIGHT, PICTURE_WIDTH, WIDTH, Shared, share_claim, share_contradiction

POLICY = {
    "default-src": [NONE],
    "style-src": [SELF],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": ["*"],
}
CACHE_AGE = 3600  # seconds for which a program may keep what it was told; the card itself is always of today


def framed_page(view: View) -> View:
    """A public page that others may frame, also where it says that there is nothing."""

    def answered(request: HttpRequest, pk: int) -> HttpResponseBase:
        only_parameters(request, ())
        try:
            return view(request, pk)
        except Http404:
            status = 410 if gone_at(request.resolver_match) else 404
            return render(request, "claims/embed/nothing.html", {"site": absolute(reverse("home"))}, status=status)

    framed: Any = csp(POLICY)(public_page(answered))
    return cast(View, xframe_options_exempt(framed))


@framed_page
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    """The finding on a claim, or that nobody has checked it."""
    found = found_or_merged(Claim.objects.public().defer("search_vector"), pk)
    if found.pk != pk:
        return HttpResponsePermanentRedirect(reverse("claim_embed", args=[found.pk]))
    verdict = _verdict(found)
    return render(
        request,
        "claims/embed/claim.html",
        {
            "address": address_of(found, verdict),
            "claim": found,
            "verdict": verdict,
            "first": _first(found),
            "correction": Correction.objects.public().filter(verdict__claim=found).first(),
        },
    )


@framed_page
def contradiction(request: HttpRequest, pk: int) -> HttpResponse:
    """A question and who answers what."""
    found = get_object_or_404(with_positions(Contradiction.objects.public()), pk=pk)
    return render(
        request,
        "claims/embed/contradiction.html",
        {
            "address": absolute(found.get_absolute_url()),
            "contradiction": found,
            "comparison": compare([found])[0],
        },
    )


@public_page
def oembed(request: HttpRequest) -> HttpResponse:
    """The card of the page at `?url=`, as https://oembed.com has it. Other parameters are let pass: programs that ask
    send some of their own. Raises Http404 for a page that has no card and BadRequest for a size that is none."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse("We answer in JSON alone: ask with format=json.\n", status=501, content_type="text/plain")
    widest, highest = (_pixels(request, name) for name in ("maxwidth", "maxheight"))
    match = _page_at(request.GET.get("url", ""))
    code = translation.get_language_from_path(urlsplit(request.GET["url"]).path) or settings.LANGUAGE_CODE
    with translation.override(code):
        shared = CARDS[str(match.url_name)](match.kwargs["pk"])
    width = min(WIDTH, widest or WIDTH)
    told: dict[str, Any] = {
        "version": "1.0",
        "type": "rich",
        "title": shared.title,
        "provider_name": "Crosscheck",
        "provider_url": absolute("/"),
        "cache_age": CACHE_AGE,
        "html": shared.framed(width, at_most=highest),
        "width": width,
        "height": shared.height(width, at_most=highest),
    }
    if (widest or PICTURE_WIDTH) >= PICTURE_WIDTH and (highest or PICTURE_HEIGHT) >= PICTURE_HEIGHT:
        told["thumbnail_url"] = shared.picture
        told["thumbnail_width"], told["thumbnail_height"] = PICTURE_WIDTH, PICTURE_HEIGHT
    return JsonResponse(told)


def _shared_claim(pk: int) -> Shared:
    found = found_or_merged(Claim.objects.public().defer("search_vector"), pk)
    verdict = _verdict(found)
    return share_claim(
        found,
        verdict,
        _first(found),
        is_withdrawn=is_withdrawn(found, verdict),
        page=address_of(found, verdict),
    )


def _shared_contradiction(pk: int) -> Shared:
    found = get_object_or_404(with_positions(Contradiction.objects.public()), pk=pk)
    return share_contradiction(compare([found])[0], page=absolute(found.get_absolute_url()))


CARDS: dict[str, Callable[[int], Shared]] = {"claim": _shared_claim, "contradiction": _shared_contradiction}


def _verdict(claim: Claim) -> Verdict | None:
    verdicts = Verdict.objects.public().filter(claim=claim).select_related("rating__scale", "publisher")
    return shown_verdict(list(verdicts))


def _first(claim: Claim) -> Appearance | None:
    return with_articles(Appearance.objects.public().filter(claim=claim)).first()


def _page_at(url: str) -> ResolverMatch:
    """The page of ours at `url`. Raises Http404 where it is of another site, or has no card."""
    try:
        parts = urlsplit(url)
        site = urlsplit(settings.SITE_URL)
        if parts.scheme not in {"http", "https"} or parts.netloc != site.netloc:
            raise Http404("This address is not one of ours.")
        with translation.override(translation.get_language_from_path(parts.path) or settings.LANGUAGE_CODE):
            match = resolve(parts.path)
    except (ValueError, Resolver404) as error:
        raise Http404("There is no such page.") from error
    if match.url_name not in CARDS or match.namespaces:
        raise Http404("This page has no card.")
    return match


def _pixels(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and 0 < len(text) < 7 and int(text)):
        raise BadRequest(f"“{name}” is a number of pixels.")
    return int(text)
