from datetime import date, timedelta
from decimal import Decimal

from claims.extraction.types import EventCues, ExtractedClaim, ExtractedMeasurement
from claims.matching.objects import object_of
from claims.matching.profiles import Before, announced, profile_of, tallies_of
from claims.matching.stories import happenings, recurring
from claims.matching.types import Basis, Tally
from claims.vocabulary import EventKind, Modality
from tests.claims.matching.makers import ASSEMBLY, COUNCIL, DAY


def count(
    measure: str, value: int, *, subject: str = "", group: int = 1, superseded: bool = False
) -> ExtractedMeasurement:
    return ExtractedMeasurement(
        measure, str(value), 0, 1, Decimal(value), group=group, subject=subject, superseded=superseded
    )


def claim(
    quote: str, *measurements: ExtractedMeasurement, modality: Modality = Modality.ACTUAL, **cues: object
) -> ExtractedClaim:
    return ExtractedClaim(
        quote,
        quote,
        0,
        len(quote),
        "sentence/1",
        0.9,
        modality=modality,
        measurements=measurements,
        cues=EventCues(**cues),  # type: ignore[arg-type]  # fields by name
    )


def test_a_tally_leaves_out_parts_and_replaced_counts() -> None:
    found = [count("votes_for", 93), count("abstentions", 73), count("abstentions", 5, subject="Europe", group=2)]
    assert tallies_of([*found, count("votes_for", 92, group=0, superseded=True)]) == (Tally(93, None, 73),)


def test_a_topic_alone_is_no_happening() -> None:
    said = claim("Leaders worry about the war.", kind=EventKind.CONFLICT)
    assert profile_of(said, key="1", published_on=DAY) is None
    told = claim("The war has cost 500 lives.", count("killed", 500, group=0), kind=EventKind.CONFLICT)
    assert profile_of(told, key="1", published_on=DAY) is not None


def test_the_body_follows_from_the_count() -> None:
    counted = claim(
        "The resolution passed with 10 votes in favour, and 5 abstentions.",
        count("votes_for", 10), count("abstentions", 5),
        kind=EventKind.VOTE, body=ASSEMBLY, body_carried=True,
    )  # fmt: skip
    profile = profile_of(counted, key="1", published_on=DAY)
    assert profile is not None
    assert (profile.body, profile.body_basis, profile.membership) == (COUNCIL, Basis.ARITHMETIC, 15)


def test_the_day_of_something_else_is_not_the_votes() -> None:
    quote = "The amendment would have condemned the Oct. 7 attacks and failed."
    at = quote.index("Oct. 7")
    day = ExtractedMeasurement("event_date", "Oct. 7", at, at + 6, value_text="2023-10-07")
    profile = profile_of(claim(quote, day, kind=EventKind.VOTE, date=date(2023, 10, 7)), key="1", published_on=DAY)
    assert profile is not None
    assert profile.window is None


def test_a_forecast_does_not_date_the_happening() -> None:
    ahead = claim(
        "Another vote follows tomorrow.", kind=EventKind.VOTE, date=DAY + timedelta(1), modality=Modality.PROJECTED
    )
    profile = profile_of(ahead, key="1", published_on=DAY)
    assert profile is not None
    assert profile.window is None


def test_an_article_goes_on_about_a_vote_until_its_words_name_another() -> None:
    claims = [
        claim("The Assembly adopted a resolution.", kind=EventKind.VOTE, body=ASSEMBLY, terms=("resolution",)),
        claim("It went through 120-14.", count("votes_for", 120), count("votes_against", 14), kind=EventKind.VOTE),
        claim("An amendment failed.", kind=EventKind.VOTE, terms=("amendment",)),
        claim(
            "On that the vote was 88 for, 55 against.",
            count("votes_for", 88),
            count("votes_against", 55),
            kind=EventKind.VOTE,
        ),
    ]
    profiles = [
        found for at, each in enumerate(claims) if (found := profile_of(each, key=f"{at:03d}", published_on=DAY))
    ]
    grouped, of = happenings(profiles)
    assert len(grouped) == 2
    assert of["000"] == of["001"] != of["002"] == of["003"]


def test_what_a_state_tabled_itself_is_another_text() -> None:
    position = ExtractedMeasurement("vote_position", "abstained", 0, 1, value_text="abstain", subject="United States")
    both = claim(
        "The U.S. abstained on a resolution led by France and tabled its own resolution.", position, kind=EventKind.VOTE
    )
    further = announced(both, key="1+", published_on=DAY)
    assert further is not None
    assert further.sponsors == {"United States"}
    assert (
        announced(
            claim("The U.S. abstained on a resolution.", position, kind=EventKind.VOTE), key="1+", published_on=DAY
        )
        is None
    )


def test_amendments_that_were_taken_in_are_told_of_the_text() -> None:
    terms = ("amendment", "vote")
    through = claim("France got three amendments through.", kind=EventKind.VOTE, terms=terms)
    rejected = claim("The amendment was rejected.", kind=EventKind.VOTE, terms=terms)
    taken = profile_of(through, key="1", published_on=DAY)
    own = profile_of(rejected, key="2", published_on=DAY)
    assert taken is not None
    assert own is not None
    assert (object_of(taken), object_of(own)) == ("", "amendment")


def test_a_toll_goes_on_about_the_disaster_before_it() -> None:
    toll = claim("After the correction it is about 550.", count("killed", 550, group=0))
    assert profile_of(toll, key="1", published_on=DAY) is None
    found = profile_of(toll, key="1", published_on=DAY, before=Before(EventKind.DISASTER))
    assert found is not None
    assert found.kind == EventKind.DISASTER
    other = claim("There are 550 of them.", count("count", 550, group=0))
    assert profile_of(other, key="1", published_on=DAY, before=Before(EventKind.DISASTER)) is None


def test_recurring_words() -> None:
    claims = [
        claim("a", terms=("quake", "coast")),
        claim("b", terms=("quake", "army"), participants=("Chile",)),
        claim("c", participants=("Chile",)),
    ]
    assert recurring(claims) == {"quake", "Chile"}
    assert recurring(claims, title="Army sent to the coast") == {"quake", "Chile", "army", "coast"}
