"""The test suite itself connects to nothing: the product's own guard stands before the first test.

Every test is marked by the most expensive thing that it starts, from where it lies: `pure` computes and reads small
files, `model` loads one, `engine` starts processes of ours, `window` draws. `bootstrap.py test --fast` runs the pure
ones that are not `slow`.
"""

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core import offline, paths

offline.install()
os.environ["LC_ALL"] = "C.UTF-8"  # whoever runs the tests speaks English to the programs that they start

if (
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN
):  # started in the background by a shell: programs would not hear it
    signal.signal(signal.SIGINT, signal.default_int_handler)

_STARTER = paths.starter_model()
"""Where set-up put it: looked up before tests get homes of their own."""


@pytest.fixture(scope="session")
def starter() -> Path:
    """The starter model, a real one. Where set-up left it out, such a test is skipped."""
    if _STARTER is None:
        pytest.skip("the starter model is not on this machine: whet models get starter")
    return _STARTER


@pytest.fixture
def known_trials(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], Path]]:
    """Gives a home what the engines of earlier tests found out about models on this machine, which takes each of them
    a second otherwise; what those of this test find out is there for later ones."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "probes.json"
    homes: list[Path] = []

    def give(home: Path) -> Path:
        homes.append(home)
        if shared.is_file():
            home.mkdir(parents=True, exist_ok=True)
            (home / shared.name).write_bytes(shared.read_bytes())
        return home

    yield give
    for found in (home / shared.name for home in homes):
        known = json.loads(shared.read_bytes()) if shared.is_file() else {}
        kept = json.loads(found.read_bytes()) if found.is_file() else {}
        new = {key: probe for key, probe in kept.items() if not probe.get("trials")}  # nobody's measurements
        if not new.keys() <= known.keys():
            beside = shared.with_name(f"{shared.name}.{os.getpid()}")
            beside.write_text(json.dumps(known | new), "utf-8")
            beside.replace(shared)


_HERE = Path(__file__).parent
_STARTS = {
    "test_desktop": "window",
    "e2e": "engine",
    "benchmarks": "engine",
    "conformance": "model",
    "test_core/test_engine": "engine",
    "test_core/test_cli": "engine",
    "test_core/test_scripting": "engine",
    "test_core/test_bench": "model",
    "test_core/test_llm": "model",
    "test_core/test_lab": "model",
    "test_core/test_methods": "model",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        place = item.path.relative_to(_HERE).as_posix()
        starts = next((kind for folder, kind in _STARTS.items() if place.startswith(f"{folder}/")), "pure")
        item.add_marker("window" if "qtbot" in getattr(item, "fixturenames", ()) else starts)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden logs of the methods anew")
