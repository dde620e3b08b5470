"""What the claims are about: the topics, and the claims that stand under each."""

from django.db import transaction

from claims.models import Claim, ClaimTopic, Topic
from seeds.loader.data import rows
from seeds.loader.texts import identifier


@transaction.atomic
def load_topics() -> None:
    """Put the claims of the articles that a topic names under it, when the topic is new: what a visitor has changed
    since stays."""
    for row in rows("topics.json"):
        topic, created = Topic.objects.get_or_create(
            slug=row["slug"],
            defaults={"name": row["name"], "description": row["description"], "wikidata_id": row["wikidata"]},
        )
        if created:
            named = [identifier(article) for article in row["articles"]]
            claims = Claim.objects.filter(appearances__version__article__identifier__in=named, merged_into=None)
            ClaimTopic.objects.bulk_create(ClaimTopic(claim=claim, topic=topic) for claim in claims.distinct())
