"""The editors' desk. Django's admin finds this package and, through it, every page."""

from claims.admin import (
    api_keys,
    articles,
    claims,
    contradictions,
    error_reports,
    headings,
    imports,
    people,
    plain,
    records,
    scales,
    verdicts,
    webhooks,
)

__all__ = [
    "api_keys",
    "articles",
    "claims",
    "contradictions",
    "error_reports",
    "headings",
    "imports",
    "people",
    "plain",
    "records",
    "scales",
    "verdicts",
    "webhooks",
]
