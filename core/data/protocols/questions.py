"""Questions with a number or the letter of an option: GSM8K, MMLU and WSC."""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec

from core.data.protocols.base import (
    BenchmarkForm,
    BenchmarkReading,
    DataProtocol,
    Item,
    cells,
    checked,
    lines,
    options,
    spaced,
    xml,
)
from core.data.task_file import AnswerSection
from core.domain.task import AnswerKind

_PART = re.compile(r"_(?:dev|val|test)$")
_MARK = "####"
_Rows = Iterator[tuple[int, Item | str]]


class _Problem(msgspec.Struct):
    question: str
    answer: str


def _gsm8k(path: Path) -> BenchmarkReading:
    def rows() -> _Rows:
        for number, line in lines(path):
            try:
                row = msgspec.json.decode(line, type=_Problem)
            except (msgspec.DecodeError, UnicodeEncodeError) as error:
                yield number, f"{error}."
                continue
            _, mark, answer = row.answer.rpartition(_MARK)
            result = answer.strip().replace(",", "")
            yield number, Item(row.question, (result,)) if mark else f"the answer has no “{_MARK}”."

    return checked(path, GSM8K.title, rows())


def _mmlu(path: Path) -> BenchmarkReading:
    def rows() -> _Rows:
        for number, row in cells(path):
            if len(row) != 6 or row[5].strip() not in {"A", "B", "C", "D"}:
                yield number, "it is no question with four options and a letter from A to D."
            else:
                asked = f"{row[0].strip()}\nOptions:\n{options(row[1:5])}"
                yield number, Item(asked, (f"({row[5].strip()})",))

    return checked(path, MMLU.title, rows())


def _wsc(path: Path) -> BenchmarkReading:
    root = xml(path, "collection", WSC.title)
    found: _Rows = ((number, _schema(each)) for number, each in enumerate(root.findall("schema"), 1))
    return checked(path, WSC.title, found)


def _schema(schema: ET.Element) -> Item | str:
    choices = [spaced(each.text or "") for each in schema.findall("answers/answer")]
    letter = re.sub(r"[^A-Z]", "", (schema.findtext("correctAnswer") or "").upper())
    if len(choices) < 2 or len(letter) != 1 or ord(letter) - ord("A") >= len(choices):
        return "it has no answers, or its correct answer is none of them."
    pronoun = spaced(schema.findtext("text/pron") or "")
    sentence = _around(schema, "text", "txt1", "txt2", pronoun)
    quote = _around(schema, "quote", "quote1", "quote2", spaced(schema.findtext("quote/pron") or "") or pronoun)
    question = f"What does “{pronoun}” stand for" + (f" in “{quote}”?" if quote else "?")
    return Item(f"{sentence}\n{question}\nOptions:\n{options(choices)}", (f"({letter})",))


def _around(schema: ET.Element, part: str, before: str, after: str, pronoun: str) -> str:
    sides = [spaced(schema.findtext(f"{part}/{name}") or "") for name in (before, after)]
    return spaced(f"{sides[0]} {pronoun} {sides[1]}") if any(sides) else ""


def _is_mmlu(path: Path, head: bytes) -> bool:
    if path.suffix != ".csv" or not _PART.search(path.stem):
        return False
    first = next(csv.reader(head.decode("utf-8", "replace").splitlines(keepends=True)), [])
    return len(first) == 6 and first[5].strip() in {"A", "B", "C", "D"}


def _number(task: str, items: Sequence[Item]) -> BenchmarkForm:
    del task, items
    answer = AnswerSection(AnswerKind.NUMBER, instruction="End with: The answer is NUMBER.", max_tokens=256)
    return BenchmarkForm(answer, "Solve the problem.")


def _letter(task: str, items: Sequence[Item]) -> BenchmarkForm:
    del items
    subject = f" about {task.replace('_', ' ')}" if task else ""
    return BenchmarkForm(AnswerSection(AnswerKind.CHOICE), f"Answer the question{subject}.")


GSM8K = DataProtocol(
    name="gsm8k",
    title="GSM8K",
    paper="Cobbe et al. 2021, arXiv 2110.14168",
    matches=lambda path, head: path.suffix == ".jsonl" and head.lstrip().startswith(b'{"question"') and b"####" in head,
    read=_gsm8k,
    form=_number,
)

MMLU = DataProtocol(
    name="mmlu",
    title="MMLU",
    paper="Hendrycks et al. 2021, arXiv 2009.03300",
    matches=_is_mmlu,
    read=_mmlu,
    form=_letter,
    task_of=lambda path: _PART.sub("", path.stem),
    pooled=True,
)

WSC = DataProtocol(
    name="wsc",
    title="the Winograd Schema Challenge",
    paper="Levesque et al. 2012",
    matches=lambda path, head: path.suffix == ".xml" and b"<collection" in head and b"<schema" in head,
    read=_wsc,
    form=_letter,
    pooled=True,
)
