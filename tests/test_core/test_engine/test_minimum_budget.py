"""A limit of tokens that is too small is told of by the estimate; a real run on the bundled model is the proof."""

from contextlib import closing, suppress
from pathlib import Path

import pytest

from core.domain.runspec import Budget, ModelSettings, Role
from core.engine.client import EngineProcess
from core.engine.commands.prepare import Prepare, Prepared
from core.engine.commands.run import Run
from core.engine.connection import EngineCommandError
from core.errors import WhetError
from core.events import RunEnded
from core.llm import llama
from core.llm.base import ChatMessage, Part
from core.store.runs import RunFolder
from core.store.workspace import Workspace


def prepared(engine: EngineProcess, task: Path, model: Path, method: str, tokens: int) -> Prepared:
    command = Prepare(str(task), {Role.TASK: str(model)}, method, budget=Budget(tokens=tokens))
    return next(item for item in engine.do(command) if isinstance(item, Prepared))


def ending(engine: EngineProcess, folder: RunFolder, task: Path, model: Path) -> RunEnded:
    with suppress(WhetError):
        list(engine.do(Run(str(folder.path), str(task), {Role.TASK: str(model)})))
    ended = folder.read_events().events[-1]
    assert isinstance(ended, RunEnded)
    return ended


@pytest.mark.parametrize("method", ["gpo", "dual_phase"])
def test_that_the_estimate_says_how_many_tokens_the_first_step_takes(
    engine: EngineProcess, workspace: Workspace, task: Path, model: Path, method: str
) -> None:
    small = prepared(engine, task, model, method, 300)
    assert small.outlook is not None
    found = small.outlook.shortfall
    assert found is not None
    assert (found.limit, found.allowed) == ("tokens", 300)
    assert f"Allow {found.needed:,} tokens or more." in small.outlook.sentences[-1]
    warned = [prepared(engine, task, model, method, round(share * found.needed)) for share in (0.5, 0.6, 0.7)]
    short = [each.spec for each in warned if each.outlook is not None and each.outlook.shortfall is not None]
    assert short
    ended = ending(engine, workspace.new_run(short[-1]), task, model)
    assert "before the seed prompt was scored" in ended.message
    enough = prepared(engine, task, model, method, found.needed)
    assert enough.outlook is not None
    assert enough.outlook.shortfall is None
    assert ending(engine, workspace.new_run(enough.spec), task, model).outcome in {"budget", "finished"}


def test_that_the_vocabulary_alone_counts_what_the_loaded_model_counts(model: Path) -> None:
    texts = ["Complete the task.", "日本語 😀 <|im_start|>", "", "a" * 3000]
    asked = [(ChatMessage("user", (Part(text),)),) for text in texts]
    with llama.counting(model) as count, closing(llama.load(model, ModelSettings(context=4096))) as loaded:
        assert [count(each) for each in asked] == [len(loaded.render(each).token_ids) for each in asked]


def test_that_a_limit_that_is_too_small_is_refused_where_that_is_asked_for(
    engine: EngineProcess, task: Path, model: Path
) -> None:
    command = Prepare(str(task), {Role.TASK: str(model)}, "gpo", budget=Budget(calls=20), refuse_shortfall=True)
    with pytest.raises(EngineCommandError, match="too small") as refused:
        list(engine.do(command))
    assert refused.value.kept == "Nothing was started."
