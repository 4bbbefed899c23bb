"""What the bench of the house adds to a copy: a method, metric, reader, export, page and command, as short as each can
be. They are made up, and worth nothing but their places."""

from core.bench.house_copy import Addition, Chinese, Lines, New

_WORDS = tuple(
    f"tests/test_desktop/test_translations.py::test_that_{name}"
    for name in (
        "every_text_is_translated_and_the_files_are_in_step_with_the_sources",
        "what_the_window_loads_is_what_people_edit",
        "nothing_is_shown_that_was_not_given_to_the_translators",
    )
)
"""What holds the words of the window together."""

_METHOD = '''"""Again: the start prompt in other words, once. Made up by the bench of the house."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule, Racing
from core.domain.search import PLAIN, SearchSettings
from core.lab.lab import Lab
from core.methods.base import Preset, param
from core.methods.shared.examples import scored_rows
from core.methods.shared.rewording import paraphrase
from core.methods.shared.wording import settled

name = "again"
title = "Once again"
summary = "Says the start prompt in other words once, and keeps the best."
paper = "Made up. Nobody, nowhere"
caveats = "It looks once only."


@dataclass(frozen=True, slots=True)
class Params:
    """The defaults are the preset `hardened`."""

    proposals: int = param(4, "Paraphrases per round", about="Asked for in each round.", low=1, high=64)


PRESETS = {
    "hardened": Preset("Hardened for small local models"),
    "faithful": Preset(
        "Plain: whatever was written is scored on all validation rows",
        {"proposals": 8},
        FinalRule.SEARCH_SCORE,
        Racing.EXACT,
        {**PLAIN, "split": "validation", "rows": 0},
    ),
}


def optimize(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    """Draw and score."""
    on, rows = lab.settings.split.as_split, lab.settings.rows
    first = lab.score(list(dict.fromkeys(seeds)), on=on, rows=rows)[0]
    wording = settled(lab)
    for _ in lab.rounds(1):
        question = replace(paraphrase(lab.task, first.candidate.prompt, wording), parents=(first.candidate.id,))
        lab.race([first.candidate, *lab.propose(question, params.proposals)], on=on, rows=rows)


def most_calls(params: Params, search: SearchSettings, *, train: int, validation: int, seeds: int) -> int:
    """Every paraphrase is asked for twice, and scored."""
    rows = scored_rows(search, train=train, validation=validation)
    return seeds * rows + params.proposals * (2 + rows)
'''

_REPORT = '''"""Again: nothing to tell beyond what every run has."""

from collections.abc import Iterator

from core.report.blocks import Block
from core.state import RunState


def tell(state: RunState) -> Iterator[Block]:
    """No blocks of its own."""
    del state
    yield from ()
'''

METHOD = Addition(
    "method",
    most=8,
    places=(
        New("core/methods/again/", {"__init__.py": '"""Made up."""\n', "method.py": _METHOD, "report.py": _REPORT}),
        Lines("core/methods/__init__.py", {'    "paraphrase",\n)': '    "again",\n'}),
        Lines("pyproject.toml", {'"core.methods.paraphrase"]': '"core.methods.again", '}),
        Lines(
            "README.md", {"| Random paraphrase (`paraphrase`)": "| Once again (`again`) | Made up. Nobody, nowhere |\n"}
        ),
        Chinese(
            {
                "Once again": "再来一次",
                "Says the start prompt in other words once, and keeps the best.": "换一种说法，保留最好的。",
                "Made up. Nobody, nowhere": "虚构。无名氏",
                "It looks once only.": "它只找一次。",
            }
        ),
    ),
    made=(("-m", "pytest", "-q", "--golden", "tests/conformance/test_golden_logs.py", "-k", "again"),),
    tests=(
        "tests/conformance",
        "tests/test_packaging/test_contracts.py",
        "tests/test_packaging/test_readme.py",
        *_WORDS,
        "-k",
        "again and not kill or independence or readme or translat or people_edit or golden_log_is_of",
    ),
    proof="from core.methods import method; assert method('again').title == 'Once again'",
)

