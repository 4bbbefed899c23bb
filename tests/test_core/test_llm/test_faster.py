"""A faster copy of a model: made by the real quantizer in a process of its own, whole or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from core import paths
from core.control import Cancelled, CancelToken
from core.errors import ModelError, UsageError
from core.llm import gguf
from core.llm.llama import faster, native
from core.llm.llama.faster import FasterCopy


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WHET_HOME", str(tmp_path))
    return tmp_path


def copy_of(tiny: Path, folder: Path, kind: str = "BF16") -> FasterCopy:
    return FasterCopy(tiny, kind, 2 * gguf.read_header(tiny).parameters, folder / f"tiny-{kind}.gguf")


def test_that_a_copy_is_a_model_of_its_own_in_the_other_type(tiny: Path, tmp_path: Path) -> None:
    told: list[float] = []
    made = faster.make(copy_of(tiny, tmp_path / "models"), tell=told.append)
    header = gguf.read_header(made)
    assert header.quantization == "BF16"
    assert header.parameters == gguf.read_header(tiny).parameters
    assert gguf.sha256(made) != gguf.sha256(tiny)
    assert list(made.parent.iterdir()) == [made]
    assert all(0 <= part <= 1 for part in told)


def test_that_a_cancelled_copy_leaves_no_file(tiny: Path, tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        faster.make(copy_of(tiny, tmp_path / "models"), cancel=cancel)
    assert not list((tmp_path / "models").iterdir())


def test_that_a_file_which_cannot_be_read_leaves_no_copy_and_says_so(tmp_path: Path) -> None:
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(b"GGUF and nothing else")
    with pytest.raises(ModelError, match="No faster copy") as caught:
        faster.make(FasterCopy(broken, "Q8_0", 1000, tmp_path / "models" / "copy.gguf"))
    assert caught.value.kept == "The model itself is as it was."
    assert not list((tmp_path / "models").iterdir())


@pytest.mark.usefixtures("home")
def test_that_a_model_in_a_fast_type_gets_no_copy(tiny: Path) -> None:
    assert gguf.read_header(tiny).quantization == "Q8_0"
    with pytest.raises(UsageError, match="fast already"):
        faster.plan(tiny)


def test_that_the_starter_model_gets_a_copy_that_fits_this_machine(starter: Path, home: Path) -> None:
    if "AMX_INT8 = 1" in native.system_info():
        with pytest.raises(UsageError, match="fast already"):
            faster.plan(starter)
        return
    planned = faster.plan(starter)
    assert planned.kind in {"BF16", "Q8_0"}
    assert planned.target.parent == home / "models"
    assert planned.target.stem == f"{paths.STARTER}-{planned.kind}"
    assert not planned.is_there


@pytest.mark.parametrize(
    ("kind", "width", "amx", "fast"),
    [
        ("Q8_0", 576, False, True),
        ("BF16", 576, False, True),
        ("Q4_1", 576, False, False),
        ("Q4_K_M", 2048, False, False),
        ("Q4_1", 576, True, True),
        ("Q4_K_M", 2048, True, True),
        ("Q4_K_M", 576, True, False),
        ("BF16", 576, True, False),
        ("Q5_1", 2048, True, False),
    ],
)
def test_that_a_type_is_fast_by_the_kernels_that_the_processor_has(
    tiny: Path, kind: str, width: int, amx: bool, fast: bool
) -> None:
    header = gguf.read_header(tiny)
    values = {**header.values, f"{header.architecture}.embedding_length": width}
    assert faster.is_fast(replace(header, quantization=kind, values=values), amx=amx) is fast
