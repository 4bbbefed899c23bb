"""Task folders: written whole or not at all, read strictly, their sealed rows behind one door."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.data import CreatedTask, Mapping, Sizes, TaskPlan, create_task, guess_answer, read_table
from core.data.task_file import AnswerSection, PromptSection, dump_task_file, parse_task_file
from core.data.tasks import load_task, open_sealed_test, read_task, task_fingerprint
from core.domain.example import Example, Split, fingerprint
from core.domain.prompt import Placement, Prompt
from core.domain.task import AnswerKind
from core.errors import DatasetError, TaskError

Write = Callable[[str, str | bytes], Path]

_MINIMAL = '[data]\nfile = "d.csv"\nsizes = { train = 2, validation = 2, test = 2 }\n'
_ROWS = "input,answer\n" + "".join(f"question {i},{'yes' if i % 2 else 'no'}\n" for i in range(8))


def _folder(tmp_path: Path, toml: str, **files: str) -> Path:
    folder = tmp_path / "my-task"
    folder.mkdir()
    (folder / "task.toml").write_text(toml, encoding="utf-8")
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def _create(write: Write, tmp_path: Path, plan: TaskPlan | None = None) -> CreatedTask:
    text = "text,label,note\n" + "".join(f"words {i},{'pos' if i % 3 else 'neg '},n{i}\n" for i in range(60)) + "bad\n"
    table = read_table(write("reviews.csv", text))
    return create_task(tmp_path / "made", table, Mapping("text", "label", ("note",)), plan)


def test_that_a_task_holds_train_and_validation_and_only_counts_and_names_the_test(tmp_path: Path) -> None:
    folder = _folder(tmp_path, _MINIMAL, d_csv=_ROWS)
    task = load_task(folder)
    sealed = open_sealed_test(folder)
    assert (task.name, len(task.train), len(task.validation), task.test_rows) == ("my-task", 2, 2, 2)
    assert task.test_fingerprint == fingerprint(sealed)
    seen = {example.key for example in (*task.train, *task.validation)}
    assert seen.isdisjoint(example.key for example in sealed)


def test_that_every_key_of_the_task_file_arrives_in_the_task(tmp_path: Path) -> None:
    toml = """
