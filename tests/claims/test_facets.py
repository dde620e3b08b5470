"""Both sides of each filter of the public lists: what it lets pass, and what it does not."""

from datetime import date
from typing import Any

import pytest

from claims.facets import ClaimFilter, ContradictionFilter
from claims.listing import narrowed
from claims.models import Appearance, Claim, ClaimTopic, Contradiction, SourceAlias
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    ContradictionFactory,
    EventFactory,
    MembershipFactory,
    PositionFactory,
    PublisherFactory,
    SourceFactory,
    TopicFactory,
    VerdictFactory,
    VersionFactory,
    publish,
)

pytestmark = pytest.mark.django_db


def passed(filters: Any, rows: Any, parameters: dict[str, str]) -> set[Any]:
    """What passes by its condition; the index, where there is one, must name the same rows."""
    found = filters(parameters, queryset=rows)
    assert found.is_valid(), found.errors
    passing = set(found.qs)
    keys = narrowed(found.facets)
    assert keys is None or set(keys) >= {row.pk for row in passing}
    return passing


def claims(**parameters: str) -> set[Claim]:
    return passed(ClaimFilter, Claim.objects.public(), parameters)


def contradictions(**parameters: str) -> set[Contradiction]:
    return passed(ContradictionFilter, Contradiction.objects.public(), parameters)


def printed(*, on: date | None = None, **outlet: str) -> Appearance:
    """What one outlet printed on one day."""
    article = ArticleFactory.create(publisher=PublisherFactory.create(**outlet), published_on=on)
    said: Appearance = AppearanceFactory.create(version=VersionFactory.create(article=article))
    return said


def test_by_source_under_any_of_its_names() -> None:
    source = SourceFactory.create(name="Volodymyr Zelenskyy")
    SourceAlias.objects.create(source=source, name="Zelensky")
    said = AppearanceFactory.create(source=source).claim
    AppearanceFactory.create(source=SourceFactory.create())
    assert claims(source="Zelenskiy") == {said}
    assert claims(source="volodymyr zelenskyy") == {said}
    assert claims(source="Nobody") == set()


def test_by_publisher() -> None:
    said = printed(slug="daily").claim
    AppearanceFactory.create()
    assert claims(publisher="daily") == {said}


def test_a_publisher_of_nothing_public_is_no_choice() -> None:
    said = printed(slug="silent")
    Claim.objects.filter(pk=said.claim_id).update(status="suggested")
    assert not ClaimFilter({"publisher": "silent"}, queryset=Claim.objects.public()).is_valid()


def test_by_rating_and_by_having_none() -> None:
    checked = publish(VerdictFactory.create(rating__slug="false")).claim
    verdict = checked.verdicts.get()
    drafted = VerdictFactory.create(publisher=verdict.publisher, rating=verdict.rating).claim
    assert claims(rating="false") == {checked}
    assert claims(rating="unchecked") == {drafted}


@pytest.mark.parametrize(("status", "counts"), [("open", True), ("suggested", False)])
def test_by_public_contradiction(status: str, counts: bool) -> None:
    disputed = MembershipFactory.create(position=PositionFactory.create(contradiction__status=status)).appearance.claim
    other = ClaimFactory.create()
    assert claims(has_contradiction="true") == ({disputed} if counts else set())
    assert claims(has_contradiction="false") == ({other} if counts else {disputed, other})
    assert claims() == {disputed, other}


def test_by_topic() -> None:
    topic, empty = TopicFactory.create(slug="health"), TopicFactory.create(slug="empty")
    claim, suggested = ClaimFactory.create(), ClaimFactory.create(status="suggested")
    ClaimFactory.create()
    ClaimTopic.objects.create(claim=claim, topic=topic)
    ClaimTopic.objects.create(claim=suggested, topic=topic)
    ClaimTopic.objects.create(claim=suggested, topic=empty)
    assert claims(topic="health") == {claim}
    assert not ClaimFilter({"topic": "empty"}, queryset=Claim.objects.public()).is_valid()


