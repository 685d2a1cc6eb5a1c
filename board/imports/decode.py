"""Bytes to text: which encoding a file is in, when nobody says so."""
from __future__ import annotations

import re
import unicodedata

from charset_normalizer import from_bytes

from .sheet import BadFile

# What may be asked for, as it is called in the preview.
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "cp1256", "mac_roman", "cp850", "iso8859_6")
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SAMPLE = 200_000
_BAD_SHARE = 0.1        # of replaced or control characters, from which on this is no text
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
# What people type in the languages that write with Latin letters beyond ASCII. Mac Roman and Windows-1252 have the same
# letters at other places, so that the wrong one shows odd signs inside words.
_USUAL = frozenset("áéíóúñüçãõâêôàèìòùîïëœæøåäöûÿßÁÉÍÓÚÑÜÇÃÕÂÊÔÀÈÌÙÎËŒÆØÅÄÖ¿¡«»“”‘’‚„–—…°ºª€§·•\xa0")
_WORD = re.compile(r"\w+")
_SIGN = re.compile(r"[’·]|(?<![^\W\d_])[^\w\x00-\x7f]|[^\w\x00-\x7f](?![^\W\d_])")


def decode(body: bytes, wanted: str = "") -> tuple[str, str]:
    """The text and its encoding, without a byte order mark. Raises BadFile."""
    encoding = wanted or detect(body)
    if encoding not in ENCODINGS:
        raise BadFile("encoding", encoding=encoding)
    text = body.decode(encoding, "replace").removeprefix("\ufeff")
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _BAD_SHARE * len(sample):
        raise BadFile("encoding", encoding=encoding)
    return text, encoding


def detect(body: bytes) -> str:
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return encoding
    sample = body[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) > 0.2 * len(sample) / 2 and min(even, odd) < 0.05 * max(even, odd):      # ASCII in two bytes each
        return "utf-16-le" if odd > even else "utf-16-be"
    try:
        body.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError as error:
        whole = body[:error.start]
        if error.start > len(body) - 4 and error.reason == "unexpected end of data" and not whole.isascii():      # cut off in a character
            return "utf-8"
    return _by_letters(sample)


def _by_letters(sample: bytes) -> str:
    """Of the encodings with a byte for each letter, the one whose letters make words. Where they say nothing, statistics do,
    which are wrong on single lines."""
    latin = max(("cp1252", "mac_roman"), key=lambda each: _latin(sample.decode(each, "replace")))
    shares = {latin: _latin(sample.decode(latin, "replace")), "cp1256": _arabic(sample.decode("cp1256", "replace"))}
    best = max(shares, key=lambda each: shares[each])
    if shares[best] > 0.5:
        return best
    found = from_bytes(sample, cp_isolation=["cp1252", "cp1256", "mac_roman"]).best()
    return found.encoding if found is not None and found.encoding in ENCODINGS else "cp1252"


def _latin(text: str) -> float:
    """The share of usual signs among those beyond ASCII. Letters count in words that have ASCII letters too, or are short;
    other signs not between letters."""
    odd = sum(each > "\x7f" for each in text)
    good = sum(text[found.start()] in _USUAL for found in _SIGN.finditer(text))
    for word in _WORD.findall(text):
        beyond = [each for each in word if each > "\x7f"]
        if beyond and (len(beyond) < len(word) or len(word) < 3) and not _is_mixed(word):
            good += sum(each in _USUAL for each in beyond)
    return good / max(1, odd)


def _is_mixed(word: str) -> bool:
    """A capital inside small letters: Arabic read as Latin, or the wrong accents."""
    inner = word[1:]
    return any(map(str.islower, inner)) and any(map(str.isupper, inner))


def _arabic(text: str) -> float:
    """The share of Arabic letters in words of their own among the signs beyond ASCII."""
    odd = sum(each > "\x7f" for each in text)
    good = sum(len(word) for word in _WORD.findall(text) if len(word) > 1 and all("\u0600" <= each <= "\u06ff" for each in word))
    good += sum(unicodedata.category(each) == "Mn" or each in "،؛؟«»\u200c\u200d\u200e\u200f\xa0" for each in text if each > "\x7f")
    return good / max(1, odd)
