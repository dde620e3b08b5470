"""How people prove who they are: passwords, second factors, sessions, and how often each may be tried.

django-allauth does the work; here is what we ask of it that it does not do by itself. Only staff have accounts, and
nobody signs up: a chief makes them (claims.actions.people).
"""
