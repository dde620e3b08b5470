"""What the filters of the public lists offer to choose from: little enough to be read and to be sent with each page."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db import connection
from django.db.models import F
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from django_filters.fields import ChoiceField

from claims.models import Appearance, Claim, Rating

UNCHECKED = "unchecked"
LOOKED_AT = 200  # claims, the newest, whose outlets and sources are offered
SEEN_IN = 2_000  # appearances of these claims that are looked at
OFFERED = 60  # outlets, and sources, of them


def ratings() -> list[tuple[str, Any]]:
    """The ratings of the desk's own scales. What is imported brings a scale for each desk and a rating for each word
    that it uses, which have no end."""
    names: dict[str, Any] = {}
    ours = Rating.objects.filter(scale__is_imported=False)
    for rating in ours.order_by("scale", F("value").asc(nulls_last=True), "name"):
        names.setdefault(rating.slug, rating.name)
    return [*names.items(), (UNCHECKED, _("Not yet checked"))]


class OneOf(forms.Select):
    """Django's own, whose template includes two others for each option; drawn here, a list page takes a tenth less."""

    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> SafeString:
        widget = context["widget"]
        drawn = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            (
                (option["value"], flatatt({"selected": option["selected"]}), option["label"])
                for _group, options, _place in widget["optgroups"]
                for option in options
            ),
        )
        return format_html('<select name="{}"{}>{}</select>', widget["name"], flatatt(widget["attrs"]), drawn)


class RatingField(ChoiceField):  # type: ignore[misc]  # django-filter has no types
    """Any rating by its slug. One that is not offered is once it is chosen."""

    def valid_value(self, value: str) -> bool:
        if not super().valid_value(value):
            rating = Rating.objects.filter(slug=value).first() if "\0" not in value else None
            if rating is None:
                return False
            self.choices = [*ratings(), (rating.slug, rating.name)]
        return True


def languages() -> list[tuple[str, str]]:
    """The languages of public claims, by one look into their index for each."""
    with connection.cursor() as cursor:
        cursor.execute("""
            WITH RECURSIVE found AS (
                (SELECT language FROM claims_claim WHERE status = 'accepted' ORDER BY language LIMIT 1)
                UNION ALL
                SELECT (SELECT language FROM claims_claim WHERE status = 'accepted' AND language > found.language
                        ORDER BY language LIMIT 1)
                FROM found WHERE found.language IS NOT NULL
            )
            SELECT language FROM found WHERE language IS NOT NULL
        """)
        codes = [code for (code,) in cursor.fetchall()]
    return sorted(((code, language_name(code)) for code in codes), key=lambda choice: choice[1])


def language_name(code: str) -> str:
    """What readers call a language; its code where Django does not know it."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def offer(form: forms.Form) -> Mapping[str, list[str]]:
    """Put choices into `form` that are of use and not too many: the outlets of the newest claims, and the one chosen.
    Returns the sources of the same claims, to be suggested."""
    newest = list(Claim.objects.public().order_by("-created_at", "-id").values_list("pk", flat=True)[:LOOKED_AT])
    outlet = "version__article__publisher__"
    seen = Appearance.objects.filter(claim__in=newest).order_by().values("pk")[:SEEN_IN]
    found = Appearance.objects.filter(pk__in=seen).order_by()
    outlets, sources = {}, set()
    for slug, name, source in found.values_list(f"{outlet}slug", f"{outlet}name", "source__name").distinct():
        outlets[slug] = name
        sources.add(source or "")
    chosen = form.cleaned_data["publisher"]
    offered = {chosen.slug: chosen.name} if chosen else {}
    offered.update(sorted(outlets.items())[:OFFERED])
    field: Any = form.fields["publisher"]
    field.widget.choices = [("", field.empty_label), *sorted(offered.items(), key=lambda choice: choice[1].casefold())]
    return {"sources": sorted(sources - {""}, key=str.casefold)[:OFFERED]} if "source" in form.fields else {}
