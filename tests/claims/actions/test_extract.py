import pytest

from articles.models import Passage
from claims.actions.extract import METHOD
from claims.actions.reading import read
from claims.models import Appearance, Claim, Measurement, PipelineRun, Source, SourceAlias
from tests.claims.actions.texts import ASSEMBLY, DENIAL, added, extracted

pytestmark = pytest.mark.django_db


def test_claims_are_kept_with_their_exact_words() -> None:
    version = added(ASSEMBLY, "One")
    extracted(version)
    run = PipelineRun.objects.get()
    assert (run.version, run.station, run.method, run.error) == (version, "extract", METHOD, "")
    appearance = Appearance.objects.get(measurements__measure="votes_for")
    assert version.text[appearance.start : appearance.end] == appearance.quote
    assert {(row.measure, int(row.value or 0)) for row in appearance.measurements.all()} >= {
        ("votes_for", 93), ("abstentions", 73), ("votes_against", 8),
    }  # fmt: skip


def test_a_success_is_not_repeated() -> None:
    version = added(ASSEMBLY, "One")
    extracted(version)
    counts = (Claim.objects.count(), Appearance.objects.count(), Measurement.objects.count())
    extracted(version)
    assert (Claim.objects.count(), Appearance.objects.count(), Measurement.objects.count()) == counts
    assert PipelineRun.objects.count() == 1


def test_a_source_is_known_by_any_spelling() -> None:
    source = Source.objects.create(name="Donald J. Trump", kind="person")
    SourceAlias.objects.create(source=source, name="Donald Trump")
    extracted(added(DENIAL, "One"))
    assert Appearance.objects.filter(source=source).exists()
    assert not Source.objects.filter(name="Donald Trump").exists()
    assert SourceAlias.objects.filter(source__name="Kremlin").count() == 1


def test_of_two_spellings_the_first_text_names_the_source() -> None:
    spelled = "President {} said that the war would end by the summer and that the army had lost 300 tanks."
    extracted(*(added(spelled.format(name), name) for name in ("José Marín", "Jose Marin")))
    assert [source.name for source in Source.objects.filter(name__startswith="Jos")] == ["José Marín"]
    assert Appearance.objects.filter(source__name="José Marín").values("version").distinct().count() == 2


def test_a_denial_points_at_what_it_denies() -> None:
    extracted(added(DENIAL, "One"))
    denial = Appearance.objects.get(stance="denies")
    assert denial.refers_to is not None
    assert denial.refers_to.source_name == "Donald Trump"
    assert denial.claim_id == denial.refers_to.claim_id


def test_a_later_version_repeats_the_same_claims() -> None:
    first = added(ASSEMBLY, "One")
    extracted(first)
    type(first).objects.filter(pk=first.pk).update(is_current=False)
    second = added(f"{ASSEMBLY} The session lasted for nine hours.", "One", number=2, article=first.article)
    extracted(second)
    claim = Claim.objects.get(appearances__measurements__measure="votes_for", appearances__version=first)
    assert set(claim.appearances.values_list("version", flat=True)) == {first.pk, second.pk}


def test_only_passages_for_reading_are_read() -> None:
    text = f"{ASSEMBLY}\n\nRead also: The Council rejected the text with 4 votes in favor and 9 votes against."
    version = added(text, "One")
    Passage.objects.create(version=version, kind="body", start=0, end=len(ASSEMBLY))
    Passage.objects.create(version=version, kind="boilerplate", start=len(ASSEMBLY) + 2, end=len(text))
    assert all(claim.end <= len(ASSEMBLY) for claim in read(version).claims)
    assert read(version).claims


def test_a_toll_told_of_a_part_is_of_that_part() -> None:
    text = (
        "The earthquake in Chile has killed 800 people. In Maule, missing people had been counted among the dead. "
        "The toll there falls from about 565 to 315."
    )
    extracted(added(text, "One"))
    tolls = Measurement.objects.filter(measure="killed").values_list("value", "subject")
    assert {(int(value or 0), subject) for value, subject in tolls} == {(800, ""), (565, "Maule"), (315, "Maule")}


@pytest.mark.parametrize("number", [1, 2])
def test_a_new_method_adds_only_what_is_not_there(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    version = added(f"{ASSEMBLY} {DENIAL}", "One", number=number)
    extracted(version)
    counts = (Claim.objects.count(), Appearance.objects.count(), Measurement.objects.count())
    missing = Appearance.objects.get(stance="denies")
    missing.delete()
    monkeypatch.setattr("claims.actions.extract.METHOD", "extract/next")
    extracted(version)
    assert PipelineRun.objects.filter(method="extract/next").exists()
    assert (Claim.objects.count(), Appearance.objects.count(), Measurement.objects.count()) == counts
    again = Appearance.objects.get(stance="denies")
    assert again.pk != missing.pk
    assert again.refers_to_id == missing.refers_to_id
