"""Learn the words of the public claims, for searches that are misspelt."""

from django.db import connection

SHORTEST = 3  # letters
LONGEST = 60


def learn_words() -> int:
    """Make the list of words what the public claims are made of today; how many came or went.

    One statement reads every public claim once (about five seconds for a million), so a job does it and no reader
    waits; nothing is written where nothing changed. A word that no public claim has any more is forgotten."""
    with connection.cursor() as cursor:
        cursor.execute(_LEARN, {"shortest": SHORTEST, "longest": LONGEST})
        changed: int = cursor.fetchone()[0]
    return changed


_LEARN = """
    WITH found AS MATERIALIZED (
        SELECT word FROM ts_stat($$SELECT to_tsvector('simple', text) FROM claims_claim WHERE status = 'accepted'$$)
        WHERE char_length(word) BETWEEN %(shortest)s AND %(longest)s AND word ~ '[[:alpha:]]'
    ), gone AS (
        DELETE FROM claims_word WHERE NOT EXISTS (SELECT FROM found WHERE found.word = claims_word.word) RETURNING 1
    ), come AS (
        INSERT INTO claims_word (word, key) SELECT word, left(unaccent(word), %(longest)s) FROM found
        WHERE NOT EXISTS (SELECT FROM claims_word WHERE claims_word.word = found.word)
        ON CONFLICT DO NOTHING RETURNING 1
    )
    SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM come)
"""
