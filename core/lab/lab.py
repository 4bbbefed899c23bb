"""What a method may do: score, ask, compare, take notes. Budget, log, seeds and stopping happen in here.

A method is written in direct style against a `Lab`, as its paper reads. It never checks a budget or a cancel button:
the lab raises `OutOfBudget` or `Cancelled`, which a method must let through.
"""

import random
from collections import Counter
from collections.abc import Callable, Collection, Container, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import pairwise

from msgspec import UNSET

from core.domain.candidate import Candidate, Draft
from core.domain.editing import EDITED, Edit, problems
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.runspec import ParamValue, Role, RunSpec
from core.domain.scoring import UNKNOWN, PartialScorecard, Scorecard, Scored, Verdict
from core.domain.search import SearchSettings
from core.domain.task import Task
from core.errors import RunError
from core.events import (
    AnswersWeighed,
    CandidateDropped,
    CandidateProposed,
    CandidateRejected,
    CandidateScored,
    Event,
    Fact,
    MethodNoted,
    PromptEdited,
    RoundEnded,
    RoundStarted,
    TimeCheckpointed,
)
from core.lab.bench import Bench
from core.lab.by_hand import UNPAID, too_dear, written
from core.lab.collapse import collapse_of
from core.lab.final import ranked
from core.lab.interlude import Interlude
from core.lab.meter import OutOfBudget
from core.lab.proposing.one_line import adapted
from core.lab.proposing.proposer import Proposer, Reply
from core.lab.proposing.question import Proposals, Question
from core.lab.questions import Questions
from core.lab.race import RULES, SET_ASIDE, Leader, Loss, Race, Rule, upper_bound
from core.lab.scorer import BLOCK
from core.lab.similarity import EmbeddingSimilarity, NgramSimilarity, Similarity
from core.lab.soft import SOFT_BLOCK, SoftCard, has_soft_score
from core.lab.stats import scorecard_interval
from core.llm.base import Request, user
from core.metrics import aggregate, metric_of
from core.said import Said, joined

_TOKENS_PER_WORD, _SPARE_TOKENS, _TAG_TOKENS = 3, 48, 16
"""What a word takes at most, and the room for a sentence more, and for its tags."""

_SMALL_WRITERS = range(100_000_000, 3_000_000_000)
"""Parameters of optimizer models that are asked for short replies; those below were trained to stop by themselves."""

Proposal = Prompt | Draft | Candidate
"""What `Lab.score` takes: a person's prompt, a method's proposal, or a candidate that is known already."""

Penalty = Callable[[Prompt], float]
"""What a method subtracts from a prompt's score when it ranks (a penalty for length)."""


Lost = Callable[[Sequence[float]], Loss | None]
"""Whether a prompt with these scores on the first rows need not be scored on the rest."""


def _never(scores: Sequence[float]) -> Loss | None:
    """What is not raced cannot lose."""
    del scores
    return None


def _even(prompt: Prompt) -> float:
    """No penalty."""
    del prompt
    return 0.0


def _soft_blocks(examples: Sequence[Example]) -> list[Sequence[Example]]:
    """What is weighed together: the first block in two halves, as a first look ends between them."""
    starts = [0, SOFT_BLOCK, *range(BLOCK, len(examples), BLOCK)]
    return [examples[start:end] for start, end in pairwise([*starts, len(examples)]) if start < len(examples)]


