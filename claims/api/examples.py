"""Examples in the API's documentation. A test holds them to the schema that they illustrate."""

from typing import Any

from drf_spectacular.utils import OpenApiExample

SITE = "https://crosscheck.example.org"

EVENT: dict[str, Any] = {
    "id": 4,
    "url": f"{SITE}/events/4-general-assembly-votes-on-a-res-es-11-8/",
    "api_url": f"{SITE}/api/v1/events/4/",
    "kind": "vote",
    "title": "General Assembly votes on A/RES/ES-11/8",
    "date": "2025-02-24",
    "date_precision": "day",
    "body": "UN General Assembly",
}
DESK: dict[str, Any] = {"id": 1, "api_url": f"{SITE}/api/v1/publishers/1/", "name": "Crosscheck", "kind": "own"}
VERDICT: dict[str, Any] = {
    "id": 9,
    "url": f"{SITE}/claims/12-the-resolution-won-89-votes/",
    "api_url": f"{SITE}/api/v1/verdicts/9/",
    "publisher": DESK,
    "language": "en",
    "rating": {
        "name": "False",
        "slug": "false",
        "value": 1,
        "definition": "The evidence shows that it is not so.",
        "scale": {"name": "Crosscheck scale", "worst": 1, "best": 5},
    },
    "headline": "93 states voted for the resolution, not 89",
    "published_at": "2026-11-21T10:00:00Z",
}
CLAIM: dict[str, Any] = {
    "id": 12,
    "url": f"{SITE}/claims/12-the-resolution-won-89-votes/",
    "api_url": f"{SITE}/api/v1/claims/12/",
    "text": "The resolution won 89 votes",
}

A_CLAIM = OpenApiExample(
    "A claim about a vote",
    value={
        **CLAIM,
        "language": "en",
        "event": EVENT,
        "method": "editor",
        "score": 1.0,
        "created_at": "2026-11-20T09:30:00Z",
        "verdicts": [VERDICT],
    },
)
A_VERDICT = OpenApiExample(
    "A verdict on it",
    value={
        **VERDICT,
        "summary": "The roll call lists 93 states in favour.",
        "body": None,
        "author": "Ada Novak",
        "published_by": "Ben Okoro",
        "change_kind": None,
        "change_reason": None,
        "evidence": [],
        "claim": CLAIM,
        "corrections": [],
    },
)
A_CONTRADICTION = OpenApiExample(
    "Two counts of one vote",
    value={
        "id": 3,
        "url": f"{SITE}/contradictions/3-how-many-voted-for-a-res-es-11-8/",
        "api_url": f"{SITE}/api/v1/contradictions/3/",
        "question": "How many voted for A/RES/ES-11/8?",
        "kind": "numeric",
        "gate": "real",
        "status": "resolved",
        "resolution": "source_error",
        "event": EVENT,
        "suggested_resolution": None,
        "rule": "tally_differs/1",
        "score": 0.9,
        "explanation": "93 in one report and 89 in the other cannot both be the count of one vote.",
        "found_at": "2026-11-20T09:31:00Z",
        "resolution_note": "The roll call lists 93 states in favour.",
        "resolved_at": "2026-11-21T10:00:00Z",
        "positions": [
            {
                "id": 5,
                "answer": "93–8–73",
                "figures": {"votes_for": 93, "votes_against": 8, "abstentions": 73},
                "is_at_fault": False,
                "outlet_corrected": None,
            },
            {"id": 6, "answer": "89", "figures": {"votes_for": 89}, "is_at_fault": True, "outlet_corrected": False},
        ],
    },
)
