"""A verdict drafted from what was found out about a contradiction: its author goes on from there."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError

from articles.models import Publisher
from claims.actions.acting import acting
from claims.charts import stated
from claims.models import (
    Claim,
    Contradiction,
    ContradictionEvidence,
    Rating,
    User,
    Verdict,
    VerdictEvidence,
)

HEADLINE = 200
_ENDS = (". ", "! ", "? ")


def draft_verdict(
    *, contradiction: Contradiction, claim: Claim, rating: Rating, by: User, short_text: str = ""
) -> Verdict:
    """Draft a verdict on `claim`, one of those that take a position. Question and explanation become its first words;
    the evidence comes along in its order, with what each shows. `short_text` is a short form for a claim that is too
    long for the pages that list verdicts; it takes the permission to change claims.

    Raises ValidationError for a short form that is none, a claim that takes no position or was rejected, a rating that
    our desk does not offer, where a published verdict is to be corrected instead, or where `by` has a draft already.
    """
    with acting(by=by, permission="claims.add_verdict", doing="draft verdict"):
        if not Claim.objects.filter(pk=claim.pk, appearances__positions__contradiction=contradiction).exists():
            raise ValidationError({"claim": "That claim takes no position here."})
        claim = Claim.objects.select_for_update().get(pk=claim.pk)
        if claim.status not in (Claim.Status.SUGGESTED, Claim.Status.ACCEPTED):
            raise ValidationError({"claim": "That claim was rejected or merged."})
        if rating.scale.publisher.kind != Publisher.Kind.OWN or rating.scale.is_retired:
            raise ValidationError({"rating": "Our desk does not offer that rating."})
        desk = rating.scale.publisher
        earlier = Verdict.objects.filter(claim=claim, publisher=desk)
        if earlier.filter(status=Verdict.Status.PUBLISHED).exists():
            raise ValidationError({"claim": "It has a published verdict already: correct that one instead."})
        if earlier.filter(author=by, status=Verdict.Status.DRAFT, supersedes=None).exists():
            raise ValidationError({"claim": "You have a draft on it already: go on with that one."})
        if short_text.strip() and short_text.strip() != claim.short_text:
            _shorten(claim, to=short_text.strip(), by=by)
        attached = list(contradiction.attached_evidence.select_related("evidence").order_by("pk"))
        verdict = Verdict.objects.create(
            claim=claim,
            publisher=desk,
            rating=rating,
            author=by,
            headline=headline_from(contradiction),
            summary=contradiction.resolution_note or contradiction.question,
            body=body_from(contradiction, attached),
        )
        VerdictEvidence.objects.bulk_create(
            VerdictEvidence(verdict=verdict, evidence=each.evidence, order=number, note=each.note)
            for number, each in enumerate(attached, 1)
        )
        return verdict


def _shorten(claim: Claim, *, to: str, by: User) -> None:
    if not by.has_perm("claims.change_claim"):
        raise PermissionDenied("You may not change how the claim is put.")
    claim.short_text = to
    claim.clean_fields(exclude={field.name for field in claim._meta.fields} - {"short_text"})
    claim.save(update_fields=["short_text"])


def headline_from(contradiction: Contradiction) -> str:
    """The first sentence of the explanation, which states the finding; before there is one, the question."""
    note = " ".join(contradiction.resolution_note.split())
    ends = [found for end in _ENDS if (found := note.find(end)) > 0]
    sentence = note[: min(ends) + 1] if ends else note
    sentence = sentence.removesuffix(".") or contradiction.question
    return sentence if len(sentence) <= HEADLINE else f"{sentence[: HEADLINE - 1].rsplit(' ', 1)[0]}…"


def body_from(contradiction: Contradiction, attached: Iterable[ContradictionEvidence]) -> str:
    """The question and what the documents show, as Markdown. The answers are not listed: the page draws them, and their
    figures are what the verdict is about, not what it rests on."""
    parts = [f"## What is asked\n\n{contradiction.question}"]
    shown = [f"- [{each.evidence.title}]({each.evidence.url}){_shows(each)}" for each in attached]
    if shown:
        parts.append("## What the evidence shows\n\n" + "\n".join(shown))
    return "\n\n".join(parts) + "\n"


def _shows(attached: ContradictionEvidence) -> str:
    words = [attached.note.rstrip("."), stated.in_words(attached.figures)]
    told = "; ".join(word for word in words if word)
    return f": {told}." if told else ""
