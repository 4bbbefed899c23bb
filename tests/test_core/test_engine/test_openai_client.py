"""`whet serve`, asked by OpenAI's own client from the environment that WHET_EXPORTS_PYTHON names."""

import json
import os
import subprocess
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import core.bench.foreign
from core.domain.runspec import ModelSettings
from core.engine.serving.batching import Batcher
from core.engine.serving.http import Server
from core.engine.serving.speaking import Speaker
from core.engine.serving.vectors import VectorQueue
from core.llm import llama
from core.paths import bundled_model

TOKEN = "a-token-for-tests"
PYTHON = os.environ.get("WHET_EXPORTS_PYTHON", "")
SCRIPT = Path(core.bench.foreign.__file__).parent / "openai_client.py"


def has_client() -> bool:
    return (
        bool(PYTHON)
        and not subprocess.run([PYTHON, "-c", "import openai"], capture_output=True, check=False).returncode
    )


pytestmark = pytest.mark.skipif(
    not has_client(), reason="the Python of WHET_EXPORTS_PYTHON (see .ci/exports) has no openai"
)


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    file = bundled_model()
    assert file is not None
    settings = ModelSettings(context=512, lanes=4, threads=1)
    with (
        closing(llama.load(file, settings)) as model,
        closing(VectorQueue(lambda: llama.load(file, settings, embed=True))) as vectors,
        closing(Batcher(model, 8)) as batcher,
        Server(batcher, Speaker("demo", model), "127.0.0.1", 0, TOKEN, vectors=vectors) as server,
    ):
        work = threading.Thread(target=server.serve_forever, args=(0.05,))
        work.start()
        asked = json.dumps({"address": server.address, "token": TOKEN, "model": "demo"})
        command = [PYTHON, str(SCRIPT)]
        done = subprocess.run(command, input=asked, capture_output=True, text=True, timeout=280, check=False)
        server.shutdown()
        work.join()
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def test_that_the_client_reads_whole_and_streamed_replies_with_their_tokens(found: dict[str, Any]) -> None:
    assert found["whole"]["tokens"].startswith(found["whole"]["text"])
    assert found["whole"]["alternatives"] == [2]
    assert found["whole"]["usage"] == 0
    expected = {"text": found["whole"]["text"], "finish": found["whole"]["finish"], "names": 1, "usage": [True]}
    assert found["streamed"] == expected


def test_that_the_client_may_draw_hold_and_stop_replies(found: dict[str, Any]) -> None:
    assert found["several"] == {"again": True, "replies": 3}
    assert found["held"]["schema"]["label"] in {"negative", "positive"}
    assert found["held"]["grammar"] in {"left", "right"}
    text, stop = found["stopped"]["text"], found["stopped"]["stop"]
    assert found["stopped"]["cut"] == text[: text.find(stop)]


def test_that_the_client_reads_texts_vectors_and_the_list_of_models(found: dict[str, Any]) -> None:
    assert found["text"]["tokens"] == found["text"]["texts"][0] == found["text"]["streamed"]
    assert found["text"]["alternatives"] == [2]
    assert found["vectors"]["count"] == 2
    assert found["vectors"]["far"] < 1e-6
    assert found["models"] == {"listed": ["demo"], "one": "demo"}


def test_that_the_client_names_refusals_as_it_names_those_of_openai(found: dict[str, Any]) -> None:
    assert found["refusals"] == {
        "too long": ["BadRequestError", "context_length_exceeded"],
        "no question": ["BadRequestError", None],
        "another key": ["AuthenticationError", "invalid_api_key"],
        "another model": ["NotFoundError", "not_found"],
    }
