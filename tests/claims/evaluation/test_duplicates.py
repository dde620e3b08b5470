import json
import sys
from pathlib import Path

import pytest

from claims.evaluation.duplicates import evaluate
from claims.evaluation.reading import MissingPeerError, UnreadableError
from claims.evaluation.recutting import recut

PARAGRAPHS, SENTENCES, WORDS = 8, 3, 16


def article(seed: int) -> str:
    """A text of its own words: no run is in the text of another seed."""
    return "\n\n".join(
        " ".join(
            " ".join([f"Sentence{seed}", *(f"w{seed}x{p}x{s}x{w}" for w in range(WORDS))]) + "."
            for s in range(SENTENCES)
        )
        for p in range(PARAGRAPHS)
    )


def written(tmp_path: Path, *rows: dict[str, str]) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_every_copy_is_found_and_nothing_else(tmp_path: Path) -> None:
    rows = [{"id": f"a{seed}", "text" if seed % 2 else "body": article(seed)} for seed in range(24)]
    report = evaluate(written(tmp_path, *rows))
    ours, by_sketch, minhash, best = (row.scores for row in report.rows)
    assert ours == by_sketch == {"recall": 1.0, "precision": 1.0, "wrong pairs": 0}
    assert float(minhash["recall"] or 0) < 0.5
    assert float(best["recall"] or 0) > float(minhash["recall"] or 0)
    assert report.items == 24
    assert report.misses == ()
    cuts = report.details["recall by cut"]
    assert isinstance(cuts, dict)
    assert set(cuts) == {"every other paragraph", "first half", "new lead", "sentences dropped"}


def test_articles_that_share_a_passage_are_left_out(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": article(1)}, {"id": "b", "text": article(1) + article(2)}, {"id": "c", "text": "So."}]
    report = evaluate(written(tmp_path, *rows), peers=False)
    assert report.details["pairs of articles left out"] == [["a", "b"]]
    assert report.rows[0].scores["wrong pairs"] == 0
    assert [miss.split()[:4] for miss in report.misses] == [["missed:", "copy", "of", "c"]]


def test_texts_of_two_articles_taken_for_one_are_wrong(tmp_path: Path) -> None:
    # 49 shared words in a row each time: under the passage that leaves a pair out, yet most of both.
    shared = [" ".join(f"s{part}x{word}" for word in range(45)) for part in range(4)]
    texts = [" ".join(f"{part} own{seed}x{number}." for number, part in enumerate(shared)) for seed in range(2)]
    report = evaluate(
        written(tmp_path, {"id": "a", "text": texts[0]}, {"id": "b", "text": texts[1]}),
        peers=False,
    )
    assert report.rows[0].scores["wrong pairs"]
    assert any(miss.startswith("wrong: ") for miss in report.misses)


def test_a_copy_is_the_same_every_time_and_about_half() -> None:
    for seed in range(40):
        text = article(seed)
        copy = recut(str(seed), text)
        assert copy == recut(str(seed), text)
        assert 0.4 < len(copy.text.split()) / len(text.split()) < 0.7, copy.cut


def test_light_edits_are_made() -> None:
    copy = recut("x", "The “labor” program of the U.S. center was organized — 5 percent of it.")
    assert "‘labour’ programme of the US centre was organised – 5 per cent" in copy.text
    assert copy.text.split("(")[0].strip().isupper()


@pytest.mark.parametrize("row", [{"text": "No id."}, {"id": "a"}, {"id": "a", "text": " "}])
def test_rows_that_are_no_articles_are_refused(tmp_path: Path, row: dict[str, str]) -> None:
    with pytest.raises(UnreadableError):
        evaluate(written(tmp_path, row))


def test_a_missing_peer_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "datasketch", None)
    with pytest.raises(MissingPeerError, match="datasketch"):
        evaluate(written(tmp_path, {"id": "a", "text": article(1)}))
