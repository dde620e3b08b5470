import pytest
from django.test import Client
from django.utils.html import escape
from pytest_django import Settings

from articles.models import Article, ArticleVersion, Publisher
from claims.models import Claim, PositionAppearance, Verdict
from tests.claims.views.world import checked_claim, correct, json_ld, read
from tests.factories import (
    TEXT,
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    EventFactory,
    MembershipFactory,
    PositionFactory,
    PublisherFactory,
    SourceFactory,
    UserFactory,
    VerdictFactory,
    VersionFactory,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("status", [Claim.Status.SUGGESTED, Claim.Status.REJECTED])
def test_what_no_editor_has_accepted_is_not_there(client: Client, status: str) -> None:
    claim = ClaimFactory.create(status=status, status_reason="no claim")
    read(client, claim.get_absolute_url(), status=404)
    assert claim.text not in read(client, "/claims/")


def test_another_slug_leads_to_the_one_address(client: Client) -> None:
    claim = ClaimFactory.create()
    response = client.get(f"/claims/{claim.pk}-something-else/?from=feed")
    assert response.status_code == 301
    assert response["Location"] == f"{claim.get_absolute_url()}?from=feed"


def test_a_number_too_large_for_a_key_is_not_found(client: Client) -> None:
    read(client, f"/claims/{10**30}-x/", status=404)


def test_a_claim_without_a_verdict_says_so(client: Client) -> None:
    page = read(client, AppearanceFactory.create().claim.get_absolute_url())
    assert "Not yet checked" in page
    assert "Nobody at this desk has checked this claim." in page
    assert json_ld(page)["@type"] == "Claim"


def test_a_draft_stays_inside(client: Client) -> None:
    verdict = VerdictFactory.create(headline="Only a draft so far")
    page = read(client, verdict.claim.get_absolute_url())
    assert "Only a draft" not in page
    assert "Not yet checked" in page


def test_the_page_says_what_its_markup_says(client: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://desk.example.org"
    claim = checked_claim()
    verdict = claim.verdicts.get()
    page = read(client, claim.get_absolute_url())
    markup = json_ld(page)
    canonical = f"https://desk.example.org{claim.get_absolute_url()}"
    assert markup["@type"] == "ClaimReview"
    assert markup["url"] == canonical
    assert f'<link rel="canonical" href="{canonical}">' in page
    assert f'<span class="rating-name">{markup["reviewRating"]["alternateName"]}</span>' in page
    assert f'<h1 lang="en">{verdict.headline}</h1>' in page
    assert verdict.summary in page
    assert verdict.rating.definition in page
    assert f"/methodology/#rating-{verdict.rating.scale_id}-false" in page
    assert verdict.evidence.get().title in page


def test_a_rating_off_the_scale_has_no_number_in_the_markup(client: Client) -> None:
    claim = AppearanceFactory.create().claim
    publish(VerdictFactory.create(claim=claim, rating__name="Disputed", rating__slug="disputed", rating__value=None))
    rating = json_ld(read(client, claim.get_absolute_url()))["reviewRating"]
    assert rating == {"@type": "Rating", "alternateName": "Disputed"}


def test_of_several_verdicts_the_newest_is_marked_up_and_the_others_are_listed(client: Client) -> None:
    claim = checked_claim()
    publish(VerdictFactory.create(claim=claim, headline="A second desk finds more"))
    page = read(client, claim.get_absolute_url())
    assert json_ld(page)["headline"] == "A second desk finds more"
    assert "Other reviews of this claim" in page


def test_only_who_asserts_it_is_its_author(client: Client) -> None:
    claim = ClaimFactory.create()
    version = VersionFactory.create()
    for name, stance in (("Ada", "asserts"), ("Ben", "denies"), ("Cy", "reports")):
        AppearanceFactory.create(
            claim=claim,
            version=VersionFactory.create(text=version.text),
            source=SourceFactory.create(name=name),
            stance=stance,
        )
    assert json_ld(read(client, claim.get_absolute_url()))["author"]["name"] == "Ada"


def test_the_people_who_checked_are_named_but_not_by_their_logins(client: Client) -> None:
    verdict = VerdictFactory.create(
        author=UserFactory.create(username="login-of-ada", first_name="Ada", last_name="Lind")
    )
    publish(verdict, by=UserFactory.create(username="login-of-ben"))
    page = read(client, verdict.claim.get_absolute_url())
    assert "Ada Lind" in page
    assert f"an editor of {verdict.publisher}" in page
    assert "login-of" not in page


def test_a_correction_stands_on_top_and_in_the_history(client: Client) -> None:
    claim = checked_claim()
    correct(claim.verdicts.get(), reason="We had miscounted the seats.")
    page = read(client, claim.get_absolute_url())
    assert page.index("We had miscounted the seats.") < page.index('<h1 lang="en">The corrected finding</h1>')
    assert "<del>The old finding</del>" in page
    assert json_ld(page)["correction"][0]["text"] == "We had miscounted the seats."


def test_a_verdict_that_must_be_looked_at_again_says_so(client: Client) -> None:
    claim = checked_claim()
    Verdict.objects.update(needs_review="A new report gives 92.", review_cause="editor")
    page = read(client, claim.get_absolute_url())
    assert 'We are looking at this check again: <span lang="en">A new report gives 92.</span>' in page


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        ("", "We are looking at this check again."),
        ("contradiction", "since a contradiction about this claim has been opened again."),
        ("reports", "since some of the reports it was about are now under another claim."),
    ],
)
def test_what_the_desk_notes_for_itself_is_not_told(client: Client, cause: str, words: str) -> None:
    claim = checked_claim()
    Verdict.objects.update(needs_review="There is a new answer: “unreleased”.", review_cause=cause)
    page = read(client, claim.get_absolute_url())
    assert words in page
    assert "unreleased" not in page


