"""What a GGUF file says of itself, read from its header without loading it; and the hash that names the file.

The format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md (versions 2 and 3, little-endian). The parser is
our own because it must be bounded: it reads the header alone, never maps the file, believes no count or length before
comparing it with the file's size, and keeps nothing but small values.
"""

import hashlib
import math
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from core.control import CancelToken
from core.errors import ModelError
from core.llm.gguf_cursor import AGAIN, MAX_NAME, Cursor, Value, read_value
from core.llm.gguf_split import files_of, other_parts
from core.llm.gguf_types import FILE_TYPES, TENSOR_TYPES
from core.llm.kinds import refuse_what_is_no_model
from core.said import Said

_MAX_KEYS: Final = 65_536
_MAX_TENSORS: Final = 1_048_576
_LAST_BELIEVABLE: Final = 1_000
"""No version of the format will have a higher number for as long as this matters."""


@dataclass(frozen=True, slots=True)
class GgufHeader:
    """The header of one GGUF. Sizes are bytes; numbers that the file does not state are 0, texts are empty.

    `key_size` and `value_size` are the elements per layer and token that the KV cache must hold, all heads together
    and averaged over layers. `values` holds every other small value under its own key.
    """

    name: str
    architecture: str
    parameters: int
    quantization: str
    context_length: int
    layers: int
    heads: int
    embedding_size: int
    vocabulary: int
    key_size: float
    value_size: float
    chat_template: str
    licence: str
    file_size: int
    tensor_bytes: int
    tensors: int
    values: dict[str, Value] = field(repr=False, default_factory=dict)

    def number(self, key: str) -> int:
        """A whole number under `<architecture>.<key>`, 0 if there is none."""
        value = self.values.get(f"{self.architecture}.{key}", 0)
        return int(value) if isinstance(value, (int, float)) else 0


def read_header(path: Path) -> GgufHeader:
    """Read and check the header of a GGUF, without loading the model.

    Of a model in several parts `path` is the first; sizes and counts are those of all parts together. Raises
    `ModelError` with a sentence for what is not a usable model file: missing, unreadable, not a GGUF, of another byte
    order or version, damaged, truncated, only a vocabulary, a part without the others, or something else than a model
    that writes or makes vectors (`core.llm.kinds`).
    """
    content = _read(path)
    count = content.whole_number("split.count")
    if count > 1:
        for number, other in enumerate(other_parts(path, content.whole_number("split.no"), count), 1):
            content.add(_read(other), number, count)
        content.check_complete()
    return _describe(content)


def _read(path: Path) -> "_Content":
    size = _size_of_file(path)
    try:
        with path.open("rb", buffering=1 << 20) as file:
            return _parse(Cursor(file, path.name, size))
    except OSError as error:
        raise ModelError(
            Said("{name} cannot be read: {reason}.", name=path.name, reason=error.strerror or error)
        ) from error


@dataclass(slots=True)
class _Content:
    """What the header of a file holds; `types` are bytes by type of tensor."""

    name: str
    file_size: int
    values: dict[str, Value]
    tensors: int
    parameters: int
    tensor_bytes: int
    types: dict[str, int]

    def whole_number(self, key: str) -> int:
        value = self.values.get(key, 0)
        return value if isinstance(value, int) else 0

    def add(self, part: "_Content", number: int, count: int) -> None:
        """Take over the tensors of another part of the same model."""
        if (part.whole_number("split.no"), part.whole_number("split.count")) != (number, count):
            raise ModelError(Said("{name} does not belong to {other}.", name=part.name, other=self.name), hint=AGAIN)
        self.file_size += part.file_size
        self.tensors += part.tensors
        self.parameters += part.parameters
        self.tensor_bytes += part.tensor_bytes
        for kind, size in part.types.items():
            self.types[kind] = self.types.get(kind, 0) + size

    def check_complete(self) -> None:
        promised = self.whole_number("split.tensors.count")
        if not self.tensors or (promised and promised != self.tensors):
            raise ModelError(
                Said(
                    "The parts of {name} hold {tensors} tensors together, and it promises {promised}.",
                    name=self.name,
                    tensors=self.tensors,
                    promised=promised,
                ),
                hint=AGAIN,
            )


def _size_of_file(path: Path) -> int:
    try:
        status = path.stat()
    except FileNotFoundError:
        raise ModelError(
            Said("There is no file {name}.", name=path.name), hint="Choose the model file again."
        ) from None
    except (OSError, ValueError) as error:
        raise ModelError(
            Said("{name} cannot be read: {reason}.", name=path.name, reason=getattr(error, "strerror", None) or error)
        ) from error
    if stat.S_ISDIR(status.st_mode):
        raise ModelError(
            Said("{name} is a folder, not a model file.", name=path.name), hint="Choose the .gguf file inside it."
        )
    if not stat.S_ISREG(status.st_mode):
        raise ModelError(Said("{name} is not a regular file.", name=path.name))
    if status.st_size == 0:
        raise ModelError(Said("{name} is empty.", name=path.name), hint=AGAIN)
    held = getattr(status, "st_blocks", status.st_size) * 512
    if status.st_size > _SPARSE and held < status.st_size / 10:
        raise ModelError(
            Said(
                "{name} claims {claimed} MB and holds {held}: most of it was never written.",
                name=path.name,
                claimed=f"{status.st_size >> 20:,}",
                held=f"{held >> 20:,}",
            ),
            hint=AGAIN,
        )
    return status.st_size


