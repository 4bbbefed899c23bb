"""What the bundled model can do: follow prompts of graded clarity on the sample tasks, and write better ones."""

import random
import statistics
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core import paths
from core.bench import runs, templates
from core.bench.gain import CALLS, GainRow, measured
from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.control import CancelToken
from core.data import tasks
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.runspec import Reading
from core.domain.task import Task
from core.engine.client import EngineProcess
from core.errors import RunError, SealedTestError
from core.lab.ranking import spearman
from core.lab.scorer import BLOCK, Scorer
from core.llm import gguf, hardware
from core.llm.base import ChatModel, Request, user
from core.methods.shared import compact
from core.store.workspace import Workspace

_SEEDS = 3
_SEARCH_ROWS = 48
_ROWS_PER_PROMPT = 100
"""Sealed rows per graded prompt without `--full`."""


@dataclass(frozen=True, slots=True)
class Written:
    """The prompts of a sample task: by people (`prompts.toml`), and some copied from the model's training."""

    vague: str
    human: str
    graded: tuple[tuple[int, str], ...]
    trained: tuple[str, ...]

    @classmethod
    def read(cls, folder: Path) -> "Written | None":
        """Those of a sample task; `None` if it has none, or the training's are not there yet."""
        file = folder / "prompts.toml"
        if not (file.is_file() and (folder / "trained.toml").is_file()):
            return None
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        trained = tomllib.loads((folder / "trained.toml").read_text(encoding="utf-8"))["prompts"]
        graded = tuple((each["clarity"], each["prompt"]) for each in data["graded"])
        return cls(data["vague"], data["human"], graded, tuple(trained))


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """One sample task with the model that is measured on it."""

    task: Task
    folder: Path
    written: Written
    model: ChatModel

    def percent(self, text: str, rows: Sequence[Example]) -> float:
        """The score of a prompt on rows, greedy."""
        scorer = Scorer(self.model, self.task, Reading.GENERATED, CancelToken())
        verdicts = [
            verdict
            for start in range(0, len(rows), BLOCK)
            for verdict in scorer.score(Prompt(text), rows[start : start + BLOCK])[0]
        ]
        return 100 * statistics.fmean(verdict.score for verdict in verdicts)


def bench(options: BenchOptions) -> BenchResult:
    """One row per sample task, and a table of the optimizer's templates."""
    from core.llm import llama  # loads the native library

    file = paths.bundled_model()
    if file is None:
        raise RunError("This installation has no bundled model.")
    model = llama.load(file, hardware.suggest(gguf.read_header(file)))
    rows: list[dict[str, Cell]] = []
    machine = ""
    try:
        sheets = [sheet for folder in paths.sample_tasks() if (sheet := _sheet(folder, model)) is not None]
        if not sheets:
            raise RunError("No sample task has prompts to measure the bundled model with.")
        with runs.scratch() as workspace, EngineProcess() as engine:
            for sheet in sheets:
                seeds = range(options.seed, options.seed + _SEEDS)
                found = [each for seed in seeds if (each := _search(workspace, engine, sheet, seed)) is not None]
                machine = found[0].machine if found else machine
                rows.append(_row(sheet, found, options))
                options.say(f"{sheet.task.name}: human {rows[-1]['human %']} %, GPO {rows[-1]['GPO %']} %")
        usable = templates.table(model, [(sheet.task, sheet.written.vague) for sheet in sheets], full=options.full)
    finally:
        model.close()
    settings: dict[str, Cell] = {"model": file.name, "method": "gpo, hardened", "calls": CALLS, "seeds": _SEEDS}
    return BenchResult("bundled", machine, settings, rows, _bars(rows, usable), {"templates": usable})


def _sheet(folder: Path, model: ChatModel) -> ScoreSheet | None:
    written = Written.read(folder)
    return ScoreSheet(tasks.load_task(folder), folder, written, model) if written else None


