"""Prompts × models × seeds in a real engine process, on the bundled model."""

import shutil
from pathlib import Path

import msgspec
import pytest

from core.domain.comparison import CellKey, Contestant, reply_id
from core.domain.prompt import Prompt
from core.domain.runspec import Role
from core.engine.client import EngineProcess
from core.engine.commands.compare import CellScored, Compare, Compared, Weigh
from core.engine.connection import EngineCommandError
from core.engine.messages import Message, Progressed
from core.paths import sample_tasks
from core.store import comparisons
from core.store.workspace import Workspace

GOOD, EMPTY = CellKey(0, 0, 0), CellKey(1, 0, 0)


@pytest.fixture
def task() -> Path:
    return next(folder for folder in sample_tasks() if folder.name == "order-number")


@pytest.fixture
def command(workspace: Workspace, task: Path, model: Path) -> Compare:
    from core.data.tasks import read_task

    reference = read_task(task).reference
    prompts = (Contestant("reference", Prompt(reference)), Contestant("nothing", Prompt("")))
    return Compare(str(workspace.folder / "comparisons" / "one.jsonl"), str(task), prompts, (str(model),), rows=48)


def test_that_every_combination_is_scored_kept_and_not_scored_again(engine: EngineProcess, command: Compare) -> None:
    heard = list(engine.do(command))
    cells = [message.cell for message in heard if isinstance(message, CellScored)]
    assert [cell.key for cell in cells] == [GOOD, EMPTY]
    assert isinstance(heard[-1], Compared)
    assert comparisons.read(Path(command.file)).cells == tuple(cells)
    assert all(len(cell.verdicts) == 48 and cell.low - 1e-9 <= cell.value <= cell.high + 1e-9 for cell in cells)
    size = Path(command.file).stat().st_size
    shares = [message.fraction for message in _of_the_last_cell(heard)]
    assert shares == sorted(shares), "the bar of a cell never goes back"
    assert shares[-1] == 1.0, "else a bar would stand still until the next score"
    again = [message.cell for message in engine.do(command) if isinstance(message, CellScored)]
    assert again == cells
    assert Path(command.file).stat().st_size == size


def _of_the_last_cell(heard: list[Message]) -> list[Progressed]:
    """Telemetry of calls between the two scores."""
    first, last = (place for place, message in enumerate(heard) if isinstance(message, CellScored))
    return [message for message in heard[first:last] if isinstance(message, Progressed) and message.calls]


def test_that_two_cells_are_held_against_each_other_by_an_exact_test(engine: EngineProcess, command: Compare) -> None:
    list(engine.do(command))
    contrast = engine.ask(Weigh(command.file, command.task_folder, EMPTY, GOOD)).contrast
    cells = {cell.key: cell for cell in comparisons.read(Path(command.file)).cells}
    assert contrast.wins + contrast.ties + contrast.losses == 48
    assert contrast.gain.difference == pytest.approx(cells[GOOD].value - cells[EMPTY].value)
    assert contrast.gain.low <= contrast.gain.difference <= contrast.gain.high
    same = engine.ask(Weigh(command.file, command.task_folder, GOOD, GOOD)).contrast
    assert (same.wins, same.losses, same.gain.p_value) == (0, 0, 1.0)


def test_that_thumbs_decide_where_they_are_asked_and_only_on_rows_where_both_were_judged(
    engine: EngineProcess, command: Compare
) -> None:
    list(engine.do(command))
    comparison = comparisons.read(Path(command.file))
    cells = {cell.key: cell for cell in comparison.cells}
    fingerprint = comparison.spec.task_fingerprint
    pairs = list(zip(cells[EMPTY].verdicts, cells[GOOD].verdicts, strict=True))
    differing = [pair for pair in pairs if pair[0].output != pair[1].output][:8]
    thumbs = {reply_id(fingerprint, old): -1 for old, _ in differing}
    thumbs |= {reply_id(fingerprint, new): 1 for _, new in differing[:7]}
    asked = Weigh(command.file, command.task_folder, EMPTY, GOOD, by_thumbs=True, thumbs=thumbs)
    contrast = engine.ask(asked).contrast
    assert (contrast.wins, contrast.ties, contrast.losses) == (7, 0, 0)
    assert contrast.gain.n == 7
    assert contrast.gain.certified


def test_that_seeds_give_other_replies_only_above_temperature_zero(engine: EngineProcess, command: Compare) -> None:
    import msgspec

    warm = msgspec.structs.replace(command, prompts=command.prompts[1:], seeds=(1, 2), temperature=1.5)
    cells = [message.cell for message in engine.do(warm) if isinstance(message, CellScored)]
    assert [cell.key.seed for cell in cells] == [1, 2]
    assert [v.output for v in cells[0].verdicts] != [v.output for v in cells[1].verdicts]
    cold = msgspec.structs.replace(warm, temperature=0.0)
    assert len([message for message in engine.do(cold) if isinstance(message, CellScored)]) == 1


def test_that_a_cell_cut_off_by_a_crash_is_scored_again_and_the_others_are_kept(
    engine: EngineProcess, command: Compare
) -> None:
    list(engine.do(command))
    file = Path(command.file)
    whole = comparisons.read(file)
    file.write_bytes(file.read_bytes()[:-100])
    assert len(comparisons.read(file).cells) == 1
    list(engine.do(command))
    assert comparisons.read(file) == whole


def test_that_a_comparison_of_nothing_is_refused_with_a_sentence(engine: EngineProcess, command: Compare) -> None:
    import msgspec

    with pytest.raises(EngineCommandError, match="needs a prompt and a model"):
        list(engine.do(msgspec.structs.replace(command, prompts=())))
    with pytest.raises(EngineCommandError, match="cannot be read"):
        list(engine.do(Weigh(command.file, command.task_folder, EMPTY, GOOD)))


@pytest.fixture
def judged(tmp_path: Path, task: Path) -> Path:
    """The sample with a metric that asks a judge."""
    folder = tmp_path / "judged"
    shutil.copytree(task, folder)
    file = folder / "task.toml"
    file.write_text(file.read_text().replace('metric = "exact_match"', 'metric = "judge"'))
    return folder


def test_that_a_metric_that_asks_a_judge_needs_one_and_is_given_it(
    engine: EngineProcess, command: Compare, judged: Path, model: Path
) -> None:
    command = msgspec.structs.replace(command, task_folder=str(judged), rows=16)
    with pytest.raises(EngineCommandError, match="judge"):
        list(engine.do(command))
    helped = msgspec.structs.replace(command, helpers={Role.JUDGE: str(model)})
    cells = [item.cell for item in engine.do(helped) if isinstance(item, CellScored)]
    assert [cell.key for cell in cells] == [GOOD, EMPTY]
    assert comparisons.read(Path(command.file)).spec.helpers[Role.JUDGE].name == model.stem
