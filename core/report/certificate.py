"""From the verdicts on the sealed test to the certificate of a run."""

from collections.abc import Sequence

from core.domain.certificate import BiasGain, Certificate, PairedGain, SealedFlip
from core.domain.example import Example
from core.domain.runspec import Reading, Role
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.errors import RunError, SealedTestError
from core.lab.stats import (
    paired_gain,
    paired_gain_of,
    paired_gain_of_sums,
    scorecard_interval,
    smallest_detectable_gain,
)
from core.metrics import SummedMetric, aggregate, metric_of
from core.said import Said
from core.state import RunState

MINIMUM_ROWS = 30
"""With fewer rows only a gain of about a quarter or more could be shown; the test is better kept sealed."""


def check_certifiable(run: str, state: RunState, rows: int) -> None:
    """Say why a run cannot be certified *before* its test is opened.

    Raises `SealedTestError` if there are too few sealed rows, and `RunError` if the run has no prompt to certify.
    """
    if rows == 0:
        raise SealedTestError("The task has no sealed test.", hint="Seal some rows of the dataset, then run again.")
    if rows < MINIMUM_ROWS:
        points = 100 * smallest_detectable_gain(rows)
        raise SealedTestError(
            Said(
                "{rows} sealed rows are too few to show a gain: at least {least} are needed ({rows} would show "
                "{points} points or more)."
                if points <= 100
                else "{rows} sealed rows are too few to show a gain: at least {least} are needed.",
                rows=rows,
                least=MINIMUM_ROWS,
                points=f"{points:.0f}",
            ),
            kept="The test stays sealed.",
            hint="Seal more rows.",
        )
    if state.final is None:
        raise RunError(
            Said("The run {run} has not chosen its final prompt yet.", run=run),
            hint=Said("Go on with it: whet resume {run}", run=run),
        )
    if state.nodes[state.final.candidate].candidate.is_seed and state.bias is None:
        raise RunError(
            Said("The run {run} found nothing better than your own prompt: there is no gain to certify.", run=run),
            kept="The test stays sealed.",
        )


def certify(
    run: str,
    state: RunState,
    task: Task,
    examples: Sequence[Example],
    before: Sequence[Verdict],
    after: Sequence[Verdict],
    *,
    with_bias: Sequence[Verdict] = (),
    reading: Reading = Reading.GENERATED,
) -> Certificate:
    """The certificate: the person's prompt (`before`) and the final one (`after`) judged on the sealed `examples`.

    Means of row scores are compared by McNemar's exact or a sign-flip test, any other metric by swapping rows.
    `with_bias` are the verdicts on the answers with the label bias that the run ended with. `reading` is how the others
    came about; unless the replies were generated, the sentence says so.
    Raises as `check_certifiable`, and `ValueError` if the verdicts are not of these rows in this order.
    """
    check_certifiable(run, state, len(examples))
    if [verdict.row for verdict in before] != [verdict.row for verdict in after] or len(before) != len(examples):
        raise ValueError("both prompts must be judged on the sealed rows, in the same order")

    if state.spec is None or state.final is None:
        raise ValueError("a run without its first event cannot be certified")
    model = state.spec.models[Role.TASK]
    return Certificate(
        run=run,
        task=task.name,
        metric=task.metric,
        model=model.name,
        model_sha256=model.sha256,
        candidate=state.final.candidate,
        test_fingerprint=task.test_fingerprint,
        before=aggregate(before, examples, task),
        after=aggregate(after, examples, task),
        gain=gain(task, examples, before, after),
        reading=reading,
        before_interval=_ends(before, examples, task),
        after_interval=_ends(after, examples, task),
        stopped_at_label=state.spec.stops_at_label and reading is Reading.GENERATED,
        with_bias=_bias_gain(state, task, examples, before, with_bias),
        served=model.is_served,
    )


def _bias_gain(
    state: RunState, task: Task, examples: Sequence[Example], before: Sequence[Verdict], verdicts: Sequence[Verdict]
) -> BiasGain | None:
    fitted = state.bias
    if fitted is None or not verdicts:
        return None
    value, interval = aggregate(verdicts, examples, task), _ends(verdicts, examples, task)
    return BiasGain(fitted.candidate, fitted.bias, value, interval, gain(task, examples, before, verdicts))


def _ends(verdicts: Sequence[Verdict], examples: Sequence[Example], task: Task) -> tuple[float, float]:
    low, high = scorecard_interval(verdicts, examples, task)
    return low, high


def flips(examples: Sequence[Example], before: Sequence[Verdict], after: Sequence[Verdict]) -> tuple[SealedFlip, ...]:
    """The rows with different scores; all three are of the same rows in order."""
    return tuple(
        SealedFlip(example.row, example.input, example.answers, old, new)
        for example, old, new in zip(examples, before, after, strict=True)
        if old.score != new.score
    )


def gain(task: Task, examples: Sequence[Example], before: Sequence[Verdict], after: Sequence[Verdict]) -> PairedGain:
    """The paired comparison that the task's metric calls for. `examples` and verdicts are of the same rows in order."""
    chosen = metric_of(task)
    if chosen.mean_of_rows:
        return paired_gain([verdict.score for verdict in before], [verdict.score for verdict in after])
    if isinstance(chosen, SummedMetric):
        counts = chosen.counts([*before, *after], [*examples, *examples], task.contract)
        return paired_gain_of_sums(chosen.of_sums, counts, before, after)
    return paired_gain_of(lambda verdicts: aggregate(verdicts, examples, task), before, after)