def test_a_quote_of_a_text_that_is_not_public_links_to_the_outlet_only(client: Client) -> None:
    appearance = AppearanceFactory.create(
        version=VersionFactory.create(article=ArticleFactory.create(is_public=False, byline="B. Writer"))
    )
    article = appearance.version.article
    page = read(client, appearance.claim.get_absolute_url())
    assert escape(appearance.quote) in page
    assert "B. Writer" in page
    assert "25 Feb 2025" in page
    assert f"{article.url}#:~:text=The%20General%20Assembly" in page
    assert article.get_absolute_url() not in page


def test_a_digest_links_to_the_report_without_its_words(client: Client) -> None:
    article = ArticleFactory.create(url="", is_based_on="https://paper.example.org/original")
    page = read(
        client, AppearanceFactory.create(version=VersionFactory.create(article=article)).claim.get_absolute_url()
    )
    assert 'href="https://paper.example.org/original"' in page
    assert "digest of this report" in page


def test_copies_count_once(client: Client) -> None:
    claim = ClaimFactory.create()
    first = AppearanceFactory.create(claim=claim).version.article
    for copy_of in (first, first, None):
        AppearanceFactory.create(
            claim=claim, version=VersionFactory.create(article=ArticleFactory.create(copy_of=copy_of))
        )
    assert "Independent originators: 2 of 4 reports." in read(client, claim.get_absolute_url())


def test_a_claim_in_two_versions_of_a_text_was_made_once(client: Client) -> None:
    claim = AppearanceFactory.create().claim
    ArticleVersion.objects.update(is_current=False)
    AppearanceFactory.create(claim=claim, version=VersionFactory.create(article=Article.objects.get(), number=2))
    page = read(client, claim.get_absolute_url())
    assert "Independent originators: 1 of 1 report." in page
    assert "are not in its current one" not in page


def test_words_that_the_outlet_has_dropped_are_marked(client: Client) -> None:
    claim = AppearanceFactory.create().claim
    ArticleVersion.objects.update(is_current=False)
    VersionFactory.create(article=Article.objects.get(), number=2, text="Something else altogether.")
    assert "stood in version 1 of the text and are not in its current one" in read(client, claim.get_absolute_url())


