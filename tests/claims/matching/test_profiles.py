"""What one claim tells of its happening, where its words lean on what was told before."""

from datetime import date, timedelta
from typing import Any

import pytest

from claims.extraction.types import ExtractedMeasurement
from claims.matching.clusters import join
from claims.matching.events import weigh
from claims.matching.objects import object_of
from claims.matching.profiles import Before, opening, profile_of
from claims.matching.stories import happenings
from claims.matching.types import Profile, Window
from claims.vocabulary import EventKind
from tests.claims.matching.makers import DAY, vote
from tests.claims.matching.test_stories import claim


def told(key: str, words: str, *measures: str, before: Before | None = None, **cues: Any) -> Profile | None:
    figures = [ExtractedMeasurement(name, "5", 0, 1, value_text="5") for name in measures]
    return profile_of(claim(words, *figures, **cues), key=key, published_on=DAY, before=before or Before())


def sure(profile: Profile | None) -> Profile:
    assert profile is not None
    return profile


def test_an_hour_goes_on_about_the_accident_before_it() -> None:
    assert sure(told("a", "It left at 5.", "event_time", before=Before(EventKind.ACCIDENT))).kind == EventKind.ACCIDENT
    assert told("a", "It left at 5.", "event_time") is None


def test_a_toll_spoken_of_at_a_meeting_is_that_of_the_war() -> None:
    spoken = told("a", "He spoke of 5 at a meeting.", "casualties", before=Before(EventKind.CONFLICT))
    assert sure(spoken).kind == EventKind.CONFLICT


def test_the_lead_is_about_what_the_next_sentences_name() -> None:
    claims = [claim("Lawmakers gave their blessing to the plan."), claim("The motion was adopted, they voted 9 to 5.")]
    assert opening(claims) == Before(None, EventKind.VOTE)
    assert sure(told("a", "They did on Monday.", "event_date", before=opening(claims))).kind == EventKind.VOTE


def test_what_a_body_does_is_a_vote() -> None:
    assert sure(told("a", "The Assembly condemned the move.", body="UN General Assembly")).kind == EventKind.VOTE
    assert told("a", "The Assembly met in the old hall.", body="UN General Assembly", body_carried=True) is None


def test_a_day_without_what_struck_is_that_of_what_came_after() -> None:
    search = told("a", "The search in the rubble was called off on Friday.", date=DAY)
    struck = told("b", "The block collapsed on Friday.", date=DAY)
    since = told("c", "Two were found alive on Friday, 24 hours after the collapse.", date=DAY)
    assert [sure(each).window for each in (search, struck, since)] == [None, Window(DAY, DAY), None]


def test_an_old_day_is_always_another_happening() -> None:
    old = date(2019, 3, 1)
    assert sure(told("a", "In 2019 a ferry ran aground.", date=old)).window == Window(old, old)


def test_a_war_has_no_day_of_its_own() -> None:
    assert sure(told("a", "The army took the village on Friday.", "killed", date=DAY)).window is None


def test_one_week_before_is_counted_from_the_happening_told_last() -> None:
    march = sure(told("1", "2,000 marched on Sunday.", "crowd_size", date=DAY))
    earlier = sure(told("2", "One week before, 900 had marched.", "crowd_size"))
    later = sure(told("3", "A day after the march the toll stood at five.", "crowd_size"))
    found, of = happenings([march, earlier])
    assert of == {"1": "1", "2": "2"}
    assert found[1].window == Window(DAY - timedelta(7), DAY - timedelta(7))
    assert later.days_off is None


def test_no_such_meeting_points_back_at_the_meeting_told_before() -> None:
    met = sure(told("1", "The mayor met the king in Lima.", participants=("Ana Silva", "Peru")))
    denied = sure(told("2", "No such meeting occurred."))
    other = sure(told("3", "The minister met two bankers.", participants=("Ben Okri", "Chile")))
    assert happenings([met, denied, other])[1] == {"1": "1", "2": "1", "3": "3"}


