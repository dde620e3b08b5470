import pytest

from claims.detection.silences import silence
from claims.vocabulary import Gate, Modality, Resolution, Stance
from tests.claims.detection.makers import DAY, report

SILENT = (
    "The Norwegian and Peruvian governments have not commented officially on the meeting, first reported by the Post"
)
MEETING = "Ola Hansen met Ana Silva in Lima"
QUOTE = "The Norwegian minister, Per Lund, denied it"


@pytest.mark.parametrize(
    "text",
    [
        SILENT,
        "The Norwegian government has not yet commented on the meeting",
        "Norwegian officials have made no public statement on the meeting",
        "There has been no official comment from the Norwegian foreign ministry",
    ],
)
def test_a_comment_where_another_outlet_has_none(text: str) -> None:
    silent = report(text)
    said = report(MEETING, source="Per Lund", stance=Stance.DENIES, quote=QUOTE)
    (found,) = silence([said, silent])
    assert found.gate is Gate.NEEDS_SCOPE
    assert [[member.report for member in each.members] for each in found.positions] == [[silent.key], [said.key]]


def test_a_comment_on_a_later_day() -> None:
    said = report(MEETING, source="Per Lund", quote=QUOTE, published_on=DAY.replace(day=26))
    (found,) = silence([said, report(SILENT)])
    assert (found.gate, found.suggested) == (Gate.APPARENT, Resolution.DIFFERENT_AS_OF)


def test_what_is_no_comment_on_it_is_left_alone() -> None:
    others = [
        report("Corn prices rose in Lima", source="Per Lund", quote=QUOTE),
        report(MEETING, source="Chilean minister"),
        report(MEETING, source="Norwegian skier"),
        report(MEETING),
        report(MEETING, source="Norwegian minister", modality=Modality.PROJECTED),
        report(MEETING, source="Norwegian minister", stance=Stance.QUESTIONS),
        report(MEETING, source="Norwegian minister", published_on=DAY.replace(month=4)),
    ]
    assert silence([report(SILENT), *others]) == []
    said = report(MEETING, source="Norwegian minister")
    assert silence([report("The Norwegian minister declined to comment on the meeting"), said]) == []
    assert silence([report(SILENT, article=said.article), said]) == []


def test_the_order_does_not_matter() -> None:
    reports = [
        report(SILENT),
        report(MEETING, source="Per Lund", quote=QUOTE),
        report(MEETING, source="Norwegian army"),
    ]
    assert silence(reports) == silence(reports[::-1])
