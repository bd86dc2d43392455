"""Bytes into characters, for files that do not say how they are encoded."""

import codecs

from charset_normalizer import from_bytes

from counterclaim.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, the longer ones before those that they begin with."""

_GUESSES = (
    "cp1252", "cp1254", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1255", "cp1256",
    "gb18030", "big5", "cp932", "cp949",
)  # fmt: skip
_WESTERN = "cp1252"

_BINARY_REMEDY = "Convert it to text, HTML or PDF first."
_REMEDY = "Save it as UTF-8 text and add it again."


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The characters of a text file.

    A byte order mark decides, then UTF-8, then the encoding that the file declares, then a guess
    among the usual older ones.

    Args:
        data: the file's bytes.
        name: the file's name, for the error.
        declared: an encoding that the file itself gives, as an HTML page may.

    Raises:
        UnreadableError: the bytes are not text, or their encoding cannot be told.
    """
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if encoding is None and b"\0" in data:
        raise UnreadableError(f"{name}: it holds binary data, not text", _BINARY_REMEDY)
    for candidate in (encoding,) if encoding else ("utf-8", declared):
        text = _strictly(data, candidate)
        if text is not None:
            return text
    guess = None if encoding else _guess(data)
    if guess is None:
        raise UnreadableError(f"{name}: its character encoding could not be told", _REMEDY)
    return guess


def _strictly(data: bytes, encoding: str | None) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except (LookupError, ValueError):
        return None


def _guess(data: bytes) -> str | None:
    """The likeliest reading; the western one where several are as likely."""
    matches = from_bytes(data, cp_isolation=list(_GUESSES))
    best = matches.best()
    if best is None:
        return None
    equals = [match for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence)]
    western = any(_WESTERN in match.could_be_from_charset for match in equals)
    return _strictly(data, _WESTERN if western else best.encoding)
