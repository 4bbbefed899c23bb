"""Everything needed to repeat a run."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

import msgspec

from core.domain.params import ParamValue, as_values
from core.domain.prompt import Prompt
from core.domain.search import SearchSettings, divided, former
from core.domain.served import Served
from core.domain.writer import WriterProfile
from core.said import as_said

__all__ = [
    "ROLE_WORDS",
    "Budget",
    "FinalRule",
    "ModelRef",
    "ModelSettings",
    "Origin",
    "ParamValue",
    "Racing",
    "Reading",
    "Role",
    "RunSpec",
]


class Role(StrEnum):
    """What a model does in a run. One model may have several roles."""

    TASK = "task"
    OPTIMIZER = "optimizer"
    JUDGE = "judge"
    EMBEDDER = "embedder"


ROLE_WORDS: Final = {
    Role.TASK: as_said("task"),
    Role.OPTIMIZER: as_said("writer"),
    Role.JUDGE: as_said("judge"),
    Role.EMBEDDER: as_said("embedder"),
}
"""What a role is called for people; files and options have its value."""


class FinalRule(StrEnum):
    """How the final prompt is chosen.

    `search_score`: the best score of the search (ties: the person's own prompt, then where labels are compared the one
    that makes the right ones likelier, then fewer words, then the earlier).
    `validation`: the best few of the search and the person's own are scored on validation rows that the search has not
    seen; the person's own stays unless it is beaten.
    """

    SEARCH_SCORE = "search_score"
    VALIDATION = "validation"


class Reading(StrEnum):
    """How the task model answers: by writing, or by comparing the log-probabilities of the labels."""

    GENERATED = "generated"
    CHOICES = "choices"


class Racing(StrEnum):
    """When a proposal is not scored to its end (`core.lab.race`).

    `exact`: only if it cannot become the best any more. `statistical`: also if paired evidence says that it will not
    end more than a point above the best, or cannot; a race loses its best prompt so with probability 0.05 at most.
    """

    EXACT = "exact"
    STATISTICAL = "statistical"


@dataclass(frozen=True, slots=True)
class Budget:
    """Limits of a run; `None` is no limit. Calls are requests answered, tokens are prompt plus reply tokens."""

    calls: int | None = None
    tokens: int | None = None
    minutes: float | None = None


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """How a local model is loaded. Measured once, stored, and used again on resume: results depend on them.

    `lanes`: sequences decoded together. `batch`: tokens per decode call. `gpu_layers`: -1 is all of them.
    `repack`: llama.cpp's extra buffer types (AMX, weight repacking); off where they crash.
    """

    context: int = 4096
    lanes: int = 16
    batch: int = 512
    threads: int = 0
    gpu_layers: int = 0
    flash_attention: bool = False
    unified_kv: bool = False
    repack: bool = True


@dataclass(frozen=True, slots=True)
class ModelRef:
    """A model by what it is, never by where it lies. `server` is missing where it is a file; where it is not,
    `sha256` is of the answers by which it is recognized."""

    name: str
    sha256: str
    settings: ModelSettings = field(default_factory=ModelSettings)
    server: Served | msgspec.UnsetType = msgspec.UNSET

    @property
    def is_served(self) -> bool:
        """Whether it is asked on a server, which may change."""
        return self.server is not msgspec.UNSET


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a branch began: with this candidate of an earlier run. `edited`: with its text as a person changed it."""

    run: str
    candidate: str
    edited: bool = False

    @property
    def words(self) -> str:
        """As a sentence."""
        how = "an edited " if self.edited else ""
        return f"Branched from run {self.run}, {how}candidate {self.candidate}."


@dataclass(frozen=True, slots=True)
class RunSpec:
    """Everything needed to repeat a run; serializable, without paths or clocks.

    `task_fingerprint` names the train and validation rows, `test_fingerprint` the sealed ones (empty: none).
    `writer` is what was known of the model that writes, if the run goes by it.
    `params` are the method's parameters by name, all of them, defaults included. `origin` is left out of a run that is
    no branch: its log reads as before there were branches. `search` is missing in runs from before there was one: then
    its settings stand among `params`. Read both through `settings` and `own_params`.

    `stop_at_label`: written replies end once their label is decided (`core.metrics.deciding`). `label_bias`: offsets of
    labels are learned for the final prompt (`core.lab.bias`). Both are left out where they are off.
    """

    task: str
    task_fingerprint: str
    test_fingerprint: str
    seed_prompts: tuple[Prompt, ...]
    models: dict[Role, ModelRef]
    method: str
    params: dict[str, ParamValue]
    final_rule: FinalRule = FinalRule.VALIDATION
    reading: Reading = Reading.GENERATED
    racing: Racing = Racing.EXACT
    seed: int = 0
    budget: Budget = field(default_factory=Budget)
    whet: str = ""
    origin: Origin | msgspec.UnsetType = msgspec.UNSET
    writer: WriterProfile | msgspec.UnsetType = msgspec.UNSET
    stop_at_label: bool | msgspec.UnsetType = msgspec.UNSET
    label_bias: bool | msgspec.UnsetType = msgspec.UNSET
    search: SearchSettings | msgspec.UnsetType = msgspec.UNSET

    @property
    def stops_at_label(self) -> bool:
        """Whether written replies end once their label is decided."""
        return self.stop_at_label is True

    @property
    def learns_label_bias(self) -> bool:
        """Whether offsets of labels are learned for the final prompt."""
        return self.label_bias is True

    @property
    def settings(self) -> SearchSettings:
        """How the run searches."""
        return former(self.params) if isinstance(self.search, msgspec.UnsetType) else self.search

    @property
    def own_params(self) -> dict[str, ParamValue]:
        """The parameters that are the method's own."""
        return divided(self.params)[0]

    @property
    def all_params(self) -> dict[str, ParamValue]:
        """The method's own parameters and the settings of the search, by name: what a person may choose."""
        return {**self.own_params, **as_values(self.settings)}

    @property
    def profile(self) -> WriterProfile | None:
        """What is known of the model that writes, if the run goes by it."""
        return None if isinstance(self.writer, msgspec.UnsetType) else self.writer

    @property
    def branched_from(self) -> Origin | None:
        """The run and candidate that this run goes on from, if it is a branch."""
        return None if isinstance(self.origin, msgspec.UnsetType) else self.origin
