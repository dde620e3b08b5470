"""Check that nobody has altered the history, and seal it."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.actions.sealing import seal, verify


class Command(BaseCommand):
    help = (
        "Checks the history: that its triggers stand, that every record is what was written last about it, and that "
        "the sealed lines are unchanged. With --seal it then seals what is new; keep the printed digest elsewhere."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seal", action="store_true", help="seal the lines written since the last seal")
        parser.add_argument("--json", action="store_true", help="for programs")

    def handle(self, *args: Any, **options: Any) -> None:
        findings = [{"about": found.about, "what": found.what} for found in verify()]
        # A history that does not fit is not sealed: the seal would vouch for it.
        sealed = seal() if options["seal"] and not findings else None
        if options["json"]:
            self.stdout.write(json.dumps({"findings": findings, "seal": sealed.digest if sealed else None}))
        for found in [] if options["json"] else findings:
            self.stderr.write(f"{found['about']}: {found['what']}")
        if findings:
            raise CommandError(f"The history is not what was written: {len(findings)} findings.")
        if not options["json"]:
            self.stdout.write("The history is what was written.")
            if sealed:
                self.stdout.write(f"Sealed: {sealed.digest}")
