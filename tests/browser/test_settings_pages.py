"""The pages where the desk words its own lists: usable at every width, and without a fault that axe finds serious."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from claims.models import ClaimTopic, RejectionReason, Topic
from tests import factories
from tests.browser.looks import DESK_WIDTHS, faults_of
from tests.browser.test_reader import cookie


@pytest.mark.usefixtures("clean_console")
def test_topics_reasons_scales_and_publishers(page: Page, base_url: str) -> None:
    reason = RejectionReason.objects.create(name="Not for us", description="Somebody else's beat")
    topic = Topic.objects.create(name="Health", slug="health")
    heading = ClaimTopic.objects.create(claim=factories.ClaimFactory.create(status="suggested"), topic=topic)
    scale = factories.publish(factories.VerdictFactory.create()).rating.scale
    unused = factories.RatingFactory.create().scale
    change = {
        "claims_claim": heading.claim_id, "claims_topic": topic.pk, "claims_rejectionreason": reason.pk,
        "claims_ratingscale": scale.pk, "articles_publisher": scale.publisher_id,
    }  # fmt: skip
    urls = [reverse(f"admin:{name}_change", args=[key]) for name, key in change.items()]
    urls += [reverse(f"admin:{name}_changelist") for name in change if name != "claims_claim"]
    urls.append(reverse("admin:claims_ratingscale_change", args=[unused.pk]))
    page.context.add_cookies([cookie(base_url, "Chief")])
    assert faults_of(page, urls, widths=DESK_WIDTHS) == []


@pytest.mark.usefixtures("clean_console")
def test_people_and_ones_own_account(page: Page, base_url: str) -> None:
    somebody = factories.UserFactory.create(groups=["Editor"])
    urls = [
        reverse("admin:claims_user_changelist"),
        reverse("admin:claims_user_add"),
        reverse("admin:claims_user_change", args=[somebody.pk]),
        *(
            reverse(name)
            for name in (
                "mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "usersessions_list", "account_change_password",
            )
        ),
    ]  # fmt: skip
    chief = factories.UserFactory.create(groups=["Chief"])
    chief.set_password("a good long one")
    chief.save()
    page.goto("/accounts/login/")
    page.get_by_label("Name or e-mail address").fill(chief.username)
    page.get_by_label("Password", exact=True).fill("a good long one")
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page).to_have_url(re.compile("/admin/"))
    assert faults_of(page, urls, widths=DESK_WIDTHS) == []
