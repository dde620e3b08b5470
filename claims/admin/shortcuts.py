"""The page on which a person changes their keys or switches them off."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from claims.admin.base import desk_user
from claims.models import User
from claims.shortcuts import BY_NAME, COMMANDS


class ShortcutsForm(forms.Form):
    """Whether keys act, and one field for each command's key."""

    shortcuts_on = forms.BooleanField(
        label="Keyboard shortcuts", required=False, help_text="Off: a key does only what your browser does with it."
    )

    def __init__(self, data: Mapping[str, Any] | None, *, user: User) -> None:
        super().__init__(data, initial={"shortcuts_on": user.shortcuts_on})
        for command in COMMANDS:
            self.fields[command.name] = forms.CharField(
                label=command.does,
                min_length=1,
                max_length=1,
                strip=True,
                initial=user.shortcuts.get(command.name, command.key),
                error_messages={"required": "Type one key.", "max_length": "Type one key only."},
                widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}),
            )

    def clean(self) -> dict[str, Any]:
        """No key means two things on one page. A list's keys also stand on the inbox, and help on every page."""
        cleaned: dict[str, Any] = super().clean() or {}
        chosen: dict[str, list[str]] = defaultdict(list)
        for command in COMMANDS:
            if key := cleaned.get(command.name):
                chosen[key].append(command.name)
        for key, names in chosen.items():
            if key.isdigit():
                self.add_error(names[0], "Digits choose from a numbered list: choose another key.")
            for name in names[1:]:
                first = BY_NAME[names[0]].does
                self.add_error(name, f"“{key}” is the key of “{first}” already: choose another.")
        return cleaned

    def sections(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """The fields of the keys, by the pages that have them."""
        by_place: dict[str, list[forms.BoundField]] = defaultdict(list)
        for command in COMMANDS:
            by_place[command.where].append(self[command.name])
        yield from by_place.items()

    def save(self, user: User) -> None:
        """Keep what differs from our own keys, so that a new default reaches who never chose another."""
        user.shortcuts_on = self.cleaned_data["shortcuts_on"]
        user.shortcuts = {
            command.name: self.cleaned_data[command.name]
            for command in COMMANDS
            if self.cleaned_data[command.name] != command.key
        }
        user.save(update_fields=["shortcuts_on", "shortcuts"])


def shortcuts(request: HttpRequest) -> HttpResponse:
    """The page: everybody at the desk has their own."""
    user = desk_user(request)
    if "reset" in request.POST:
        user.shortcuts_on, user.shortcuts = True, {}
        user.save(update_fields=["shortcuts_on", "shortcuts"])
        messages.success(request, "The keys are ours again.")
        return HttpResponseRedirect(reverse("desk_shortcuts"))
    form = ShortcutsForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        form.save(user)
        messages.success(request, "Saved.")
        return HttpResponseRedirect(reverse("desk_shortcuts"))
    context = {**admin.site.each_context(request), "title": "Keyboard shortcuts", "form": form}
    return TemplateResponse(request, "admin/shortcuts.html", context)
