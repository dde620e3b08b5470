"""Pictures of a claim and of a contradiction for those who share a link: PNG, 1200 × 630 pixels.

They are often shown 300 pixels wide, so no letter on them is smaller than 34 pixels. A rating is a word and a
shape, never a colour alone. Pure: what is to be said comes in as words, and an image comes out.
"""

from claims.cards.drawing import SIZE, Card, ClaimCard, ContradictionCard, Row, SiteCard, draw

__all__ = ["SIZE", "Card", "ClaimCard", "ContradictionCard", "Row", "SiteCard", "draw"]
