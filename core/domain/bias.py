"""Label bias as part of an answer: an offset per label, added to what the model says of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LabelBias:
    """Offsets in nats (natural logarithm), one per label; only their differences matter, and their mean is 0.

    The answer is the label with the highest sum of log-probability and offset: it is read off the model's
    probabilities, never written by it.
    """

    labels: tuple[str, ...]
    offsets: tuple[float, ...]

    def choose(self, logprobs: tuple[float, ...]) -> str:
        """The label that these log-probabilities give; the first of equals."""
        sums = [value + offset for value, offset in zip(logprobs, self.offsets, strict=True)]
        return self.labels[max(range(len(sums)), key=sums.__getitem__)]

    @property
    def words(self) -> str:
        """The offsets as people read them, the favoured labels first."""
        pairs = sorted(zip(self.labels, self.offsets, strict=True), key=lambda pair: -pair[1])
        return ", ".join(f"{label} " + f"{offset:+.2f}".replace("-", "−") for label, offset in pairs)