def _search(workspace: Workspace, engine: EngineProcess, sheet: ScoreSheet, seed: int) -> GainRow | None:
    """One search; `None` if it found nothing better than the vague prompt."""
    try:
        return measured(workspace, engine, sheet.folder, seed)
    except (RunError, SealedTestError):
        return None


def _row(sheet: ScoreSheet, found: Sequence[GainRow], options: BenchOptions) -> dict[str, Cell]:
    rows = tasks.open_sealed_test(sheet.folder)
    graded_rows = rows if options.full else rows[:_ROWS_PER_PROMPT]
    grades = [(clarity, sheet.percent(text, graded_rows)) for clarity, text in sheet.written.graded]
    vague = sheet.percent(sheet.written.vague, rows)
    after = [*(each.after for each in found), *([vague] * (_SEEDS - len(found)))]
    correlation = spearman([clarity for clarity, _ in grades], [percent for _, percent in grades])
    return {
        "task": sheet.task.name,
        "vague %": round(vague, 1),
        "human %": round(sheet.percent(sheet.written.human, rows), 1),
        "seen words %": round(sheet.percent(sheet.written.human, sheet.task.validation), 1),
        "training prompts %": round(statistics.fmean(sheet.percent(t, rows) for t in sheet.written.trained), 1),
        "clarity": round(float(correlation), 2),
        "graded %": " ".join(f"{percent:.0f}" for _, percent in grades),
        "paraphrase %": round(_control(sheet, rows, options.seed), 1),
        "GPO %": round(statistics.median(after), 1),
        "GPO seconds": round(max((each.seconds for each in found), default=0.0), 1),
        "GPO calls": max((each.calls for each in found), default=0),
        "prompt": found[0].prompt if found else "",
    }


def _control(sheet: ScoreSheet, rows: Sequence[Example], seed: int) -> float:
    """The best of random paraphrases of the vague prompt, with as many calls as a search may spend."""
    n = CALLS // (_SEARCH_ROWS + 1)
    rng = random.Random(seed)
    question = compact.rephrasing(sheet.written.vague)
    requests = [Request(user(question), 64, temperature=1.0, seed=rng.randrange(2**31), group=str(i)) for i in range(n)]
    texts = list(dict.fromkeys(reply.text.strip() for reply in sheet.model.complete(requests)))
    search = sheet.task.train[:_SEARCH_ROWS]
    return sheet.percent(max(texts, key=lambda text: sheet.percent(text, search)), rows)


def _bars(rows: list[dict[str, Cell]], usable: list[dict[str, Cell]]) -> list[BenchBar]:
    """The bars that five of six tasks must keep are measured on the second worst task."""

    def second(column: str, *, highest: bool) -> float:
        values = sorted((float(row[column] or 0) for row in rows), reverse=highest)
        return values[min(1, len(values) - 1)]

    def worst(a: str, b: str) -> float:
        return max(float(row[a] or 0) - float(row[b] or 0) for row in rows)

    return [
        BenchBar("human prompt, second lowest task", second("human %", highest=False), "%", 85),
        BenchBar("vague prompt, second highest task", second("vague %", highest=True), "%", 45, at_least=False),
        BenchBar("rank correlation of clarity, lowest task", min(float(r["clarity"] or 0) for r in rows), "ρ", 0.7),
        BenchBar("GPO from the vague prompt, second lowest task", second("GPO %", highest=False), "%", 75),
        BenchBar("longest search", max(float(r["GPO seconds"] or 0) for r in rows), "s", 60, at_least=False),
        BenchBar("calls of a search", max(float(r["GPO calls"] or 0) for r in rows), "calls", CALLS, at_least=False),
        BenchBar("usable replies, lowest template", min(float(r["usable %"] or 0) for r in usable), "%", 95),
        BenchBar(
            "training prompt over human prompt", worst("training prompts %", "human %"), "points", 10, at_least=False
        ),
        BenchBar("seen words over unseen ones", worst("seen words %", "human %"), "points", 10, at_least=False),
    ]
