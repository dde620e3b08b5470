from hypothesis import given
from hypothesis import strategies as st

from articles.parsing.types import Passage, PassageKind
from claims.views.highlight import Block, Mark, blocks_of

TEXT = "The text won 93 votes.\n\nNobody was surprised."


def mark(number: int, words: str) -> Mark:
    start = TEXT.index(words)
    return Mark(number, start, start + len(words), f"/claims/{number}/", words)


def told(blocks: list[Block]) -> list[list[tuple[str, int | None, list[int]]]]:
    return [
        [(run.text, run.mark.number if run.mark else None, [ended.number for ended in run.ending]) for run in paragraph]
        for block in blocks
        for paragraph in block.paragraphs
    ]


def test_a_claim_is_marked_and_numbered_where_it_ends() -> None:
    assert told(blocks_of(TEXT, [], [mark(1, "won 93 votes")])) == [
        [("The text ", None, []), ("won 93 votes", 1, [1]), (".", None, [])],
        [("Nobody was surprised.", None, [])],
    ]


def test_of_overlapping_claims_the_shortest_is_linked_and_all_are_numbered() -> None:
    runs = told(blocks_of(TEXT, [], [mark(1, "The text won 93 votes."), mark(2, "93")]))[0]
    assert runs == [("The text won ", 1, []), ("93", 2, [2]), (" votes.", 1, [1])]


def test_claims_that_cross_each_other_are_both_reached() -> None:
    runs = told(blocks_of(TEXT, [], [mark(1, "The text won"), mark(2, "won 93 votes")]))[0]
    assert runs == [("The text ", 1, []), ("won", 1, [1]), (" 93 votes", 2, [2]), (".", None, [])]


def test_a_claim_across_paragraphs_is_marked_in_both_and_numbered_once() -> None:
    paragraphs = told(blocks_of(TEXT, [], [mark(1, "votes.\n\nNobody")]))
    assert paragraphs[0][-1] == ("votes.", 1, [])
    assert paragraphs[1][0] == ("Nobody", 1, [1])


def test_text_between_passages_is_body() -> None:
    passages = [Passage(PassageKind.POST, TEXT.index("Nobody"), len(TEXT), author="river")]
    assert [(block.kind, block.author) for block in blocks_of(TEXT, passages, [])] == [("body", ""), ("post", "river")]


def test_boilerplate_and_a_repeated_title_are_left_out() -> None:
    middle = TEXT.index("Nobody")
    passages = [Passage(PassageKind.TITLE, 0, middle), Passage(PassageKind.BOILERPLATE, middle, len(TEXT))]
    assert blocks_of(TEXT, passages, [], title="The text won 93 votes.") == []
    assert len(blocks_of(TEXT, passages, [], title="Another title")) == 1


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))), max_size=6))
def test_no_letter_is_lost_whatever_is_marked(ranges: list[tuple[int, int]]) -> None:
    marks = [Mark(n, start, end, "/", "") for n, (start, end) in enumerate(ranges) if start < end]
    shown = "\n\n".join(
        "".join(run.text for run in paragraph) for block in blocks_of(TEXT, [], marks) for paragraph in block.paragraphs
    )
    assert shown == TEXT