name = "n"
title = "t"
description = "d"
metric = "macro_f1"
[prompt]
seed = ["one", "two"]
placement = "after_input"
input_template = "Q: {{input}} ({{note}})"
[answer]
kind = "label"
labels = ["yes", "no"]
instruction = "Say it."
max_tokens = 7
stops = ["#"]
[data]
file = "d.csv"
delimiter = ";"
encoding = "cp1252"
input = "q"
answer = ["a", "b"]
variables = ["note"]
split = "part"
[reference]
prompt = "good"
"""
    rows = "q;a;b;note;part\né1;yes;ja;n;train\né2;no;;n;validation\né3;no;;n;test\n"
    folder = _folder(tmp_path, toml)
    (folder / "d.csv").write_bytes(rows.encode("cp1252"))
    reading = read_task(folder)
    task = reading.task
    assert (task.name, task.title, task.description, task.metric) == ("n", "t", "d", "macro_f1")
    assert task.seed_prompts == (Prompt("one"), Prompt("two"))
    assert task.placement is Placement.AFTER_INPUT
    assert task.input_template == "Q: {{input}} ({{note}})"
    assert task.contract.kind is AnswerKind.LABEL
    assert (task.contract.labels, task.contract.instruction) == (("yes", "no"), "Say it.")
    assert (task.contract.max_tokens, task.contract.stops) == (7, ("#",))
    assert task.train[0].answers == ("yes", "ja")
    assert task.train[0].input == "é1"
    assert task.train[0].variables == (("note", "n"),)
    assert task.test_rows == 1
    assert reading.reference == "good"


def test_that_files_per_split_are_respected_and_their_leaks_reported(tmp_path: Path) -> None:
    toml = '[data]\nfiles = { train = "a.csv", validation = "b.csv", test = "c.csv" }\n'
    folder = _folder(
        tmp_path,
        toml,
        a_csv="input,answer\none,1\ntwo,2\n",
        b_csv="input,answer\nthree,3\nbroken\n",
        c_csv="input,answer\nOne,1\nfour,4\n",
    )
    reading = read_task(folder)
    assert {example.input for example in reading.task.train} == {"one", "two"}
    assert reading.task.test_rows == 2
    rows = [example.row for example in (*reading.task.train, *reading.task.validation, *open_sealed_test(folder))]
    assert len(set(rows)) == 5
    assert [[split for split, _ in leak.rows] for leak in reading.leaks] == [[Split.TRAIN, Split.TEST]]
    assert [error.message for error in reading.errors] == ["(b.csv) has 1 cell instead of 2."]


def test_that_a_label_task_without_labels_has_those_of_the_data_in_the_instruction(tmp_path: Path) -> None:
    folder = _folder(tmp_path, f'[answer]\nkind = "label"\n{_MINIMAL}', d_csv=_ROWS)
    contract = load_task(folder).contract
    assert contract.labels == ("no", "yes")
    assert contract.instruction == "Answer with exactly one of: no, yes."


def test_that_an_empty_instruction_switches_it_off(tmp_path: Path) -> None:
    folder = _folder(tmp_path, f'[answer]\nkind = "label"\ninstruction = ""\n{_MINIMAL}', d_csv=_ROWS)
    assert load_task(folder).contract.instruction == ""


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        (f'metrik = "x"\n{_MINIMAL}', r"unknown key “metrik”\. Did you mean “metric”\?"),
        (f'[answer]\nkid = "x"\n{_MINIMAL}', r"unknown key “answer\.kid”\. Did you mean “kind”\?"),
        ('[data]\nfile = "d.csv"\nsizes = { tain = 1, validation = 1 }\n', r"unknown key “data\.sizes\.tain”"),
        (f'[answer]\nkind = "labelz"\n{_MINIMAL}', "Invalid enum value 'labelz'"),
        (f'[answer]\nmax_tokens = "8"\n{_MINIMAL}', r"Expected `int`, got `str` - at `\$.answer.max_tokens`"),
        (f"[answer]\nmax_tokens = 0\n{_MINIMAL}", "max_tokens is 0"),
        ("name = \n", "not valid TOML"),
        ('name = "x"\n', r"either data\.file or data\.files"),
        (f'{_MINIMAL}split = "s"\n', r"both data\.split and data\.sizes"),
        ('[data]\nfile = "../d.csv"\n', "lies outside of its folder"),
        ('[data]\nfile = "/etc/passwd"\n', "lies outside of its folder"),
        ('[data]\nfile = "C:\\\\d.csv"\n', "lies outside of its folder"),
        ('[data]\nfile = "missing.csv"\n', r"There is no file missing\.csv"),
        (_MINIMAL.replace("train = 2", "train = 0"), "has no train rows"),
        (_MINIMAL.replace("train = 2", "train = 20"), "ask for 24 rows; there are 8"),
        (f'{_MINIMAL}answer = "anser"\n', r"no column “anser”\. Did you mean “answer”\?"),
    ],
)
def test_that_a_wrong_task_file_is_refused_with_a_sentence(tmp_path: Path, toml: str, sentence: str) -> None:
    folder = _folder(tmp_path, toml, d_csv=_ROWS)
    with pytest.raises((TaskError, DatasetError), match=sentence):
        load_task(folder)


def test_that_a_folder_without_a_task_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TaskError, match=r"has no task\.toml"):
        load_task(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_that_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = _folder(tmp_path, _MINIMAL)
    (tmp_path / "secret.csv").write_text(_ROWS, encoding="utf-8")
    (folder / "d.csv").symlink_to(tmp_path / "secret.csv")
    with pytest.raises(TaskError, match="lies outside of its folder"):
        load_task(folder)


def test_that_a_created_task_reads_back_as_it_was_made(write: Write, tmp_path: Path) -> None:
    plan = TaskPlan(
        title='A "title"\nof two lines',
        metric="macro_f1",
        prompt=PromptSection(seed="Be  exact.\r\n\t\\n “é” ", input_template="{{text}}: {{input}}"),
        sizes=Sizes(12, 18, 24),
        seed=5,
    )
    created = _create(write, tmp_path, plan)
    task = load_task(created.folder)
    assert task.seed_prompts == (Prompt("Be  exact.\r\n\t\\n “é” "),)
    assert (task.title, task.metric, task.input_template) == (plan.title, "macro_f1", "{{input}}: {{input}}")
    assert (len(task.train), len(task.validation), task.test_rows, len(created.unused)) == (12, 18, 24, 6)
    assert (task.contract.kind, task.contract.labels) == (AnswerKind.LABEL, ("neg", "pos"))
    inputs = [example.input for example in created.splits.validation]
    assert [example.input for example in task.validation] == inputs
    assert task.train[0].variables[0][0] == "note"
    assert [error.row for error in created.errors] == [62]
    assert "20 answers had spaces at the ends" in created.warnings[0]


def test_that_columns_keep_their_names_even_if_one_is_called_split(write: Write, tmp_path: Path) -> None:
    text = "split,label,input\n" + "".join(f"wood {i},{'a' if i % 2 else 'b'},ctx {i}\n" for i in range(20))
    table = read_table(write("a.csv", text))
    created = create_task(tmp_path / "t", table, Mapping("split", "label", ("input",)))
    first = load_task(created.folder).train[0]
    assert first.input.startswith("wood")
    assert first.variables[0][0] == "input"


def test_that_several_answers_survive(write: Write, tmp_path: Path) -> None:
    rows = "".join(f'{{"input": "q{i}", "ideal": ["{i}", "n{i}"]}}\n' for i in range(20))
    table = read_table(write("a.jsonl", rows))
    created = create_task(tmp_path / "t", table, Mapping("input", "ideal"))
    assert all(len(example.answers) == 2 for example in load_task(created.folder).train)


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        (["1", "2.5", "$1,000"], AnswerKind.NUMBER),
        (["(A)", "(B)", "(C)"], AnswerKind.CHOICE),
        (["good", "bad", "good"], AnswerKind.LABEL),
        (["Paris", "New York", "Rome"], AnswerKind.SPAN),
        (["a long sentence that goes on and on", "b", "c"], AnswerKind.SPAN),
        (["a longer sentence of nine words that goes on", "b", "c"], AnswerKind.TEXT),
    ],
)
def test_that_the_kind_of_answers_is_guessed(
    write: Write, tmp_path: Path, answers: list[str], kind: AnswerKind
) -> None:
    unique = kind in {AnswerKind.SPAN, AnswerKind.TEXT}
    text = "".join(f'{{"input": "q{i}", "answer": "{answers[i % 3]}{i if unique else ""}"}}\n' for i in range(30))
    created = create_task(tmp_path / "t", read_table(write("a.jsonl", text)), Mapping("input", "answer"))
    assert load_task(created.folder).contract.kind is kind


def test_that_an_existing_folder_is_not_touched(write: Write, tmp_path: Path) -> None:
    _create(write, tmp_path)
    before = (tmp_path / "made" / "data.jsonl").read_bytes()
    with pytest.raises(TaskError, match="exists already"):
        _create(write, tmp_path)
    assert (tmp_path / "made" / "data.jsonl").read_bytes() == before


def test_that_too_few_rows_are_refused_and_nothing_is_left(write: Write, tmp_path: Path) -> None:
    table = read_table(write("a.csv", "text,label\na,b\n"))
    with pytest.raises(TaskError, match="1 usable rows are too few"):
        create_task(tmp_path / "t", table, Mapping("text", "label"))
    assert not (tmp_path / "t").exists()


@pytest.mark.skipif(os.name == "nt", reason="file size limits are of POSIX")
def test_that_a_full_disk_leaves_nothing_and_says_so(write: Write, tmp_path: Path) -> None:
    rows = "".join(f"some words {i},{'a' if i % 2 else 'b'}\n" for i in range(2000))
    path = write("a.csv", f"text,label\n{rows}")
    code = f"""
