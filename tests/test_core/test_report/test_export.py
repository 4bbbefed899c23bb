"""A prompt taken away and read back is the same bytes."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import events as e
from core.cli.main import main
from core.data.reading import read_table
from core.data.tasks import load_task
from core.domain.example import Example, Split
from core.domain.prompt import Demonstration, Placement, Prompt
from core.domain.task import AnswerContract, AnswerKind, Task
from core.errors import DatasetError, UsageError
from core.report.export import FORMATS, Exported, ExportedModel, ExportedScore, export, form_of, gather, read, write
from core.state import fold
from core.store.runs import RunFolder
from core.store.workspace import open_workspace

ROW = Example(7, "Is it 3 or 4?", ("3",))

Fabricate = Callable[..., list[e.Event]]

_NASTY = st.lists(
    st.sampled_from(
        ["`", "```", "```prompt\n", "\n```\n", "````", "\r\n", "\r", "\n", "🧪", "👩‍👧", "שלום",
          "\u202e", "\x00", "\x1b[31m", "\x0c",
         "\u2028", "\ufeff", "# h", "- l", "~~~", " ", "\t", "{{input}}", '"', "\\", "é"]
    )
).map("".join)  # fmt: skip
_texts = st.one_of(st.text(), _NASTY)
_columns = st.lists(st.tuples(_texts, _texts), max_size=2).map(tuple)
_demonstrations = st.lists(st.builds(Demonstration, _texts, _texts, _columns), max_size=2).map(tuple)


@settings(max_examples=300, deadline=None)
@given(_texts)
def test_that_text_is_the_bytes_that_were_scored(text: str) -> None:
    assert write(Exported(Prompt(text)), "text") == text.encode()
    assert read(text.encode(), "text") == Prompt(text)


def test_that_worked_examples_are_never_lost_in_plain_text() -> None:
    exported = Exported(Prompt("Do it.", (Demonstration("a", "b"),)))
    with pytest.raises(UsageError, match="1 worked examples") as refused:
        write(exported, "text")
    assert refused.value.hint == "Export it as markdown or json."


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(_texts, _demonstrations, _texts, _texts)
def test_that_markdown_gives_prompt_and_demonstrations_back_byte_for_byte(
    text: str, demonstrations: tuple[Demonstration, ...], name: str, contract: str
) -> None:
    exported = Exported(
        Prompt(text, demonstrations),
        run=name,
        task=name,
        model=ExportedModel(name, name),
        contract=AnswerContract(instruction=contract),
    )
    assert read(write(exported, "markdown"), "markdown") == Prompt(text, demonstrations)


@settings(max_examples=200, deadline=None)
@given(_texts, _demonstrations, st.lists(_texts, max_size=2).map(tuple))
def test_that_json_gives_everything_back(
    text: str, demonstrations: tuple[Demonstration, ...], locked: tuple[str, ...]
) -> None:
    exported = Exported(
        Prompt(text, demonstrations, locked),
        placement=Placement.SYSTEM,
        contract=AnswerContract(AnswerKind.LABEL, ("a", "b"), text, 4, ("\n",)),
        scores=(ExportedScore(Split.TRAIN, 0.5, 0.4, 0.6, 40),),
    )
    content = write(exported, "json")
    assert read(content, "json") == exported.prompt
    assert msgspec.json.decode(content, type=Exported) == exported


@pytest.fixture
def run(tmp_path: Path, fabricate: Fabricate) -> RunFolder:
    folder = RunFolder(tmp_path / "2026-11-20-1432-gpo-smaller-number-7f3a")
    folder.path.mkdir()
    folder.log_path.write_bytes(b"".join(map(e.encode, fabricate(11))))
    folder.write_task(Task("t", (), (), placement=Placement.SYSTEM, contract=AnswerContract(instruction="One word.")))
    return folder


def test_that_an_export_says_how_the_prompt_was_asked_and_what_it_scored(run: RunFolder) -> None:
    state = fold(run.read_events().events)
    exported = gather(run, state)
    assert exported.prompt == state.nodes[state.best].candidate.prompt
    assert exported.placement is Placement.SYSTEM
    assert exported.model == ExportedModel("interim", "c" * 64)
    assert exported.scores[0].n == 48
    markdown = export(run, state, form="markdown").decode()
    assert "Train score:" in markdown
    assert "in the system message" in markdown
    assert "One word." in markdown
    assert str(run.path.parent) not in markdown + export(run, state, form="json").decode()


@pytest.mark.parametrize("form", FORMATS)
def test_that_another_candidate_than_the_best_can_be_taken(run: RunFolder, form: str) -> None:
    state = fold(run.read_events().events)
    node, chosen = state.nodes["c3"], form_of(form)
    content = export(run, state, "c3", form)
    if chosen.read is not None:
        assert chosen.read(content).text == node.candidate.prompt.text
    if chosen.ask is not None:
        assert chosen.ask(content, ROW)[0].text == f"{node.candidate.prompt.text}\nOne word."


def test_that_what_does_not_exist_is_a_usage_error(run: RunFolder) -> None:
    state = fold(run.read_events().events)
    with pytest.raises(UsageError, match="no candidate “c99”"):
        export(run, state, "c99")
    with pytest.raises(UsageError, match="cannot be exported as “pdf”"):
        export(run, state, form="pdf")
    with pytest.raises(UsageError, match="no prompt exported as json"):
        read(b"{}", "json")
    with pytest.raises(UsageError, match="no exported prompt"):
        read(b"# Notes\n", "markdown")


def test_that_json_with_its_rows_is_read_back_as_the_task_that_was_searched(tmp_path: Path) -> None:
    rows = [
        Example(n, f"text {n}", ("yes", "no")[n % 2 :][:1], (("place", f"p{n % 4}"),), (("user", "hello"),))
        for n in range(40)
    ]
    contract = AnswerContract(AnswerKind.LABEL, ("no", "yes"), "Answer yes or no.", max_tokens=7, stops=("\n",))
    exported = Exported(
        Prompt("Judge it: {{place}}"), metric="macro_f1", placement=Placement.AFTER_INPUT,
        input_template="{{place}}: {{input}}", contract=contract,
    )  # fmt: skip
    file = tmp_path / "prompt.json"
    file.write_bytes(write(exported, "json", rows))
    open_workspace(tmp_path / "w", create=True).close()
    assert main(["task", "create", "back", str(file), "--workspace", str(tmp_path / "w"), "--sizes", "10,10,20"]) == 0
    task = load_task(tmp_path / "w" / "tasks" / "back")
    assert (task.metric, task.placement) == ("macro_f1", Placement.AFTER_INPUT)
    assert (task.input_template, task.seed_prompts) == ("{{place}}: {{input}}", (Prompt("Judge it: {{place}}"),))
    assert task.contract == contract
    first = min((*task.train, *task.validation), key=lambda row: int(row.input.split()[1]))
    again = next(row for row in rows if row.input == first.input)
    assert (first.answers, first.variables, first.turns) == (again.answers, again.variables, again.turns)


def test_that_json_without_rows_is_refused_as_a_task_with_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "prompt.json"
    file.write_bytes(write(Exported(Prompt("Judge it.")), "json"))
    with pytest.raises(DatasetError, match="a prompt that Whet exported, and holds no rows"):
        read_table(file)
