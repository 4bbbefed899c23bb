"""The README names what there is, no more and no less."""

import re
from pathlib import Path

import pytest

from core.lab.stats import smallest_detectable_gain
from core.methods import NAMES, method
from core.report.export import FORMATS, form_of

README = Path(__file__).parents[2] / "README.md"


def test_that_every_method_stands_in_the_readme_with_its_paper() -> None:
    text = README.read_text(encoding="utf-8")
    rows = [f"| {method(name).title} (`{name}`) | {method(name).paper} |" for name in NAMES]
    section = text.partition("## Methods")[2].partition("\n## ")[0]
    assert [line for line in section.splitlines() if re.match(r"\| .*\(`", line)] == rows


def test_that_every_export_format_stands_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    rows = [f"| {form_of(name).label} (`{name}`) | {form_of(name).about} |" for name in FORMATS]
    section = text.partition("## Exports")[2].partition("\n## ")[0]
    assert [line for line in section.splitlines() if re.match(r"\| .*\(`", line)] == rows


DOCUMENTS = [README, *sorted((README.parent / "resources" / "docs").glob("*.md"))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_that_links_lead_to_files(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (document.parent / target).exists(), target


def test_that_the_guide_says_what_sealed_rows_show() -> None:
    text = (README.parent / "resources" / "docs" / "guide.md").read_text(encoding="utf-8")
    sentence = r"(\d+) sealed rows show .*? (\d+) points, (\d+) show (\d+), and (\d+) show (\d+)"
    found = re.search(sentence, text)
    assert found is not None
    numbers = list(map(int, found.groups()))
    for rows, points in zip(numbers[::2], numbers[1::2], strict=True):
        assert round(100 * smallest_detectable_gain(rows)) == points
