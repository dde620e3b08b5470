"""Lists of work: whose it is as a filter, and a step that gives the chosen ones to somebody."""

from typing import Any, TypeVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from claims.actions import assigning
from claims.admin.base import DeskAdmin, desk_user, short
from claims.admin.talk import PersonField
from claims.models import User
from claims.models.user import staff_with
from claims.rules import Work

W = TypeVar("W", bound=Model)


class AssignedFilter(admin.SimpleListFilter):
    """Mine, nobody's, somebody's, or one colleague's, who is named by key: a name in a comment leads here."""

    title = "assigned to"
    parameter_name = "assigned"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        choices = [("me", "Me"), ("nobody", "Nobody"), ("somebody", "Somebody")]
        chosen = request.GET.get(self.parameter_name, "")
        person = User.objects.filter(pk=chosen).first() if _is_key(chosen) else None
        return [*choices, (chosen, person.name)] if person else choices

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = self.value() or ""
        if chosen == "me":
            return queryset.filter(assignee=desk_user(request))
        if chosen in ("nobody", "somebody"):
            return queryset.filter(assignee__isnull=chosen == "nobody")
        return queryset.filter(assignee=chosen) if _is_key(chosen) else queryset


class AssignableAdmin(DeskAdmin[W]):
    """The pages of a kind of work, one of `claims.rules.Work`. Name `assign_selected` among its actions."""

    def has_assign_permission(self, request: HttpRequest) -> bool:
        """Django's admin asks this for the action below. Each item asks again."""
        return desk_user(request).has_perm(assigning.ASSIGNS[self._work])

    @admin.display(description="Assigned to")
    def whose(self, item: Work) -> str:
        return item.assignee.name if item.assignee else "–"

    @admin.action(description="Assign the chosen ones…", permissions=["assign"])
    def assign_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """Asks to whom first; the same form then comes back with it."""
        user = desk_user(request)
        items: list[Work] = list(queryset)
        people = staff_with(assigning.ASSIGNS[self._work]).order_by("first_name", "last_name", "username")
        form = _ToForm(request.POST if "assign-who" in request.POST else None, people=people, prefix="assign")
        if not form.is_valid():
            context = {
                **self.admin_site.each_context(request),
                "title": "Assign",
                "opts": self.opts,
                "items": items,
                "form": form,
                "media": self.media,
                "list": self.address("changelist"),
            }
            return TemplateResponse(request, "admin/talk/assign_many.html", context)
        to = form.cleaned_data["who"]
        done = sum(_given(request, item, to, user) for item in items)
        if done:
            messages.success(request, f"Given to {to.name}: {done}." if to else f"Nobody's now: {done}.")
        return None

    @property
    def _work(self) -> type[Work]:
        model: Any = self.model
        kind: type[Work] = model
        return kind


class _ToForm(forms.Form):
    who = PersonField(User.objects.none(), label="Whose are they?", required=False, empty_label="Nobody’s")

    def __init__(self, data: Any, *, people: QuerySet[User], prefix: str) -> None:
        super().__init__(data, prefix=prefix)
        self.fields["who"].queryset = people  # type: ignore[attr-defined]  # a model choice


def _given(request: HttpRequest, item: Work, to: User | None, by: User) -> bool:
    """Give one of many; where it is refused, say of which and why."""
    try:
        if to is None:
            assigning.unassign(item=item, by=by)
        else:
            assigning.assign(item=item, to=to, by=by)
    except (ValidationError, PermissionDenied) as refusal:
        why = " ".join(refusal.messages) if isinstance(refusal, ValidationError) else str(refusal)
        messages.error(request, f"{short(str(item), 60)}: {why}")
        return False
    return True


def _is_key(text: str) -> bool:
    return text.isdecimal() and len(text) < 19
