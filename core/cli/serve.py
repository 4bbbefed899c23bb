"""`whet serve`: a GGUF for other tools, over the interface that servers of models share."""

import argparse
import os
import secrets
import signal
from contextlib import ExitStack, closing
from pathlib import Path
from types import FrameType

from core import paths
from core.cli.parsing import Commands, assignments
from core.cli.screen import Screen
from core.control import CancelToken
from core.engine.prepare import reference
from core.engine.serving.batching import Batcher
from core.engine.serving.http import Server
from core.engine.serving.speaking import Speaker
from core.engine.serving.vectors import VectorQueue
from core.errors import UsageError
from core.llm.gguf import read_header
from core.llm.kinds import Purpose, purpose_of
from core.said import Said

TOKEN = "WHET_SERVE_TOKEN"  # noqa: S105 - the name of a variable
"""The variable of the environment that may hold the token."""


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    serve = commands.add_parser("serve", parents=[common], help="let other tools on this machine ask a GGUF")
    serve.add_argument("--model", type=Path, metavar="FILE", help="a GGUF (default: the starter)")
    serve.add_argument("--port", type=int, default=8080, help="default: 8080; 0 is any free one")
    serve.add_argument("--host", default="127.0.0.1", help="default: 127.0.0.1, this machine only")
    serve.add_argument("--allow-others", action="store_true", help="let other machines ask, at another --host")
    serve.add_argument(
        "--load", action="append", default=[], metavar="K=V", help="one setting of the model, as in optimize"
    )
    serve.set_defaults(handler=_serve)


def _serve(arguments: argparse.Namespace, screen: Screen) -> int:
    from core.llm import llama  # loads the native library

    file = arguments.model or paths.starter_model()
    if file is None:
        raise UsageError("No model was named.", hint="Name a GGUF with --model FILE.")
    settings = dict(assignments(arguments.load, "--load"))
    notes: list[str] = []
    ref = reference(file, settings, lambda phase, _: screen.say(phase), CancelToken(), notes)
    for note in notes:
        screen.say(note)
    token = os.environ.get(TOKEN) or secrets.token_urlsafe(24)
    only_vectors = purpose_of(read_header(file)) is Purpose.EMBEDDING
    with ExitStack() as stack:
        model = stack.enter_context(closing(llama.load(file, ref.settings, embed=only_vectors)))
        vectors = stack.enter_context(closing(VectorQueue(lambda: llama.load(file, ref.settings, embed=True))))
        batcher = stack.enter_context(closing(Batcher(model, 2 * ref.settings.lanes)))
        _until_stopped(arguments, screen, batcher, Speaker(ref.name, model), vectors, token)
    return 0


def _until_stopped(
    arguments: argparse.Namespace, screen: Screen, batcher: Batcher, speaker: Speaker, vectors: VectorQueue, token: str
) -> None:
    with Server(
        batcher, speaker, arguments.host, arguments.port, token, vectors=vectors, others=arguments.allow_others
    ) as server:
        screen.result({"address": server.address, "model": speaker.name, "token": token})
        screen.print(
            Said("{name} is served at {address}. Stop it with Ctrl-C.", name=speaker.name, address=server.address)
        )
        if not os.environ.get(TOKEN):
            screen.print(Said("Token, for this time only: {token}", token=token))
        signal.signal(signal.SIGTERM, _stopped)
        server.serve_forever(poll_interval=0.1)


def _stopped(number: int, frame: FrameType | None) -> None:
    """Asked to stop by another program: the same as Ctrl-C."""
    raise KeyboardInterrupt
