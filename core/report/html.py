"""The report of a run: one HTML file that needs no network and no script."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from core import figures, language, paths
from core.domain.certificate import Certificate
from core.domain.example import Split
from core.domain.prompt import Placement
from core.domain.review import Review
from core.domain.runspec import ROLE_WORDS, Budget, FinalRule, ModelRef, Racing, Reading, RunSpec
from core.domain.task import Task
from core.errors import RunError
from core.report.bias import bias_words
from core.report.command import command_of
from core.report.compare import RowComparison, compare
from core.report.curve import CurveOfScores, score_curve
from core.report.diff import Span, diff_words
from core.report.drawing import CurvePicture, TreePicture, draw_curve, draw_tree
from core.report.ending import ending_words
from core.report.gain_drawing import CertificatePicture, Segment, draw_certificate, draw_rows
from core.report.lineage import lay_out
from core.report.notes import refusal_words
from core.report.operator_names import operator_words
from core.report.result import best_seed
from core.said import Said, Say, Value, as_said, in_language, joined, listed
from core.said import render as rendered
from core.state import INTERRUPTED, Node, RunState, fold
from core.store.runs import RunFolder

_OUTCOMES = {
    "finished": as_said("finished"),
    "budget": as_said("stopped at its budget"),
    "kept": as_said("its search was ended by hand"),
    "cancelled": as_said("stopped by hand"),
    "failed": as_said("failed"),
    INTERRUPTED: as_said("interrupted: it can be resumed"),
}
_CHOSEN_BY = {
    FinalRule.SEARCH_SCORE: as_said("the score of the search"),
    FinalRule.VALIDATION: as_said("validation rows"),
}
_READ = {
    Reading.GENERATED: as_said("read from what the model writes"),
    Reading.CHOICES: as_said("the likeliest label"),
}
_RACING = {
    Racing.EXACT: as_said("when a proposal cannot win"),
    Racing.STATISTICAL: as_said("on paired evidence"),
}
_STANDS = {
    Placement.BEFORE_INPUT: as_said("It stands before the input."),
    Placement.AFTER_INPUT: as_said("It stands after the input."),
    Placement.SYSTEM: as_said("It stands in the system message."),
}
_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])
_VISIBLE = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"} | {
    0x7F: "\u2421",
    **{code: f"[U+{code:04X}]" for code in _BIDI},
}


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the settings."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the page says, before it is drawn. `seed` and `best` are `None` before the first score."""

    run: str
    title: str
    outcome: str
    spec: RunSpec
    state: RunState
    task: Task | None
    certificate: Certificate | None
    seconds: float
    seed: Node | None
    best: Node | None
    spans: tuple[Span, ...]
    comparison: RowComparison | None
    curve: CurveOfScores
    curve_picture: CurvePicture | None
    tree_picture: TreePicture | None
    splits: tuple[Split, ...]
    settings: tuple[Setting, ...]
    command: str
    rows_picture: tuple[Segment, ...]
    certificate_picture: CertificatePicture | None
    review: Review | None = None
    with_bias: str = ""
    ending: tuple[str, ...] = ()
    stands: str = ""
    refused: str = ""


def write_report(run: RunFolder, spoken: str = language.SOURCE) -> Path:
    """Write the report of a run into its folder, in a language; where it lies. Raises `RunError` if the log cannot be
    read."""
    result = run.read_result()
    report = gather(
        run.id,
        fold(run.read_events().events),
        task=run.read_task(),
        certificate=run.read_certificate(),
        seconds=result.seconds if result else 0.0,
        review=run.read_review(),
    )
    return run.write_report(render(report, spoken))


