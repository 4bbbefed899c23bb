"""Label bias for programs that add to the logits of tokens (`logit_bias`).

llama.cpp's server, vLLM and other servers with OpenAI's interface add a number of −100 … 100 to a token's logit before
they choose. With the same large number on every label's token no other token can win, so a reply of one token is the
label with the highest sum of log-probability and offset: the very answer that was scored.
"""

from dataclasses import dataclass

from core.errors import UsageError
from core.events import BiasFitted

_ABOVE_ALL = 60.0
"""Added to every label: logits of real models differ by less, and offsets by far less than what is left to 100."""

_MOST = 100.0


@dataclass(frozen=True, slots=True)
class ExportedBias:
    """Offsets in nats by label, and the request's own fields that give the same answers; none where labels are more
    than a token each."""

    offsets: dict[str, float]
    logit_bias: dict[str, float]
    max_tokens: int = 1
    temperature: float = 0.0


def exported_bias(fitted: BiasFitted) -> ExportedBias:
    """The bias of a run, as other programs take it."""
    offsets = dict(zip(fitted.bias.labels, fitted.bias.offsets, strict=True))
    highest = max(fitted.bias.offsets)
    logits = {
        str(token): round(max(-_MOST, _ABOVE_ALL + offset - highest), 4)
        for token, offset in zip(fitted.tokens, fitted.bias.offsets, strict=bool(fitted.tokens))
    }
    return ExportedBias(offsets, logits)


def need_logit_bias(bias: ExportedBias) -> dict[str, float]:
    """By token. Raises `UsageError` where a label is more than one token: then no single token can stand for it."""
    if not bias.logit_bias:
        raise UsageError(
            "Other programs can be given label bias for labels of one token each only, and this model writes some of "
            "these in several.",
            hint="Export it as json, which names the offsets, or export the prompt alone.",
        )
    return bias.logit_bias
