"""The pages on own metrics and methods are run as they stand; nothing runs that was not confirmed."""

import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from core import api, methods, paths, plugins, trust
from core.errors import TaskError, UsageError
from core.methods.base import fields
from core.metrics import metric

DOCS = paths.resources() / "docs"
ROWS = [(f"letter {n} to the {desk}", desk) for n in range(10) for desk in ("billing", "support")]


def run_page(name: str, place: Path) -> dict[str, Any]:
    """Write the files that a page shows, then run its other blocks; the names that are left."""
    names: dict[str, Any] = {"__name__": "page"}
    for block in re.findall(r"^```python\n(.*?)^```$", (DOCS / name).read_text("utf-8"), re.MULTILINE | re.DOTALL):
        named = re.match(r"# (\w+\.py)\n", block)
        if named is not None:
            (place / named[1]).write_text(block, "utf-8")
        else:
            exec(compile(block, name, "exec"), names)
    return names


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WHET_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def installed(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package as an installer leaves it, with the page's metric and a method that leaves a trace when it is run."""
    site = place / "site"
    info = site / "whet_shout-1.0.dist-info"
    info.mkdir(parents=True)
    run_page("own-metric.md", place)
    shutil.move(place / "whet_shout.py", site)
    (site / "traced.py").write_text("from pathlib import Path\nPath('trace').touch()\n")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: whet-shout\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[whet.metrics]\nshout = whet_shout:Shout\n[whet.methods]\ntraced = traced\n"
    )
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep))
    return site


def test_that_the_page_s_metric_file_judges_with_remarks(place: Path) -> None:
    scored = run_page("own-metric.md", place)["scored"]
    assert 0 <= scored.score <= 1
    assert all(each.score == 1.0 or "in place of" in each.reason for each in scored.rows)


def test_that_the_page_s_method_searches_and_is_there_for_later_runs(place: Path) -> None:
    result = run_page("own-method.md", place)["result"]
    assert result.ended == "finished"
    assert {step.candidate for step in result.trajectory} > {"c0"}
    assert methods.known()[-1] == "openings"
    module = methods.method("openings")
    assert [each.name for each in fields(module.Params)] == ["rounds"]


def test_that_a_packaged_metric_is_listed_and_runs_only_once_its_package_was_confirmed(
    installed: Path, place: Path
) -> None:
    found = plugins.plugin("metrics", "shout")
    assert not found.confirmed
    with pytest.raises(TaskError) as caught:
        metric("shout")
    assert "whet metrics shout --trust" in caught.value.hint
    trust.confirm(found.code)
    scored = api.evaluate(ROWS, "Which desk?", model=paths.tiny_model(), metric="shout", metric_options={"quiet": True})
    assert 0 <= scored.score <= 1


def test_that_a_changed_package_has_to_be_confirmed_again(installed: Path) -> None:
    trust.confirm(plugins.plugin("metrics", "shout").code)
    assert plugins.plugin("metrics", "shout").confirmed
    with (installed / "whet_shout.py").open("a") as file:
        file.write("\n")
    assert not plugins.plugin("metrics", "shout").confirmed


def test_that_listing_and_refusing_runs_nothing_of_a_package(installed: Path, place: Path) -> None:
    assert [each.name for each in plugins.plugins("methods")] == ["traced"]
    assert "traced" not in methods.known()
    with pytest.raises(UsageError):
        methods.method("traced")
    assert not (place / "trace").exists()


def test_that_a_confirmed_module_that_is_no_method_is_refused_naming_what_it_lacks(
    installed: Path, place: Path
) -> None:
    trust.confirm(plugins.plugin("methods", "traced").code)
    with pytest.raises(UsageError) as caught:
        methods.method("traced")
    assert "Params" in caught.value.message
    assert "optimize" in caught.value.message


def test_that_a_method_file_runs_only_once_it_was_confirmed(place: Path) -> None:
    file = place / "mine.py"
    file.write_text("from pathlib import Path\nPath('trace').touch()\n")
    with pytest.raises(UsageError) as caught:
        api.optimize(ROWS, "Which desk?", model=paths.tiny_model(), method=file)
    assert "api.trust" in caught.value.hint
    assert not (place / "trace").exists()


def test_that_a_method_that_does_not_exist_is_answered_with_a_near_one(place: Path) -> None:
    with pytest.raises(UsageError) as caught:
        methods.method("protegy")
    assert "Did you mean “protegi”?" in caught.value.hint


def test_that_a_file_in_the_folder_of_methods_that_fails_says_how(place: Path) -> None:
    file = plugins.folder("methods") / "broken.py"
    file.parent.mkdir(parents=True)
    file.write_text("1 / 0\n")
    trust.confirm(file.read_text())
    with pytest.raises(UsageError) as caught:
        methods.method("broken")
    assert "ZeroDivisionError" in caught.value.message
