"""What happens to articles: a parsed text is taken in, or the reason why not is kept."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urldefrag

from courlan import clean_url
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, URLValidator
from django.db import transaction
from django.utils.text import Truncator, slugify

from articles.models import Article, ArticleVersion, IngestAttempt, Passage, Publisher
from articles.parsing.types import ParsedArticle, PassageKind


@dataclass(frozen=True, slots=True)
class Incoming:
    """One parsed text to take in. `identifier` names it where it has no URL (a file's or a row's address);
    `is_based_on` is the page that it is a digest of, if it is one."""

    parsed: ParsedArticle
    publisher: Publisher
    identifier: str = ""
    is_based_on: str = ""
    note: str = ""
    is_public: bool = False


@dataclass(frozen=True, slots=True)
class _Checked:
    """A text that may be taken in, and what it is known by."""

    text: Incoming
    url: str
    is_based_on: str
    identifier: str
    content: str

    @property
    def title(self) -> str:
        return self.text.parsed.title.strip()[:300] or _title_from(self.text.parsed)


def add_article(
    *,
    parsed: ParsedArticle,
    publisher: Publisher,
    identifier: str = "",
    is_based_on: str = "",
    note: str = "",
    is_public: bool = False,
    only_new: bool = False,
) -> IngestAttempt:
    """Take in one parsed text: a new article, a new version of a known one, or nothing where its content is known.

    For the arguments see `Incoming`. Boilerplate does not count as content, so a changed cookie notice makes no new
    version. Raises ValidationError for a URL that is not http or https, for a language tag that is none, where neither
    URL nor identifier is given, and, if `only_new`, for other words of an article that is there.
    """
    text = _checked(Incoming(parsed, publisher, identifier, is_based_on, note, is_public))
    (attempt,) = _add([text], only_new=only_new)
    return attempt


@transaction.atomic
def add_articles(*, texts: Sequence[Incoming]) -> list[IngestAttempt]:
    """Take in many texts as `add_article` does each, in one transaction and with as many queries for fifty as for one.
    A text that `add_article` would refuse is recorded as a failure with the reason, and the rest are taken in."""
    attempts: dict[int, IngestAttempt] = {}
    waiting: dict[int, _Checked] = {}
    for place, text in enumerate(texts):
        try:
            waiting[place] = _checked(text)
        except ValidationError as error:
            reason = " ".join(error.messages)
            attempts[place] = record_failure(identifier=text.identifier or text.parsed.url, reason=reason)
    while waiting:
        # Of two texts of one address or content the second is to see what became of the first.
        batch: dict[int, _Checked] = {}
        met: set[object] = set()
        for place, checked in waiting.items():
            known_by = {checked.identifier, (checked.text.publisher.pk, checked.content)}
            if not known_by & met:
                batch[place] = checked
            met |= known_by
        attempts |= dict(zip(batch, _add(list(batch.values())), strict=True))
        waiting = {place: checked for place, checked in waiting.items() if place not in batch}
    return [attempts[place] for place in range(len(texts))]


def _checked(text: Incoming) -> _Checked:
    url = checked_url(text.parsed.url)
    identifier = identifier_of(url or text.identifier)
    if not identifier:
        raise ValidationError("An article needs a URL or an identifier.")
    language = text.parsed.language
    MaxLengthValidator(16, f"This language tag is too long: {language[:50]}")(language)
    return _Checked(text, url, checked_url(text.is_based_on), identifier, _content_hash(text.parsed))


@transaction.atomic
def _add(texts: Sequence[_Checked], *, only_new: bool = False) -> list[IngestAttempt]:
    """Take in texts of which no two have an address or content in common."""
    known = _same_documents(texts)
    articles = _articles([text for text in texts if text.identifier not in known])
    current = {
        version.article_id: version
        for version in ArticleVersion.objects.filter(article__in=articles.values(), is_current=True)
    }
    new: dict[str, ArticleVersion] = {}
    changed: list[Article] = []
    for text in texts:
        if text.identifier in known:
            continue
        article = articles[text.identifier]
        last = current.get(article.pk)
        if last and last.content_sha256 == text.content:
            known[text.identifier] = last
            continue
        if last and only_new:
            raise ValidationError("There is an article at this address, and its text is an editor's to change.")
        if last:
            article.title = text.title
            changed.append(article)
        new[text.identifier] = ArticleVersion(
            article=article,
            number=last.number + 1 if last else 1,
            title=text.title,
            text=text.text.parsed.text,
            content_sha256=text.content,
        )
    ArticleVersion.objects.filter(article__in=changed, is_current=True).update(is_current=False)
    Article.objects.bulk_update(changed, ["title"])
    ArticleVersion.objects.bulk_create(new.values())
    Passage.objects.bulk_create(
        passage
        for text in texts
        if text.identifier in new
        for passage in _passages(new[text.identifier], text.text.parsed)
    )
    attempts = []
    for text in texts:
        version = new.get(text.identifier)
        outcome = IngestAttempt.Outcome.UNCHANGED
        if version:
            outcome = IngestAttempt.Outcome.NEW_VERSION if version.number > 1 else IngestAttempt.Outcome.ADDED
        attempts.append(
            IngestAttempt(identifier=text.identifier, outcome=outcome, version=version or known[text.identifier])
        )
    return IngestAttempt.objects.bulk_create(attempts)


def _articles(texts: Sequence[_Checked]) -> dict[str, Article]:
    """The article of each text by its identifier, made where it is new. They are locked: of two processes adding one
    text at once, the second waits here and then sees the first's version."""
    identifiers = [text.identifier for text in texts]
    present = set(Article.objects.filter(identifier__in=identifiers).values_list("identifier", flat=True))
    Article.objects.bulk_create(
        [
            Article(
                identifier=text.identifier,
                publisher=text.text.publisher,
                url=text.url,
                is_based_on=text.is_based_on,
                title=text.title,
                byline=text.text.parsed.byline[:200],
                language=text.text.parsed.language,
                published_on=text.text.parsed.published_on,
                note=text.text.note[:300],
                is_public=text.text.is_public,
            )
            for text in sorted(texts, key=lambda text: text.identifier)
            if text.identifier not in present
        ],
        ignore_conflicts=True,
    )
    locked = Article.objects.select_for_update().filter(identifier__in=identifiers).order_by("pk")
    return {article.identifier: article for article in locked}