import resource
from pathlib import Path
from core.data import Mapping, create_task, read_table
from core.errors import TaskError
table = read_table(Path({str(path)!r}))
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    create_task(Path({str(tmp_path / "full")!r}), table, Mapping("text", "label"))
except TaskError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "could not be written" in done.stdout
    assert "Nothing was changed." in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_that_a_place_that_cannot_be_written_is_named_with_a_sentence(write: Write, tmp_path: Path) -> None:
    table = read_table(write("a.csv", _ROWS))
    with pytest.raises(TaskError, match="could not be written"):
        create_task(tmp_path / "a.csv" / "t", table, Mapping("input", "answer"))


def test_that_a_read_only_folder_is_named_with_a_sentence(write: Write, tmp_path: Path) -> None:
    table = read_table(write("a.csv", _ROWS))
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    if os.access(closed, os.W_OK):
        pytest.skip("this user may write everywhere")
    with pytest.raises(TaskError, match=r"could not be written: permission denied\. Nothing was changed"):
        create_task(closed / "t", table, Mapping("input", "answer"))


def test_that_the_fingerprint_names_all_that_a_score_depends_on(write: Write, tmp_path: Path) -> None:
    base = task_fingerprint(load_task(_create(write, tmp_path).folder))
    changed = {
        task_fingerprint(load_task(create_task(tmp_path / name, table, Mapping("input", "answer"), plan).folder))
        for table in [read_table(write("b.csv", _ROWS * 1 + _ROWS.replace("question", "query").partition("\n")[2]))]
        for name, plan in {
            "a": TaskPlan(),
            "b": TaskPlan(metric="contains"),
            "c": TaskPlan(answer=AnswerSection(AnswerKind.LABEL, max_tokens=9)),
            "d": TaskPlan(prompt=PromptSection(input_template="Q: {{input}}")),
            "e": TaskPlan(seed=1),
        }.items()
    }
    assert len(changed | {base}) == 6


def test_that_the_seed_prompt_is_no_part_of_the_fingerprint(write: Write, tmp_path: Path) -> None:
    table = read_table(write("a.csv", _ROWS))
    made = [
        create_task(tmp_path / seed, table, Mapping("input", "answer"), TaskPlan("n", prompt=PromptSection(seed=seed)))
        for seed in ("one", "two")
    ]
    assert len({task_fingerprint(load_task(created.folder)) for created in made}) == 1


def test_that_a_written_task_file_parses_to_itself() -> None:
    file = parse_task_file(f'name = "x"\n{_MINIMAL}'.encode(), "x")
    assert parse_task_file(dump_task_file(file), "x") == file


def test_that_answers_that_are_json_objects_are_asked_for_as_such() -> None:
    rows = [Example(i, f"q{i}", (f'{{"n": {i}, "of": ["a"]}}',)) for i in range(20)]
    guessed = guess_answer(rows)
    assert (guessed.kind, guessed.instruction) == (AnswerKind.TEXT, "Answer with JSON only.")
    broken = [Example(i, f"q{i}", (f'{{"n": {i}',)) for i in range(20)]
    assert guess_answer(broken).instruction is None
