"""The two sizes of the model."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a model is, and with how many rows of `context` tokens a step trains it."""

    title: str
    vocabulary: int
    width: int
    layers: int
    heads: int
    kv_heads: int
    feed_forward: int
    context: int
    rows: int

    @property
    def head(self) -> int:
        """Width of one attention head."""
        return self.width // self.heads

    @property
    def tokens(self) -> int:
        """Tokens of one step, padding included."""
        return self.rows * self.context


BUNDLED = Shape("Whet demonstration model", 2048, 256, 6, 4, 2, 768, context=384, rows=20)
TINY = Shape("Whet tiny model", 1024, 128, 4, 4, 2, 320, context=384, rows=10)
SHAPES = {"bundled": BUNDLED, "tiny": TINY}
