"""What a GGUF is for, by its header: a language model, a maker of vectors, or something that Whet cannot use."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from core.errors import CapabilityError, ModelError
from core.llm.gguf_cursor import Value
from core.said import Said

if TYPE_CHECKING:
    from core.llm.gguf import GgufHeader


class Purpose(StrEnum):
    """What a usable model can do: write, or only make vectors of texts."""

    LANGUAGE = "language"
    EMBEDDING = "embedding"


_ITSELF: Final = "Choose the file of the model itself."
_ORDINARY: Final = "Choose an ordinary language model."
_TYPES: Final[Mapping[str, tuple[str, str]]] = {
    "adapter": (
        "{name} is a LoRA adapter: it changes another model, and is none itself.",
        "Merge it into its model with other tools, and choose the merged file.",
    ),
    "mmproj": ("{name} is a projector: it lets another model see or hear, and is none itself.", _ITSELF),
    "imatrix": ("{name} is an importance matrix: it helps to quantize a model, and is none itself.", _ITSELF),
    "controlvector": ("{name} is a control vector: it steers another model, and is none itself.", _ITSELF),
}
"""By `general.type`, or by the architecture of older files."""

_SAME: Final = {"clip": "mmproj", "control_vector": "controlvector", "lora": "adapter"}
_PICTURES: Final = (
    "flux", "sd1", "sd2", "sd3", "sdxl", "wan", "ltxv", "hyvid", "hidream", "cosmos", "lumina2", "aura", "chroma",
    "qwen_image", "pixart", "z_image", "omnigen", "vae", "pig",
)  # fmt: skip
_SOUNDS: Final = ("whisper", "wavtokenizer-dec", "parakeet", "kokoro")
_BY_DIFFUSION: Final = ("dream", "llada", "llada-moe", "rnd1")
_VECTORS: Final = ("bert", "gemma-embedding", "llama-embed")
_NOT_LANGUAGE: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    (_PICTURES, "{name} is not a language model: it makes pictures."),
    (_SOUNDS, "{name} is not a language model: it works on sounds."),
    (("t5encoder",), "{name} is only the encoder of a model: it reads texts for other programs and writes none."),
    (("t5",), "{name} reads with an encoder and writes with a decoder, which Whet does not support."),
    (_BY_DIFFUSION, "{name} writes by diffusion, which Whet does not support."),
)
_POOLED: Final = frozenset({1, 2, 3})
_RANKS: Final = 4


def refuse_what_is_no_model(name: str, values: Mapping[str, Value]) -> None:
    """Raise `ModelError`, which says what the file is, unless it is a model that Whet can use.

    `values` are those of the header, `name` is the file's.
    """
    kind, architecture = str(values.get("general.type", "model")), str(values.get("general.architecture", ""))
    found = _TYPES.get(kind) or _TYPES.get(_SAME.get(architecture, architecture))
    if found is not None:
        raise ModelError(Said(found[0], name=name), hint=found[1])
    if kind != "model":
        raise ModelError(
            Said("{name} is not a whole model: it says that it is of the type “{kind}”.", name=name, kind=kind),
            hint=_ITSELF,
        )
    for architectures, sentence in _NOT_LANGUAGE:
        if architecture in architectures:
            raise ModelError(Said(sentence, name=name), hint=_ORDINARY)
    if _pooling(architecture, values) == _RANKS or f"{architecture}.classifier.output_labels" in values:
        raise ModelError(
            Said("{name} only ranks texts: it neither writes nor makes vectors of them.", name=name), hint=_ORDINARY
        )


def purpose_of(header: "GgufHeader") -> Purpose:
    """What a model is for. One whose header says how the vectors of its tokens become one was trained for nothing else,
    even if it could write."""
    causal = header.values.get(f"{header.architecture}.attention.causal", True)
    pooled = _pooling(header.architecture, header.values) in _POOLED
    if pooled or not causal or any(part in header.architecture for part in _VECTORS):
        return Purpose.EMBEDDING
    return Purpose.LANGUAGE


def check_writes(header: "GgufHeader") -> None:
    """Raise `CapabilityError` for a model that only makes vectors."""
    if purpose_of(header) is Purpose.EMBEDDING:
        raise CapabilityError(
            Said("{name} is for embeddings only: it makes vectors of texts and cannot answer.", name=header.name),
            hint="Choose a language model; this one can serve a metric that compares meanings.",
        )


def _pooling(architecture: str, values: Mapping[str, Value]) -> int:
    value = values.get(f"{architecture}.pooling_type", 0)
    return value if isinstance(value, int) else 0
