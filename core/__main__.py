"""`python -m core …` and the command `whet`."""

from core.start import distrust_folder

distrust_folder()

import json  # noqa: E402
import sys  # noqa: E402 - the path first

from core import offline  # noqa: E402


def main() -> int:
    """The command line. Nothing that could open a connection is imported before the guard stands."""
    offline.install()
    try:
        return _run()
    except KeyboardInterrupt:  # while the command line itself is being loaded
        from core.control import STOPPED

        if "--json" in sys.argv:
            print(json.dumps(STOPPED))
        else:
            print("Stopped.", file=sys.stderr)
        return 130


def _run() -> int:
    if sys.argv[1:] == ["engine"]:  # started often, and needs nothing of the command line
        from core.engine.worker import main as work

        return work()
    from core.cli.main import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
