"""Tries the Debian package and the AppImage in a bare system without Python: `sudo python packaging/try_bundle.py`.

    --deb FILE --appimage FILE    what to try (default: what lies in dist)
    --suite NAME                  the Debian to try it in (default: bookworm), made by debootstrap
    --root DIR                    a bare system that is there already; a copy of it is used
    --pictures DIR                keep a picture of the window of each

A system of its own is made below a temporary folder and entered with chroot, in mount and process spaces of its own:
when this ends, nothing of it is left. The package is installed there, a sample runs on the command line, and one to its
end in the window, on Xvfb, which is then asked to close; the package is removed, and what is left is counted. Needs
root, debootstrap, Xvfb, and the network for Debian's packages.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

ROOT = Path(__file__).resolve().parents[1]
_PERSON = "tester"
_NUMBER = 4711
_HOME = f"/home/{_PERSON}"
_DISPLAY = ":97"
_PACKAGE = "root/whet.deb"
_SOCKETS = ".X11-unix"
_LONGEST = 1_200.0
"""Seconds for the sample to run to its end."""

_KEPT_BY_THE_SYSTEM = ("root", "proc", "sys", "dev", "tmp", "run", "var", f"home/{_PERSON}", "etc/ld.so.cache")
"""Where a system keeps its own notes on what was installed, or a person what is theirs."""


class FailedError(Exception):
    """Something that had to be so was not."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A system of its own below `root`, without Python."""

    root: Path

    def call(self, *command: str, person: bool = False) -> str:
        """Run something in it and return what it printed. Raises `FailedError` with its last lines."""
        done = subprocess.run(
            [*self.entered(person=person), *command],
            capture_output=True,
            text=True,
            check=False,
            env=self.variables(person=person),
        )
        if done.returncode:
            raise FailedError(
                f"{' '.join(command)}: exit code {done.returncode}\n{(done.stdout + done.stderr)[-3000:]}"
            )
        return done.stdout

    def start(self, *command: str) -> "subprocess.Popen[bytes]":
        """Start something as the person, on the display."""
        log = (self.root / "tmp" / "window.log").open("wb")
        return subprocess.Popen(
            [*self.entered(person=True), *command], env=self.variables(person=True), stdout=log, stderr=log
        )

    def entered(self, *, person: bool) -> list[str]:
        """The command that goes in."""
        return ["chroot", *([f"--userspec={_NUMBER}:{_NUMBER}"] if person else []), str(self.root)]

    def variables(self, *, person: bool) -> dict[str, str]:
        """Nothing of this machine's environment but the way to the network."""
        own = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
        own |= {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
        return own | (
            {"HOME": _HOME, "USER": _PERSON, "DISPLAY": _DISPLAY} if person else {"HOME": str(Path("/", "root"))}
        )

    def files(self) -> set[str]:
        """Every file, without what the system keeps of itself."""
        found = set()
        for folder, folders, names in os.walk(self.root):
            place = os.path.relpath(folder, self.root)
            folders[:] = [name for name in folders if os.path.normpath(f"{place}/{name}") not in _KEPT_BY_THE_SYSTEM]
            found |= {os.path.normpath(f"{place}/{name}") for name in (*names, *folders)}
        return found - set(_KEPT_BY_THE_SYSTEM)


def main() -> int:
    """0 if everything went as it should; 1 with a sentence."""
    asked = _arguments()
    if os.geteuid() != 0:
        sys.stderr.write("This makes a system of its own, which only root may. Nothing was done.\n")
        return 1
    if not asked.inside:  # spaces of our own: what is mounted and started there is gone with us
        spaces = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--propagation", "private", "--mount-proc"]
        return subprocess.run([*spaces, sys.executable, *sys.argv, "--inside"], check=False).returncode
    try:
        with TemporaryDirectory(prefix="whet-bare-") as scratch, _system(asked, Path(scratch)) as bare, _screen(bare):
            _try(asked, bare)
    except FailedError as error:
        print(f"FAILED: {error}")
        return 1
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="try_bundle.py", description="Try the bundles in a bare Debian.")
    parser.add_argument("--deb", type=Path, default=next(iter(sorted((ROOT / "dist").glob("*.deb"))), None))
    parser.add_argument("--appimage", type=Path, default=next(iter(sorted((ROOT / "dist").glob("*.AppImage"))), None))
    parser.add_argument("--suite", default="bookworm")
    parser.add_argument("--root", type=Path)
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _try(asked: argparse.Namespace, bare: Bare) -> None:
    if bare.call("sh", "-c", "ls /usr/bin/python* /usr/local/bin/python* 2>/dev/null || true").strip():
        raise FailedError("there is a Python in the bare system")
    print(f"a system of {len(bare.files())} files without Python: {_release(bare)}")
    if asked.deb is not None:
        _try_package(asked, bare)
    if asked.appimage is not None:
        _try_appimage(asked, bare)


