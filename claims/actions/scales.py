"""What happens to rating scales. One that published verdicts are on stays as it is: it is retired, or copied to a new
one that is then changed."""

from django.core.exceptions import ValidationError

from claims.actions.acting import acting
from claims.models import Rating, RatingScale, User, Verdict
from claims.models.verdict import DRAFTS


def published_on(scale: RatingScale) -> int:
    """How many verdicts that readers have seen give a rating of this scale."""
    return Verdict.objects.filter(rating__scale=scale).exclude(status__in=DRAFTS).count()


def retire_scale(*, scale: RatingScale, by: User) -> None:
    """Offer the scale no longer. Verdicts on it keep it. Raises ValidationError where it is retired already."""
    _offer(scale, by, doing="retire rating scale", is_retired=True)


def restore_scale(*, scale: RatingScale, by: User) -> None:
    """Offer a retired scale again. Raises ValidationError where it is offered already."""
    _offer(scale, by, doing="offer rating scale again", is_retired=False)


def copy_scale(*, scale: RatingScale, by: User) -> RatingScale:
    """A new scale of the same publisher with the same steps, to be changed before it is used."""
    with acting(by=by, permission="claims.add_ratingscale", doing="copy rating scale"):
        # One copy after another, so that two take two names.
        scale = RatingScale.objects.select_for_update(no_key=True).get(pk=scale.pk)
        taken = set(RatingScale.objects.filter(publisher=scale.publisher_id).values_list("name", flat=True))
        names = (f"{scale.name[:88]} (copy{f' {number}' if number > 1 else ''})" for number in range(1, len(taken) + 2))
        name = next(name for name in names if name not in taken)
        copy = RatingScale.objects.create(
            publisher_id=scale.publisher_id, name=name, worst=scale.worst, best=scale.best
        )
        Rating.objects.bulk_create(
            Rating(scale=copy, name=rating.name, slug=rating.slug, value=rating.value, definition=rating.definition)
            for rating in scale.ratings.order_by("pk")
        )
        return copy


def _offer(scale: RatingScale, by: User, *, doing: str, is_retired: bool) -> None:
    with acting(by=by, permission="claims.change_ratingscale", doing=doing):
        scale = RatingScale.objects.select_for_update(no_key=True).get(pk=scale.pk)
        if scale.is_retired == is_retired:
            raise ValidationError("It is retired already." if is_retired else "It is offered already.")
        scale.is_retired = is_retired
        scale.save(update_fields=["is_retired"])
