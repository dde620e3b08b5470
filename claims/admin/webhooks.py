"""Webhooks at the desk: made, with a secret that is shown once, changed, and what came of each message."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.cache import add_never_cache_headers

from claims.actions.webhooks import change_webhook, make_webhook, secret_of, send_again
from claims.admin.base import DeskAdmin, attempt, desk_user
from claims.models import Delivery, Webhook
from claims.models.webhook import Happening

LOGGED = 50
"""Tries that the page shows."""


class WebhookForm(forms.Form):
    """A new webhook."""

    name = forms.CharField(label="Who is told", max_length=100)
    url = forms.URLField(label="Address", max_length=600, assume_scheme="https")
    kinds = forms.MultipleChoiceField(label="Of what", choices=Happening.choices, widget=forms.CheckboxSelectMultiple)


class ChangeForm(forms.Form):
    """What may be changed of one: another address is another webhook, with a secret of its own."""

    name = forms.CharField(label="Who is told", max_length=100)
    kinds = forms.MultipleChoiceField(label="Of what", choices=Happening.choices, widget=forms.CheckboxSelectMultiple)
    is_active = forms.BooleanField(label="Send messages", required=False)


@admin.register(Webhook)
class WebhookAdmin(DeskAdmin[Webhook]):
    """Who else is told of what readers see."""

    list_display = ("name", "url", "told_of", "state", "made_at")
    list_filter = ("is_active",)
    search_fields = ("name", "url")
    search_help_text = "Name or address"
    list_select_related: ClassVar[tuple[str, ...]] = ("made_by",)

    @admin.display(description="Told of")
    def told_of(self, webhook: Webhook) -> str:
        return ", ".join(webhook.kinds)

    @admin.display(description="State")
    def state(self, webhook: Webhook) -> str:
        if not webhook.is_active:
            return f"Stopped: {webhook.stopped_because}" if webhook.stopped_because else "Off"
        return "Failing" if webhook.failing_since else "On"

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """The form, and once the webhook is made, its secret: this once."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = WebhookForm(request.POST or None)
        made: Webhook | None = None
        if form.is_valid():
            try:
                made = make_webhook(by=desk_user(request), **form.cleaned_data)
            except ValidationError as refusal:
                form.add_error(None, refusal.messages)
        shown = {"webhook": made, "secret": secret_of(made)} if made else {"form": form}
        return self._page(request, "add", "New webhook" if made is None else "Its secret", shown)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """What it is told of, and what came of the newest messages."""
        webhook = self.existing(request, object_id)
        may_change = self.has_change_permission(request)
        if request.method == "POST" and not may_change:
            raise PermissionDenied
        now = {"name": webhook.name, "kinds": webhook.kinds, "is_active": webhook.is_active}
        form = ChangeForm(request.POST or None, initial=now)
        if form.is_valid() and attempt(
            request,
            lambda: change_webhook(webhook=webhook, by=desk_user(request), **form.cleaned_data),
            done="Saved.",
        ):
            return HttpResponseRedirect(self.address("change", webhook.pk))
        tries = list(webhook.deliveries.select_related("message")[:LOGGED])
        shown = {
            "webhook": webhook,
            "form": form,
            "tries": tries,
            "state": self.state(webhook),
            "may_change": may_change,
        }
        return self._page(request, "change", webhook.name, shown)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.send_again_view)
        return [path("<path:object_id>/send-again/", view, name="claims_webhook_send_again"), *super().get_urls()]

    def send_again_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Send the message of one try again."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        webhook, user = self.existing(request, object_id), desk_user(request)
        if not self.has_change_permission(request):
            raise PermissionDenied
        chosen = request.POST.get("delivery", "")
        tries = Delivery.objects.select_related("webhook", "message")
        delivery = tries.filter(webhook=webhook, pk=chosen if chosen.isdecimal() and len(chosen) < 19 else 0).first()
        if delivery is None:
            raise Http404("There is no such try.")
        attempt(request, lambda: send_again(delivery=delivery, by=user), done="It is sent again now.")
        return HttpResponseRedirect(self.address("change", webhook.pk))

    def _page(self, request: HttpRequest, page: str, title: str, shown: dict[str, Any]) -> HttpResponse:
        context = {**self.admin_site.each_context(request), "title": title, "opts": self.opts, **shown}
        answer = TemplateResponse(request, f"admin/claims/webhook/{page}.html", context)
        add_never_cache_headers(answer)
        return answer
