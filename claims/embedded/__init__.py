"""PostgreSQL out of the pinned wheel, run for the processes that use it: ENGINE = "claims.embedded".

base     the Django backend: makes sure that the server runs before a connection is opened
runner   what settings and the backend call; counts the processes, the last one out stops the server
server   one server: create its files, start it, tell whether it runs, stop it
home     where the files are, also when the clone lies where the server's user cannot go
programs PostgreSQL's programs in the wheel, or a copy of them that the server's user can reach
account  the operating system user that the server runs as, which is never root
locks    file locks; errors: what goes wrong, in a sentence
"""
