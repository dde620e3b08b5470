"""What the database refused, in a sentence."""

import psycopg
from django.db import IntegrityError


def sentence_of(refusal: IntegrityError) -> str:
    """Our triggers speak in sentences (SQLSTATE 23000); PostgreSQL's own constraints do not."""
    cause = refusal.__cause__
    if isinstance(cause, psycopg.Error) and cause.sqlstate == "23000" and cause.diag.message_primary:
        return cause.diag.message_primary
    return "The database refused this: it clashes with another record, or somebody has changed the same thing."
