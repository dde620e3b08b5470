"""The language of charts and figures on the page that is being drawn."""

from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext, ngettext, pgettext

from claims.charts import ENGLISH, Words


def number(value: float | Decimal) -> str:
    """A number without needless zeros, grouped and pointed as the language of the page does."""
    exact = Decimal(ENGLISH.number(float(value)).replace(",", ""))
    return number_format(exact, force_grouping=True)


def day(value: date) -> str:
    """A day as the language of the page writes it."""
    return date_format(value, "DATE_FORMAT")


HERE = Words(gettext=gettext, pgettext=pgettext, ngettext=ngettext, number=number, day=day)
