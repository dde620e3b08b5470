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
        "id": 2,
        "name": "False",
        "slug": "false",
        "value": 1,
        "definition": "The evidence shows that it is not so.",
        "scale": {
            "id": 1,
            "api_url": f"{SITE}/api/v1/rating-scales/1/",
            "name": "Crosscheck scale",
            "worst": 1,
            "best": 5,
        },
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
        "topics": [
            {
                "id": 2,
                "url": f"{SITE}/topics/united-nations/",
                "api_url": f"{SITE}/api/v1/topics/2/",
                "name": "United Nations",
            }
        ],
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

COUNT: dict[str, Any] = {
    "measure": "votes_for",
    "quote": "89 votes in favour",
    "start": 63,
    "end": 81,
    "value": 89,
    "value_max": None,
    "value_text": None,
    "comparator": "exact",
    "unit": "vote",
    "total": None,
    "group": 1,
    "as_of": None,
    "subject": None,
}
QUESTION: dict[str, Any] = {
    "id": 3,
    "url": f"{SITE}/contradictions/3-how-many-voted-for-a-res-es-11-8/",
    "api_url": f"{SITE}/api/v1/contradictions/3/",
    "question": "How many voted for A/RES/ES-11/8?",
    "kind": "numeric",
    "gate": "real",
    "status": "open",
    "resolution": None,
}
A_TEXT = OpenApiExample(
    "A paragraph about a vote",
    request_only=True,
    value={
        "text": "The General Assembly adopted the resolution A/RES/ES-11/8 with 89 votes in favour, an official said.",
        "language": "en",
        "published_on": "2025-02-25",
        "url": "https://paper.example.org/assembly-votes",
    },
)
A_CHECK = OpenApiExample(
    "What is known of it",
    response_only=True,
    status_codes=["200"],
    value={
        "sentences": [{"start": 0, "end": 100, "check_worthiness": 0.9979}],
        "claims": [
            {
                "text": "The General Assembly adopted the resolution A/RES/ES-11/8 with 89 votes in favour",
                "quote": "The General Assembly adopted the resolution A/RES/ES-11/8 with 89 votes in favour",
                "start": 0,
                "end": 81,
                "score": 0.9979,
                "method": "clause/3",
                "stance": "asserts",
                "modality": "actual",
                "said_on": "2025-02-25",
                "speaker": {"name": "official", "kind": "unnamed", "start": 83, "end": 94},
                "source": None,
                "measurements": [COUNT],
                "repeats": [
                    {
                        "claim": CLAIM,
                        "verdicts": [VERDICT],
                        "rule": "same_proposition/1",
                        "score": 0.91,
                        "reasons": ["shared_words", "figures"],
                    }
                ],
            }
        ],
        "events": [
            {
                "event": EVENT,
                "claims": [0],
                "rule": "same_identifier/1",
                "score": 0.99,
                "words": ["UN General Assembly", "assembly", "general"],
                "contradictions": [
                    {
                        **QUESTION,
                        "positions": [
                            {
                                "id": 5,
                                "answer": "93–8–73",
                                "figures": {"votes_for": 93, "votes_against": 8, "abstentions": 73},
                                "is_at_fault": False,
                                "outlet_corrected": None,
                            }
                        ],
                    }
                ],
            }
        ],
        "contradictions": [
            {
                "question": QUESTION["question"],
                "kind": "numeric",
                "gate": "real",
                "suggested_resolution": None,
                "rule": "tally_differs/1",
                "score": 0.98,
                "explanation": "One vote has one count, and these differ (93 or 89 in favour) — The Daily Paper:"
                " 93–8–73; official in this text: 89.",
                "event": EVENT,
                "contradiction": QUESTION,
                "answers": [
                    {
                        "answer": "93–8–73",
                        "figures": {"votes_for": 93, "votes_against": 8, "abstentions": 73},
                        "claims": [],
                        "voices": [],
                    },
                    {"answer": "89", "figures": {"votes_for": 89}, "claims": [0], "voices": []},
                ],
            }
        ],
    },
)
