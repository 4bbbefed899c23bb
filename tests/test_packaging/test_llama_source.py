"""The edits to llama.cpp's source: found exactly once or refused, and the barrier keeps what gcc would drop."""

import os
import platform
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
from whet_setup.failure import SetupError
from whet_setup.llama_source import AMX_BARRIER, EDITS, Edit, unpack, verified
from whet_setup.locks import file_sha256

# The shape of llama.cpp's ggml_tile_config_init: 64 bytes are filled in, and read by the instruction alone.
TILE_CONFIG = """
#include <immintrin.h>
#include <cstdint>
struct tile_config_t { uint8_t palette_id, start_row, reserved[14]; uint16_t colsb[16]; uint8_t rows[16]; };
void init() {
    alignas(64) tile_config_t tc = {};
    tc.palette_id = 1;
    for (int i = 0; i < 8; i++) { tc.rows[i] = 16; tc.colsb[i] = 64; }
    BARRIER
    _tile_loadconfig(&tc);
}
"""


def write_source(folder: Path) -> Path:
    """An archive of a source tree that holds just the edited places."""
    top = folder / "llama_cpp_python-0"
    for edit in EDITS:
        path = top / edit.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"before\n{edit.anchor}after\n", "utf-8")
    archive = folder / "source.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(top, top.name)
    return archive


def assembler(folder: Path, barrier: str) -> str:
    source = folder / "tile.cpp"
    source.write_text(TILE_CONFIG.replace("BARRIER", barrier), "utf-8")
    command = ["g++", "-O3", "-mamx-tile", "-mamx-int8", "-S", str(source), "-o", "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def stored_bytes(code: str) -> int:
    """How many bytes of the configuration at least are written before it is loaded (zeroing not counted)."""
    sizes = {"movb": 1, "movw": 2, "movl": 4, "movq": 8, "movaps": 16, "movdqa": 16, "movups": 16}
    stores = [line.split() for line in code.partition("ldtilecfg")[0].splitlines() if "(%rsp)" in line.split(",")[-1]]
    return sum(sizes.get(words[0], 0) for words in stores if words[0] in sizes)


def test_that_every_edit_is_written_into_the_source(tmp_path: Path) -> None:
    source = unpack(write_source(tmp_path), tmp_path / "unpacked")
    for edit in EDITS:
        assert (source / edit.file).read_text("utf-8") == f"before\n{edit.replacement}after\n"
    assert AMX_BARRIER in (source / EDITS[0].file).read_text("utf-8")


@pytest.mark.parametrize("text", ["nothing like it", "anchor anchor"])
def test_that_a_place_which_is_not_found_exactly_once_stops_the_build_with_a_sentence(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / "file.cpp").write_text(text, "utf-8")
    with pytest.raises(SetupError, match=r"was not started: the line 'anchor' .* instead of once"):
        Edit("file.cpp", "anchor", "other").apply(tmp_path)
    assert (tmp_path / "file.cpp").read_text("utf-8") == text


def test_that_a_missing_file_stops_the_build_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="found 0 times"):
        Edit("gone.cpp", "anchor", "other").apply(tmp_path)


def test_that_an_archive_of_another_hash_is_not_taken(tmp_path: Path) -> None:
    archive = write_source(tmp_path)
    assert verified(archive, (file_sha256(archive),))
    assert not verified(archive, ("0" * 64,))
    assert not verified(tmp_path / "gone.tar.gz", ("0" * 64,))


@pytest.mark.slow
@pytest.mark.skipif(platform.machine() != "x86_64" or os.name == "nt", reason="AMX is an extension of x86-64")
@pytest.mark.skipif(shutil.which("g++") is None, reason="no g++")
def test_that_the_barrier_keeps_all_stores_to_the_tile_configuration(tmp_path: Path) -> None:
    assert "ldtilecfg" in assembler(tmp_path, "")
    assert stored_bytes(assembler(tmp_path, AMX_BARRIER)) >= 64


@pytest.mark.skipif(platform.machine() != "x86_64" or os.name == "nt", reason="AMX is an extension of x86-64")
@pytest.mark.skipif(shutil.which("g++") is None, reason="no g++")
def test_that_gcc_12_drops_stores_without_the_barrier(tmp_path: Path) -> None:
    version = subprocess.run(["g++", "-dumpversion"], check=True, capture_output=True, text=True).stdout
    if version.split(".")[0].strip() != "12":
        pytest.skip("this is known of gcc 12; other releases may or may not")
    assert stored_bytes(assembler(tmp_path, "")) < 64
