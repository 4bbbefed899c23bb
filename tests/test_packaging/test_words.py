"""One word for one thing: no public class name stands for two, and the glossary is short and names what there is."""

import ast
import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
GLOSSARY = ROOT / "resources" / "docs" / "glossary.md"

OF_EVERY_METHOD = {"Params"}
"""What each method has under the same name, because the lab looks for it."""


def classes() -> dict[str, list[str]]:
    """The files that define each public class of the product."""
    found = defaultdict(list)
    for source in sorted([*(ROOT / "core").rglob("*.py"), *(ROOT / "desktop").rglob("*.py")]):
        for node in ast.parse(source.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(source.relative_to(ROOT).as_posix())
    return found


def test_that_no_public_class_name_is_used_for_two_things() -> None:
    twice = {name: files for name, files in classes().items() if len(files) > 1 and name not in OF_EVERY_METHOD}
    assert twice == {}


def test_that_the_glossary_has_at_most_forty_terms_each_once_and_in_order() -> None:
    terms = re.findall(r"^\*\*(.+?)\*\*", GLOSSARY.read_text("utf-8"), re.MULTILINE)
    assert 20 < len(terms) <= 40
    assert terms == sorted(set(terms), key=str.casefold)


def test_that_every_class_that_the_glossary_names_is_there() -> None:
    named = set(re.findall(r"`([A-Z]\w+)`", GLOSSARY.read_text("utf-8")))
    assert len(named) > 10
    assert named - classes().keys() == set()
