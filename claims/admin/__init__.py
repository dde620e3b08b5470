"""The editors' desk. Django's admin finds this package and, through it, every page."""

from claims.admin import articles, claims, contradictions, people, plain, records, verdicts

__all__ = ["articles", "claims", "contradictions", "people", "plain", "records", "verdicts"]
