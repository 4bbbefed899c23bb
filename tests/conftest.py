"""The test suite itself connects to nothing: the product's own guard stands before the first test."""

from pathlib import Path

import pytest

from core import offline, paths

offline.install()

_STARTER = paths.starter_model()
"""Where set-up put it: looked up before tests get homes of their own."""


@pytest.fixture(scope="session")
def starter() -> Path:
    """The starter model, a real one. Where set-up left it out, such a test is skipped."""
    if _STARTER is None:
        pytest.skip("the starter model is not on this machine: whet models get starter")
    return _STARTER


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden logs of the methods anew")
