"""What the engine process says that is no event of a run: answers, progress, and what went wrong."""

import msgspec

from core.domain.certificate import Certificate
from core.domain.comparison import Cell, Contrast
from core.domain.editing import Edit
from core.domain.outlook import Outlook
from core.domain.review import SentenceReview
from core.domain.runspec import ModelSettings, RunSpec
from core.domain.scoring import Verdict
from core.domain.writer import WriterProfile
from core.engine.protocol.served import ServersFound, ServersInspected
from core.llm.base import HeardToken

VERSION = 1

CANCELLED = "cancelled"
"""The code of a `Failed` that the person asked for."""


class _Message(msgspec.Struct, frozen=True, tag_field="message"):
    pass


class Ready(_Message, frozen=True, tag=True):
    """The first line of the engine."""

    protocol: int
    whet: str
    pid: int


class Prepared(_Message, frozen=True, tag=True):
    """The complete spec, with what it was measured on and what can be said of the run (`calls` are an upper bound).

    `unknown_writer`: the file of the model that will write prompts, if it was never tried (`ProfileWriter`).
    """

    spec: RunSpec
    calls: int
    machine: str
    notes: tuple[str, ...] = ()
    outlook: Outlook | None = None
    unknown_writer: str = ""


class Preflown(_Message, frozen=True, tag=True):
    """The outlook with what a pre-flight measured."""

    outlook: Outlook
    sentences: tuple[str, ...]


class Inspected(_Message, frozen=True, tag=True):
    """A model file's header in words, and whether it fits into memory ("fits", "partly", "too big"). `purpose` is a
    `core.llm.kinds.Purpose`; `form_words` say if conversations are written for it in a form not its own."""

    name: str
    architecture: str
    parameters: int
    quantization: str
    context: int
    sha256: str
    file_bytes: int
    licence: str
    fit: str
    fit_words: str
    settings: ModelSettings
    purpose: str = "language"
    form_words: str = ""


class MeasuredTrial(msgspec.Struct, frozen=True):
    """Settings, and the milliseconds that a small step took with them, by the clock and of processor time."""

    settings: ModelSettings
    ms: float
    cpu_ms: float = 0.0


class SpedUp(_Message, frozen=True, tag=True):
    """A faster copy of a model: its type, about its size in bytes, its file, and whether it is there now."""

    kind: str
    size: int
    path: str
    is_there: bool


class Profiled(_Message, frozen=True, tag=True):
    """What a model is worth as a writer, and the same as a sentence."""

    profile: WriterProfile
    sentence: str


class Measured(_Message, frozen=True, tag=True):
    """The settings that runs with this model will use, and the trials, the suggested settings first.

    `busy`: other programs used the processor meanwhile, so the next run on a quiet machine measures again.
    """

    settings: ModelSettings
    trials: tuple[MeasuredTrial, ...]
    busy: bool = False


class ListedModel(msgspec.Struct, frozen=True):
    """A model on this machine: what it is called, by whom, and what its header says; or the `problem` with it.

    `needed` and `available` are bytes of memory, with `settings`, which are those that suit it here. `template` says
    whether the file has a chat template, `form_words` what is done if it has none that works, `purpose` what the model
    is for (`core.llm.kinds.Purpose`).
    """

    path: str
    name: str
    source: str
    parameters: int = 0
    quantization: str = ""
    context: int = 0
    file_bytes: int = 0
    licence: str = ""
    fit: str = ""
    fit_words: str = ""
    verified: bool = False
    problem: str = ""
    architecture: str = ""
    template: bool = False
    needed: int = 0
    available: int = 0
    settings: ModelSettings = ModelSettings()
    purpose: str = "language"
    form_words: str = ""


class ModelsFound(_Message, frozen=True, tag=True):
    """What `FindModels` found, by place and name."""

    models: tuple[ListedModel, ...]


class Downloaded(_Message, frozen=True, tag=True):
    """The file of a fetched model; of several parts the first."""

    path: str


class Certified(_Message, frozen=True, tag=True):
    """The certificate as stored in the run's folder, and its sentence."""

    certificate: Certificate
    sentence: str


class SentencesWeighed(_Message, frozen=True, tag=True):
    """What each sentence does, as kept in the run's folder."""

    review: SentenceReview


class TriedRow(msgspec.Struct, frozen=True):
    """One row of `RowsTried`: what was asked and expected, what came back, what was read from it, and its score."""

    row: int
    input: str
    answers: tuple[str, ...]
    reply: str
    extracted: str | None
    score: float
    reason: str = ""


class RowsTried(_Message, frozen=True, tag=True):
    """What `TryRows` found, and what it cost; `of` is the number of train rows there are, `notes` are sentences on the
    models."""

    rows: tuple[TriedRow, ...]
    of: int
    calls: int
    tokens: int
    seconds: float
    notes: tuple[str, ...] = ()


class Rating(msgspec.Struct, frozen=True):
    """A candidate's value on all validation rows, 0…1; the score of each where the value is their mean, else none."""

    candidate: str
    value: float
    rows: tuple[float, ...]


