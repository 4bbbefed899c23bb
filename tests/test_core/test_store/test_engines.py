"""Who finds too little memory waits for a process that works with a model, and for nobody else."""

import subprocess
import sys
from pathlib import Path

import pytest

from core.store import engines
from core.store.engines import Presence, wait_for_memory

_OTHER = """
import sys
from pathlib import Path
from core.store.engines import Presence
presence = Presence(Path(sys.argv[1]))
presence.begin()
print("there", flush=True)
sys.stdin.readline()
presence.end()
print("at rest", flush=True)
sys.stdin.readline()
"""


def test_that_one_waits_while_another_works_and_no_longer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_LOOK_EVERY", 0.05)
    presence = Presence(tmp_path)
    presence.begin()
    with subprocess.Popen(
        [sys.executable, "-c", _OTHER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        other.stdout.readline()
        assert presence.others()
        waited = 0

        def waits() -> None:
            nonlocal waited
            waited += 1
            if waited == 3 and other.stdin is not None:
                other.stdin.write(b"\n")
                other.stdin.flush()

        wait_for_memory(presence, lambda: False, waits)
        assert waited >= 3
        assert not presence.others()
        other.kill()
    presence.end()
    assert list(tmp_path.iterdir()) == []


def test_that_nobody_waits_for_a_process_that_died(tmp_path: Path) -> None:
    (tmp_path / "99999999.lock").touch()
    wait_for_memory(Presence(tmp_path), lambda: False, lambda: pytest.fail("it waits"))


def test_that_what_fits_is_loaded_beside_the_others(tmp_path: Path) -> None:
    other = Presence(tmp_path)
    other.begin()
    wait_for_memory(Presence(tmp_path), lambda: True, lambda: pytest.fail("it waits"))
    other.end()
