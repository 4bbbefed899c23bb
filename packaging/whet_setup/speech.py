"""What the setup says while it works: steps with expected and true times, and a line that moves."""

import re
import sys
import time
from dataclasses import dataclass, field

_COUNT = re.compile(r"^\[(\d+)/(\d+)\]")
_BAR = 30


def duration(seconds: float) -> str:
    """`8 s`, `0.4 s`, `2 min 5 s`."""
    if seconds < 1:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def say(text: str) -> None:
    """One sentence or more to the person, at once."""
    print(text, flush=True)


@dataclass(slots=True)
class Progress:
    """A line that moves on a terminal, and one line per tenth of the work elsewhere."""

    started: float = field(default_factory=time.monotonic)
    shown: float = 0.0
    tenth: int = 0
    width: int = 0

    def compiler_line(self, line: str) -> None:
        """Take a line of ninja's output: `[12/170] Building CXX object …`."""
        found = _COUNT.match(line)
        if found is not None:
            self._count(int(found[1]), int(found[2]))

    def pip_line(self, line: str) -> None:
        """Take a line of pip's output; what it downloads is shown on a terminal only."""
        words = line.split()
        if sys.stdout.isatty() and words and words[0] in {"Collecting", "Downloading", "Installing", "Using"}:
            self._draw(" ".join(words[:4])[:90])

    def clear(self) -> None:
        """Take the moving line away."""
        if self.width:
            print("\r" + " " * self.width + "\r", end="", flush=True)
            self.width = 0

    def _count(self, done: int, total: int) -> None:
        spent = time.monotonic() - self.started
        if sys.stdout.isatty():
            if time.monotonic() - self.shown > 0.2 or done == total:
                self.shown = time.monotonic()
                bar = "#" * (_BAR * done // total)
                self._draw(f"[{bar:<{_BAR}}] {done}/{total} files, {duration(spent)}")
        elif 10 * done // total > self.tenth:
            self.tenth = 10 * done // total
            say(f"      {done} of {total} files compiled, {duration(spent)}")

    def _draw(self, text: str) -> None:
        print("\r      " + text.ljust(self.width), end="", flush=True)
        self.width = max(self.width, len(text) + 6)
