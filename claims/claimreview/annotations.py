"""W3C Web Annotations: where exactly in a text a claim is made, for programs that mark passages.

Source: https://www.w3.org/TR/annotation-model/. A TextQuoteSelector finds the words in whatever the page is now; a
TextPositionSelector gives their place in the text as it was captured at the time of the TimeState. Its offsets count
code points, as the model asks (JavaScript's strings count UTF-16 units: convert before cutting).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # code points of the text before and after the quote that help to find it again


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one appearance. `before` and `after` are empty where the text around them is not public."""

    id: str
    claim_url: str
    claim_text: str
    language: str
    source: str
    quote: str
    start: int
    end: int
    captured_at: datetime
    before: str = ""
    after: str = ""


def annotation(passage: Passage) -> dict[str, Any]:
    """The annotation that says: these words make that claim."""
    quote = {"type": "TextQuoteSelector", "exact": passage.quote}
    if passage.before:
        quote["prefix"] = passage.before
    if passage.after:
        quote["suffix"] = passage.after
    return {
        "@context": CONTEXT,
        "id": passage.id,
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "SpecificResource", "source": passage.claim_url, "purpose": "identifying"},
            {
                "type": "TextualBody",
                "value": passage.claim_text,
                "format": "text/plain",
                "language": passage.language,
                "purpose": "describing",
            },
        ],
        "target": {
            "type": "SpecificResource",
            "source": passage.source,
            "selector": [quote, {"type": "TextPositionSelector", "start": passage.start, "end": passage.end}],
            "state": {"type": "TimeState", "sourceDate": passage.captured_at.isoformat()},
        },
    }
