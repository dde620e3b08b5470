"""Lists of work: whose it is, and many given at once."""

from typing import Any

import pytest
from django.db.models import Model
from django.urls import reverse

from claims.actions import assigning
from claims.models import Claim, Contradiction, Verdict
from tests import factories
from tests.claims.admin.conftest import DeskClient, person

pytestmark = pytest.mark.django_db


def make(model: type[Model], **fields: Any) -> Any:
    makers: dict[type[Model], Any] = {
        Claim: factories.ClaimFactory,
        Contradiction: factories.ContradictionFactory,
        Verdict: factories.VerdictFactory,
    }
    return makers[model].create(**fields)


WORDS = {Claim: "text", Contradiction: "question", Verdict: "headline"}


@pytest.mark.parametrize("model", WORDS)
def test_lists_by_whose_work_it_is(model: Any, sit: DeskClient) -> None:
    client = sit("Editor")
    me, ida = person(client), factories.UserFactory.create(first_name="Ida", groups=["Editor"])
    word = WORDS[model]
    for assignee, text in ((me, "mine"), (ida, "of Ida"), (None, "of nobody")):
        make(model, assignee=assignee, **{word: f"This is {text}"})
    url = reverse(f"admin:claims_{model._meta.model_name}_changelist")
    expected = {
        "me": {"mine"},
        "nobody": {"of nobody"},
        "somebody": {"mine", "of Ida"},
        str(ida.pk): {"of Ida"},
        "9" * 18: set(),
        "x": {"mine", "of Ida", "of nobody"},
    }
    for value, shown in expected.items():
        text = client.get(url, {"assigned": value}).text
        assert {one for one in ("mine", "of Ida", "of nobody") if f"This is {one}" in text} == shown, value


@pytest.mark.parametrize("model", WORDS)
def test_many_are_given_at_once(model: Any, sit: DeskClient) -> None:
    client = sit("Chief")
    ida = factories.UserFactory.create(first_name="Ida", groups=["Editor"])
    items = [make(model) for _ in range(3)]
    assigning.assign(item=items[0], to=ida, by=person(client))
    url = reverse(f"admin:claims_{model._meta.model_name}_changelist")
    chosen = {"action": "assign_selected", "_selected_action": [item.pk for item in items]}
    asks = client.post(url, chosen)
    assert "now Ida’s" in asks.text
    assert "assign-who" in asks.text
    answer = client.post(url, {**chosen, "assign-who": ida.pk}, follow=True)
    assert "Given to Ida: 2." in answer.text
    assert "Ida has it already." in answer.text
    assert set(model.objects.values_list("assignee", flat=True)) == {ida.pk}
    answer = client.post(url, {**chosen, "assign-who": ""}, follow=True)
    assert "Nobody&#x27;s now: 3." in answer.text
    assert set(model.objects.values_list("assignee", flat=True)) == {None}


@pytest.mark.parametrize("role", ["Auditor", "Reporter"])
def test_who_may_not_give_gives_no_many_either(role: str, sit: DeskClient) -> None:
    client, contradiction = sit(role), make(Contradiction)
    url = reverse("admin:claims_contradiction_changelist")
    chosen = {"action": "assign_selected", "_selected_action": [contradiction.pk], "assign-who": person(client).pk}
    assert "Assign the chosen" not in client.get(url).text
    client.post(url, chosen)
    contradiction.refresh_from_db()
    assert contradiction.assignee is None
