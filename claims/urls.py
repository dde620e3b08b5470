"""Every address of the site."""

from allauth.account.decorators import secure_admin_login
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from claims.views import (
    about,
    articles,
    cards,
    claims,
    contradictions,
    corrections,
    data,
    downloads,
    embed,
    errors,
    events,
    feeds,
    home,
    publishers,
    report,
    sitemaps,
    sources,
    topics,
)

admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]  # as allauth documents

# What readers see has an address for each language; the first language has none of its own.
pages = i18n_patterns(
    path("", home.home, name="home"),
    path("claims/", claims.claims, name="claims"),
    path("claims/<int:pk>-<slug:slug>/", claims.claim, name="claim"),
    path("contradictions/", contradictions.contradictions, name="contradictions"),
    path("contradictions/<int:pk>-<slug:slug>/", contradictions.contradiction, name="contradiction"),
    path("events/<int:pk>-<slug:slug>/", events.event, name="event"),
    path("articles/<int:pk>-<slug:slug>/", articles.article, name="article"),
    path("articles/<int:pk>-<slug:slug>/versions/", articles.versions, name="article_versions"),
    path("publishers/", publishers.publishers, name="publishers"),
    path("publishers/<slug:slug>/", publishers.publisher, name="publisher"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<int:pk>-<slug:slug>/", sources.source, name="source"),
    path("topics/", topics.topics, name="topics"),
    path("topics/<slug:slug>/", topics.topic, name="topic"),
    path("methodology/", about.methodology, name="methodology"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("report/", report.report, name="report"),
    path("report/<slug:reference>/", report.report_state, name="report_state"),
    path("about/", about.about, name="about"),
    path("accessibility/", about.accessibility, name="accessibility"),
    path("data/", data.data, name="data"),
    path("feeds/<slug:name>.<slug:form>", feeds.feed, name="feed"),
    path("feeds/topics/<slug:slug>.<slug:form>", feeds.topic, name="topic_feed"),
    path("cards/<slug:asked>.png", cards.site, name="site_card"),
    path("cards/claims/<int:pk>-<slug:asked>.png", cards.claim, name="claim_card"),
    path("cards/contradictions/<int:pk>-<slug:asked>.png", cards.contradiction, name="contradiction_card"),
    path("embed/claims/<int:pk>/", embed.claim, name="claim_embed"),
    path("embed/contradictions/<int:pk>/", embed.contradiction, name="contradiction_embed"),
    prefix_default_language=False,
)
# Files say the same in every language.
files = [
    path(
        "contradictions/<int:pk>-<slug:slug>/figures.csv",
        downloads.contradiction_figures,
        name="contradiction-figures",
    ),
    path("events/<int:pk>-<slug:slug>/figures.csv", downloads.event_figures, name="event-figures"),
    path("events/<int:pk>-<slug:slug>/roll-call.csv", downloads.event_roll_call, name="event-roll-call"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", include("claims.api.urls")),
    path("v1alpha1/", include("claims.api.factchecktools.urls")),
    *files,
    *pages,
    path("data/claimreviews.<slug:form>", data.reviews, name="reviews_feed"),
    path("data/claimreviews/<int:pk>.json", data.review, name="review_data"),
    path("data/annotations.jsonl", data.annotations, name="annotations_data"),
    path("data/annotations/<int:pk>.json", data.annotations_of, name="claim_annotations"),
    path("oembed", embed.oembed, name="oembed"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemaps"),
    path("sitemap-pages.xml", sitemaps.pages, name="pages_sitemap"),
    path("sitemap-<slug:name>-<int:number>.xml", sitemaps.section, name="sitemap"),
    path("healthz", about.health, name="health"),
    path("admin/", include("claims.admin.urls")),
    # The admin's own forms for passwords would try them without a limit and a second factor.
    path("admin/password_change/", RedirectView.as_view(pattern_name="account_change_password")),
    path("admin/", admin.site.urls),
    path("accounts/email/", RedirectView.as_view(pattern_name="mfa_index"), name="account_email"),
    path("accounts/", include("allauth.urls")),
]

handler400 = errors.bad_request
handler404 = errors.not_found
