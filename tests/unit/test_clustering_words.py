"""Words, languages and concepts that suggestions rest on."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from board.clustering import lexicon as lexicon_module
from board.clustering.lexicon import lexicon
from board.clustering.words import LANGUAGES, cut, fold, language_of, script

STORED = json.loads((Path(lexicon_module.__file__).parent / "lexicon.json").read_text("utf-8"))["concepts"]


@pytest.mark.parametrize(("written", "folded"), [
    ("Élection", "election"), ("Ærøskøbing", "aeroskobing"), ("مُؤَشِّر", "موشر"), ("أرقـــام", "ارقام"),
    ("إلى", "الي"), ("البلدية", "البلديه"),
    ("٢٠٣٠", "2030"), ("२०३०", "2030"), ("ﬁnance", "finance"), ("Straße", "strasse"), ("तथ्याङ्क", "तथ्याङ्क")])
def test_one_spelling_for_all(written, folded):
    assert fold(written) == folded


@pytest.mark.parametrize(("text", "words"), [
    ("L'appel d'offres, 2 fois!", ["l", "appel", "d", "offres", "2", "fois"]), ("कर्मचारीको अभाव।", ["कर्मचारीको", "अभाव"]),
    ("نسبة 30%", ["نسبه", "30"]), ("🙈 ok_go", ["ok", "go"]), ("", [])])
def test_text_is_cut_into_words(text, words):
    assert cut(text)[1] == words
    assert len(cut(text)[0]) == len(words)


@pytest.mark.parametrize(("declared", "text", "language"), [
    ("", "The staff of the city are not here", "en"), ("", "No hay datos para los municipios", "es"),
    ("", "Il n'y a pas de données pour la commune", "fr"),
    ("", "Não há dados para os municípios", "pt"), ("", "लक्ष्य", "ne"), ("", "بيانات", "ar"), ("", "Det er ikke penger til dette", "nb"),
    ("", "Budget", ""), ("es", "Budget", "es"), ("no", "Budsjett", "nb"), ("pt-BR", "Verba", "pt"), ("en", "लक्ष्य", "ne"),
    ("es", "We do not have the staff that is needed for this", "en"), ("sw", "Hakuna fedha", ""), ("", "👍", "")])
def test_the_language_is_told_or_left_open(declared, text, language):
    assert language_of(declared, text, cut(text)[1]) == language


def test_the_script_is_that_of_most_letters():
    assert [script("modem للمكتب والبلدية"), script("x"), script("१"), script("12")] == ["ar", "latin", "ne", ""]


@pytest.mark.parametrize(("language", "text", "concept"), [
    ("en", "the budgetary framework", "budget"), ("es", "presupuestos", "budget"), ("nb", "statsbudsjettet", "budget"),
    ("ar", "والميزانية", "budget"),
    ("ne", "बजेटको", "budget"), ("fr", "appels d'offres", "tender"), ("pt", "licitações", "tender"), ("", "presupuesto", "budget")])
def test_words_point_to_concepts(language, text, concept):
    assert concept in [found for found, _, _ in lexicon().find(cut(text)[1], language)]


def test_a_phrase_comes_before_its_words():
    assert [concept for concept, _, _ in lexicon().find(["open", "data"], "en")] == ["open"]


@pytest.mark.parametrize("concept", STORED)
def test_each_concept_has_a_name_and_words_in_every_language(concept):
    entry = STORED[concept]
    assert entry["kind"] in ("specific", "frame", "amount")
    for language in LANGUAGES:
        name = lexicon().name(concept, language)
        assert name and "*" not in name and len(name) <= 30, (concept, language)
        assert all(word.strip("*| ") for word in entry[language])
