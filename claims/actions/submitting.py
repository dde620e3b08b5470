"""What programs hand in: articles as text, page or address, and claims that somebody makes in an article.

What is handed in is kept and taken in by a job, in the name and by the roles of who handed it in. It is not public: the
machine reads an article as any other, and a claim is a suggestion that an editor accepts or rejects. Of an article that
is there already only its own address says what it says now; what else is sent for it is refused, but from an editor.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pghistory
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from articles.actions import add_article, checked_url, identifier_of, publisher_named
from articles.models import Article, ArticleVersion, Publisher
from articles.parsing import MAX_BYTES, ParsedArticle, ParseError, parse_html, parse_text
from claims.actions.acting import acting
from claims.actions.appearances import add_appearance
from claims.actions.pipeline import process, waiting
from claims.actions.refusals import sentence_of
from claims.links import Page, RefusedError, fetch_page
from claims.models import Claim, Submission, User
from claims.vocabulary import Modality, SourceKind, Stance

JOB = "claims.tasks.take_in"
Given = Mapping[str, Any]
Fetch = Callable[..., Page]


def submit_article(*, by: User, given: Given) -> Submission:
    """Hand in an article: its `text`, its `html`, or the `url` at which it is to be fetched. With any of them may go
    `url`, `publisher` (a name), `title`, `byline`, `language`, `published_on`.

    Raises ValidationError for a URL that is none, or where there is nothing to take in.
    """
    with acting(by=by, permission="articles.add_article", doing="submit article"):
        url = checked_url(str(given.get("url", "")))
        if given.get("text") and given.get("html"):
            raise ValidationError({"html": "Send the text or the page, not both."})
        if not (given.get("text") or given.get("html") or url):
            raise ValidationError("Send a text, a page, or the address of one.")
        return _hand_in(Submission.Kind.ARTICLE, by, {**given, "url": url})


def submit_claim(*, by: User, given: Given) -> Submission:
    """Hand in that an `article` (its id) makes a claim in the words of `quote`: a known `claim` (its id), or a new one
    worded `text`. `start` tells where the quote stands, if it does more than once.

    Raises ValidationError where the current text of the article does not have those words, or has them twice.
    """
    with acting(by=by, permission="claims.add_appearance", doing="submit claim"):
        if bool(given.get("claim")) == bool(given.get("text")):
            raise ValidationError("Name a claim, or word a new one.")
        version = _version(given["article"])
        _start(version, given)
        submission = _hand_in(Submission.Kind.CLAIM, by, given)
        submission.article = version.article
        submission.save(update_fields=["article"])
        return submission


def take_in(*, submission: Submission, fetch: Fetch = fetch_page) -> None:
    """Take in what was handed in. What cannot be is kept with the reason; what was is not taken in again."""
    if submission.status != Submission.Status.WAITING:
        return
    user = submission.user
    with pghistory.context(user=user.pk, action=f"take in {submission.kind}", submission=str(submission.pk)):
        try:
            take = _take_article if submission.kind == Submission.Kind.ARTICLE else _take_claim
            take(submission, fetch)
        except ValidationError as refusal:
            _fail(submission, " ".join(refusal.messages))
        except IntegrityError as refusal:
            _fail(submission, sentence_of(refusal))
        except (ParseError, RefusedError, PermissionDenied) as refusal:
            _fail(submission, str(refusal))


def give_up() -> int:
    """Say of what waits and whose job failed for good that it was not taken in. Returns how many they are."""
    failed = ProcrastinateJob.objects.filter(task_name=JOB, status="failed").values_list(
        "args__submission_id", flat=True
    )
    lost = list(Submission.objects.filter(pk__in=list(failed), status=Submission.Status.WAITING))
    for submission in lost:
        _fail(submission, "Something went wrong on our side, more than once. It has been recorded.")
    return len(lost)


def _hand_in(kind: Submission.Kind, by: User, given: Given) -> Submission:
    submission = Submission.objects.create(kind=kind, user=by, given=dict(given))
    app.configure_task(JOB, queueing_lock=f"take_in {submission.pk}").defer(submission_id=str(submission.pk))
    return submission


def _take_article(submission: Submission, fetch: Fetch) -> None:
    given = submission.given
    if not submission.user.has_perm("articles.add_article"):
        raise PermissionDenied("The account may no longer bring articles in.")
    is_editor = submission.user.has_perm("articles.change_article")
    is_sent = bool(given.get("text") or given.get("html"))
    parsed = _parsed(given, fetch)
    known = Article.objects.filter(identifier=identifier_of(parsed.url)).select_related("publisher").first()
    if known is None or is_editor:
        parsed = _as_told(parsed, given)
    with transaction.atomic():
        attempt = add_article(
            parsed=parsed,
            publisher=known.publisher if known else _publisher(given, parsed, submission.user),
            identifier=f"submitted:{submission.pk}",
            only_new=is_sent and not is_editor,
        )
        assert attempt.version is not None  # noqa: S101 - an attempt that did not fail has one
        article = attempt.version.article
        _finish(submission, Submission.Status.DONE, article=article)
    process(versions=waiting(retry_failed=True).filter(article=article))


def _take_claim(submission: Submission, _: Fetch) -> None:
    given = submission.given
    version = _version(given["article"])
    start = _start(version, given)
    claim = Claim.objects.filter(pk=given["claim"]).first() if given.get("claim") else None
    if given.get("claim") and claim is None:
        raise ValidationError("There is no such claim any more.")
    said_on = given.get("said_on")
    with transaction.atomic():
        added = add_appearance(
            version=version,
            start=start,
            end=start + len(given["quote"]),
            by=submission.user,
            claim=claim,
            text=given.get("text", ""),
            speaker=given.get("speaker", ""),
            speaker_kind=SourceKind(given.get("speaker_kind", SourceKind.PERSON)),
            stance=Stance(given.get("stance", Stance.ASSERTS)),
            modality=Modality(given.get("modality", Modality.ACTUAL)),
            said_on=date.fromisoformat(said_on) if said_on else None,
        )
        submission.claim = added.appearance.claim_id
        _finish(submission, Submission.Status.DONE, article=version.article)


def _parsed(given: Given, fetch: Fetch) -> ParsedArticle:
    today, url = timezone.localdate(), given["url"]
    if given.get("text"):
        parsed = parse_text(given["text"], today=today)
    elif given.get("html"):
        parsed = parse_html(given["html"], url=url, today=today)
    else:
        page = fetch(url, largest=MAX_BYTES)
        if page.content_type.partition(";")[0].strip().lower() not in ("text/html", "application/xhtml+xml"):
            raise ValidationError("There is no web page at this address.")
        parsed = parse_html(page.content, url=checked_url(page.url), today=today)
    return replace(parsed, url=checked_url(url or parsed.url))


def _as_told(parsed: ParsedArticle, given: Given) -> ParsedArticle:
    """`parsed` with what else was said of the article."""
    told = {name: given[name] for name in ("title", "byline", "language") if given.get(name)}
    if given.get("published_on"):
        told["published_on"] = date.fromisoformat(given["published_on"])
    return replace(parsed, **told)


def _publisher(given: Given, parsed: ParsedArticle, by: User) -> Publisher:
    """The publisher that is named, else the one that the page names, else its site. New ones are an editor's to add."""
    host = (urlsplit(parsed.url).hostname or "").removeprefix("www.")
    name = given.get("publisher") or parsed.publisher or host
    known = Publisher.objects.filter(name=" ".join(name.split())).first()
    if known is not None:
        return known
    if not name:
        raise ValidationError("Say who published it.")
    if not by.has_perm("articles.add_publisher"):
        raise ValidationError(f"There is no publisher “{name}” on record: an editor has to add it first.")
    return publisher_named(name=name)


def _version(article: int) -> ArticleVersion:
    found = ArticleVersion.objects.select_related("article").filter(article=article, is_current=True).first()
    if found is None:
        raise ValidationError({"article": "There is no such article."})
    return found


def _start(version: ArticleVersion, given: Given) -> int:
    """Where the quote stands in the text, in characters."""
    quote, start = given["quote"], given.get("start")
    if start is not None:
        if version.text[start : start + len(quote)] != quote:
            raise ValidationError({"start": "These words do not stand there in the article's current text."})
        return int(start)
    if (number := version.text.count(quote)) != 1:
        found = "do not stand" if not number else "stand more than once: say with `start` where,"
        raise ValidationError({"quote": f"These words {found} in the article's current text."})
    return version.text.index(quote)


def _fail(submission: Submission, why: str) -> None:
    submission.claim = None
    _finish(submission, Submission.Status.FAILED, problem=why[:600])


def _finish(
    submission: Submission, status: Submission.Status, *, problem: str = "", article: Article | None = None
) -> None:
    submission.status, submission.problem, submission.given = status, problem, {}
    submission.article = article or submission.article
    submission.finished_at = timezone.now()
    submission.save(update_fields=["status", "problem", "given", "article", "claim", "finished_at"])
