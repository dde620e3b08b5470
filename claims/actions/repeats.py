"""The checked claims that a text repeats.

A claim of the text is compared with the checked claims of its event, and with those that have two of its rarest words:
each part is found by an index and cut off after `EACH`. How rare a word is, PostgreSQL knows from its statistics.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Prefetch

from claims.detection.opposition import repeated
from claims.detection.reports import negated
from claims.extraction import ExtractedClaim
from claims.matching.likeness import Rarity, likeness, rarity
from claims.matching.wordings import Wording, wording
from claims.models import Claim, Verdict

EACH = 30
"""Checked claims that one claim of the text is compared with, for its event and for its words."""
LOOKED_UP = 120
"""Claims of the text that are looked up, the surest first."""
SHOWN = 5
LIKELY = 0.5
"""The likeness from which on claims that affirm the same of one event are taken for one."""
SURE = 0.75
"""The same where the event is not known to be one."""
_CANDIDATES = """
    WITH said AS (
        SELECT * FROM jsonb_to_recordset(%(said)s::jsonb) AS said(number int, text text, event bigint)
    ), common AS (
        SELECT common.lexeme, common.share
        FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) AS common(lexeme, share)
        WHERE schemaname = current_schema AND tablename = 'claims_claim' AND attname = 'search_vector'
          AND common.lexeme IS NOT NULL
    ), rare AS (
        SELECT said.number, array_agg(plainto_tsquery('simple', word.lexeme) ORDER BY word.place) AS words
        FROM said CROSS JOIN LATERAL (
            SELECT lexeme, row_number() OVER (ORDER BY coalesce(share, 0), length(lexeme) DESC, lexeme) AS place
            FROM unnest(to_tsvector('english', said.text)) AS own LEFT JOIN common USING (lexeme)
            ORDER BY place LIMIT 3
        ) word
        GROUP BY said.number HAVING count(*) > 1
    )
    SELECT said.number, found.id
    FROM said CROSS JOIN LATERAL (
        SELECT id FROM claims_claim AS claim
        WHERE status = 'accepted' AND event_id = said.event AND EXISTS (
            SELECT FROM claims_verdict WHERE claim_id = claim.id AND status = 'published'
        )
        ORDER BY id DESC LIMIT %(each)s
    ) found
    UNION
    SELECT rare.number, found.id
    FROM rare CROSS JOIN LATERAL (
        SELECT id FROM claims_claim AS claim
        WHERE status = 'accepted'
          AND search_vector @@ (words[1] && words[2] || coalesce(words[1] && words[3] || words[2] && words[3], ''))
          AND EXISTS (SELECT FROM claims_verdict WHERE claim_id = claim.id AND status = 'published')
        LIMIT %(each)s
    ) found
"""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A checked claim with its verdicts in force as `current_verdicts`; why it is taken for the same, and how surely (0
    to 1). `reasons` are the kinds of evidence of claims.matching.likeness."""

    claim: Any
    rule: str
    score: float
    reasons: Sequence[str]


def repeats_of(*, claims: Sequence[ExtractedClaim], events: Mapping[int, int]) -> list[list[Repeat]]:
    """For each of the claims the checked ones that it repeats, the likeliest first; `events` has the public event that
    the claim at each place is about. Three queries for any number of claims."""
    surest = sorted(range(len(claims)), key=lambda number: (-claims[number].score, number))[:LOOKED_UP]
    candidates = _candidates({number: (claims[number].text, events.get(number)) for number in surest})
    known = _claims({key for keys in candidates.values() for key in keys})
    wordings = {key: wording(claim.text) for key, claim in known.items()}
    among = rarity(wordings.values())
    found: list[list[Repeat]] = [[] for _ in claims]
    for number, keys in candidates.items():
        said = claims[number]
        own = wording(said.text, said.measurements)
        judged = (
            _judged(said, own, known[key], wordings[key], among, same_event=events.get(number) == known[key].event_id)
            for key in keys
            if key in known
        )
        found[number] = sorted(filter(None, judged), key=lambda repeat: (-repeat.score, repeat.claim.pk))[:SHOWN]
    return found


def _judged(
    said: ExtractedClaim, own: Wording, checked: Claim, its: Wording, among: Rarity, *, same_event: bool
) -> Repeat | None:
    """Whether a claim of the text says what a checked one says: in the same words, with the same figures of one event,
    or affirming all of it; with no other figure and no other sign."""
    wordings = [words for words in (checked.text, checked.short_text) if words]
    if _plain(said.text) in map(_plain, wordings):
        return Repeat(checked, "same_words/1", 1.0, ())
    if negated(said.text) != negated(checked.text) or (own.numbers - its.numbers and its.numbers - own.numbers):
        return None
    same = likeness(own, its, among=among)
    if "-figures" in same.reasons or same.score < (LIKELY if same_event else SURE):
        return None
    if same_event and _same_figures(said, own, its):
        return Repeat(checked, "same_figures/1", round(same.score, 3), same.reasons)
    if any(repeated(words, said.text, close=same_event) for words in wordings):
        return Repeat(checked, "same_proposition/1", round(same.score, 3), same.reasons)
    return None


def _same_figures(said: ExtractedClaim, own: Wording, its: Wording) -> bool:
    """Whether two claims give the same figures, two at least: one in common may be chance."""
    values = {figure.value for figure in said.measurements if figure.value is not None}
    return len(values) > 1 and values <= its.numbers <= own.numbers


def _plain(text: str) -> str:
    return " ".join(text.casefold().strip(' .!?"“”').split())


def _candidates(said: Mapping[int, tuple[str, int | None]]) -> dict[int, list[int]]:
    rows = [{"number": number, "text": text, "event": event} for number, (text, event) in said.items()]
    found: dict[int, list[int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_CANDIDATES, {"said": json.dumps(rows), "each": EACH})
        for number, key in cursor.fetchall():
            found.setdefault(number, []).append(key)
    return found


def _claims(keys: set[int]) -> dict[int, Any]:
    verdicts = Verdict.objects.public().select_related("publisher", "rating__scale")
    claims = Claim.objects.public().defer("search_vector")
    return claims.prefetch_related(Prefetch("verdicts", verdicts, "current_verdicts")).in_bulk(keys) if keys else {}
