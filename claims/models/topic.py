"""What claims are about, in the desk's own headings."""

from typing import Self

from django.db import models
from django.db.models import OuterRef, Subquery

from articles.addresses import path_to
from articles.models import tracked


class TopicQuerySet(models.QuerySet["Topic"]):
    def public(self) -> Self:
        """Topics of at least one public claim."""
        from claims.models.claim import Claim, ClaimTopic

        # One claim of each is looked for; with EXISTS, PostgreSQL may put all claims beside all their topics first.
        tagged = ClaimTopic.objects.filter(topic=OuterRef("pk"), claim__status=Claim.Status.ACCEPTED).order_by()
        return self.filter(pk=Subquery(tagged.values("topic")[:1]))

    def offered(self) -> Self:
        """Topics that a claim can be given today."""
        return self.filter(is_retired=False)


@tracked
class Topic(models.Model):
    """A heading under which readers look for claims."""

    name = models.CharField(max_length=80, unique=True)
    slug = models.SlugField(max_length=80, unique=True, help_text="Its address on the public site")
    description = models.CharField(max_length=300, blank=True)
    wikidata_id = models.CharField(max_length=20, blank=True)
    is_retired = models.BooleanField(default=False, help_text="No longer offered; claims that have it keep it")

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return path_to("topic", self.slug)
