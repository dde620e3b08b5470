"""pages: the ClaimReview markup of a page, for every page on which a publisher reviews a claim.

Everybody reads them. A key with the scope `desk` whose account may import writes those of other desks, by the action
that imports files: what such an account may not publish waits for an editor, and is shown to accounts that may import
alone. Pages of our own desk are not written here, since two people stand behind each of our verdicts.
"""

from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied as NotAllowed
from django.core.exceptions import ValidationError as Refusal
from django.db.models import Q, QuerySet
from django.urls import Resolver404, resolve
from django.utils import timezone, translation
from django.utils.translation import get_language_from_path
from rest_framework.exceptions import NotAuthenticated, NotFound, PermissionDenied, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from claims.actions.importing import OURS, one_at_a_time
from claims.actions.pages import put_page, take_page_back
from claims.api.errors import ConflictError
from claims.api.factchecktools.base import FactCheckView, given
from claims.api.factchecktools.bodies import PageBody
from claims.api.factchecktools.markup import PAGE, document_of, on_page, page_ids, pages_of
from claims.api.factchecktools.paging import MOST, Place
from claims.api.factchecktools.partial import Shape
from claims.api.factchecktools.reviews import at_address, hash_of, published, site_of
from claims.api.keys import NoScopeError, key_in
from claims.api.once import wholly
from claims.claimreview.pages import document_of as document_for
from claims.models import Claim, User, Verdict

MISSING = "Requested entity was not found."
MAY_IMPORT = "claims.import_reviews"


class Written(FactCheckView):
    """Pages, which Google's clients may write too."""

    def importer(self, request: Request) -> User:
        """Who writes. Raises NotAuthenticated, and PermissionDenied where the key or the account does not allow it."""
        key = key_in(request)
        if key is None:
            shown = any(self.given[name] for name in ("key", "access_token", "oauth_token"))
            if shown or "Authorization" in request.headers:
                raise PermissionDenied(
                    "The caller does not have permission: send an API key of this site as a Bearer token."
                )
            raise NotAuthenticated(
                "Request is missing required authentication credential. Expected an API key of this site."
            )
        if "desk" not in key.scopes:
            raise NoScopeError("desk")
        if not key.user.has_perm(MAY_IMPORT):
            raise NotAllowed("The roles of this account do not allow it to import reviews.")
        return key.user

    def get_authenticate_header(self, request: Request) -> str:
        return f'Bearer realm="{settings.SITE_URL}"'

    def sent(self, request: Request) -> dict[str, Any]:
        """The page in the body, without what is not set."""
        body = PageBody(data=request.data)
        body.is_valid(raise_exception=True)
        page: dict[str, Any] = body.validated_data
        if site_of(page["pageUrl"]) == site_of(settings.SITE_URL):
            raise NotAllowed(OURS)
        return page

    def take_in(self, page: dict[str, Any], *, by: User, before: list[Verdict], replace: bool) -> Response:
        """Import the page. What stood there `before` and is sent again keeps what the form has no place for; what is
        not sent again goes if all is to be replaced."""
        documents = {_name(document): document for document in map(document_of, before)}
        now = timezone.now().isoformat(timespec="seconds")
        kept = put_page(
            by=by,
            url=page["pageUrl"],
            documents=[
                document_for(page, markup, instead_of=documents.get(_name({"url": page["pageUrl"], **markup})), now=now)
                for markup in page["claimReviewMarkups"]
            ],
            instead_of=before if replace else (),
        )
        found = page_ids(_in_force().filter(pk__in=[verdict.pk for verdict in kept]).order_by("pk"))
        if not found:
            raise Refusal("A later review of this claim is kept.")
        page_id = next((each for each in found if each.startswith(hash_of(page["pageUrl"]))), next(iter(found)))
        return self.answer(_whole(page_id), PAGE)


