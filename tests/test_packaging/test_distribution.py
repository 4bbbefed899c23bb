"""What is distributed: `core` and `desktop` belong to whet-desktop, and its wheel holds what it needs and no more."""

import subprocess
import sys
import zipfile
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

import pytest

import core

ROOT = Path(__file__).parents[2]
_BUILD = "import sys, hatchling.build; print(hatchling.build.build_wheel(sys.argv[1]))"


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-P", "-c", _BUILD, str(out)], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = out.glob("whet_desktop-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


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
