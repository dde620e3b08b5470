"""What is known of a text that nobody has captured: read with the pipeline's rules, compared with what is public."""

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import InternalError, connection

from claims.actions.check import LONGEST, Check, check
from claims.actions.pipeline import process
from claims.models import Claim, Contradiction, Event, Verdict
from tests import factories
from tests.claims.actions.texts import ASSEMBLY, COUNCIL, DAY, DENIAL, MISCOUNT, added

pytestmark = pytest.mark.django_db
BRIDGE = "The mayor closed the old bridge at Arlen on Friday."


def looked_at(text: str, **more: Any) -> Check:
    return check(text=text, published_on=DAY, **more)


def known(*texts: str, status: str = "accepted", opened: str = "open") -> list[Any]:
    """What the pipeline makes of the texts, with its claims and contradictions as editors have left them."""
    versions = [added(text, f"Outlet {number}") for number, text in enumerate(texts, start=1)]
    process(versions=versions)
    Claim.objects.update(status=status)
    Contradiction.objects.update(status=opened)
    return versions


def numbers(found: Check, place: int = 0) -> list[tuple[str, object]]:
    return [(one.measure, int(one.value)) for one in found.claims[place].said.measurements if one.value is not None]


def test_sentences_sources_and_figures_stand_where_they_say() -> None:
    text = f"{ASSEMBLY} {DENIAL}"
    found = looked_at(text)
    first = found.sentences[0]
    assert text[first.start : first.end] == ASSEMBLY.split(". ")[0] + "."
    assert all(0 <= one.check_worthiness <= 1 for one in found.sentences)
    for claim in found.claims:
        said = claim.said
        assert text[said.start : said.end] == said.quote
        assert all(text[one.start : one.end] == one.quote for one in said.measurements)
        if said.speaker:
            assert text[said.speaker.start : said.speaker.end]
    speakers = {claim.said.speaker.name for claim in found.claims if claim.said.speaker}
    assert {"Donald Trump", "Kremlin"} <= speakers
    figures = {(one.measure, one.value) for claim in found.claims for one in claim.said.measurements if one.value}
    assert {("votes_for", 93), ("votes_against", 8), ("abstentions", 73)} <= figures


def test_speaker_is_named_by_their_public_record_alone() -> None:
    source = factories.SourceFactory.create(name="The Kremlin")
    source.aliases.create(name="Kremlin")
    assert {claim.source for claim in looked_at(DENIAL).claims} == {None}
    factories.AppearanceFactory.create(source=source)
    assert source in {claim.source for claim in looked_at(DENIAL).claims}


def test_text_joins_the_public_contradiction_about_its_event() -> None:
    known(ASSEMBLY, MISCOUNT)
    (question,) = Contradiction.objects.all()
    found = looked_at(MISCOUNT.replace("89", "90"))
    (event,) = found.events
    assert event.event.pk == question.event_id
    assert event.link
    assert (event.link.rule, 0.5 <= event.link.score <= 1) == (event.link.rule, True)
    assert [told.pk for told in event.contradictions] == [question.pk]
    (clash,) = found.clashes
    assert clash.contradiction == question
    assert clash.event.pk == question.event_id
    assert clash.finding.rule.startswith("tally_differs/")
    assert "this text" in clash.finding.explanation
    said = {answer.position.answer: (len(answer.claims), len(answer.voices)) for answer in clash.answers}
    assert said == {"93–8–73": (0, 1), "89–8–73": (0, 1), "90–8–73": (1, 0)}


def test_text_that_agrees_is_on_the_side_of_those_it_agrees_with() -> None:
    known(ASSEMBLY, MISCOUNT)
    (clash,) = looked_at(ASSEMBLY).clashes
    sides = {answer.position.answer: bool(answer.claims) for answer in clash.answers}
    assert sides == {"93–8–73": True, "89–8–73": False}


