"""Records of votes: checked, kept once, and held against what sources say."""

import json
from pathlib import Path
from typing import Any

import pycountry
import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction import roll_call_files
from claims.extraction.roll_call_files import read_lines, read_table
from claims.models import Contradiction, ContradictionEvidence, Event, Position, RollCallVote
from tests.factories import (
    ContradictionFactory,
    EventFactory,
    MeasurementFactory,
    MembershipFactory,
    PositionFactory,
    UserFactory,
)

CODES = [country.alpha_3 for country in pycountry.countries][:15]
CALL: dict[str, Any] = {
    "symbol": "S/RES/2774",
    "date": "2025-02-24",
    "title": "Path to peace",
    "url": "https://record.example.org/1",
    "yes": 10,
    "no": 0,
    "abstain": 4,
    "not_voting": 1,
    "votes": {code: "YES" if n < 10 else "ABSTAIN" if n < 14 else "" for n, code in enumerate(CODES)},
}


def run(path: Path, *calls: Any, capsys: pytest.CaptureFixture[str]) -> str:
    path.write_text("\n".join(json.dumps(call) for call in calls))
    call_command("import_roll_calls", path, by=UserFactory.create(groups=["Chief"]).get_username())
    return capsys.readouterr().out.splitlines()[-1]


@pytest.mark.django_db
def test_a_roll_call_is_kept_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "votes.jsonl"
    assert run(file, CALL, "broken", capsys=capsys) == "1 added, 0 unchanged, 1 refused"
    assert run(file, CALL, capsys=capsys) == "0 added, 1 unchanged, 0 refused"
    event = Event.objects.get()
    assert (event.body, event.membership, event.roll_call.count()) == ("UN Security Council", 15, 15)
    other = CALL | {"yes": 9, "no": 1, "votes": CALL["votes"] | {CODES[0]: "NO"}}
    assert run(file, other, capsys=capsys) == "0 added, 0 unchanged, 1 refused"
    assert RollCallVote.objects.filter(choice="yes").count() == 10


@pytest.mark.django_db
def test_it_is_held_against_what_sources_say_and_decides_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    event = EventFactory.create()
    event.identifiers.create(value="S/RES/2774")
    contradiction = ContradictionFactory.create(event=event, status="suggested")
    right, _ = (
        PositionFactory.create(contradiction=contradiction, figures={"votes_for": count, "abstentions": 4})
        for count in (10, 9)
    )
    run(tmp_path / "votes.jsonl", CALL, capsys=capsys)
    attached = ContradictionEvidence.objects.get()
    assert (attached.supports, attached.figures["votes_for"]) == (right, 10)
    contradiction.refresh_from_db()
    assert (contradiction.suggested_resolution, contradiction.status) == ("source_error", "suggested")


def voted(contradiction: Contradiction, choice: str, *, state: str) -> Position:
    """The position of a report that says so of one state."""
    position: Position = PositionFactory.create(contradiction=contradiction, key=choice, answer=choice, figures={})
    figure = MeasurementFactory.create(measure="vote_position", value=None, value_text=choice, subject=state)
    MembershipFactory.create(position=position, appearance=figure.appearance, measurement=figure)
    return position


@pytest.mark.django_db
@pytest.mark.parametrize(("told", "right"), [(("yes", "abstain"), "abstain"), (("yes", "no"), None)])
def test_how_one_state_voted_is_held_against_the_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], told: tuple[str, str], right: str | None
) -> None:
    event = EventFactory.create()
    event.identifiers.create(value="S/RES/2774")
    code = next(code for code, vote in CALL["votes"].items() if vote == "ABSTAIN")
    name = next(country.name for country in pycountry.countries if country.alpha_3 == code)
    asked = {"event": event, "status": "suggested", "kind": "participant"}
    contradiction = ContradictionFactory.create(rule="vote_position/1", **asked)
    positions = {choice: voted(contradiction, choice, state=f"the {name}") for choice in told}
    elsewhere = ContradictionFactory.create(rule="vote_position/1", **asked)
    voted(elsewhere, "yes", state="Atlantis")
    run(tmp_path / "votes.jsonl", CALL, capsys=capsys)
    attached = ContradictionEvidence.objects.get()
    assert (attached.contradiction, attached.supports) == (contradiction, positions.get(right or ""))
    assert attached.note == f"The roll call of S/RES/2774: {name}, Abstained."
    contradiction.refresh_from_db()
    assert (contradiction.suggested_resolution, contradiction.status) == ("source_error", "suggested")


@pytest.mark.django_db
def test_a_row_that_no_database_keeps_stops_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = [
        CALL | {"symbol": "S/" + "R" * 100},
        CALL | {"url": "https://record.example.org/" + "1" * 600},
        CALL | {"title": "Path\0to peace"},
        CALL | {"title": "Path \ud800 to peace"},
    ]
    assert run(tmp_path / "votes.jsonl", *bad, CALL, capsys=capsys) == "1 added, 0 unchanged, 4 refused"
    monkeypatch.setattr(roll_call_files, "LONGEST_SYMBOL", 200)
    other = CALL | {"symbol": "S/RES/1", "url": "https://record.example.org/2"}
    assert run(tmp_path / "votes.jsonl", bad[0], other, capsys=capsys) == "1 added, 0 unchanged, 1 refused"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"yes": 11}, "the tally says 11"),
        ({"votes": dict(list(CALL["votes"].items())[:14]), "not_voting": 0}, "14 votes, but 15 members"),
        ({"votes": CALL["votes"] | {CODES[0]: "PERHAPS"}}, "no vote called PERHAPS"),
        ({"symbol": "X/1"}, "neither the Assembly"),
        ({"date": "soon"}, "no roll call"),
    ],
)
def test_figures_that_do_not_fit_are_refused(change: dict[str, Any], reason: str) -> None:
    (found,) = read_lines([json.dumps(CALL | change)])
    assert isinstance(found, str)
    assert reason in found


def test_the_table_of_the_united_nations_is_read() -> None:
    head = "ms_code,ms_vote,date,resolution,title,total_yes,total_no,total_abstentions,total_non_voting,undl_link"
    letters = {"YES": "Y", "ABSTAIN": "A", "": "X"}
    rows = [
        f"{code},{letters[vote]},2025-02-24,S/RES/2774,Path to peace,10,,4,1,https://record.example.org/1"
        for code, vote in CALL["votes"].items()
    ]
    (found,) = read_table([head, *rows])
    assert [found] == list(read_lines([json.dumps(CALL)]))


@given(st.lists(st.text(max_size=80), max_size=5))
def test_anything_is_read_or_refused(lines: list[str]) -> None:
    assert all(isinstance(found, str) for found in read_lines(lines))
    assert all(isinstance(found, str) for found in read_table(lines))


@pytest.mark.django_db
def test_what_cannot_be_done_is_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="nobody"):
        call_command("import_roll_calls", tmp_path / "votes.jsonl", by="nobody")
    with pytest.raises(CommandError, match=r"\.jsonl or a \.csv"):
        call_command("import_roll_calls", tmp_path / "votes.xml", by=UserFactory.create().get_username())
