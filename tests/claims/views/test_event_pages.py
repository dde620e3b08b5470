"""An event: its vote beside the reports, and everything measured about it."""

import csv
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from django.utils.html import escape, strip_tags

from articles.models import Publisher
from claims.models import Claim, Contradiction, Event, Measurement, Position, RollCallVote, SourceAlias
from tests.claims.views.world import crowded_contradiction, read
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    ContradictionFactory,
    EventFactory,
    EvidenceFactory,
    MeasurementFactory,
    MembershipFactory,
    PositionFactory,
    PublisherFactory,
    SourceFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db
TEXT = "Norland and Britain abstained; the text won 3 votes with 1 against, and 12 people were killed on Monday."


@pytest.fixture
def event() -> Event:
    """A vote of four, on the record."""
    made: Event = EventFactory.create(membership=6)
    record = EvidenceFactory.create()
    for name, choice in (("Norland", "yes"), ("United Kingdom", "abstain"), ("Ostland", "no"), ("Westland", "yes")):
        state = SourceFactory.create(name=name, kind="state")
        RollCallVote.objects.create(event=made, state=state, choice=choice, evidence=record)
    return made


def report(event: Event, outlet: str | Publisher = "", **fields: Any) -> Any:
    """A public claim about `event` in a text of its own, by the `outlet` or by one of its own."""
    known = {"publisher": outlet} if isinstance(outlet, Publisher) else {"publisher__name": outlet}
    article = ArticleFactory.create(**(known if outlet else {}))
    version = VersionFactory.create(article=article, text=TEXT)
    return AppearanceFactory.create(
        **{"claim": ClaimFactory.create(event=event), "version": version, "quote": TEXT, **fields}
    )


def measure(appearance: Any, measure: str, quote: str, value: float | None = None, **fields: Any) -> Measurement:
    made: Measurement = MeasurementFactory.create(
        appearance=appearance, measure=measure, quote=quote, value=value, **{"unit": "", **fields}
    )
    return made


def ballot(appearance: Any, state: str, choice: str) -> Measurement:
    return measure(appearance, "vote_position", state, value_text=choice, subject=state)


def test_each_report_stands_beside_the_record(client: Client, event: Event) -> None:
    said = report(event, "Daily Paper")
    measure(said, "votes_for", "3", 3, group=1)
    measure(said, "votes_against", "1", 1, group=1)
    page = read(client, event.get_absolute_url())
    bars = page[page.index('<ul class="tallies"') :]
    assert bars.index("Roll call, UN General Assembly</strong>") < bars.index("<strong>Daily Paper</strong>")
    assert "3 for, 1 against; not stated: abstaining, not voting" in page
    assert "for +1" in page
    assert "4 of 6 members" in page


def test_counts_of_one_text_are_put_together_unless_they_differ(client: Client, event: Event) -> None:
    said = report(event)
    measure(said, "votes_for", "3", 3)
    other = AppearanceFactory.create(claim=ClaimFactory.create(event=event), version=said.version, quote="1 against")
    measure(other, "votes_against", "1", 1)
    assert "3 for, 1 against; not stated" in read(client, event.get_absolute_url())
    third = AppearanceFactory.create(claim=ClaimFactory.create(event=event), version=said.version, quote="12 people")
    measure(third, "votes_for", "12", 12)
    page = read(client, event.get_absolute_url())
    assert "12 for, 1 against: not" not in page
    assert "3 for" in page
    assert "12 for" in page


def test_what_reports_say_of_a_member_is_held_against_the_record(client: Client, event: Event) -> None:
    kingdom = RollCallVote.objects.get(event=event, state__name="United Kingdom").state
    SourceAlias.objects.create(source=kingdom, name="Britain")
    said = report(event, "Daily Paper")
    ballot(said, "Norland", "abstain")
    ballot(said, "Britain", "abstain")
    page = read(client, event.get_absolute_url())
    assert "Reports say of 2 members how they voted. Of 1 member a report says otherwise than the record." in page
    assert "differs: Daily Paper" in page
    assert page.count("as recorded") == 1
    assert page.count("not reported") == 2
    assert '<th scope="col">Daily Paper</th>' in page


def test_the_roll_call_is_filtered_and_sorted(client: Client, event: Event) -> None:
    ballot(report(event), "Norland", "abstain")
    url = event.get_absolute_url()

    def shown(query: str) -> list[str]:
        rows = read(client, f"{url}?{query}").split('<table class="cards ballots"')[1].split("</table>")[0]
        return [strip_tags(part.split("</th>")[0]) for part in rows.split('<th scope="row">')[1:]]

    assert shown("vote=yes") == ["Norland", "Westland"]
    assert shown("reports=some") == shown("reports=differ") == ["Norland"]
    assert shown("sort=reports")[0] == "Norland"
    assert shown("state=LAND&vote=no") == ["Ostland"]
    for wrong in ("vote=perhaps", "sort=size", "stat=x"):
        read(client, f"{url}?{wrong}", status=400)


