"""Fetching models from a real server on this machine that misbehaves in the ways servers and networks do."""

import errno
import hashlib
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psutil
import pytest

from core.control import Cancelled, CancelToken
from core.errors import ModelError, OfflineError, UsageError
from core.llm import download as module
from core.llm.download import download
from core.llm.gguf import read_header


@dataclass
class Shelf:
    """What the server gives: `content` by path, and how it misbehaves. `asked` are the Range headers it got."""

    content: dict[str, bytes]
    etag: str = '"one"'
    break_after: list[int] = field(default_factory=list)
    """Bytes after which the next answers end early; used up one by one."""
    ranges: bool = True
    length_added: int = 0
    send_length: bool = True
    wrong_start: bool = False
    redirect: str = ""
    redirect_once: str = ""
    grows: bool = False
    """It says that there is more to come whenever it goes on."""
    status: int = 200
    asked: list[str] = field(default_factory=list)
    port: int = 0

    def url(self, name: str = "model.gguf", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}/files/{name}?download=true"


class Handler(BaseHTTPRequestHandler):
    shelf: Shelf

    def do_GET(self) -> None:
        shelf, path = self.shelf, self.path.split("?")[0]
        shelf.asked.append(self.headers.get("Range", ""))
        if shelf.redirect or shelf.redirect_once:
            self.send_response(302)
            self.send_header("Location", shelf.redirect or shelf.redirect_once)
            shelf.redirect_once = ""
            self.end_headers()
            return
        if path not in shelf.content or shelf.status != 200:
            self.send_error(404 if shelf.status == 200 else shelf.status)
            return
        content, start = shelf.content[path], 0
        wanted = self.headers.get("Range", "")
        if wanted and shelf.ranges and self.headers.get("If-Range") == shelf.etag:
            start = int(wanted.removeprefix("bytes=").rstrip("-")) // (2 if shelf.wrong_start else 1)
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        else:
            self.send_response(200)
        rest = content[start:]
        if shelf.etag:
            self.send_header("ETag", shelf.etag)
        if shelf.send_length:
            added = shelf.length_added + (1000 if shelf.grows and start else 0)
            self.send_header("Content-Length", str(len(rest) + added))
        self.end_headers()
        self.wfile.write(rest[: shelf.break_after.pop(0)] if shelf.break_after else rest)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def shelf(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    monkeypatch.setattr(module, "_PAUSE", 0.01)
    shelf = Shelf({"/files/model.gguf": tiny.read_bytes()})
    handler = type("ShelfHandler", (Handler,), {"shelf": shelf})
    server = ThreadingHTTPServer(("0.0.0.0", 0), handler)
    shelf.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield shelf
    server.shutdown()
    server.server_close()


def left(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def test_that_a_model_is_fetched_with_progress_and_nothing_else_is_left(
    shelf: Shelf, tiny: Path, tmp_path: Path
) -> None:
    seen: list[tuple[int, int]] = []
    digest = hashlib.sha256(tiny.read_bytes()).hexdigest()
    file = download(shelf.url(), tmp_path / "new", sha256=digest.upper(), tell=lambda a, b: seen.append((a, b)))
    assert file == tmp_path / "new" / "model.gguf"
    assert file.read_bytes() == tiny.read_bytes()
    assert left(tmp_path / "new") == {"model.gguf"}
    size = tiny.stat().st_size
    assert seen == sorted(seen)
    assert seen[-1] == (size, size)
    assert download(shelf.url(), tmp_path / "new") == file
    assert len(shelf.asked) == 1, "what is there is not fetched again"


def test_that_a_broken_off_answer_is_gone_on_with(shelf: Shelf, tiny: Path, tmp_path: Path) -> None:
    shelf.break_after = [300_000, 0, 100_000]
    assert download(shelf.url(), tmp_path).read_bytes() == tiny.read_bytes()
    assert shelf.asked == ["", "bytes=300000-", "bytes=300000-", "bytes=400000-"]


def test_that_a_server_that_keeps_breaking_off_ends_in_a_sentence_and_the_next_call_goes_on(
    shelf: Shelf, tiny: Path, tmp_path: Path
) -> None:
    shelf.break_after = [300_000, *[0] * 6]
    with pytest.raises(ModelError, match="broke off after 300,000 of") as failure:
        download(shelf.url(), tmp_path)
    assert failure.value.kept == "300,000 bytes are kept."
    assert left(tmp_path) == {"model.gguf.part", "model.gguf.part.json", "model.gguf.lock"}
    shelf.break_after = []
    assert download(shelf.url(), tmp_path).read_bytes() == tiny.read_bytes()
    assert shelf.asked[-1] == "bytes=300000-"


def test_that_a_file_that_changed_on_the_server_is_begun_anew(shelf: Shelf, tiny: Path, tmp_path: Path) -> None:
    shelf.break_after = [300_000, *[0] * 6]
    with pytest.raises(ModelError):
        download(shelf.url(), tmp_path)
    changed = bytearray(tiny.read_bytes())
    changed[-10:] = b"0123456789"
    shelf.content["/files/model.gguf"] = bytes(changed)
    shelf.etag, shelf.break_after = '"two"', []
    assert download(shelf.url(), tmp_path).read_bytes() == changed


@pytest.mark.parametrize(
    "flaw",
    [{"ranges": False}, {"etag": ""}, {"etag": 'W/"weak"'}, {"wrong_start": True}, {"send_length": False}],
    ids=lambda flaw: next(iter(flaw)),
)
def test_that_a_server_that_cannot_resume_costs_time_but_no_bytes(
    shelf: Shelf, tiny: Path, tmp_path: Path, flaw: dict[str, object]
) -> None:
    shelf.break_after = [300_000] if flaw != {"send_length": False} else []
    for name, value in flaw.items():
        setattr(shelf, name, value)
    assert download(shelf.url(), tmp_path).read_bytes() == tiny.read_bytes()


def test_that_a_server_that_promises_more_than_it_has_is_told_on(shelf: Shelf, tmp_path: Path) -> None:
    shelf.length_added = 5000
    with pytest.raises(ModelError, match=r"could not be fetched: (the connection broke off|the server sent)"):
        download(shelf.url(), tmp_path)
    assert "model.gguf" not in left(tmp_path)


def test_that_a_server_that_promises_less_than_the_file_gives_no_model(shelf: Shelf, tmp_path: Path) -> None:
    shelf.length_added = -5000
    with pytest.raises(ModelError, match=r"model\.gguf is incomplete: 5,0.. of") as failure:
        download(shelf.url(), tmp_path)
    assert "Nothing was kept" in failure.value.hint
    assert "model.gguf" not in left(tmp_path)


def test_that_an_answer_without_length_that_ends_early_gives_no_model(shelf: Shelf, tmp_path: Path) -> None:
    shelf.send_length, shelf.break_after = False, [300_000]
    with pytest.raises(ModelError, match="is incomplete"):
        download(shelf.url(), tmp_path)
    assert not {"model.gguf", "model.gguf.part"} & left(tmp_path)


def test_that_what_is_no_model_or_has_another_digest_is_thrown_away(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="another SHA-256"):
        download(shelf.url(), tmp_path, sha256="0" * 64)
    shelf.content["/files/model.gguf"] = b"<!doctype html><p>Please log in"
    with pytest.raises(ModelError, match="is a web page"):
        download(shelf.url(), tmp_path)
    assert not {"model.gguf", "model.gguf.part"} & left(tmp_path)


def test_that_a_refusal_of_the_server_is_said(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="404 Not Found"):
        download(shelf.url("other.gguf"), tmp_path)
    shelf.status = 401
    with pytest.raises(ModelError, match="401"):
        download(shelf.url(), tmp_path)


def test_that_nobody_listening_is_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(ModelError, match="could not be fetched"):
        download(f"http://127.0.0.1:{port}/model.gguf", tmp_path)


@pytest.mark.parametrize(
    "url",
    ["ftp://127.0.0.1/model.gguf", "model.gguf", "https://", "http://127.0.0.1/page.html",
     "http://127.0.0.1/a%5C..%5Cmodel.gguf", "http://127.0.0.1/model-00002-of-00003.gguf"],
)  # fmt: skip
def test_that_only_the_address_of_a_model_is_taken(url: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        download(url, tmp_path)
    assert left(tmp_path) == set()


def test_that_a_redirect_to_another_host_needs_leave(shelf: Shelf, tmp_path: Path) -> None:
    shelf.redirect = "http://files.example.invalid/files/model.gguf"
    with pytest.raises(OfflineError, match=r"files\.example\.invalid") as failure:
        download(shelf.url(), tmp_path)
    assert "--allow files.example.invalid" in failure.value.hint


@pytest.mark.parametrize(
    "place", ["http://localhost:{port}/files/model.gguf", "http://127.0.0.2:{port}/files/model.gguf",
              "http://[::1]:{port}/files/model.gguf", "http://192.168.0.1/files/model.gguf",
              "http://2130706433:{port}/files/model.gguf", "http://user@169.254.169.254/latest/model.gguf"],
)  # fmt: skip
def test_that_a_redirect_to_this_machine_or_a_private_one_needs_leave_too(
    place: str, shelf: Shelf, tmp_path: Path
) -> None:
    shelf.redirect = place.format(port=shelf.port)
    with pytest.raises(OfflineError, match="was not allowed"):
        download(shelf.url(host=own_address()), tmp_path)
    assert left(tmp_path) <= {"model.gguf.lock"}
    assert len(shelf.asked) == 1


@pytest.mark.parametrize("place", ["http://127.0.0.1:1/files/model.gguf", "ftp://127.0.0.1/model.gguf"])
def test_that_a_redirect_to_another_port_or_protocol_of_a_host_is_not_followed(
    place: str, shelf: Shelf, tmp_path: Path
) -> None:
    shelf.redirect = place
    with pytest.raises((OfflineError, ModelError)):
        download(shelf.url(), tmp_path)
    assert left(tmp_path) <= {"model.gguf.lock"}


def test_that_a_redirect_that_was_agreed_to_is_followed(shelf: Shelf, tiny: Path, tmp_path: Path) -> None:
    shelf.redirect_once = f"http://localhost:{shelf.port}/files/model.gguf"
    assert download(shelf.url(), tmp_path, allow=["localhost"]).read_bytes() == tiny.read_bytes()


@pytest.mark.parametrize("name", ["model.gguf.part", "model.gguf.part.json", "model.gguf.lock"])
@pytest.mark.parametrize("hard", [False, True])
def test_that_a_link_in_the_folder_where_a_download_would_be_kept_is_not_written_through(
    name: str, hard: bool, shelf: Shelf, tmp_path: Path
) -> None:
    private = tmp_path / "private"
    private.write_text("my own")
    folder = tmp_path / "models"
    folder.mkdir()
    (folder / name).hardlink_to(private) if hard else (folder / name).symlink_to(private)
    with suppress(ModelError):
        download(shelf.url(), folder)
    assert private.read_text() == "my own"


@pytest.mark.parametrize(
    "note", ['{"url": 1}', '{"url": "x", "total": "many"}', "[" * 9999, '{"url": "URL", "total": "9"}']
)
def test_that_a_note_that_is_none_of_ours_is_as_if_it_were_not_there(
    note: str, shelf: Shelf, tiny: Path, tmp_path: Path
) -> None:
    (tmp_path / "model.gguf.part.json").write_text(note.replace("URL", shelf.url().split("?")[0]))
    assert download(shelf.url(), tmp_path).read_bytes() == tiny.read_bytes()


def test_that_a_server_that_promises_more_when_it_is_asked_again_is_told_on(shelf: Shelf, tmp_path: Path) -> None:
    shelf.break_after = [1000]
    shelf.grows = True
    with pytest.raises(ModelError, match="promised another size"):
        download(shelf.url(), tmp_path)


def test_that_naming_an_address_allows_that_host_only(shelf: Shelf, tiny: Path, tmp_path: Path) -> None:
    address = own_address()
    assert download(shelf.url(host=address), tmp_path).read_bytes() == tiny.read_bytes()


def own_address() -> str:
    """An address of this machine that is not loopback: no packet leaves, but the guard cannot know."""
    addresses = [a.address for each in psutil.net_if_addrs().values() for a in each if a.family == socket.AF_INET]
    found = next((address for address in addresses if not address.startswith("127.")), "")
    if not found:
        pytest.skip("this machine has no other address than loopback")
    return found


def test_that_it_can_be_cancelled_and_gone_on_with(shelf: Shelf, tiny: Path, tmp_path: Path) -> None:
    token = CancelToken()
    with pytest.raises(Cancelled):
        download(shelf.url(), tmp_path, tell=lambda _done, _total: token.cancel(), cancel=token)
    kept = (tmp_path / "model.gguf.part").stat().st_size
    assert 0 < kept < tiny.stat().st_size
    assert download(shelf.url(), tmp_path).read_bytes() == tiny.read_bytes()
    assert shelf.asked[-1] == f"bytes={kept}-"


def test_that_a_key_in_the_address_is_kept_nowhere(shelf: Shelf, tmp_path: Path) -> None:
    token = CancelToken()
    with pytest.raises(Cancelled):
        download(shelf.url() + "&key=s3cret", tmp_path, tell=lambda _done, _total: token.cancel(), cancel=token)
    assert {b"s3cret" in file.read_bytes() for file in tmp_path.iterdir()} == {False}
    download(shelf.url() + "&key=another", tmp_path)
    assert shelf.asked[-1].startswith("bytes=")


def test_that_two_at_once_do_not_write_one_file(shelf: Shelf, tmp_path: Path) -> None:
    messages: list[str] = []

    def again(_done: int, _total: int) -> None:
        try:
            download(shelf.url(), tmp_path)
        except ModelError as error:
            messages.append(error.message)

    download(shelf.url(), tmp_path, tell=again)
    assert set(messages) == {"model.gguf is being fetched by another program already."}


def test_that_a_full_disk_is_said_before_and_while_it_happens(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    with monkeypatch.context() as patch:  # a disk cannot be filled here
        patch.setattr(shutil, "disk_usage", lambda _folder: usage._replace(free=1000))
        with pytest.raises(ModelError, match="are free on the disk"):
            download(shelf.url(), tmp_path)

    def full(_done: int, _total: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(ModelError, match="the disk is full") as failure:
        download(shelf.url(), tmp_path, tell=full)
    assert "are kept" in failure.value.kept


def test_that_all_parts_of_a_model_are_fetched(
    shelf: Shelf, split_model: Callable[[Path, str], list[Path]], tmp_path: Path
) -> None:
    parts = split_model(tmp_path / "there", "big")
    shelf.content = {f"/files/{part.name}": part.read_bytes() for part in parts}
    with pytest.raises(UsageError, match="parts of a model") as caught:
        download(shelf.url(parts[0].name), tmp_path / "here")
    assert "--yes" in str(caught.value.hint)
    assert not left(tmp_path / "here")
    first = download(shelf.url(parts[0].name), tmp_path / "here", parts=len(parts))
    assert left(tmp_path / "here") == {part.name for part in parts}
    assert read_header(first) == read_header(parts[0])
