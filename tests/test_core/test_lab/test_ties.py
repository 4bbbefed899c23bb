"""Of equal scores the prompt that makes the right labels likelier comes first, where labels are compared."""

import math
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core import paths
from core.data.tasks import load_task
from core.domain.candidate import Candidate
from core.domain.example import Split
from core.domain.prompt import Prompt
from core.domain.runspec import Reading, Role, RunSpec
from core.domain.scoring import UNKNOWN, Scorecard, Scored
from core.domain.task import Task
from core.engine.recorder import Recorder
from core.lab.bench import Bench
from core.lab.final import ranked
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.llm.base import ChatModel

CLEAR = Prompt("Say whether the message is about billing, a bug, an account, or shipping. Give its topic.")
VAGUE = Prompt("Complete the task.")


def scored(id_: str, soft: float, *, words: int = 3, seed: bool = False, collapsed: str = "") -> Scored:
    prompt = Prompt(" ".join([id_] * words))
    card = Scorecard(Split.TRAIN, 0.5, 0.3, 0.7, (), collapsed, soft)
    return Scored(Candidate(id_, prompt, () if seed else ("c0",), "seed" if seed else "generate", 1), card)


def order(*results: Scored) -> list[str]:
    return [each.candidate.id for each in ranked(results)]


def test_that_the_likelier_labels_decide_between_equal_scores() -> None:
    assert order(scored("c1", -0.9), scored("c2", -0.4, words=9)) == ["c2", "c1"]


def test_that_the_persons_own_prompt_stays_unless_it_is_beaten() -> None:
    assert order(scored("c1", -0.1), scored("c0", -2.0, seed=True)) == ["c0", "c1"]


def test_that_collapse_and_unknown_soft_scores_come_last() -> None:
    assert order(scored("c1", -0.1, collapsed="a"), scored("c2", -3.0)) == ["c2", "c1"]
    assert order(scored("c1", UNKNOWN), scored("c2", -3.0, words=9)) == ["c2", "c1"]
    assert scored("c1", -0.2).standing > scored("c2", -0.3).standing > scored("c3", UNKNOWN).standing


def test_that_fewer_words_decide_where_nothing_is_known() -> None:
    assert order(scored("c1", UNKNOWN, words=5), scored("c2", UNKNOWN)) == ["c2", "c1"]


@pytest.fixture(scope="module")
def topics() -> Task:
    task = load_task(next(folder for folder in paths.sample_tasks() if folder.name == "ticket-topic"))
    return replace(task, train=task.train[:40], validation=task.validation[:20])


Judge = Callable[[Path], list[Scored]]


@pytest.fixture
def judge(topics: Task, model: ChatModel, spec: RunSpec) -> Callable[[Reading], Judge]:
    def reading(how: Reading) -> Judge:
        def sitting(log: Path) -> list[Scored]:
            recorder = Recorder(log, lambda event: None)
            bench = Bench({Role.TASK: model}, recorder, Meter(spec.budget))
            try:
                return Lab(topics, replace(spec, reading=how), bench).score([CLEAR, VAGUE], on=Split.TRAIN)
            finally:
                recorder.close()

        return sitting

    return reading


def test_that_compared_labels_tell_how_likely_the_right_ones_were_and_cost_no_more(
    judge: Callable[[Reading], Judge], tmp_path: Path
) -> None:
    clear, vague = judge(Reading.CHOICES)(tmp_path / "events.jsonl")
    assert vague.card.soft < clear.card.soft < 0.0
    log = (tmp_path / "events.jsonl").read_text()
    assert log.count('"event":"CandidateScored"') == log.count('"soft":') == 2
    assert sum(map(int, re.findall(r'"calls":(\d+)', log))) == 80


def test_that_written_answers_have_none(judge: Callable[[Reading], Judge], tmp_path: Path) -> None:
    cards = judge(Reading.GENERATED)(tmp_path / "events.jsonl")
    assert all(math.isinf(each.card.soft) for each in cards)
    assert '"soft"' not in (tmp_path / "events.jsonl").read_text()


def test_that_a_run_of_an_older_version_goes_on_as_it_began(judge: Callable[[Reading], Judge], tmp_path: Path) -> None:
    sitting, log = judge(Reading.CHOICES), tmp_path / "events.jsonl"
    first = sitting(log)
    assert sitting(log) == first
    older = re.sub(r',"soft":-?[0-9.]+', "", log.read_text())
    assert older != log.read_text()
    log.write_text(older)
    assert all(each.card.soft == UNKNOWN for each in sitting(log))
    assert log.read_text() == older
