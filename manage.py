#!/usr/bin/env python
"""Django's command line, in development mode unless CROSSCHECK_ENV says otherwise."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "claims.settings")
    os.environ.setdefault("CROSSCHECK_ENV", "development")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