def _release(bare: Bare) -> str:
    lines = (bare.root / "etc" / "os-release").read_text("utf-8").splitlines()
    libc = bare.call("sh", "-c", "ldd --version 2>&1 | head -n 1").strip()
    return next(line.partition("=")[2].strip('"') for line in lines if line.startswith("PRETTY_NAME")) + f"; {libc}"


def _try_package(asked: argparse.Namespace, bare: Bare) -> None:
    shutil.copy(asked.deb, bare.root / _PACKAGE)
    _timed("its dependencies alone", lambda: _install_dependencies(bare))
    before = bare.files()
    _timed("dpkg --install", lambda: bare.call("dpkg", "--install", f"/{_PACKAGE}"))
    print(f"  {len(bare.files() - before)} files came")
    _use(bare, asked.pictures, "deb", ["/usr/bin/whet-window"], ["/usr/bin/whet"])
    _timed("dpkg --purge", lambda: bare.call("dpkg", "--purge", "whet"))
    left = sorted(bare.files() - before)
    if left:
        raise FailedError(f"{len(left)} files were left behind: {', '.join(left[:10])}")
    print("  nothing was left behind")


def _install_dependencies(bare: Bare) -> None:
    needed = bare.call("dpkg-deb", "--field", f"/{_PACKAGE}", "Depends").strip()
    names = [each.split()[0] for each in needed.split(", ")]
    print(f"  {needed}")
    bare.call("apt-get", "install", "--yes", "--no-install-recommends", *names)


def _try_appimage(asked: argparse.Namespace, bare: Bare) -> None:
    file = bare.root / "home" / _PERSON / "Whet.AppImage"
    before = bare.files()
    shutil.copy(asked.appimage, file)
    os.chown(file, _NUMBER, _NUMBER)
    program = f"{_HOME}/Whet.AppImage"
    for way in ([], ["--appimage-extract-and-run"]):
        name = "unpacked" if way else "mounted"
        if not way and not (bare.root / "dev" / "fuse").exists():
            print("  no /dev/fuse here, so it is not mounted")
            continue
        _use(bare, asked.pictures, f"AppImage, {name}", [program, *way], [program, *way, "whet"])
    file.unlink()
    left = sorted(bare.files() - before) + [str(each) for each in (bare.root / "tmp").glob("*ppimage*")]
    if left:
        raise FailedError(f"files were left behind: {', '.join(left[:10])}")
    print("  nothing was left behind")


def _use(bare: Bare, pictures: Path | None, name: str, window: Sequence[str], command_line: Sequence[str]) -> None:
    """A sample in the window to its end, and one on the command line; then the person's own folder is emptied."""
    print(f"{name}:")
    version = bare.call(*command_line, "--version", person=True).strip()
    said = bare.call(
        *command_line, "optimize", "iso-date", "--method", "bank", "--budget", "calls=400", person=True
    ).strip()
    print(f"  {version}; on the command line: {said.splitlines()[-1] if said else 'done'}")
    before = _runs(bare)
    running = bare.start(*window, "--demo")
    try:
        _timed("a sample in the window, to its end", lambda: _wait(lambda: _ended(bare, before), running, bare))
        if pictures is not None:
            time.sleep(2)
            _picture(pictures / f"{name.replace(', ', '-')}.xwd")
    finally:
        _end(_windows(bare), signal.SIGTERM)
    if running.wait(60) != 0:
        raise FailedError(
            f"the window ended with {running.returncode}: {(bare.root / 'tmp' / 'window.log').read_text()[-2000:]}"
        )
    left = _eventually_none(lambda: _processes(bare))
    if left:
        raise FailedError(f"processes were left: {left}")
    print("  it closed, and no process was left")
    shutil.rmtree(bare.root / "home" / _PERSON / ".local", ignore_errors=True)


def _runs(bare: Bare) -> set[Path]:
    runs = bare.root / "home" / _PERSON / ".local" / "share" / "Whet" / "workspace" / "runs"
    return set(runs.glob("*/events.jsonl"))


def _ended(bare: Bare, before: set[Path]) -> bool:
    """Whether a run that was begun since has its last line."""
    return any(b'"RunEnded"' in log.read_bytes()[-20_000:] for log in _runs(bare) - before)


def _wait(done: Callable[[], bool], running: "subprocess.Popen[bytes]", bare: Bare) -> None:
    end = time.monotonic() + _LONGEST
    while not done():
        if running.poll() is not None:
            said = (bare.root / "tmp" / "window.log").read_text(errors="replace")
            raise FailedError(f"the window ended by itself ({running.returncode}): {said[-3000:]}")
        if time.monotonic() > end:
            raise FailedError(f"the sample did not end in {_LONGEST:.0f} seconds")
        time.sleep(0.5)


