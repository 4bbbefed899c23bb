"""The Debian package and the AppImage: what they hold, what they say of themselves, what they refuse."""

import ctypes
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from whet_setup import appimage, debian, icu, legal, slimming
from whet_setup.backend import backend_flags
from whet_setup.elf import Needs, elf_files, is_aligned, needs, together
from whet_setup.failure import SetupError
from whet_setup.freezing import canonical
from whet_setup.locks import read_lock

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging" / "linux"
TEXTS = ROOT / "packaging" / "licenses"

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="bundles for Linux")
needs_objdump = pytest.mark.skipif(shutil.which("objdump") is None, reason="binutils are not here")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder as freeze.py leaves one, with scripts in place of programs."""
    folder = tmp_path / "whet"
    (folder / "_internal" / "resources" / "icons").mkdir(parents=True)
    (folder / "_internal" / "resources" / "icons" / "whet.svg").write_text("<svg/>", "utf-8")
    (folder / "licenses").mkdir()
    (folder / "licenses" / "README.md").write_text("# What this program is made of\n", "utf-8")
    for name in ("whet", "whet-window"):
        (folder / name).write_text(f'#!/bin/sh\necho {name} "$@"\n', "utf-8")
        (folder / name).chmod(0o755)
    for name in ("add-to-menu.sh", "whet.desktop", "whet.xml"):
        shutil.copy(LINUX / name, folder)
    return folder


def test_that_a_package_asks_for_the_c_library_and_the_packages_that_it_needs() -> None:
    found = Needs(frozenset({"libc.so.6", "libm.so.6", "libEGL.so.1", "libxcb.so.1"}), (2, 34))
    assert debian.depends(found) == ["libc6 (>= 2.34)", "libegl1", "libxcb1"]


def test_that_a_library_of_no_known_package_is_refused_and_named() -> None:
    with pytest.raises(SetupError, match=r"libmystery\.so\.7"):
        debian.depends(Needs(frozenset({"libc.so.6", "libmystery.so.7"}), (2, 31)))


@needs_objdump
def test_that_what_a_library_brings_itself_is_not_asked_of_the_system(tmp_path: Path) -> None:
    import numpy as np

    place = Path(np.__file__).parent
    for file in [*place.glob("_core/_multiarray_umath*.so"), *(place.parent / "numpy.libs").glob("*.so*")]:
        shutil.copy(file, tmp_path)
    (tmp_path / "no-library.so").write_text("text", "utf-8")
    files = list(elf_files(tmp_path))
    assert len(files) > 1
    own = {file.name for file in files}
    assert own & set().union(*(needs(file).libraries for file in files))
    asked = together(files)
    assert not asked.libraries & own
    assert "libc.so.6" in asked.libraries
    assert (2, 4) < asked.glibc < (3, 0)


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg is not here")
@needs_objdump
def test_that_the_package_holds_programs_entry_icon_kinds_and_licences_and_runs_no_scripts(
    program: Path, tmp_path: Path
) -> None:
    made = debian.pack(program, "0.1.0", tmp_path, tmp_path / "scratch")
    listed = subprocess.run(["dpkg-deb", "--contents", made], capture_output=True, text=True, check=True).stdout
    files = {line.split()[5].removeprefix(".") for line in listed.splitlines()}
    assert {
        "/opt/whet/whet", "/opt/whet/whet-window", "/usr/bin/whet", "/usr/bin/whet-window",
        "/usr/share/applications/whet.desktop", "/usr/share/mime/packages/whet.xml",
        "/usr/share/icons/hicolor/scalable/apps/whet.svg", "/usr/share/doc/whet/copyright",
    } <= files  # fmt: skip
    assert "/usr/bin/whet -> /opt/whet/whet" in listed
    assert {line.split()[1] for line in listed.splitlines()} == {"root/root"}
    control = tmp_path / "control"
    subprocess.run(["dpkg-deb", "--control", made, control], check=True)
    assert {file.name for file in control.iterdir()} <= {"control", "md5sums"}
    assert "Package: whet\nVersion: 0.1.0\n" in (control / "control").read_text("utf-8")


def test_that_the_menu_entry_opens_what_the_system_calls_a_task_or_a_workspace() -> None:
    kinds = set(re.findall(r'mime-type type="([^"]+)"', (LINUX / "whet.xml").read_text("utf-8")))
    entry = dict(line.split("=", 1) for line in (LINUX / "whet.desktop").read_text("utf-8").splitlines() if "=" in line)
    assert {kind for kind in entry["MimeType"].split(";") if kind} == kinds
    assert entry["Exec"] == "whet-window %f"


def test_that_the_appimage_opens_the_window_and_after_one_word_the_command_line(program: Path, tmp_path: Path) -> None:
    appimage.lay_out(program, tmp_path / "AppDir")
    run = tmp_path / "AppDir" / "AppRun"

    def said(*words: str) -> str:
        return subprocess.run([run, *words], capture_output=True, text=True, check=True).stdout.strip()

    assert said("--demo") == "whet-window --demo"
    assert said("whet", "runs", "--json") == "whet runs --json"
    assert (tmp_path / "AppDir" / "whet.desktop").is_file()
    assert (tmp_path / "AppDir" / ".DirIcon").read_text("utf-8") == "<svg/>"


def test_that_a_runtime_without_the_mark_is_refused(program: Path, tmp_path: Path) -> None:
    runtime = tmp_path / "runtime"
    runtime.write_bytes(b"\x7fELF" + bytes(60))
    with pytest.raises(SetupError, match="no runtime of an AppImage"):
        appimage.pack(program, "0.1.0", runtime, tmp_path, tmp_path)


def test_that_every_part_of_the_program_has_a_licence_text(tmp_path: Path) -> None:
    lock = ROOT / "packaging" / "requirements.lock"
    found = legal.parts([lock], TEXTS, ROOT / "LICENSE")
    assert legal.write(found, tmp_path) == []
    assert {part.name for part in found} <= {"python", *(canonical(pin.name) for pin in read_lock(lock))}
    assert {"numpy", "python", "pyside6-essentials", "arro3-core", "llama-cpp-python"} <= {part.name for part in found}
    assert (tmp_path / "pyside6-essentials" / "LGPL-3.0.txt").read_text("utf-8").lstrip().startswith("GNU LESSER")
    assert (tmp_path / "pyside6-essentials" / "GPL-3.0.txt").is_file()
    assert "| numpy |" in (tmp_path / "README.md").read_text("utf-8")


def test_that_a_part_without_a_text_is_named(tmp_path: Path) -> None:
    parts = [legal.Part("mystery", "1", "see the text", ()), legal.Part("known", "1", "MIT", (ROOT / "LICENSE",))]
    assert legal.write(parts, tmp_path) == ["mystery"]


def test_that_data_of_languages_are_cut_and_written_so_that_each_entry_is_found_again() -> None:
    head = (32).to_bytes(2, "little") + b"\xda\x27" + bytes(8) + b"CmnD" + bytes(16)
    entries = {"icudt9l/zh.res": b"zh" * 9, "icudt9l/af.res": b"af", "icudt9l/coll/root.res": b"r" * 33}
    whole = icu.written(head, entries)
    again_head, again = icu.read(whole)
    assert again_head == head
    assert {name: data[: len(entries[name])] for name, data in again.items()} == entries
    assert list(again) == sorted(entries)
    assert [name for name in again if icu.is_kept(name.partition("/")[2])] == [
        "icudt9l/coll/root.res",
        "icudt9l/zh.res",
    ]
    with pytest.raises(SetupError, match="another form"):
        icu.read(bytes(64))


@needs_objdump
@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no compiler here")
def test_that_stripping_keeps_a_library_that_loads(tmp_path: Path) -> None:
    source = tmp_path / "a.c"
    source.write_text("static int unseen(int a) { return a + 1; }\nint seen(int a) { return unseen(a); }\n", "utf-8")
    library = tmp_path / "lib" / "liba.so"
    library.parent.mkdir()
    subprocess.run(["cc", "-g", "-shared", "-fPIC", source, "-o", library], check=True)
    assert slimming.strip(tmp_path / "lib", tmp_path) > 0
    assert is_aligned(library)
    assert ctypes.CDLL(str(library)).seen(41) == 42


def test_that_a_portable_llama_is_built_for_no_single_processor() -> None:
    assert "-DGGML_NATIVE=OFF" in backend_flags("portable")
    assert "-DGGML_CPU_ALL_VARIANTS=ON" in backend_flags("portable")
