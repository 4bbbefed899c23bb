"""What is committed names no machine, no registry and no workplace: it must be true on every machine."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Written in pieces, so that this file does not find itself.
FOREIGN = (
    rb"(?<![\w./-])/" + rb"(?:work|opt/pypi\w*|root)(?![\w-])",
    rb"\b(?:py" + rb"pi|python" + rb"hosted|deb\.deb" + rb"ian|registry\.npm" + rb"js)\.(?:org|com)\b",
    rb"\.\./sha" + rb"red/",
    rb"/home/[a-z]",
)


def committed() -> list[Path]:
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("not a git checkout")
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    paths = [ROOT / name for name in listed.stdout.decode("utf-8").split("\0") if name]
    return [path for path in paths if path.is_file()]


def test_that_no_committed_file_names_a_machine_or_a_registry() -> None:
    pattern = re.compile(b"|".join(FOREIGN), re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}: {hit[0]!r}" for path in committed() if (hit := pattern.search(path.read_bytes()))
    ]
    assert found == []


def test_that_the_tests_folder_is_no_package() -> None:
    assert [path for path in committed() if path.name == "__init__.py" and ROOT / "tests" in path.parents] == []
