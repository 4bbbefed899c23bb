"""Published benchmarks: small files in the form of each, made up here, and what becomes of them."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from core.data import protocols
from core.data.tasks import load_task, open_sealed_test, read_task
from core.domain.task import AnswerKind, Task
from core.errors import DatasetError, UsageError
from core.metrics import check_metric, judge

Make = Callable[[Path], None]


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def _bbh(folder: Path) -> None:
    rows = [{"input": f"Q{i}?\nOptions:\n(A) x\n(B) y", "target": "(A)" if i % 2 else "(B)"} for i in range(60)]
    rows[7]["target"] = "the film itself"
    _write(folder / "snarks.json", json.dumps({"canary": "…", "examples": rows}))
    _write(
        folder / "word_sorting.json",
        json.dumps({"examples": [{"input": f"b{i} a", "target": f"a b{i}"} for i in range(60)]}),
    )


def _gsm8k(folder: Path) -> None:
    rows = [{"question": f"{i} plus 1,000?", "answer": f"<<{i}+1000>>\n#### {1000 + i:,}"} for i in range(60)]
    _write(folder / "test.jsonl", "".join(json.dumps(row) + "\n" for row in rows))


def _banking(folder: Path) -> None:
    for part, n in (("train", 80), ("test", 40)):
        rows = "".join(f'"My card\n{part} {i} is late",{"card_arrival" if i % 2 else "top_up"}\n' for i in range(n))
        _write(folder / f"{part}.csv", f"text,category\n{rows}")


def _mmlu(folder: Path) -> None:
    for part, n in (("dev", 5), ("val", 20), ("test", 60)):
        out = io.StringIO()
        csv.writer(out).writerows(
            [f"What is {part} {i}, “really”?", "one", "two", "3, or so", "four", "ABCD"[i % 4]] for i in range(n)
        )
        _write(folder / part / f"college_physics_{part}.csv", out.getvalue())


def _wsc(folder: Path) -> None:
    schemas = "".join(
        f"<schema><text><txt1>The box {i} did not fit in the bag because</txt1><pron>it</pron><txt2>was too"
        f" {'big' if i % 2 else 'small'} .</txt2></text><quote><quote1></quote1><pron>it</pron><quote2>was too</quote2>"
        f"</quote><answers><answer>the box</answer><answer>the bag</answer></answers>"
        f"<correctAnswer> {'A' if i % 2 else 'B.'} </correctAnswer><source>made up</source></schema>"
        for i in range(40)
    )
    _write(folder / "WSCollection.xml", f'<?xml version="1.0" encoding="UTF-8"?><collection>{schemas}</collection>')


def _webnlg(folder: Path) -> None:
    for part, n in (("train", 60), ("dev", 40), ("test", 40)):
        entries = "".join(
            f'<entry category="Airport" eid="Id{i}"><modifiedtripleset><mtriple>{part}_{i} | in | Ulm</mtriple>'
            f'</modifiedtripleset><lex comment="good" lid="Id1" lang="en">{part} {i} serves Ulm.</lex>'
            f'<lex comment="good" lid="Id2" lang="en">Ulm is served by {part} {i}.</lex><lex lang="ru">…</lex></entry>'
            for i in range(n)
        )
        _write(folder / part / "1triples" / "Airport.xml", f"<benchmark><entries>{entries}</entries></benchmark>")


def _induction(folder: Path) -> None:
    for part, n in (("induce", 60), ("execute", 40)):
        plain = {str(i): {"input": f"{part} cat{i}", "output": f"cat{i}s"} for i in range(n)}
        rhymes = {str(i): {"input": f"{part}{i}", "other_rhymes": [f"x{i}", f"y{i}"]} for i in range(n)}
        animals = {str(i): {"input": f"{part} box, cat{i}, cow", "output": f"cat{i}, cow"} for i in range(n)}
        causes = {str(i): {"cause": f"{part} rain {i}.", "effect": f"Wet street {i}."} for i in range(n)}
        for name, rows in (
            ("singular_to_plural", plain),
            ("rhymes", rhymes),
            ("taxonomy_animal", animals),
            ("cause_and_effect", causes),
        ):
            _write(folder / "raw" / part / f"{name}.json", json.dumps({"metadata": {}, "examples": rows}, indent=2))


def _trec(folder: Path) -> None:
    kinds = ("DESC:manner", "ENTY:cremat", "NUM:count", "LOC:city")
    _write(folder / "train_5500.label", "".join(f"{kinds[i % 4]} What is thing {i} ?\n" for i in range(80)))
    _write(folder / "TREC_10.label", "".join(f"{kinds[i % 4]} Où is café {i} ?\n" for i in range(40)).encode("latin-1"))


def _news(folder: Path) -> None:
    for part, n in (("train", 80), ("test", 40)):
        rows = "".join(f'"{i % 4 + 1}","{part} title {i}","It said: ""so\\be it"" {i}"\n' for i in range(n))
        _write(folder / f"{part}.csv", rows)


def _subj(folder: Path) -> None:
    _write(folder / "quote.tok.gt9.5000", "".join(f"a fine film , really {i} .\n" for i in range(60)))
    _write(folder / "plot.tok.gt9.5000", "".join(f"he meets zoë {i} .\n" for i in range(60)).encode("latin-1"))


def _sst(folder: Path) -> None:
    for part, n in (("train", 80), ("dev", 40)):
        rows = "".join(f'{part} "quoted {i} \t{i % 2}\n' for i in range(n))
        _write(folder / f"{part}.tsv", f"sentence\tlabel\n{rows}")
    _write(folder / "test.tsv", "index\tsentence\n0\tno label\n")


_MADE: dict[str, tuple[Make, set[str], AnswerKind, str]] = {
    "bbh": (_bbh, {"bbh-snarks", "bbh-word_sorting"}, AnswerKind.CHOICE, "exact_match"),
    "gsm8k": (_gsm8k, {"gsm8k"}, AnswerKind.NUMBER, "exact_match"),
    "banking77": (_banking, {"banking77"}, AnswerKind.LABEL, "exact_match"),
    "mmlu": (_mmlu, {"mmlu-college_physics"}, AnswerKind.CHOICE, "exact_match"),
    "wsc": (_wsc, {"wsc"}, AnswerKind.CHOICE, "exact_match"),
    "webnlg": (_webnlg, {"webnlg"}, AnswerKind.TEXT, "rouge_l"),
    "instruction_induction": (
        _induction,
        {f"instruction_induction-{n}" for n in ("cause_and_effect", "rhymes", "singular_to_plural", "taxonomy_animal")},
        AnswerKind.SPAN,
        "exact_match",
    ),
    "trec": (_trec, {"trec"}, AnswerKind.LABEL, "exact_match"),
    "ag_news": (_news, {"ag_news"}, AnswerKind.LABEL, "exact_match"),
    "subj": (_subj, {"subj"}, AnswerKind.LABEL, "exact_match"),
    "sst2": (_sst, {"sst2"}, AnswerKind.LABEL, "exact_match"),
}


def _first(name: str, tmp_path: Path) -> tuple[protocols.SuiteTask, Task]:
    _MADE[name][0](tmp_path / "data")
    found = protocols.recognized(tmp_path / "data")[0]
    protocols.create(found, tmp_path / "task")
    return found, load_task(tmp_path / "task")


def test_that_every_protocol_is_tried_here() -> None:
    assert set(_MADE) == set(protocols.PROTOCOLS)


@pytest.mark.parametrize("name", _MADE)
def test_that_the_files_of_a_benchmark_are_recognized_and_become_a_task(name: str, tmp_path: Path) -> None:
    _, names, kind, metric = _MADE[name]
    _, task = _first(name, tmp_path)
    found = protocols.recognized(tmp_path / "data")
    assert {each.name for each in found} == names
    assert {each.protocol for each in found} == {name}
    assert (task.contract.kind, task.metric) == (kind, metric)
    assert task.train
    assert task.validation
    assert task.test_rows >= 20
    check_metric(task)
    for example in (*task.train, *task.validation):
        assert judge(example.answer, example, task).score == 1, example
    assert task.seed_prompts[0].text


def test_that_all_of_them_are_told_apart_in_one_folder(tmp_path: Path) -> None:
    for name, (make, *_) in _MADE.items():
        make(tmp_path / "suite" / name)
    _write(tmp_path / "suite" / "notes.txt", "nothing")
    _write(tmp_path / "suite" / "other.csv", "a,b\n1,2\n")
    found = protocols.recognized(tmp_path / "suite")
    assert {each.name for each in found} == set().union(*(names for _, names, *_ in _MADE.values()))


@pytest.mark.parametrize("name", ["banking77", "trec", "ag_news", "sst2", "webnlg", "instruction_induction"])
def test_that_published_test_rows_alone_are_sealed(name: str, tmp_path: Path) -> None:
    found, task = _first(name, tmp_path)
    assert task.test_rows == (80 if found.task == "cause_and_effect" else 40)
    sealed = {example.input for example in open_sealed_test(tmp_path / "task")}
    assert not sealed & {example.input for example in (*task.train, *task.validation)}
    assert not read_task(tmp_path / "task").leaks


def test_that_a_row_to_learn_from_that_is_in_the_test_is_left_out(tmp_path: Path) -> None:
    _trec(tmp_path / "data")
    file = tmp_path / "data" / "train_5500.label"
    file.write_bytes(file.read_bytes() + "DESC:manner Où is café 3 ?\n".encode("latin-1"))
    loaded = protocols.load(protocols.recognized(tmp_path / "data")[0])
    learnt = {example.input for example in (*loaded.splits.train, *loaded.splits.validation)}
    assert "Où is café 3 ?" not in learnt
    assert len(learnt) == 80


def test_that_what_stands_in_the_files_is_kept_as_meant(tmp_path: Path) -> None:
    assert "(B) two\n(C) 3, or so" in _first("mmlu", tmp_path / "1")[1].train[0].input
    assert 'It said: "so be it"' in _first("ag_news", tmp_path / "2")[1].train[0].input
    assert "Options:\n(A) the box" in _first("wsc", tmp_path / "3")[1].train[0].input
    assert "was too" in _first("wsc", tmp_path / "4")[1].train[0].input
    assert len(_first("webnlg", tmp_path / "5")[1].train[0].answers) == 2
    assert any("zoë" in example.input for example in _first("subj", tmp_path / "6")[1].train)
    assert _first("sst2", tmp_path / "7")[1].train[0].input.count('"') == 1
    assert {len(example.answer) for example in _first("gsm8k", tmp_path / "8")[1].train} == {4}


def test_that_an_answer_that_is_no_option_is_named_and_left_out(tmp_path: Path) -> None:
    _bbh(tmp_path)
    made = protocols.create(protocols.named("bbh", tmp_path / "snarks.json"), tmp_path / "task")
    assert [str(error) for error in made.errors] == ["Row 8: (snarks.json) the answer “the film itself” is no option."]
    assert {example.answer for example in load_task(tmp_path / "task").train} == {"(A)", "(B)"}


def test_that_sorted_words_are_judged_in_order_and_sets_in_any(tmp_path: Path) -> None:
    _bbh(tmp_path / "b")
    protocols.create(protocols.named("bbh", tmp_path / "b" / "word_sorting.json"), tmp_path / "sorting")
    sorting = load_task(tmp_path / "sorting")
    row = sorting.train[0]
    assert judge(" ".join(reversed(row.answer.split())), row, sorting).score == 0
    _induction(tmp_path / "i")
    path = tmp_path / "i" / "raw" / "induce" / "taxonomy_animal.json"
    protocols.create(protocols.named("instruction_induction", path), tmp_path / "animals")
    animals = load_task(tmp_path / "animals")
    row = animals.train[0]
    assert judge(", ".join(reversed(row.answer.split(", "))), row, animals).score == 1
    assert judge("cow", row, animals).score == 0


@pytest.mark.parametrize("name", _MADE)
@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n", b"just some words\nand more\n", b"\xff\xfe\x00\x01" * 50, b'{"a": 1}', b"[" * 5_000, b"<a><b>"],
)
def test_that_another_file_is_refused_with_a_clear_sentence(name: str, content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "file.json"
    file.write_bytes(content)
    with pytest.raises(DatasetError) as caught:
        protocols.load(protocols.named(name, file))
    assert "file.json" in caught.value.message
    assert len(caught.value.message) < 400


@pytest.mark.parametrize("name", _MADE)
def test_that_a_missing_file_is_said(name: str, tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="cannot be read"):
        protocols.load(protocols.named(name, tmp_path / "quote.nothing"))


def test_that_a_folder_must_hold_one_task_to_name_it(tmp_path: Path) -> None:
    _bbh(tmp_path)
    with pytest.raises(UsageError, match="holds 2 tasks") as caught:
        protocols.named("bbh", tmp_path)
    assert "snarks, word_sorting" in caught.value.hint
    with pytest.raises(DatasetError, match="holds no file of TREC"):
        protocols.named("trec", tmp_path)
    with pytest.raises(UsageError, match="no protocol “bhb”"):
        protocols.named("bhb", tmp_path)
    with pytest.raises(DatasetError, match="no folder"):
        protocols.recognized(tmp_path / "nothing")


def test_that_entities_in_xml_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "WSCollection.xml"
    file.write_text(
        '<!DOCTYPE c [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><collection><schema>&b;</schema></collection>'
    )
    with pytest.raises(DatasetError, match="declares entities"):
        protocols.load(protocols.named("wsc", file))


@pytest.mark.slow
def test_that_a_hundred_thousand_rows_become_a_task(tmp_path: Path) -> None:
    rows = "".join(f'"{i % 4 + 1}","title {i}","some words about the matter number {i}"\n' for i in range(100_000))
    (tmp_path / "train.csv").write_text(rows)
    made = protocols.create(protocols.recognized(tmp_path)[0], tmp_path / "task")
    assert len(made.splits.test) == 1_000
