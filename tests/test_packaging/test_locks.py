"""The locks: in agreement with pyproject.toml and each other, with hashes, and readable by the setup."""

import itertools
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from whet_setup.failure import SetupError
from whet_setup.locks import Pin, find_pin, read_lock

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements", "requirements-dev", "requirements-build", "requirements-freeze")


def pins_of(lock: str) -> tuple[Pin, ...]:
    return read_lock(ROOT / "packaging" / f"{lock}.lock")


def asked_for(lock: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups, extras = project["dependency-groups"], project["project"]["optional-dependencies"]
    by_lock = {
        "requirements": [*project["project"]["dependencies"], *itertools.chain(*extras.values())],
        "requirements-dev": groups["dev"],
        "requirements-freeze": groups["freeze"],
        "requirements-build": [*groups["build"], *project["build-system"]["requires"]],
    }
    return [Requirement(line) for line in by_lock[lock]]


@pytest.mark.parametrize("lock", LOCKS)
def test_that_every_dependency_is_locked_within_its_range(lock: str) -> None:
    pins = pins_of(lock)
    for wanted in asked_for(lock):
        found = [pin for pin in pins if canonicalize_name(pin.name) == canonicalize_name(wanted.name)]
        assert found, f"{wanted.name} is missing in {lock}.lock: run packaging/relock.sh"
        assert all(wanted.specifier.contains(pin.version) for pin in found), f"{lock}.lock: {wanted}"


@pytest.mark.parametrize("lock", LOCKS)
def test_that_every_pin_has_a_hash(lock: str) -> None:
    assert [pin.name for pin in pins_of(lock) if not pin.hashes] == []


def test_that_no_lock_pins_another_version_than_the_application_runs_with() -> None:
    applied = {(pin.name, pin.marker): pin.version for pin in pins_of("requirements")}
    others = [pin for lock in LOCKS[1:] for pin in pins_of(lock)]
    assert [pin for pin in others if applied.get((pin.name, pin.marker), pin.version) != pin.version] == []


def test_that_llama_cpp_is_pinned_to_one_source_archive() -> None:
    assert len(find_pin(pins_of("requirements"), "llama-cpp-python").hashes) == 1


def test_that_a_pin_is_read_with_its_marker_and_all_its_hashes(tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    first, second = "a" * 64, "b" * 64
    lock.write_text(
        f"# a comment\nnumpy==2.4.6 ; python_full_version < '3.12' \\\n    --hash=sha256:{first} \\\n"
        f"    --hash=sha256:{second}\n    # via scipy\n",
        "utf-8",
    )
    (pin,) = read_lock(lock)
    assert pin == Pin("numpy", "2.4.6", "python_full_version < '3.12'", (first, second))
    assert pin.requirement() == (
        f"numpy==2.4.6 ; python_full_version < '3.12' --hash=sha256:{first} --hash=sha256:{second}"
    )


def test_that_a_line_which_is_no_pin_is_refused_with_a_sentence(tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    lock.write_text("numpy>=2\n", "utf-8")
    with pytest.raises(SetupError, match="a line that is no pin: 'numpy>=2'"):
        read_lock(lock)
