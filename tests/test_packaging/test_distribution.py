"""What is distributed: `core` and `desktop` belong to whet-desktop, and its wheel holds what it needs and no more."""

import subprocess
import sys
import zipfile
from email.parser import Parser
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import core

ROOT = Path(__file__).parents[2]
_BUILD = "import sys, hatchling.build; print(hatchling.build.build_wheel(sys.argv[1]))"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-P", "-c", _BUILD, str(out)], cwd=ROOT, check=True, capture_output=True)
    (made,) = out.glob("whet_desktop-*.whl")
    return made


@pytest.fixture
def wheel_names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_that_pip_installs_the_window_and_the_readers_of_tables_only_when_they_are_asked_for(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
        needed = [Requirement(line) for line in Parser().parsestr(archive.read(name).decode()).get_all("Requires-Dist")]
    always = {each.name for each in needed if each.marker is None or each.marker.evaluate({"extra": ""})}
    window = {each.name for each in needed if each.marker and each.marker.evaluate({"extra": "window"})} - always
    tables = {each.name for each in needed if each.marker and each.marker.evaluate({"extra": "tables"})} - always
    assert {"numpy", "llama-cpp-python", "msgspec"} <= always
    assert {name.lower() for name in window} == {"pyside6-essentials", "pyqtgraph"}
    assert tables == {"arro3-core", "arro3-io", "python-calamine"}


def test_that_core_belongs_to_whet_desktop_and_to_nobody_else() -> None:
    assert distribution("whet-desktop").metadata["Name"] == "whet-desktop"
    assert set(packages_distributions().get("core", ["whet-desktop"])) == {"whet-desktop"}
    assert set(packages_distributions().get("desktop", ["whet-desktop"])) == {"whet-desktop"}
    assert Path(str(core.__file__)).parent == ROOT / "core"


def test_that_the_wheel_holds_both_packages_and_all_resources(wheel_names: set[str]) -> None:
    assert {"core/__init__.py", "core/events.py", "desktop/__init__.py"} <= wheel_names
    resources = [path.relative_to(ROOT / "resources") for path in (ROOT / "resources").rglob("*") if path.is_file()]
    assert resources
    assert {f"core/_resources/{path.as_posix()}" for path in resources} <= wheel_names


def test_that_the_wheel_holds_nothing_else(wheel_names: set[str]) -> None:
    tops = {name.split("/")[0] for name in wheel_names}
    assert {top for top in tops if not top.startswith("whet_desktop-")} == {"core", "desktop"}


def test_that_the_distribution_may_not_be_uploaded() -> None:
    assert "Private :: Do Not Upload" in distribution("whet-desktop").metadata.get_all("Classifier", [])


def test_that_the_folder_packaging_hides_no_library() -> None:
    import packaging

    assert not (ROOT / "packaging" / "__init__.py").exists()
    assert packaging.__file__ is not None
    assert ROOT / "packaging" not in Path(packaging.__file__).parents
