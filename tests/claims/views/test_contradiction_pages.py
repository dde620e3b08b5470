import gzip
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from claims.models import Contradiction, ContradictionEvidence
from tests.claims.views.world import json_ld, read
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    ContradictionFactory,
    EventFactory,
    EvidenceFactory,
    MembershipFactory,
    PositionFactory,
    SourceFactory,
    UserFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db


def settle(
    contradiction: Contradiction, *, status: str = "resolved", resolution: str = "different_body_or_scope"
) -> None:
    Contradiction.objects.filter(pk=contradiction.pk).update(
        status=status,
        resolution=resolution,
        resolution_note="The two votes were taken in two bodies.",
        resolved_by=UserFactory.create(first_name="Ada", last_name="Lind"),
        resolved_at=timezone.now(),
    )


@pytest.fixture
def two_bodies() -> Contradiction:
    """The example that must always work: one vote of 193, one of 15."""
    assembly = EventFactory.create(title="Assembly vote", body="General Assembly", membership=193)
    council = EventFactory.create(title="Council vote", body="Security Council", membership=15)
    contradiction: Contradiction = ContradictionFactory.create(
        question="Which vote is meant?", gate="apparent", event=assembly, suggested_resolution="different_body_or_scope"
    )
    for event, figures in (
        (assembly, {"votes_for": 93, "votes_against": 8, "abstentions": 73}),
        (council, {"votes_for": 10, "votes_against": 0, "abstentions": 5}),
    ):
        position = PositionFactory.create(
            contradiction=contradiction, event=event, figures=figures, answer=f"In {event.body}"
        )
        MembershipFactory.create(position=position)
    return contradiction


@pytest.mark.parametrize("status", ["suggested", "dismissed"])
def test_what_no_editor_has_opened_is_not_there(client: Client, status: str) -> None:
    contradiction = ContradictionFactory.create(status="suggested")
    if status == "dismissed":
        settle(contradiction, status="dismissed", resolution="duplicate")
    read(client, contradiction.get_absolute_url(), status=404)
    assert contradiction.question not in read(client, "/contradictions/")


def test_the_page_says_when_readers_could_see_it_first_and_when_it_changed(client: Client) -> None:
    contradiction = ContradictionFactory.create(
        opened_at="2026-11-19T12:00:00Z", changed_at="2026-11-20T12:00:00Z", reopened_reason="A new record."
    )
    told = json_ld(read(client, contradiction.get_absolute_url()))
    assert told["datePublished"] == "2026-11-19T12:00:00+00:00"
    assert told["dateModified"] == "2026-11-20T12:00:00+00:00"


def test_another_slug_leads_to_the_one_address(client: Client) -> None:
    contradiction = ContradictionFactory.create()
    assert client.get(f"/contradictions/{contradiction.pk}-x/")["Location"] == contradiction.get_absolute_url()


def test_the_arithmetic_of_two_bodies_is_drawn_and_told(client: Client, two_bodies: Contradiction) -> None:
    page = read(client, two_bodies.get_absolute_url())
    assert "174 of 193 members" in page
    assert "15 of 15 members" in page
    assert "not stated: not voting" in page
    assert "seg-unstated" in page
    assert "Each bar is the whole membership of its own body" in page
    assert "<strong>Apparent.</strong> A known difference of scope explains it" in page


def test_the_machine_is_named_as_such(client: Client, two_bodies: Contradiction) -> None:
    page = read(client, two_bodies.get_absolute_url())
    assert "Machine reading" in page
    assert two_bodies.explanation in page
    assert f"<code>{two_bodies.rule}</code>, score 0.90 of 1" in page
    assert "It suggests: <strong>Different body or scope</strong>" in page
    assert "What the editor found" not in page


def test_the_editor_decides_and_is_named(client: Client, two_bodies: Contradiction) -> None:
    settle(two_bodies)
    page = read(client, two_bodies.get_absolute_url())
    assert "What the editor found" in page
    assert "The two votes were taken in two bodies." in page
    assert "Ada Lind" in page


def test_every_report_is_in_the_table(client: Client, two_bodies: Contradiction) -> None:
    page = read(client, two_bodies.get_absolute_url())
    assert "<caption>" in page
    assert page.count('<th scope="row"') == 2
    for position in two_bodies.positions.all():
        report = position.memberships.get().appearance
        for words in (report.quote, report.version.article.publisher.name):
            assert escape(words) in page
        assert report.claim.get_absolute_url() in page
        assert report.version.article.get_absolute_url() in page


def test_a_report_on_a_claim_that_is_not_public_is_quoted_without_a_link(client: Client) -> None:
    appearance = AppearanceFactory.create(
        claim=ClaimFactory.create(status="suggested"),
        version=VersionFactory.create(article=ArticleFactory.create(is_public=False)),
    )
    contradiction = MembershipFactory.create(appearance=appearance).position.contradiction
    page = read(client, contradiction.get_absolute_url())
    assert appearance.quote in page
    assert f"/claims/{appearance.claim.pk}-" not in page
    assert f"/articles/{appearance.version.article.pk}-" not in page


def test_copies_count_once(client: Client) -> None:
    position = PositionFactory.create()
    for origin in ("agency", "agency", "own"):
        MembershipFactory.create(position=position, origin=origin)
    page = read(client, position.contradiction.get_absolute_url())
    assert "Independent originators: 2 of 3 reports; 1 relays what another one has." in page


