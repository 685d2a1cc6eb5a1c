"""Suggestions as a process, and models of the host."""
from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from board.clustering import embeddings, providers, suggest
from board.clustering.features import read

ROOT = Path(__file__).parents[2]
BY_PATH = [sys.executable, "-I", str(ROOT / "board" / "clustering" / "__main__.py")]
NOTES = [{"id": "a", "theme": "t", "kind": "challenge", "text": "No budget for the review", "language": "en"},
         {"id": "b", "theme": "t", "kind": "challenge", "text": "Sin presupuesto para el informe", "language": "es"}]


def run(body, command=BY_PATH, **environment):
    done = subprocess.run(command, input=body if isinstance(body, bytes) else json.dumps(body).encode(), capture_output=True, cwd=ROOT,
                          env=os.environ | environment, timeout=60)
    assert done.stderr == b"" or done.returncode == 0, done.stderr
    return done.returncode, json.loads(done.stdout)


@pytest.mark.parametrize("command", [BY_PATH, [sys.executable, "-m", "board.clustering"]], ids=["by path", "as module"])
def test_the_process_answers(command):
    status, answer = run({"notes": NOTES, "language": "es", "model": None}, command)
    assert status == 0
    assert [set(made) for made in answer["suggestions"]] == [{"theme", "notes", "title", "words", "duplicates", "score"}]
    assert answer["suggestions"][0]["notes"] == ["a", "b"]


def test_hashing_has_no_say_in_it():
    labelled = json.loads((ROOT / "tests" / "bench" / "clustering" / "labelled.json").read_text("utf-8"))["notes"][:120]
    command = [part for part in BY_PATH if part != "-I"]
    assert run({"notes": labelled}, command, PYTHONHASHSEED="1") == run({"notes": labelled}, command, PYTHONHASHSEED="2")


def test_by_path_the_web_framework_is_not_loaded():
    code = ("import sys, runpy; sys.stdin = open('/dev/null')\n"
            "try: runpy.run_path(sys.argv[1], run_name='__main__')\nexcept SystemExit: pass\n"
            "assert not {'flask', 'eventlet', 'board', 'sqlalchemy', 'numpy'} & set(sys.modules)")
    subprocess.run([sys.executable, "-I", "-c", code, BY_PATH[-1]], check=True, capture_output=True, timeout=60)


@pytest.mark.parametrize("body", [
    b"", b"{", b"\xff\xfe", [], {}, {"notes": None}, {"notes": [1]}, {"notes": [{"id": "a"}]}, {"notes": [NOTES[0], NOTES[0]]},
    {"notes": [NOTES[0] | {"text": None}]}, {"notes": [NOTES[0] | {"id": 1}]}, {"notes": [NOTES[0] | {"language": 5}]},
    {"notes": [], "language": 1}, {"notes": [], "model": 1}], ids=str)
def test_bad_input_is_an_error_and_not_a_crash(body):
    status, answer = run(body)
    assert status == 2
    assert set(answer) == {"error"}


def test_a_lone_surrogate_does_not_stop_the_answer():
    assert run({"notes": [note | {"text": "\ud800 " + note["text"]} for note in NOTES]})[0] == 0


def test_a_model_that_is_not_there_is_an_error(tmp_path):
    status, answer = run({"notes": NOTES, "model": str(tmp_path / "nowhere")})
    assert status == 3
    assert "not a directory" in answer["error"]


# ---- models

def model(directory, config, *names):
    for name in names:
        (directory / name).write_text("{}")
    (directory / "config.json").write_text(json.dumps(config))
    return directory


STATIC = ("model.safetensors", "tokenizer.json")


@pytest.mark.parametrize(("config", "names", "kind"), [
    ({"model_type": "model2vec"}, STATIC, "model2vec"),
    ({"model_type": "model2vec"}, (*STATIC, "modules.json"), "model2vec"),
    ({"normalize": True}, STATIC, "model2vec"),
    ({"architectures": ["BertModel"]}, (*STATIC, "modules.json"), "sentence-transformers"),
    ({"architectures": ["BertModel"]}, ("modules.json",), "sentence-transformers")])
