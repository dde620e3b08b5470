from datetime import date

from claims.detection.choices import date_differs, outcome, vote_position
from claims.vocabulary import ContradictionKind, Modality
from tests.claims.detection.makers import figure, report, vote


def test_a_state_cast_one_vote() -> None:
    reports = [
        report("a", figure("vote_position", "yes", subject="Ukraine")),
        report("b", figure("vote_position", "abstain", subject="Ukraine")),
    ]
    (found,) = vote_position(vote(), reports)
    assert found.kind is ContradictionKind.PARTICIPANT
    assert found.question.startswith("How did Ukraine vote")
    assert [each.answer for each in found.positions] == ["abstained", "voted in favour"]


def test_not_voting_is_not_abstaining() -> None:
    reports = [
        report("a", figure("vote_position", "not_voting", subject="U.S.")),
        report("b", figure("vote_position", "abstain", subject="United States")),
    ]
    (found,) = vote_position(vote(), reports)
    assert found.kind is ContradictionKind.CHARACTERISATION


def test_other_states_and_intentions_are_left_alone() -> None:
    yes = report("a", figure("vote_position", "yes", subject="France"))
    no = report("b", figure("vote_position", "no", subject="Russia"))
    will = report("c", figure("vote_position", "no", subject="France"), modality=Modality.PROJECTED)
    assert vote_position(vote(), [yes, no, will]) == []


def test_adopted_or_rejected() -> None:
    (found,) = outcome(vote(), [report("a", figure("outcome", "adopted")), report("b", figure("outcome", "rejected"))])
    assert {each.key: each.figures for each in found.positions} == {
        "adopted": {"polarity": "yes"}, "rejected": {"polarity": "no"},
    }  # fmt: skip
    assert outcome(vote(), [report("a", figure("outcome", "vetoed")), report("b", figure("outcome", "rejected"))]) == []


def test_an_article_that_tells_both_outcomes_is_left_alone() -> None:
    both = [
        report("a", figure("outcome", "adopted"), article=1, version=1),
        report("b", figure("outcome", "vetoed"), article=1, version=1),
    ]
    assert outcome(vote(), [*both, report("c", figure("outcome", "vetoed"))]) == []


def test_the_day() -> None:
    happening = vote(date=date(2023, 10, 27))
    first, second = figure("event_date", "2023-10-27"), figure("event_date", "2023-10-28")
    (found,) = date_differs(happening, [report("a", first), report("b", second)])
    assert [each.figures for each in found.positions] == [{"date": "2023-10-27"}, {"date": "2023-10-28"}]
    assert "28 October 2023" in found.explanation


def test_rough_far_and_several_days_are_left_alone() -> None:
    happening = vote(date=date(2023, 10, 27))
    one = report("a", figure("event_date", "2023-10-27"))
    rough = report("b", figure("event_date", "2023-10"))
    far = report("c", figure("event_date", "2023-10-07"))
    two = report("d", figure("event_date", "2023-10-28"), figure("event_date", "2023-10-01"))
    assert date_differs(happening, [one, rough, far, two]) == []
