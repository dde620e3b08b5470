"""The check of our markup finds what is wrong."""

from typing import Any

import pytest

from tests.claims.markup.vocabulary import faults, of_type

WRONG: list[tuple[dict[str, Any], str]] = [
    ({"@type": "Contradiction"}, "no type"),
    ({"@type": "Claim", "claimReviewed": "Words"}, "no such property"),
    ({"@type": "Claim", "name": ""}, "empty"),
    ({"@type": "Claim", "appearance": {"@type": "Organization"}}, "and not Organization"),
    ({"@type": "Claim", "appearance": {"@type": "CreativeWork", "heading": "x"}}, "no such property"),
    ({"@type": "Claim", "datePublished": "24 February"}, "none of"),
    ({"@type": "Claim", "url": "/claims/1/"}, "none of"),
    ({"@type": "Claim", "url": "javascript:alert(1)"}, "none of"),
    ({"@type": "Claim", "@id": "#claim"}, "no address"),
    ({"@type": "Event", "startDate": "2025-2"}, "none of"),
]


@pytest.mark.parametrize(("markup", "fault"), WRONG)
def test_what_is_wrong_is_found(markup: dict[str, Any], fault: str) -> None:
    found = list(faults(markup))
    assert len(found) == 1
    assert fault in found[0]


def test_what_is_right_passes() -> None:
    author = {"@type": "Organization", "name": "The Union", "sameAs": "https://www.wikidata.org/wiki/Q42"}
    claim = {
        "@context": "https://schema.org",
        "@type": "Claim",
        "name": "Words",
        "datePublished": "2025-02-24",
        "author": author,
        "appearance": [{"@type": "CreativeWork", "datePublished": "2025-02-24T10:00:00+00:00"}],
    }
    assert list(faults(claim)) == []
    assert list(faults({"@type": "Event", "startDate": "2025-02"})) == []
    assert list(faults({"@type": "Event", "startDate": "2025"})) == []
    assert of_type(claim, "Organization") == [author]
