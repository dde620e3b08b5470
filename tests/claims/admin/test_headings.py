"""Topics and reasons: worded, ordered and retired at the desk; claims are given topics."""

from typing import Any

import pytest
from django.urls import reverse

from articles.models import Publisher
from claims.models import Claim, ClaimTopic, RejectionReason, Topic
from tests.claims.admin.conftest import DeskClient
from tests.factories import ClaimFactory, PublisherFactory

pytestmark = pytest.mark.django_db


def claim_form(claim: Claim, **rows: Any) -> dict[str, Any]:
    counts = {"TOTAL": 1 + claim.headings.count(), "INITIAL": claim.headings.count(), "MIN_NUM": 0, "MAX_NUM": 1000}
    form = {f"headings-{name}_FORMS": number for name, number in counts.items()}
    form |= {f"headings-{place}-id": row.pk for place, row in enumerate(claim.headings.all())}
    return {"text": claim.text, "language": "en", "event": claim.event_id, **form, **rows}


def test_an_editor_gives_a_claim_a_topic_and_takes_it_away(sit: DeskClient) -> None:
    claim, client = ClaimFactory.create(), sit("Editor")
    topic = Topic.objects.create(name="Health", slug="health")
    retired = Topic.objects.create(name="Old", slug="old", is_retired=True)
    url = reverse("admin:claims_claim_change", args=[claim.pk])
    shown = client.get(url).content.decode()
    assert ("Health</option>" in shown, "Old</option>" in shown) == (True, False)
    refused = client.post(url, claim_form(claim, **{"headings-0-topic": retired.pk}))
    assert refused.status_code == 200
    client.post(url, claim_form(claim, **{"headings-0-topic": topic.pk}))
    assert list(claim.topics.all()) == [topic]
    Topic.objects.update(is_retired=True)
    assert "Health" in client.get(url).content.decode(), "a claim keeps a topic that is retired"
    assert client.post(url, claim_form(claim)).status_code == 302
    assert claim.headings.exists()
    client.post(url, claim_form(claim, **{"headings-0-DELETE": "on"}))
    assert not claim.headings.exists()


def test_a_reporter_gives_no_topics(sit: DeskClient) -> None:
    claim = ClaimFactory.create()
    topic = Topic.objects.create(name="Health", slug="health")
    url = reverse("admin:claims_claim_change", args=[claim.pk])
    assert sit("Reporter").post(url, claim_form(claim, **{"headings-0-topic": topic.pk})).status_code == 403
    assert not ClaimTopic.objects.exists()


@pytest.mark.parametrize("model", [Topic, RejectionReason])
def test_many_are_retired_and_offered_again(sit: DeskClient, model: type[Topic] | type[RejectionReason]) -> None:
    fields = {"slug": "one"} if model is Topic else {}
    row = model._base_manager.create(name="One", **fields)
    url = reverse(f"admin:claims_{model._meta.model_name}_changelist")
    chief, editor = sit("Chief"), sit("Editor")
    form = {"_selected_action": [row.pk], "action": "retire_selected"}
    editor.post(url, form)
    row.refresh_from_db()
    assert not row.is_retired
    chief.post(url, form)
    row.refresh_from_db()
    assert row.is_retired
    chief.post(url, form | {"action": "restore_selected"})
    row.refresh_from_db()
    assert not row.is_retired


def test_reasons_are_ordered_in_their_list(sit: DeskClient) -> None:
    first = RejectionReason.objects.create(name="First", order=1)
    last = RejectionReason.objects.create(name="Last", order=2)
    RejectionReason.objects.exclude(pk__in=(first.pk, last.pk)).update(is_retired=True)
    url = f"{reverse('admin:claims_rejectionreason_changelist')}?is_retired__exact=0"
    form = {"form-TOTAL_FORMS": 2, "form-INITIAL_FORMS": 2, "_save": "Save"}
    form |= {"form-0-id": first.pk, "form-0-order": 8, "form-1-id": last.pk, "form-1-order": 3}
    assert sit("Editor").post(url, form).status_code == 403
    sit("Chief").post(url, form)
    assert list(RejectionReason.objects.offered()) == [last, first]


def test_the_name_of_a_reason_that_was_given_stays(sit: DeskClient) -> None:
    reason = RejectionReason.objects.create(name="Too vague here")
    chief, url = sit("Chief"), reverse("admin:claims_rejectionreason_change", args=[reason.pk])
    chief.post(url, {"name": "Too vague there", "order": 0})
    reason.refresh_from_db()
    assert reason.name == "Too vague there"
    ClaimFactory.create(status="rejected", status_reason="Vague", rejected_for=reason)
    chief.post(url, {"name": "Something else", "order": 5})
    reason.refresh_from_db()
    assert (reason.name, reason.order) == ("Too vague there", 5)


def test_the_address_of_a_topic_stays(sit: DeskClient) -> None:
    topic = Topic.objects.create(name="Health", slug="health")
    url = reverse("admin:claims_topic_change", args=[topic.pk])
    sit("Chief").post(url, {"name": "Health and care", "slug": "other"})
    topic.refresh_from_db()
    assert (topic.name, topic.slug) == ("Health and care", "health")


def test_a_publisher_has_a_country_that_there_is(sit: DeskClient) -> None:
    paper, client = PublisherFactory.create(), sit("Editor")
    url = reverse("admin:articles_publisher_change", args=[paper.pk])
    form = {"name": "The Paper", "slug": "other", "kind": "outlet", "url": paper.url}
    assert "no country" in client.post(url, form | {"country": "xx"}).content.decode()
    client.post(url, form | {"country": "ke"})
    kept = Publisher.objects.get(pk=paper.pk)
    assert (kept.name, kept.country, kept.slug) == ("The Paper", "KE", paper.slug)
