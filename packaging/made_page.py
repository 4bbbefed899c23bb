"""Pages that are made from the program, so that they say what it does."""

import sys
from pathlib import Path


def write_or_check(page: Path, text: str) -> int:
    """Write the page, or with `--check` say by the exit code whether it is as it should be."""
    if "--check" in sys.argv[1:]:
        return int(not page.exists() or page.read_text("utf-8") != text)
    page.write_text(text, "utf-8")
    return 0