def _parse(cursor: Cursor) -> _Content:
    _check_magic(cursor)
    _check_version(cursor, cursor.unsigned32())
    tensor_count, key_count = cursor.unsigned(), cursor.unsigned()
    if tensor_count > _MAX_TENSORS or key_count > _MAX_KEYS:
        raise cursor.broken(f"it claims to hold {tensor_count:,} tensors and {key_count:,} values")
    values: dict[str, Value] = {}
    for _ in range(key_count):
        key = cursor.text(MAX_NAME)
        values[key] = read_value(cursor, cursor.unsigned32())
    _check_kind(cursor, values, tensor_count)
    parameters, tensor_bytes, types = _tensors(cursor, tensor_count, _alignment(cursor, values))
    return _Content(cursor.name, cursor.size, values, tensor_count, parameters, tensor_bytes, types)


def _check_magic(cursor: Cursor) -> None:
    start = cursor.take(min(4, cursor.size))
    if start == b"GGUF":
        return
    rest = start + cursor.take(min(60, cursor.size - cursor.at))
    hint = "Whet runs models in the GGUF format: look for a file that ends in .gguf."
    if rest.startswith(b"version https://git-lfs"):
        raise ModelError(
            Said("{name} is only a Git LFS pointer, not the model.", name=cursor.name),
            hint="Fetch it with `git lfs pull`.",
        )
    if rest.lstrip()[:1] == b"<":
        raise ModelError(Said("{name} is a web page, not a model.", name=cursor.name), hint=AGAIN)
    if start in {b"ggml", b"ggjt", b"ggla", b"lmgg", b"tjgg"}:
        raise ModelError(Said("{name} is in a format that GGUF replaced in 2023.", name=cursor.name), hint=hint)
    if all(32 <= byte < 127 or byte in b"\t\n\r" for byte in rest):
        raise ModelError(Said("{name} is a text file, not a model.", name=cursor.name), hint=hint)
    raise ModelError(Said("{name} is not a GGUF file.", name=cursor.name), hint=hint)


def _check_version(cursor: Cursor, version: int) -> None:
    if version in {2, 3}:
        return
    if version & 0xFFFF == 0 and version != 0:
        raise ModelError(
            Said("{name} was written for big-endian machines.", name=cursor.name),
            hint="Get the usual, little-endian file of this model.",
        )
    if version == 1:
        raise ModelError(
            Said("{name} has version 1 of the GGUF format, which is no longer read.", name=cursor.name),
            hint="Get a newer file.",
        )
    if version > _LAST_BELIEVABLE:
        raise cursor.broken("what stands where its version should is none")
    raise ModelError(
        Said(
            "{name} has version {version} of the GGUF format; this Whet reads 2 and 3.",
            name=cursor.name,
            version=version,
        ),
        hint="Update Whet, or get another file of this model.",
    )


def _check_kind(cursor: Cursor, values: dict[str, Value], tensor_count: int) -> None:
    refuse_what_is_no_model(cursor.name, values)
    if _is_later_part(values):
        return  # only the first part says what the model is
    if not values.get("general.architecture"):
        raise cursor.broken("it does not name its architecture")
    if tensor_count == 0 and not _is_part(values):
        raise ModelError(
            Said("{name} holds a vocabulary but no model.", name=cursor.name), hint="Get the full file of this model."
        )


def _is_part(values: dict[str, Value]) -> bool:
    count = values.get("split.count", 0)
    return isinstance(count, int) and count > 1


def _is_later_part(values: dict[str, Value]) -> bool:
    return _is_part(values) and values.get("split.no", 0) != 0


def _alignment(cursor: Cursor, values: dict[str, Value]) -> int:
    alignment = values.get("general.alignment", 32)
    if not isinstance(alignment, int) or alignment <= 0 or alignment > 1 << 20 or alignment % 8:
        raise cursor.broken(f"its alignment is {alignment}")
    return alignment


