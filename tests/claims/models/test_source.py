"""Names of sources and the keys by which texts find them."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from claims.models import SourceAlias
from tests.factories import SourceFactory

pytestmark = pytest.mark.django_db


def test_keys_of_names_with_numbers_are_made_anew_and_others_stay() -> None:
    source = SourceFactory.create()
    numbered = SourceAlias.objects.create(source=source, name="Task Force 1155")
    plain = SourceAlias.objects.create(source=source, name="Ann Volkova")
    kept = plain.key
    SourceAlias.objects.filter(pk=numbered.pk).update(key="task force 15")
    import_module("claims.migrations.0017_numbers_in_names").fold_again(apps, connection.schema_editor())
    numbered.refresh_from_db()
    plain.refresh_from_db()
    assert (numbered.key, plain.key) == ("task force 1155", kept)
