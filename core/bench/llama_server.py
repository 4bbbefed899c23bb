"""A `llama-server` of the person's own, asked by eight clients at a time: what people use who do not write a loop."""

import http.client
import json
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import psutil

from core.errors import RunError

CLIENTS: Final = 8
VARIANTS: Final[dict[str, tuple[str, ...]]] = {
    "defaults": (),
    "-kvu": ("-kvu",),
    "-fa off": ("-fa", "off"),
}
"""Options that change its speed, by the name in the table."""

_START_SECONDS: Final = 60


@contextmanager
def running(program: Path, model: Path, options: Sequence[str], context: int) -> Iterator["LlamaServer"]:
    """A server with one thread and `CLIENTS` slots on loopback. Raises `RunError` if it does not start."""
    port = _free_port()
    command = [
        str(program), "-m", str(model), "-np", str(CLIENTS), "-c", str(CLIENTS * context), "-t", "1", "-tb", "1",
        "--host", "127.0.0.1", "--port", str(port), "--no-webui", *options,
    ]  # fmt: skip
    with subprocess.Popen(  # noqa: S603 - the program that the person named, without a shell
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            server = LlamaServer(process, port)
            server.wait()
            yield server
        finally:
            process.kill()


class LlamaServer:
    """Greedy completions over HTTP; processor time is the server's alone."""

    def __init__(self, process: "subprocess.Popen[bytes]", port: int) -> None:
        self._process = process
        self._port = port

    @property
    def address(self) -> str:
        """How it is named as a model."""
        return f"http://127.0.0.1:{self._port}/v1"

    def wait(self) -> None:
        """Until it answers."""
        end = time.monotonic() + _START_SECONDS
        while time.monotonic() < end and self._process.poll() is None:
            try:
                if self._call("GET", "/health")[0] == http.client.OK:
                    return
            except OSError:
                pass
            time.sleep(0.2)
        raise RunError("The llama-server did not start.", hint="Try the same command by hand to see its reason.")

    def ms(self, prompts: Sequence[str], tokens: int, passes: int) -> float:
        """Milliseconds of its processor time per prompt; the median of some passes after one that warms up."""
        times = []
        for _ in range(passes + 1):
            before = self.seconds()
            self.replies(prompts, tokens)
            times.append(1000 * (self.seconds() - before) / len(prompts))
        return sorted(times[1:])[passes // 2]

    def replies(self, prompts: Sequence[str], tokens: int) -> list[str]:
        """What it writes, at most so many tokens each."""
        with ThreadPoolExecutor(CLIENTS) as clients:
            return list(clients.map(lambda prompt: self._ask(prompt, tokens), prompts))

    def _ask(self, prompt: str, tokens: int) -> str:
        body: dict[str, Any] = {"prompt": prompt, "n_predict": tokens, "temperature": 0.0, "cache_prompt": True}
        status, reply = self._call("POST", "/completion", json.dumps(body))
        if status != http.client.OK:
            raise RunError(f"The llama-server answered with status {status}.")
        return str(json.loads(reply)["content"])

    def _call(self, verb: str, path: str, body: str = "") -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=600)
        try:
            connection.request(verb, path, body)
            reply = connection.getresponse()
            return reply.status, reply.read()
        finally:
            connection.close()

    def seconds(self) -> float:
        """Processor seconds that it has used."""
        used = psutil.Process(self._process.pid).cpu_times()
        return float(used.user + used.system)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
