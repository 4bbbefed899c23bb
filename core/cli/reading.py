"""Options that say how a data file is to be read and what its columns mean, and a file that keeps them."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from core import data
from core.data.guessing import NO_COLUMN
from core.data.profile import Profile, load_profile, save_profile
from core.errors import UsageError

_UNSAID: tuple[object, ...] = ("", None, 0, [])


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Options of how cells are written."""
    group = parser.add_argument_group("how the file is written (default: detected)")
    header = group.add_mutually_exclusive_group()
    header.add_argument("--header", action="store_const", const=True, default=None, help="the first row has the names")
    header.add_argument("--no-header", dest="header", action="store_const", const=False, help="the file has no names")
    header.add_argument("--header-row", type=int, default=0, metavar="N", help="the number of the row with the names")
    group.add_argument("--delimiter", default="", metavar="C", help="what separates cells; “tab” for the tabulator")
    group.add_argument("--quote", default="", metavar="C", help="what encloses cells, or “none”")
    group.add_argument("--encoding", default="", metavar="NAME", help="such as cp1255, shift_jis, iso8859_2")
    group.add_argument("--sheet", default="", metavar="NAME", help="a workbook's sheet, by its name or number")


def add_meaning(parser: argparse.ArgumentParser) -> None:
    """Options of what columns mean."""
    group = parser.add_argument_group("what the columns mean (default: guessed; all others become variables)")
    group.add_argument(
        "--input", action="append", default=[], metavar="COLUMN", help="column of the input; several: see --template"
    )
    group.add_argument(
        "--template", default="", metavar="TEXT", help="the input put together from columns: 'Q: {{q}}\\n{{context}}'"
    )
    group.add_argument(
        "--answer", action="append", default=[], metavar="COLUMN", help="column of the answer; several: any is accepted"
    )
    labels = group.add_mutually_exclusive_group()
    labels.add_argument(
        "--multi-label", action="store_const", const=True, default=None, help="an answer is a set of labels"
    )
    labels.add_argument(
        "--any-of", dest="multi_label", action="store_const", const=False, help="a list holds alternative answers"
    )
    group.add_argument("--empty-answer", default="", metavar="TEXT", help="what an empty answer stands for")
    group.add_argument("--split-column", default="", metavar="COLUMN", help="column of the splits, or “none”")
    group.add_argument(
        "--group-column", default="", metavar="COLUMN", help="rows alike in it stay in one split, or “none”"
    )
    group.add_argument(
        "--sizes", type=sizes, default=None, metavar="A,B,C", help="train, validation, test: rows, or shares below 1"
    )
    group.add_argument("--profile", type=Path, metavar="FILE", help="take all of these from a file")
    group.add_argument("--save-profile", type=Path, metavar="FILE", help="keep all of these in a file")


def sizes(text: str) -> data.Sizes:
    """“200,300,500” or “0.3,0.3,0.4” as sizes. For argparse."""
    parts = [part.strip() for part in text.split(",")]
    try:
        numbers = [float(part) if "." in part else int(part) for part in parts]
    except ValueError:
        numbers = []
    if len(numbers) != 3 or any(number < 0 for number in numbers):
        raise argparse.ArgumentTypeError("three numbers, such as 200,300,500 or 0.3,0.3,0.4")
    return data.Sizes(*numbers)


def read_options(arguments: argparse.Namespace) -> data.ReadOptions:
    """How the file is written; options given beside a profile win over it."""
    _with_profile(arguments)
    if arguments.header_row < 0:
        raise UsageError("Rows are counted from 1.", hint="Name the row as a spreadsheet shows it.")
    return Profile(
        arguments.encoding,
        arguments.delimiter,
        arguments.quote,
        arguments.header,
        arguments.header_row,
        arguments.sheet,
    ).read_options()


def read_named(path: Path, arguments: argparse.Namespace, read: Callable[..., data.Table]) -> data.Table:
    """The table; with its first row as names where an option names a column that only stands there."""
    options = read_options(arguments)
    table = read(path, options)
    said = {*arguments.input, *arguments.answer, arguments.split_column, arguments.group_column} - {"", NO_COLUMN}
    if not table.headless or options.header is not None or not said - set(table.columns):
        return table
    named = read(path, replace(options, header=True))
    return named if said <= set(named.columns) else table


def meant(arguments: argparse.Namespace, table: Callable[[], data.Table]) -> data.Mapping | None:
    """What the columns mean where an option says anything of it, else nothing."""
    given = (
        arguments.input, arguments.template, arguments.answer, arguments.split_column, arguments.group_column,
        arguments.empty_answer, getattr(arguments, "prompt", ""),
    )  # fmt: skip
    if not any(given) and arguments.multi_label is None:
        return None
    return data.chosen_mapping(
        table(),
        inputs=tuple(arguments.input),
        template=arguments.template.replace("\\n", "\n"),
        answers=tuple(arguments.answer),
        split=arguments.split_column,
        group=arguments.group_column,
        blank=arguments.empty_answer,
        multiple=arguments.multi_label,
        prompt=getattr(arguments, "prompt", ""),
    )


def _with_profile(arguments: argparse.Namespace) -> None:
    """Fill in what a profile says and no option does; keep all of it where that is asked for."""
    if arguments.profile is not None:
        kept = load_profile(arguments.profile)
        for name in Profile.__struct_fields__:
            value = getattr(kept, name)
            if getattr(arguments, name) in _UNSAID and value not in _UNSAID:
                setattr(arguments, name, data.Sizes(*map(_exact, value)) if name == "sizes" else value)
    if arguments.save_profile is not None:
        said = {name: getattr(arguments, name) for name in Profile.__struct_fields__}
        asked: data.Sizes | None = said["sizes"]
        said["sizes"] = [asked.train, asked.validation, asked.test] if asked is not None else []
        save_profile(arguments.save_profile, Profile(**said))


def _exact(number: float) -> float:
    """Whole numbers are rows, not shares."""
    return int(number) if number > 1 or number == 0 else number
