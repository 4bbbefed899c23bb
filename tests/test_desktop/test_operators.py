"""The names of operators: all that methods use are known, and the Chinese window says them in Chinese."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from core.domain.editing import EDITED
from core.domain.example import Split
from core.events import CandidateProposed, decode
from core.lab.questions import _of_rows
from core.methods.method_report import method_report
from core.report.blocks import TableBlock
from core.report.operator_names import OPERATORS
from core.state import fold
from desktop.language import speak
from desktop.operators import operator_words
from desktop.pages.run.story_tab import _said
from desktop.sentences import translated

GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("*.jsonl"))


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    speak(qapp, "zh_CN")
    yield
    speak(qapp, "en")


@pytest.mark.parametrize("log", GOLDEN, ids=lambda log: log.stem)
def test_that_every_operator_of_a_method_has_a_name(log: Path) -> None:
    events = [decode(line) for line in log.read_bytes().splitlines()]
    used = {event.candidate.operator for event in events if isinstance(event, CandidateProposed)}
    names = {name for operator in used for name in operator.split("+")}
    assert names
    assert names <= OPERATORS


def test_that_operators_are_said_in_the_language_of_the_window(chinese: None) -> None:
    assert operator_words("merge") == "合并"
    assert operator_words("delete+swap, add") == "删除+交换、加回"
    assert operator_words(EDITED) == "手工修改"
    assert all(operator_words(name) != name for name in OPERATORS)


def test_that_an_unknown_operator_stays_as_it_is(chinese: None) -> None:
    assert operator_words("frobnicate") == "frobnicate"
    assert operator_words("task+merge") == "task+合并", "a word that is said elsewhere is still a name"


@pytest.mark.parametrize(("method", "title"), [("protegi", "Pulls of the bandit"), ("grips", "Operations")])
def test_that_the_story_of_a_method_says_its_moves_in_chinese(chinese: None, method: str, title: str) -> None:
    log = next(log for log in GOLDEN if log.stem == method)
    blocks = method_report(fold(decode(line) for line in log.read_bytes().splitlines()))
    block = next(block for block in blocks if isinstance(block, TableBlock) and block.title == title)
    moves = {cell.text for cells in block.rows for cell in cells if cell.words and cell.text in OPERATORS}
    assert moves
    assert all(_said(move) == operator_words(move) != move for move in moves)


def test_that_the_phase_of_a_run_is_said_in_chinese(chinese: None) -> None:
    assert translated(_of_rows("c2", Split.TRAIN, 1, 16)) == "c2：训练集第 1 到 16 行"
    assert translated(_of_rows("c2", Split.VALIDATION, 17, 32)) == "c2：验证集第 17 到 32 行"


def test_that_what_became_of_a_candidate_is_said_in_chinese(chinese: None) -> None:
    log = next(log for log in GOLDEN if log.stem == "protegi")
    blocks = method_report(fold(decode(line) for line in log.read_bytes().splitlines()))
    pulls = next(block for block in blocks if isinstance(block, TableBlock) and block.title == "Pulls of the bandit")
    fates = {cells[4].text for cells in pulls.rows}
    assert fates >= {"dropped", "in the beam"}
    assert all(_said(fate) != fate for fate in fates)
