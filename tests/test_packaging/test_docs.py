"""What documents say exists: the command line's guide is that of the parsers, and links and files are there."""

import re
import tomllib
from pathlib import Path

import command_line_guide
import protocol_guide
import pytest
import yaml

import core

ROOT = Path(__file__).parents[2]
DOCS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "packaging/README.md")]
DOCS += sorted((ROOT / "resources" / "docs").glob("*.md"))
NAMED = re.compile(r"(?<![\w/.-])((?:core|desktop|packaging|tests|resources|\.ci|\.github)/[\w./-]*\w)")


def test_that_the_guide_to_the_command_line_is_what_the_parsers_say() -> None:
    assert command_line_guide.PAGE.read_text("utf-8") == command_line_guide.guide(), (
        "make it anew: python packaging/command_line_guide.py"
    )


def test_that_the_page_on_the_protocol_is_what_the_commands_say() -> None:
    assert protocol_guide.PAGE.read_text("utf-8") == protocol_guide.guide(), (
        "make it anew: python packaging/protocol_guide.py"
    )


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_that_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    targets = [each.partition("#")[0] for each in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8"))]
    lost = [each for each in targets if each and "://" not in each and not (page.parent / each).exists()]
    assert lost == []


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "resources/docs/architecture.md", "resources/docs/own-method.md"])
def test_that_every_file_that_a_page_for_programmers_names_is_there(name: str) -> None:
    named = NAMED.findall((ROOT / name).read_text("utf-8"))
    assert named
    assert [each for each in named if not (ROOT / each).exists()] == []


def test_that_every_variable_of_the_environment_is_explained() -> None:
    page = (ROOT / "resources" / "docs" / "your-data.md").read_text("utf-8")
    sources = [*(ROOT / "core").rglob("*.py"), *(ROOT / "desktop").rglob("*.py"), *(ROOT / "packaging").rglob("*.py")]
    read = {name for file in sources for name in re.findall(r"\"(WHET_[A-Z_]*[A-Z])\"", file.read_text("utf-8"))}
    assert len(read) > 4
    assert sorted(name for name in read if name not in page) == []


def test_that_the_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    source = ROOT / project["tool"]["hatch"]["version"]["path"]
    assert f'__version__ = "{core.__version__}"' in source.read_text("utf-8")


def test_that_workflows_and_templates_can_be_read_and_say_that_they_are_untried() -> None:
    files = sorted((ROOT / ".github").rglob("*.yml"))
    assert {file.name for file in files} >= {"check.yml", "release.yml", "bug.yml", "idea.yml"}
    for file in files:
        assert isinstance(yaml.safe_load(file.read_text("utf-8")), dict), file.name
        if file.parent.name == "workflows":
            assert "untried" in file.read_text("utf-8").splitlines()[0].lower()


def test_that_hooks_before_a_commit_run_what_the_checks_run() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert [each["repo"] for each in hooks] == ["local"], "the locked tools, none fetched beside them"
    entries = " ".join(hook["entry"] for hook in hooks[0]["hooks"])
    assert all(tool in entries for tool in ("ruff check", "ruff format", "lint-imports", "mypy"))
