"""The panel on the page of an item: whose work it is, who watches it, and what is said about it.

Templates put it on a page with `{% talk item %}`. Its forms are ordinary ones; htmx sends them to the same addresses
and is given the panel alone. What was typed stays in the form wherever it is refused.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from articles.models import Article
from claims import rules
from claims.actions import assigning, comments, watching
from claims.actions.notifying import people_named
from claims.admin.base import attempt, back, desk_user, short
from claims.models import Claim, Comment, Contradiction, ErrorReport, Event, User, Verdict
from claims.models.user import staff_with
from claims.rules import Work
from claims.texts import mentions

KINDS: dict[str, type[Model]] = {
    str(model._meta.model_name): model for model in (Article, Claim, Contradiction, ErrorReport, Event, Verdict)
}
WORK = (Claim, Contradiction, ErrorReport, Verdict)
SHOWN = 50
"""Comments in the panel; the rest is one link away."""
NAMED = 100
"""People whose names are listed under the form."""


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]  # cannot be subscripted at run time
    """Colleagues by the name they are called."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class GiveForm(forms.Form):
    """Assign the item to a colleague."""

    to = PersonField(User.objects.none(), label="Give it to", empty_label="Choose a colleague")

    def __init__(self, data: Any = None, *, item: Work) -> None:
        super().__init__(data, auto_id="cc-give-%s")
        self.fields["to"].queryset = assigning.candidates(item).exclude(pk=item.assignee_id or 0)  # type: ignore[attr-defined]  # a model choice


