"""`python -m core …` and the command `whet`."""

import sys

from core import offline


def main() -> int:
    """The command line. Nothing that could open a connection is imported before the guard stands."""
    offline.install()
    if sys.argv[1:] == ["engine"]:  # started often, and needs nothing of the command line
        from core.engine.worker import main as work

        return work()
    from core.cli.main import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
