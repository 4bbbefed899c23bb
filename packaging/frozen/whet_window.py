"""The frozen window."""

import sys

from core.program import clear_environment
from desktop.__main__ import main

if __name__ == "__main__":
    clear_environment()
    sys.exit(main())