def _processes(bare: Bare) -> dict[int, str]:
    """Programs that run in the bare system, by number."""
    found = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            inside = (place / "root").readlink() == bare.root
            if inside:
                found[int(place.name)] = (place / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue  # it has just ended
    return found


def _windows(bare: Bare) -> list[int]:
    return [number for number, said in _processes(bare).items() if Path(said.split(" ")[0]).name == "whet-window"]


def _end(numbers: Iterable[int], how: signal.Signals) -> None:
    for number in numbers:
        with suppress(ProcessLookupError):
            os.kill(number, how)


def _eventually_none(found: Callable[[], dict[int, str]]) -> dict[int, str]:
    for _ in range(20):
        if not found():
            return {}
        time.sleep(0.5)
    return found()


def _picture(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if shutil.which("xwd"):
        subprocess.run(["xwd", "-silent", "-root", "-display", _DISPLAY, "-out", file], check=False)


def _timed(what: str, work: Callable[[], object]) -> None:
    began = time.monotonic()
    work()
    print(f"  {what}: {time.monotonic() - began:.0f} s")


@contextmanager
def _system(asked: argparse.Namespace, scratch: Path) -> Iterator[Bare]:
    root = scratch / "root"
    if asked.root is not None:
        _copy(asked.root, root)
    else:
        _debootstrap(asked.suite, root)
    bare = Bare(root)
    _mount("proc", root / "proc", "-t", "proc")
    for name in ("null", "zero", "random", "urandom", "tty", "fuse"):
        if Path("/dev", name).exists():
            (root / "dev" / name).touch()
            _mount(f"/dev/{name}", root / "dev" / name, "--bind")
    (root / "dev" / "shm").mkdir(exist_ok=True)
    _mount("tmpfs", root / "dev" / "shm", "-t", "tmpfs")
    for name in ("resolv.conf", "hosts"):
        shutil.copy(Path("/etc", name), root / "etc" / name)
    bare.call("useradd", "--create-home", "--uid", str(_NUMBER), "--user-group", _PERSON)
    try:
        yield bare
    finally:
        _end(_processes(bare), signal.SIGKILL)
        time.sleep(0.5)
        for place in sorted(_mounted(root), reverse=True):
            subprocess.run(["umount", "--lazy", place], check=False)


def _copy(source: Path, root: Path) -> None:
    """The system's own files: what the machine shows in it (/proc, /dev) has no end."""
    root.mkdir()
    subprocess.run(["cp", "--archive", "--one-file-system", f"{source}/.", root], check=True)


def _debootstrap(suite: str, root: Path) -> None:
    if shutil.which("debootstrap") is None:
        raise FailedError("debootstrap is not here: apt-get install debootstrap, or name a bare system with --root")
    began = time.monotonic()
    command = ["debootstrap", "--variant=minbase", suite, str(root), *_mirror()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise FailedError(f"debootstrap {suite}: {(done.stdout + done.stderr)[-1500:]}")
    print(f"debootstrap {suite}: {time.monotonic() - began:.0f} s")


def _mirror() -> list[str]:
    """Where this system gets its own packages from."""
    for file in sorted(Path("/etc/apt").rglob("*")):
        if file.suffix in {".sources", ".list"}:
            for word in file.read_text("utf-8", "replace").split():
                if word.startswith(("http://", "https://")) and word.rstrip("/").endswith("/debian"):
                    return [word]
    return []


def _mount(what: str, place: Path, *options: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", *options, what, place], check=True)


def _mounted(root: Path) -> list[str]:
    lines = Path("/proc/self/mounts").read_text("utf-8").splitlines()
    return [line.split()[1] for line in lines if line.split()[1].startswith(f"{root}/")]


@contextmanager
def _screen(bare: Bare) -> Iterator[None]:
    """A display that the bare system reaches by its socket."""
    sockets = Path(gettempdir()) / _SOCKETS
    sockets.mkdir(exist_ok=True)
    _mount("tmpfs", sockets, "-t", "tmpfs")  # of our own: other displays of this machine are none of our business
    inside = bare.root / "tmp" / _SOCKETS
    inside.mkdir(exist_ok=True)
    _mount(str(sockets), inside, "--bind")
    screen = subprocess.Popen(
        ["Xvfb", _DISPLAY, "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-ac"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        time.sleep(2)
        if screen.poll() is not None:
            raise FailedError(f"Xvfb did not start on {_DISPLAY}")
        yield
    finally:
        screen.terminate()
        screen.wait(10)


if __name__ == "__main__":
    sys.exit(main())
