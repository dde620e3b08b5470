from typing import Any

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "claims"
    verbose_name = "Claims"

    def ready(self) -> None:
        """Tell the actions how the API shows a record: they lie below it, and webhooks say the same."""
        from claims.actions import webhooks

        def represent(record: Any) -> dict[str, Any]:
            from claims.api.representing import represent  # not at start-up: commands need no API

            return represent(record)

        webhooks.representing.append(represent)