def test_public_contradictions_are_drawn_and_others_hidden(client: Client) -> None:
    membership: PositionAppearance = MembershipFactory.create()
    hidden = MembershipFactory.create(
        appearance=membership.appearance, position=PositionFactory.create(contradiction__status="suggested")
    )
    page = read(client, membership.appearance.claim.get_absolute_url())
    assert membership.position.contradiction.question in page
    assert hidden.position.contradiction.question not in page


def test_what_comes_from_outside_is_escaped(client: Client) -> None:
    text = "<script>alert(1)</script> said nobody & all"
    version = VersionFactory.create(
        text=text, article=ArticleFactory.create(url="javascript:alert(1)", byline="<b>Bold</b>")
    )
    claim = ClaimFactory.create(text=text)
    AppearanceFactory.create(claim=claim, version=version, quote=text)
    page = read(client, claim.get_absolute_url())
    assert "<script>alert" not in page
    assert "javascript:" not in page
    assert "<b>Bold" not in page
    assert json_ld(page)["text"] == text


def test_the_page_has_neither_styles_nor_scripts_inline(client: Client) -> None:
    page = read(client, checked_claim().get_absolute_url())
    assert "style=" not in page
    assert "<script>" not in page


def test_a_rating_leads_to_what_it_means_where_that_is_told(client: Client) -> None:
    ours, theirs = publish(VerdictFactory.create()), publish(VerdictFactory.create(rating__scale__is_imported=True))
    page = read(client, ours.claim.get_absolute_url())
    assert 'href="/methodology/#' in page
    assert f"means: {ours.rating.definition}" in page
    page = read(client, theirs.claim.get_absolute_url())
    assert 'href="/methodology/#' not in page
    assert "The rating is in the words of the desk that gave it." in page
    assert theirs.rating.definition not in page


def test_related_claims_are_of_the_same_event(client: Client) -> None:
    event = EventFactory.create()
    claim, sibling, stranger = ClaimFactory.create(event=event), ClaimFactory.create(event=event), ClaimFactory.create()
    page = read(client, claim.get_absolute_url())
    assert sibling.get_absolute_url() in page
    assert stranger.get_absolute_url() not in page


def test_a_parameter_that_does_nothing_is_refused_by_name(client: Client) -> None:
    page = read(client, "/claims/?ratng=false&%3Cb%3E=1", status=400)
    assert "“ratng”" in page
    assert "<b>" not in page


@pytest.mark.parametrize("query", ["rating=perfect", "publisher=nobody", "event=999999", "event=x", "q=%00"])
def test_a_value_that_means_nothing_is_refused(client: Client, query: str) -> None:
    read(client, f"/claims/?{query}", status=400)


def test_a_row_shows_rating_finding_and_where_it_was_said(client: Client) -> None:
    claim = checked_claim()
    page = read(client, "/claims/")
    verdict, appearance = claim.verdicts.get(), claim.appearances.get()
    for words in (claim.text, verdict.headline, appearance.source, appearance.version.article.publisher, "False"):
        assert str(words) in page


def test_own_desk_without_an_address_is_marked_up_with_the_site(client: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://desk.example.org"
    claim = AppearanceFactory.create(version=VersionFactory.create(text=TEXT)).claim
    desk = PublisherFactory.create(kind=Publisher.Kind.OWN, url="", name="The Desk")
    publish(VerdictFactory.create(claim=claim, publisher=desk))
    markup = json_ld(read(client, claim.get_absolute_url()))
    assert markup["author"] == {
        "@type": "NewsMediaOrganization",
        "name": "The Desk",
        "url": "https://desk.example.org/",
        "correctionsPolicy": "https://desk.example.org/corrections/",
        "verificationFactCheckingPolicy": "https://desk.example.org/methodology/",
    }
