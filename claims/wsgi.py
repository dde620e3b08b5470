"""WSGI entry point: `gunicorn claims.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "claims.settings")

application = get_wsgi_application()
