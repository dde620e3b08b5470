"""A desk in the middle of its work: one of every page that readers and editors open, some with very long words."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from articles.models import Publisher
from claims import models
from claims.actions import corrections, publishing, verdicts
from tests import factories

LONG = "Programme-for-the-reconstruction-of-the-harbour-and-of-the-district-around-it"
TEXT = """The General Assembly adopted the resolution with 93 votes in favour, 8 against and 73 abstentions on Monday.

The minister said that at least 140 people were killed when the dam broke. The mayor denied it.

The harbour was to open on 3 March 2026, the ministry announced."""
RATINGS = (("False", 1), ("Mostly false", 2), ("Half true", 3), ("Mostly true", 4), ("True", 5), ("Unverifiable", None))


@dataclass(frozen=True, slots=True)
class Scene:
    """Addresses by what is seen there, and an editor who wrote none of the verdicts."""

    public: dict[str, str]
    admin: dict[str, str]
    editor: models.User


def build() -> Scene:
    """Everything, in the order in which a desk would come by it."""
    own = factories.PublisherFactory.create(kind=Publisher.Kind.OWN, name="The Desk", slug="the-desk")
    scale = factories.RatingScaleFactory.create(publisher=own)
    for name, value in RATINGS:
        slug, definition = name.lower().replace(" ", "-"), f"What we call {name.lower()}."
        factories.RatingFactory.create(scale=scale, name=name, slug=slug, value=value, definition=definition)
    author, editor = factories.UserFactory.create_batch(2, groups=["Editor"])
    vote = recorded_vote()
    version = factories.VersionFactory.create(text=TEXT)
    said = appearance(version, "93 votes in favour, 8 against and 73 abstentions", event=vote)
    unchecked = appearance(version, "at least 140 people were killed when the dam broke", event=vote)
    verdict = corrected_verdict(said.claim, scale=scale, author=author, editor=editor)
    tally = contradiction(
        [
            (said, {"votes_for": 93, "votes_against": 8, "abstentions": 73}),
            (reported("10 votes in favour and 5 abstentions"), {"votes_for": 10, "abstentions": 5, "membership": 15}),
        ],
        event=vote,
        gate="apparent",
        suggested_resolution="different_body_or_scope",
        status="resolved",
        resolution="different_body_or_scope",
        resolution_note="One report speaks of the Assembly, the other of the Council.",
        resolved_by=editor,
        resolved_at=timezone.now(),
    )
    figures = contradiction(
        [
            (unchecked, {"value": 140, "comparator": "at_least"}),
            (reported("between 90 and 110 people died"), {"value": 90, "value_max": 110, "comparator": "range"}),
        ],
        question="How many people were killed when the dam broke?",
    )
    dates = contradiction(
        [
            (appearance(version, "The harbour was to open on 3 March 2026"), {"date": "2026-03-03"}),
            (reported("the harbour opens in the first week of May"), {"date": "2026-05-04"}),
        ],
        question=f"When does {LONG} open?",
        kind="temporal",
        gate="needs_scope",
    )
    polarity = contradiction(
        [(appearance(version, "The mayor denied it"), {}), (reported("The mayor confirmed it"), {})],
        question="Did the mayor confirm that people were killed?",
        kind="polarity",
        status="under_review",
    )
    suggested = contradiction([(said, {"value": 93}), (reported("89 votes"), {"value": 89})], status="suggested")
    factories.ClaimFactory.create(status="suggested", text=f"The {LONG} costs nine million")
    waiting = factories.VerdictFactory.create(
        claim=unchecked.claim, publisher=own, rating=scale.ratings.earliest("pk"), author=author
    )
    cite_and_submit(waiting, by=author)
    report = factories.ErrorReportFactory.create(record=said.claim, text=f"{LONG} opened in May.", page=f"/{LONG}/")
    return Scene(
        public={
            "home": "/",
            "claims": "/claims/",
            "claim with a verdict": verdict.get_absolute_url(),
            "claim without a verdict": unchecked.claim.get_absolute_url(),
            "contradictions": "/contradictions/",
            "tallies": tally.get_absolute_url(),
            "figures": figures.get_absolute_url(),
            "dates": dates.get_absolute_url(),
            "polarity": polarity.get_absolute_url(),
            "event": vote.get_absolute_url(),
            "article": version.article.get_absolute_url(),
            "methodology": "/methodology/",
            "corrections": "/corrections/",
            "about": "/about/",
            "accessibility": "/accessibility/",
            "report an error": f"/report/?url={verdict.get_absolute_url()}",
            "state of a report": f"/report/{report.reference}/",
        },
        admin={
            "front page": "/admin/",
            "workbench": f"/admin/claims/contradiction/{suggested.pk}/change/",
            "claims": "/admin/claims/claim/",
            "new verdict": f"/admin/claims/verdict/add/?claim={said.claim_id}",
            "submitted verdict": f"/admin/claims/verdict/{waiting.pk}/change/",
            "history": f"/admin/claims/verdict/{verdict.pk}/history/",
            "new article": "/admin/articles/article/add/",
            "new import": "/admin/claims/importrun/add/",
            "reports": "/admin/claims/errorreport/",
            "report": f"/admin/claims/errorreport/{report.pk}/change/",
            "article": f"/admin/articles/article/{version.article_id}/change/",
        },
        editor=editor,
    )


def recorded_vote() -> models.Event:
    """A vote with a roll call in which each choice occurs."""
    vote: models.Event = factories.EventFactory.create(title="Vote on the short text", participants=["Ruritania"])
    models.EventIdentifier.objects.create(event=vote, value="A/RES/ES-99/1")
    record = factories.EvidenceFactory.create(title=f"Voting record, {LONG}", url=f"https://record.example.org/{LONG}")
    for choice in models.RollCallVote.Choice.values * 4:
        state = factories.SourceFactory.create(kind="state")
        models.RollCallVote.objects.create(event=vote, state=state, choice=choice, evidence=record)
    return vote


def appearance(version: Any, quote: str, **claim: Any) -> models.Appearance:
    """`quote` in that version, said by somebody, on a claim of its own."""
    made: models.Appearance = factories.AppearanceFactory.create(
        claim=factories.ClaimFactory.create(text=quote.capitalize(), **claim),
        version=version,
        quote=quote,
        source=factories.SourceFactory.create(),
    )
    return made


def reported(quote: str) -> models.Appearance:
    """`quote` in an article of its own."""
    return appearance(factories.VersionFactory.create(text=f"It was reported that {quote}."), quote)


def contradiction(positions: list[tuple[models.Appearance, dict[str, Any]]], **fields: Any) -> models.Contradiction:
    """One position for each appearance; evidence bears out the last."""
    made: models.Contradiction = factories.ContradictionFactory.create(**fields)
    for said, figures in positions:
        position = factories.PositionFactory.create(
            contradiction=made, event=said.claim.event, answer=said.quote, figures=figures
        )
        factories.MembershipFactory.create(position=position, appearance=said)
    models.ContradictionEvidence.objects.create(
        contradiction=made,
        evidence=factories.EvidenceFactory.create(quote="The record lists them by name.", locator="page 3"),
        supports=position,
        attached_by=factories.UserFactory.create(),
    )
    return made


def corrected_verdict(claim: models.Claim, *, scale: Any, author: models.User, editor: models.User) -> models.Verdict:
    """A published verdict that replaces an earlier one."""
    first = factories.VerdictFactory.create(
        claim=claim,
        publisher=scale.publisher,
        rating=scale.ratings.get(name="True"),
        author=author,
        body=f"## What the record says\n\nIt lists **93** states.\n\n- [{LONG}](https://record.example.org/)\n",
    )
    cite_and_submit(first, by=author)
    publishing.publish(verdict=first, by=editor)
    second = corrections.start_correction(
        verdict=first,
        by=author,
        kind=models.Verdict.ChangeKind.CORRECTION,
        reason="Two states were left out.",
    )
    verdicts.submit(verdict=second, by=author)
    publishing.publish(verdict=second, by=editor)
    second.refresh_from_db()
    return second


def cite_and_submit(verdict: models.Verdict, *, by: models.User) -> None:
    """Hand a draft over with one piece of evidence."""
    verdicts.cite(verdict=verdict, evidence={factories.EvidenceFactory.create(): "The whole count"}, by=by)
    verdicts.submit(verdict=verdict, by=by)
