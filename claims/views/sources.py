"""Who asserts: the list, found by any name, and what one source has said over time."""

from django.db.models import F, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from claims.extraction.names import fold_name
from claims.models import Appearance, Event, Part, RollCallVote, Source, SourceAlias, Verdict
from claims.standing import ENOUGH, rated, said, standing
from claims.views.page import absolute, found_or_merged, moved, only_parameters, public_page
from claims.views.page_markup import source_page
from claims.views.roll import roll
from claims.vocabulary import Stance

STATEMENTS = 20
NEWEST = 3_000  # statements that are looked through for public claims and for ratings
VOTES = 20
SHORTEST = 3  # letters that are found wherever they stand in a name


@public_page
def sources(request: HttpRequest) -> HttpResponse:
    """Everyone who is heard in public, by name, or those that go by a name like `?q=`."""
    page = roll(request, Source.objects.public(), by_any_name)
    return render(request, "claims/sources.html", {"canonical": absolute(reverse("sources")), "page": page})


def by_any_name(words: str) -> Q:
    """Sources one of whose names has `words` in it, whatever their case, accents or transliteration. Fewer than
    SHORTEST letters begin a word of it: elsewhere no index has them. Names and aliases are searched apart, each by its
    index."""
    key = fold_name(words) or words.casefold()
    if len(words) < SHORTEST:
        named = Q(name__istartswith=words) | Q(name__icontains=f" {words}")
        called = Q(key__startswith=key) | Q(key__contains=f" {key}")
    else:
        named, called = Q(name__icontains=words), Q(key__contains=key)
    aliases = SourceAlias.objects.filter(called).order_by().values("source")
    return Q(pk__in=Source.objects.filter(named).order_by().values("pk").union(aliases))


@public_page
def source(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """One source: its names, what it said and how, where it contradicts or is contradicted, ratings, votes."""
    only_parameters(request, ())
    found = found_or_merged(Source.objects.public().prefetch_related("aliases"), pk)
    if redirect := moved(found, pk, slug, request):
        return redirect
    wrong, others = said(found)
    newest = Appearance.objects.filter(source=found).order_by(F("said_on").desc(nulls_last=True), "-pk")[:NEWEST]
    heard = Appearance.objects.public().filter(pk__in=newest.values("pk"))
    checked = Verdict.objects.public().filter(claim__in=heard.filter(stance=Stance.ASSERTS).values("claim"))
    counted = rated(checked)
    votes = RollCallVote.objects.filter(state=found, event__in=Event.objects.public()).select_related("event")
    return render(
        request,
        "claims/source.html",
        {
            "canonical": absolute(found.get_absolute_url()),
            "json_ld": source_page(found, canonical=absolute(found.get_absolute_url())),
            "source": found,
            "names": [alias for alias in found.aliases.all() if alias.name != found.name],
            "standing": standing(Part.objects.public().filter(source=found)),
            "enough": ENOUGH,
            "wrong": wrong,
            "others": others,
            "statements": with_ratings(heard.order_by(F("said_on").desc(nulls_last=True), "-pk"))[:STATEMENTS],
            "newest": NEWEST,
            "rated": counted,
            "checked": sum(each.number for each in counted),
            "votes": votes.order_by(F("event__date").desc(nulls_last=True), "-event")[:VOTES],
        },
    )


def with_ratings(appearances: QuerySet[Appearance]) -> QuerySet[Appearance]:
    """`appearances` with claim, outlet and current verdicts. The texts of articles stay in the database."""
    verdicts = Verdict.objects.public().select_related("rating__scale")
    return (
        appearances.select_related("claim", "version__article__publisher")
        .defer("version__text", "claim__search_vector")
        .prefetch_related(Prefetch("claim__verdicts", verdicts, "current_verdicts"))
    )
