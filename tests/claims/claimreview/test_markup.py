import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from claims.claimreview import (
    Asserter,
    Cited,
    ClaimFacts,
    Grade,
    Organisation,
    ReviewFacts,
    Sighting,
    claim_markup,
    claim_review,
)

URL = "https://desk.example.org/claims/1-a-claim/"
PAPER = Organisation("Daily Paper", "https://paper.example.org/")


def claim(**changes: Any) -> ClaimFacts:
    facts: dict[str, Any] = {
        "url": URL,
        "text": "Eighty-nine states voted for the text",
        "asserters": [Asserter("Ada Minister", "person", "Q42")],
        "sightings": [
            Sighting(1, "Vote adopted", PAPER, "https://paper.example.org/1", published_on=date(2025, 2, 24)),
            Sighting(2, "Text passes", PAPER, "https://paper.example.org/2", published_on=date(2025, 2, 25)),
        ],
    }
    return ClaimFacts(**{**facts, **changes})


def review(**changes: Any) -> ReviewFacts:
    facts: dict[str, Any] = {
        "headline": "93 states voted for it",
        "summary": "The roll call lists 93.",
        "publisher": Organisation("The Desk", "https://desk.example.org/"),
        "grade": Grade("False", 1, worst=1, best=5),
        "published_at": datetime(2026, 11, 21, 9, 30, tzinfo=UTC),
        "changed_at": datetime(2026, 11, 22, 8, 0, tzinfo=UTC),
    }
    return ReviewFacts(**{**facts, **changes})


def test_what_google_requires_is_there() -> None:
    markup = claim_review(claim(), review())
    assert markup["@type"] == "ClaimReview"
    assert markup["url"] == URL
    assert markup["claimReviewed"] == "Eighty-nine states voted for the text"
    assert markup["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "False",
        "ratingValue": 1,
        "worstRating": 1,
        "bestRating": 5,
    }
    assert markup["datePublished"] == "2026-11-21T09:30:00+00:00"
    assert markup["dateModified"] == "2026-11-22T08:00:00+00:00"
    assert markup["author"] == {"@type": "Organization", "name": "The Desk", "url": "https://desk.example.org/"}


def test_a_rating_off_the_scale_has_a_word_and_no_number() -> None:
    markup = claim_review(claim(), review(grade=Grade("Disputed", None, worst=1, best=5)))
    assert markup["reviewRating"] == {"@type": "Rating", "alternateName": "Disputed"}


@pytest.mark.parametrize(
    "grade",
    [Grade("False", 0, worst=1, best=5), Grade("False", 6, worst=1, best=5), Grade("False", 1, worst=1, best=1)],
)
def test_a_number_outside_its_scale_is_refused(grade: Grade) -> None:
    with pytest.raises(ValueError, match="not a rating on a scale"):
        claim_review(claim(), review(grade=grade))


def test_the_short_text_is_preferred() -> None:
    markup = claim_review(claim(short_text="89 states voted for it"), review())
    assert markup["claimReviewed"] == "89 states voted for it"
    assert markup["itemReviewed"]["text"] == "Eighty-nine states voted for the text"


def test_every_appearance_is_listed_and_the_first_is_named() -> None:
    item = claim_review(claim(), review())["itemReviewed"]
    assert [seen["url"] for seen in item["appearance"]] == [
        "https://paper.example.org/1",
        "https://paper.example.org/2",
    ]
    assert item["firstAppearance"] == item["appearance"][0]
    assert [seen["@id"] for seen in item["appearance"]] == [f"{URL}#appearance-1", f"{URL}#appearance-2"]
    assert item["datePublished"] == "2025-02-24"


def test_the_day_it_was_said_comes_before_the_day_it_was_printed() -> None:
    assert claim_markup(claim(said_on=date(2025, 2, 20)))["datePublished"] == "2025-02-20"


def test_authors_have_types_and_known_identifiers() -> None:
    one = claim_markup(claim())["author"]
    assert one == {"@type": "Person", "name": "Ada Minister", "sameAs": "https://www.wikidata.org/wiki/Q42"}
    two = claim_markup(
        claim(asserters=[Asserter("Norland", "state", "not an id"), Asserter("The Union", "organisation")])
    )["author"]
    assert two == [{"@type": "Organization", "name": "Norland"}, {"@type": "Organization", "name": "The Union"}]


@pytest.mark.parametrize("asserters", [[], [Asserter("officials", "unnamed")]])
def test_an_unattributed_claim_has_no_author(asserters: list[Asserter]) -> None:
    assert "author" not in claim_markup(claim(asserters=asserters))


def test_what_is_unknown_is_left_out_and_never_empty() -> None:
    bare = claim_markup(claim(sightings=[Sighting(7, "Untitled", Organisation("Forum"))], asserters=[]))
    assert bare["appearance"] == [
        {
            "@type": "CreativeWork",
            "@id": f"{URL}#appearance-7",
            "headline": "Untitled",
            "publisher": {"@type": "Organization", "name": "Forum"},
        }
    ]
    assert "datePublished" not in bare
    assert '""' not in json.dumps(bare)


def test_corrections_and_evidence_are_told() -> None:
    made_at = datetime(2026, 11, 22, tzinfo=UTC)
    markup = claim_review(
        claim(), review(evidence=[Cited("Record", "https://un.example.org/1")], corrections=[(made_at, "A typo.")])
    )
    assert markup["citation"] == [{"@type": "CreativeWork", "name": "Record", "url": "https://un.example.org/1"}]
    assert markup["correction"] == [
        {"@type": "CorrectionComment", "text": "A typo.", "datePublished": "2026-11-22T00:00:00+00:00"}
    ]


def test_a_digest_is_said_to_be_based_on_another_page() -> None:
    [seen] = claim_markup(claim(sightings=[Sighting(1, "Digest", PAPER, based_on="https://un.example.org/1")]))[
        "appearance"
    ]
    assert seen["isBasedOn"] == "https://un.example.org/1"
    assert "url" not in seen


def test_a_desk_tells_its_policies() -> None:
    desk = Organisation("The Desk", URL, corrections=f"{URL}corrections", method=f"{URL}method")
    assert claim_review(claim(), review(publisher=desk))["author"] == {
        "@type": "NewsMediaOrganization",
        "name": "The Desk",
        "url": URL,
        "correctionsPolicy": f"{URL}corrections",
        "verificationFactCheckingPolicy": f"{URL}method",
    }


def test_a_claim_without_a_verdict_is_a_claim_and_not_a_review() -> None:
    markup = claim_markup(claim())
    assert markup["@context"] == "https://schema.org"
    assert markup["@type"] == "Claim"
    assert "reviewRating" not in json.dumps(markup)
