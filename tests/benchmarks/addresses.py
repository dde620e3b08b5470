"""The pages that are timed: a name, and what gives the address. Each asks for another record every time."""

from collections.abc import Callable
from itertools import count
from urllib.parse import urlencode

from django.db.models import Model
from django.urls import reverse

from articles.models import Article
from claims.keyset import Cursor
from claims.models import Appearance, Claim, Contradiction, Event, Source, Topic, Verdict

Address = Callable[[], str]


def page(name: str, **query: object) -> Address:
    """The same address every time. What in `query` can be called is asked for its value."""

    def address() -> str:
        given = {key: value() if callable(value) else value for key, value in query.items()}
        return reverse(name) + (f"?{urlencode(given)}" if given else "")

    return address


def outlet() -> str:
    """One that has public claims, as nearly all have in a world that is not small."""
    return str(Appearance.objects.public().latest("pk").version.article.publisher.slug)


def language() -> str:
    """The one that the fewest public claims are in."""
    return str(Claim.objects.public().latest("language").language)


def topic() -> str:
    return str(Topic.objects.public().latest("pk").slug)


def record(name: str, model: type[Model], *, step: int = 7) -> Address:
    """The page of one record after another."""
    numbers = count(1, step)
    return lambda: reverse(name, args=[next(numbers)])


def public(model: type[Model], *, first: int = 1, step: int = 7) -> Address:
    """The public page of one record after another."""
    numbers = count(first, step)

    def address() -> str:
        found = model._base_manager.get(pk=next(numbers))
        return str(found.get_absolute_url())  # type: ignore[attr-defined]  # those given have one

    return address


