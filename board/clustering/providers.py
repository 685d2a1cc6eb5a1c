"""Embedding models of the host: a directory on its disk, never a download. Their packages are optional and imported late."""
from __future__ import annotations

import importlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol


class ModelError(Exception):
    """The model cannot be used; the message says what to do."""


class Provider(Protocol):
    """Anything that turns texts into vectors of one length, in the order of the texts."""

    def embed(self, texts: list[str]) -> Sequence[Sequence[float]] | Any:
        """Lists of floats or an array with a row for each text."""


class _Model2Vec:
    def __init__(self, directory: Path) -> None:
        self._model = _package("model2vec").StaticModel.from_pretrained(str(directory))

    def embed(self, texts: list[str]) -> Any:
        return self._model.encode(texts)


class _SentenceTransformers:
    def __init__(self, directory: Path) -> None:
        self._model = _package("sentence_transformers").SentenceTransformer(str(directory), device="cpu", local_files_only=True)

    def embed(self, texts: list[str]) -> Any:
        return self._model.encode(texts, batch_size=32, show_progress_bar=False)


def kind(directory: str | os.PathLike[str]) -> str:
    """"model2vec" or "sentence-transformers" by the files in `directory`. Raises ModelError for anything else."""
    path = Path(directory)
    if not path.is_dir():
        raise ModelError(f"{path} is not a directory; give the directory of a model2vec or sentence-transformers model")
    config = _config(path / "config.json")
    # A model of model2vec may carry modules.json as well, for use by the other package; the small package is enough for it.
    static = config.get("model_type") == "model2vec" or config.get("architectures") == ["StaticModel"]
    plain = bool(config) and "architectures" not in config and not (path / "modules.json").is_file()
    if (static or plain) and all((path / name).is_file() for name in ("model.safetensors", "tokenizer.json")):
        return "model2vec"
    if (path / "modules.json").is_file():
        return "sentence-transformers"
    raise ModelError(f"{path} holds neither a model2vec model (config.json, model.safetensors, tokenizer.json) "
                     "nor a sentence-transformers model (modules.json)")


def load(directory: str | os.PathLike[str]) -> Provider:
    """The model in `directory`. Raises ModelError when it is none, is broken, or its package is not installed."""
    made = _Model2Vec if kind(directory) == "model2vec" else _SentenceTransformers
    # Both packages can fetch what they miss; here nothing leaves the machine.
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", HF_HUB_DISABLE_TELEMETRY="1")
    try:
        return made(Path(directory))
    except ModelError:
        raise
    except Exception as error:
        raise ModelError(f"the model in {directory} could not be loaded: {type(error).__name__}: {error}") from error


def _package(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        shown = name.replace("_", "-")
        raise ModelError(f"this model needs the package {shown}: pip install {shown}") from error


def _config(path: Path) -> dict[str, Any]:
    try:
        read = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}
