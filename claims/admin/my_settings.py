"""The page on which a person chooses how to be told."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from claims.actions import notices
from claims.admin.base import desk_user
from claims.models import User


class SettingsForm(forms.Form):
    """How to be told of what happens."""

    notices = forms.ChoiceField(label="Notifications", choices=User.Notices.choices, widget=forms.RadioSelect)


def my_settings(request: HttpRequest) -> HttpResponse:
    """The page: everybody at the desk has their own."""
    user = desk_user(request)
    form = SettingsForm(request.POST or None, initial={"notices": user.notices})
    if request.method == "POST" and form.is_valid():
        notices.choose(user=user, notices=User.Notices(form.cleaned_data["notices"]))
        messages.success(request, "Saved.")
        return HttpResponseRedirect(reverse("desk_settings"))
    context = {
        **admin.site.each_context(request),
        "title": "My settings",
        "form": form,
        "email": user.email,
        "hour": settings.DIGEST_HOUR,
        "desk_zone": settings.DESK_TIME_ZONE,
    }
    return TemplateResponse(request, "admin/talk/settings.html", context)
