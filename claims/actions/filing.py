"""What an import finds in the database before it decides: publishers, ratings, versions, claims. Each is looked up for
a whole chunk of reviews at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain

from django.db import connection
from django.db.models import F
from django.db.models.functions import MD5, Upper
from django.utils.text import slugify

from articles.models import Publisher
from claims.claimreview.incoming import Incoming, fold_claim
from claims.models import Claim, ImportedReview, ImportRow, Rating, RatingScale, Verdict

SCALE = "In its own words"
DEFINITION = "A rating in the words of the desk that gave it."
UNREAD = ("document", "verdict__summary", "verdict__body", "verdict__claim__search_vector")
"""What is long and decides nothing."""


@dataclass(slots=True)
class Version:
    """One version of a review that is kept, or about to be."""

    verdict: Verdict
    url: str
    digest: str
    rating: str


@dataclass(slots=True)
class Known:
    """What an import has looked up so far, for as long as it runs."""

    publishers: dict[str, Publisher] = field(default_factory=dict)
    scales: dict[int, RatingScale] = field(default_factory=dict)
    ratings: dict[tuple[int, str], Rating] = field(default_factory=dict)


def find_publishers(reviews: list[Incoming], known: Known) -> None:
    """Look up or make the publishers of `reviews` and the scales that hold their ratings."""
    new = {each.publisher: each.publisher_url for each in reviews if each.publisher not in known.publishers}
    if not new:
        return
    slugs = {name: _slugs(name) for name in new}
    by_name = {each.name: each for each in Publisher.objects.filter(name__in=new)}
    by_slug = {each.slug: each for each in Publisher.objects.filter(slug__in=chain.from_iterable(slugs.values()))}
    for name, url in new.items():
        short, own = slugs[name]
        alike = short in by_slug and fold_claim(by_slug[short].name) == fold_claim(name)
        publisher = by_name.get(name) or by_slug.get(short if alike else own)
        if publisher is None:
            slug = own if short in by_slug else short
            publisher = Publisher.objects.create(name=name, slug=slug, kind=Publisher.Kind.DESK, url=url[:200])
            by_slug[publisher.slug] = publisher
        known.publishers[name] = publisher
        if publisher.kind != Publisher.Kind.OWN and publisher.pk not in known.scales:
            made = RatingScale.objects.get_or_create(publisher=publisher, name=SCALE, defaults={"is_imported": True})
            known.scales[publisher.pk] = made[0]


def _slugs(name: str) -> tuple[str, str]:
    """The slug of a publisher, and one of its own for where another name has that: slugs drop all that is not ASCII,
    so that "AFP" and "AFP 事實查核" would be one."""
    short = slugify(name)[:60].strip("-")
    own = f"{short or 'desk'}-{_hash(fold_claim(name))}"
    return short or own, own


def find_ratings(reviews: list[Incoming], known: Known) -> None:
    """Look up or make the ratings that `reviews` give. One that is known keeps the place it was given."""
    wanted: dict[tuple[int, str], Incoming] = {}
    for each in reviews:
        scale = known.scales.get(known.publishers[each.publisher].pk)
        if scale and (scale.pk, each.rating) not in known.ratings:
            wanted[scale.pk, each.rating] = each
    if not wanted:
        return
    slugs = {f"{slugify(name)[:40].strip('-')}-{_hash(name)}".strip("-"): name for _, name in wanted}
    for rating in Rating.objects.filter(scale__in={scale for scale, _ in wanted}, slug__in=slugs):
        known.ratings[rating.scale_id, rating.name] = rating
    missing = {key: each for key, each in wanted.items() if key not in known.ratings}
    names = {name: slug for slug, name in slugs.items()}
    made = Rating.objects.bulk_create(
        Rating(scale_id=scale, name=name, slug=names[name], normalised=each.normalised, definition=DEFINITION)
        for (scale, name), each in missing.items()
    )
    known.ratings.update({(rating.scale_id, rating.name): rating for rating in made})


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]


def kept_versions(reviews: list[Incoming]) -> dict[tuple[int, str], list[Version]]:
    """Every version that is kept of the reviews that `reviews` could be, oldest first."""
    kept: dict[tuple[int, str], list[Version]] = defaultdict(list)
    rows = ImportedReview.objects.filter(claim_key__in={each.claim_key for each in reviews}).defer(*UNREAD)
    for row in rows.select_related("verdict__rating", "verdict__claim").order_by("verdict"):
        version = Version(row.verdict, row.url, row.digest, row.verdict.rating.name)
        kept[row.verdict.publisher_id, row.claim_key].append(version)
    return kept


def kept_before(reviews: list[Incoming]) -> dict[str, Verdict]:
    """The documents that are kept already, whatever they are filed under, and the verdict of each: a document that does
    not name its publisher or language is filed under those that an import was told."""
    rows = ImportedReview.objects.filter(digest__in={each.digest for each in reviews}).defer("document")
    return {row.digest: row.verdict for row in rows.select_related("verdict__publisher")}


def in_force(claims: Iterable[Claim]) -> set[tuple[int | None, int, str]]:
    """Claim, publisher and language of every verdict in force on `claims`: there is never a second one."""
    in_force = Verdict.objects.filter(status=Verdict.Status.PUBLISHED, claim__in={claim.pk for claim in claims})
    return set(in_force.values_list("claim", "publisher", "language"))


def joined_before(reviews: list[Incoming]) -> dict[str, Verdict]:
    """The reviews that were joined with another one before, and the verdict of that one."""
    rows = ImportRow.objects.filter(digest__in={each.digest for each in reviews}).exclude(digest="")
    return {row.digest: row.verdict for row in rows.select_related("verdict") if row.verdict}


def claims_of(reviews: list[Incoming], kept: Mapping[tuple[int, str], list[Version]]) -> dict[str, Claim]:
    """The claims that are known to be those of `reviews`: another desk's review, of those `kept`, has the same key, or
    the words are the same. Of a claim that was merged, the one that it became."""
    oldest = sorted((versions[0].verdict.pk, key, versions[0].verdict.claim) for (_, key), versions in kept.items())
    found: dict[str, Claim] = {}
    for _, key, claim in oldest:
        found.setdefault(key, claim)
    texts: dict[str, list[Incoming]] = defaultdict(list)
    for each in reviews:
        if each.claim_key not in found:
            texts[each.claim].append(each)
    with connection.cursor() as cursor:
        cursor.execute("SELECT md5(upper(words)) FROM unnest(%s::text[]) AS words", [list(texts)])
        hashes = [row[0] for row in cursor.fetchall()]
    same: dict[str, list[Claim]] = defaultdict(list)
    alike = Claim.objects.annotate(words=MD5(Upper("text"))).filter(words__in=hashes).select_related("merged_into")
    for claim in alike.defer("search_vector").order_by(F("merged_into").asc(nulls_first=True), "pk"):
        same[vars(claim)["words"]].append(claim)  # what the query adds to it
    for words, reviews_of_words in zip(hashes, texts.values(), strict=True):
        for each in reviews_of_words:
            spoken = [claim for claim in same[words] if _base(claim.language) == _base(each.language)]
            if spoken:
                found.setdefault(each.claim_key, spoken[0].merged_into or spoken[0])
    return found


def _base(language: str) -> str:
    """The language alone: "en" of "en-GB"."""
    return language.partition("-")[0].lower()
