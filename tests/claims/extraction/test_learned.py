"""The learned reading as a check on the rules."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from claims.extraction.attribution import attributions
from claims.extraction.cues import Attribution
from claims.extraction.learned import learn
from claims.extraction.speakers import Cast
from claims.vocabulary import Stance

Both = Callable[[str], tuple[list[Attribution], list[Attribution]]]


@pytest.fixture
def both(nlp: Language) -> Both:
    """The attributions of a text read as one sentence: by the rules alone, and corrected."""

    def run(text: str) -> tuple[list[Attribution], list[Attribution]]:
        doc = nlp(text)
        cast = Cast()
        cast.add(doc)
        people = [entity for entity in doc.ents if entity.label_ == "PERSON"]
        learned = learn(doc, [(0, len(doc))])
        return attributions(doc[:], cast, None, people), attributions(doc[:], cast, None, people, learned)

    return run


def test_what_hardly_is_a_cue_is_dropped(both: Both) -> None:
    rules, corrected = both("The city settled the case, allowing its own appeal to be heard there.")
    assert [act.cue for act in rules] == ["heard"]
    assert corrected == []


def test_inside_a_quotation_the_rules_are_left_alone(both: Both) -> None:
    rules, corrected = both("“I want to ask you, will the minister be there?”")
    assert [act.cue for act in corrected] == [act.cue for act in rules]


def test_a_saying_that_no_rule_sees_is_added(both: Both) -> None:
    rules, corrected = both("Asked about the port, the minister quipped that it had closed.")
    assert rules == []
    (act,) = corrected
    assert (act.speaker.name, act.cue, act.rule, act.stance) == ("minister", "quipped", "learned", Stance.ASSERTS)
    assert act.content == (43, 61)


@pytest.mark.parametrize(
    "text",
    [
        "The minister never quipped that the port had closed.",
        "The minister might quip that the port had closed.",
        "The ministry announced a plan under which the port will close.",  # says no whole statement
        "Okoye praised the troops.",
    ],
)
def test_what_is_not_said_or_no_statement_is_not_added(both: Both, text: str) -> None:
    _, corrected = both(text)
    assert [act for act in corrected if act.rule == "learned"] == []


def test_a_verb_gets_the_subject_that_belongs_to_it(both: Both) -> None:
    rules, corrected = both("“My reaction, the plan is sound,” Hill's former adviser said in an interview.")
    assert [act.speaker.name for act in rules] == ["My reaction"]
    assert [act.speaker.name for act in corrected] == ["Hill's former adviser"]


def test_what_is_said_in_what_another_says_is_left_alone(both: Both) -> None:
    rules, corrected = both("The agency reported that Peskov denied that Putin had agreed.")
    assert [(act.speaker.name, act.stance) for act in corrected] == [
        ("agency", Stance.REPORTS),
        ("Peskov", Stance.DENIES),
    ]
    assert corrected == rules


def test_what_the_rules_read_well_stays(both: Both) -> None:
    text = "Peskov denied that Putin had agreed to the plan, the agency reported on Friday."
    rules, corrected = both(text)
    assert rules
    assert corrected == rules
