"""What may be the same is offered for merging, until an editor keeps the two apart."""

from claims.models import Event, KeptApart
from tests.claims.admin.conftest import DeskClient
from tests.claims.admin.test_merging import an_event, at
from tests.factories import (
    ClaimFactory,
    EventFactory,
    SourceFactory,
)


def test_look_alikes_are_offered_until_they_are_kept_apart(sit: DeskClient) -> None:
    client = sit("Editor")
    event = EventFactory.create()
    one = ClaimFactory.create(text="The resolution won 93 votes in favour", event=event)
    near = ClaimFactory.create(text="The resolution won 93 votes in favor", event=event)
    far = ClaimFactory.create(text="Nobody knows when talks begin", event=event)
    elsewhere = ClaimFactory.create(text=one.text)
    page = client.get(at("claim", "change", one)).text
    assert "Is this the same claim?" in page
    assert f"?into={near.pk}" in page
    assert f"?into={far.pk}" not in page
    assert f"?into={elsewhere.pk}" not in page
    client.post(at("claim", "apart", one), {"other": near.pk})
    client.post(at("claim", "apart", near), {"other": one.pk})
    assert KeptApart.objects.count() == 1
    assert "Is this the same claim?" not in client.get(at("claim", "change", one)).text
    assert "Is this the same claim?" not in client.get(at("claim", "change", near)).text


def test_events_of_the_same_days_and_words_are_offered(sit: DeskClient) -> None:
    client = sit("Editor")
    one, same = an_event(), an_event()
    other = EventFactory.create(terms=["strike"])
    page = client.get(at("event", "change", one)).text
    assert f"?into={same.pk}" in page
    assert f"?into={other.pk}" not in page
    client.post(at("event", "apart", one), {"other": same.pk})
    assert Event.objects.filter(is_confirmed=True).count() == 2, "so that no text joins them"


def test_sources_with_the_same_last_word_are_offered(sit: DeskClient) -> None:
    one = SourceFactory.create(name="Zelensky")
    same = SourceFactory.create(name="President Volodymyr Zelensky")
    other = SourceFactory.create(name="Macron")
    page = sit("Editor").get(at("source", "change", one)).text
    assert f"?into={same.pk}" in page
    assert f"?into={other.pk}" not in page