class CommentForm(forms.Form):
    """Say something."""

    text = forms.CharField(
        label="Your words",
        max_length=10_000,
        error_messages={"required": "Write a comment first."},
        help_text="Write @ and a name to tell a colleague. A comment stays as you sent it.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@dataclass(frozen=True, slots=True)
class Said:
    """A comment, with its words cut where they name somebody."""

    comment: Comment
    pieces: tuple[mentions.Piece[User], ...]


def panel(user: User, item: Model, *, form: CommentForm | None = None, shown: int | None = SHOWN) -> dict[str, Any]:
    """What the panel shows `user` of `item`: the latest comments, oldest first, or all of them."""
    newest = Comment.objects.on(item).select_related("author", "resolved_by").order_by("-pk")
    said = list(newest if shown is None else newest[: shown + 1])
    hidden = shown is not None and len(said) > shown
    said = said[:shown][::-1]
    to_do = sum(one.resolved_at is None for one in said)
    may_comment = user.has_perm("claims.add_comment")
    return {
        "item": item,
        "kind": item._meta.model_name,
        "desk_zone": settings.DESK_TIME_ZONE,
        "said": list(_with_names(said)),
        "hidden": hidden,
        "to_do": to_do,
        "whole": shown is None,
        "may_comment": may_comment,
        "may_resolve": user.has_perm("claims.change_comment"),
        "comment_form": (form or CommentForm(auto_id="cc-comment-%s")) if may_comment else None,
        "colleagues": _colleagues(item, user) if may_comment else [],
        "watches": watching.is_watching(user, item),
        **(_work(user, item) if isinstance(item, WORK) else {}),
    }


@never_cache
@require_safe
def thread(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Everything that was said about an item, on a page of its own."""
    return _page(request, _item(request, kind, pk))


@never_cache
@require_POST
def comment(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Say something about the item. Names that nobody has are told: whoever was meant has not heard of it."""
    item, user = _item(request, kind, pk), desk_user(request)
    form = CommentForm(request.POST, auto_id="cc-comment-%s")
    done = form.is_valid() and attempt(
        request, lambda: comments.comment(item=item, by=user, text=form.cleaned_data["text"]), done="Said."
    )
    if not done:
        return _page(request, item, form=form, status=422)
    text = form.cleaned_data["text"]
    _, unknown = mentions.named(text, people_named(text))
    if unknown:
        messages.warning(request, f"Nobody here is called {_listed(unknown)}: no one was told by that name.")
    return _answer(request, item)


@never_cache
@require_POST
def resolve(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Say that a comment is dealt with, or that it is not after all, as the button that was pressed says."""
    item, user = _item(request, kind, pk), desk_user(request)
    key = request.POST.get("comment", "")
    made = get_object_or_404(Comment.objects.on(item), pk=key if key.isdecimal() else 0)
    again = "again" in request.POST
    act = comments.take_up_again if again else comments.resolve
    attempt(request, lambda: act(comment=made, by=user), done="Open again." if again else "Resolved.")
    return _answer(request, item)


@never_cache
@require_POST
def watch(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Begin or stop to be told of what happens to the item."""
    item, user = _item(request, kind, pk), desk_user(request)
    if "stop" in request.POST:
        attempt(request, lambda: watching.unwatch(item=item, by=user), done="You are told no more of this.")
    else:
        attempt(request, lambda: watching.watch(item=item, by=user), done="You are told of what happens here.")
    return _answer(request, item)


@never_cache
@require_POST
def assign(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Take the item, give it to somebody, or give it back. `seen` is whose it was on the page."""
    item, user = _item(request, kind, pk), desk_user(request)
    if not isinstance(item, WORK):
        raise Http404("This is nobody's work.")
    form = GiveForm(request.POST, item=item)
    seen = request.POST.get("seen", "")
    item.assignee_id = int(seen) if seen.isdecimal() and len(seen) < 19 else None
    if "take" in request.POST:
        attempt(request, lambda: assigning.assign(item=item, to=user, by=user), done="It is yours.")
    elif "drop" in request.POST:
        attempt(request, lambda: assigning.unassign(item=item, by=user), done="It is nobody's now.")
    elif form.is_valid():
        to = form.cleaned_data["to"]
        attempt(request, lambda: assigning.assign(item=item, to=to, by=user), done=f"It is {to.name}'s now.")
    else:
        messages.error(request, "Choose a colleague who can work on it.")
    return _answer(request, item)


def _work(user: User, item: Work) -> dict[str, Any]:
    hands_out = rules.may_hand_out(user, item)
    assigns = user.has_perm(assigning.ASSIGNS[type(item)])
    mine = user.pk == item.assignee_id
    return {
        "is_work": True,
        "assignee": item.assignee,
        "is_mine": mine,
        "may_take": assigns and not mine and rules.may_take_on(user, item),
        "may_drop": assigns and item.assignee_id is not None and (mine or hands_out),
        "give_form": GiveForm(item=item) if assigns and hands_out and rules.work_on(item) else None,
    }


def _with_names(said: Iterable[Comment]) -> Iterable[Said]:
    said = list(said)
    people = people_named(*(one.text for one in said))
    return (Said(one, tuple(mentions.pieces(one.text, people))) for one in said)


def _colleagues(item: Model, user: User) -> list[User]:
    people = staff_with(f"{item._meta.app_label}.view_{item._meta.model_name}").exclude(pk=user.pk)
    return list(people.order_by("username")[:NAMED])


def _item(request: HttpRequest, kind: str, pk: int) -> Model:
    """Raises Http404 for what there is not, PermissionDenied for who may not see it."""
    model = KINDS.get(kind)
    if model is None:
        raise Http404("There is nothing of that kind.")
    if not desk_user(request).has_perm(f"{model._meta.app_label}.view_{kind}"):
        raise PermissionDenied
    related = ("assignee",) if issubclass(model, WORK) else ()
    return get_object_or_404(model._base_manager.select_related(*related), pk=pk)


def page_of(item: Model) -> str:
    """The address of the item's own page at the desk."""
    return reverse(f"admin:{item._meta.app_label}_{item._meta.model_name}_change", args=[item.pk])


def _answer(request: HttpRequest, item: Model) -> HttpResponse:
    """The panel for htmx; for everybody else the page they came from."""
    if not request.htmx:  # type: ignore[attr-defined]  # its middleware
        return HttpResponseRedirect(f"{back(request, page_of(item)).url.partition('#')[0]}#cc-talk")
    # As it is in the database now, whatever came of the step.
    return _fragment(request, type(item)._base_manager.get(pk=item.pk))


def _page(request: HttpRequest, item: Model, *, form: CommentForm | None = None, status: int = 200) -> HttpResponse:
    """The panel for htmx, with what was typed; for everybody else a page of its own, so that it is not lost."""
    if request.htmx:  # type: ignore[attr-defined]  # its middleware
        return _fragment(request, item, form=form)
    context = {
        **admin.site.each_context(request),
        "title": f"Comments: {short(str(item), 60)}",
        "page": page_of(item),
        "panel": panel(desk_user(request), item, form=form, shown=None),
    }
    return TemplateResponse(request, "admin/talk/page.html", context, status=status)


def _fragment(request: HttpRequest, item: Model, *, form: CommentForm | None = None) -> HttpResponse:
    context = {"panel": panel(desk_user(request), item, form=form), "fragment": True}
    response = TemplateResponse(request, "admin/talk/panel.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _listed(names: list[str]) -> str:
    return ", ".join(f"@{name}" for name in dict.fromkeys(names))