def _passages(version: ArticleVersion, parsed: ParsedArticle) -> Iterator[Passage]:
    for passage in parsed.passages:
        yield Passage(
            version=version,
            kind=passage.kind,
            start=passage.start,
            end=passage.end,
            author=passage.author[:200],
            published_on=passage.published_on,
            title=passage.title[:300],
            site=passage.site[:200],
        )


def record_failure(*, identifier: str, reason: str) -> IngestAttempt:
    """Keep that a text could not be taken in, and why, so that it can be seen and tried again."""
    failed = IngestAttempt.Outcome.FAILED
    return IngestAttempt.objects.create(identifier=identifier_of(identifier), outcome=failed, reason=reason)


def publisher_named(*, name: str, kind: Publisher.Kind = Publisher.Kind.OUTLET, url: str = "") -> Publisher:
    """The publisher of that name, made where it is new. Raises ValidationError without a name."""
    name = _publisher_name(name)
    publisher, _ = Publisher.objects.get_or_create(
        name=name, defaults={"slug": _free_slug(name), "kind": kind, "url": url}
    )
    return publisher


@transaction.atomic
def publishers_named(*, names: Iterable[str]) -> dict[str, Publisher]:
    """The publisher of each name, as `publisher_named` gives it, with as many queries for fifty as for one. Raises
    ValidationError for an empty name."""
    cleaned = {name: _publisher_name(name) for name in names}
    known = _publishers(cleaned.values())
    missing = dict.fromkeys(name for name in cleaned.values() if name not in known)
    if missing:
        # One whose slug is taken, here or in the table, is left out and made below.
        Publisher.objects.bulk_create(
            [Publisher(name=name, slug=_slug(name)) for name in missing], ignore_conflicts=True
        )
        known |= _publishers(missing)
    return {given: known.get(name) or publisher_named(name=name) for given, name in cleaned.items()}


def _publishers(names: Iterable[str]) -> dict[str, Publisher]:
    return {publisher.name: publisher for publisher in Publisher.objects.filter(name__in=set(names))}


def _publisher_name(name: str) -> str:
    if folded := " ".join(name.split())[:200]:
        return folded
    raise ValidationError("A publisher needs a name.")


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


def _same_documents(texts: Sequence[_Checked]) -> dict[str, ArticleVersion]:
    """The version that each text without a URL is already known by. A file that was moved or copied is still the same
    document; the same words in another outlet are not."""
    of = {(text.text.publisher.pk, text.content): text.identifier for text in texts if not text.url}
    if not of:
        return {}
    versions = ArticleVersion.objects.filter(
        content_sha256__in=[content for _, content in of], is_current=True, article__url=""
    ).select_related("article")
    found: dict[str, ArticleVersion] = {}
    for version in versions.order_by("article", "number"):
        identifier = of.get((version.article.publisher_id, version.content_sha256))
        if identifier:
            found.setdefault(identifier, version)
    return found


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


def identifier_of(identifier: str) -> str:
    """`identifier` within the column's 600 bytes; a longer one keeps its end and is told apart by a hash."""
    if len(identifier.encode()) <= 600:
        return identifier
    return f"sha256:{hashlib.sha256(identifier.encode()).hexdigest()} {identifier[-80:]}"


def _slug(name: str) -> str:
    return slugify(name)[:70].strip("-") or "publisher"


def _free_slug(name: str) -> str:
    base = _slug(name)
    taken = set(Publisher.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (base, *numbered) if slug not in taken)
