"""The state of a run: the fold of its events. Live, finished and crashed runs are shown by the same fold."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from core import events as e
from core.domain.candidate import Candidate
from core.domain.example import Split
from core.domain.runspec import RunSpec
from core.domain.scoring import PartialScorecard, Recurring, Scorecard, Verdict

INTERRUPTED = "interrupted"
"""The outcome of a log without an ending that nobody is writing: the process died. It can be resumed."""

RESUMABLE_OUTCOMES = frozenset({"cancelled", "failed", INTERRUPTED})
"""Outcomes after which there is work left."""


@dataclass(slots=True)
class Node:
    """A candidate with everything known of it; `spent` is for its answers."""

    candidate: Candidate
    cards: dict[Split, Scorecard] = field(default_factory=dict)
    dropped: dict[Split, PartialScorecard] = field(default_factory=dict)
    verdicts: dict[Split, dict[int, Verdict]] = field(default_factory=dict)
    blocks: dict[Split, dict[int, tuple[Verdict, ...]]] = field(default_factory=dict)
    spent: e.Cost = field(default_factory=e.Cost)

    def bound(self, split: Split) -> float | None:
        """What it reaches at best (0…1) if it was dropped before its score on a split was known; `None` otherwise."""
        partial = self.dropped.get(split)
        return partial.upper_bound if partial is not None and split not in self.cards else None

    @property
    def card(self) -> Scorecard | None:
        """The scorecard it is judged by on screen: validation if there is one, else that of the search."""
        return self.cards.get(Split.VALIDATION) or self.cards.get(Split.TRAIN)


@dataclass(slots=True)
class Round:
    """One round: the method's notes in it, its candidates, its rejected replies, and the best so far at its end."""

    number: int
    notes: list[e.MethodNoted] = field(default_factory=list)
    candidates: list[str] = field(default_factory=list)
    rejected: list[e.CandidateRejected] = field(default_factory=list)
    best: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A score became known in this round (0: before the first), after so much was spent."""

    candidate: str
    split: Split
    round: int
    calls: int
    tokens: int


@dataclass(slots=True)
class RunState:
    """Everything a run's log says. Only `advance` changes it.

    `notes` and `rejected` are of before the method's first round; later ones are in `rounds`.
    """

    spec: RunSpec | None = None
    nodes: dict[str, Node] = field(default_factory=dict)
    rounds: list[Round] = field(default_factory=list)
    of_rounds: int = 0
    notes: list[e.MethodNoted] = field(default_factory=list)
    rejected: list[e.CandidateRejected] = field(default_factory=list)
    asks: list[e.OptimizerReplied] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    spend: e.Cost = field(default_factory=e.Cost)
    seconds: float = 0.0
    exhausted: str = ""
    ended_early: bool = False
    final: e.FinalChosen | None = None
    biases: dict[str, e.BiasFitted] = field(default_factory=dict)
    ended: e.RunEnded | None = None
    events: int = 0
    recurring: Recurring = field(default_factory=Recurring, compare=False, repr=False)

    @property
    def seeds(self) -> list[Node]:
        """The person's own prompts."""
        return [node for node in self.nodes.values() if node.candidate.is_seed]

    @property
    def best(self) -> str:
        """Id of the final prompt, or of the best one of the search so far; empty before the first score."""
        if self.final is not None:
            return self.final.candidate
        return next((round_.best for round_ in reversed(self.rounds) if round_.best), "")

    @property
    def bias(self) -> e.BiasFitted | None:
        """The label bias that the run ends with, if one made its answers better."""
        return next((fitted for fitted in self.biases.values() if fitted.kept), None)

    @property
    def rejections(self) -> dict[str, int]:
        """How many replies of the optimizer were refused for each reason, the commonest first."""
        rejected = [*self.rejected, *(event for round_ in self.rounds for event in round_.rejected)]
        return dict(Counter(event.reason for event in rejected).most_common())

    @property
    def resumable(self) -> bool:
        """Whether there is work left: it was cancelled, failed, or its process died."""
        return self.ended is None or self.ended.outcome in RESUMABLE_OUTCOMES

    def path(self, candidate: str) -> list[str]:
        """The candidate's line of first parents, seed first."""
        line: list[str] = []
        while candidate and candidate in self.nodes and candidate not in line:
            line.append(candidate)
            parents = self.nodes[candidate].candidate.parents
            candidate = parents[0] if parents else ""
        return line[::-1]


