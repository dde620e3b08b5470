"""Moments as strangers write them."""

from datetime import UTC, datetime

FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


def in_utc(moment: datetime) -> datetime:
    """The same moment in UTC; what lies beyond the years 1 to 9999 there becomes their end. PostgreSQL reads no offset
    of 16 hours or more, and Python any below 24."""
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return FIRST if moment.year == FIRST.year else LAST
