"""Rating scales: changed freely until a published verdict is on one, and from then on retired or copied."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import URLPattern, path

from claims.actions import scales
from claims.admin.base import DeskAdmin, DeskInline, RelatedFilter, attempt, desk_user
from claims.admin.lists import number_of
from claims.models import Rating, RatingScale, Verdict
from claims.models.verdict import DRAFTS


class RatingInline(DeskInline[Rating, RatingScale]):
    model = Rating
    prepopulated_fields: ClassVar = {"slug": ("name",)}
    hide_title = True

    def has_add_permission(self, request: HttpRequest, obj: RatingScale | None = None) -> bool:
        return super().has_add_permission(request, obj) and not _in_use(obj)

    def has_change_permission(self, request: HttpRequest, obj: RatingScale | None = None) -> bool:
        return super().has_change_permission(request, obj) and not _in_use(obj)


@admin.register(RatingScale)
class RatingScaleAdmin(DeskAdmin[RatingScale]):
    """Whether it is offered is changed by a button, everything else in the form."""

    list_display = ("name", "publisher", "worst", "best", "steps", "used", "offered")
    sortable_by = ("name", "publisher")
    list_filter = ("is_retired", ("publisher", RelatedFilter))
    list_select_related = ("publisher",)
    search_fields = ("name", "publisher__name")
    autocomplete_fields = ("publisher",)
    fields = ("publisher", "name", "worst", "best")
    inlines = (RatingInline,)
    history_of: ClassVar[tuple[tuple[type[Model], str], ...]] = ((Rating, "scale"),)
    change_form_template = "admin/claims/ratingscale/change_form.html"

    def get_readonly_fields(self, request: HttpRequest, obj: RatingScale | None = None) -> Any:
        """A scale stays with its publisher."""
        return ("publisher",) if obj else ()

    def has_change_permission(self, request: HttpRequest, obj: RatingScale | None = None) -> bool:
        return super().has_change_permission(request, obj) and not _in_use(obj)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """A form that was opened before a verdict was published says why it comes too late."""
        scale = self.get_object(request, unquote(object_id)) if request.method == "POST" else None
        if scale is not None and super().has_change_permission(request) and _in_use(scale):
            messages.error(request, "A published verdict is on this scale, so it stays as it is: make a new scale.")
            return HttpResponseRedirect(self.address("change", scale.pk))
        return super().change_view(request, object_id, form_url, extra_context)

    def get_queryset(self, request: HttpRequest) -> QuerySet[RatingScale]:
        return (
            super()
            .get_queryset(request)
            .select_related("publisher")
            .annotate(steps=number_of(Rating, "scale"), in_use=Exists(_published()))
        )

    @admin.display(description="Ratings")
    def steps(self, scale: Any) -> int:
        return int(scale.steps)

    @admin.display(description="In use", boolean=True)
    def used(self, scale: RatingScale) -> bool:
        return _in_use(scale)

    @admin.display(description="Offered", boolean=True)
    def offered(self, scale: RatingScale) -> bool:
        return not scale.is_retired

    def get_urls(self) -> list[URLPattern]:
        steps = {
            "retire": self._step(scales.retire_scale, "Retired: new verdicts are no longer given on it."),
            "restore": self._step(scales.restore_scale, "New verdicts can be given on it again."),
            "copy": self.copy_view,
        }
        return [
            path(f"<path:object_id>/{name}/", self.admin_site.admin_view(view), name=f"claims_ratingscale_{name}")
            for name, view in steps.items()
        ] + super().get_urls()

    def _step(self, action: Callable[..., None], done: str) -> Callable[[HttpRequest, str], HttpResponse]:
        def view(request: HttpRequest, object_id: str) -> HttpResponse:
            if request.method != "POST":
                return HttpResponseNotAllowed(["POST"])
            scale, user = self.existing(request, object_id), desk_user(request)
            attempt(request, lambda: action(scale=scale, by=user), done=done)
            return HttpResponseRedirect(self.address("change", scale.pk))

        return view

    def copy_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Make a copy, and go on to change it."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        scale, user = self.existing(request, object_id), desk_user(request)
        copies: list[RatingScale] = []
        attempt(
            request,
            lambda: copies.append(scales.copy_scale(scale=scale, by=user)),
            done="This is the copy: name it and change its steps, then retire the old one.",
        )
        return HttpResponseRedirect(self.address("change", copies[0].pk if copies else scale.pk))

    def render_change_form(
        self, request: HttpRequest, context: Any, add: bool = False, change: bool = False,
        form_url: str = "", obj: RatingScale | None = None,
    ) -> HttpResponse:  # fmt: skip
        if obj is not None:
            user = desk_user(request)
            context.update(
                published=scales.published_on(obj),
                may_retire=user.has_perm("claims.change_ratingscale"),
                may_copy=user.has_perm("claims.add_ratingscale"),
            )
        return super().render_change_form(request, context, add, change, form_url, obj)


def _published() -> QuerySet[Verdict]:
    """The verdicts on the scale of the outer query that readers have seen."""
    return Verdict.objects.filter(rating__scale=OuterRef("pk")).exclude(status__in=DRAFTS)


def _in_use(scale: RatingScale | None) -> bool:
    """Whether a verdict that readers have seen is on the scale; its admin's rows carry the answer."""
    return bool(getattr(scale, "in_use", False))
