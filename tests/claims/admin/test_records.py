"""Sources, scales, evidence and the front page: what people keep, and what the database will not let them do."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Publisher
from claims.models import Evidence, Rating, SourceAlias, User
from tests import factories
from tests.claims.admin.conftest import DeskClient, person


@pytest.fixture
def chief(sit: DeskClient) -> Client:
    return sit("Chief")


def aliases(*names: str) -> dict[str, object]:
    rows: dict[str, object] = {"aliases-TOTAL_FORMS": len(names), "aliases-INITIAL_FORMS": 0}
    return rows | {f"aliases-{row}-name": name for row, name in enumerate(names)}


def test_one_name_leads_to_one_source(chief: Client) -> None:
    factories.SourceFactory.create(name="Volodymyr Zelensky")
    known = SourceAlias.objects.create(source=factories.SourceFactory.create(name="Ada Lovelace"), name="Áda")
    add = reverse("admin:claims_source_add")
    page = chief.post(add, {"name": "Ada", "kind": "person", **aliases("ADA")}).text
    assert f"belongs to {known.source} already" in page
    page = chief.post(add, {"name": "Bo", "kind": "person", **aliases("Bo B", "bo b")}).text
    assert "The same name is there twice." in page
    page = chief.post(add, {"name": "Bo", "kind": "person", **aliases("—")}).text
    assert "no letters or figures" in page
    assert SourceAlias.objects.count() == 1


def test_what_the_database_refuses_is_a_sentence_on_the_page(chief: Client, desk: Publisher, rating: Rating) -> None:
    scale = rating.scale
    none = {"ratings-TOTAL_FORMS": 0, "ratings-INITIAL_FORMS": 0}
    form = {"publisher": desk.pk, "name": scale.name, "worst": 2, "best": 5, **none}
    page = chief.post(reverse("admin:claims_ratingscale_change", args=[scale.pk]), form, follow=True).text
    assert "errornote" in page
    assert "A rating of this scale would lie outside it." in page
    scale.refresh_from_db()
    assert scale.worst == 1


def test_a_scale_stays_with_its_publisher(chief: Client, desk: Publisher, rating: Rating) -> None:
    scale, other = rating.scale, factories.PublisherFactory.create()
    page = reverse("admin:claims_ratingscale_change", args=[scale.pk])
    assert "publisher" not in chief.get(page).context["adminform"].form.fields
    none = {"ratings-TOTAL_FORMS": 0, "ratings-INITIAL_FORMS": 0}
    chief.post(page, {"publisher": other.pk, "name": "Our scale", "worst": 1, "best": 5, **none})
    scale.refresh_from_db()
    assert (scale.name, scale.publisher) == ("Our scale", desk)


def test_a_second_desk_of_our_own_is_refused(chief: Client, desk: Publisher) -> None:
    form = {"name": "Second", "slug": "second", "kind": "own"}
    page = chief.post(reverse("admin:articles_publisher_add"), form).text
    assert "There is already a publisher that is our own desk." in page


def test_evidence_is_recorded_and_found_by_autocomplete(chief: Client) -> None:
    form = {
        "kind": "primary", "title": "Voting record", "url": "https://record.example.org/1", "language": "en",
        "retrieved_at_0": "2026-11-20", "retrieved_at_1": "10:00",
    }  # fmt: skip
    chief.post(reverse("admin:claims_evidence_add"), form)
    evidence = Evidence.objects.get()
    asked = {"app_label": "claims", "model_name": "verdictevidence", "field_name": "evidence", "term": "voting"}
    found = chief.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert found == [{"id": str(evidence.pk), "text": "Voting record"}]


def test_a_superuser_adds_a_user(db: None) -> None:
    client = Client()
    client.force_login(factories.UserFactory.create(is_superuser=True))
    client.post(reverse("admin:claims_user_add"), {"username": "newcomer", "email": "newcomer@example.org"})
    assert not User.objects.get(username="newcomer").has_usable_password()
    listed = client.get(reverse("admin:claims_user_changelist"), {"q": "newcomer"}).context["cl"].result_list
    assert [str(user) for user in listed] == ["newcomer"]


def test_an_alias_may_go_and_the_history_keeps_it(chief: Client) -> None:
    alias = SourceAlias.objects.create(source=factories.SourceFactory.create(), name="A wrong name")
    page = reverse("admin:claims_source_change", args=[alias.source_id])
    form = {
        "name": alias.source.name, "kind": "person", **aliases("A wrong name"), "aliases-INITIAL_FORMS": 1,
        "aliases-0-id": alias.pk, "aliases-0-source": alias.source_id, "aliases-0-DELETE": "on",
    }  # fmt: skip
    chief.post(page, form)
    assert not SourceAlias.objects.exists()
    history = chief.get(reverse("admin:claims_source_history", args=[alias.source_id])).text
    assert "removed" in history
    assert "A wrong name" in history
    assert str(person(chief)) in history


def test_staff_without_a_group_see_no_queue(sit: DeskClient) -> None:
    page = sit("").get(reverse("admin:index")).text
    assert "Ask a superuser for a group" in page
    assert "Suggested claims" not in page