_METRIC = '''"""How much of its beginning an answer shares with an accepted one. Made up by the bench of the house."""

from dataclasses import dataclass
from os.path import commonprefix
from typing import ClassVar

from core.domain.example import Example
from core.domain.task import AnswerContract, AnswerKind
from core.metrics.base import TEXTS, PlainMetric


@dataclass(frozen=True, slots=True)
class Beginning(PlainMetric):
    """The share of the accepted answer that both begin with; the best over the accepted answers counts."""

    name: ClassVar[str] = "beginning"
    label: ClassVar[str] = "Same beginning"
    about: ClassVar[str] = "How much of its beginning an answer shares with an accepted one."
    kinds: ClassVar[frozenset[AnswerKind]] = TEXTS

    def judge(self, extracted: str, example: Example, contract: AnswerContract) -> float:
        """0 where the first letters differ, 1 for an answer that begins with the whole accepted one."""
        del contract
        return max((len(commonprefix([extracted, one])) / max(1, len(one)) for one in example.answers), default=0.0)
'''

METRIC = Addition(
    "metric",
    most=4,
    places=(
        New("core/metrics/beginning.py", {"beginning.py": _METRIC}),
        Lines(
            "core/metrics/judging.py",
            {
                "from core.metrics.cleaning import LONGEST": "from core.metrics.beginning import Beginning\n",
                "    EmbeddingMetric,\n": "    Beginning,\n",
            },
        ),
        Chinese(
            {
                "Same beginning": "相同开头",
                "How much of its beginning an answer shares with an accepted one.": "开头有多少相同。",
            }
        ),
    ),
    tests=(
        "tests/test_core/test_metrics/test_judging.py",
        "tests/test_core/test_metrics/test_wording_metrics.py",
        *_WORDS,
    ),
    proof="from core.metrics.judging import METRICS; assert METRICS['beginning'].label == 'Same beginning'",
)

_READER = '''"""Quizzes: `{"quiz": {"ask": …, "tell": …}}`. Made up by the bench of the house."""

from core.data.formats.base import Fields, Flat, RowFormat, as_fields, rest, text


def _is_quiz(fields: Fields) -> bool:
    return {"ask", "tell"} <= as_fields(fields.get("quiz")).keys()


def _quiz(fields: Fields) -> Flat:
    quiz = as_fields(fields["quiz"])
    columns = {"ask": text(quiz["ask"]), "tell": text(quiz["tell"]), **rest(fields, "quiz")}
    return Flat(columns, ("ask",), ("tell",))


QUIZ = RowFormat("a made-up quiz", _is_quiz, _quiz)
'''

_READ = """
from pathlib import Path
from core.data import read_table
file = Path("quizzes.jsonl")
file.write_text('{"quiz": {"ask": "2+2", "tell": "4"}}\\n' * 3)
table = read_table(file)
assert table.columns == ("ask", "tell"), table.columns
assert len(table.rows) == 3
"""

READER = Addition(
    "reader",
    most=5,
    places=(
        New("core/data/formats/quizzes.py", {"quizzes.py": _READER}),
        Lines(
            "core/data/formats/__init__.py",
            {
                '\n__all__ = ["FORMATS"': "from core.data.formats.quizzes import QUIZ\n",
                "LM_EVAL, HELM, SQUAD, BIG_BENCH, TRIVIA": "QUIZ, ",
            },
        ),
    ),
    tests=(
        "tests/test_core/test_data/test_formats.py",
        "tests/test_core/test_data/test_exports_of_tools.py",
        *_WORDS,
    ),
    proof=_READ,
)

_EXPORT = '''"""A Python file that holds the prompt's text under one name. Made up by the bench of the house."""

import ast

from core.domain.prompt import Prompt
from core.errors import UsageError
from core.report.export.exported import Exported

_NAME = "PROMPT = "


def write_module(exported: Exported) -> bytes:
    """One line. Raises `UsageError` for worked examples, which it cannot hold."""
    if exported.prompt.demonstrations:
        raise UsageError("A Python file would lose the worked examples.", hint="Export it as markdown or json.")
    return f"{_NAME}{exported.prompt.text!a}\\n".encode()


def read_module(content: bytes) -> Prompt:
    """The text again."""
    return Prompt(str(ast.literal_eval(content.decode().removeprefix(_NAME))))
'''

