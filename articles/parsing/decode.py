"""From bytes to text: size, file type and encoding, each refused with a plain sentence rather than guessed at.

Order: size, magic numbers, byte-order mark, NUL bytes, UTF-8 (strict), Windows-1252 where the result reads as plain
western text (the web's own fallback), and last charset-normalizer, believed only when it is sure: where two code pages
are as likely and give different words, the text is refused, because a wrong letter in a quotation is worse than an
error that says "save it as UTF-8".
"""

import codecs
import math
import re

from charset_normalizer import from_bytes

from articles.parsing.types import ParseError

MAX_BYTES = 10_000_000
MAX_LINES = 200_000

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
)
_ZIP_MEMBERS: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"application/epub", "an EPUB book"),
)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UTF32_BOMS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)

# Encodings that news text is met in; charset-normalizer's full list has dozens of rare look-alikes.
_CANDIDATES = [
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "koi8_u", "mac_roman"),
    *("cp932", "euc_jis_2004", "gb18030", "big5", "cp949"),
]
_MAX_CHAOS = 0.1  # charset-normalizer's share of unlikely characters, 0 to 1
_MIN_COHERENCE = 0.1  # its likeness to a known language, 0 to 1
_MARGIN = 0.1  # readings closer than this in coherence are equally likely
_SAMPLE_BYTES = 200_000  # enough for statistics; detection is slow on more

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ACCENTED = re.compile(r"[^\W\d_a-zA-Z]")
_LETTER = re.compile(r"[^\W\d_]")
_MAX_ACCENTED_SHARE = 0.02  # of all letters; more is another language, and perhaps another code page
# What Windows-1252 shows when it reads another code page: signs inside words, capitals where none belong.
_IMPLAUSIBLE = re.compile(
    r"(?<=[^\W\d_])[¡-©«-¯±-´¶-¸¿×÷ƒ‚„†‡ˆ‰‹˜]|[a-zß-ÿ][À-ÞŠŽŒŸ]|[.,!?][À-ÞŠŽŒŸ]|(?<![A-ZÀ-Þ])[À-ÞŠŽŒŸ](?=[A-Z][a-z])"
)


def check_size(size: int, *, max_bytes: int = MAX_BYTES) -> None:
    """Refuse an article of more than `max_bytes` bytes. Call it with a file's size before reading the file.

    Raises ParseError with the size and the limit in MB (a million bytes).
    """
    if size > max_bytes:
        shown = math.ceil(size / 100_000) / 10
        raise ParseError(f"It is {shown:g} MB; the limit for one article is {max_bytes / 1_000_000:g} MB.")


def decode(data: bytes | str, *, declared: str = "", max_bytes: int = MAX_BYTES) -> str:
    """The text of `data` with LF line ends and no byte-order mark; nothing else is changed.

    `declared` is an encoding that the document itself names (an HTML meta tag); it is tried after UTF-8.
    Raises ParseError when the input is too large, empty, not text, or in an encoding that cannot be told.
    """
    if isinstance(data, str):
        text = data
        if _SURROGATE.search(text):
            raise ParseError("The text holds half a character (an unpaired surrogate), so it cannot be stored.")
        check_size(len(text.encode()), max_bytes=max_bytes)
    else:
        check_size(len(data), max_bytes=max_bytes)
        text = _decode_bytes(data, declared)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MAX_LINES:
        raise ParseError(f"It has more than {MAX_LINES:,} lines, so it is data rather than an article.")
    if "\0" in text:
        raise ParseError("The text holds NUL characters, so it is not plain text.")
    if not text.strip() or not text.strip("\ufeff\u200b\u2060 \t\n\xa0"):
        raise ParseError("The file is empty.")
    return text


def _decode_bytes(data: bytes, declared: str) -> str:
    if not data.strip():
        return ""
    for bom, encoding in _BOMS:
        if data.startswith(bom) and not data.startswith(_UTF32_BOMS):
            return _strict(data[len(bom) :], encoding)
    if kind := _binary_kind(data):
        raise ParseError(f"This is {kind}, not text.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared:
        return _strict(data, declared)
    western = data.decode("cp1252", errors="replace")
    return western if _reads_as_western(western) else _detect(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        codec = codecs.lookup(encoding).name
        # The web reads a page that says Latin-1 or ASCII as Windows-1252 (WHATWG Encoding Standard, section 4.2).
        text, _ = codecs.getdecoder("cp1252" if codec in {"iso8859-1", "ascii"} else codec)(data, "strict")
    except (LookupError, ValueError) as error:
        message = f"It says it is encoded as {encoding[:40]}, but it cannot be read so; save it as UTF-8."
        raise ParseError(message) from error
    if not isinstance(text, str):  # Python also calls base64 and zlib "encodings"
        raise ParseError(f"It says it is encoded as {encoding[:40]}, which is no text encoding; save it as UTF-8.")
    return text


def _binary_kind(data: bytes) -> str:
    """What a file is by its first bytes ("a PDF"), or "" when it may be text."""
    head = data[:4096]
    if head.startswith(b"PK\x03\x04"):
        tail = data[-65536:]  # a zip's directory of members stands at its end
        return next((kind for mark, kind in _ZIP_MEMBERS if mark in head or mark in tail), "a zip archive")
    if head.startswith(b"RIFF") and head[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return "an image or recording"
    if head[4:8] == b"ftyp":
        return "a video or image"
    for magic, kind in _MAGIC:
        # "ID3" and "BZh" may begin a sentence; a real file of these kinds is not valid ASCII in its first bytes.
        if head.startswith(magic) and not (len(magic) == 3 and head[:64].isascii() and b"\0" not in head[:64]):
            return kind
    if data.startswith(_UTF32_BOMS) or b"\0" in data:
        return "a binary file (or UTF-16 or UTF-32 without the mark that says so)"
    return ""


def _reads_as_western(text: str) -> bool:
    if "\ufffd" in text or _CONTROL.search(text) or _IMPLAUSIBLE.search(text):
        return False
    accented = sum(1 for _ in _ACCENTED.finditer(text))
    return accented <= _MAX_ACCENTED_SHARE * sum(1 for _ in _LETTER.finditer(text))


def _detect(data: bytes) -> str:
    sample = data[:_SAMPLE_BYTES]
    if len(data) > len(sample):
        sample = sample[: sample.rfind(b"\n") + 1] or sample  # do not cut a multi-byte character in two
    matches = list(from_bytes(sample, cp_isolation=_CANDIDATES))
    best = matches[0] if matches else None
    if best is None or best.chaos > _MAX_CHAOS or best.coherence < _MIN_COHERENCE:
        raise ParseError("Its encoding is not UTF-8 and cannot be told for certain; save it as UTF-8.")
    likely = [match for match in matches if match.chaos <= _MAX_CHAOS and match.coherence > best.coherence - _MARGIN]
    if len({str(match) for match in likely}) > 1:
        names = " or ".join(sorted(match.encoding for match in likely))
        raise ParseError(f"Its encoding is not UTF-8 and could be {names}; save it as UTF-8.")
    text = _strict(data, best.encoding)
    if _CONTROL.search(text):
        raise ParseError("It is neither UTF-8 nor text in another encoding; it may be a binary file.")
    return text
