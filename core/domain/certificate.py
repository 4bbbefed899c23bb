"""The gain of a run on rows that nothing had seen before, and the sentence that says it."""

from dataclasses import dataclass

from core.domain.bias import LabelBias
from core.domain.runspec import Reading
from core.domain.scoring import Verdict
from core.said import Said, joined

_LEVEL = 0.05


@dataclass(frozen=True, slots=True)
class PairedGain:
    """What the second prompt gained over the first one on the same `n` rows, all in 0…1 (`low` … `high`: 95 %).

    The interval excludes zero exactly when `p_value` < 0.05. `improved` and `worsened` count rows. `method` names the
    test in words.
    """

    difference: float
    low: float
    high: float
    p_value: float
    n: int
    improved: int
    worsened: int
    method: str

    @property
    def certified(self) -> bool:
        """Whether a gain, not only a change, has been shown."""
        return self.low > 0.0


def certified(alone: PairedGain, biased: PairedGain | None) -> tuple[bool, bool]:
    """Whether the gain of a prompt alone and that with label bias are real, both of them with 95 %.

    Two gains give chance two tries, so the smaller p-value must stay below half the level (Holm, Scandinavian Journal
    of Statistics 6, 1979). A prompt alone that changes no row is no try.
    """
    if biased is None:
        return alone.certified, False
    tries = 2 if alone.improved or alone.worsened else 1
    if tries * min(alone.p_value, biased.p_value) >= _LEVEL:
        return False, False
    return alone.certified, biased.certified


@dataclass(frozen=True, slots=True)
class BiasGain:
    """What a prompt's answers with label bias are worth on the sealed test, against the person's prompt alone; in 0…1.

    `candidate` is the prompt that they belong to: the one found, or the person's own.
    """

    candidate: str
    bias: LabelBias
    value: float
    interval: tuple[float, float]
    gain: PairedGain


@dataclass(frozen=True, slots=True)
class Certificate:
    """The person's prompt (`before`) and the prompt found (`after`) on the sealed test, opened once; values in 0…1.

    `candidate` is the id of the prompt found in the run's log, `test_fingerprint` names the rows. A `practice` test is
    that of a sample task, which everybody has and every run may open. `reading`: how the answers were read; generated
    replies are what the exported prompt will give. `before_interval` and `after_interval` are 95 % intervals of the two
    values, each by itself; certificates of earlier versions have none. `stopped_at_label`: replies were ended once
    their label was decided. `with_bias`: what label bias adds, where the run ended with one; its gain has a name of its
    own, as the prompt alone does not give it. `served`: the model was asked on a server.
    """

    run: str
    task: str
    metric: str
    model: str
    model_sha256: str
    candidate: str
    test_fingerprint: str
    before: float
    after: float
    gain: PairedGain
    practice: bool = False
    reading: Reading = Reading.GENERATED
    before_interval: tuple[float, float] | None = None
    after_interval: tuple[float, float] | None = None
    stopped_at_label: bool = False
    with_bias: BiasGain | None = None
    served: bool = False

    @property
    def certified(self) -> bool:
        """Whether the gain of the prompt alone is real as far as 95 % go."""
        return certified(self.gain, self._other)[0]

    @property
    def bias_certified(self) -> bool:
        """Whether the gain with label bias is; no where the run ended with none."""
        return certified(self.gain, self._other)[1]

    @property
    def _other(self) -> PairedGain | None:
        return None if self.with_bias is None else self.with_bias.gain

    @property
    def sentence(self) -> str:
        """The numbers and what they mean, for somebody who has not seen the run."""
        numbers = _numbers(self.before, self.after, self.gain)
        return joined(numbers, self._meaning, self._manner, self.bias_sentence, self._place, self._use)

    @property
    def bias_sentence(self) -> str:
        """What the answers with label bias are worth; empty where the run ended with none."""
        if self.with_bias is None:
            return ""
        found = self.with_bias
        numbers = _numbers(self.before, found.value, found.gain)
        return joined(
            Said("With label bias: {numbers}", numbers=numbers),
            "" if self.bias_certified else "No gain with label bias is certified.",
        )

    @property
    def _meaning(self) -> str:
        if self.certified:
            return ""
        if self.gain.certified:
            return "The gain of the prompt alone is not certified: of two gains, chance makes one more often."
        if self.gain.high < 0:
            return "The prompt found is worse than yours."
        if not self.gain.improved and not self.gain.worsened:
            return "No row is answered better or worse than by your prompt."
        return "No gain is certified: chance alone may make this difference."

    @property
    def _manner(self) -> str:
        if self.reading is Reading.GENERATED:
            return "Replies were ended once their label was decided." if self.stopped_at_label else ""
        return "Answers were read by comparing the labels' probabilities; written replies may differ."

    @property
    def _place(self) -> str:
        return "The model was asked on a server, which may change: its answers of then are kept." if self.served else ""

    @property
    def _use(self) -> str:
        if self.practice:
            return "This is a practice task: every run may open its sealed test."
        return "The sealed test was used once."


@dataclass(frozen=True, slots=True)
class SealedFlip:
    """A sealed row that the two prompts of a certificate answered with different scores; kept once it is opened."""

    row: int
    input: str
    answers: tuple[str, ...]
    before: Verdict
    after: Verdict

    @property
    def fixed(self) -> bool:
        """Whether the prompt found is the better one here."""
        return self.after.score > self.before.score


def _numbers(before: float, after: float, gain: PairedGain) -> Said:
    return Said(
        "{before} → {after} %: {points} points (95 % interval {low} … {high}, n = {n}, {p}).",
        before=f"{100 * before:.1f}",
        after=f"{100 * after:.1f}",
        points=_points(gain.difference),
        low=_points(gain.low),
        high=_points(gain.high),
        n=gain.n,
        p=_p(gain.p_value),
    )


def _points(share: float) -> str:
    """Signed percentage points; enough digits that a value other than zero does not read as zero."""
    value = 100 * share
    text = next((text for digits in (1, 2, 3) if float(text := f"{value:+.{digits}f}") != 0), "+0.0")
    return text.replace("-", "−")


def _p(value: float) -> str:
    if value < 0.001:
        return "p < 0.001"
    text = f"{value:.3f}"
    return f"p = {value:.4f}" if text == "0.050" else f"p = {text}"
