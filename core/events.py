"""Every durable event of a run, past tense, plain data, without a clock: one JSON object per line.

The same encoding is the run's log on disk, the pipe to the window and the golden file of a test. A run *is* its event
log: `core.state` folds it. What has a clock or a speed is telemetry (`core.engine.protocol`) and is never logged.
"""

from typing import Literal

import msgspec

from core import nested
from core.domain.bias import LabelBias
from core.domain.candidate import Candidate
from core.domain.ending import Evidence
from core.domain.example import Split
from core.domain.runspec import FinalRule, RunSpec
from core.domain.scoring import Verdict
from core.errors import RunError
from core.said import Said, Words

FORMAT = 1
"""Version of the log's format; a log of a newer one is refused with a sentence."""


Outcome = Literal["finished", "budget", "kept", "cancelled", "failed"]
"""How a run ended; a line that says anything else is damaged."""


class Cost(msgspec.Struct, frozen=True):
    """What work cost: requests answered, tokens of their prompts and of their replies."""

    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0

    @property
    def tokens(self) -> int:
        """What a token budget counts: prompt plus reply."""
        return self.prompt_tokens + self.completion_tokens

    def __add__(self, other: "Cost") -> "Cost":
        """Both together."""
        return Cost(
            self.calls + other.calls,
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
        )


class _Event(msgspec.Struct, frozen=True, tag_field="event", omit_defaults=False):
    """Common form: the field `event` names the class."""


class RunStarted(_Event, frozen=True, tag=True):
    """The first event of every log."""

    format: int
    spec: RunSpec


class CandidateProposed(_Event, frozen=True, tag=True):
    """A new node of the trajectory tree."""

    candidate: Candidate


class CandidateRejected(_Event, frozen=True, tag=True):
    """A reply of the optimizer did not become a candidate, or was replaced by a second one. `reason`, in one word:

    "empty"; "untagged" (without the tags that were asked for); "echo" (nothing but lines of the question); "marker" (a
    sign that belongs to the question); "too_long"; "locked" and "placeholder" (one was lost, changed or invented);
    "language" (another script or language than the person's prompt); "label" (answer labels that the task does not
    have); "quotation" (of what nobody said); "leak" (a name, number or input of a single example); "answer" (an answer
    where a prompt was asked for); "question" (a piece of the question to the optimizer); "fragment" (no whole
    sentence); "comment" (it speaks about an instruction instead of giving one); "off_topic" (nothing of the task);
    "cut" (the reply ended at the limit of its length); "unchanged"; "budget" (more words changed than allowed);
    "duplicate" (the same prompt again); "near_duplicate" (hardly another one).
    """

    text: str
    reason: str
    round: int


class OptimizerReplied(_Event, frozen=True, tag=True):
    """The answers to one meta-prompt, before anything was read from them. `ask` counts from 0 within the run.

    `cut`: the places of replies that ended at the limit of their length; left out if there are none.
    """

    ask: int
    purpose: str
    prompt: str
    replies: tuple[str, ...]
    spent: Cost
    cut: tuple[int, ...] | msgspec.UnsetType = msgspec.UNSET

    @property
    def cut_off(self) -> tuple[int, ...]:
        """The places of replies that were cut off."""
        return () if isinstance(self.cut, msgspec.UnsetType) else self.cut


class BlockScored(_Event, frozen=True, tag=True):
    """One prompt judged on up to 16 consecutive rows: the unit of evaluation, of caching and of resuming."""

    candidate: str
    split: Split
    block: int
    verdicts: tuple[Verdict, ...]
    spent: Cost


class RowsProbed(_Event, frozen=True, tag=True):
    """One prompt judged on up to 16 chosen rows, for a method's own decision: these verdicts make no scorecard."""

    candidate: str
    split: Split
    verdicts: tuple[Verdict, ...]
    spent: Cost


class AnswersWeighed(_Event, frozen=True, tag=True):
    """How likely one prompt makes the possible answers to up to 16 consecutive rows; nothing was written, and it is no
    score (`core.lab.soft`). `logprobs`: of each row's answers, in nats; none for a row that does not fit.

    Rows with negative numbers are inputs without content. `written`: which of the task's labels greedy decoding would
    write if it could write nothing else, by place, -1 for a row that does not fit; left out where there are none.
    """

    candidate: str
    split: Split
    rows: tuple[int, ...]
    logprobs: tuple[tuple[float, ...], ...]
    spent: Cost
    written: tuple[int, ...] | msgspec.UnsetType = msgspec.UNSET


class CandidateScored(_Event, frozen=True, tag=True):
    """A candidate has a full scorecard over the first `n` rows of a split.

    `collapsed` is the label that nearly all rows were given (`core.lab.collapse`), left out where there is none.
    `soft` is the mean log-probability of the right label over these rows, in nats, where labels are compared.
    """

    candidate: str
    split: Split
    value: float
    low: float
    high: float
    n: int
    unparsed: int
    collapsed: str | msgspec.UnsetType = msgspec.UNSET
    soft: float | msgspec.UnsetType = msgspec.UNSET


