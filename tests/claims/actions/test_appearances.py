"""What a person finds in a text is kept, linked and compared as what the machine finds is."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.models import ArticleVersion
from claims.actions.appearances import Added, add_appearance
from claims.actions.history import edited
from claims.actions.pipeline import process, waiting
from claims.actions.suggesting import suggest
from claims.models import Appearance, Claim, Contradiction, Event, Measurement, Source, User
from claims.vocabulary import Modality, SourceKind, Stance
from tests.claims.actions.texts import ASSEMBLY, MISCOUNT, added
from tests.factories import AppearanceFactory, ClaimFactory, SourceFactory, UserFactory, VersionFactory

pytestmark = pytest.mark.django_db
WORDS = "93 votes in favour, 8 against and 73 abstentions"


@pytest.fixture
def reporter() -> User:
    user: User = UserFactory.create(groups=["Reporter"])
    return user


@pytest.fixture
def editor() -> User:
    user: User = UserFactory.create(groups=["Editor"])
    return user


def add(version: ArticleVersion, by: User, words: str = WORDS, **given: Any) -> Added:
    start = version.text.index(words)
    given = {"text": "The Assembly adopted it with 93 votes"} | given
    return add_appearance(version=version, start=start, end=start + len(words), by=by, **given)


def test_a_new_claim_is_a_suggestion(reporter: User) -> None:
    row = add(VersionFactory.create(), reporter, stance=Stance.REPORTS, modality=Modality.HYPOTHETICAL).appearance
    row.refresh_from_db()
    assert (row.quote, row.method, row.stance, row.modality) == (WORDS, "editor", "reports", "hypothetical")
    assert (row.claim.status, row.claim.method) == ("suggested", "editor")


def test_emoji_before_the_words_do_not_shift_them(reporter: User) -> None:
    version = VersionFactory.create(text=f"\U0001f469‍\U0001f680 \U0001f389 e\u0301\r\nשלום {WORDS}.")
    assert add(version, reporter).appearance.quote == WORDS


def test_an_editor_may_accept_at_once(editor: User) -> None:
    assert add(VersionFactory.create(), editor, accept=True).appearance.claim.status == "accepted"


def test_a_reporter_may_not_accept(reporter: User) -> None:
    with pytest.raises(PermissionDenied):
        add(VersionFactory.create(), reporter, accept=True)
    assert not Claim.objects.exists()


def test_readers_see_what_an_editor_adds(reporter: User, editor: User) -> None:
    claim = ClaimFactory.create(status="accepted")
    with pytest.raises(PermissionDenied, match="an editor"):
        add(VersionFactory.create(), reporter, claim=claim)
    assert add(VersionFactory.create(), editor, claim=claim).appearance.claim == claim


@pytest.mark.parametrize("group", [[], ["Auditor"]])
def test_others_may_not_add(group: list[str]) -> None:
    with pytest.raises(PermissionDenied, match="add_appearance"):
        add(VersionFactory.create(), UserFactory.create(groups=group))


def test_a_rejected_or_merged_claim_takes_no_more(editor: User) -> None:
    rejected = ClaimFactory.create(status="rejected", status_reason="An opinion")
    merged = ClaimFactory.create(status="merged", merged_into=ClaimFactory.create())
    for claim in (rejected, merged):
        with pytest.raises(ValidationError, match="choose another"):
            add(VersionFactory.create(), editor, claim=claim)


def test_the_same_claim_stands_once_at_the_same_words(reporter: User) -> None:
    version = VersionFactory.create()
    claim = add(version, reporter).appearance.claim
    for given in ({"claim": claim}, {"text": claim.text}):
        with pytest.raises(ValidationError, match="already"):
            add(version, reporter, **given)
    assert add(version, reporter, text="Another claim").appearance.claim != claim


def test_the_article_s_own_claim_in_these_words_is_taken(reporter: User) -> None:
    known = AppearanceFactory.create(claim=ClaimFactory.create(status="suggested", text="It was adopted"))
    later = VersionFactory.create(article=known.version.article, number=2, is_current=False)
    assert add(later, reporter, text="It  was adopted").appearance.claim == known.claim


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (5, 4), (0, 10_000)])
def test_words_outside_the_text(reporter: User, start: int, end: int) -> None:
    with pytest.raises(ValidationError, match="not in the text"):
        add_appearance(version=VersionFactory.create(), start=start, end=end, by=reporter, text="x")


def test_a_claim_has_words(reporter: User) -> None:
    with pytest.raises(ValidationError, match="what is claimed"):
        add(VersionFactory.create(), reporter, text="  ")


def test_a_known_speaker_is_found_and_a_new_one_made(reporter: User) -> None:
    known = SourceFactory.create(name="Volodymyr Zelensky")
    known.aliases.create(name="Zelenskyy")
    version = VersionFactory.create()
    row = add(version, reporter, speaker="ZELENSKYY").appearance
    assert (row.source, row.source_name) == (known, "ZELENSKYY")
    new = add(version, reporter, text="Another", speaker="Ministry", speaker_kind=SourceKind.ORGANISATION).appearance
    assert new.source == Source.objects.get(name="Ministry", kind="organisation")
    assert add(version, reporter, text="A third").appearance.source is None


def test_figures_are_kept_and_stand_in_the_words(reporter: User) -> None:
    version = VersionFactory.create()
    start = version.text.index("93")
    figure = Measurement(measure="votes_for", quote="93", start=start, end=start + 2, value=Decimal(93), unit="votes")
    row = add(version, reporter, figures=[figure]).appearance
    assert [(one.measure, one.value) for one in row.measurements.all()] == [("votes_for", Decimal(93))]
    outside = Measurement(measure="count", quote="The", start=0, end=3, value=Decimal(1))
    with pytest.raises(ValidationError, match="not in the chosen words"):
        add(version, reporter, text="Another", figures=[outside])


def test_the_same_figure_twice(reporter: User) -> None:
    version = VersionFactory.create()
    start = version.text.index("93")
    figures = [Measurement(measure="count", quote="93", start=start, end=start + 2, value=value) for value in (93, 94)]
    with pytest.raises(ValidationError, match="same words"):
        add(version, reporter, figures=figures)
    assert not Appearance.objects.exists()


def test_extraction_proposes_speaker_and_figures() -> None:
    text = "The harbour is closed.\n\nThe mayor, Anna Berg, said that at least 140 people were killed on 3 March 2026."
    version = VersionFactory.create(text=text)
    words = "at least 140 people were killed"
    start = text.index(words)
    found = suggest(version=version, start=start, end=start + len(words))
    assert found.claim.quote == words
    assert found.claim.speaker is not None
    assert found.claim.speaker.name == "Anna Berg"
    (killed,) = [figure for figure in found.figures if figure.measure == "killed"]
    assert (killed.value, killed.comparator, text[killed.start : killed.end]) == (
        Decimal(140),
        "at_least",
        killed.quote,
    )


def test_words_without_a_claim_are_proposed_as_they_stand() -> None:
    version = VersionFactory.create(text="Lovely \n weather, though.")
    found = suggest(version=version, start=0, end=17)
    assert (found.claim.text, found.figures) == ("Lovely weather,", ())


def test_what_a_person_finds_is_compared_with_what_the_machine_found(reporter: User) -> None:
    """The machine reads one report; of the other it has found nothing, and a person marks the tally."""
    process(versions=[added(ASSEMBLY, "One")])
    (event,) = Event.objects.filter(kind="vote")
    version = added(MISCOUNT, "Two")
    sentence = MISCOUNT[MISCOUNT.index("The U.S.-drafted") :]
    found = suggest(version=version, start=MISCOUNT.index(sentence), end=len(MISCOUNT))
    result = add(version, reporter, sentence, text=found.claim.text, figures=found.figures)
    assert result.appearance.claim.event == event
    (contradiction,) = result.contradictions
    assert contradiction == Contradiction.objects.get()
    assert contradiction.positions.filter(memberships__appearance=result.appearance).exists()


def test_the_pipeline_afterwards_makes_nothing_twice(reporter: User) -> None:
    process(versions=[added(ASSEMBLY, "One")])
    version = added(MISCOUNT, "Two")
    start = MISCOUNT.index("The U.S.-drafted")
    found = suggest(version=version, start=start, end=len(MISCOUNT))
    row = add(version, reporter, MISCOUNT[start:], text=found.claim.text, figures=found.figures).appearance
    outcome = process(versions=waiting())
    assert outcome.failed == {}
    assert Contradiction.objects.count() == 1
    assert Appearance.objects.filter(version=version, start=row.start, end=row.end).count() == 1


def test_a_person_s_work_is_told_from_the_machine_s(reporter: User) -> None:
    """One request writes both: later runs keep what the person added, and describe the event anew."""
    version = added(ASSEMBLY, "One")
    start = ASSEMBLY.index("The U.S.-drafted")
    found = suggest(version=version, start=start, end=len(ASSEMBLY))
    row = add(version, reporter, ASSEMBLY[start:], text=found.claim.text, figures=found.figures).appearance
    assert row.claim.event_id is not None
    assert edited(Appearance, [row.pk]) == {row.pk}
    assert edited(Claim, [row.claim_id]) == {row.claim_id}
    assert edited(Event, [row.claim.event_id]) == set()
