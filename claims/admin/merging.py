"""Merging and splitting, as pages: choose the other record, see side by side what would happen, do it, take it back."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.http import url_has_allowed_host_and_scheme

from claims.actions import merging
from claims.actions.lookalikes import keep_apart, lookalikes
from claims.actions.merge_plans import Record, preview
from claims.admin.base import DeskAdmin, attempt, desk_user, short
from claims.admin.merge_facts import KINDS, changes_of, page_of, sides_of, told_of
from claims.admin.merge_forms import SPLITS, SearchForm
from claims.models import Merge
from claims.models.merge import Kind

R = TypeVar("R", bound=Record)
FOUND = 20
"""Records that a search for the other one gives at most."""

MERGE: Mapping[Kind, Callable[..., Merge]] = {
    Kind.CLAIM: merging.merge_claims,
    Kind.EVENT: merging.merge_events,
    Kind.SOURCE: merging.merge_sources,
}


class Mergeable(DeskAdmin[R]):
    """Records that can be merged and split. One that was merged is read, not edited."""

    change_form_template = "admin/claims/merge/change_form.html"

    def has_change_permission(self, request: HttpRequest, obj: R | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or obj.merged_into_id is None)

    def may_merge(self, request: HttpRequest) -> bool:
        """Whether the person may merge, split and undo. The actions ask again."""
        return desk_user(request).has_perm(merging.PERMISSIONS[self.kind])

    @property
    def kind(self) -> Kind:
        """What is merged here."""
        return Kind(str(self.opts.model_name))

    def get_urls(self) -> list[URLPattern]:
        steps = {
            "merge": self.merge_view,
            "split": self.split_view,
            "unmerge": self.unmerge_view,
            "apart": self.apart_view,
        }
        return [
            path(
                f"<path:object_id>/{name}/",
                self.admin_site.admin_view(view),
                name=f"{self.opts.app_label}_{self.opts.model_name}_{name}",
            )
            for name, view in steps.items()
        ] + super().get_urls()

    def render_change_form(
        self, request: HttpRequest, context: Any, add: bool = False, change: bool = False,
        form_url: str = "", obj: R | None = None,
    ) -> HttpResponse:  # fmt: skip
        if obj is not None:
            standing = obj.merged_into_id is None
            may_merge = self.may_merge(request)
            context.update(
                merges=told_of(obj),
                merged_into=obj.merged_into,
                merged_into_url=page_of(obj.merged_into) if obj.merged_into is not None else "",
                alike=lookalikes(obj) if standing and may_merge else [],
                may_merge=may_merge,
                names=KINDS[self.kind],
                at={name: self.address(name, obj.pk) for name in ("merge", "split", "unmerge", "apart")},
            )
        return super().render_change_form(request, context, add, change, form_url, obj)

    def merge_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Without `into`, choose the record to merge into; with it, see what would happen; by POST, do it."""
        record = self._allowed(request, object_id)
        sent = request.POST if request.method == "POST" else request.GET
        if "into" not in sent:
            return self._choose(request, record)
        into = self._other(sent["into"])
        if request.method == "POST" and attempt(
            request,
            lambda: MERGE[self.kind](keep=into, absorb=record, by=desk_user(request)),
            done=f"Merged: “{short(str(record), 60)}” is now part of “{short(str(into), 60)}”.",
        ):
            return HttpResponseRedirect(_onward(request, f"{page_of(into)}#merges"))
        plan = preview(keep=into, absorb=record)
        return self._page(
            request,
            record,
            "preview",
            plan=plan,
            into=into,
            sides=sides_of(into, record),
            changes=changes_of(plan),
            moves_nothing=not any(moving.rows for moving in plan.moving),
            swapped=f"{self.address('merge', into.pk)}?into={record.pk}",
        )

    def _choose(self, request: HttpRequest, record: R) -> HttpResponse:
        form = SearchForm(request.GET)
        words = form.cleaned_data["q"].strip() if form.is_valid() else ""
        found: list[Any] = []
        if words:
            rows, _ = self.get_search_results(request, self.get_queryset(request), words)
            found = list(rows.filter(merged_into=None).exclude(pk=record.pk)[:FOUND])
        return self._page(
            request, record, "choose", form=form, words=words, found=found, alike=lookalikes(record), most=FOUND
        )

    def split_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Tick what goes to a new record, and name it."""
        record = self._allowed(request, object_id)
        form = SPLITS[self.kind](request.POST if request.method == "POST" else None, record=record)
        if form.is_valid():
            try:
                part = form.split(desk_user(request))
            except ValidationError as refusal:
                form.add_error(None, ValidationError(refusal.messages))
            else:
                messages.success(request, f"Split off: “{short(str(part), 60)}”. To undo it, merge it back.")
                return HttpResponseRedirect(f"{page_of(part)}#merges")
        return self._page(request, record, "split", form=form)

    def unmerge_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Take a merge back that the record took part in."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        record, merge = self._allowed(request, object_id), None
        if (key := request.POST.get("merge", "")).isdecimal():
            merge = Merge.objects.of(self.kind, record.pk).filter(pk=key).first()
        if merge is None:
            raise Http404("There is no such merge.")
        attempt(
            request,
            lambda: merging.undo_merge(merge=merge, by=desk_user(request)),
            done=lambda undone: "Undone: they are two again." + (
                f" What somebody has moved on since ({undone.elsewhere}) stays where it is." if undone.elsewhere else ""
            ),
        )  # fmt: skip
        return HttpResponseRedirect(_onward(request, f"{page_of(record)}#merges"))

    def apart_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Say that two records are two."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        record, other = self._allowed(request, object_id), self._other(request.POST.get("other", ""))
        attempt(
            request,
            lambda: keep_apart(one=record, other=other, by=desk_user(request)),
            done=f"Kept apart: “{short(str(other), 60)}” is not offered again.",
        )
        return HttpResponseRedirect(_onward(request, page_of(record)))

    def _allowed(self, request: HttpRequest, object_id: str) -> R:
        record = self.existing(request, object_id)
        if not self.may_merge(request):
            raise PermissionDenied(f"You may not merge or split {KINDS[self.kind][1]}.")
        return record

    def _other(self, key: str) -> R:
        """The record that is named. Raises Http404 where there is none."""
        rows: Any = self.model._base_manager
        other: R | None = rows.filter(pk=key if key.isdecimal() and len(key) < 19 else 0).first()
        if other is None:
            raise Http404(f"There is no such {KINDS[self.kind][0]}.")
        return other

    def _page(self, request: HttpRequest, record: R, name: str, **context: Any) -> HttpResponse:
        titles = {"choose": "Merge into…", "preview": "Merge: what will happen", "split": "Split"}
        return TemplateResponse(
            request,
            f"admin/claims/merge/{name}.html",
            {
                **self.admin_site.each_context(request),
                "title": titles[name],
                "opts": self.opts,
                "record": record,
                "page": page_of(record),
                "names": KINDS[self.kind],
                "next": _onward(request, ""),
                "at": {name: self.address(name, record.pk) for name in ("merge", "split", "apart")},
                "media": self.media,
                **context,
            },
        )


def _onward(request: HttpRequest, otherwise: str) -> str:
    """Where the person came from and wants to go on, if it is one of our pages."""
    onward = request.POST.get("next") or request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure())
    return onward if onward and ours else otherwise
