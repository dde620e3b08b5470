"""How the tests look at a parsed article: the words of each passage, by kind."""

from articles.parsing import ParsedArticle, Passage, PassageKind


def passages(article: ParsedArticle, kind: PassageKind) -> list[Passage]:
    return [passage for passage in article.passages if passage.kind is kind]


def words(article: ParsedArticle, kind: PassageKind) -> list[str]:
    return [article.text[passage.start : passage.end] for passage in passages(article, kind)]


def passage_with(article: ParsedArticle, some_words: str) -> Passage:
    """The one passage that holds `some_words`, which stand once in the text."""
    assert article.text.count(some_words) == 1
    at = article.text.index(some_words)
    return next(passage for passage in article.passages if passage.start <= at < passage.end)