def test_text_would_open_a_contradiction_with_what_one_outlet_says() -> None:
    known(ASSEMBLY)
    assert not Contradiction.objects.exists()
    (clash,) = looked_at(MISCOUNT).clashes
    assert clash.contradiction is None
    assert (clash.finding.kind, clash.finding.gate) == ("numeric", "real")


def test_vote_of_another_body_is_told_from_one_that_reads_like_it() -> None:
    known(ASSEMBLY)
    (clash,) = [clash for clash in looked_at(COUNCIL).clashes if clash.finding.rule.startswith("body_or_scope/")]
    assert clash.finding.suggested == "different_body_or_scope"
    assert "10+0+5 = 15" in clash.finding.explanation
    assert clash.event.pk == Event.objects.get().pk


@pytest.mark.parametrize("status", ["suggested", "rejected"])
def test_what_nobody_has_reviewed_is_not_held_against_a_text(status: str) -> None:
    versions = [added(ASSEMBLY, "One"), added(MISCOUNT, "Two")]
    process(versions=versions)
    if status == "rejected":
        Claim.objects.update(status="rejected", status_reason="Nothing is claimed.")
    found = looked_at(MISCOUNT)
    assert (found.events, found.clashes) == ([], [])
    assert all(claim.repeats == [] for claim in found.claims)


def test_voice_in_a_public_contradiction_is_told_though_its_claim_waits() -> None:
    known(ASSEMBLY, MISCOUNT, status="suggested")
    (clash,) = looked_at(ASSEMBLY).clashes
    assert sum(len(answer.voices) for answer in clash.answers) == 2


def test_suggestion_is_not_told_and_what_was_dismissed_is_not_raised_again() -> None:
    known(ASSEMBLY, MISCOUNT, opened="suggested")
    (clash,) = looked_at(MISCOUNT).clashes
    assert clash.contradiction is None
    Contradiction.objects.update(
        status="dismissed",
        resolution="not_comparable",
        resolution_note="Another vote.",
        resolved_by=factories.UserFactory.create(),
        resolved_at="2026-11-20T00:00:00Z",
    )
    assert looked_at(MISCOUNT).clashes == []


def test_article_is_not_held_against_itself() -> None:
    (version,) = known(ASSEMBLY)
    url = "https://paper.example.org/ours?utm_source=x"
    assert looked_at(MISCOUNT, url=url).clashes
    type(version.article).objects.filter(pk=version.article_id).update(identifier="https://paper.example.org/ours")
    assert looked_at(MISCOUNT, url=url).clashes == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (BRIDGE, "same_words/1"),
        ("On Friday the mayor of the town closed the old bridge at Arlen, witnesses said.", "same_proposition/1"),
        ("The mayor did not close the old bridge at Arlen on Friday.", None),
        ("The mayor opened the old bridge at Arlen on Friday.", None),
        ("The mayor closed the new school at Arlen on Friday.", None),
        ("The mayor of Dorne closed the harbour on Friday.", None),
    ],
)
def test_checked_claim_is_told_where_the_text_repeats_it(text: str, rule: str | None) -> None:
    claim = factories.ClaimFactory.create(text=BRIDGE.rstrip("."), event=None)
    factories.publish(factories.VerdictFactory.create(claim=claim))
    factories.ClaimFactory.create(text=BRIDGE.rstrip("."), event=None)  # accepted, and nobody has checked it
    repeats = [repeat for said in looked_at(text).claims for repeat in said.repeats]
    assert [(repeat.claim.pk, repeat.rule) for repeat in repeats] == ([(claim.pk, rule)] if rule else [])
    assert all([verdict.claim_id for verdict in repeat.claim.current_verdicts] == [claim.pk] for repeat in repeats)