def deal(key: str, words: str, *parties: str, **fields: object) -> Profile:
    day = Window(DAY, DAY)
    return Profile(
        key,
        EventKind.ECONOMY,
        published=day,
        participants=frozenset(parties),
        terms=frozenset(words.split()),
        **fields,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [("deal buy jet", "aircraft"), ("pledge invest", "investment"), ("agreement defense", "arms"), ("deal sign", "")],
)
def test_what_a_deal_is_about(words: str, expected: str) -> None:
    assert object_of(deal("a", words)) == expected


def test_two_deals_of_one_tour_have_other_objects_or_partners() -> None:
    jets = deal("a", "deal jet", "Peru", "Andes Air")
    assert weigh(jets, deal("b", "deal weapon", "Peru")).rule == "other_object/1"
    assert weigh(jets, deal("c", "deal sign", "Chile")).rule == "other_party/1"
    assert not weigh(jets, deal("d", "deal sign", "Peru")).never


def test_a_takeover_is_one_story_for_years() -> None:
    then = deal("a", "deal takeover merger", "Andes Air", "Sol Group")
    year = Window(DAY + timedelta(400), DAY + timedelta(400))
    now = Profile("b", EventKind.ECONOMY, published=year, participants=then.participants, terms=then.terms)
    assert weigh(then, now).score >= 0.5
    other = Profile("c", EventKind.ECONOMY, published=year, participants=frozenset({"Peru"}), terms=then.terms)
    assert weigh(then, other).score < 0.5


def test_a_quake_in_a_war_is_a_quake_whichever_came_first() -> None:
    war = Profile("event:1", EventKind.CONFLICT, event=1)
    quake = Profile("a", EventKind.DISASTER)
    assert join(war, quake).kind == join(quake, war).kind == EventKind.DISASTER


def test_any_parliament_may_be_this_one() -> None:
    named = vote("a", body="European Parliament", membership=None)
    assert weigh(named, vote("b", body="parliament", membership=None)).rule != "other_body/1"


def dated(words: str, day: str, kind: EventKind, *measures: str) -> Profile | None:
    start = words.index(day)
    found = ExtractedMeasurement("event_date", day, start, start + len(day), value_text=day)
    more = [ExtractedMeasurement(name, "5", 0, 1, value_text="5") for name in measures]
    cues: dict[str, Any] = {"date": date.fromisoformat(day), "kind": kind}
    return profile_of(claim(words, found, *more, **cues), key="a", published_on=DAY, before=Before(kind))


def test_the_day_on_which_an_author_joined_is_no_day_of_the_news() -> None:
    assert sure(dated("Joined: 2010-05-02. The plane crashed.", "2010-05-02", EventKind.ACCIDENT)).window is None
    assert sure(dated("The plane crashed on 2010-05-02.", "2010-05-02", EventKind.ACCIDENT)).window is not None


def test_the_day_of_a_protest_stands_beside_words_of_it() -> None:
    near = "2025-02-22"
    assert sure(dated(f"Thousands marched on {near} in protest.", near, EventKind.PROTEST)).window is not None
    assert sure(dated(f"Crowds heard that she withdrew it on {near}.", near, EventKind.PROTEST)).window is None


def test_a_war_long_before_has_its_day() -> None:
    assert sure(dated("The army invaded on 2015-10-03.", "2015-10-03", EventKind.CONFLICT)).window is not None
    assert sure(dated("The army invaded on 2025-02-20.", "2025-02-20", EventKind.CONFLICT)).window is None


def test_the_news_goes_on_after_a_look_back() -> None:
    day = Window(DAY, DAY)
    news = vote("1", kind=EventKind.ATTACK, window=day, body="", membership=None, telling=True)
    past = vote(
        "2", kind=EventKind.ATTACK, window=Window(date(2015, 10, 1), date(2015, 10, 31)), body="", membership=None
    )
    undated = vote("3", kind=EventKind.ATTACK, window=None, body="", membership=None)
    _, of = happenings([news, past, undated])
    assert of == {"1": "1", "2": "2", "3": "1"}
    _, alone = happenings([past, undated])
    assert alone == {"2": "2", "3": "2"}
