"""The learned reading: source, cue and content of what people say, think and want."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claims.extraction.contents import contents, trimmed
from claims.extraction.reading import sentences
from claims.extraction.sayings import THRESHOLD, Saying, load_weights, sayings
from claims.extraction.sheet import Sheet

Found = list[tuple[str, str, str]]
Hear = Callable[[str], Found]


@pytest.fixture
def hear(nlp: Language) -> Hear:
    """Source, cue and content of each saying of a text, in words."""

    def run(text: str) -> Found:
        doc = nlp(text)
        found = sayings(doc, [(span.start, span.end) for span in sentences(doc)])
        return [
            (
                doc[slice(*saying.source)].text,
                doc[slice(*saying.cue)].text,
                " … ".join(doc[start:end].text for start, end in saying.contents),
            )
            for saying in found
        ]

    return run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Okoye said the talks had failed.", ("Okoye", "said", "the talks had failed")),
        ("“The talks failed,” Okoye told reporters.", ("Okoye", "told", "“The talks failed,”")),
        ("“The talks failed,” said Okoye, who was there.", ("Okoye, who was there", "said", "“The talks failed,”")),
        ("The bridge is safe, according to the ministry.", ("the ministry", "according to", "The bridge is safe")),
        ("Okoye believes the bridge is safe.", ("Okoye", "believes", "the bridge is safe")),
        ("Voters want the border to be closed.", ("Voters", "want", "the border to be closed")),
        ("Okoye accused the ministry of hiding the truth.", ("Okoye", "accused", "the ministry of hiding the truth")),
        ("Okoye called the deal a disaster.", ("Okoye", "called", "the deal a disaster")),
        ("Okoye supports the plan.", ("Okoye", "supports", "the plan")),
    ],
)
def test_who_says_what(hear: Hear, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in hear(text)


def test_a_quotation_goes_on_after_its_speaker(hear: Hear) -> None:
    found = hear("“The talks failed,” Okoye said. “They were bound to fail.”")
    assert ("Okoye", "said", "“The talks failed,” … “They were bound to fail.”") in found


def test_the_outer_speaker_has_it_all(hear: Hear) -> None:
    (found,) = hear("Okoye denied that Hill had agreed to the plan.")
    assert found == ("Okoye", "denied", "that Hill had agreed to the plan")


def test_each_word_is_said_by_one(nlp: Language) -> None:
    doc = nlp("Okoye said Hill believes the plan is sound. Berg hopes it fails.")
    found = sayings(doc, [(span.start, span.end) for span in sentences(doc)], threshold=0.01)
    words = [token for saying in found for start, end in saying.contents for token in range(start, end)]
    assert len(words) == len(set(words))
    assert [saying.cue_head for saying in found] == sorted(saying.cue_head for saying in found)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell into the river on Friday.",
        "Forty people were killed when the bus left the road.",
        "The train leaves at noon.",
        "Read more: page 12",
    ],
)
def test_where_nobody_says_anything(hear: Hear, text: str) -> None:
    assert hear(text) == []


def test_places_stay_few_however_many_quotations_there_are(nlp: Language) -> None:
    doc = nlp("“No,” said Hill. " * 150)
    sheet = Sheet(doc, [(0, len(doc))])
    cue = sheet.lower.index("said")
    assert len(contents(sheet, cue, (cue + 1, cue + 2))) < 100


def test_trimming_keeps_quotation_marks(nlp: Language) -> None:
    sheet = Sheet(nlp(", “no”."), [(0, 5)])
    assert trimmed(sheet, 0, 5) == (1, 4)


def test_the_weights_hold_the_three_models() -> None:
    assert {"cue", "source", "content", "cue lemmas"} == set(load_weights())


def holds(saying: Saying, size: int) -> bool:
    spans = (saying.source, saying.cue, *saying.contents)
    ordered = all(before[1] <= after[0] for before, after in zip(saying.contents, saying.contents[1:], strict=False))
    inside = saying.cue[0] <= saying.cue_head < saying.cue[1]
    return ordered and inside and all(0 <= start < end <= size for start, end in spans) and saying.score >= THRESHOLD


_PIECES = st.sampled_from(
    ["Okoye", " said ", "“", "”", '"', ", ", ". ", ": ", "that ", "he ", "the plan failed", "\n", "‘", "according to "]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(max_size=120), st.lists(_PIECES, max_size=25).map("".join)))
def test_any_text_is_read(nlp: Language, text: str) -> None:
    doc = nlp(text)
    found = sayings(doc, [(span.start, span.end) for span in sentences(doc)])
    assert all(holds(saying, len(doc)) for saying in found)