def test_the_format_of_a_model_is_recognised(tmp_path, config, names, kind):
    assert providers.kind(model(tmp_path, config, *names)) == kind


def test_a_directory_without_a_model_is_named(tmp_path):
    with pytest.raises(providers.ModelError, match="neither"):
        providers.load(model(tmp_path, {"architectures": ["BertModel"]}, *STATIC))


@pytest.mark.parametrize(("name", "names", "config"), [
    ("model2vec", STATIC, {"model_type": "model2vec"}), ("sentence_transformers", ("modules.json",), {})])
def test_a_missing_package_is_named_with_what_to_install(tmp_path, monkeypatch, name, names, config):
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(providers.ModelError, match="pip install " + name.replace("_", "-")):
        providers.load(model(tmp_path, config, *names))


def test_a_model_is_read_from_its_directory_and_nowhere_else(tmp_path, monkeypatch):
    package, asked = ModuleType("model2vec"), []

    class StaticModel:
        @classmethod
        def from_pretrained(cls, path):
            asked.append((path, os.environ["HF_HUB_OFFLINE"]))
            return SimpleNamespace(encode=lambda texts: [[1.0, 0.0] for _ in texts])

    package.StaticModel = StaticModel
    monkeypatch.setitem(sys.modules, "model2vec", package)
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
        monkeypatch.setenv(name, "0")
    provider = providers.load(model(tmp_path, {"model_type": "model2vec"}, *STATIC))
    assert provider.embed(["x"]) == [[1.0, 0.0]]
    assert asked == [(str(tmp_path), "1")]


def test_a_broken_model_says_so(tmp_path, monkeypatch):
    package = ModuleType("model2vec")
    package.StaticModel = SimpleNamespace(from_pretrained=lambda path: 1 / 0)
    monkeypatch.setitem(sys.modules, "model2vec", package)
    with pytest.raises(providers.ModelError, match="could not be loaded"):
        providers.load(model(tmp_path, {"model_type": "model2vec"}, *STATIC))


SUBJECTS = ["violin violon", "library biblio", "ferry bac"]


def by_subject(texts):
    """A model that knows three subjects, and writes a little about everything."""
    return [[1.0 if any(word in text for word in subject.split()) else 0.05 for subject in SUBJECTS] for text in texts]


def test_a_model_brings_together_what_words_cannot():
    texts = ["the violin is gone", "le violon est parti", "a library for all", "la biblio pour tous", "the ferry sank", "le bac a sombré"]
    wall = [{"id": str(at), "theme": "t", "text": text, "language": ""} for at, text in enumerate(texts)]
    assert suggest(wall) == []
    found = suggest(wall, provider=SimpleNamespace(embed=by_subject))
    assert sorted(made.notes for made in found) == [["0", "1"], ["2", "3"], ["4", "5"]]
    assert all(made.title and made.score <= 1 for made in found)


def test_a_model_that_only_knows_languages_groups_nothing():
    wall = [{"id": f"{language}{at}", "theme": "t", "language": language, "text": f"{word}{at}" * 3}
            for language, word in (("en", "xq"), ("fr", "zw")) for at in range(10)]
    provider = SimpleNamespace(embed=lambda texts: [[1.0, 0.0] if text.startswith("xq") else [0.0, 1.0] for text in texts])
    assert suggest(wall, provider=provider) == []


@pytest.mark.parametrize("answer", [[], [[1.0]], [[1.0], [float("nan")]], [[1.0], [1.0, 2.0]]], ids=str)
def test_a_wrong_answer_of_a_model_is_refused(answer):
    with pytest.raises(ValueError, match="one finite vector"):
        suggest(NOTES, provider=SimpleNamespace(embed=lambda texts: answer))


def test_notes_without_words_have_no_direction():
    rows = embeddings.vectors(read([*NOTES, {"id": "c", "theme": "t", "text": "👍", "language": ""}]),
                              SimpleNamespace(embed=lambda texts: [[1.0, 2.0], [2.0, 1.0], [3.0, 3.0]]))
    assert rows[2] == [0.0, 0.0]
