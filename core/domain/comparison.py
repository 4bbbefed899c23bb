"""Prompts × models × seeds on the same rows: what was asked, and what each combination scored."""

import hashlib
from dataclasses import dataclass, field

from core.domain.certificate import PairedGain
from core.domain.prompt import Prompt
from core.domain.runspec import ModelRef, Role
from core.domain.scoring import Verdict


@dataclass(frozen=True, slots=True)
class Contestant:
    """A prompt with the name that a person knows it by."""

    name: str
    prompt: Prompt


@dataclass(frozen=True, slots=True)
class ComparisonSpec:
    """What is compared, on the leading `rows` validation rows (0: all). At `temperature` 0 seeds mean nothing.

    `helpers` are the models that the task's metric asks: one judge for all, or scores could not be held together.
    """

    task: str
    task_fingerprint: str
    prompts: tuple[Contestant, ...]
    models: tuple[ModelRef, ...]
    seeds: tuple[int, ...] = (0,)
    temperature: float = 0.0
    rows: int = 0
    helpers: dict[Role, ModelRef] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CellKey:
    """A combination: places of its prompt and model in the spec, and the seed."""

    prompt: int
    model: int
    seed: int


@dataclass(frozen=True, slots=True)
class ComparisonCell:
    """What one combination scored: a search score, never a certificate. Values are 0…1, `low`…`high` 95 %."""

    key: CellKey
    value: float
    low: float
    high: float
    verdicts: tuple[Verdict, ...]
    tokens: int = 0

    @property
    def unparsed(self) -> int:
        """Replies in which no answer was found."""
        return sum(not verdict.parsed for verdict in self.verdicts)


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two cells held against each other on the rows of both: rows won, tied and lost by `after`, and the gain.

    `by_thumbs`: a reply is worth what a person said of it, and only rows on which both replies were judged count.
    """

    before: CellKey
    after: CellKey
    wins: int
    ties: int
    losses: int
    gain: PairedGain
    by_thumbs: bool = False


def reply_id(task_fingerprint: str, verdict: Verdict) -> str:
    """The name under which a person's judgement of a reply is kept: equal replies to a row need only one."""
    text = f"{task_fingerprint}\0{verdict.row}\0{verdict.output}"
    return f"reply:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"
