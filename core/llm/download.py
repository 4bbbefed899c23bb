"""Fetch a model from an address that the person named: resumed where it broke off, checked before it is a model.

A file grows as `NAME.gguf.part`; only when it is whole and proves to be a model does it get its name. What is known
about it stands in `NAME.gguf.part.json`, so that another call, or another day, goes on where this one ended. A file
that changed on the server is begun anew (RFC 9110: Range with If-Range).
"""

import errno
import http.client
import os
import re
import shutil
import stat
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from email.message import Message
from pathlib import Path
from typing import IO, Any, Final
from urllib.parse import unquote, urlsplit

import msgspec
from filelock import FileLock, Timeout

from core import files, nested, offline
from core.control import CancelToken
from core.errors import ModelError, OfflineError, UsageError
from core.llm import gguf
from core.llm.gguf_split import number_of, part_names
from core.said import Said, as_said

_PIECE: Final = 1 << 18
_PATIENCE: Final = 30.0
_ATTEMPTS: Final = 5
_PAUSE: Final = 0.5
_LONGEST_NOTE: Final = 1 << 14
_SPARE: Final = 64 << 20
"""Bytes that are left free on the disk."""

_RANGE: Final = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")

Tell = Callable[[int, int], None]
"""Gets the bytes that are there and the bytes there will be (0 if the server does not say)."""


@dataclass(frozen=True, slots=True)
class _Note:
    """What is known of a file that is being fetched. `validator` is its ETag or date; it changes with the file."""

    url: str
    validator: str = ""
    total: int = 0

    @classmethod
    def read(cls, file: Path) -> "_Note | None":
        try:
            return nested.decode(_own(file, "rb").read(_LONGEST_NOTE), type=cls)
        except (OSError, msgspec.DecodeError):
            return None

    def write(self, file: Path) -> None:
        with _own(file, "wb") as note:
            note.write(msgspec.json.encode(self))


class _BrokenOffError(Exception):
    """The connection ended early; it may be tried again."""


def download(
    url: str,
    folder: Path,
    *,
    sha256: str = "",
    allow: Collection[str] = (),
    parts: int = 1,
    tell: Tell | None = None,
    cancel: CancelToken | None = None,
) -> Path:
    """Fetch the model at `url` into `folder` and return its file; of a model in parts all of them, and the first, if a
    person has agreed to as many `parts`: a name alone may call for 99,999 files.

    Naming an address allows connections to its host, and to none that it redirects to but those in `allow`. `sha256`
    is what the (single) file must have. A file that is there already is returned if it has it, or if none was given and
    it is a model. Raises `ModelError` with what was kept, `OfflineError` for another host, and `Cancelled`.
    """
    name = _file_name(url)
    folder.mkdir(parents=True, exist_ok=True)
    names = part_names(name)
    if len(names) > parts:
        raise UsageError(
            Said(
                "{name} is the first of {names} parts of a model, each a file of its own.",
                name=name,
                names=f"{len(names):,}",
            ),
            hint="To fetch all of them: --yes.",
        )
    _open_the_way(url, allow)
    if len(names) > 1 and sha256:
        raise UsageError("A model in several parts has no single SHA-256.", hint="Leave it out.")
    for part in names:
        fetch = _Fetch(url.replace(name, part), folder / part, sha256.lower(), tell or _ignore, cancel, allow)
        fetch.run(alone=len(names) == 1)
    first = folder / names[0]
    gguf.read_header(first)
    return first


def without_query(url: str) -> str:
    """An address as it may be kept: what stands behind “?” is often a key of the person's."""
    return url.partition("#")[0].partition("?")[0]


def parts_at(url: str) -> int:
    """In how many files the model at an address comes, by its name. Raises `UsageError` for what names none."""
    return len(part_names(_file_name(url)))


def _ignore(_done: int, _total: int) -> None:
    """Nobody watches."""


def _file_name(url: str) -> str:
    parts = urlsplit(url)
    name = unquote(parts.path).rsplit("/", 1)[-1]
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError(
            Said("“{url}” is not an address of a file on the web.", url=url), hint="It begins with https://."
        )
    if parts.username or parts.password:
        raise UsageError(
            "The address has a name or password in it, which would be kept in files and logs.",
            hint="Fetch the file with a program that asks for them, then name it with --model.",
        )
    if not name.casefold().endswith(".gguf") or re.search(r'[\\:*?"<>|\x00-\x1f]', name):
        raise UsageError(
            Said("“{url}” does not name a GGUF file.", url=url), hint="The address of the file itself ends in .gguf."
        )
    if number_of(name)[0] != 1:
        raise UsageError(
            Said("{name} is not the first part of its model.", name=name),
            hint=Said("Name {part_names}.", part_names=part_names(name)[0]),
        )
    return name


