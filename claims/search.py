"""Finding claims by their words, in a bounded time however many claims there are.

1. The words are matched by the full-text index of the public claims (all of them, in the syntax of a web search).
2. Where the index finds nothing, the words may be misspelt. They are not likened to the claims, which takes as long as
   there are claims, but to the different words of the claims (`Word`), of which a million claims have some thousands;
   those most alike are searched for in their stead, and the page says so.
3. Of what is found, the newest BEST are ranked, and no more: a word that stands in every tenth claim tells little about
   any of them, and reading the vector of each takes a second for a million.

Accents make no difference: a plain word is searched for in every spelling that it has in claims. Every claim is indexed
with the rules of English, whatever its language, and so is every search: in another language the words are found as
they are written, in any case and with or without accents, while their other endings are found only by likeness (2).
A configuration for each language would have to guess that of the search, which three words do not tell.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import reduce
from operator import and_, or_

from django.contrib.postgres.search import SearchQuery, SearchQueryCombinable, SearchRank
from django.db import connection, transaction
from django.db.models import Exists, F, OuterRef, QuerySet

from claims.models import Claim, Contradiction, PositionAppearance

CONFIG = "english"
SHORTEST_WORD = 4  # letters; trigrams of shorter words match almost anything
MOST_WORDS = 8  # of a search that are looked up among the words of the claims
MOST_SPELLINGS = 6  # of one word
SHARED = 0.3  # of 1, how many threes of letters two words must share to be looked at: “harbuor”, “harbour” are 0.33
MOST_NEAR = 20  # words that share most
ALIKE = 0.8  # of 1, how alike two words must be, by their letters in order: “harbuor” and “harbour” are 0.86
MOST_ALIKE = 3  # words that a misspelt one is taken for
BEST = 500  # claims that are ranked
SYNTAX = re.compile(r'"|(^|\s)-|\bOR\b')
EDGES = ".,;:!?…()[]{}«»“”„‘’'"


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for, and what each misspelt word was taken for, for the page to say."""

    query: SearchQueryCombinable
    instead: Mapping[str, Sequence[str]] = field(default_factory=dict)


def read(claims: QuerySet[Claim], words: str) -> Search:
    """The search that `words` ask for among `claims`: as they are written, or corrected where that finds nothing."""
    if SYNTAX.search(words):
        return Search(SearchQuery(words, search_type="websearch", config=CONFIG))
    terms = [(term, term.strip(EDGES).lower()) for term in words.split()]
    looked_up = [word for _, word in terms[:MOST_WORDS]]
    spelt = _spellings(looked_up)
    asked = Search(_all_of(terms, spelt))
    if claims.filter(search_vector=asked.query).exists():
        return asked
    instead = _alike([word for word in looked_up if len(word) >= SHORTEST_WORD and word not in spelt])
    return Search(_all_of(terms, {**spelt, **instead}), instead) if instead else asked


def best(claims: QuerySet[Claim], asked: Search, *, most: int = BEST) -> list[tuple[float, int]]:
    """Rank and key of the newest `most` claims that match, best first, and of one more where there are more."""
    found = claims.filter(search_vector=asked.query).order_by("-created_at", "-id")
    ranked = found.annotate(rank=SearchRank(F("search_vector"), asked.query)).values_list("rank", "pk")
    return sorted(ranked[: most + 1], reverse=True)


def contradicted(claims: str = "pk") -> Exists:
    """Whether the claim named by the outer field `claims` takes a position in a public contradiction."""
    return Exists(
        PositionAppearance.objects.filter(
            appearance__claim=OuterRef(claims), position__contradiction__in=Contradiction.objects.public()
        )
    )


def _all_of(terms: Sequence[tuple[str, str]], spelt: Mapping[str, Sequence[str]]) -> SearchQueryCombinable:
    """Every one of the words, in any of its spellings."""
    each = [reduce(or_, map(_plain, dict.fromkeys([term, *spelt.get(word, ())]))) for term, word in terms]
    return reduce(and_, each) if each else _plain("")


def _plain(words: str) -> SearchQueryCombinable:
    return SearchQuery(words, search_type="plain", config=CONFIG)


def _spellings(words: list[str]) -> dict[str, list[str]]:
    """For each of `words` that stands in claims, in which ways it does: with and without accents."""
    found = _found(words, "key = unaccent(term) ORDER BY word", MOST_SPELLINGS)
    return {term: [word for word, _ in each] for (term, _), each in found.items()}


def _alike(words: list[str]) -> dict[str, list[str]]:
    """For each of `words`, the words of claims that are most alike, if any are. Letters in threes find them by index,
    of which two letters that changed places spoil four; letters in their order then decide."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.similarity_threshold', %s, true)", [str(SHARED)])
        near = "key %% unaccent(term) ORDER BY similarity(key, unaccent(term)) DESC, word"
        found = _found(words, near, MOST_NEAR)
    alike = {}
    for (term, plain), each in found.items():
        keys = get_close_matches(plain, list(dict.fromkeys(key for _, key in each)), n=MOST_ALIKE, cutoff=ALIKE)
        if taken := [word for key in keys for word, its_key in each if its_key == key]:
            alike[term] = taken
    return alike


def _found(words: list[str], how: str, most: int) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """For each of `words`, as it is and without accents, words of claims with their keys."""
    each = f"SELECT word, key FROM claims_word WHERE {how} LIMIT %s"  # noqa: S608 - only conditions from above
    query = f"SELECT term, unaccent(term), word, key FROM unnest(%s::text[]) AS term, LATERAL ({each}) AS near"  # noqa: S608
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(query, [words, most])
        for term, plain, word, key in cursor.fetchall():
            found[term, plain].append((word, key))
    return dict(found)
