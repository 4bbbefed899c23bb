"""An engine that never says a word, for pages that ask it nothing: `python -m desktop.bench.silent`."""

import sys

if __name__ == "__main__":
    sys.stdin.buffer.read()
