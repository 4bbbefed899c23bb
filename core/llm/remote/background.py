"""An event loop in a thread of its own: the callers of a model wait for it, and may be told to stop."""

import asyncio
import concurrent.futures
import threading
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, Final, TypeVar

from core.control import Cancelled, CancelToken
from core.errors import ModelError

_LOOK: Final = 0.05
"""Seconds between two looks at whether the work was stopped."""

_GRACE: Final = 0.2
"""Seconds that stopped work has to close its connections."""

T = TypeVar("T")


class LoopThread:
    """Runs coroutines. Must be closed."""

    def __init__(self, name: str) -> None:
        self.loop: Final = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, name=name, daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, T], cancel: CancelToken | None = None) -> T:
        """What the work gives. Raises what it raises, and `Cancelled` soon after the token was set."""
        if not self._thread.is_alive():
            work.close()
            raise ModelError("The connection to the server was closed.", hint="Open it again.")
        future = asyncio.run_coroutine_threadsafe(work, self.loop)
        if cancel is None:
            return future.result()
        while not future.done():
            concurrent.futures.wait([future], timeout=_LOOK)
            if cancel.is_cancelled() and not future.done():
                future.cancel()
                concurrent.futures.wait([future], timeout=_GRACE)
                raise Cancelled
        return future.result()

    @property
    def is_open(self) -> bool:
        """Whether work can be given to it."""
        return self._thread.is_alive()

    def close(self) -> None:
        """Stop everything. Calling it twice is fine."""
        if self._thread.is_alive():
            with suppress(RuntimeError):  # it ended meanwhile
                self.loop.call_soon_threadsafe(self.loop.stop)
            self._thread.join()

    def _serve(self) -> None:
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_forever()
            left = asyncio.all_tasks(self.loop)
            for task in left:
                task.cancel()
            self.loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
            self.loop.run_until_complete(self.loop.shutdown_default_executor())
        finally:
            self.loop.close()
