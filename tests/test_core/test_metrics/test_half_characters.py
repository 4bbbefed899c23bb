"""Halves of characters, such as JSON's `\\ud800` makes: no reply and no file brings them where nothing can keep
them."""

from pathlib import Path

import msgspec
import pytest

from core.domain.example import Example
from core.domain.task import AnswerContract, AnswerKind, Task
from core.errors import WorkspaceError
from core.metrics import judge
from core.store.history import history
from core.store.workspace import open_workspace

REPLIES = (
    '{"answer": "\\ud800a"}',
    '["\\udc00", "a"]',
    "{'answer': '\\ud800'}",
    '```json\n{"answer": "a\\udfff"}\n```',
    "answer: \ud800a",
)


@pytest.mark.parametrize("kind", AnswerKind)
@pytest.mark.parametrize("reply", REPLIES, ids=ascii)
def test_that_a_verdict_on_half_a_character_can_be_kept(kind: AnswerKind, reply: str) -> None:
    labels = ("a", "b") if kind in {AnswerKind.LABEL, AnswerKind.LABELS, AnswerKind.CHOICE} else ()
    example = Example(0, "question", ("a",))
    verdict = judge(reply, example, Task("x", (example,), (), contract=AnswerContract(kind, labels)))
    assert msgspec.json.decode(msgspec.json.encode(verdict), type=type(verdict)) == verdict


def test_that_two_halves_are_the_character_that_they_make() -> None:
    example = Example(0, "question", ("😀",))
    task = Task("x", (example,), (), contract=AnswerContract(AnswerKind.TEXT))
    assert judge("\ud83d\ude00", example, task).score == 1.0


def test_that_an_index_with_half_a_character_is_damage_like_any_other(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "w", create=True):
        pass
    (tmp_path / "w" / "index.json").write_text('{"runs": {"1": {"id": "\\ud800"}}}')
    with pytest.raises(WorkspaceError, match=r"index\.json"), open_workspace(tmp_path / "w") as workspace:
        history(workspace)
