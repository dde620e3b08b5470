"""Users and groups. Only superusers see them, whatever permissions somebody was given by mistake."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest

from claims.admin.base import DeskAdmin
from claims.models import User

if TYPE_CHECKING:
    from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
    from django.contrib.auth.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

    class AnyUserAdmin(DjangoUserAdmin[User]): ...
else:
    from django.contrib.auth.admin import UserAdmin as AnyUserAdmin
    from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

admin.site.unregister(Group)


class SuperuserOnly:
    """Permissions on people are permissions on everything: nobody hands them out but a superuser."""

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


@admin.register(User)
class UserAdmin(SuperuserOnly, AnyUserAdmin, DeskAdmin[User]):
    """People are switched off (`active`), not deleted: the history names them."""

    form = UserChangeForm  # type: ignore[assignment]  # the stubs make it generic over the user model
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    list_display = ("username", "first_name", "last_name", "is_active", "is_staff", "is_superuser", "last_login")
    list_filter = ("is_active", "is_staff", "is_superuser", "groups")


@admin.register(Group)
class GroupAdmin(SuperuserOnly, DjangoGroupAdmin, DeskAdmin[Group]):
    """Reporter, Editor and Chief are made by a migration."""