class Rated(_Message, frozen=True, tag=True):
    """What `Rate` found, in the order asked for."""

    ratings: tuple[Rating, ...]


class CellScored(_Message, frozen=True, tag=True):
    """One combination of a comparison, kept in its file."""

    cell: Cell


class Compared(_Message, frozen=True, tag=True):
    """Every combination has been scored."""

    file: str


class Weighed(_Message, frozen=True, tag=True):
    """Two cells held against each other."""

    contrast: Contrast


class AskRendered(_Message, frozen=True, tag=True):
    """What a model reads: its tokens as text, template included. `note` says what else there is to know."""

    model: int
    name: str
    tokens: tuple[str, ...]
    note: str = ""


class TokenHeard(_Message, frozen=True, tag=True):
    """One token of the reply of a model, as it is written."""

    model: int
    heard: HeardToken


class LabelShare(msgspec.Struct, frozen=True):
    """A label, and how likely it is as the whole reply: its log-probability, and its share among all labels (0…1)."""

    label: str
    logprob: float
    share: float


class Answered(_Message, frozen=True, tag=True):
    """A model's whole reply, or the `problem` with it. `seconds` from the question on; `first` until its first token.

    `verdict` judges it by the task's metric; `note` says why there is none although the row has an answer.
    """

    model: int
    text: str = ""
    reasoning: str = ""
    finish: str = ""
    prompt_tokens: int = 0
    reply_tokens: int = 0
    first: float = 0.0
    seconds: float = 0.0
    verdict: Verdict | None = None
    labels: tuple[LabelShare, ...] = ()
    note: str = ""
    problem: str = ""


class CallToken(msgspec.Struct, frozen=True):
    """A token with its text; of a reply also its log-probability (natural logarithm) and what nearly came instead."""

    token: int
    text: str
    logprob: float | None = None
    instead: tuple["CallToken", ...] = ()


class CallShown(_Message, frozen=True, tag=True):
    """What `model` `read` after its chat template, and the raw reply: that of the log where it has one.

    `wrote` are the tokens of the reply, `labels` the scores where labels are read instead; `note` says what of this was
    computed again.
    """

    model: str
    read: tuple[CallToken, ...]
    reply: str
    wrote: tuple[CallToken, ...] = ()
    labels: tuple[LabelShare, ...] = ()
    finish: str = ""
    verdict: Verdict | None = None
    note: str = ""

    @property
    def text(self) -> str:
        """Exactly what was read, as text."""
        return "".join(token.text for token in self.read)


class Progressed(_Message, frozen=True, tag=True):
    """What is going on right now. `fraction` is of the current phase, 0…1; speeds are of the last two seconds. Of the
    run so far: `shared` is the share of prompt tokens computed for several requests at once, `cached` that of the
    answers that were read from disk. `connections` as in `Idle`, for work without calls.

    The run needs `least_seconds` to `remaining_seconds` more if it goes on as it did so far, and ends between
    `least_calls` and `most_calls` (0: unknown). `paused`: it waits. If the search ended now, the final choice would
    take `choice_seconds`. `writing` is the end of what the model that writes prompts has written of a reply so far, for
    those who asked to overhear it.
    """

    phase: str
    fraction: float
    calls: int = 0
    tokens: int = 0
    seconds: float = 0.0
    prompt_tokens_per_second: float = 0.0
    reply_tokens_per_second: float = 0.0
    shared: float = 0.0
    cached: float = 0.0
    remaining_seconds: float | None = None
    connections: tuple[str, ...] = ()
    least_seconds: float | None = None
    least_calls: int = 0
    most_calls: int = 0
    paused: bool = False
    choice_seconds: float | None = None
    writing: str = ""


class EditDeclined(_Message, frozen=True, tag=True):
    """A person's prompt was not taken into the run, and why, in a sentence."""

    edit: Edit
    reason: str


class Logged(_Message, frozen=True, tag=True):
    """A line for the log window. `level` is "debug", "info", "warning" or "error"."""

    level: str
    text: str


class Failed(_Message, frozen=True, tag=True):
    """A command ended with an error. A run's own failure is its `RunEnded` event instead.

    `host` is the address that was refused, if that is why: naming it in `allow` lets it through.
    """

    code: str
    text: str
    kept: str = ""
    hint: str = ""
    host: str = ""


class Idle(_Message, frozen=True, tag=True):
    """The last command is done, well or not; the engine waits for the next.

    `connections` are those that its process has opened to other machines, each allowed by the person; none is the rule.
    """

    connections: tuple[str, ...] = ()


Message = (
    Ready
    | Prepared
    | Preflown
    | Inspected
    | Measured
    | Profiled
    | SpedUp
    | ModelsFound
    | ServersFound
    | ServersInspected
    | Downloaded
    | Certified
    | SentencesWeighed
    | RowsTried
    | Rated
    | CellScored
    | Compared
    | Weighed
    | AskRendered
    | TokenHeard
    | Answered
    | CallShown
    | Progressed
    | EditDeclined
    | Logged
    | Failed
    | Idle
)
