"""What happens to articles: a parsed text is taken in, or the reason why not is kept."""

import hashlib
from urllib.parse import urldefrag

from courlan import clean_url
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, URLValidator
from django.db import transaction
from django.utils.text import Truncator, slugify

from articles.models import Article, ArticleVersion, IngestAttempt, Passage, Publisher
from articles.parsing.types import ParsedArticle, PassageKind


@transaction.atomic
def add_article(
    *,
    parsed: ParsedArticle,
    publisher: Publisher,
    identifier: str = "",
    is_based_on: str = "",
    note: str = "",
    is_public: bool = False,
) -> IngestAttempt:
    """Take in one parsed text: a new article, a new version of a known one, or nothing where its content is known.

    `identifier` names the text where it has no URL (a file's or a row's address); `is_based_on` is
    the page that it is a digest of, if it is one. Boilerplate does not count as content,
    so a changed cookie notice makes no new version. Raises ValidationError for a URL that is not http or https, for a
    language tag that is none, and where neither URL nor identifier is given.
    """
    url = checked_url(parsed.url)
    identifier = _short(url or identifier)
    if not identifier:
        raise ValidationError("An article needs a URL or an identifier.")
    MaxLengthValidator(16, f"This language tag is too long: {parsed.language[:50]}")(parsed.language)
    content = _content_hash(parsed)
    if not url and (known := _same_document(content, publisher)):
        return _attempt(identifier, IngestAttempt.Outcome.UNCHANGED, known)
    title = parsed.title.strip()[:300] or _title_from(parsed)
    article, created = Article.objects.get_or_create(
        identifier=identifier,
        defaults={
            "publisher": publisher,
            "url": url,
            "is_based_on": checked_url(is_based_on),
            "title": title,
            "byline": parsed.byline[:200],
            "language": parsed.language,
            "published_on": parsed.published_on,
            "note": note[:300],
            "is_public": is_public,
        },
    )
    # Of two processes adding one text at once, the second waits here and then sees the first's version.
    article = Article.objects.select_for_update().get(pk=article.pk)
    current = article.versions.filter(is_current=True).first()
    if current is not None:
        if current.content_sha256 == content:
            return _attempt(identifier, IngestAttempt.Outcome.UNCHANGED, current)
        ArticleVersion.objects.filter(pk=current.pk).update(is_current=False)
        article.title = title
        article.save(update_fields=["title"])
    version = ArticleVersion.objects.create(
        article=article,
        number=current.number + 1 if current else 1,
        title=title,
        text=parsed.text,
        content_sha256=content,
    )
    Passage.objects.bulk_create(
        Passage(
            version=version,
            kind=passage.kind,
            start=passage.start,
            end=passage.end,
            author=passage.author[:200],
            published_on=passage.published_on,
            title=passage.title[:300],
            site=passage.site[:200],
        )
        for passage in parsed.passages
    )
    outcome = IngestAttempt.Outcome.ADDED if created else IngestAttempt.Outcome.NEW_VERSION
    return _attempt(identifier, outcome, version)


def record_failure(*, identifier: str, reason: str) -> IngestAttempt:
    """Keep that a text could not be taken in, and why, so that it can be seen and tried again."""
    return IngestAttempt.objects.create(
        identifier=_short(identifier), outcome=IngestAttempt.Outcome.FAILED, reason=reason
    )


def publisher_named(*, name: str, kind: Publisher.Kind = Publisher.Kind.OUTLET, url: str = "") -> Publisher:
    """The publisher of that name, made where it is new. Raises ValidationError without a name."""
    name = " ".join(name.split())[:200]
    if not name:
        raise ValidationError("A publisher needs a name.")
    publisher, _ = Publisher.objects.get_or_create(
        name=name, defaults={"slug": _free_slug(name), "kind": kind, "url": url}
    )
    return publisher


def checked_url(url: str) -> str:
    """`url` without fragment and tracking parameters; "" stays "". Raises ValidationError unless http or https."""
    given = url.strip().replace(" ", "%20")  # clean_url drops a space, which makes another address of it
    if not given:
        return ""
    refusal = f"This is not a web address: {url[:100]}"
    try:
        cleaned = urldefrag(clean_url(given) or given).url
    except ValueError as error:  # brackets that open an IPv6 address and do not close it
        raise ValidationError(refusal) from error
    URLValidator(schemes=["http", "https"], message=refusal)(cleaned)
    MaxLengthValidator(600, "The URL is longer than 600 characters.")(cleaned)
    return cleaned


def _attempt(identifier: str, outcome: IngestAttempt.Outcome, version: ArticleVersion) -> IngestAttempt:
    return IngestAttempt.objects.create(identifier=identifier, outcome=outcome, version=version)


def _same_document(content: str, publisher: Publisher) -> ArticleVersion | None:
    """A file that was moved or copied is still the same document; the same words in another outlet are not."""
    return (
        ArticleVersion.objects.filter(
            content_sha256=content, is_current=True, article__url="", article__publisher=publisher
        )
        .select_related("article")
        .first()
    )


def _content_hash(parsed: ParsedArticle) -> str:
    """SHA-256 of what is for reading, with white space folded."""
    passages = [passage for passage in parsed.passages if passage.kind is not PassageKind.BOILERPLATE]
    readable = [parsed.text[passage.start : passage.end] for passage in passages] or [parsed.text]
    return hashlib.sha256(" ".join(" ".join(readable).split()).encode()).hexdigest()


def _title_from(parsed: ParsedArticle) -> str:
    """The first words of the text, for one that came without a title."""
    reading = (PassageKind.BODY, PassageKind.POST, PassageKind.QUOTED)
    first = next((passage for passage in parsed.passages if passage.kind in reading), None)
    text = parsed.text[first.start : first.end] if first else parsed.text
    return Truncator(" ".join(text.split())).chars(90)


def _short(identifier: str) -> str:
    """An identifier within the column's 600 bytes; a longer one keeps its end and is told apart by a hash."""
    if len(identifier.encode()) <= 600:
        return identifier
    return f"sha256:{hashlib.sha256(identifier.encode()).hexdigest()} {identifier[-80:]}"


def _free_slug(name: str) -> str:
    base = slugify(name)[:70].strip("-") or "publisher"
    taken = set(Publisher.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (base, *numbered) if slug not in taken)