def _open_the_way(url: str, allow: Collection[str]) -> None:
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    for host in (parts.hostname or "", *allow):
        try:
            offline.allow_with_addresses(host, port)
        except OSError as error:
            raise ModelError(
                Said("{host} cannot be found: {reason}.", host=host, reason=error.strerror), hint="Is there a network?"
            ) from error


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to hosts that were named: not even to this machine, where programs trust who asks."""

    def __init__(self, hosts: Collection[str]) -> None:
        self._hosts = hosts

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        place = urlsplit(newurl)
        host = place.hostname or ""
        if place.scheme != "https" and place.scheme != urlsplit(req.full_url).scheme:
            raise ModelError(
                Said(
                    "{host} sends on to an address that is not encrypted ({scheme}).",
                    host=req.host,
                    scheme=place.scheme,
                ),
                hint="Name that address itself if you trust it.",
            )
        same_port = place.port in {None, 80, 443, urlsplit(req.full_url).port}
        if host.casefold() not in self._hosts or not same_port:
            raise OfflineError(
                Said("{host} sends on to {other}, and that address was not allowed.", host=req.host, other=host),
                host=host,
                hint=Said("If you want it, allow it too: --allow {host}", host=host),
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


class _Fetch:
    """One file on its way."""

    def __init__(
        self,
        url: str,
        target: Path,
        sha256: str,
        tell: Tell,
        cancel: CancelToken | None,
        allow: Collection[str] = (),
    ) -> None:
        self._url = url
        self._note = _Note(without_query(url))
        self._target = target
        self._part = target.with_name(f"{target.name}.part")
        self._note_file = target.with_name(f"{target.name}.part.json")
        self._sha256 = sha256
        self._tell = tell
        self._cancel = cancel
        self._whole = False
        hosts = {host.casefold() for host in (urlsplit(url).hostname or "", *allow)}
        self._opener = urllib.request.build_opener(_SameHost(hosts))

    def run(self, *, alone: bool) -> None:
        """Fetch, check, and give the file its name. `alone`: it is a whole model, not a part of one."""
        if self._target.exists():
            self._check(self._target, alone=alone)
            return
        lock = FileLock(self._target.with_name(f"{self._target.name}.lock"))
        try:
            with lock.acquire(timeout=0):
                self._fetch()
                self._check(self._part, alone=alone)
                self._part.replace(self._target)
                self._note_file.unlink(missing_ok=True)
            Path(lock.lock_file).unlink(missing_ok=True)
        except Timeout:
            raise ModelError(
                Said("{name} is being fetched by another program already.", name=self._target.name)
            ) from None
        except OSError as error:
            raise self._failed(_reason(error)) from error

    def _fetch(self) -> None:
        """Ask until the file is whole; give up after some attempts that brought nothing."""
        self._remember()
        attempts, most = 0, self._size()
        while not self._is_whole():
            try:
                self._ask(self._size())
            except (_BrokenOffError, http.client.HTTPException, TimeoutError, ConnectionError) as error:
                attempts = 0 if self._size() > most else attempts + 1
                most = max(most, self._size())
                if attempts >= _ATTEMPTS:
                    raise self._failed(str(error) or as_said("the connection broke off")) from error
                self._wait(_PAUSE * 2**attempts)
            except urllib.error.HTTPError as error:
                raise self._failed(
                    Said("the server says {code} {reason}", code=error.code, reason=error.reason)
                ) from error
            except urllib.error.URLError as error:
                raise self._failed(str(error.reason)) from error

    def _is_whole(self) -> bool:
        return self._whole or 0 < self._note.total == self._size()

    def _remember(self) -> None:
        """Go on with what an earlier call left, if it was the same address."""
        note = _Note.read(self._note_file)
        if note is None or note.url != self._note.url:
            self._part.unlink(missing_ok=True)
        else:
            self._note = note

    def _size(self) -> int:
        return self._part.stat().st_size if self._part.exists() else 0

    def _ask(self, have: int) -> None:
        headers = {"Accept-Encoding": "identity", "User-Agent": "whet"}
        resumes = have > 0 and bool(self._note.validator)
        if resumes:
            headers |= {"Range": f"bytes={have}-", "If-Range": self._note.validator}
        request = urllib.request.Request(self._url, headers=headers)  # noqa: S310 - http and https only, see above
        with self._opener.open(request, timeout=_PATIENCE) as response:
            self._take(response, have if resumes and self._goes_on(response, have) else 0)

    def _goes_on(self, response: Any, have: int) -> bool:
        """Whether the answer is the rest of the very file whose beginning is there."""
        match = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
        same = match is not None and int(match[1]) == have and match[2] in {"*", str(self._note.total)}
        if response.status == http.HTTPStatus.PARTIAL_CONTENT and not same:
            self._part.unlink(missing_ok=True)
            raise _BrokenOffError("the server sent another piece than it was asked for")
        return bool(response.status == http.HTTPStatus.PARTIAL_CONTENT)

    def _take(self, response: Any, have: int) -> None:
        length = response.headers.get("Content-Length")
        total = have + int(length) if length is not None and length.isdigit() else 0
        if have and self._note.total and total != self._note.total:
            raise _BrokenOffError("the server promised another size before")
        weak = response.headers.get("ETag", "")
        validator = "" if weak.startswith("W/") else weak
        self._note = replace(self._note, validator=validator or response.headers.get("Last-Modified", ""), total=total)
        self._check_room(total - have)
        self._note.write(self._note_file)
        with _own(self._part, "r+b" if have else "wb") as file:
            file.seek(have)
            file.truncate()
            while piece := response.read(_PIECE):
                file.write(piece)
                have += len(piece)
                if not total:  # a server that does not say how much it sends may never end
                    self._check_room(0)
                self._tell(have, total)
                if self._cancel is not None:
                    self._cancel.check()
            file.flush()
            os.fsync(file.fileno())
        if have < total:
            raise _BrokenOffError(
                Said("the connection broke off after {have} of {total} bytes", have=f"{have:,}", total=f"{total:,}")
            )
        self._whole = True

    def _check_room(self, needed: int) -> None:
        free = shutil.disk_usage(self._target.parent).free
        if needed + _SPARE > free:
            sizes = {"needed": f"{needed >> 20:,}", "free": f"{free >> 20:,}"}
            raise self._failed(Said("it needs {needed} MB more, and {free} MB are free on the disk", **sizes))

    def _check(self, file: Path, *, alone: bool) -> None:
        """Raise for a file that is not what it should be; a fetched one is then thrown away, as it cannot be mended."""
        try:
            self._check_digest(file)
            if alone:
                gguf.read_header(file)
        except ModelError as error:
            if file == self._part:
                self._part.unlink()
                self._note_file.unlink(missing_ok=True)
            hint = "Nothing was kept. " if file == self._part else "It was there before and was left as it is. "
            names = {self._part.name: self._target.name}
            values = {gap: names.get(str(value), value) for gap, value in error.message.values.items()}
            message = Said(error.message.template, **values)
            raise ModelError(message, hint=hint + "Check the address, or try again later.") from error

    def _check_digest(self, file: Path) -> None:
        if self._sha256 and gguf.sha256(file, cancel=self._cancel) != self._sha256:
            raise ModelError(Said("{name} has another SHA-256 than it should have.", name=self._target.name))

    def _wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self._cancel is not None:
                self._cancel.check()
            time.sleep(0.05)

    def _failed(self, reason: str) -> ModelError:
        size = self._size()
        kept = Said("{size} bytes are kept.", size=f"{size:,}") if size else "Nothing was kept."
        return ModelError(
            Said("{name} could not be fetched: {reason}.", name=self._target.name, reason=reason),
            kept=kept,
            hint="The same command goes on where it ended." if size else "",
        )


def _own(file: Path, mode: str) -> IO[bytes]:
    """A file of a download, which may lie in somebody else's folder: what a link leads to is neither read nor
    written."""

    def opener(path: str, flags: int) -> int:
        plain = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        return os.open(path, (flags & ~os.O_TRUNC) | plain, 0o666)

    if files.is_link(file):
        raise OSError(errno.ELOOP, f"{file.name} is a link", str(file))
    found = open(file, mode, opener=opener)  # noqa: SIM115 - a path's own takes no opener
    status = os.fstat(found.fileno())
    if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:
        found.close()
        raise OSError(errno.EINVAL, f"{file.name} is no file of its own", str(file))
    if mode == "wb":
        found.truncate(0)
    return found


def _reason(error: OSError) -> str:
    return "the disk is full" if error.errno == errno.ENOSPC else error.strerror or str(error)