def _tensors(cursor: Cursor, count: int, alignment: int) -> tuple[int, int, dict[str, int]]:
    """Number of parameters, bytes of all tensors, and bytes by type of tensor; checks that the file holds them."""
    parameters, total, end = 0, 0, 0
    types: dict[str, int] = {}
    for _ in range(count):
        cursor.text(MAX_NAME)
        dimensions = cursor.unsigned32()
        if not 0 < dimensions <= 4:
            raise cursor.broken(f"a tensor has {dimensions} dimensions")
        elements = math.prod(cursor.unsigned() for _ in range(dimensions))
        kind, offset = cursor.unsigned32(), cursor.unsigned()
        if elements > cursor.size * 64:
            raise cursor.broken(f"a tensor claims to hold {elements:,} numbers")
        name, block, block_bytes = TENSOR_TYPES.get(kind, (f"type {kind}", 1, 0))
        size = -(-elements // block) * block_bytes
        parameters, total, end = parameters + elements, total + size, max(end, offset + size)
        types[name] = types.get(name, 0) + size
    start = -(-cursor.at // alignment) * alignment
    if start + end > cursor.size:
        raise ModelError(
            Said(
                "{name} is incomplete: {missing} of {bytes} bytes are missing.",
                name=cursor.name,
                missing=f"{start + end - cursor.size:,}",
                bytes=f"{start + end:,}",
            ),
            hint="Download or copy it again; the transfer was probably interrupted.",
        )
    return parameters, total, types


def _describe(content: _Content) -> GgufHeader:
    values, types = content.values, content.types
    architecture = str(values["general.architecture"])

    def number(key: str) -> int:
        value = values.get(f"{architecture}.{key}", 0)
        return max((*value, 0)) if isinstance(value, tuple) else int(value) if isinstance(value, (int, float)) else 0

    embedding, heads = number("embedding_length"), number("attention.head_count")
    head_size = embedding // heads if heads else 0
    kv_heads = _mean(values.get(f"{architecture}.attention.head_count_kv", heads))
    file_type = values.get("general.file_type")
    tokens = values.get("tokenizer.ggml.tokens", 0)
    return GgufHeader(
        name=str(values.get("general.name", "") or Path(content.name).stem),
        architecture=architecture,
        parameters=content.parameters,
        quantization=FILE_TYPES.get(file_type if isinstance(file_type, int) else -1)
        or max(types, key=lambda t: types[t]),
        context_length=number("context_length"),
        layers=number("block_count"),
        heads=heads,
        embedding_size=embedding,
        vocabulary=tokens if isinstance(tokens, int) else len(tokens) if isinstance(tokens, tuple) else 0,
        key_size=kv_heads * (number("attention.key_length") or head_size),
        value_size=kv_heads * (number("attention.value_length") or head_size),
        chat_template=str(values.get("tokenizer.chat_template", "")),
        licence=str(values.get("general.license", "")),
        file_size=content.file_size,
        tensor_bytes=content.tensor_bytes,
        tensors=content.tensors,
        values=values,
    )


def _mean(value: Value) -> float:
    if isinstance(value, tuple):
        return sum(value) / len(value) if value else 0.0
    return float(value) if isinstance(value, (int, float)) else 0.0


_SPARSE = 64 << 20
"""Bytes; below them a file system may keep a file in fewer blocks than it has bytes."""

_hashes: dict[tuple[tuple[str, int, int, int], ...], str] = {}


def sha256(path: Path, *, on_progress: Callable[[float], None] | None = None, cancel: CancelToken | None = None) -> str:
    """SHA-256 of a model's file, 64 hexadecimal digits; of several parts, that of their bytes in order.

    Remembered in this process while size, time and inode stay the same. `on_progress` gets the fraction that is done,
    0…1. Raises `ModelError` if a file cannot be read.
    """
    return _sha256(path.name, files_of(path), on_progress, cancel)


def sha256_of_file(path: Path, *, cancel: CancelToken | None = None) -> str:
    """SHA-256 of this file alone, whether it is a part of a model or all of it. See `sha256`."""
    return _sha256(path.name, (path,), None, cancel)


def _sha256(
    name: str, files: Sequence[Path], on_progress: Callable[[float], None] | None, cancel: CancelToken | None
) -> str:
    try:
        key = tuple(_identity(file) for file in files)
        if key not in _hashes:
            _hashes[key] = _digest(files, sum(size for _, size, _, _ in key), on_progress, cancel)
    except OSError as error:
        raise ModelError(Said("{name} cannot be read: {reason}.", name=name, reason=error.strerror or error)) from error
    return _hashes[key]


def trust(path: Path, digest: str) -> None:
    """Take a file's SHA-256 from somebody who hashed it before and knows that it did not change since."""
    files = files_of(path)
    if len(files) == 1:
        _hashes[(_identity(files[0]),)] = digest


def _identity(file: Path) -> tuple[str, int, int, int]:
    status = file.stat()
    return str(file.resolve()), status.st_size, status.st_mtime_ns, status.st_ino


def _digest(
    files: Sequence[Path], size: int, on_progress: Callable[[float], None] | None, cancel: CancelToken | None
) -> str:
    digest = hashlib.sha256()
    done = 0
    for path in files:
        with path.open("rb", buffering=0) as file:
            while block := file.read(1 << 22):
                digest.update(block)
                done += len(block)
                if cancel is not None:
                    cancel.check()
                if on_progress is not None:
                    on_progress(min(1.0, done / max(size, 1)))
    return digest.hexdigest()
