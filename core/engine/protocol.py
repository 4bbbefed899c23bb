"""What the engine process and its clients say to each other: one JSON object per line, both ways.

Clients write commands to the engine's stdin. The engine writes two kinds of lines to stdout: durable events of the run
(`core.events`, field `event`), exactly as they are logged, and messages (field `message`), which carry clocks and
speeds and are never logged. End of stdin means that the client is gone: cancel and exit.
"""

import msgspec

from core.domain.certificate import Certificate
from core.domain.comparison import Cell, CellKey, Contestant, Contrast
from core.domain.editing import Edit
from core.domain.example import Example
from core.domain.outlook import Outlook
from core.domain.prompt import Prompt
from core.domain.review import SentenceReview
from core.domain.runspec import Budget, FinalRule, ModelSettings, Origin, ParamValue, Racing, Reading, Role, RunSpec
from core.domain.scoring import Verdict
from core.domain.task import AnswerContract
from core.errors import EngineError
from core.events import Event
from core.llm.base import HeardToken

VERSION = 1

CANCELLED = "cancelled"
"""The code of a `Failed` that the person asked for."""


class _Command(msgspec.Struct, frozen=True, tag_field="command"):
    pass


class Prepare(_Command, frozen=True, tag=True):
    """Turn what a person chose into a complete `RunSpec`: hash, probe and measure the models. Answer: `Prepared`.

    `models` are paths by role. An empty `preset` takes the method's first; `params` override it by name (text is
    converted). `settings` are those of `ModelSettings` that the person chose, by name; the others are measured.
    An absent `final_rule` or `racing` is the preset's. `locked` are spans that stay word for word in every seed prompt
    that has them. `until` is a time of this machine's clock, “07:00”: the run has the minutes from its preparation on.
    `prompts` are whole ones, with their demonstrations, before the `seed_prompts`; `origin` is where a branch began.
    """

    task_folder: str
    models: dict[Role, str]
    method: str = "gpo"
    preset: str = ""
    params: dict[str, ParamValue] = {}
    seed_prompts: tuple[str, ...] = ()
    budget: Budget = Budget()
    seed: int = 0
    final_rule: FinalRule | None = None
    reading: Reading = Reading.GENERATED
    racing: Racing | None = None
    settings: dict[str, ParamValue] = {}
    locked: tuple[str, ...] = ()
    until: str = ""
    prompts: tuple[Prompt, ...] = ()
    origin: Origin | None = None


class Preflight(_Command, frozen=True, tag=True):
    """Score a handful of prompts before a run: does the prompt matter, and what will it cost? Answer: `Preflown`.

    `spec` is that of a `Prepared`. Answers are kept for the `workspace`, if one is named.
    """

    spec: RunSpec
    task_folder: str
    models: dict[Role, str]
    workspace: str = ""


class Run(_Command, frozen=True, tag=True):
    """Run, or resume, the run in this folder, which holds a `spec.json`. Events follow, the last is `RunEnded`.

    With `end_early` the search ends where its log does, and the best of what was tried is chosen.
    """

    run_folder: str
    task_folder: str
    models: dict[Role, str]
    end_early: bool = False


class Pause(_Command, frozen=True, tag=True):
    """Let the run that is going on wait before its next call. `Progressed.paused` says that it does."""


class GoOn(_Command, frozen=True, tag=True):
    """Let a paused run go on."""


class EndSearch(_Command, frozen=True, tag=True):
    """End the search of the run that is going on before its next call, and choose among what it has found."""


class SubmitEdit(_Command, frozen=True, tag=True):
    """Take a person's prompt into the run that is going on, or is paused. `EditDeclined` says that it cannot be."""

    edit: Edit


class Certify(_Command, frozen=True, tag=True):
    """Open the sealed test for a finished run, once. Answer: `Certified`.

    Replies are generated, as the exported prompt will run; with another `reading` the certificate's sentence says so.
    """

    run_folder: str
    task_folder: str
    models: dict[Role, str]
    reading: Reading = Reading.GENERATED


