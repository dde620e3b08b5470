"""How long a search takes: `python -m tests.benchmarks.search --claims 1000000`.

Makes a database of its own with claims alone, and times what a search of the site asks of it: what the words mean, and
the best of what they find. The peers in the same run are the ways that need no list of words: ranking every claim that
has one of two words, and likening a word to the whole text of every claim.
"""

import argparse
import math
import os
import statistics
import time
from collections.abc import Callable
from functools import partial

import django
from rich.console import Console
from rich.table import Table

from tests.benchmarks.pages import scratch

SEARCHES = {
    "a word of 8 in 100 claims": "harbour",
    "a word of every claim": "people",
    "two words": "harbour displaced",
    "six words": "people were displaced at the harbour office",
    "quoted, and not": '"at the harbour" -displaced',
    "either": "harbour OR refinery",
    "misspelt": "harbuor displcaed",
    "misspelt, each word": "peolpe regsitered refinary ofice",
    "nothing like it": "xylophone quartet",
    "eight words that are nothing": "wxyz vwxy uvwx tuvw stuv rstu qrst pqrs",
}


def main() -> None:
    """Parse, prepare, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    os.environ.setdefault("CROSSCHECK_ENV", "development")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "claims.settings")
    django.setup()
    console = Console()
    with scratch("crosscheck_search", options.claims, console, "fill_claims"):
        from claims.actions.words import learn_words

        console.print(f"Learning the words took {timed(learn_words) / 1_000:.1f} s.")
        table = Table("search", "found", "p50 ms", "p95 ms", title=f"{options.claims:,} claims")
        for name, words in SEARCHES.items():
            found = look_for(words)
            times = sorted(timed(partial(look_for, words)) for _ in range(options.rounds))
            p95 = times[math.ceil(0.95 * len(times)) - 1]
            table.add_row(name, f"{found:,}", f"{statistics.median(times):.0f}", f"{p95:.0f}")
        for name, way in peers().items():
            table.add_row(f"peer: {name}", "", f"{statistics.median(timed(way) for _ in range(3)):.0f}", "")
        console.print(table)


def look_for(words: str) -> int:
    """How many a search of the site finds, up to one more than it ranks."""
    from claims.models import Claim
    from claims.search import best, read

    public = Claim.objects.public()
    return len(best(public, read(public, words)))


def peers() -> dict[str, Callable[[], object]]:
    from django.contrib.postgres.search import SearchQuery, SearchRank, TrigramWordSimilarity
    from django.db.models import F
    from django.db.models.functions import Upper

    from claims.models import Claim

    either = SearchQuery("harbour OR refinery", search_type="websearch", config="english")
    ranked = Claim.objects.public().filter(search_vector=either).annotate(rank=SearchRank(F("search_vector"), either))
    alike = Claim.objects.public().annotate(upper=Upper("text"), near=TrigramWordSimilarity("HARBUOR", "upper"))
    return {
        "every claim with one of two words, ranked": lambda: list(ranked.order_by("-rank").values_list("pk")[:20]),
        "a misspelt word likened to every claim": lambda: list(
            alike.filter(upper__trigram_word_similar="HARBUOR").order_by("-near").values_list("pk")[:20]
        ),
    }


def timed(what: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    what()
    return 1_000 * (time.perf_counter() - began)


if __name__ == "__main__":
    main()