_ABOUT = "A Python file with the prompt's text under one name."

_FORM = """    Format(
        "python",
        label="Python",
        file="prompt.py",
        about="A Python file with the prompt's text under one name.",
        write=_rowless(module.write_module),
        read=module.read_module,
    ),
"""

EXPORT = Addition(
    "export",
    most=4,
    places=(
        New("core/report/export/module.py", {"module.py": _EXPORT}),
        Lines(
            "core/report/export/formats.py",
            {
                "ollama, plain, promptfoo\n": "module, ",
                '    Format(\n        "markdown",\n': _FORM,
            },
        ),
        Lines(
            "README.md",
            {"| Markdown (`markdown`) |": f"| Python (`python`) | {_ABOUT} |\n"},
        ),
        Chinese(
            {
                _ABOUT: "一个保存提示词的 Python 文件。",
                "A Python file would lose the worked examples.": "Python 文件会丢失示例。",
            }
        ),
    ),
    tests=(
        "tests/test_core/test_report/test_export.py",
        "tests/test_core/test_report/test_export_formats.py",
        "tests/test_packaging/test_readme.py",
        *_WORDS,
    ),
    proof="from core.report.export import FORMATS; assert 'python' in FORMATS",
)

_PAGE = '''"""What the page says of itself. Made up by the bench of the house."""

from PySide6.QtWidgets import QLabel

from desktop.pages.spec import PageSpec, translate

PAGE = PageSpec(
    name="shelf",
    icon="datasets",
    title=lambda: translate("Actions", "Boo&kshelf"),
    purpose=lambda: translate("Pages", "What stands on the shelf"),
    make=lambda context, actions: QLabel(translate("Pages", "Nothing stands here yet.")),
)
'''

PAGE = Addition(
    "page",
    most=11,
    places=(
        New("desktop/pages/shelf/", {"__init__.py": '"""Made up."""\n', "spec.py": _PAGE}),
        Lines("desktop/pages/__init__.py", {'    "log",\n': '    "shelf",\n'}),
        Chinese(
            {
                "Boo&kshelf": "书架(&K)",
                "What stands on the shelf": "书架上有什么",
                "Nothing stands here yet.": "这里还什么都没有。",
            }
        ),
    ),
    tests=(
        "tests/test_desktop/test_page_registry.py",
        *_WORDS,
        "tests/test_desktop/test_window_rules.py",
        "tests/test_desktop/test_shell.py",
    ),
    proof="from desktop.pages.spec import registered; assert 'shelf' in [page.name for page in registered()]",
)

_COMMAND = '''"""`whet greet`: says a word. Made up by the bench of the house."""

import argparse

from core.cli.parsing import Commands
from core.cli.screen import Screen


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    made = commands.add_parser("greet", parents=[common], help="say a word")
    made.add_argument("word", metavar="WORD", help="which")
    made.set_defaults(handler=_greet)


def _greet(arguments: argparse.Namespace, screen: Screen) -> int:
    screen.result({"said": arguments.word})
    screen.print(arguments.word)
    return 0
'''

COMMAND = Addition(
    "command",
    most=4,
    places=(
        New("core/cli/greet.py", {"greet.py": _COMMAND}),
        Lines("core/cli/main.py", {'    "benches": ("bench",),\n': '    "greet": ("greet",),\n'}),
        Chinese({"say a word": "说一个词", "which": "哪个词"}),
    ),
    made=(("packaging/command_line_guide.py",),),
    tests=(
        "tests/test_core/test_cli/test_parser.py",
        "tests/test_core/test_cli/test_manners.py",
        "tests/test_packaging/test_docs.py",
    ),
    proof="from core.cli.main import main; assert main(['greet', 'hello']) == 0",
)

ADDITIONS = (METHOD, METRIC, READER, EXPORT, PAGE, COMMAND)
"""All of them. `most` is what each cost at the review of November 2026, where that counted it."""