def advance(state: RunState, event: e.Event) -> RunState:  # noqa: C901 - one case per event is the clearest form
    """Fold one event into the state, in place, and return it."""
    state.events += 1
    match event:
        case e.RunStarted(spec=spec):
            state.spec = spec
        case e.CandidateProposed(candidate=candidate):
            state.nodes[candidate.id] = Node(candidate)
            if state.rounds:
                state.rounds[-1].candidates.append(candidate.id)
        case e.CandidateRejected():
            (state.rounds[-1].rejected if state.rounds else state.rejected).append(event)
        case e.OptimizerReplied(spent=spent):
            state.asks.append(event)
            state.spend += spent
        case e.BlockScored(candidate=id_, split=split, verdicts=verdicts, spent=spent):
            _add_block(state.nodes[id_], split, event.block, state.recurring(verdicts))
            state.nodes[id_].spent += spent
            state.spend += spent
        case e.AnswersWeighed(candidate=id_, spent=spent):
            state.nodes[id_].spent += spent
            state.spend += spent
        case e.RowsProbed(spent=spent):
            state.spend += spent
        case e.CandidateScored():
            _add_card(state.nodes[event.candidate], event)
            state.marks.append(_mark(state, event))
        case e.CandidateDropped():
            _drop(state.nodes[event.candidate], event)
        case e.RoundStarted(round=number, of=of):
            state.rounds.append(Round(number))
            state.of_rounds = of
        case e.MethodNoted():
            (state.rounds[-1].notes if state.rounds else state.notes).append(event)
        case e.RoundEnded(best=best):
            state.rounds[-1].best = best
        case e.TimeCheckpointed(seconds=seconds):
            state.seconds = seconds
        case e.BudgetExhausted(limit=limit):
            state.exhausted = limit
        case e.SearchEnded():
            state.ended_early = True
        case e.FinalChosen():
            state.final = event
        case e.BiasFitted(candidate=id_):
            state.biases[id_] = event
        case e.RunEnded():
            state.ended = event
    return state


def _add_block(node: Node, split: Split, block: int, verdicts: tuple[Verdict, ...]) -> None:
    """Verdicts stay in evaluation order, also where a method's minibatch came before the leading rows."""
    blocks = node.blocks.setdefault(split, {})
    follows = not blocks or block > max(blocks)
    blocks[block] = verdicts
    if follows:  # as nearly always; to put all of them in order each time took as long as all the rest
        node.verdicts.setdefault(split, {}).update((verdict.row, verdict) for verdict in verdicts)
        return
    node.verdicts[split] = {verdict.row: verdict for number in sorted(blocks) for verdict in blocks[number]}


def _drop(node: Node, event: e.CandidateDropped) -> None:
    known = tuple(node.verdicts.get(event.split, {}).values())[: event.n]
    node.dropped[event.split] = PartialScorecard(event.split, event.bound, known, event.reason, event.against)


def _add_card(node: Node, event: e.CandidateScored) -> None:
    verdicts = tuple(node.verdicts.get(event.split, {}).values())[: event.n]
    node.cards[event.split] = Scorecard(
        event.split, event.value, event.low, event.high, verdicts, event.collapsed or ""
    )


def _mark(state: RunState, event: e.CandidateScored) -> Mark:
    round_ = state.rounds[-1].number if state.rounds else 0
    return Mark(event.candidate, event.split, round_, state.spend.calls, state.spend.tokens)


def fold(events: Iterable[e.Event]) -> RunState:
    """The state after all of these events."""
    state = RunState()
    for event in events:
        advance(state, event)
    return state
