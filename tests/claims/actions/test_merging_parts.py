"""What is counted of sources follows their merging, and its being taken back."""

import pytest

from claims.actions.merging import merge_sources, undo_merge
from claims.models import Part
from tests.factories import (
    AppearanceFactory,
    ContradictionFactory,
    MembershipFactory,
    PositionFactory,
    SourceFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def test_the_part_in_a_contradiction_goes_over_and_comes_back() -> None:
    keep, absorb = SourceFactory.create(), SourceFactory.create()
    editor = UserFactory.create(groups=["Editor"])
    position = PositionFactory.create(contradiction=ContradictionFactory.create(status="open"))
    MembershipFactory.create(position=position, appearance=AppearanceFactory.create(source=absorb))
    assert [part.source for part in Part.objects.filter(source__isnull=False)] == [absorb]
    merge = merge_sources(keep=keep, absorb=absorb, by=editor)
    assert [part.source for part in Part.objects.filter(source__isnull=False)] == [keep]
    undo_merge(merge=merge, by=editor)
    assert [part.source for part in Part.objects.filter(source__isnull=False)] == [absorb]
