"""The network: llama.cpp's `llama` architecture, with attention along the branches of packed trees."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from whet_train.shape import Shape

EPSILON = 1e-5
ROPE_BASE = 10_000.0
CHUNK = 128
"""Queries that are attended at once: they need no keys beyond themselves."""
UNSEEN = -1e4


class Norm(nn.Module):
    """Root mean square norm."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))

    def forward(self, x: Tensor) -> Tensor:
        """Of norm 1, times the weight."""
        return functional.rms_norm(x, (x.shape[-1],), self.weight, EPSILON)


class Block(nn.Module):
    """One layer; its parameters bear llama.cpp's names."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        keys = shape.kv_heads * shape.head
        self.attn_norm, self.ffn_norm = Norm(shape.width), Norm(shape.width)
        self.attn_q = matrix(shape.width, shape.width)
        self.attn_k, self.attn_v = matrix(keys, shape.width), matrix(keys, shape.width)
        self.attn_output = matrix(shape.width, shape.width, 0.3)
        self.ffn_gate, self.ffn_up = (matrix(shape.feed_forward, shape.width) for _ in range(2))
        self.ffn_down = matrix(shape.width, shape.feed_forward, 0.3)

    def attended(self, x: Tensor, cosine: Tensor, sine: Tensor, bias: Tensor) -> Tensor:
        """The stream after the attention."""
        shape, (rows, length, _) = self.shape, x.shape
        weight = torch.cat((in_halves(self.attn_q, shape.head), in_halves(self.attn_k, shape.head), self.attn_v))
        heads = functional.linear(self.attn_norm(x), weight).view(rows, length, -1, shape.head).transpose(1, 2)
        query, key, value = heads.split((shape.heads, shape.kv_heads, shape.kv_heads), 1)
        query, key = rotated(query, cosine, sine), rotated(key, cosine, sine)
        mixed = attention(query, key, value.contiguous(), bias).transpose(1, 2).reshape(x.shape)
        return x + functional.linear(mixed, self.attn_output)

    def fed(self, x: Tensor) -> Tensor:
        """The stream after the feed-forward part."""
        normal = self.ffn_norm(x)
        gate, up = functional.linear(normal, self.ffn_gate), functional.linear(normal, self.ffn_up)
        return x + functional.linear(functional.silu(gate) * up, self.ffn_down)


class Network(nn.Module):
    """The whole model, without the last step from states to words."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.token_embd = matrix(shape.vocabulary, shape.width, 0.02 * math.sqrt(shape.width))
        self.blk = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.output_norm = Norm(shape.width)
        frequencies = ROPE_BASE ** (-torch.arange(0, shape.head, 2).float() / shape.head)
        angles = torch.outer(torch.arange(shape.context).float(), frequencies)
        self.cosine, self.sine = angles.cos(), angles.sin()  # no buffers: they stay in fp32

    def forward(self, tokens: Tensor, positions: Tensor, bias: Tensor, chosen: Tensor | None = None) -> Tensor:
        """The last states: of all tokens, or of the chosen ones, numbered through all rows."""
        x = functional.embedding(tokens, self.token_embd)
        cosine, sine = (table[positions].unsqueeze(1) for table in (self.cosine, self.sine))
        *first, last = self.blk
        for block in first:
            x = block.fed(block.attended(x, cosine, sine, bias))
        x = last.attended(x, cosine, sine, bias)
        if chosen is not None:
            x = x.flatten(0, 1).index_select(0, chosen)
        return self.output_norm(last.fed(x))  # type: ignore[no-any-return]

    def logits(self, states: Tensor) -> Tensor:
        """How likely each word is next; the embedding serves both ends."""
        return functional.linear(states, self.token_embd)


def matrix(rows: int, columns: int, scale: float = 1.0) -> nn.Parameter:
    """Random numbers of variance `scale`² / columns."""
    return nn.Parameter(torch.randn(rows, columns) * (scale / math.sqrt(columns)))


def in_halves(weight: Tensor, head: int) -> Tensor:
    """The matrix with each head's even rows before its odd ones.

    RoPE turns neighboring dimensions in llama.cpp's order; halves are turned faster, and attention is the same.
    """
    return weight.view(-1, head // 2, 2, weight.shape[1]).transpose(1, 2).reshape(weight.shape)


def rotated(x: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    """RoPE over the two halves of each head."""
    first, second = x.chunk(2, -1)
    return torch.cat((first * cosine - second * sine, first * sine + second * cosine), -1).to(x.dtype)


def seen(group: Tensor, branch: Tensor) -> Tensor:
    """0 where a token may look, and a large negative number elsewhere."""
    length = group.shape[1]
    causal = torch.ones(length, length, dtype=torch.bool).tril()
    ours = group.unsqueeze(2) == group.unsqueeze(1)
    along = (branch.unsqueeze(1) == 0) | (branch.unsqueeze(1) == branch.unsqueeze(2))
    return torch.zeros(ours.shape).masked_fill(~(causal & ours & along), UNSEEN).unsqueeze(1)


def attention(query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
    """Attention in chunks of queries; query heads that share a key head are one longer list of queries."""
    rows, heads, length, head = query.shape
    shared = heads // key.shape[1]
    query = query.reshape(rows, -1, shared, length, head)
    parts = []
    for start in range(0, length, CHUNK):
        end = min(start + CHUNK, length)
        some = query[:, :, :, start:end].reshape(rows, -1, shared * (end - start), head)
        scores = (some @ key[:, :, :end].transpose(-1, -2)).view(rows, heads, end - start, end)
        weights = torch.softmax(scores.float() * head**-0.5 + bias[:, :, start:end, :end], -1).to(value.dtype)
        mixed = weights.view(rows, -1, shared * (end - start), end) @ value[:, :, :end]
        parts.append(mixed.view(rows, heads, -1, head))
    return torch.cat(parts, 2)
