"""The people of the desk and their roles. A chief keeps the people; what a role may do is in the migrations."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.models import Group
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import URLPattern, path

from claims import rules
from claims.actions import people
from claims.admin.base import DeskAdmin, attempt, desk_user
from claims.models import User
from claims.models.user import UserGroup

if TYPE_CHECKING:
    from django.db.models import ManyToManyField
    from django.forms.models import ModelMultipleChoiceField

admin.site.unregister(Group)
admin.site.unregister((EmailAddress, Authenticator, UserSession))  # secrets and sessions: each person's own pages

STEPS: dict[str, tuple[Callable[..., None], str]] = {
    "invite": (people.invite, "Sent: the link works for a day."),
    "end_sessions": (people.end_sessions, "Logged out everywhere."),
    "reset_second_factor": (people.reset_second_factor, "Reset: they set up a new one when they next log in."),
    "switch_off": (people.switch_off, "Switched off: they are logged out and cannot log in."),
    "switch_on": (people.switch_on, "Switched on: they can log in again."),
}


@admin.register(User)
class PersonAdmin(DeskAdmin[User]):
    """People are switched off, not deleted: the history names them. Every step calls its action."""

    list_display = ("username", "full_name", "role_names", "is_active", "has_second_factor", "last_login")
    list_filter = ("is_active", "groups", "is_service")
    search_fields = ("username", "first_name", "last_name", "email")
    search_help_text = "Name or e-mail address"
    ordering = ("username",)
    readonly_fields = ("last_login", "date_joined")
    history_of: ClassVar[tuple[tuple[type[Model], str], ...]] = ((UserGroup, "user"),)
    change_form_template = "admin/claims/user/change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        factor = Authenticator.objects.filter(user=OuterRef("pk")).exclude(type=Authenticator.Type.RECOVERY_CODES)
        return super().get_queryset(request).prefetch_related("groups").annotate(second_factor=Exists(factor))

    @admin.display(description="Name")
    def full_name(self, person: User) -> str:
        return person.get_full_name()

    @admin.display(description="Roles")
    def role_names(self, person: User) -> str:
        names = [group.name for group in person.groups.all()]
        return ", ".join(["Superuser"] * person.is_superuser + sorted(names)) or "–"

    @admin.display(description="Second factor", boolean=True, ordering="second_factor")
    def has_second_factor(self, person: Any) -> bool:
        return bool(person.second_factor)

    # --- the form -----------------------------------------------------------------------------------------------
    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_change_permission(request, obj) and (
            obj is None or rules.may_manage(desk_user(request), obj)
        )

    def get_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        if obj is None:
            return (*people.DETAILS, "groups", "is_service")
        return (*people.DETAILS, "groups", "last_login", "date_joined")

    def formfield_for_manytomany(
        self, db_field: "ManyToManyField[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> "ModelMultipleChoiceField[Any] | None":
        kwargs["widget"] = forms.CheckboxSelectMultiple()
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if field is not None:
            open_to = [group.pk for group in people.roles_open_to(desk_user(request))]
            field.queryset = Group.objects.filter(pk__in=open_to).order_by("name")
            field.label, field.help_text = "Roles", "Those that can do no more than you."
        return field

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        act = people.change_person if change else people.add_person
        act(person=obj, roles=form.cleaned_data["groups"], by=desk_user(request))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """The action has given the roles."""

    def render_change_form(
        self, request: HttpRequest, context: Any, add: bool = False, change: bool = False,
        form_url: str = "", obj: User | None = None,
    ) -> HttpResponse:  # fmt: skip
        if obj is not None:
            context.update(
                may_manage=rules.may_manage(desk_user(request), obj),
                itself=obj.pk == request.user.pk,
                sessions=UserSession.objects.filter(user=obj).count(),
            )
        return super().render_change_form(request, context, add, change, form_url, obj)

    # --- the steps ----------------------------------------------------------------------------------------------
    def get_urls(self) -> list[URLPattern]:
        return [
            path(
                f"<path:object_id>/{name.replace('_', '-')}/",
                self.admin_site.admin_view(self._step(action, done)),
                name=f"claims_user_{name}",
            )
            for name, (action, done) in STEPS.items()
        ] + super().get_urls()

    def _step(self, action: Callable[..., None], done: str) -> Callable[[HttpRequest, str], HttpResponse]:
        def view(request: HttpRequest, object_id: str) -> HttpResponse:
            if request.method != "POST":
                return HttpResponseNotAllowed(["POST"])
            person, user = self.existing(request, object_id), desk_user(request)
            attempt(request, lambda: action(person=person, by=user), done=done)
            return HttpResponseRedirect(self.address("change", person.pk))

        return view


@admin.register(Group)
class GroupAdmin(DjangoGroupAdmin, DeskAdmin[Group]):
    """The roles, made by migrations. Permissions are permissions on everything: only superusers see and change them."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return _is_superuser(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _is_superuser(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return _is_superuser(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _is_superuser(request)


def _is_superuser(request: HttpRequest) -> bool:
    return request.user.is_active and request.user.is_superuser