def deep(name: str, model: type[Model], field: str, **query: object) -> Address:
    """A list from the middle of its table on."""

    def address() -> str:
        rows = model._base_manager.order_by("pk")
        row = rows.filter(pk__gte=rows.latest("pk").pk // 2).first()
        assert row is not None
        place = Cursor(False, getattr(row, field).isoformat(), row.pk)
        return page(name, **query, cursor=place)()

    return address


def named(name: str, model: type[Model], parameter: str, *, step: int = 7) -> Address:
    """A list filtered by the name of one record after another."""
    numbers = count(1, step)

    def address() -> str:
        return page(name, **{parameter: model._base_manager.get(pk=next(numbers))})()

    return address


def outlet_page() -> Address:
    """The page of the outlet of one article after another."""
    numbers = count(1, 2)

    def address() -> str:
        return Article.objects.get(pk=next(numbers)).publisher.get_absolute_url()

    return address


DESK: dict[str, Address] = {
    "dashboard": page("admin:index"),
    "inbox": page("desk_inbox"),
    "inbox, newest": page("desk_inbox", sort="newest"),
    "inbox, one language": page("desk_inbox", language="en", sort="newest"),
    "inbox, one topic": page("desk_inbox", topic=1),
    "inbox, one outlet": page("desk_inbox", publisher="Daily 7"),
    "inbox, one event": page("desk_inbox", event=7),
    "inbox, nobody's": page("desk_inbox", assigned="nobody", score="0.5"),
    "claims": page("admin:claims_claim_changelist"),
    "claims, suggested": page("admin:claims_claim_changelist", status__exact="suggested"),
    "claims, searched": page("admin:claims_claim_changelist", q="harbour displaced"),
    "claims, nobody's": page("admin:claims_claim_changelist", assigned="nobody"),
    "claims, somebody's": page("admin:claims_claim_changelist", assigned="somebody"),
    "claim": record("admin:claims_claim_change", Claim),
    "contradictions": page("admin:claims_contradiction_changelist"),
    "contradictions, open": page("admin:claims_contradiction_changelist", status__in="open,under_review"),
    "contradictions, searched": page("admin:claims_contradiction_changelist", q="displaced"),
    "workbench": record("admin:claims_contradiction_change", Contradiction),
    "verdicts": page("admin:claims_verdict_changelist"),
    "verdict": record("admin:claims_verdict_change", Verdict),
    "articles": page("admin:articles_article_changelist"),
    "articles, searched": page("admin:articles_article_changelist", q="refinery"),
    "article": record("admin:articles_article_change", Claim),
    "events": page("admin:claims_event_changelist"),
    "event": record("admin:claims_event_change", Event),
    "sources": page("admin:claims_source_changelist"),
    "evidence": page("admin:claims_evidence_changelist"),
    "corrections": page("admin:claims_correction_changelist"),
    "publishers": page("admin:articles_publisher_changelist"),
    "notifications": page("desk_notifications"),
}
SITE: dict[str, Address] = {
    "home": page("home"),
    "claims": page("claims"),
    "claims, far down": deep("claims", Claim, "created_at"),
    "claims, a rating": page("claims", rating="false"),
    "claims, not checked": page("claims", rating="unchecked"),
    "claims, a topic": page("claims", topic=topic),
    "claims, a topic, far down": deep("claims", Claim, "created_at", topic=topic),
    "claims, an outlet": page("claims", publisher=outlet),
    "claims, a source": named("claims", Source, "source"),
    "claims, a month": page("claims", since="2024-01-01", until="2024-01-31"),
    "claims, two years": page("claims", since="2023-01-01", until="2024-12-31"),
    "claims, a language": page("claims", language=language),
    "claims, disputed": page("claims", has_contradiction="true"),
    "claims, not disputed": page("claims", has_contradiction="false"),
    "claims, topic and disputed": page("claims", topic=topic, has_contradiction="true"),
    "claims, language and disputed": page("claims", language=language, has_contradiction="true"),
    "claims, month and disputed": page("claims", since="2024-01-01", until="2024-01-31", has_contradiction="true"),
    "claims, rating and month": page("claims", rating="false", since="2024-01-01", until="2024-01-31"),
    "claims, outlet and rating": page("claims", publisher=outlet, rating="true"),
    "claims, four filters": page(
        "claims", topic=topic, has_contradiction="true", language=language, since="2023-01-01", until="2024-12-31"
    ),
    "search, two words": page("claims", q="harbour displaced"),
    "search, every claim": page("claims", q="people"),
    "search, six words": page("claims", q="people were displaced at the harbour office"),
    "search, quoted": page("claims", q='"at the harbour" -displaced'),
    "search, misspelt": page("claims", q="harbuor displcaed"),
    "search, nothing": page("claims", q="xylophone quartet"),
    "search, with filters": page("claims", q="harbour", topic=topic, rating="unchecked"),
    "search, far down": page("claims", q="harbour", cursor=str(Cursor(False, "0.06", 1))),
    "claim": public(Claim),
    "contradictions": page("contradictions"),
    "contradictions, far down": deep("contradictions", Contradiction, "found_at"),
    "contradictions, a status": page("contradictions", status="under_review"),
    "contradictions, gate and kind": page("contradictions", gate="needs_scope", kind="causal"),
    "contradictions, a topic": page("contradictions", topic=topic),
    "contradictions, an outlet": page("contradictions", publisher=outlet),
    "contradictions, an event": page("contradictions", event=1),
    "contradictions, searched": page("contradictions", q="displaced"),
    "contradictions, all filters": page(
        "contradictions", q="how many", topic=topic, status="resolved", gate="real", kind="numeric"
    ),
    "contradiction": public(Contradiction, step=4),
    "event": public(Event),
    "publishers": page("publishers"),
    "publisher": outlet_page(),
    "publisher of every other article": lambda: reverse("publisher", args=["daily-2"]),
    "publisher, our own desk": lambda: reverse("publisher", args=["crosscheck"]),
    "sources": page("sources"),
    "sources, by name": page("sources", q="bel"),
    "source": public(Source),
    "topics": page("topics"),
    "topic": lambda: reverse("topic", args=["conflict"]),
    "article": public(Article, first=2, step=3),
    "corrections": page("corrections"),
    "methodology": page("methodology"),
}
