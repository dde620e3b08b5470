"""What a page tells those who link to it: its picture, and the card that others may put on their own pages."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from claims import cards
from claims.comparisons import Comparison
from claims.models import Appearance, Claim, Verdict
from claims.views.card_facts import claim_card, contradiction_card, site_card, stamp
from claims.views.page import absolute

WIDTH = 600  # pixels, of the card on another page; it is narrower where there is less room
LINE = 24
LETTER = 8.5  # of the headline, on average


@dataclass(frozen=True, slots=True)
class Shared:
    """Addresses for others. `alt` is the picture in words; `embed` and `oembed` are empty where there is no card to put
    elsewhere, and `height` is how much of it there is at `WIDTH`, in pixels."""

    picture: str
    alt: str
    title: str = ""
    embed: str = ""
    oembed: str = ""
    letters: int = 0
    lines: int = 0

    @property
    def snippet(self) -> SafeString:
        """The HTML that puts the card on another page."""
        return self.framed(WIDTH)

    def framed(self, width: int, *, at_most: int | None = None) -> SafeString:
        """An iframe of that `width`, and no higher than `at_most`. It may open links in a new window and nothing
        else."""
        return format_html(
            '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" frameborder="0"'
            ' sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>',
            self.embed,
            self.title,
            width,
            self.height(width, at_most=at_most),
        )

    def height(self, width: int, *, at_most: int | None = None) -> int:
        """How high the card is at that width, in pixels: an estimate, since letters differ. The card scrolls."""
        broken = self.lines + round(self.letters * LETTER / max(width - 48, LETTER)) + 1
        height = 120 + LINE * broken
        return min(height, at_most) if at_most else height


def share_site() -> Shared:
    """Of pages without a picture of their own."""
    card = site_card()
    return Shared(picture=absolute(reverse("site_card", args=[stamp(card)])), alt=f"{card.title}. {card.words}")


def share_claim(
    claim: Claim, verdict: Verdict | None, first: Appearance | None, *, is_withdrawn: bool, page: str
) -> Shared:
    """Of a claim whose page has the address `page`."""
    card = claim_card(claim, verdict, first, is_withdrawn=is_withdrawn)
    return Shared(
        picture=absolute(reverse("claim_card", args=[claim.pk, stamp(card)])),
        alt=". ".join(filter(None, [f"{card.rating}: {card.headline}", card.claim, card.who])),
        title=_("Fact-check: %(headline)s") % {"headline": verdict.headline} if verdict else claim.text,
        embed=absolute(reverse("claim_embed", args=[claim.pk])),
        oembed=_oembed(page),
        letters=len(card.headline) + len(claim.text) + len(card.who),
        lines=2,
    )


def share_contradiction(comparison: Comparison, *, page: str) -> Shared:
    """Of a contradiction whose page has the address `page`."""
    card = contradiction_card(comparison)
    contradiction = comparison.contradiction
    return Shared(
        picture=absolute(reverse("contradiction_card", args=[contradiction.pk, stamp(card)])),
        alt=f"{card.status}. {card.question} " + " ".join(f"{row.answer} ({row.who})." for row in card.rows),
        title=contradiction.question,
        embed=absolute(reverse("contradiction_embed", args=[contradiction.pk])),
        oembed=_oembed(page),
        letters=len(card.question) + sum(len(reply.position.answer + reply.outlets) for reply in comparison.replies),
        lines=2 + len(comparison.replies),
    )


def _oembed(page: str) -> str:
    return f"{absolute(reverse('oembed'))}?{urlencode({'url': page, 'format': 'json'})}"


PICTURE_WIDTH, PICTURE_HEIGHT = cards.SIZE
