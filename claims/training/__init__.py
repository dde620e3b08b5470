"""Training of the learned parts: one module per task of `manage.py train`."""
