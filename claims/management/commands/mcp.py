"""manage.py mcp: answer language models."""

from argparse import ArgumentParser
from typing import Any

import uvicorn
from django.core.management.base import BaseCommand

from claims.assistants.server import over_http, over_stdio


class Command(BaseCommand):
    help = "Serve the Model Context Protocol: over standard input and output, or with --http over streamable HTTP."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--http", action="store_true", help="over HTTP, at /mcp")
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
        parser.add_argument("--port", type=int, default=8001, help="port to listen on (8001)")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["http"]:
            uvicorn.run(
                over_http(), host=options["host"], port=options["port"], log_level="warning", proxy_headers=False
            )
        else:
            over_stdio()