def test_by_the_days_on_which_it_was_published() -> None:
    march, may = printed(on=date(2025, 3, 10)), printed(on=date(2025, 5, 10))
    never = printed()
    both = printed(on=date(2025, 1, 1))
    AppearanceFactory.create(
        claim=both.claim, version=VersionFactory.create(article=ArticleFactory.create(published_on=date(2025, 12, 1)))
    )
    assert claims(since="2025-03-10", until="2025-03-10") == {march.claim}
    assert claims(since="2025-03-11", until="2025-05-09") == set()
    assert claims(since="2025-05-01") == {may.claim, both.claim}
    assert claims(until="2025-03-10") == {march.claim, both.claim}
    assert never.claim in claims()


@pytest.mark.parametrize("parameters", [{"since": "10 March"}, {"until": "2025-13-01"}])
def test_a_day_that_is_none_is_refused(parameters: dict[str, str]) -> None:
    assert not ClaimFilter(parameters, queryset=Claim.objects.public()).is_valid()


def test_days_the_wrong_way_round_are_refused() -> None:
    form = ClaimFilter({"since": "2025-05-01", "until": "2025-03-01"}, queryset=Claim.objects.public())
    assert not form.is_valid()
    assert "is after" in str(form.errors)


def test_by_language_of_which_there_is_a_public_claim() -> None:
    french = ClaimFactory.create(language="fr")
    ClaimFactory.create(language="en")
    ClaimFactory.create(language="uk", status="suggested")
    assert claims(language="fr") == {french}
    assert not ClaimFilter({"language": "uk"}, queryset=Claim.objects.public()).is_valid()


def test_by_event() -> None:
    event = EventFactory.create()
    claim = ClaimFactory.create(event=event)
    ClaimFactory.create(event=EventFactory.create())
    assert claims(event=str(event.pk)) == {claim}


def test_all_filters_at_once() -> None:
    verdict = publish(VerdictFactory.create(rating__slug="false", claim=printed(slug="daily").claim))
    other = printed(slug="weekly").claim
    assert claims(rating="false", publisher="daily", language="en", has_contradiction="false") == {verdict.claim}
    assert claims(rating="unchecked", publisher="weekly") == {other}
    assert claims(rating="false", publisher="weekly") == set()


def test_contradictions_by_what_an_editor_or_the_machine_says_of_them() -> None:
    one = ContradictionFactory.create(status="open", gate="real", kind="numeric")
    other = ContradictionFactory.create(status="under_review", gate="apparent", kind="temporal")
    ContradictionFactory.create(status="suggested")
    for name in ("status", "gate", "kind"):
        assert contradictions(**{name: getattr(one, name)}) == {one}
        assert contradictions(**{name: getattr(other, name)}) == {other}
    assert contradictions() == {one, other}
    assert not ContradictionFilter({"status": "suggested"}, queryset=Contradiction.objects.public()).is_valid()


def test_contradictions_by_words_of_the_question() -> None:
    one = ContradictionFactory.create(status="open", question="How many people died in Łódź?")
    ContradictionFactory.create(status="open", question="How many people voted?")
    assert contradictions(q="łódź how") == {one}
    assert contradictions(q="100% _") == set()


def test_contradictions_by_event_of_the_question_or_of_an_answer() -> None:
    event, answered, other = EventFactory.create(), EventFactory.create(), EventFactory.create()
    one = ContradictionFactory.create(status="open", event=event)
    PositionFactory.create(contradiction=one, event=answered)
    ContradictionFactory.create(status="open", event=other)
    assert contradictions(event=str(event.pk)) == {one} == contradictions(event=str(answered.pk))


def test_contradictions_by_outlet_and_topic_of_a_report_that_may_be_quoted() -> None:
    topic = TopicFactory.create(slug="health")
    said, rejected = printed(slug="daily"), printed(slug="weekly")
    for each in (said, rejected):
        ClaimTopic.objects.create(claim=each.claim, topic=topic)
    one = ContradictionFactory.create(status="open")
    other = ContradictionFactory.create(status="open")
    MembershipFactory.create(position=PositionFactory.create(contradiction=one), appearance=said)
    MembershipFactory.create(position=PositionFactory.create(contradiction=other), appearance=rejected)
    assert contradictions(publisher="daily") == {one}
    assert contradictions(topic="health") == {one, other}
    AppearanceFactory.create(version=rejected.version)
    Claim.objects.filter(pk=rejected.claim_id).update(status="rejected", status_reason="Too vague")
    assert contradictions(publisher="weekly") == set()
    assert contradictions(topic="health") == {one}
