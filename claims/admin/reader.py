"""The article reader: the text as published with its claims marked, where words are selected to make an appearance."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.postgres.search import TrigramSimilarity
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.db.models.functions import Upper
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from articles.models import Article, ArticleVersion
from claims.actions.appearances import OPEN, Added, add_appearance
from claims.actions.suggesting import suggest
from claims.admin.base import DeskAdmin, attempt, desk_user, short
from claims.admin.reader_forms import MEASURES, AppearanceForm, FigureForm, FigureFormSet, WordsForm
from claims.models import Appearance, Claim, Measurement, User
from claims.search import best, read
from claims.texts.anchors import Found, How, NotFoundError, code_points, find
from claims.texts.marks import Mark, Run, runs_of
from claims.vocabulary import Modality, SourceKind, Stance

OFFERED = 6
"""Known claims offered for the chosen words."""
CHOSEN = 0
"""The key of the mark on the chosen words; those of claims count from 1."""
NOTES = {
    How.WORDS: "Found in the text: these words stand there once.",
    How.CLOSE: "The text says it a little differently. What is marked is what will be quoted: check it.",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A run of the text as the page shows it: under which claims, and which begin and end here."""

    run: Run
    statuses: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def chosen(self) -> bool:
        """Whether it belongs to the words chosen for a new appearance."""
        return CHOSEN in self.run.keys

    @property
    def numbers(self) -> tuple[int, ...]:
        """The claims that it belongs to, the shortest first."""
        return tuple(key for key in self.run.keys if key != CHOSEN)


class ReaderAdmin(DeskAdmin[Article]):
    """The reader's pages of an article."""

    def get_urls(self) -> list[URLPattern]:
        pages = {"reader": self.reader_view, "find": self.find_view}
        return [
            path(f"<path:object_id>/{name}/", self.admin_site.admin_view(view), name=f"articles_article_{name}")
            for name, view in pages.items()
        ] + super().get_urls()

    def reader_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The text; with `start` and `end` in the address, a form for an appearance of those words."""
        article = self.existing(request, object_id)
        version = version_of(article, request.GET.get("version", ""))
        user = desk_user(request)
        chosen = _chosen(request, version)
        if chosen is None:
            if request.method == "POST":
                return HttpResponseNotAllowed(["GET"])
            return self._page(request, article, version)
        if not user.has_perm("claims.add_appearance"):
            raise PermissionDenied("You may read here, but not mark words as a claim.")
        if request.method == "POST" and "look" not in request.POST:
            return self._add(request, article, version, chosen)
        return self._page(request, article, version, chosen, **_proposed(request, user, version, chosen))

    def find_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Find the words that were selected or pasted, and go on to the form for them."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = self.existing(request, object_id)
        version = version_of(article, request.GET.get("version", ""))
        if not desk_user(request).has_perm("claims.add_appearance"):
            raise PermissionDenied("You may read here, but not mark words as a claim.")
        form = WordsForm(request.POST)
        if form.is_valid():
            given = form.cleaned_data
            start = None if given["units"] is None else code_points(version.text, given["units"])
            try:
                found = find(version.text, given["words"], start=start, before=given["before"], after=given["after"])
            except NotFoundError as error:
                form.add_error("words", str(error))
            else:
                if note := NOTES.get(found.how):
                    messages.info(request, note)
                return HttpResponseRedirect(f"{self.reader(version, found)}#new")
        return self._page(request, article, version, words=form)

    def _add(self, request: HttpRequest, article: Article, version: ArticleVersion, chosen: Found) -> HttpResponse:
        user = desk_user(request)
        form, figures = _filled_in(request, user, version, chosen)
        if form.is_valid() and figures.is_valid():
            given = form.cleaned_data
            added: list[Added] = []
            if attempt(
                request,
                lambda: added.append(
                    add_appearance(
                        version=version,
                        start=chosen.start,
                        end=chosen.end,
                        by=user,
                        claim=given["claim"],
                        text=given["text"],
                        speaker=given["speaker"],
                        speaker_kind=SourceKind(given["speaker_kind"]),
                        stance=Stance(given["stance"]),
                        modality=Modality(given["modality"]),
                        said_on=given["said_on"],
                        figures=[row.measurement() for row in figures if row.is_kept],
                        accept="accept" in request.POST,
                    )
                ),
                done=lambda _: f"Added: {short(added[0].appearance.claim.text, 80)}",
            ):
                for contradiction in added[0].contradictions:
                    messages.info(request, f"It bears on: {contradiction.question}")
                return HttpResponseRedirect(f"{self.reader(version)}#appearance-{added[0].appearance.pk}")
        return self._page(request, article, version, chosen, form=form, figures=figures)

    def reader(self, version: ArticleVersion, found: Found | None = None, **more: Any) -> str:
        """The address of the reader at a version, and at words of it."""
        place = {"start": found.start, "end": found.end} if found else {}
        return f"{self.address('reader', version.article_id)}?{urlencode({'version': version.number, **place, **more})}"

    def _page(
        self, request: HttpRequest, article: Article, version: ArticleVersion, chosen: Found | None = None, **more: Any
    ) -> HttpResponse:
        user = desk_user(request)
        rows = list(
            Appearance.objects.filter(version=version)
            .select_related("claim", "source")
            .defer("claim__search_vector")
            .prefetch_related(
                Prefetch("measurements", Measurement.objects.order_by("start")), "positions__contradiction"
            )
            .order_by("start", "end", "pk")
        )
        context = {
            **self.admin_site.each_context(request),
            "title": f"Read: {short(article.title, 80)}",
            "opts": self.opts,
            "article": article,
            "version": version,
            "versions": article.versions.defer("text").order_by("-number"),
            "text": _marked(version.text, rows, chosen),
            "rows": list(enumerate(rows, 1)),
            "chosen": chosen,
            "here": self.reader(version, chosen),
            "words": WordsForm(),
            "find": f"{self.address('find', article.pk)}?{urlencode({'version': version.number})}",
            "without": self.reader(version),
            "speakers": sorted({row.source_name for row in rows if row.source_name}),
            "measures": MEASURES,
            "may_add": user.has_perm("claims.add_appearance"),
            "may_review": user.has_perm("claims.review_claim"),
            "media": self.media,
            **more,
        }
        return TemplateResponse(request, "admin/claims/article/reader.html", context)


def version_of(article: Article, number: str) -> ArticleVersion:
    """The version of that number, or the current one. Raises Http404 where there is none."""
    wanted = {"number": number} if number.isdecimal() else {"is_current": True}
    version = ArticleVersion.objects.filter(article=article, **wanted).first()
    if version is None or (number and not number.isdecimal()):
        raise Http404(f"There is no version {number} of this article.")
    version.article = article
    return version


def claims_open_to(user: User) -> QuerySet[Claim]:
    """The claims to which `user` may add words: readers see those that are accepted, so they are an editor's."""
    statuses = OPEN if user.has_perm("claims.review_claim") else (Claim.Status.SUGGESTED,)
    return Claim.objects.filter(status__in=statuses)


