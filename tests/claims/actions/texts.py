"""Short reports written for these tests, and how they get into the database."""

from datetime import date

from articles.models import ArticleVersion
from claims.actions.extract import extract
from claims.actions.match import match
from claims.actions.reading import read_all
from tests.factories import ArticleFactory, PublisherFactory, VersionFactory

DAY = date(2025, 2, 25)
ASSEMBLY = (
    "The UN General Assembly voted on a resolution on the war in Ukraine on Monday. "
    "The U.S.-drafted resolution won 93 votes in favor, while 73 states abstained, and eight voted against it."
)
MISCOUNT = (
    "The UN General Assembly met on Monday to vote on the war in Ukraine. "
    "The U.S.-drafted resolution received 89 votes in favor, 8 votes against, and 73 states abstained."
)
COUNCIL = (
    "The UN General Assembly debated the war in Ukraine on Monday. "
    "The U.S.-drafted resolution passed with 10 votes in favor and 5 abstentions."
)
DENIAL = (
    "President Donald Trump claimed that Vladimir Putin is open to European peacekeepers in Ukraine. "
    "The Kremlin denied these claims."
)


def added(text: str, publisher: str, *, number: int = 1, article: object = None) -> ArticleVersion:
    """A version with that text, of a new article of that publisher or of `article`."""
    if article is None:
        article = ArticleFactory.create(publisher=PublisherFactory.create(name=publisher), published_on=DAY)
    return VersionFactory.create(article=article, text=text, number=number)


def extracted(*versions: ArticleVersion) -> None:
    """Take versions through the first station."""
    extract(versions=versions, readings=read_all(versions))


def matched(*versions: ArticleVersion) -> None:
    """Take versions through the second station."""
    match(versions=versions, readings=read_all(versions))
