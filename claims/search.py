"""Finding claims: full-text search with a spelling-tolerant fallback, and the filters of the public list."""

import django_filters
from django import forms
from django.contrib.postgres.search import SearchQuery, SearchRank, TrigramWordSimilarity
from django.db import connection, transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Upper
from django.http import HttpRequest

from articles.models import Publisher
from claims.extraction.names import fold_name
from claims.models import Appearance, Claim, Contradiction, Event, PositionAppearance, Rating, Source, Verdict

UNCHECKED = "unchecked"
SHORTEST_WORD = 4  # letters; trigrams of shorter words match almost anything
MOST_WORDS = 8
SIMILAR_ENOUGH = 0.5  # of 1; PostgreSQL's own 0.6 misses a dropped letter in a word of seven
MOST_SIMILAR = 200  # claims that a forgiving search gives at most


def search(claims: QuerySet[Claim], words: str) -> tuple[QuerySet[Claim], bool]:
    """The claims that contain `words` (in the syntax of a web search), best first, and whether they do only nearly.

    Where no claim contains them, the fallback takes claims in which every longer word has a similar one: that forgives
    a misspelling or another transliteration of a name.
    """
    query = SearchQuery(words, search_type="websearch", config="english")
    exact = claims.filter(search_vector=query)
    if exact.exists():
        ranked = exact.annotate(rank=SearchRank(F("search_vector"), query))
        return ranked.order_by("-rank", "-created_at", "-id"), False
    terms = [word.upper() for word in words.split() if len(word) >= SHORTEST_WORD][:MOST_WORDS]
    if not terms:
        return claims.none(), False
    similar = claims.annotate(
        upper=Upper("text"),  # the expression that the trigram index is on
        closeness=TrigramWordSimilarity(" ".join(terms), "upper"),
    ).order_by("-closeness", "-created_at", "-id")
    near = similar
    for term in terms:
        near = near.filter(upper__trigram_word_similar=term)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL pg_trgm.word_similarity_threshold = %s", [SIMILAR_ENOUGH])
        nearest = list(near.values_list("pk", flat=True)[:MOST_SIMILAR])
    return similar.filter(pk__in=nearest), True


def contradicted(claims: str = "pk") -> Exists:
    """Whether the claim named by the outer field `claims` takes a position in a public contradiction."""
    return Exists(
        PositionAppearance.objects.filter(
            appearance__claim=OuterRef(claims), position__contradiction__in=Contradiction.objects.public()
        )
    )


def _ratings() -> list[tuple[str, str]]:
    names: dict[str, str] = {}
    for rating in Rating.objects.order_by("scale", F("value").asc(nulls_last=True), "name"):
        names.setdefault(rating.slug, rating.name)
    return [*names.items(), (UNCHECKED, "Not yet checked")]


def _publishers(_request: HttpRequest | None) -> QuerySet[Publisher]:
    seen = Appearance.objects.public().filter(version__article__publisher=OuterRef("pk"))
    return Publisher.objects.public().filter(Exists(seen))


def _events(_request: HttpRequest | None) -> QuerySet[Event]:
    return Event.objects.public()


class ClaimFilter(django_filters.FilterSet):
    """The filters of the claims list. `is_approximate` says after filtering that the search had to forgive spelling."""

    q = django_filters.CharFilter(
        method="by_words", label="Words", max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    rating = django_filters.ChoiceFilter(method="by_rating", choices=_ratings, label="Rating", empty_label="Any rating")
    source = django_filters.CharFilter(method="by_source", label="Who says it", max_length=200)
    publisher = django_filters.ModelChoiceFilter(
        method="by_publisher", queryset=_publishers, to_field_name="slug", label="Where", empty_label="Any outlet"
    )
    has_contradiction = django_filters.BooleanFilter(
        method="by_contradiction", label="Only where sources disagree", widget=forms.CheckboxInput
    )
    event = django_filters.ModelChoiceFilter(queryset=_events, widget=forms.HiddenInput)

    class Meta:
        model = Claim
        fields = ()

    is_approximate = False

    def by_words(self, claims: QuerySet[Claim], _name: str, words: str) -> QuerySet[Claim]:
        found, self.is_approximate = search(claims, words)
        return found

    def by_rating(self, claims: QuerySet[Claim], _name: str, slug: str) -> QuerySet[Claim]:
        verdicts = Verdict.objects.public().filter(claim=OuterRef("pk"))
        if slug == UNCHECKED:
            return claims.filter(~Exists(verdicts))
        return claims.filter(Exists(verdicts.filter(rating__slug=slug)))

    def by_source(self, claims: QuerySet[Claim], _name: str, value: str) -> QuerySet[Claim]:
        """By any of the source's names, in any transliteration that the alias table knows."""
        sources = Source.objects.filter(Q(name__iexact=value) | Q(aliases__key=fold_name(value)))
        return claims.filter(Exists(Appearance.objects.public().filter(claim=OuterRef("pk"), source__in=sources)))

    def by_publisher(self, claims: QuerySet[Claim], _name: str, publisher: Publisher) -> QuerySet[Claim]:
        appearances = Appearance.objects.public().filter(claim=OuterRef("pk"), version__article__publisher=publisher)
        return claims.filter(Exists(appearances))

    def by_contradiction(self, claims: QuerySet[Claim], _name: str, wanted: bool) -> QuerySet[Claim]:
        return claims.filter(contradicted()) if wanted else claims
