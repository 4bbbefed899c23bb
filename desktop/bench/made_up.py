"""Made-up logs of runs, for benches, tests and pictures of the window: no model was asked, and they say so."""

import random

from core.domain.candidate import Candidate
from core.domain.example import Split
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, FinalRule, ModelRef, Role, RunSpec
from core.domain.scoring import Verdict
from core.events import (
    FORMAT,
    BlockScored,
    CandidateProposed,
    CandidateRejected,
    CandidateScored,
    Cost,
    Event,
    Fact,
    FinalChosen,
    MethodNoted,
    OptimizerReplied,
    RoundEnded,
    RoundStarted,
    RunEnded,
    RunStarted,
)

_OPENINGS = ("Count the words", "Say how many words there are", "Give the number of words", "Determine the word count")
_MIDDLES = ("in the sentence", "of the given sentence", "in the input text, one by one", "that the line contains")
_ENDINGS = (
    "and answer with the number only.",
    "and reply with digits. Do not explain.",
    "then write the total as a single number.",
    "Ignore punctuation; a hyphenated word counts once.",
    "Answer in one word.",
)


def made_up_spec(task: str = "made-up", calls: int | None = 4000) -> RunSpec:
    """The spec of a run that never took place."""
    return RunSpec(
        task=task,
        task_fingerprint="0" * 64,
        test_fingerprint="1" * 64,
        seed_prompts=(Prompt("Complete the task."),),
        models={Role.TASK: ModelRef("made-up model", "2" * 64)},
        method="gpo",
        params={},
        final_rule=FinalRule.VALIDATION,
        seed=1,
        budget=Budget(calls=calls),
        whet="0.1.0",
    )


class _Author:
    """Writes one log. Scores rise slowly; each round's winner is the parent of the next."""

    def __init__(self, seed: int, rows: int) -> None:
        self.rng = random.Random(seed)
        self.rows = rows
        self.events: list[Event] = []
        self.values: dict[str, float] = {}

    def candidate(self, number: int, round_: int, parents: tuple[str, ...], quality: float, text: str) -> str:
        id_ = f"c{number}"
        operator = "generate" if parents else "seed"
        self.events.append(CandidateProposed(Candidate(id_, Prompt(text), parents, operator, round_)))
        self.score(id_, Split.VALIDATION, quality)
        return id_

    def score(self, id_: str, split: Split, quality: float) -> None:
        verdicts = [self.verdict(row, quality) for row in range(1, self.rows + 1)]
        for block in range(0, self.rows, 16):
            part = tuple(verdicts[block : block + 16])
            self.events.append(
                BlockScored(id_, split, block // 16, part, Cost(len(part), 40 * len(part), 3 * len(part)))
            )
        value = sum(verdict.score for verdict in verdicts) / self.rows
        self.values[id_] = value
        unparsed = sum(not verdict.parsed for verdict in verdicts)
        half = 1.96 * (max(value * (1 - value), 0.01) / self.rows) ** 0.5
        low, high = max(0.0, value - half), min(1.0, value + half)
        self.events.append(CandidateScored(id_, split, value, low, high, self.rows, unparsed))

    def verdict(self, row: int, quality: float) -> Verdict:
        drawn = self.rng.random()
        if drawn < quality:
            return Verdict(row, 1.0, f"{row % 9 + 3}", f"{row % 9 + 3}")
        if drawn > 0.96:
            return Verdict(row, 0.0, "I cannot say <b>that</b>.", None, "unparsed")
        return Verdict(row, 0.0, f"{row % 7 + 4}", f"{row % 7 + 4}")

    def text(self) -> str:
        return " ".join(self.rng.choice(part) for part in (_OPENINGS, _MIDDLES, _ENDINGS))


def made_up_run(
    *, rounds: int = 9, per_round: int = 8, rows: int = 48, seed: int = 1, ended: bool = True, task: str = "made-up"
) -> list[Event]:
    """The events of a run with `1 + rounds * per_round` candidates; without an ending it looks interrupted."""
    author = _Author(seed, rows)
    author.events.append(RunStarted(FORMAT, made_up_spec(task)))
    current = author.candidate(0, 0, (), 0.12, "Complete the task.")
    trail = [current]
    number = 0
    for round_ in range(1, rounds + 1):
        author.events.append(RoundStarted(round_, rounds))
        facts = (Fact("budget_words", max(10, 50 - 4 * round_)), Fact("retrieved", tuple(trail[-3:])))
        author.events.append(MethodNoted("step", facts))
        replies = tuple(author.text() for _ in range(per_round))
        author.events.append(
            OptimizerReplied(
                round_ - 1, "propose", "Below are prompts with their scores …", replies, Cost(per_round, 2400, 310)
            )
        )
        made = []
        for reply in replies:
            number += 1
            quality = min(0.95, 0.15 + 0.7 * round_ / rounds * author.rng.random() + 0.15 * author.rng.random())
            parents = (current, *(id_ for id_ in trail[-2:] if id_ != current))
            made.append(author.candidate(number, round_, parents if round_ % 3 == 0 else (current,), quality, reply))
        author.events.append(CandidateRejected("Complete the task.", "duplicate", round_))
        current = max(made, key=lambda id_: author.values[id_])
        trail.append(current)
        author.events.append(RoundEnded(round_, max(author.values, key=lambda id_: author.values[id_])))
    if ended:
        best = max(author.values, key=lambda id_: author.values[id_])
        author.events.append(FinalChosen(best, FinalRule.VALIDATION, author.values[best]))
        author.events.append(RunEnded("finished"))
    return author.events