def test_other_figure_is_no_repetition() -> None:
    text = "The General Assembly adopted the resolution with 93 votes in favour"
    claim = factories.ClaimFactory.create(text=text, event=None)
    factories.publish(factories.VerdictFactory.create(claim=claim))
    for words, found in ((text, 1), (text.replace("93", "89"), 0), (text.replace("93", "94"), 0)):
        assert sum(len(said.repeats) for said in looked_at(f"{words}.").claims) == found


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (COUNCIL.partition(". ")[2], "same_words/1"),
        ("The U.S. text got through with 10 votes for it and 5 abstentions", "same_words/1"),
        ("The U.S.-drafted resolution went through on Monday with 10 votes in favor and 5 abstentions, it said.",
         "same_figures/1"),
        ("The U.S.-drafted resolution went through on Monday with 10 votes in favor and 4 abstentions, it said.", None),
        ("The U.S.-drafted resolution went through on Monday with 10 votes in favor, it said.", None),
    ],
)  # fmt: skip
def test_figures_of_one_event_are_a_repetition_in_any_words(text: str, rule: str | None) -> None:
    known(COUNCIL)
    claim = Claim.objects.get(text__contains="10 votes")
    Claim.objects.filter(pk=claim.pk).update(
        short_text="The U.S. text got through with 10 votes for it and 5 abstentions"
    )
    factories.publish(factories.VerdictFactory.create(claim=claim))
    first = COUNCIL.partition(". ")[0]
    rules = [repeat.rule for said in looked_at(f"{first}. {text}").claims for repeat in said.repeats]
    assert rules == ([rule] if rule else [])


def test_drafts_and_withdrawn_verdicts_are_none() -> None:
    claim = factories.ClaimFactory.create(text=BRIDGE.rstrip("."), event=None)
    factories.VerdictFactory.create(claim=claim)
    assert looked_at(BRIDGE).claims[0].repeats == []
    verdict = factories.publish(factories.VerdictFactory.create(claim=claim))
    assert looked_at(BRIDGE).claims[0].repeats
    factories.CorrectionFactory.create(verdict=verdict)
    Verdict.objects.filter(pk=verdict.pk).update(status="withdrawn")
    assert looked_at(BRIDGE).claims[0].repeats == []


def rows() -> dict[str, int]:
    tables = set(connection.introspection.table_names())
    every = [model for model in apps.get_models(include_auto_created=True) if model._meta.db_table in tables]
    assert len(every) > 60
    return {model.__name__: model._base_manager.count() for model in every}


def test_nothing_is_kept() -> None:
    known(ASSEMBLY, MISCOUNT)
    before, last = rows(), sequence()
    looked_at(f"{COUNCIL} {DENIAL}", url="https://new.example.org/")
    assert (rows(), sequence()) == (before, last)


def sequence() -> object:
    with connection.cursor() as cursor:
        cursor.execute("SELECT last_value FROM claims_event_id_seq")
        return cursor.fetchone()


def test_database_itself_refuses_a_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.actions.clashes.confusable", lambda _: [factories.EventFactory.create()])
    with pytest.raises(InternalError, match="read-only transaction"):
        looked_at(ASSEMBLY)
    factories.EventFactory.create()  # afterwards writing goes on


def test_text_is_limited_in_bytes_and_other_languages_are_not_read() -> None:
    with pytest.raises(ValidationError, match="100,000 bytes"):
        check(text="é" * (LONGEST // 2 + 1))
    found = check(text="Le maire a fermé le pont vendredi.", language="fr")
    assert found == Check((), (), (), ())


def test_queries_do_not_grow_with_the_text(django_assert_max_num_queries: Any) -> None:
    known(ASSEMBLY, MISCOUNT)
    with django_assert_max_num_queries(40):
        looked_at(ASSEMBLY)
    with django_assert_max_num_queries(40):
        looked_at(" ".join([ASSEMBLY, MISCOUNT, COUNCIL, DENIAL] * 5))


def test_the_day_of_the_text_is_what_yesterday_counts_from() -> None:
    (one,) = (
        one
        for claim in check(text="The Assembly voted yesterday.", published_on=date(2025, 2, 25)).claims
        for one in claim.said.measurements
        if one.measure == "event_date"
    )
    assert one.value_text == "2025-02-24"
