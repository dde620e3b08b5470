"""Single values in the API's JSON: what is absent is null, words come from closed lists, addresses are absolute."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import Model
from drf_spectacular.drainage import set_override
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.addresses import Part, path_to


class OptionalText(serializers.CharField):
    """Text that may be absent: the database's empty string becomes null."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(allow_null=True, **kwargs)

    def to_representation(self, value: str) -> str | None:  # type: ignore[override]  # null where the stubs know only str
        return value or None


@extend_schema_field(OpenApiTypes.URI)
class OptionalLink(OptionalText):
    """An absolute address that may be absent."""


class Word(serializers.CharField):
    """One value of a closed list, which the schema shows under `name`. An empty one is null (say `allow_null`)."""

    def __init__(self, name: str, choices: Iterable[tuple[Any, Any]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        values = [str(value) for value, _ in choices if value]
        set_override(self, "field", {"type": "string", "enum": values})
        set_override(self, "field_component_name", name)

    def to_representation(self, value: str) -> str | None:  # type: ignore[override]  # null where the stubs know only str
        return value or None


@extend_schema_field(OpenApiTypes.NUMBER)
class Number(serializers.Field[Decimal, Any, int | float, Any]):
    """A stored decimal as a JSON number: whole ones without a point, others as the nearest double."""

    def to_representation(self, value: Decimal) -> int | float:
        return int(value) if value == value.to_integral_value() else float(value)


@extend_schema_field(OpenApiTypes.URI)
class PageUrl(serializers.Field[Any, Any, str, Any]):
    """The canonical address of the record's page for readers."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(source="*", read_only=True, help_text="The page for readers", **kwargs)

    def to_representation(self, value: Any) -> str:
        return f"{settings.SITE_URL}{value.get_absolute_url()}"


@extend_schema_field(OpenApiTypes.URI)
class ApiUrl(serializers.Field[Model, Any, str, Any]):
    """The address of the record in this API; `route` names its resource, such as "claim"."""

    def __init__(self, route: str, **kwargs: Any) -> None:
        super().__init__(source="*", read_only=True, help_text="The whole record in this API", **kwargs)
        self.route = route

    def to_representation(self, value: Model) -> str:
        return api_url(self.route, value.pk)


@extend_schema_field(OpenApiTypes.URI)
class ListUrl(serializers.Field[Model, Any, str, Any]):
    """The address of the list of all that a record shows some of; `route` names it, such as "claim-appearances"."""

    def __init__(self, route: str, **kwargs: Any) -> None:
        super().__init__(source="*", read_only=True, help_text="The list of all", **kwargs)
        self.route = route

    def to_representation(self, value: Model) -> str:
        return f"{settings.SITE_URL}{path_to(f'api:{self.route}', value.pk)}"


@extend_schema_field(OpenApiTypes.URI)
class FilteredUrl(serializers.Field[Model, Any, str, Any]):
    """The same where it is a resource's own list, narrowed by `parameter`."""

    def __init__(self, route: str, parameter: str, **kwargs: Any) -> None:
        super().__init__(source="*", read_only=True, help_text="The list of all", **kwargs)
        self.route, self.parameter = route, parameter

    def to_representation(self, value: Model) -> str:
        return f"{settings.SITE_URL}{path_to(f'api:{self.route}-list')}?{self.parameter}={value.pk}"


def api_url(route: str, pk: Part) -> str:
    """The absolute address of record `pk` of the resource `route` in this API."""
    return f"{settings.SITE_URL}{path_to(f'api:{route}-detail', pk)}"