def gather(
    run: str,
    state: RunState,
    *,
    task: Task | None = None,
    certificate: Certificate | None = None,
    seconds: float = 0.0,
    review: Review | None = None,
) -> Report:
    """Compute what the report says. Raises `RunError` for a log without its first event."""
    if state.spec is None:
        raise RunError(Said("The run {run} has not begun: there is nothing to report.", run=run))
    seed, best = best_seed(state), state.nodes.get(state.best)
    curve = score_curve(state)
    rows = compare(state, seed.candidate.id, best.candidate.id) if seed and best else None
    return Report(
        run=run,
        title=(task.title if task else "") or state.spec.task,
        outcome=_OUTCOMES[state.ended.outcome if state.ended else INTERRUPTED],
        spec=state.spec,
        state=state,
        task=task,
        certificate=certificate,
        seconds=seconds,
        seed=seed,
        best=best,
        spans=diff_words(seed.candidate.prompt.shown, best.candidate.prompt.shown) if seed and best else (),
        comparison=rows,
        curve=curve,
        curve_picture=draw_curve(curve, state.best),
        tree_picture=draw_tree(lay_out(state, lanes=True), state.best),
        splits=tuple(split for split in Split if any(split in node.cards for node in state.nodes.values())),
        settings=_settings(state.spec),
        command=command_of(state.spec),
        rows_picture=draw_rows(rows) if rows else (),
        certificate_picture=draw_certificate(certificate) if certificate else None,
        review=review if review and review.candidate == state.best else None,
        with_bias=bias_words(state),
        ending=ending_words(state, certified=certificate is not None),
        stands=_STANDS[task.placement] if task else "",
        refused=refusal_words(state),
    )


def render(report: Report, spoken: str = language.SOURCE) -> bytes:
    """The page in a language. Texts of datasets, models and prompts are escaped; control characters are visible."""
    return write_page("report.html.j2", spoken, report=report)


def write_page(template: str, spoken: str, **values: object) -> bytes:
    """A page of the folder of reports, which knows `say`, `own` and `language` beside these values."""
    import jinja2  # not before a page is written: the window starts sooner

    say = language.say_in(spoken)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(paths.resources() / "report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        percent=lambda share: f"{figures.percent(share)} %",
        points=figures.points,
        visible=visible,
        span_of_time=figures.measured_duration,
        said=lambda text: in_language(text, say),
    )
    page = environment.get_template(template)
    return page.render(language=spoken, say=_speaker(say), own=as_said, operators=operator_words, **values).encode()


def _speaker(say: Say) -> Callable[..., str]:
    """What the page says with: a key and its values, or a finished sentence, or several."""

    def spoken(text: str | tuple[str, ...], **values: Value) -> str:
        if isinstance(text, tuple):
            return rendered(joined(*text), say)
        return rendered(Said(text, **values) if values else text, say)

    return spoken


def _settings(spec: RunSpec) -> tuple[Setting, ...]:
    reading = _READ[spec.reading]
    settings = [
        Setting("Method", spec.method),
        *(Setting(Said("{name}", name=name), str(value)) for name, value in sorted(spec.all_params.items())),
        Setting("Final choice by", _CHOSEN_BY[spec.final_rule]),
        Setting(
            "Answers are", Said("{reading}, up to their label", reading=reading) if spec.stops_at_label else reading
        ),
        Setting("Label bias is", as_said("learned") if spec.learns_label_bias else ""),
        Setting("Racing", _RACING[spec.racing]),
        Setting("Seed of the search", str(spec.seed)),
        Setting("Budget", _budget(spec.budget)),
    ]
    for role, model in spec.models.items():
        settings.append(Setting(Said("Model ({role})", role=ROLE_WORDS[role]), _named(model)))
        measured = msgspec.to_builtins(model.settings)
        settings.append(Setting("Its settings", ", ".join(f"{name} {value}" for name, value in measured.items())))
    settings.append(Setting("Rows (train and validation)", spec.task_fingerprint))
    settings.append(Setting("Sealed test", spec.test_fingerprint or as_said("none")))
    settings.append(Setting("Whet", spec.whet))
    return tuple(setting for setting in settings if setting.value)


def _budget(budget: Budget) -> str:
    limits = [
        Said("{n} {unit}", n=f"{value:,}", unit=as_said(name))
        for name, value in msgspec.to_builtins(budget).items()
        if value is not None
    ]
    return listed(limits) if limits else as_said("no limit")


def _named(model: ModelRef) -> Said:
    parts = [
        Said("{model} (demonstration model)", model=model.name)
        if model.name == paths.DEMONSTRATION
        else Said("{model}", model=model.name)
    ]
    parts += [as_said("asked on a server"), as_said("known by its answers")] if model.is_served else []
    return listed([*parts, Said("SHA-256 {sha256}", sha256=model.sha256)])


def visible(text: str) -> str:
    """A text in which characters that a page would swallow or obey can be seen."""
    return text.translate(_VISIBLE)
