"""kill -9 and resume; `whet bench resume` does the same fifty times."""

import random
import threading
from pathlib import Path

import pytest

from core.bench import runs
from core.domain.runspec import Budget
from core.engine.client import EngineProcess
from core.errors import EngineError
from core.paths import sample_tasks

KILLS = 6
TASK = sample_tasks()[0]


@pytest.mark.slow
def test_that_a_killed_and_resumed_run_ends_byte_for_byte_like_one_never_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHET_HOME", str(tmp_path))
    chance = random.Random(7)
    with runs.scratch() as workspace:
        with EngineProcess() as engine:
            spec = runs.prepare(engine, TASK, seed=3, budget=Budget(calls=300)).spec
            whole = workspace.new_run(spec)
            runs.run(engine, whole, TASK)
        expected = whole.log_path.read_bytes()
        lines = expected.splitlines(keepends=True)
        for _ in range(KILLS):
            folder = workspace.new_run(spec)
            stop_at = chance.randrange(1, len(lines))
            _run_until(folder, stop_at)
            left = folder.log_path.read_bytes()
            assert expected.startswith(left[: left.rfind(b"\n") + 1])
            with EngineProcess() as engine:
                runs.run(engine, folder, TASK)
            assert folder.log_path.read_bytes() == expected


def _run_until(folder: runs.RunFolder, events: int) -> None:
    """Run in an engine that is killed as soon as the log has so many lines: most often in the middle of a decode."""
    with EngineProcess() as engine:
        done = threading.Event()

        def watch() -> None:
            while not done.wait(0.002):
                if folder.log_path.exists() and folder.log_path.read_bytes().count(b"\n") >= events:
                    engine.kill()
                    return

        watcher = threading.Thread(target=watch)
        watcher.start()
        try:
            runs.run(engine, folder, TASK)
        except EngineError:
            pass
        finally:
            done.set()
            watcher.join()
