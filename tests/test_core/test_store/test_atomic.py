"""Files that survive kill -9, damage and full disks."""

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tinydb import TinyDB

from core import files
from core.errors import WorkspaceError
from core.store import atomic
from core.store.atomic import AtomicJSONStorage, append_durably, write_atomically

_WRITER = """
import sys
from pathlib import Path
from core.store.atomic import AtomicJSONStorage
storage = AtomicJSONStorage(Path(sys.argv[1]))
number = 0
while True:
    number += 1
    storage.write({"t": {"1": {"number": number, "filling": "x" * 20_000}}})
    if number == 1:
        print("writing", flush=True)
"""


def _number(path: Path) -> int:
    document = json.loads(path.read_text())["t"]["1"]
    assert len(document["filling"]) == 20_000
    return int(document["number"])


@pytest.mark.slow
def test_that_kill_minus_nine_at_any_moment_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    chance = random.Random(1)
    path = tmp_path / "index.json"
    for _ in range(24):
        with subprocess.Popen([sys.executable, "-c", _WRITER, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(chance.uniform(0, 0.03))
            writer.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        newest, previous = _number(path), path.with_name("index.json.bak")
        assert not previous.exists() or _number(previous) in {newest - 1, newest}
        heard: list[str] = []
        assert AtomicJSONStorage(path, on_damage=heard.append).read() is not None
        assert heard == []
        path.unlink()
        previous.unlink(missing_ok=True)
    files.sweep(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_that_the_previous_version_is_kept_on_every_write(tmp_path: Path) -> None:
    path = tmp_path / "index.json"
    storage = AtomicJSONStorage(path)
    for number in range(3):
        storage.write({"t": {"1": {"number": number}}})
    assert json.loads(path.read_text())["t"]["1"]["number"] == 2
    assert json.loads((tmp_path / "index.json.bak").read_text())["t"]["1"]["number"] == 1


@pytest.mark.parametrize("damage", [b"", b'{"t": {"1": {"numb', b"\x00" * 64, b"[1, 2]", b'{"t": 3}', b"\xff\xfe"])
def test_that_a_damaged_file_is_answered_from_the_previous_version_with_one_warning(
    tmp_path: Path, damage: bytes
) -> None:
    path = tmp_path / "index.json"
    storage = AtomicJSONStorage(path)
    storage.write({"t": {"1": {"number": 1}}})
    storage.write({"t": {"1": {"number": 2}}})
    path.write_bytes(damage)
    heard: list[str] = []
    storage = AtomicJSONStorage(path, on_damage=heard.append)
    assert storage.read() == storage.read() == {"t": {"1": {"number": 1}}}
    assert heard == ["index.json was damaged: the previous version is used. Its last change is lost."]


def test_that_writing_after_damage_keeps_the_damaged_file_and_the_good_previous_version(tmp_path: Path) -> None:
    path = tmp_path / "index.json"
    storage = AtomicJSONStorage(path, on_damage=lambda _: None)
    storage.write({"t": {"1": {"number": 1}}})
    storage.write({"t": {"1": {"number": 2}}})
    path.write_bytes(b"{broken")
    storage.read()
    storage.write({"t": {"1": {"number": 3}}})
    assert (tmp_path / "index.json.damaged").read_bytes() == b"{broken"
    assert json.loads((tmp_path / "index.json.bak").read_text())["t"]["1"]["number"] == 1
    assert json.loads(path.read_text())["t"]["1"]["number"] == 3


def test_that_a_file_without_any_readable_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "index.json"
    path.write_bytes(b"{broken")
    with pytest.raises(WorkspaceError, match=r"damaged, and there is no readable previous version.*Restore"):
        AtomicJSONStorage(path).read()
    assert path.read_bytes() == b"{broken"


def test_that_a_lost_file_is_answered_from_the_previous_version(tmp_path: Path) -> None:
    path = tmp_path / "index.json"
    storage = AtomicJSONStorage(path, on_damage=lambda _: None)
    storage.write({"t": {"1": {"number": 1}}})
    storage.write({"t": {"1": {"number": 2}}})
    path.unlink()
    assert storage.read() == {"t": {"1": {"number": 1}}}


def test_that_tinydb_works_on_it_as_on_its_own_storage(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "index.json", storage=AtomicJSONStorage) as database:
        table = database.table("prompts")
        table.insert_multiple({"name": name, "text": "评估\u2028é"} for name in "abc")
        table.remove(doc_ids=[2])
    with TinyDB(tmp_path / "index.json", storage=AtomicJSONStorage) as database:
        assert [document["name"] for document in database.table("prompts")] == ["a", "c"]
        assert database.table("prompts").all()[0]["text"] == "评估\u2028é"


def test_that_a_full_disk_leaves_the_old_file_and_says_so(tmp_path: Path) -> None:
    if shutil.which("mount") is None or os.name == "nt" or os.geteuid() != 0:
        pytest.skip("mounting a small file system needs root")
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(small)], check=False)
    if mounted.returncode != 0:
        pytest.skip("mounting is not allowed here")
    try:
        write_atomically(small / "index.json", b"old")
        with pytest.raises(WorkspaceError, match=r"The disk is full: index.json .* unchanged\. Free some space"):
            write_atomically(small / "index.json", b"x" * 200_000, keep_previous=True)
        assert [(file.name, file.read_bytes()) for file in small.iterdir()] == [("index.json", b"old")]
        with pytest.raises(WorkspaceError, match="disk is full"):
            append_durably(small / "ledger.jsonl", b"y" * 200_000)
    finally:
        subprocess.run(["umount", str(small)], check=True)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [(errno.ENOSPC, "disk is full"), (errno.EDQUOT, "disk is full"), (errno.EROFS, "read-only"), (errno.EIO, "error")],
)
def test_that_a_failing_write_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, sentence: str
) -> None:
    path = tmp_path / "index.json"
    write_atomically(path, b"old")

    def fail(handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(atomic.os, "fsync", fail)
    with pytest.raises(WorkspaceError, match=sentence):
        write_atomically(path, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["index.json"]
    assert path.read_bytes() == b"old"


def test_that_a_line_cut_by_a_crash_is_ended_before_the_next_one_is_added(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    append_durably(path, b"one\n")
    with path.open("ab") as file:
        file.write(b"tw")
    append_durably(path, b"three\n")
    assert path.read_bytes() == b"one\ntw\nthree\n"
