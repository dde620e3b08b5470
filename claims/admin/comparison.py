"""Two versions of an article side by side, and the claims whose words the current one no longer has."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from articles.models import Article, ArticleVersion
from claims.actions.appearances import OPEN
from claims.admin.base import DeskAdmin, desk_user, short
from claims.admin.quotes import with_surroundings
from claims.models import Appearance
from claims.texts.anchors import Found, How, NotFoundError, find
from claims.texts.differences import compare
from claims.texts.stretches import stretches_of

SHOWN = 25
"""Claims that are looked for again in the current text; the page says where there are more."""
CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Astray:
    """A claim of an earlier version that nobody has marked in the current one: its words there, if they are found."""

    appearance: Appearance
    words: str
    found: Found | None

    @property
    def is_close(self) -> bool:
        """Whether the text now says it in other words."""
        return self.found is not None and self.found.how == How.CLOSE


class VersionsForm(forms.Form):
    """Which two versions to compare, by their numbers."""

    earlier = forms.TypedChoiceField(label="Earlier", coerce=int)
    later = forms.TypedChoiceField(label="Later", coerce=int)

    def __init__(self, *args: Any, versions: list[ArticleVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("earlier", "later"):
            self.fields[name].choices = [  # type: ignore[attr-defined]  # a choice field
                (one.number, f"Version {one.number}, {one.captured_at:%d %b %Y %H:%M}") for one in versions
            ]


class ComparisonAdmin(DeskAdmin[Article]):
    """The page of an article's versions."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.versions_view)
        return [path("<path:object_id>/versions/", view, name="articles_article_versions"), *super().get_urls()]

    def versions_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What changed between two versions: the last two, or those that the form names."""
        article = self.existing(request, object_id)
        versions = list(article.versions.defer("text").order_by("number"))
        last = {"earlier": versions[max(0, len(versions) - 2)].number, "later": versions[-1].number}
        form = VersionsForm(request.GET or last, versions=versions)
        numbers = form.cleaned_data if form.is_valid() else {}
        texts = {one.number: one for one in article.versions.filter(number__in=numbers.values())}
        stretches = (
            stretches_of(compare(texts[numbers["earlier"]].text, texts[numbers["later"]].text)) if numbers else []
        )
        current = article.versions.get(is_current=True)
        astray = _astray(current)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Versions: {short(article.title, 80)}",
            "opts": self.opts,
            "article": article,
            "count": len(versions),
            "form": form,
            "numbers": numbers,
            "stretches": stretches,
            "changes": sum(stretch.row.changed for stretch in stretches),
            "current": current,
            "astray": astray[:SHOWN],
            "more": len(astray) > SHOWN,
            "may_add": desk_user(request).has_perm("claims.add_appearance"),
            "media": self.media,
        }
        return TemplateResponse(request, "admin/claims/article/versions.html", context)


def _astray(current: ArticleVersion) -> list[Astray]:
    """Claims that earlier versions made and that are not marked in the current one, the latest words of each; one more
    than are shown."""
    here = Appearance.objects.filter(version=current).values("claim")
    earlier = Appearance.objects.filter(version__article=current.article_id, claim__status__in=OPEN).exclude(
        claim__in=here
    )
    latest = earlier.order_by("claim_id", "-version__number", "start").distinct("claim_id").values("pk")
    rows = with_surroundings(
        Appearance.objects.filter(pk__in=latest).select_related("claim", "version").defer("version__text")
    )
    found = []
    for row in rows.order_by("start", "pk")[: SHOWN + 1]:
        words, place = _place(current.text, row)
        found.append(Astray(row, words, place))
    return found


def _place(text: str, row: Any) -> tuple[str, Found | None]:
    try:
        found = find(text, row.quote, before=row.text_before[-CONTEXT:], after=row.text_after[:CONTEXT])
    except NotFoundError:
        return "", None
    return text[found.start : found.end], found