class Lab:
    """A method's view of a run. `task` holds train and validation rows only; `rng` is the only randomness."""

    def __init__(self, task: Task, spec: RunSpec, bench: Bench) -> None:
        self.task = task
        self.spec = spec
        self.settings = spec.settings
        self.rng = random.Random(spec.seed)
        self._bench = bench
        self._questions = Questions(task, spec, bench)
        self._candidates: dict[str, Candidate] = {}
        self._blocks: dict[tuple[str, Split], dict[int, tuple[Verdict, ...]]] = {}
        self._soft: dict[tuple[str, Split, int], AnswersWeighed] = {}
        self._cards: dict[tuple[Split, int], dict[str, Scored]] = {}
        self._search: tuple[Split, int] | None = None
        self._round = 0
        self._round_open = False
        self._interlude = Interlude(bench.journal, bench.meter, bench.control, bench.cancel, bench.phase)
        self._searching = True
        self._edited: list[Candidate] = []
        self._scoring_edits = False
        self._rule = RULES[spec.racing]
        self._bounded = metric_of(task).mean_of_rows
        self.similarity = self._make_similarity()
        self.refusals: Counter[str] = Counter()
        self.replies = 0
        self._questions_put = 0
        self._proposer = Proposer(task, self.settings, self._replies, self.reject)

    # What a method does

    def score(self, proposals: Sequence[Proposal], *, on: Split = Split.VALIDATION, rows: int = 0) -> list[Scored]:
        """Judge prompts on the first `rows` rows of a split (0: all), in order. Known scores cost nothing.

        Rows are taken in whole blocks of 16 (`core.lab.scorer.BLOCK`) as far as the split reaches.
        """
        examples = self._rows(on, rows)
        scored = [self._score_one(self.candidate(proposal), on, examples) for proposal in proposals]
        return [item for item in scored if item is not None]

    def score_block(self, proposal: Proposal, block: int, *, on: Split = Split.TRAIN) -> tuple[Verdict, ...]:
        """Verdicts on one block of rows (`block` counts from 0): a minibatch. It is no score of the search."""
        rows = self._rows(on, 0)[block * BLOCK : (block + 1) * BLOCK]
        return self._known_block(self.candidate(proposal), on, block, rows)

    def partial_scores(
        self, proposals: Sequence[Proposal], *, on: Split = Split.VALIDATION, rows: int = BLOCK
    ) -> list[float]:
        """Partial scores: the metric over the first `rows` rows of a split, 0…1, in order.

        It is no score: there is no scorecard, and nothing is ranked by it in the end. The answers count when the same
        prompt is scored later.
        """
        examples = self._rows(on, rows)
        looks = [self._collect(self.candidate(proposal), on, examples, _never) for proposal in proposals]
        return [aggregate(verdicts, examples, self.task) for verdicts in looks]

    def race(
        self,
        proposals: Sequence[Proposal],
        *,
        places: int = 1,
        penalty: Penalty = _even,
        barred: Container[str] = (),
        on: Split = Split.VALIDATION,
        rows: int = 0,
    ) -> list[Scored]:
        """As `score`, but a prompt that has lost (`core.lab.race`) is dropped, and left out of the answer.

        With exact racing the best `places` are the same as by `score`, ties included; with statistical racing, the
        run's own choice, they may miss what is hardly better. Ranked is the score less the `penalty`. Every prompt
        answers one block first, and the most promising one is finished first, so that the mark is high early.
        Candidates with an id in `barred` take part and do not set the mark. Metrics that are no mean of rows allow
        neither bound nor test: everything is scored. In a statistical race of labels that are compared, the less
        likely half leaves after eight rows, and again after sixteen.
        """
        examples = self._rows(on, rows)
        candidates = list(dict.fromkeys(self.candidate(proposal) for proposal in proposals))
        candidates = self._screened(candidates, places, on, examples)
        standings = Race(self._rule if self._bounded else Rule(), len(examples), max(1, len(candidates) - 1), places)
        finished: dict[str, Scored] = {}
        for candidate in self._by_promise(candidates, on, examples, penalty):
            allowed = penalty(candidate.prompt)
            scored = self._score_one(candidate, on, examples, partial(standings.loss, penalty=allowed))
            if scored is not None:
                finished[candidate.id] = scored
                if candidate.id not in barred and self._bounded:
                    scores = [verdict.score for verdict in scored.card.verdicts]
                    standings.finish(Leader(candidate.id, scores, allowed))
        return [finished[item.id] for item in candidates if item.id in finished]

    def sample(
        self, candidates: Sequence[Candidate], *, on: Split = Split.VALIDATION, rows: int, of: int = 0
    ) -> list[PartialScorecard]:
        """The verdicts on the first `rows` of the `of` rows (0: all) of a score: for choosing whom to score at all.

        What is known costs nothing. It is no score: it has a type of its own, and nothing here is ranked by it.
        """
        examples = self._rows(on, of)
        return [self._sample_one(candidate, on, examples, len(self._rows(on, rows))) for candidate in candidates]

    def set_aside(self, candidate: Candidate, sampled: PartialScorecard) -> None:
        """Record that a candidate will not be scored on the rows that its sample lacks."""
        self._emit(CandidateDropped(candidate.id, sampled.split, sampled.upper_bound, len(sampled.verdicts), SET_ASIDE))

    def probe(
        self, proposal: Proposal, rows: Collection[int], *, on: Split = Split.VALIDATION
    ) -> Iterator[tuple[Verdict, ...]]:
        """Judge a prompt on chosen rows of a split, in evaluation order, up to 16 at a time; stop reading to stop.

        Probing the same rows again costs again, and a later `score` asks all its rows anew: the bits of an answer may
        depend on what is computed beside it, so only answers of whole blocks make a scorecard.
        """
        candidate = self.candidate(proposal)
        examples = [example for example in self.task.rows(on) if example.row in rows]
        for start in range(0, len(examples), BLOCK):
            self._between()
            yield self._questions.chosen(candidate, on, examples[start : start + BLOCK])

    @cached_property
    def has_soft_score(self) -> bool:
        """Whether `soft_score` means something here: the answers are labels or short, and the metric pays them."""
        return has_soft_score(self.task, self._bench.model(Role.TASK))

    @property
    def weighs_scores(self) -> bool:
        """Whether a row's score is made of its soft score, so that both cost one call: where labels are compared."""
        return self._questions.compares_labels and self.has_soft_score

    def search_calls(self) -> int | None:
        """Calls that the search may still make, what is kept back for the final choice left out; `None`: no limit."""
        return self._bench.meter.search_calls()

    def soft_score(
        self,
        proposals: Sequence[Proposal],
        *,
        on: Split = Split.VALIDATION,
        rows: int = 0,
        calibrate: bool = False,
    ) -> list[SoftCard]:
        """How likely each prompt makes the right answers to the first `rows` rows of a split (0: all), in order.

        One pass over the questions, a call per row, no reply; what is known costs nothing. `rows` go up to the next of
        8, 16, 32, 48 … It is no score: there is no scorecard, and nothing is ranked by it in the end. With `calibrate`
        three inputs without content are asked about as well (`core.lab.soft`). Raises `ValueError` where the task
        `has_soft_score` not.
        """
        if not self.has_soft_score:
            raise ValueError("this task has no soft score: look at `has_soft_score` first")
        return [
            self._soft_card(self.candidate(item), on, self._soft_rows(on, rows), calibrate=calibrate)
            for item in proposals
        ]

    def unweighed(self, candidate: Candidate, *, on: Split, rows: int) -> int:
        """Calls that the soft score of a prompt on so many rows would cost now."""
        blocks = _soft_blocks(self._soft_rows(on, rows))
        return sum(len(block) for block in blocks if (candidate.id, on, block[0].row) not in self._soft)

    def label_tokens(self, candidate: Candidate) -> tuple[int, ...]:
        """The task model's token for each label as a reply, if each is a single one of its own; else nothing."""
        return self._questions.soft.label_tokens(candidate.prompt, self.task.train[0])

    def ask(
        self,
        text: str,
        *,
        n: int = 1,
        temperature: float = 1.0,
        top_p: float = 1.0,
        min_p: float = 0.0,
        max_tokens: int = 512,
        grammar: str = "",
        purpose: str = "propose",
    ) -> list[str]:
        """`n` independent replies of the optimizer model to one user message, each with its own seed.

        `grammar` (GBNF) forces their form where the model can be held to one; elsewhere they come as they are.
        """
        self._between()
        request = Request(user(text), max_tokens, temperature, top_p, min_p, grammar=grammar)
        return list(self._questions.ask(request, n, purpose).replies)

    def propose(self, question: Question, n: int) -> Proposals:
        """Different drafts from `n` replies to a question, checked by one set of guards (`core.lab.proposing`).

        Replies that cannot be used are asked for once more; every loss is recorded, and counted in `refusals`.
        """
        writer = self.spec.profile
        if writer is not None:
            self._questions_put += 1
            question = adapted(question, writer, self._questions_put, self.spec.seed_prompts[0].text)
        return self._proposer.propose(question, n)

    def remark(self, question: Question) -> str:
        """A short text that is no prompt, such as a criticism of one; empty if two replies could not be used."""
        return self._proposer.remark(question)

    def objection(self, prompt: Prompt, current: Prompt) -> str:
        """Why a prompt that code made out of `current` cannot stand, in one word; empty if it can."""
        return self._proposer.objection(prompt, current)

    def rounds(self, n: int) -> Iterator[int]:
        """Count rounds from 1 to `n`, marking their beginnings and ends in the log."""
        for number in range(1, n + 1):
            self.close_round()
            self._round, self._round_open = number, True
            self._emit(RoundStarted(number, n))
            yield number
        self.close_round()

    def candidate(self, proposal: Proposal) -> Candidate:
        """The node of the trajectory tree for a prompt. An equal prompt is the same node, whoever proposed it."""
        if isinstance(proposal, Candidate):
            return proposal
        draft = Draft(proposal) if isinstance(proposal, Prompt) else self._laid_out(proposal)
        known = self._candidates.get(draft.prompt.key)
        if known is not None:
            return known
        made = Candidate(f"c{len(self._candidates)}", draft.prompt, draft.parents, draft.operator, self._round)
        self._candidates[draft.prompt.key] = made
        self._proposer.learn(made.prompt, own=made.is_seed or made.operator == EDITED)
        self._emit(CandidateProposed(made))
        return made

    def _laid_out(self, draft: Draft) -> Draft:
        """A proposal in the layout of the run, where it has worked examples and no layout of its own."""
        free = draft.prompt.demonstrations and draft.prompt.layout is UNSET
        return replace(draft, prompt=draft.prompt.laid_out(self.settings.layout)) if free else draft

    def reject(self, text: str, reason: str) -> None:
        """Record that a reply of the optimizer did not become a candidate, and why, in one word."""
        self.refusals[reason] += 1
        self._emit(CandidateRejected(text, reason, self._round))

    def note(self, topic: str, **facts: ParamValue | Sequence[str]) -> None:
        """Record something in the method's own terms, for its panel in the window."""
        self._emit(
            MethodNoted(
                topic,
                tuple(
                    Fact(name, value if isinstance(value, bool | int | float | str) else tuple(value))
                    for name, value in facts.items()
                ),
            )
        )

    def rows(self, split: Split, n: int = 0) -> tuple[Example, ...]:
        """The first `n` rows of a split (0: all) in evaluation order; every leading part is a fair sample."""
        rows = self.task.rows(split)
        return rows[:n] if n else rows

    def failures(self, scored: Scored) -> list[tuple[Example, Verdict]]:
        """The rows that a prompt got wrong (score below 1), with its verdicts."""
        by_row = {example.row: example for example in self.task.rows(scored.card.split)}
        return [(by_row[verdict.row], verdict) for verdict in scored.card.verdicts if verdict.score < 1.0]

    def room(self, text: str, max_tokens: int) -> int:
        """Tokens left free in the optimizer's context by this question and its reply; negative: too long."""
        model = self._bench.model(Role.OPTIMIZER)
        thoughts = self.task.contract.thought_tokens
        asked = len(model.render(user(text), reasoning_cap=thoughts).token_ids)
        return model.info.context - max_tokens - thoughts - asked

    def reply_tokens(self, words: int, wanted: int = 0) -> int:
        """Tokens for a reply that replaces a prompt of so many words; `wanted` instead of the run's own limit.

        Small writers ramble where they may: they get little more than the prompt takes.
        """
        most = max(wanted or self.settings.max_tokens, _TOKENS_PER_WORD * words)
        brief = self.settings.short_replies and self.optimizer_parameters in _SMALL_WRITERS
        return min(most, _TOKENS_PER_WORD * words + _SPARE_TOKENS) if brief else most

    @property
    def optimizer_parameters(self) -> int:
        """Size of the optimizer model in parameters; 0 if it does not say."""
        return self._bench.model(Role.OPTIMIZER).info.parameters

    # What the engine does

    def search_by(self, settings: SearchSettings) -> None:
        """Search by other settings than the spec's; before anything was asked."""
        self.settings = settings
        self._proposer = Proposer(self.task, settings, self._replies, self.reject)

    def close_round(self) -> None:
        """End the open round, if there is one: its best candidate, and the time spent so far under a time budget."""
        if not self._round_open:
            return
        self._round_open = False
        best = self.best()
        self._emit(RoundEnded(self._round, best.candidate.id if best else ""))
        if self.spec.budget.minutes is not None:
            self._checkpoint_time()

    def score_edits(self) -> None:
        """The method is done: what a person wrote is scored on the rows that the search ended on, as all others."""
        self._between()
        if self._search is not None:
            on, rows = self._search
            for candidate in written(self._candidates.values()):
                self._score_one(candidate, on, self.task.rows(on)[:rows])

    def finish_edits(self) -> None:
        """The search is over, perhaps in the middle of a person's prompt: what was kept back for the final choice pays
        for the rest, so that it takes part. Where that is not enough it is recorded as dropped.
        """
        if self._search is None:
            return
        on, rows = self._search
        examples = self.task.rows(on)[:rows]
        for candidate in written(self._candidates.values()):
            try:
                self._score_one(candidate, on, examples)
            except OutOfBudget:
                blocks = self._blocks.get((candidate.id, on), {})
                scores = [verdict.score for number in sorted(blocks) for verdict in blocks[number]][:rows]
                bound = upper_bound(scores, rows) if self._bounded else 1.0
                self._emit(CandidateDropped(candidate.id, on, bound, len(scores), UNPAID))

    def close_search(self) -> None:
        """From now on it is too late for a person's prompt, and for ending early: the final choice comes."""
        self._searching = False

    def search_results(self) -> list[Scored]:
        """Everything scored on the rows of the search, in order of appearance."""
        return list(self._cards[self._search].values()) if self._search else []

    def best(self) -> Scored | None:
        """The best candidate of the search so far, `None` before the first score."""
        results = ranked(self.search_results())
        return results[0] if results else None

    # How it is done

    def _rows(self, on: Split, rows: int) -> tuple[Example, ...]:
        examples = self.task.rows(on)
        wanted = -(-rows // BLOCK) * BLOCK if rows else len(examples)
        if not examples:
            raise RunError(
                Said("The task has no {on} rows to score on.", on=on.value), hint="Give the split some rows."
            )
        return examples[:wanted]

    def _soft_rows(self, on: Split, rows: int) -> tuple[Example, ...]:
        return self._rows(on, BLOCK)[:SOFT_BLOCK] if 0 < rows <= SOFT_BLOCK else self._rows(on, rows)

    def _score_one(
        self, candidate: Candidate, on: Split, examples: Sequence[Example], lost: Lost = _never
    ) -> Scored | None:
        place = (on, len(examples))
        if self._round_open or self._search is None:
            self._search = place
        cards = self._cards.setdefault(place, {})
        if candidate.id not in cards:
            verdicts = self._collect(candidate, on, examples, lost)
            if len(verdicts) < len(examples):
                return None
            cards[candidate.id] = Scored(candidate, self._card(candidate, on, verdicts, examples))
        return cards[candidate.id]

    def _sample_one(self, candidate: Candidate, on: Split, examples: Sequence[Example], rows: int) -> PartialScorecard:
        verdicts = self._collect(candidate, on, examples[:rows], _never)
        bound = upper_bound([verdict.score for verdict in verdicts], len(examples)) if self._bounded else 1.0
        return PartialScorecard(on, bound, verdicts)

    def _soft_card(self, candidate: Candidate, on: Split, examples: Sequence[Example], *, calibrate: bool) -> SoftCard:
        soft = self._questions.soft
        sums = [each for block in _soft_blocks(examples) for each in self._weighed(candidate, on, block).logprobs]
        rows = tuple(soft.row(example, each) for example, each in zip(examples, sums, strict=True))
        baseline = self._weighed(candidate, on, soft.without_content()).logprobs if calibrate and soft.labels else ()
        return SoftCard(candidate, on, soft.labels, rows, tuple(filter(None, baseline)), soft.reading)

    def _weighed(self, candidate: Candidate, on: Split, rows: Sequence[Example]) -> AnswersWeighed:
        place = (candidate.id, on, rows[0].row)
        if place not in self._soft:
            self._between()
            self._soft[place] = self._questions.weighed(candidate, on, rows)
        return self._soft[place]

    def _screened(
        self, candidates: list[Candidate], places: int, on: Split, examples: Sequence[Example]
    ) -> list[Candidate]:
        """Those that are worth more than a look, by the soft scores of the first rows, which their scores are made of.

        One more than there are places stays; whose score is known already stays as well.
        """
        if self._rule.alpha <= 0.0 or not self.weighs_scores:
            return candidates
        known = self._cards.get((on, len(examples)), {})
        standing = [candidate for candidate in candidates if candidate.id not in known]
        left = set[str]()
        for rows in (SOFT_BLOCK, BLOCK):
            most = max(places + 1, -(-len(standing) // 2))
            if rows >= len(examples) or len(standing) <= most:
                break
            cards = self.soft_score(standing, on=on, rows=rows)
            cards.sort(key=lambda card: card.place)
            for card in cards[most:]:
                left.add(card.candidate.id)
                self._emit(CandidateDropped(card.candidate.id, on, 1.0, rows, SET_ASIDE))
            standing = [card.candidate for card in cards[:most]]
        return [candidate for candidate in candidates if candidate.id not in left]

    def _by_promise(
        self, candidates: Sequence[Candidate], on: Split, examples: Sequence[Example], penalty: Penalty
    ) -> list[Candidate]:
        """Those whose score is known already, which costs nothing, then by the score on the first block of rows."""
        known = self._cards.get((on, len(examples)), {})
        promise = {item.id: self._promise(item, on, examples) - penalty(item.prompt) for item in candidates}
        return sorted(candidates, key=lambda item: (item.id not in known, -promise[item.id]))

    def _promise(self, candidate: Candidate, on: Split, examples: Sequence[Example]) -> float:
        """The mean score on the first block of rows."""
        if not self._bounded:
            return 0.0
        first = self._known_block(candidate, on, 0, examples[:BLOCK])
        return sum(verdict.score for verdict in first) / len(first)

    def _collect(self, candidate: Candidate, on: Split, examples: Sequence[Example], lost: Lost) -> tuple[Verdict, ...]:
        """Verdicts of all rows, or of the first ones if the candidate has lost."""
        verdicts: list[Verdict] = []
        known = self._blocks.setdefault((candidate.id, on), {})
        for block, start in enumerate(range(0, len(examples), BLOCK)):
            loss = None if block in known else lost([verdict.score for verdict in verdicts])
            if loss is not None:
                self._emit(CandidateDropped(candidate.id, on, loss.bound, len(verdicts), loss.reason, loss.leader))
                break
            verdicts += self._known_block(candidate, on, block, examples[start : start + BLOCK])
        return tuple(verdicts)

    def _known_block(self, candidate: Candidate, on: Split, block: int, rows: Sequence[Example]) -> tuple[Verdict, ...]:
        known = self._blocks.setdefault((candidate.id, on), {})
        if block not in known:
            self._between()
            known[block] = self._judged(candidate, on, block, rows)
        return known[block]

    def _judged(self, candidate: Candidate, on: Split, block: int, rows: Sequence[Example]) -> tuple[Verdict, ...]:
        """By what the labels weigh where they are compared: soft score and verdict of a row are one call."""
        ask = self._questions
        if self.weighs_scores and not ask.block_of_old(candidate, on, block):
            parts = _soft_blocks(rows) if block == 0 else [rows]
            weighed = [self._weighed(candidate, on, part) for part in parts]
            written = [place for each in weighed if each.written is not UNSET for place in each.written]
            if len(written) == len(rows):
                return ask.judged(candidate, on, block, rows, written)
        return ask.block(candidate, on, block, rows)

    def _card(
        self, candidate: Candidate, on: Split, verdicts: tuple[Verdict, ...], examples: Sequence[Example]
    ) -> Scorecard:
        value = aggregate(verdicts, examples, self.task)
        low, high = scorecard_interval(verdicts, examples, self.task)
        earlier = self._bench.journal.recall(CandidateScored)
        looked = earlier is None or earlier.collapsed is not UNSET  # a version that did not look has no collapse
        collapsed = collapse_of(verdicts, examples, self.task) if looked else ""
        known = earlier is None or earlier.soft is not UNSET  # else ties were decided without it
        soft = self._soft_value(candidate, on, examples) if known else UNKNOWN
        card = Scorecard(on, value, low, high, verdicts, collapsed, soft)
        told = UNSET if soft == UNKNOWN else soft
        self._emit(CandidateScored(candidate.id, on, value, low, high, card.n, card.unparsed, collapsed or UNSET, told))
        return card

    def _soft_value(self, candidate: Candidate, on: Split, examples: Sequence[Example]) -> float:
        """The soft score over rows that were all weighed when they were scored; nothing is asked for it."""
        if not self.weighs_scores:
            return UNKNOWN
        places = [(candidate.id, on, part[0].row) for part in _soft_blocks(examples)]
        if not all(place in self._soft for place in places):
            return UNKNOWN
        return round(self._soft_card(candidate, on, examples, calibrate=False).value, 6)

    def _between(self) -> None:
        """Before every question to a model: what the person has asked for meanwhile (`core.lab.interlude`)."""
        scored = self._search is not None and bool(self._cards.get(self._search))
        can_end = scored and not self._edited and not self._scoring_edits
        timed = self.spec.budget.minutes is not None
        heard = self._interlude.attend(timed=timed, searching=self._searching, scored=scored, can_end=can_end)
        for edit in heard:
            self._admit(edit)
        if self._searching and self._search is not None and not self._scoring_edits:
            self._score_admitted(*self._search)

    def _admit(self, edit: Edit) -> None:
        """Make a person's prompt a candidate, or say why it cannot be one."""
        parent = next((known for known in self._candidates.values() if known.id == edit.parent), None)
        why = self._objection(edit, parent)
        if parent is None or why:
            self._bench.control.declined(edit, why)
            return
        self._emit(PromptEdited(edit.parent, edit.text))
        self._edited.append(self.candidate(edit.draft(parent.prompt)))

    def _objection(self, edit: Edit, parent: Candidate | None) -> str:
        if parent is None:
            return f"The run has no candidate “{edit.parent}”."
        if self._bench.journal.replaying:  # it was looked at when it came
            return ""
        columns = [name for example in self.task.train[:1] for name, _ in example.variables]
        same = self._candidates.get(edit.draft(parent.prompt).prompt.key)
        said = problems(parent.prompt, edit.text, columns)
        return joined(*said) or (f"{same.id} is the same prompt." if same is not None else self._too_dear())

    def _too_dear(self) -> str:
        """Why there is no budget left to score one more prompt on the rows of the search; empty if there is."""
        left = self._bench.meter.remaining_calls()
        if self._search is None or left is None:
            return ""
        _, rows = self._search
        each = rows * (1 + metric_of(self.task).calls)
        waiting = sum(known.id not in self._cards[self._search] for known in written(self._candidates.values()))
        return too_dear(each, left - each * waiting)

    def _score_admitted(self, on: Split, rows: int) -> None:
        """On the rows of the search. A prompt that comes meanwhile is admitted at once, and scored after this one."""
        self._scoring_edits = True
        try:
            while self._edited:
                self._score_one(self._edited.pop(0), on, self.task.rows(on)[:rows])
        finally:
            self._scoring_edits = False

    def _checkpoint_time(self) -> None:
        recalled = self._bench.journal.recall(TimeCheckpointed)
        if recalled is not None:
            self._bench.meter.continue_from(recalled.seconds)
        self._emit(recalled or TimeCheckpointed(round(self._bench.meter.seconds, 1)))

    def _replies(self, question: Question, n: int) -> list[Reply]:
        """Each reply, and whether it was cut off."""
        self._between()
        ours = self.settings
        heat = ours.temperature if question.temperature is None else question.temperature
        most = question.max_tokens or self.reply_tokens(question.longest) + (_TAG_TOKENS if question.tag else 0)
        form = "" if question.begun else question.form  # a grammar would begin the reply once more
        asked = Request(question.messages, most, heat, ours.top_p, ours.min_p, stops=question.stops, grammar=form)
        event = self._questions.ask(asked, n, question.purpose)
        self.replies += n
        return [(question.reply(text), number in event.cut_off) for number, text in enumerate(event.replies)]

    def _make_similarity(self) -> Similarity:
        embedder = self._bench.models.get(Role.EMBEDDER)
        return EmbeddingSimilarity(embedder, self._bench.cancel) if embedder else NgramSimilarity()

    def _emit(self, event: Event) -> None:
        self._bench.journal.emit(event)