class WeighSentences(_Command, frozen=True, tag=True):
    """Score the final prompt without each of its sentences, on all validation rows. Answer: `SentencesWeighed`."""

    run_folder: str
    task_folder: str
    models: dict[Role, str]


class Rate(_Command, frozen=True, tag=True):
    """Score candidates of a run on all validation rows, outside its budget and log. Answer: `Rated`."""

    run_folder: str
    task_folder: str
    models: dict[Role, str]
    candidates: tuple[str, ...]


class TryRows(_Command, frozen=True, tag=True):
    """Ask a prompt about a few train rows and judge the replies, outside of any run. Answer: `RowsTried`.

    `start` is the first row's place among them. A named `metric` judges, with `metric_options`, and an `answer`
    contract holds, instead of the task's own. Answers are kept for the `workspace`, if one is named.
    """

    task_folder: str
    models: dict[Role, str]
    prompt: str = ""
    rows: int = 3
    start: int = 0
    reading: Reading = Reading.GENERATED
    settings: dict[str, ParamValue] = {}
    metric: str = ""
    metric_options: dict[str, ParamValue] = {}
    answer: AnswerContract | None = None
    workspace: str = ""


class Inspect(_Command, frozen=True, tag=True):
    """What a GGUF says of itself, and whether it fits. Answer: `Inspected`."""

    path: str


class Measure(_Command, frozen=True, tag=True):
    """Measure a model's settings again, apart from those chosen by name; later runs use what comes out. Answer:
    `Measured`."""

    path: str
    settings: dict[str, ParamValue] = {}


class FindModels(_Command, frozen=True, tag=True):
    """The models of other programs on this machine, those in `folders`, and `files`. Answer: `ModelsFound`.

    With `verify` every file is compared with the SHA-256 that its place promises, which takes as long as reading it.
    """

    folders: tuple[str, ...] = ()
    verify: bool = False
    files: tuple[str, ...] = ()


class Download(_Command, frozen=True, tag=True):
    """Fetch a model; naming an address allows its host, and to be redirected to the hosts in `allow`.

    Answer: `Downloaded`.
    """

    url: str
    folder: str
    sha256: str = ""
    allow: tuple[str, ...] = ()


class Compare(_Command, frozen=True, tag=True):
    """Score prompts × models (paths) × seeds on the task's leading `rows` validation rows (0: all).

    Cells are kept in `file`; those that are there already are not scored again. Answers: `CellScored`…, `Compared`.
    """

    file: str
    task_folder: str
    prompts: tuple[Contestant, ...]
    models: tuple[str, ...]
    seeds: tuple[int, ...] = (0,)
    temperature: float = 0.0
    rows: int = 0
    helpers: dict[Role, str] = {}
    """Models that the task's metric asks: a judge, an embedding model."""

    settings: dict[str, dict[str, ParamValue]] = {}
    """How a model is to be loaded where the person chose it, by its path."""


class Weigh(_Command, frozen=True, tag=True):
    """Hold one cell of a comparison against another, by the metric or by thumbs (1, -1 by reply). Answer: `Weighed`."""

    file: str
    task_folder: str
    before: CellKey
    after: CellKey
    by_thumbs: bool = False
    thumbs: dict[str, int] = {}


class Ask(_Command, frozen=True, tag=True):
    """Put a prompt about one row to models (paths), one after the other, and hear each reply token by token.

    With a task its contract, placement and metric apply: the reply is judged if the row has an answer. Nothing is kept.
    Answers, for each model by its place: `AskRendered`, `TokenHeard`…, `Answered`. `alternatives` are reported per
    token; `reasoning_cap` bounds a thought's tokens (`None`: no bound, 0: no thought).
    """

    prompt: str
    models: tuple[str, ...]
    example: Example = Example(0, "", ())
    task_folder: str = ""
    max_tokens: int = 256
    temperature: float = 0.0
    top_p: float = 1.0
    seed: int = 0
    alternatives: int = 5
    reasoning_cap: int | None = None
    settings: dict[str, dict[str, ParamValue]] = {}
    """How a model is to be loaded where the person chose it, by its path."""


