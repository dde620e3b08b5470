"""Paths made without asking Django each time are those that Django gives."""

from uuid import UUID

import pytest
from django.urls import NoReverseMatch, reverse, set_script_prefix
from django.utils import translation

from articles.addresses import Part, path_to


@pytest.mark.parametrize("language", ["en-gb", "fr"])
@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("claim", (7, "93-votes")),
        ("publisher", ("the-daily",)),
        ("api:claim-detail", (12,)),
        ("claims", ()),
        ("api:submission-detail", (UUID("0193d6a8-7b1c-7000-8000-00000000002a"),)),
    ],
)
def test_as_django_gives_them(name: str, args: tuple[Part, ...], language: str) -> None:
    with translation.override(language):
        assert path_to(name, *args) == reverse(name, args=args)


def test_where_the_site_lies_below_another(request: pytest.FixtureRequest) -> None:
    at_the_top = path_to("claim", 7, "words")
    request.addfinalizer(lambda: set_script_prefix("/"))
    set_script_prefix("/facts/")
    assert path_to("claim", 7, "words") == f"/facts{at_the_top}" == reverse("claim", args=[7, "words"])


def test_there_is_no_path_to_what_has_no_number() -> None:
    with pytest.raises(NoReverseMatch):
        path_to("claim", None, "words")  # type: ignore[arg-type]  # a record that is not saved yet
