"""`manage.py send_notices`: for a desk that runs it from cron instead of the worker."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.actions.mailing import send_due_notices


class Command(BaseCommand):
    help = "Sends the notifications that are due by e-mail. The worker does so every minute by itself."

    def handle(self, *args: Any, **options: Any) -> None:
        done = send_due_notices()
        self.stdout.write(f"Notifications sent: {sum(done.sent.values())}, to {len(done.sent)} people.")
        if done.failed:
            causes = "; ".join(f"user {person}: {cause}" for person, cause in done.failed.items())
            raise CommandError(f"Not sent, and tried again later: {causes}")
