"""`whet ask`, `whet compare` and `whet connections`, as a person types them."""

import json
import subprocess
import sys

import pytest

from core.paths import bundled_model


def whet(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "core", *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240, check=False)


@pytest.mark.slow
def test_that_ask_writes_the_reply_and_says_what_it_was_worth(environment: dict[str, str]) -> None:
    prompt = "Is the opinion about it good or bad? Answer with one word: positive or negative."
    done = whet(environment, "ask", prompt, "--task", "sentiment", "--input", "It is awful.")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert "tokens in" in done.stderr
    told = json.loads(whet(environment, "ask", prompt, "--task", "sentiment", "--logprobs", "2", "--json").stdout)
    assert [answer["problem"] for answer in told["answers"]] == [""]
    assert len(told["tokens"]) == told["answers"][0]["reply_tokens"]
    assert {label["label"] for label in told["answers"][0]["labels"]} == {"positive", "negative"}


@pytest.mark.slow
def test_that_a_row_of_the_sealed_test_is_not_asked_about(environment: dict[str, str]) -> None:
    done = whet(environment, "ask", "x", "--task", "sentiment", "--row", "99999")
    assert done.returncode == 2
    assert "sealed" in done.stderr


@pytest.mark.slow
def test_that_compare_holds_every_prompt_against_the_first(environment: dict[str, str]) -> None:
    model = bundled_model()
    done = whet(
        environment, "compare", "order-number", "--prompt", "Find the order number.", "--prompt", "",
        "--model", str(model), "--rows", "32", "--json",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert len(told["cells"]) == 2
    contrast = told["contrasts"][0]
    assert contrast["wins"] + contrast["ties"] + contrast["losses"] == 32


def test_that_connections_are_zero_until_one_was_opened_and_addresses_can_be_revoked(
    environment: dict[str, str],
) -> None:
    assert whet(environment, "connections").stdout.startswith("0: no connection")
    told = json.loads(whet(environment, "connections", "--allow", "cdn.example", "--json").stdout)
    assert (told["opened"], [each["host"] for each in told["allowed"]]) == (0, ["cdn.example"])
    assert json.loads(whet(environment, "connections", "--revoke", "cdn.example", "--json").stdout)["allowed"] == []
    assert whet(environment, "connections", "--allow", "not a host").returncode == 2