def test_everything_measured_stands_by_measure(client: Client, event: Event) -> None:
    first = measure(report(event, "Daily Paper"), "killed", "12", 12, as_of=date(2025, 2, 24), unit="person")
    measure(report(event, "Evening Post"), "killed", "1", 1, as_of=date(2025, 2, 25), unit="person")
    measure(report(event), "event_date", "Monday", value_text="2025-02-24")
    measure(report(event), "outcome", "won", value_text="adopted")
    page = read(client, event.get_absolute_url())
    assert '<summary>Killed <span class="tally">2</span></summary>' in page
    assert "Over time: Killed" in page
    assert "When it happened" in page
    assert "Adopted" in page
    assert first.appearance.quote in page


def test_figures_that_count_different_things_share_no_axis(client: Client, event: Event) -> None:
    for unit, value, quote in (("EUR", 3, "3"), ("USD", 12, "12")):
        measure(report(event), "amount", quote, value, unit=unit)
    page = read(client, event.get_absolute_url())
    assert "Amount of money" in page
    assert 'id="chart-amount-title"' not in page
    assert 'id="timeline-amount-title"' not in page


def test_what_no_editor_has_accepted_is_not_measured(client: Client, event: Event) -> None:
    measure(report(event), "killed", "12", 12)
    hidden = ClaimFactory.create(event=event, status=Claim.Status.SUGGESTED)
    measure(report(event, claim=hidden), "injured", "12", 12)
    for address in ("", "figures.csv"):
        answer = client.get(f"{event.get_absolute_url()}{address}").content.decode()
        assert "illed" in answer
        assert "njured" not in answer


def test_a_figure_in_two_versions_of_a_text_was_given_once(client: Client, event: Event) -> None:
    said = report(event)
    measure(said, "killed", "12", 12)
    said.version.is_current = False
    said.version.save()
    later = VersionFactory.create(article=said.version.article, number=2, text=f"{TEXT} More.")
    measure(AppearanceFactory.create(claim=said.claim, version=later, quote=TEXT), "killed", "12", 12)
    assert '<summary>Killed <span class="tally">1</span></summary>' in read(client, event.get_absolute_url())


def rows(client: Client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(client.get(address).content.decode("utf-8-sig"))))


def test_the_files_have_the_same_rows(client: Client, event: Event) -> None:
    said, publisher = report(event, "Daily Paper"), PublisherFactory.create(name="Weekly")
    ballot(said, "Norland", "abstain")
    measure(said, "killed", "12", 12, comparator="at_least", unit="person")
    figures = {row["measure"]: row for row in rows(client, f"{event.get_absolute_url()}figures.csv")}
    assert (figures["killed"]["low"], figures["killed"]["high"], figures["killed"]["figure_words"]) == (
        "12",
        "12",
        "12",
    )
    assert (figures["vote_position"]["value_text"], figures["vote_position"]["low"]) == ("abstain", "")
    ballot(report(event, "record"), "Norland", "yes")
    for choice in ("no", "abstain", "no"):
        ballot(report(event, publisher), "Norland", choice)
    members = rows(client, f"{event.get_absolute_url()}roll-call.csv")
    assert [member["state"] for member in members] == ["Norland", "Ostland", "United Kingdom", "Westland"]
    assert {name: members[0][name] for name in ("record", "reported", "contrary", "outlet: Daily Paper")} == {
        "record": "yes", "reported": "5", "contrary": "4", "outlet: Daily Paper": "abstain",
    }  # fmt: skip
    assert members[0]["outlet: record"] == "yes", "an outlet may be called as a column is"
    assert members[0]["outlet: Weekly"] == "no, abstain", "each of what its reports say"


def test_without_a_roll_call_there_is_no_file_of_one(client: Client) -> None:
    event: Event = EventFactory.create()
    ClaimFactory.create(event=event)
    read(client, f"{event.get_absolute_url()}roll-call.csv", status=404)
    assert "roll-call.csv" not in read(client, event.get_absolute_url())
    read(client, f"/events/{EventFactory.create().pk}-x/figures.csv", status=404)


def test_suggestions_do_not_crowd_out_what_an_answer_is_about(client: Client, event: Event) -> None:
    contradiction = PositionFactory.create(event=event).contradiction
    MembershipFactory.create(position=contradiction.positions.get())
    suggested = Contradiction.objects.bulk_create(ContradictionFactory.build_batch(501, event=None, status="suggested"))
    Position.objects.bulk_create(Position(contradiction=each, key="1", answer="1", event=event) for each in suggested)
    assert escape(contradiction.question) in read(client, event.get_absolute_url())


def test_an_event_with_many_rows_shows_some_and_takes_as_many_queries(
    client: Client, event: Event, django_assert_num_queries: Any
) -> None:
    measure(report(event), "killed", "12", 12)
    ballot(report(event), "Norland", "yes")
    crowded_contradiction(event=event, positions=2, reports=2)
    url = event.get_absolute_url()
    with django_assert_num_queries(12):
        read(client, url)
    for number in range(60):
        measure(report(event, f"Outlet {number}"), "killed", "12", 12)
    for _ in range(12):
        crowded_contradiction(event=event, positions=2, reports=3)
    with django_assert_num_queries(12):
        page = read(client, url)
    assert "25 of 61 rows." in page
    assert page.count('<li class="row">') == 30, "twenty claims and ten questions"
    assert f"/contradictions/?event={event.pk}" in page