class CandidateDropped(_Event, frozen=True, tag=True):
    """A candidate was not scored beyond `n` rows: it lost a race, or its method set it aside.

    At best it reaches `bound`. `reason` is one of `core.lab.race`: "bound" (it cannot catch up), "margin" (it can
    lead by next to nothing), "evidence" (a paired test says that it will not catch up), where `against` is whoever set
    the mark; or "set_aside" by its method. Of a person's prompt also "budget": nothing was left for its other rows.
    """

    candidate: str
    split: Split
    bound: float
    n: int
    reason: str = "bound"
    against: str = ""


class RoundStarted(_Event, frozen=True, tag=True):
    """Round `round` of at most `of`, counted from 1."""

    round: int
    of: int


class Fact(msgspec.Struct, frozen=True):
    """One named value of a method's own story."""

    name: str
    value: bool | int | float | str | tuple[str, ...]


class MethodNoted(_Event, frozen=True, tag=True):
    """Something in the method's own terms: GPO's edit budget, retrieved prompts, the winner of the step."""

    topic: str
    facts: tuple[Fact, ...]


class RoundEnded(_Event, frozen=True, tag=True):
    """The end of a round. `best` is the best candidate of the search so far; the log is fsynced here."""

    round: int
    best: str


class TimeCheckpointed(_Event, frozen=True, tag=True):
    """Seconds already spent, written in runs with a budget in minutes only, so that resume counts on.

    At round ends, and where a run is paused: the time of a pause is never counted.
    """

    seconds: float


class BudgetExhausted(_Event, frozen=True, tag=True):
    """The search stopped because `limit` ("calls", "tokens", "minutes") was reached."""

    limit: str


class SearchEnded(_Event, frozen=True, tag=True):
    """The person ended the search before its time; the final choice among what it has found follows. `at_once`: by the
    scores that there are, without another call; it is also said in the middle of a final choice.
    """

    at_once: bool | msgspec.UnsetType = msgspec.UNSET


class PromptEdited(_Event, frozen=True, tag=True):
    """A person changed the text of candidate `parent`: it becomes a candidate here, and is scored by the run."""

    parent: str
    text: str


class FinalChosen(_Event, frozen=True, tag=True):
    """The prompt that the run ends with, by the rule of its `RunSpec`. `value` is its score under that rule, 0…1."""

    candidate: str
    rule: FinalRule
    value: float


class BiasFitted(_Event, frozen=True, tag=True):
    """What a prompt's answers are worth with a label bias that was learned on `learned_on` train rows, 0…1.

    On the first `n` rows of a split: `value` with its 95 % interval is with the bias, `alone` the prompt without it, as
    the run reads its answers. `kept`: whether this is what the run ends with beside the prompt alone; of several the
    best is, and none that is not better than the final prompt alone. `tokens`: the model's token for each label, where
    each is a single one of its own: other programs can then add the offsets to the tokens' logits. `compared`:
    the score of comparing the labels without any offsets.
    """

    candidate: str
    bias: LabelBias
    learned_on: int
    split: Split
    value: float
    low: float
    high: float
    alone: float
    n: int
    kept: bool
    tokens: tuple[int, ...] = ()
    compared: float | None = None


class RunEnded(_Event, frozen=True, tag=True):
    """Exactly one per run, and the last. `outcome`: "finished", "budget", "kept" (the person ended the search),
    "cancelled" or "failed".

    For the last two, `code`, `message` and `hint` say why, and the run can be resumed. For the others `evidence` says
    why the search found what it found.
    """

    outcome: Outcome
    code: str = ""
    message: Words = ""
    hint: Words = ""
    evidence: Evidence | msgspec.UnsetType = msgspec.UNSET


STOPPED = RunEnded("cancelled", "cancelled", "The run was stopped.", "It can be resumed at any time.")
"""How a run ends that the person stopped, whether its process still could say so or had to be killed."""

Event = (
    RunStarted
    | CandidateProposed
    | CandidateRejected
    | OptimizerReplied
    | BlockScored
    | RowsProbed
    | AnswersWeighed
    | CandidateScored
    | CandidateDropped
    | RoundStarted
    | MethodNoted
    | RoundEnded
    | TimeCheckpointed
    | BudgetExhausted
    | SearchEnded
    | PromptEdited
    | FinalChosen
    | BiasFitted
    | RunEnded
)

_decoder: nested.Decoder[Event] = nested.Decoder(Event)


def encode(event: Event) -> bytes:
    """One line of JSON, with its newline."""
    return nested.encode(event) + b"\n"


def decode(line: bytes) -> Event:
    """The event of one line. Raises `RunError` if the line is damaged or was written by a newer version."""
    try:
        return _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RunError(
            Said("A line of the run's log cannot be read: {error}.", error=error),
            hint="It is damaged, or was written by a newer version of Whet.",
        ) from error
