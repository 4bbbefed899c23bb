"""Texts with one of a few labels: Banking77, TREC, AG News, Subj and SST-2."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from core.data.protocols.base import (
    BenchmarkForm,
    BenchmarkReading,
    DataProtocol,
    Item,
    cells,
    checked,
    lines,
    spaced,
    wrong_file,
)
from core.data.task_file import AnswerSection
from core.domain.task import AnswerKind
from core.errors import DatasetError
from core.said import Said

_TREC = {
    "ABBR": "abbreviation", "ENTY": "entity", "DESC": "description",
    "HUM": "human", "LOC": "location", "NUM": "number",
}  # fmt: skip
_NEWS = {"1": "World", "2": "Sports", "3": "Business", "4": "Sci/Tech"}
_FEELINGS = {"0": "negative", "1": "positive"}
_SUBJ = {"quote": "subjective", "plot": "objective"}
_TREC_LINE = re.compile(r"([A-Z]{3,4}):(\w+)[ \t]+(\S.*)")
_NEWS_LINE = re.compile(rb'"?[1-4]"?,"?[^\n]')
_Rows = Iterator[tuple[int, Item | str]]


def _labelled(labels: Sequence[str], seed: str) -> Callable[[str, Sequence[Item]], BenchmarkForm]:
    """The published labels; of more than the file's own (Banking77) those that occur."""

    def form(task: str, items: Sequence[Item]) -> BenchmarkForm:
        del task
        found = list(labels) or sorted({item.answers[0] for item in items})
        return BenchmarkForm(AnswerSection(AnswerKind.LABEL, labels=found, max_tokens=24), seed)

    return form


def _unknown(label: str, known: Mapping[str, str]) -> str:
    return f"“{label[:40]}” is no label; those are {', '.join(known)}."


def _banking(path: Path) -> BenchmarkReading:
    rows = cells(path)
    header = [cell.strip() for cell in next(rows, (0, [""]))[1]]
    if header != ["text", "category"]:
        raise wrong_file(path, BANKING77.title, "its columns are not text and category")
    found: _Rows = (
        (number, Item(spaced(row[0]), (row[1].strip(),)) if len(row) == 2 else f"has {len(row)} cells, not 2.")
        for number, row in rows
    )
    return checked(path, BANKING77.title, found)


def _trec(path: Path) -> BenchmarkReading:
    def rows() -> _Rows:
        for number, line in lines(path, otherwise="latin-1"):
            match = _TREC_LINE.fullmatch(line.strip())
            if match is None:
                yield number, "it does not begin with a label such as “DESC:manner”."
            elif match.group(1) not in _TREC:
                yield number, _unknown(match.group(1), _TREC)
            else:
                yield number, Item(match.group(3), (_TREC[match.group(1)],))

    return checked(path, TREC.title, rows())


def _news(path: Path) -> BenchmarkReading:
    def rows() -> _Rows:
        for number, row in cells(path):
            if number == 1 and row[0].strip().lower() == "class index":  # some copies have a header
                continue
            if len(row) != 3:
                yield number, f"has {len(row)} cells, not 3."
            elif row[0] not in _NEWS:
                yield number, _unknown(row[0], _NEWS)
            else:  # a backslash stands for a line's end
                yield number, Item("\n".join(spaced(cell.replace("\\", " ")) for cell in row[1:]), (_NEWS[row[0]],))

    return checked(path, AG_NEWS.title, rows())


def _subj(path: Path) -> BenchmarkReading:
    label = _SUBJ.get(path.name.partition(".")[0])
    if label is None:
        raise wrong_file(path, SUBJ.title, "its name says neither “quote” (subjective) nor “plot” (objective)")
    found: _Rows = ((number, Item(spaced(line), (label,))) for number, line in lines(path, otherwise="latin-1"))
    return checked(path, SUBJ.title, found)


def _sst(path: Path) -> BenchmarkReading:
    rows = cells(path, "\t", quoted=False)
    header = [cell.strip() for cell in next(rows, (0, [""]))[1]]
    if header == ["index", "sentence"]:
        raise DatasetError(
            Said("{name} of SST-2 was published without labels.", name=path.name),
            hint="Use dev.tsv to test, as papers do.",
        )
    if header != ["sentence", "label"]:
        raise wrong_file(path, SST2.title, "its columns are not sentence and label")

    def found() -> _Rows:
        for number, row in rows:
            if len(row) != 2:
                yield number, f"has {len(row)} cells, not 2."
            elif row[1].strip() not in _FEELINGS:
                yield number, _unknown(row[1], _FEELINGS)
            else:
                yield number, Item(row[0].strip(), (_FEELINGS[row[1].strip()],))

    return checked(path, SST2.title, found())


def _first_line(head: bytes) -> bytes:
    return head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].strip()


BANKING77 = DataProtocol(
    name="banking77",
    title="Banking77",
    paper="arXiv 2003.04807",
    matches=lambda path, head: path.suffix == ".csv" and _first_line(head) == b"text,category",
    read=_banking,
    form=_labelled((), "Name the intent of the customer's message."),
)

TREC = DataProtocol(
    name="trec",
    title="TREC questions",
    paper="Li and Roth 2002, ACL C02-1150",
    matches=lambda path, head: (
        path.suffix in {".label", ".txt"} and _TREC_LINE.fullmatch(_first_line(head).decode("latin-1")) is not None
    ),
    read=_trec,
    form=_labelled(tuple(_TREC.values()), "What kind of answer does the question ask for?"),
)

AG_NEWS = DataProtocol(
    name="ag_news",
    title="AG News",
    paper="Zhang et al. 2015, arXiv 1509.01626",
    matches=lambda path, head: (
        path.suffix == ".csv"
        and path.stem in {"train", "test"}
        and (_NEWS_LINE.match(head) is not None or _first_line(head).lower().startswith(b"class index,"))
    ),
    read=_news,
    form=_labelled(tuple(_NEWS.values()), "Name the topic of the news item."),
)

SUBJ = DataProtocol(
    name="subj",
    title="Subj",
    paper="Pang and Lee 2004, arXiv cs/0409058",
    matches=lambda path, head: ".tok.gt9." in path.name and path.name.partition(".")[0] in _SUBJ and bool(head),
    read=_subj,
    form=_labelled(tuple(_SUBJ.values()), "Is the sentence an opinion or a fact of the plot?"),
    pooled=True,
)

SST2 = DataProtocol(
    name="sst2",
    title="SST-2",
    paper="Socher et al. 2013, ACL D13-1170; the files of GLUE, arXiv 1804.07461",
    matches=lambda path, head: path.suffix == ".tsv" and _first_line(head) == b"sentence\tlabel",
    read=_sst,
    form=_labelled(tuple(_FEELINGS.values()), "Is the sentence positive or negative?"),
)
