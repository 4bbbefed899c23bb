"""The main job on a model that is asked on a real llama-server (WHET_LLAMA_SERVER; see .ci/exports): a search, a
certificate, an export, without the file on this side."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from core.bench.llama_server import LlamaServer, running
from core.paths import bundled_model

Whet = Callable[..., Any]

pytestmark = pytest.mark.skipif(
    "WHET_LLAMA_SERVER" not in os.environ, reason="no llama-server is named by WHET_LLAMA_SERVER"
)


@pytest.fixture(scope="module")
def server() -> Iterator[LlamaServer]:
    file = bundled_model()
    assert file is not None
    with running(Path(os.environ["WHET_LLAMA_SERVER"]), file, (), 1024) as served:
        yield served


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_that_gpo_finds_and_certifies_a_better_prompt_on_a_llama_server_and_exports_it(
    whet: Whet, server: LlamaServer
) -> None:
    asked = ("--model", server.address, "--budget", "calls=1000", "--seed", "1", "--json")
    ran = whet("optimize", "last-letter", "--method", "gpo", *asked, timeout=600)
    assert ran.code == 0, ran.err
    run = ran.json["run"]
    certified = whet("certify", run, "--model", server.address, "--json")
    assert certified.code == 0, certified.err
    certificate = certified.json["certificate"]
    assert certificate["gain"]["difference"] > 0
    assert "server" in str(certified.json), "who reads it learns that what a server answers may change"
    exported = whet("export", run, "--format", "json", "--json", "--output", "prompt")
    assert exported.code == 0, exported.err
