import hashlib

import pytest

from articles.parsing import ParseError, check_size, parse_text
from articles.parsing.decode import MAX_LINES, decode

ENGLISH = "The ferry’s owner said “nobody was hurt” on Monday; the café at the pier lost £4 million in trade. " * 3
POLISH = (
    "Prezydent ogłosił w poniedziałek, że most zostanie zamknięty na cztery miesiące, a łączny koszt naprawy "
    "sięgnie dwunastu milionów złotych. Burmistrz żąda wyjaśnień i zapowiada głosowanie w przyszłym tygodniu."
)
RUSSIAN = (
    "Мэр сообщил в понедельник, что мост закроют на четыре месяца, а ремонт обойдётся в двенадцать миллионов рублей."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_english_in_every_usual_encoding_comes_out_the_same(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


def test_utf_16_of_both_byte_orders() -> None:
    assert decode(b"\xfe\xff" + ENGLISH.encode("utf-16-be")) == ENGLISH
    assert decode(b"\xff\xfe" + ENGLISH.encode("utf-16-le")) == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"), [(POLISH, "cp1250"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (ENGLISH, "mac_roman")]
)
def test_another_code_page_is_read_rightly_or_refused(text: str, encoding: str) -> None:
    try:
        read = decode(text.encode(encoding))
    except ParseError:
        return
    assert read == text


def test_a_clear_legacy_encoding_is_read() -> None:
    assert decode(RUSSIAN.encode("cp1251")) == RUSSIAN


def test_what_could_be_two_encodings_is_refused_with_both_named() -> None:
    with pytest.raises(ParseError, match=r"could be .* or .*; save it as UTF-8"):
        decode(POLISH.encode("cp1250"))


def test_random_bytes_are_refused() -> None:
    for length in (10, 100, 5000):
        noise = hashlib.shake_256(b"noise").digest(length).replace(b"\0", b"\1")
        with pytest.raises(ParseError):
            decode(b"\x81\xff" + noise)


def test_only_line_ends_and_the_mark_are_changed() -> None:
    assert decode("\ufeffOne \r\n\xa0two\rthree\u2028four \n") == "One \n\xa0two\nthree\u2028four \n"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "", " \xa0\n", b"\xef\xbb\xbf", "\ufeff\u200b\n", b"\xff\xfe"])
def test_empty(data: bytes | str) -> None:
    with pytest.raises(ParseError, match=r"^The file is empty\.$"):
        parse_text(data)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 and so on", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image"),
        (b"PK\x03\x04\x14\x00[Content_Types].xml..word/document.xml", "a Word document"),
        (b"PK\x03\x04\x14\x00xl/workbook.xml", "an Excel workbook"),
        (b"PK\x03\x04\x14\x00notes.txt", "a zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "an old Microsoft Office document"),
        (b"{\\rtf1 text}", "an RTF document"),
        (b"ID3\x04\x00\x00\x00", "an MP3 recording"),
        (b"\x00\x00\x00\x18ftypmp42", "a video or image"),
        (b"A text with a \x00 in it", "a binary file"),
        ("No mark".encode("utf-16-le"), "a binary file"),
    ],
)
def test_binary_files_are_named(data: bytes, kind: str) -> None:
    with pytest.raises(ParseError, match=rf"^This is {kind}.*not text\.$"):
        parse_text(data)


def test_a_sentence_may_begin_as_a_file_of_another_kind_does() -> None:
    assert parse_text(b"ID3 tags were invented in 1996, the museum said.").passages


@pytest.mark.parametrize("text", ["half \ud800 a character", "a \0 in a text"])
def test_text_that_cannot_be_stored_is_refused(text: str) -> None:
    with pytest.raises(ParseError):
        parse_text(text)


def test_too_large() -> None:
    with pytest.raises(ParseError, match=r"^It is 50 MB; the limit for one article is 10 MB\.$"):
        parse_text(b"x" * 50_000_000)
    with pytest.raises(ParseError, match=r"It is 10\.1 MB"):
        check_size(10_000_001)
    check_size(10_000_000)
    with pytest.raises(ParseError):
        parse_text("ééé", max_bytes=5)


def test_too_many_lines() -> None:
    with pytest.raises(ParseError, match="more than 200,000 lines"):
        parse_text("a\n" * (MAX_LINES + 1))


def test_html_is_not_taken_for_text() -> None:
    with pytest.raises(ParseError, match=r"\.html"):
        parse_text("\n<!DOCTYPE html><html><body><p>A ferry sank.</p></body></html>")


@pytest.mark.parametrize("declared", ["no-such-encoding", "base64", "ascii"])
def test_a_declared_encoding_that_does_not_hold(declared: str) -> None:
    with pytest.raises(ParseError, match="save it as UTF-8"):
        decode("caf\x8d\x81".encode("latin-1"), declared=declared)
