"""Bytes to text: byte order marks, two bytes a letter, and the encodings with a byte for each."""
from __future__ import annotations

import pytest

from board.imports.decode import ENCODINGS, decode, detect
from board.imports.reader import read
from board.imports.sheet import BadFile

SPANISH = "Sesión conjunta con la municipalidad del otro lado del río: ¿quién diagrama el libro? Compra pública."
FRENCH = "Les séances de pilotage à la mairie – où rien n’est décidé ; « le cœur » du problème, c’est l’été."
PORTUGUESE = "Os relatórios não chegam às câmaras; falta informação, e há só três técnicos."
NORWEGIAN = "Lån ut en kollega som kan kart før møtet; det koster oss lite, også på Røros. Ærlig talt: få ting."
ARABIC = "لا توجد بيانات محلية، والمجالس لا تشارك في الاستعراض"
NEPALI = "स्थानीय तथ्याङ्क छैन र कर्मचारी पनि थोरै छन्"
LATIN = [SPANISH, FRENCH, PORTUGUESE, NORWEGIAN]


@pytest.mark.parametrize("text", [*LATIN, ARABIC, NEPALI])
@pytest.mark.parametrize("encoding, mark", [
    ("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")])
def test_unicode_is_recognised_and_its_mark_is_no_text(text, encoding, mark):
    assert decode(mark + text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Text;Kind\nNo data;Challenge", SPANISH])
def test_two_bytes_a_letter_are_seen_without_a_mark(text, encoding):
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
@pytest.mark.parametrize("text", [*LATIN, "Lån ut en kollega", "Un écran"])
def test_the_letters_tell_windows_from_a_mac(text, encoding):
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("text", [ARABIC, f"النص;المحور\n{ARABIC};البيانات", f"{ARABIC}\nRéunion à la mairie, été"])
def test_arabic_words_tell_the_arabic_windows(text):
    assert decode(text.encode("cp1256")) == (text, "cp1256")


@pytest.mark.parametrize("word", ["café", "Año", "Bodø", "é"])
def test_a_single_letter_at_the_end_is_not_a_piece_of_utf8(word):
    assert decode(word.encode("cp1252")) == (word, "cp1252")


def test_a_file_cut_off_inside_a_letter_is_still_utf8():
    assert detect((SPANISH + "é").encode()[:-1]) == "utf-8"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_chosen_encoding_is_taken_whatever_the_bytes_say(encoding):
    assert decode(b"Text", encoding)[1] == encoding


def test_the_wrong_encoding_shows_in_the_preview_and_can_be_changed():
    body = f"Texto;Tipo\n{SPANISH};Desafío\n".encode("cp1252")
    wrong, right = (read(body, "a.csv", {"encoding": encoding})["rows"][0]["text"] for encoding in ("mac_roman", "cp1252"))
    assert wrong != right == SPANISH


@pytest.mark.parametrize("body, encoding", [
    (SPANISH.encode(), "klingon"), (SPANISH.encode(), "rot13"), (bytes(range(1, 32)) * 20, ""), (ARABIC.encode("cp1256") * 9, "utf-8")])
def test_what_gives_no_letters_is_refused(body, encoding):
    with pytest.raises(BadFile) as caught:
        decode(body, encoding)
    assert caught.value.reason == "encoding" and caught.value.details["encoding"]
