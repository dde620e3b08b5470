"""What every page of the desk shares: no deletions, the database's own history, and refusals as sentences.

unfold ships no types, so type checkers see Django's classes, which unfold's extend.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from django.contrib import messages
from django.contrib.admin.sites import AdminSite
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Field, Model, URLField
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme

from claims.actions.refusals import sentence_of
from claims.admin.history import changes_of
from claims.admin.lists import CappedPaginator, LongList
from claims.models import User

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin, RelatedFieldListFilter, TabularInline
    from django.forms import BaseInlineFormSet, ModelForm
else:
    from django.forms import BaseInlineFormSet as DjangoInlineFormSet
    from django.forms import ModelForm as DjangoModelForm
    from unfold.admin import ModelAdmin as UnfoldModelAdmin
    from unfold.admin import TabularInline as UnfoldTabularInline
    from unfold.contrib.filters.admin import AutocompleteSelectFilter as RelatedFieldListFilter

    class Subscriptable:
        """Lets `DeskAdmin[Claim]` be written at run time, as the stubs want it."""

        def __class_getitem__(cls, _: object) -> type:
            return cls

    class ModelAdmin(Subscriptable, UnfoldModelAdmin):
        pass

    class TabularInline(Subscriptable, UnfoldTabularInline):
        pass

    class ModelForm(Subscriptable, DjangoModelForm):
        pass

    class BaseInlineFormSet(Subscriptable, DjangoInlineFormSet):
        pass


__all__ = ["BaseInlineFormSet", "ModelForm"]  # for the pages; everything else here is our own

M = TypeVar("M", bound=Model)
P = TypeVar("P", bound=Model)
R = TypeVar("R")

RelatedFilter = RelatedFieldListFilter
"""A filter on a foreign key that looks its choices up as one types: a list of all of them would be too long."""


class Autocomplete(AutocompleteSelect):
    """Django's own asks the database for whatever was sent, and fails on what cannot be a key."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        return super().optgroups(name, [one for one in value if str(one).isdecimal()], attr)


class Fields:
    """How the desk's forms ask for values."""

    admin_site: AdminSite

    def formfield_for_dbfield(self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]  # a ModelAdmin's
            kwargs.setdefault("widget", Autocomplete(db_field, self.admin_site))
        return super().formfield_for_dbfield(db_field, request, **https(db_field, kwargs))  # type: ignore[misc]  # as above


class DeskAdmin(Fields, ModelAdmin[M]):
    """An admin page of the desk. Nothing is deleted; what happened to a record is read from the triggers' history."""

    list_per_page = 25  # a row takes unfold two milliseconds to draw
    paginator = CappedPaginator
    sortable_by: ClassVar[list[str] | tuple[str, ...] | None] = ()
    """Columns by which a click may sort: those that have an index, or of a short table."""
    show_full_result_count = False
    list_filter_submit = True
    view_on_site = False
    history_of: ClassVar[tuple[tuple[type[Model], str], ...]] = ()
    """Records that belong to this one, and the field by which: their history is shown with it."""

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return LongList

    def has_delete_permission(self, request: HttpRequest, obj: M | None = None) -> bool:
        """Nobody deletes: records are rejected, dismissed, superseded or withdrawn."""
        return False

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Who changed what, when and by which action; for models without triggers, what Django's admin has logged."""
        if not hasattr(self.model, "pgh_event_model"):
            return super().history_view(request, object_id, extra_context)
        obj = self.existing(request, object_id)
        changes, complete = changes_of(obj, related=self.history_of)
        context = {
            **self.admin_site.each_context(request),
            "title": f"History: {obj}",
            "opts": self.opts,
            "object": obj,
            "original": obj,
            "changes": changes,
            "complete": complete,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/claims/history.html", context)

    def get_ordering(self, request: HttpRequest) -> Any:
        """The model's own, said aloud: a query that counts related rows forgets it."""
        return self.ordering or self.opts.ordering

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The form. What the database refuses becomes a message, whichever of its rules it was."""
        try:
            with transaction.atomic():
                if request.method == "POST" and object_id and object_id.isdecimal():
                    # Whoever saves second sees what the first has saved, and the checks below hold until the commit.
                    self.model._base_manager.select_for_update().filter(pk=object_id).first()
                return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError as refusal:
            messages.error(request, sentence_of(refusal))
            return HttpResponseRedirect(request.get_full_path())

    def save_model(self, request: HttpRequest, obj: M, form: Any, change: bool) -> None:
        """Writes what was changed and nothing else: a form that lay open must not undo somebody's action."""
        if not change:
            obj.save()
            return
        columns = {field.name for field in obj._meta.concrete_fields}
        if changed := columns.intersection(form.changed_data):
            obj.save(update_fields=changed)

    def existing(self, request: HttpRequest, object_id: str) -> M:
        """The record to show. Raises PermissionDenied where the user may not see it, Http404 where there is none."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404(f"There is no {self.opts.verbose_name} {object_id}.")
        return obj

    def address(self, page: str, *args: object) -> str:
        """The address of a page of this model: "changelist", "add", "change"…"""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=args)


class ReadOnlyAdmin(DeskAdmin[M]):
    """Records that the machine or an action writes. People read them."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: M | None = None) -> bool:
        return False


class DeskInline(Fields, TabularInline[M, P]):
    """Rows that belong to a record."""

    extra = 0
    tab = False

    def formfield_for_dbfield(self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any) -> Any:
        """The headings of the table are not tied to its inputs, so each has its name with it."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            field.widget.attrs.setdefault("aria-label", str(field.label))
        return field

    def has_delete_permission(self, request: HttpRequest, obj: P | None = None) -> bool:
        return False


class ReadOnlyInline(DeskInline[M, P]):
    """Rows to read."""

    can_delete = False
    per_page = 25
    show_count = True

    def has_add_permission(self, request: HttpRequest, obj: P | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: P | None = None) -> bool:
        return False


def https(db_field: "Field[Any, Any]", kwargs: dict[str, Any]) -> dict[str, Any]:
    """Arguments of a form field: an address typed without a scheme is an https one."""
    return {"assume_scheme": "https", **kwargs} if isinstance(db_field, URLField) else kwargs


def desk_user(request: HttpRequest) -> User:
    """The person at the desk. admin_view has refused everybody else already."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def attempt(request: HttpRequest, act: Callable[[], R], *, done: str | Callable[[R], str]) -> bool:
    """Run `act` and say `done`, which may depend on what came of it, or say why it was refused. True where it was
    done."""
    try:
        result = act()
    except PermissionDenied as refusal:
        messages.error(request, str(refusal) or "You may not do this.")
    except ValidationError as refusal:
        for sentence in refusal.messages:
            messages.error(request, sentence)
    except IntegrityError as refusal:
        messages.error(request, sentence_of(refusal))
    else:
        if said := done if isinstance(done, str) else done(result):
            messages.success(request, said)
        return True
    return False


def back(request: HttpRequest, otherwise: str) -> HttpResponseRedirect:
    """To the page the form was sent from, filters and all, if it is one of ours."""
    came_from = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(came_from if ours else otherwise)


def short(text: str | Promise, length: int = 90) -> str:
    """`text` on one line of a list."""
    text = " ".join(str(text).split())
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