def _chosen(request: HttpRequest, version: ArticleVersion) -> Found | None:
    start, end = request.GET.get("start", ""), request.GET.get("end", "")
    if not (start or end):
        return None
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(version.text)):
        raise Http404("These words are not in the text.")
    return Found(int(start), int(end), How.POSITION)


def _proposed(request: HttpRequest, user: User, version: ArticleVersion, chosen: Found) -> dict[str, Any]:
    """The forms as extraction would fill them in, or as somebody had who then looked for a claim."""
    if request.method == "POST":
        form, figures = _filled_in(request, user, version, chosen, look=request.POST.get("search", ""))
        return {"form": form, "figures": figures}
    suggestion = suggest(version=version, start=chosen.start, end=chosen.end)
    said = suggestion.claim
    wanted = request.GET.get("claim", "")
    offered = _alike(user, said.text, first=int(wanted) if wanted.isdecimal() else None)
    initial = {
        "claim": wanted,
        "text": said.text,
        "speaker": said.speaker.name if said.speaker else "",
        "speaker_kind": said.speaker.kind if said.speaker else SourceKind.PERSON,
        "stance": said.stance,
        "modality": said.modality,
        "said_on": said.said_on or version.article.published_on,
    }
    return {
        "form": AppearanceForm(initial=initial, claims=claims_open_to(user), offered=offered),
        "figures": FigureFormSet(
            initial=[FigureForm.initial_of(figure) for figure in suggestion.figures],
            form_kwargs=_words_of(version, chosen),
        ),
    }


def _filled_in(
    request: HttpRequest, user: User, version: ArticleVersion, chosen: Found, *, look: str | None = None
) -> tuple[AppearanceForm, Any]:
    """The forms as they were sent. Where the person was still looking for a claim, nothing is checked yet."""
    wanted = request.POST.get("claim", "")
    first = int(wanted) if wanted.isdecimal() else None
    offered = _alike(user, request.POST.get("text", ""), first=first, look=look or "")
    claims = claims_open_to(user)
    figures = FigureFormSet(request.POST, form_kwargs=_words_of(version, chosen))
    if look is None:
        return AppearanceForm(request.POST, claims=claims, offered=offered), figures
    rows = [{name: row[name].data for name in row.fields} for row in figures if row["words"].data]
    return (
        AppearanceForm(initial=request.POST.dict(), claims=claims, offered=offered),
        FigureFormSet(initial=rows, form_kwargs=_words_of(version, chosen)),
    )


def _words_of(version: ArticleVersion, chosen: Found) -> dict[str, Any]:
    return {"text": version.text, "first": chosen.start, "last": chosen.end}


def _alike(user: User, text: str, *, first: int | None, look: str = "") -> list[Claim]:
    """Claims to offer: the one already chosen, and those found by words, or else those worded much alike."""
    claims = claims_open_to(user).defer("search_vector")
    if look.strip():
        near = {key: place for place, (_, key) in enumerate(best(claims, read(claims, look))[:OFFERED])}
        found = sorted(claims.filter(pk__in=near), key=lambda claim: near[claim.pk])
    else:
        worded = claims.annotate(upper=Upper("text"), alike=TrigramSimilarity(Upper("text"), text.upper()))
        found = list(worded.filter(upper__trigram_similar=text.upper()).order_by("-alike", "pk")[:OFFERED])
    chosen = list(claims.filter(pk=first)) if first and first not in {claim.pk for claim in found} else []
    return [*chosen, *found]


def _marked(text: str, rows: list[Appearance], chosen: Found | None) -> list[Marked]:
    marks = [Mark(number, row.start, row.end) for number, row in enumerate(rows, 1)]
    if chosen:
        marks.append(Mark(CHOSEN, chosen.start, chosen.end))
    statuses = {number: row.claim.status for number, row in enumerate(rows, 1)}
    return [
        Marked(
            run,
            " ".join(sorted({statuses[key] for key in run.keys if key != CHOSEN})),
            tuple(key for key in run.starting if key != CHOSEN),
            tuple(key for key in run.ending if key != CHOSEN),
        )
        for run in runs_of(text, marks)
    ]
