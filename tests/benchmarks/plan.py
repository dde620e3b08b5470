"""The sizes of a world to measure on, and the words in it: what each record is drawn from, by dice of its own."""

import random
from datetime import date, timedelta

SEED = 20250224
SENTENCES = 5
"""Sentences, and so claims, in an article."""
START = date(2022, 1, 1)
DAYS = 1_400

SYLLABLES = (
    "ka", "lo", "mi", "ten", "ra", "su", "vel", "dor", "pi", "gan", "he",
    "ro", "zu", "bel", "an", "fi", "mor", "tas", "ny", "qua",
)  # fmt: skip
VERBS = (
    "killed", "wounded", "evacuated", "displaced", "arrested", "detained", "reported", "missing", "sheltered",
    "registered",
)  # fmt: skip
PLACES = (
    "harbour", "station", "market", "valley", "district", "province", "border", "school", "hospital", "refinery",
    "bridge", "dam",
)  # fmt: skip


class Plan:
    """The sizes, and the sentence of each claim."""

    def __init__(self, *, articles: int, seed: int) -> None:
        self.articles, self.seed = articles, seed
        self.claims = articles * SENTENCES
        self.events = max(1, self.claims // 10)
        self.sources = max(2, self.claims // 100)
        self.publishers = 200
        self.contradictions = max(1, self.claims // 10)
        self.verdicts = max(1, self.claims // 20)
        chance = random.Random(seed)  # noqa: S311 - a repeatable world, not a secret
        self.words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(5_000)]

    def chance(self, *key: object) -> random.Random:
        """The dice of one record: its own, so that a record does not depend on how many there are of another."""
        return random.Random(f"{self.seed}:{key}")  # noqa: S311 - as above

    def figure(self, claim: int) -> int:
        return self.chance("figure", claim).randint(2, 900)

    def sentence(self, claim: int) -> str:
        chance = self.chance("sentence", claim)
        # Word n is drawn about 1/n as often as the first: roughly what a language does.
        drawn = [self.words[int(5_000 ** chance.random()) - 1] for _ in range(6)]
        return (
            f"{self.figure(claim)} people were {chance.choice(VERBS)} at the {chance.choice(PLACES)} of "
            f"{drawn[0].capitalize()} after {' '.join(drawn[1:5])}, the {drawn[5]} office said."
        )

    def article_of(self, claim: int) -> int:
        return claim // SENTENCES

    def sentences(self, article: int) -> list[tuple[int, int]]:
        """The claims of an article with where each sentence starts; every other article echoes one of another."""
        said = [article * SENTENCES + number for number in range(SENTENCES)]
        if article % 2:
            said.append((article * SENTENCES + 7_919) % self.claims)
        starts, at = [], 0
        for claim in said:
            starts.append((claim, at))
            at += len(self.sentence(claim)) + 1
        return starts

    def text(self, article: int) -> str:
        return " ".join(self.sentence(claim) for claim, _ in self.sentences(article))

    def day(self, *key: object) -> date:
        return START + timedelta(days=self.chance("day", *key).randrange(DAYS))
