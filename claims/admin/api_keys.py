"""Keys with which programs use the API: made here, shown once, revoked."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from claims import rules
from claims.actions.keys import make_key, revoke_key
from claims.admin.base import DeskAdmin, attempt, desk_user
from claims.models import ApiKey, User
from claims.models.api_key import Scope

DAYS = {30: "30 days", 90: "90 days", 180: "half a year", 365: "a year"}


class KeyForm(forms.Form):
    """A new key."""

    owner = forms.ModelChoiceField(
        queryset=User.objects.none(),
        label="Account",
        help_text="What it does is done in this name. A key for yourself, or for a service account.",
    )
    name = forms.CharField(label="What uses it", max_length=100)
    scopes = forms.MultipleChoiceField(
        label="What it is for",
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="It can never do more than the account's roles.",
    )
    days = forms.TypedChoiceField(label="Good for", choices=list(DAYS.items()), coerce=int, initial=90)

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programs = User.objects.filter(Q(pk=by.pk) | Q(is_service=True, is_active=True)).order_by("-pk")
        owners = [owner.pk for owner in programs if rules.may_make_key(by, owner)]
        self.fields["owner"].queryset = User.objects.filter(pk__in=owners).order_by("is_service", "username")  # type: ignore[attr-defined]  # a model choice
        self.fields["owner"].initial = by.pk


@admin.register(ApiKey)
class ApiKeyAdmin(DeskAdmin[ApiKey]):
    """Who makes keys sees everybody's: names and first letters are no secret."""

    list_display = ("name", "prefix", "user", "what_for", "state", "last_used_at", "expires_at")
    list_filter = ("user__is_service",)
    list_select_related = ("user",)
    search_fields = ("name", "prefix", "user__username")
    search_help_text = "Name, first letters, or account"
    fields = ("name", "prefix", "user", "what_for", "created_by", "created_at", "expires_at", "last_used_at")
    readonly_fields = (*fields, "revoked_by")
    change_form_template = "admin/claims/apikey/change_form.html"

    def has_change_permission(self, request: HttpRequest, obj: ApiKey | None = None) -> bool:
        """A key is revoked, and never changed."""
        return False

    @admin.display(description="For")
    def what_for(self, key: ApiKey) -> str:
        return ", ".join(key.scopes)

    @admin.display(description="State")
    def state(self, key: ApiKey) -> str:
        return "Revoked" if key.revoked_at else "Expired" if key.is_expired else "Good"

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """The form, and once the key is made, the key: this once."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        user = desk_user(request)
        form = KeyForm(request.POST or None, by=user)
        made = self._make(form, user) if form.is_valid() else None
        context = {
            **self.admin_site.each_context(request),
            "title": "New API key" if made is None else "Your new API key",
            "opts": self.opts,
            "form": form,
            "key": made[0] if made else None,
            "secret": made[1] if made else "",
        }
        answer = TemplateResponse(request, "admin/claims/apikey/add.html", context)
        add_never_cache_headers(answer)
        return answer

    def _make(self, form: KeyForm, user: User) -> tuple[ApiKey, str] | None:
        told = form.cleaned_data
        try:
            return make_key(
                owner=told["owner"],
                by=user,
                name=told["name"],
                scopes=[Scope(scope) for scope in told["scopes"]],
                expires_at=timezone.now() + timedelta(days=told["days"]),
            )
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
            return None

    def render_change_form(
        self, request: HttpRequest, context: Any, add: bool = False, change: bool = False,
        form_url: str = "", obj: ApiKey | None = None,
    ) -> HttpResponse:  # fmt: skip
        if obj is not None:
            may = obj.revoked_at is None and rules.may_revoke_key(desk_user(request), obj)
            context.update(state=self.state(obj), may_revoke=may)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.revoke_view)
        return [path("<path:object_id>/revoke/", view, name="claims_apikey_revoke"), *super().get_urls()]

    def revoke_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        key, user = self.existing(request, object_id), desk_user(request)
        attempt(request, lambda: revoke_key(key=key, by=user), done="Revoked: it opens nothing any more.")
        return HttpResponseRedirect(self.address("change", key.pk))
