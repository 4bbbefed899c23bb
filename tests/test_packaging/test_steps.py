"""Steps and stamps: done once, done again when their inputs change or a setup was stopped in the middle."""

from pathlib import Path

import pytest
from whet_setup.failure import SetupError
from whet_setup.steps import Stamps, Step, outdated, pending, perform


@pytest.fixture
def stamps(tmp_path: Path) -> Stamps:
    venv = tmp_path / ".venv"
    return Stamps(venv, venv / "setup", tmp_path / "build" / "discarded")


def step(name: str, key: str, done: list[str]) -> Step:
    def work() -> str:
        done.append(name)
        return key

    return Step(name, name, 1, key, work)


def test_that_a_finished_step_is_not_done_again(stamps: Stamps) -> None:
    done: list[str] = []
    steps = [step("python", "1", done), step("libraries", "1", done)]
    perform(pending(steps, stamps), stamps)
    perform(pending(steps, stamps), stamps)
    assert done == ["python", "libraries"]


def test_that_only_the_step_whose_input_changed_is_done_again(stamps: Stamps) -> None:
    done: list[str] = []
    perform([step("python", "1", done), step("libraries", "1", done)], stamps)
    again = pending([step("python", "1", done), step("libraries", "2", done)], stamps)
    assert [one.name for one in again] == ["libraries"]


def test_that_another_python_means_doing_everything_again(stamps: Stamps) -> None:
    done: list[str] = []
    perform([step("python", "1", done), step("libraries", "1", done)], stamps)
    again = pending([step("python", "2", done), step("libraries", "1", done)], stamps)
    assert [one.name for one in again] == ["python", "libraries"]


def test_that_a_step_which_failed_is_done_again_and_those_before_it_are_not(stamps: Stamps) -> None:
    def fail() -> str:
        raise SetupError("no network")

    done: list[str] = []
    with pytest.raises(SetupError):
        perform([step("python", "1", done), Step("libraries", "libraries", 1, "1", fail)], stamps)
    again = pending([step("python", "1", done), step("libraries", "1", done)], stamps)
    assert [one.name for one in again] == ["libraries"]


def test_that_a_setup_stopped_while_writing_into_the_environment_starts_it_anew(stamps: Stamps) -> None:
    done: list[str] = []
    steps = [step("python", "1", done), step("libraries", "1", done)]
    perform(steps, stamps)
    with pytest.raises(KeyboardInterrupt), stamps.changing():
        raise KeyboardInterrupt
    assert stamps.half_made()
    assert outdated(steps, stamps)
    assert [one.name for one in pending(steps, stamps)] == ["python", "libraries"]
    stamps.scrap()
    assert not stamps.venv.exists()
    assert not stamps.half_made()


def test_that_half_of_a_stamp_counts_as_none(stamps: Stamps) -> None:
    done: list[str] = []
    only = step("python", "1", done)
    perform([only], stamps)
    stamp = stamps.folder / "python.json"
    stamp.write_text(stamp.read_text("utf-8")[:7], "utf-8")
    assert pending([only], stamps) == [only]


def test_that_an_environment_which_is_not_ours_is_never_deleted(stamps: Stamps) -> None:
    mine = stamps.venv / "bin" / "mine"
    mine.parent.mkdir(parents=True)
    mine.touch()
    with pytest.raises(SetupError, match="was not made by this setup; it was left as it is"):
        stamps.scrap()
    assert mine.exists()