class PagesView(Written):
    """pages.list and pages.create."""

    parameters: ClassVar[dict[str, type]] = {
        "url": str,
        "organization": str,
        "pageSize": int,
        "pageToken": str,
        "offset": int,
    }
    shape: ClassVar[Shape] = {"claimReviewMarkupPages": PAGE, "nextPageToken": {}}

    def get(self, request: Request) -> Response:
        url, organization = self.given["url"].strip(), self.given["organization"].strip()
        if bool(url) == bool(organization):
            raise ValidationError("Request must specify either a url or an organization, and not both.")
        place = Place.read(self.given, self.parameters)
        reviews = published(until=place.asked_at)
        if url:
            at_most_one = dict(list(page_ids(_at(url)).items())[:1])
            return self.answer(given(claimReviewMarkupPages=pages_of(reviews, at_most_one)))
        newest = published(until=place.asked_at, site=organization).order_by("-published_at", "-pk")
        pages = list(page_ids(newest[:MOST]).items())
        shown = pages_of(reviews, dict(place.of(pages)))
        return self.answer(given(claimReviewMarkupPages=shown, nextPageToken=place.following(len(pages))))

    def post(self, request: Request) -> Response:
        by = self.importer(request)
        page = self.sent(request)

        def create() -> Response:
            one_at_a_time()
            before = list(at_address(page["pageUrl"], _in_force()).select_related("imported"))
            return self.take_in(page, by=by, before=before, replace=False)

        return wholly(request, create)


class PageView(Written):
    """pages.get, pages.update and pages.delete."""

    shape: ClassVar[Shape] = PAGE

    def get(self, request: Request, page_id: str) -> Response:
        key = key_in(request)
        if key and "desk" in key.scopes and key.user.has_perm(MAY_IMPORT):
            return self.answer(_whole(page_id))
        reviews = published(until=timezone.now())
        pages = pages_of(reviews, page_ids(on_page(page_id, reviews)))
        if not pages:
            raise NotFound(MISSING)
        return self.answer(pages[0])

    def put(self, request: Request, page_id: str) -> Response:
        by = self.importer(request)
        page = self.sent(request)
        if (page.get("name") or f"pages/{page_id}") != f"pages/{page_id}":
            raise ValidationError("Invalid value at 'page.name': it is not the page that the request names.")

        def update() -> Response:
            one_at_a_time()
            before = _of_others(page_id)
            now = _whole(page_id)
            if page["pageUrl"] != now["pageUrl"]:
                raise ValidationError("Invalid value at 'page.page_url': a page keeps its address.")
            if page.get("versionId") and page["versionId"] != now["versionId"]:
                raise ConflictError("The version_id is not that of the page as it is now: get the page again.")
            return self.take_in(page, by=by, before=before, replace=True)

        return wholly(request, update)

    def delete(self, request: Request, page_id: str) -> Response:
        by = self.importer(request)

        def delete() -> Response:
            one_at_a_time()
            take_page_back(by=by, verdicts=_of_others(page_id))
            return self.answer({}, {})

        return wholly(request, delete)


def _in_force() -> QuerySet[Verdict]:
    """Every review that is published, on claims that wait for an editor too."""
    return Verdict.objects.filter(status=Verdict.Status.PUBLISHED)


def _of_others(page_id: str) -> list[Verdict]:
    """The reviews on a page of another desk. Raises NotFound, and NotAllowed for a page that is written here."""
    found = list(on_page(page_id, _in_force()).select_related("imported"))
    if not found:
        raise NotFound(MISSING)
    if any(verdict.origin != Verdict.Origin.IMPORTED for verdict in found):
        raise NotAllowed(OURS)
    return found


def _whole(page_id: str) -> dict[str, Any]:
    """The page as it is for who may import. Raises NotFound."""
    pages = pages_of(_in_force(), page_ids(on_page(page_id, _in_force())), claims=Claim.objects.all())
    if not pages:
        raise NotFound(MISSING)
    return pages[0]


def _name(document: dict[str, Any]) -> tuple[Any, Any]:
    """What tells one review on a page from the others."""
    return document.get("claimReviewed"), document.get("url")


def _at(url: str) -> QuerySet[Verdict]:
    """The public reviews at an address: of another desk, or of ours, in any language of the site and however its slug,
    protocol or "www." are written."""
    public = Verdict.objects.public()
    found = _here(url, public) if site_of(url) == site_of(settings.SITE_URL) else at_address(url, public)
    return found.order_by("pk")


def _here(url: str, reviews: QuerySet[Verdict]) -> QuerySet[Verdict]:
    """Our verdicts on the claim whose page is at `url`."""
    path = urlsplit(url).path
    language = get_language_from_path(path) or settings.LANGUAGE_CODE
    try:
        with translation.override(language):
            match = resolve(path)
    except Resolver404:
        return reviews.none()
    if match.url_name != "claim":
        return reviews.none()
    claim = Q(claim=match.kwargs["pk"]) | Q(claim__absorbed=match.kwargs["pk"])
    return reviews.filter(claim, publisher__kind="own")
