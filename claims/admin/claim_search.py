"""Finding claims at the desk, suggestions too: by their words, by their event, by who said it."""

import re

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q, QuerySet

from claims.models import Appearance, Claim, Event, Source
from claims.search import CONFIG, MOST_WORDS

MOST_NAMED = 50  # events, and sources, of one name that a search of the desk looks at
MOST_SAID = 1_000  # claims of such sources


def desk_search(claims: QuerySet[Claim], words: str) -> QuerySet[Claim]:
    """The claims that contain all `words`, of which the last may be only begun, or are about an event with these words
    in its title, or are made by a source of this name. Each part has an index and looks at a bounded number of rows."""
    found = re.findall(r"\w+", words)[:MOST_WORDS]
    if not found:
        return claims.none()
    query = SearchQuery(" & ".join(found) + ":*", search_type="raw", config=CONFIG)
    # Read first: with subqueries in their place PostgreSQL would go through every claim instead of the indexes.
    events = list(Event.objects.filter(title__icontains=words).order_by().values_list("pk", flat=True)[:MOST_NAMED])
    sources = Source.objects.filter(name__icontains=words).order_by().values_list("pk", flat=True)[:MOST_NAMED]
    said = Appearance.objects.filter(source__in=list(sources)).order_by().values_list("claim", flat=True)
    return claims.filter(Q(search_vector=query) | Q(event__in=events) | Q(pk__in=list(said[:MOST_SAID])))
