"""The desk's reviews as data: for programs that copy them all, or look at one. Nothing here needs a key."""

from collections.abc import AsyncIterator, Callable, Generator, Iterator
from datetime import UTC, datetime, time
from functools import wraps
from typing import Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.core.exceptions import BadRequest
from django.core.handlers.asgi import ASGIRequest
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.dateparse import parse_date, parse_datetime

from claims.accounts.allowances import spend_by_address
from claims.claimreview.annotations import CONTEXT as ANNOTATIONS
from claims.models import Claim, Verdict
from claims.reviews import FORMS, claim_reviews, dumped, pieces
from claims.reviews import annotations as annotations_of_all
from claims.views.page import absolute, only_parameters, public_page

TYPES = {"json": "application/ld+json", "jsonl": "application/x-ndjson", "csv": "text/csv; charset=utf-8"}
BLOCK = 16 * 1024
"""Characters that are sent at once, more or less: a write for each review would cost more than the review."""


def counted(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Data that walks the database counts as a request to the API of who has no key, and so does asking whether it has
    changed."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        spent = spend_by_address(request)
        request.META.setdefault("crosscheck.spent", []).append(spent)  # for the headers of the answer
        if spent.wait:
            return HttpResponse(
                "Too many requests: Retry-After says for how many seconds to wait.\n",
                status=429,
                content_type="text/plain; charset=utf-8",
                headers={"Retry-After": str(spent.wait), "Cache-Control": "no-store"},
            )
        return view(request, *args, **kwargs)

    return asked


@public_page
def data(request: HttpRequest) -> HttpResponse:
    """Where everything is, in words."""
    only_parameters(request, ())
    return render(
        request, "claims/data.html", {"canonical": absolute(reverse("data")), "licence": settings.DATA_LICENCE}
    )


@counted
@public_page
def reviews(request: HttpRequest, form: str) -> StreamingHttpResponse:
    """Every review in one of FORMS, or with `?since=` those that have changed since then."""
    if form not in FORMS:
        raise Http404(f"There is no “{form[:20]}” of the reviews.")
    only_parameters(request, {"since"})
    since = _moment(request.GET["since"]) if "since" in request.GET else None
    return _streamed(request, pieces(form, since=since), TYPES[form])


@counted
@public_page
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The ClaimReview of one verdict, as on its page."""
    only_parameters(request, ())
    told = Verdict.objects.public().select_related("rating__scale", "publisher", "claim").defer("claim__search_vector")
    verdict = get_object_or_404(told, pk=pk)
    return _json(claim_reviews([verdict])[pk])


@counted
@public_page
def annotations(request: HttpRequest) -> StreamingHttpResponse:
    """Every appearance of a public claim as a Web Annotation, one on a line."""
    only_parameters(request, ())
    lines = (f"{dumped(each)}\n" for each in annotations_of_all())
    return _streamed(request, lines, TYPES["jsonl"])


@counted
@public_page
def annotations_of(request: HttpRequest, pk: int) -> HttpResponse:
    """The appearances of one public claim as an AnnotationPage."""
    only_parameters(request, ())
    claim = get_object_or_404(Claim.objects.public(), pk=pk)
    return _json(
        {
            "@context": ANNOTATIONS,
            "id": absolute(reverse("claim_annotations", args=[pk])),
            "type": "AnnotationPage",
            "items": list(annotations_of_all(claim=claim)),
        }
    )


def _json(document: dict[str, Any]) -> HttpResponse:
    return HttpResponse(dumped(document), content_type=TYPES["json"])


def _streamed(request: HttpRequest, pieces: Iterator[str], content_type: str) -> StreamingHttpResponse:
    """The pieces as they come. Under ASGI Django would first make a list of an iterator that is not asynchronous."""
    blocks = _blocks(pieces)
    sent = _awaited(blocks) if isinstance(request, ASGIRequest) else blocks
    return StreamingHttpResponse(sent, content_type=content_type)


async def _awaited(blocks: Generator[str, None, None]) -> AsyncIterator[str]:
    """Each block is made in the thread of the request, to which its connection to the database belongs; so is the end,
    where the reader goes away before it."""
    try:
        while block := await sync_to_async(lambda: next(blocks, ""))():
            yield block
    finally:
        await sync_to_async(blocks.close)()


def _blocks(pieces: Iterator[str]) -> Generator[str, None, None]:
    block: list[str] = []
    size = 0
    for piece in pieces:
        block.append(piece)
        size += len(piece)
        if size >= BLOCK:
            yield "".join(block)
            block, size = [], 0
    if block:
        yield "".join(block)


def _moment(text: str) -> datetime:
    """The moment that `?since=` names, or the first one of the day. Raises BadRequest."""
    try:
        moment = parse_datetime(text) if len(text) > len("2026-11-22") else None
        day = None if moment else parse_date(text)
    except ValueError as error:
        raise BadRequest(f"“since” is no date: {error}.") from error
    if moment is None and day is None:
        raise BadRequest("“since” takes a date or a moment, such as 2026-11-22 or 2026-11-22T09:30:00Z.")
    moment = moment or datetime.combine(day, time.min)  # type: ignore[arg-type]  # one of the two is there
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
