"""An outlet, a source and a topic with as much of everything as a test asks for."""

from dataclasses import dataclass
from uuid import uuid4

from articles.models import Publisher
from claims.models import Claim, ClaimTopic, Contradiction, Position, RollCallVote, Source, SourceAlias, Topic
from tests.claims.models.test_part import settle
from tests.claims.views.world import correct
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    ContradictionFactory,
    EventFactory,
    EvidenceFactory,
    MembershipFactory,
    PositionFactory,
    PublisherFactory,
    RatingFactory,
    SourceFactory,
    TopicFactory,
    VerdictFactory,
    VersionFactory,
    publish,
)


@dataclass(frozen=True)
class People:
    publisher: Publisher
    source: Source
    topic: Topic
    desk: Publisher

    def pages(self) -> list[str]:
        return [each.get_absolute_url() for each in (self.publisher, self.source, self.topic, self.desk)]


def people(**names: str) -> People:
    """Nobody has said anything yet."""
    found = People(
        publisher=PublisherFactory.create(name=names.get("publisher", "The Courier"), slug="courier"),
        source=SourceFactory.create(name=names.get("source", "Ada Norland"), kind="state"),
        topic=TopicFactory.create(name=names.get("topic", "Harvests"), slug="harvests"),
        desk=PublisherFactory.create(name=names.get("desk", "Sister Desk"), slug="sister", kind="desk"),
    )
    SourceAlias.objects.get_or_create(source=found.source, name=found.source.name)
    return found


def say(who: People, *, status: str = "accepted") -> Claim:
    """One more article of the outlet, in which the source makes one more claim under the topic, checked by the desk."""
    claim: Claim = ClaimFactory.create(status=status)
    ClaimTopic.objects.create(claim=claim, topic=who.topic)
    version = VersionFactory.create(article=ArticleFactory.create(publisher=who.publisher))
    AppearanceFactory.create(claim=claim, version=version, source=who.source)
    SourceAlias.objects.create(source=who.source, name=f"Known by {uuid4().hex}")
    return claim


def check(who: People, claim: Claim, *, rating: str = "False") -> None:
    scale = who.desk.rating_scales.first()
    known = scale and scale.ratings.filter(name=rating).first()
    if known is None:
        made = {"scale": scale} if scale else {"scale__publisher": who.desk}
        known = RatingFactory.create(name=rating, slug=rating.lower(), value=None if scale else 1, **made)
    publish(VerdictFactory.create(claim=claim, publisher=who.desk, rating=known, headline=f"Checked: {claim.pk}"))


def contradict(who: People, *, status: str = "open", **fields: object) -> tuple[Contradiction, Position]:
    """One more contradiction in which the outlet has the source's word, and another outlet the opposite."""
    contradiction = ContradictionFactory.create(status=status, **fields)
    position = PositionFactory.create(contradiction=contradiction, answer="It is so")
    claim = say(who)
    MembershipFactory.create(position=position, appearance=claim.appearances.get())
    MembershipFactory.create(position=PositionFactory.create(contradiction=contradiction, answer="It is not so"))
    return contradiction, position


def everything(who: People, times: int) -> None:
    """Of everything that the pages show, so many."""
    for number in range(times):
        claim = say(who)
        check(who, claim, rating=("False", "Disputed")[number % 2])
        correct(who.desk.verdicts.filter(status="published").latest("pk"), reason="A figure was wrong.")
        contradict(who)
        contradiction, position = contradict(who)
        settle(contradiction, "source_error", position, corrected=bool(number % 2))
        event = EventFactory.create()
        ClaimFactory.create(event=event)
        evidence = EvidenceFactory.create(publisher=who.publisher)
        RollCallVote.objects.create(event=event, state=who.source, choice="yes", evidence=evidence)
