"""Addresses of servers: read from what a person writes, and refused where they would carry a secret."""

import pytest

from core.errors import UsageError
from core.llm.remote.address import Address, addresses, is_address


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("http://127.0.0.1:8080/v1#small", Address("http", "127.0.0.1", 8080, "/v1", "small")),
        ("http://localhost:11434", Address("http", "localhost", 11434)),
        ("HTTPS://LLM.example.org/openai/v1/", Address("https", "llm.example.org", 443, "/openai/v1")),
        ("http://[::1]:8000/v1#org/name:tag", Address("http", "::1", 8000, "/v1", "org/name:tag")),
        (
            "http://127.0.0.1:8080/v1/completions#base",
            Address("http", "127.0.0.1", 8080, "/v1", "base", continues=True),
        ),
        ("http://127.0.0.1:8080/completions", Address("http", "127.0.0.1", 8080, "/v1", continues=True)),
        ("http://10.0.0.5:8000/v1#a%20b", Address("http", "10.0.0.5", 8000, "/v1", "a b")),
    ],
)
def test_that_an_address_is_read_and_written_alike(text: str, expected: Address) -> None:
    assert addresses(text) == (expected,)
    assert addresses(expected.text) == (expected,)


def test_that_the_address_of_conversations_is_that_of_its_server() -> None:
    assert addresses("http://127.0.0.1:8080/v1/chat/completions#a") == addresses("http://127.0.0.1:8080/v1#a")


def test_that_servers_are_divided_by_commas_and_share_the_one_name_that_is_said() -> None:
    found = addresses("http://a.example:1/v1#m,x, http://b.example:2/v1")
    assert [(each.host, each.model) for each in found] == [("a.example", "m,x"), ("b.example", "m,x")]


def test_that_the_same_server_named_twice_is_one() -> None:
    assert len(addresses("http://127.0.0.1:1/v1,http://127.0.0.1:1/v1/")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "http://user:secret@127.0.0.1/v1",
        "http://127.0.0.1/v1?api_key=secret",
        "http://127.0.0.1:99999/v1",
        "http://127.0.0.1:0/v1",
        "http:///v1",
        "http://a b/v1",
        "http://*.example/v1",
        "ftp://127.0.0.1/v1",
        "http://[::1/v1",
    ],
)
def test_that_what_is_no_address_or_has_a_secret_in_it_is_refused(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        addresses(text)
    assert "secret" not in str(refused.value) or "@" not in text


@pytest.mark.parametrize("text", ["model.gguf", "/models/http:/x.gguf", "C:\\models\\x.gguf", "https", "httpx://a"])
def test_that_a_file_is_no_address(text: str) -> None:
    assert not is_address(text)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.9.9.9", "[::1]"])
def test_that_this_machine_needs_no_leave(host: str) -> None:
    assert addresses(f"http://{host}:8080/v1")[0].is_loopback


@pytest.mark.parametrize("host", ["localhost.example", "10.0.0.1", "0.0.0.0", "127.0.0.1.example"])
def test_that_no_other_machine_passes_for_this_one(host: str) -> None:
    assert not addresses(f"http://{host}:8080/v1")[0].is_loopback
