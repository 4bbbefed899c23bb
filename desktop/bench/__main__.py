"""`python -m desktop.bench PART [--takes N] [--size 0…1]`: measures a part, and prints its figures as one line of JSON.

`whet bench desktop` starts this for every part and shows them together.
"""

import argparse
import importlib
import os
import sys

from core import offline
from desktop.bench.measure import Options, as_line


def main() -> int:
    """Measure one part on Qt's own offscreen platform, where the processor draws everything."""
    parser = argparse.ArgumentParser(prog="python -m desktop.bench")
    parser.add_argument("part")
    parser.add_argument("--takes", type=int, default=3)
    parser.add_argument("--size", type=float, default=1.0)
    chosen = parser.parse_args()
    offline.install()
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1", "QT_LOGGING_RULES": "qt.qpa.*=false"}
    part = importlib.import_module(f"desktop.bench.{chosen.part}")
    sys.stdout.write(as_line(part.measures(Options(takes=chosen.takes, size=chosen.size))) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