class ShowCall(_Command, frozen=True, tag=True):
    """Show one call of a run exactly: of `candidate` on the dataset's row `row`, or, without a candidate, the question
    `ask` to the optimizer. Answer: `CallShown`."""

    run_folder: str
    task_folder: str
    models: dict[Role, str]
    candidate: str = ""
    row: int = 0
    ask: int = 0


class Cancel(_Command, frozen=True, tag=True):
    """Stop what is going on; the run's log gets its ending."""


class Quit(_Command, frozen=True, tag=True):
    """Cancel and exit."""


Command = (
    Prepare
    | Preflight
    | Run
    | Certify
    | Rate
    | WeighSentences
    | TryRows
    | Inspect
    | Measure
    | FindModels
    | Download
    | Compare
    | Weigh
    | Ask
    | ShowCall
    | Pause
    | GoOn
    | EndSearch
    | SubmitEdit
    | Cancel
    | Quit
)

AtOnce = Pause | GoOn | EndSearch | SubmitEdit | Cancel
"""What is meant for the work that is going on: it is not queued, and gets no `Idle` of its own."""


class _Message(msgspec.Struct, frozen=True, tag_field="message"):
    pass


class Ready(_Message, frozen=True, tag=True):
    """The first line of the engine."""

    protocol: int
    whet: str
    pid: int


class Prepared(_Message, frozen=True, tag=True):
    """The complete spec, with what it was measured on and what can be said of the run (`calls` are an upper bound)."""

    spec: RunSpec
    calls: int
    machine: str
    notes: tuple[str, ...] = ()
    outlook: Outlook | None = None


class Preflown(_Message, frozen=True, tag=True):
    """The outlook with what a pre-flight measured."""

    outlook: Outlook
    sentences: tuple[str, ...]


class Inspected(_Message, frozen=True, tag=True):
    """A model file's header in words, and whether it fits into memory ("fits", "partly", "too big")."""

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


class MeasuredTrial(msgspec.Struct, frozen=True):
    """Settings, and the milliseconds that a small step took with them."""

    settings: ModelSettings
    ms: float


class Measured(_Message, frozen=True, tag=True):
    """The settings that runs with this model will use, and the trials, the suggested settings first."""

    settings: ModelSettings
    trials: tuple[MeasuredTrial, ...]


class ListedModel(msgspec.Struct, frozen=True):
    """A model on this machine: what it is called, by whom, and what its header says; or the `problem` with it.

    `needed` and `available` are bytes of memory, with `settings`, which are those that suit it here. `template` says
    whether the file has a chat template.
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
    """What `TryRows` found, and what it cost; `of` is the number of train rows there are."""

    rows: tuple[TriedRow, ...]
    of: int
    calls: int
    tokens: int
    seconds: float


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
    `least_calls` and `most_calls` (0: unknown). `paused`: it waits.
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
    | ModelsFound
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

_encoder = msgspec.json.Encoder()
_commands: msgspec.json.Decoder[Command] = msgspec.json.Decoder(Command)
_messages: msgspec.json.Decoder[Message] = msgspec.json.Decoder(Message)
_events: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


def encode(line: Command | Message) -> bytes:
    """One line of JSON, with its newline."""
    return _encoder.encode(line) + b"\n"


def decode_command(line: bytes) -> Command:
    """Raises `EngineError` for anything that is not a command."""
    try:
        return _commands.decode(line)
    except msgspec.DecodeError as error:
        raise EngineError(f"The engine was sent something that is not a command: {error}.") from error


def decode_output(line: bytes) -> Event | Message:
    """A line of the engine's stdout. Raises `EngineError` for anything else."""
    decoder = _messages if line.startswith(b'{"message"') else _events
    try:
        return decoder.decode(line)
    except msgspec.DecodeError as error:
        raise EngineError(f"The engine said something that is not understood: {error}.") from error