def test_reports_of_rejected_claims_are_neither_shown_nor_counted(client: Client) -> None:
    position = PositionFactory.create(answer="the answer that stands")
    only_rejected = PositionFactory.create(contradiction=position.contradiction, answer="the answer that fell")
    for taken, status, origin in (
        (position, "accepted", "agency"),
        (position, "suggested", "own"),
        (position, "rejected", "another"),
        (only_rejected, "rejected", "another"),
    ):
        MembershipFactory.create(
            position=taken,
            origin=origin,
            appearance__claim=ClaimFactory.create(status=status, status_reason="Nothing is claimed."),
            appearance__source=SourceFactory.create(name=f"{status} speaker of {taken.answer}"),
        )
    ContradictionEvidence.objects.create(
        contradiction=position.contradiction,
        evidence=EvidenceFactory.create(),
        supports=only_rejected,
        attached_by=UserFactory.create(),
    )
    page = read(client, position.contradiction.get_absolute_url())
    assert "accepted speaker of the answer that stands" in page
    assert "suggested speaker of the answer that stands" in page
    assert "rejected speaker" not in page
    assert "Independent originators: 2 of 2 reports." in page
    for address in (position.contradiction.get_absolute_url(), "/contradictions/", "/"):
        page = read(client, address)
        assert ("the answer that stands" in page) == (address != "/"), "the front page draws it instead"
        assert "the answer that fell" not in page
        assert "Bears out" not in page


def test_figures_are_measured_against_the_evidence(client: Client) -> None:
    contradiction = ContradictionFactory.create()
    for answer, figures in (
        ("141", {"value": 141}),
        ("130 to 150", {"value": 130, "value_max": 150, "comparator": "range"}),
        ("at least 120", {"value": 120, "comparator": "at_least"}),
        ("200", {"value": 200}),
        ("1,000", {"value": 100}),
    ):
        position = PositionFactory.create(contradiction=contradiction, answer=answer, figures=figures)
        MembershipFactory.create(position=position)
        if answer == "141":
            ContradictionEvidence.objects.create(
                contradiction=contradiction,
                evidence=EvidenceFactory.create(),
                supports=position,
                attached_by=UserFactory.create(),
            )
    page = read(client, contradiction.get_absolute_url())
    assert page.count("agrees with the evidence") == 3
    assert "59 above the evidence" in page
    assert "41 below the evidence" in page
    assert "chart-diamond" in page
    assert "chart-whisker" in page
    assert page.count("chart-arrow chart-at_least") == 1
    assert ">at least</li>" in page


def test_answers_in_words_stand_side_by_side(client: Client) -> None:
    contradiction = ContradictionFactory.create(kind="polarity")
    for answer in ("yes", "no"):
        MembershipFactory.create(
            position=PositionFactory.create(contradiction=contradiction, answer=answer, figures={"polarity": answer})
        )
    page = read(client, contradiction.get_absolute_url())
    assert page.count('class="answer"') == 2
    assert '<svg class="plot"' not in page


def test_an_error_is_named_with_its_outlet(client: Client) -> None:
    contradiction = ContradictionFactory.create()
    wrong = PositionFactory.create(contradiction=contradiction, answer="89", is_at_fault=True, outlet_corrected=False)
    MembershipFactory.create(position=wrong)
    settle(contradiction, resolution="source_error")
    page = read(client, contradiction.get_absolute_url())
    assert "Found to be wrong: <strong>89</strong>" in page
    assert "It has not been corrected there." in page
    assert '<strong><span lang="en">89</span></strong>' in read(client, f"/fr{contradiction.get_absolute_url()}")


def test_the_list_is_filtered_and_strict(client: Client, two_bodies: Contradiction) -> None:
    other = ContradictionFactory.create(gate="real", kind="polarity")
    page = read(client, "/contradictions/?gate=apparent&kind=numeric&status=open")
    assert two_bodies.question in page
    assert other.question not in page
    read(client, "/contradictions/?status=suggested", status=400)
    read(client, "/contradictions/?colour=red", status=400)


def test_an_unsettled_question_without_an_event_has_a_page(client: Client) -> None:
    page = read(client, ContradictionFactory.create(event=None).get_absolute_url())
    assert "Nobody has settled it yet." in page


def test_three_hundred_reports_take_as_many_queries_as_nine_and_are_shown_in_pages(
    client: Client, django_assert_num_queries: Any
) -> None:
    contradiction = ContradictionFactory.create()
    positions = [PositionFactory.create(contradiction=contradiction, figures={"value": value}) for value in (3, 5, 8)]
    counted = []
    for reports in (3, 97):
        for position in positions:
            for _ in range(reports):
                MembershipFactory.create(position=position)
        with django_assert_num_queries(8):
            page = client.get(contradiction.get_absolute_url()).content
        counted.append(page.decode().count('<th scope="row">'))
        assert len(gzip.compress(page)) < 30_000
    assert counted == [9, 50]
    assert "Page 1 of 6" in read(client, contradiction.get_absolute_url())
    assert "Page 6 of 6" in read(client, f"{contradiction.get_absolute_url()}?page=6")
    read(client, f"{contradiction.get_absolute_url()}?page=7", status=404)
