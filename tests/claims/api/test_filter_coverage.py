"""Every field of what the API shows has a filter, or a reason for having none."""

from typing import Any

import pytest
from django.db.models import Model

from articles.api.filters import Filters
from articles.models import Article, ArticleVersion, Publisher
from claims import models
from claims.api.urls import router

WITHOUT: dict[type[Model], dict[str, str]] = {
    Publisher: {"id": "the address of the record", "url": "nobody looks for it", "about": "prose"},
    Article: {
        "id": "the address of the record", "identifier": "internal: it may be a path on our machines", "note": "prose",
        "is_public": "all are",
    },
    ArticleVersion: {
        "id": "internal", "number": "counts within an article", "is_current": "every article has one",
        "title": "the article's is searched", "text": "readers search claims",
        "captured_at": "the article's added_at serves",
    },
    models.Source: {
        "id": "the address of the record", "description": "prose", "merged_into": "what is merged is not listed",
    },
    models.SourceAlias: {"id": "internal", "source": "the list is of sources", "name": "searched by its folded key"},
    models.Claim: {
        "id": "the address of the record", "text": "searched by q", "short_text": "shortens the text",
        "status": "all are accepted", "status_reason": "internal", "search_vector": "searched by q",
        "rejected_for": "all are accepted", "merged_into": "what is merged is not listed", "assignee": "internal",
        "topics": "by the rows that join them",
    },
    models.Appearance: {
        "id": "internal", "start": "an offset", "end": "an offset", "refers_to": "internal",
        "method": "the claim's is there", "score": "the claim's is there",
    },
    models.Measurement: {
        "id": "internal", "quote": "the appearance's is there", "start": "an offset", "end": "an offset",
        "value_max": "ranges are found by their lower end", "total": "the value is there",
        "group": "counts within an appearance", "score": "the claim's is there",
    },
    models.Event: {
        "id": "the address of the record", "terms": "internal: what matching compares",
        "merged_into": "what is merged is not listed",
    },
    models.EventIdentifier: {"id": "internal"},
    models.RollCallVote: {"id": "internal"},
    models.Contradiction: {
        "id": "the address of the record", "fingerprint": "internal: names the question for detection",
        "explanation": "prose", "resolution_note": "prose", "resolved_by": "people are not looked up",
        "reopened_reason": "internal", "evidence": "by the rows that attach it", "assignee": "internal",
        "opened_at": "in the feeds", "changed_at": "in the feeds",
    },
    models.Position: {
        "id": "internal", "key": "internal: names the answer for detection", "figures": "by measure and value",
        "appearances": "by the rows that join them",
    },
    models.PositionAppearance: {
        "id": "internal", "measurement": "by measure and value", "origin": "internal: it is shown as a number",
    },
    models.ContradictionEvidence: {
        "id": "internal", "note": "prose", "supports": "a position has no list", "figures": "by the positions'",
        "attached_by": "people are not looked up", "attached_at": "internal",
    },
    models.Evidence: {
        "id": "the address of the record", "archive_exception": "prose", "quote": "prose", "locator": "prose",
    },
    models.Verdict: {
        "id": "the address of the record", "summary": "prose", "body": "prose", "status": "all are published",
        "author": "people are not looked up", "published_by": "people are not looked up", "created_at": "internal",
        "submitted_at": "internal", "needs_review": "internal", "review_cause": "internal",
        "supersedes": "what it supersedes is not public", "change_reason": "prose",
        "evidence": "by the rows that cite it", "publish_at": "all are published",
        "publish_error": "internal", "origin": "by the publisher",
        "revision": "internal", "edited_by": "people are not looked up", "writers": "people are not looked up",
        "assignee": "internal",
    },
    models.VerdictEvidence: {"id": "internal", "order": "counts within a verdict", "note": "prose"},
    models.Rating: {"id": "internal", "name": "by slug", "definition": "prose", "normalised": "internal"},
    models.RatingScale: {
        "id": "the address of the record", "worst": "by name", "best": "by name", "is_imported": "by its publisher",
    },
    models.Topic: {"id": "the address of the record", "description": "prose"},
    models.ClaimTopic: {"id": "internal"},
}  # fmt: skip
SEARCHED = {(models.SourceAlias, "key"), (models.Position, "event")}  # by the methods for a source's name and an event


def filtersets() -> list[tuple[type[Model], type[Filters]]]:
    views: list[Any] = [view for _, view, _ in router.registry]
    return [(view.queryset.model, view.filterset_class) for view in views]


def reached(model: type[Model], filterset: type[Filters]) -> set[tuple[type[Model], str]]:
    """The fields that the filters of a list look at, those on the way to them included."""
    found = set()
    for one in filterset.base_filters.values():
        if one.method is not None:  # it names the one field that it looks at, or none
            found |= {(model, field.name) for field in model._meta.fields if field.name == one.field_name}
            continue
        head, _, rest = str(one.field_name).partition("__")
        path = f"{filterset.together[head].path}__{rest}" if head in filterset.together else str(one.field_name)
        here: Any = model
        for step in path.split("__"):
            field = here._meta.get_field(step)
            there = field.remote_field if field.auto_created and not field.concrete else field
            found.add((there.model, there.name))
            here = field.related_model
    return found


@pytest.mark.parametrize("model", WITHOUT, ids=lambda model: model.__name__)
def test_every_field_has_a_filter_or_a_reason(model: type[Model]) -> None:
    covered = SEARCHED.union(*(reached(listed, filterset) for listed, filterset in filtersets()))
    fields = {field.name for field in model._meta.get_fields() if not field.auto_created or field.concrete}
    with_filter = {name for owner, name in covered if owner is model}
    exempt = set(WITHOUT[model]) & fields
    assert fields - with_filter - exempt == set(), "give it a filter, or a reason in WITHOUT"
    assert exempt & with_filter == set(), "it has a filter: take the reason out"


def test_every_listed_model_is_looked_at() -> None:
    assert {model for model, _ in filtersets()} <= set(WITHOUT)
