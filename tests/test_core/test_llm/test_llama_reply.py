"""Replies put together from tokens: characters, stops, thoughts."""

from collections.abc import Sequence

import pytest

from core.domain.thinking import FORMATS, THINK, ThinkingFormat, formats_of
from core.llm.base import FinishReason, Reply, Request, user
from core.llm.llama.reply import GrowingReply

CLOSING = (101, 102)
CLOSING_PIECES = {101: b"\n</think>", 102: b"\n\n"}


def grow(
    pieces: Sequence[bytes],
    *,
    stops: tuple[str, ...] = (),
    cap: int | None = None,
    opened: ThinkingFormat | None = None,
    formats: tuple[ThinkingFormat, ...] = (),
    max_tokens: int = 99,
    room: int = 99,
) -> Reply:
    """Feed pieces until the reply ends; forced tokens come in between, as in generation."""
    request = Request(user(""), max_tokens=max_tokens, stops=stops, reasoning_cap=cap)
    growing = GrowingReply(request, stops=(), formats=formats, opened=opened, closing=lambda _: CLOSING)
    waiting = list(pieces)
    while growing.finish is None and (waiting or growing.forced is not None):
        forced = growing.forced
        piece = CLOSING_PIECES[forced] if forced is not None else waiting.pop(0)
        room -= 1
        growing.take(forced or 0, piece, room=room)
    if growing.finish is None:
        growing.end()
    return growing.reply(7, 3)


def test_that_a_character_split_over_tokens_comes_out_whole() -> None:
    assert grow(["é".encode()[:1], "é".encode()[1:], "🙂".encode()[:2], "🙂".encode()[2:]]).text == "é🙂"


def test_that_a_character_cut_off_by_the_limit_is_left_out() -> None:
    reply = grow([b"ab", "🙂".encode()[:2], "🙂".encode()[2:]], max_tokens=2)
    assert (reply.text, reply.finish_reason) == ("ab", FinishReason.LENGTH)


def test_that_bytes_that_are_no_character_are_replaced() -> None:
    assert grow([b"a\xffb"]).text == "a\ufffdb"


@pytest.mark.parametrize(
    ("stops", "text"),
    [
        (("lo w",), "hel"),
        (("\n",), "hello world"),
        (("world", "lo"), "hel"),
        (("lo wor", "o"), "hel"),
        (("o", "lo wor"), "hel"),
        (("wörld", ""), "hello world\nagain"),
    ],
)
def test_that_the_earliest_stop_ends_the_text(stops: tuple[str, ...], text: str) -> None:
    reply = grow([b"hel", b"lo wor", b"ld\n", b"again"], stops=stops)
    assert (reply.text, reply.finish_reason) == (text, FinishReason.STOP)


def test_that_a_stop_of_many_bytes_is_found_across_tokens() -> None:
    assert grow(["x–".encode()[:2], "x–".encode()[2:] + b"y"], stops=("–y",)).text == "x"


def test_that_a_thought_is_split_off() -> None:
    reply = grow([b"<thi", b"nk>\nhm", b" hm\n</th", b"ink>\n", b"\n", b"42", b"\n"], stops=("\n",))
    assert (reply.reasoning, reply.text) == ("hm hm", "42")
    assert len(reply.token_ids) == 7


def test_that_a_thought_that_never_ends_is_no_answer() -> None:
    reply = grow([b"<think>", b"on and", b" on"], room=3)
    assert (reply.reasoning, reply.text, reply.finish_reason) == ("on and on", "", FinishReason.LENGTH)


def test_that_a_thought_opened_by_the_template_is_split_off() -> None:
    reply = grow([b"so", b"</think>", b"\n\nyes"], opened=THINK)
    assert (reply.reasoning, reply.text) == ("so", "yes")


def test_that_a_thought_is_closed_by_force_at_its_cap() -> None:
    reply = grow([b"<think>", b"a", b"b", b"yes"], cap=3)
    assert (reply.reasoning, reply.text) == ("ab", "yes")
    assert reply.token_ids[3:5] == CLOSING


def test_that_a_thought_is_closed_at_once_when_it_is_forbidden() -> None:
    assert grow([b"<think>", b"no"], cap=0).text == "no"


def test_that_text_that_only_looks_like_a_thought_stays() -> None:
    assert grow([b"<th", b"e end>"]).text == "<the end>"
    assert grow([b"a <think>b</think>"]).text == "a <think>b</think>"
    assert grow([b"<thin"]).text == "<thin"


def test_that_a_reply_ends_where_the_context_does() -> None:
    assert grow([b"a"] * 9, room=4).finish_reason is FinishReason.LENGTH
    assert grow([b"a"] * 9, room=4).text == "aaaa"


def test_that_a_thought_does_not_eat_the_tokens_of_the_answer() -> None:
    pieces = [b"<th", b"ink>", b"hm", b" hm", b"</think>", b"a", b"b", b"c"]
    for cap, max_tokens in ((None, 2), (9, 2), (9, 1), (0, 1)):
        reply = grow(pieces, cap=cap, max_tokens=max_tokens)
        assert reply.finish_reason is FinishReason.LENGTH
        assert reply.text == ("ab"[:max_tokens] if cap != 0 else "hm")
        assert reply.usage.completion_tokens == len(reply.token_ids)


def test_that_a_model_that_opens_thoughts_without_end_is_stopped() -> None:
    reply = grow([b"<think>"] * 500, cap=0, max_tokens=4, formats=(THINK,), room=2000)
    assert reply.finish_reason is FinishReason.LENGTH
    assert len(reply.token_ids) < 100


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_that_every_format_is_read_in_pieces_of_any_size(form: ThinkingFormat, size: int) -> None:
    formats = formats_of(form.opens[0] + form.closing + "".join(form.signs))
    for opening, opened in ((form.opens[0], None), ("", form)):
        data = f"{opening}Is it?\n{form.closing}yes".encode()
        pieces = [data[start : start + size] for start in range(0, len(data), size)]
        reply = grow(pieces, formats=formats, stops=("\n",), opened=opened, room=500)
        assert (reply.reasoning, reply.text) == ("Is it?", "yes")


def test_that_marks_around_an_answer_are_no_part_of_it() -> None:
    command = formats_of("<|START_RESPONSE|>")
    reply = grow([b"<|START_RESPONSE|>", b"yes", b"<|END_RESPONSE|>", b"never"], formats=command, max_tokens=1)
    assert (reply.text, reply.finish_reason) == ("yes", FinishReason.LENGTH)
    reply = grow([b"<|START_RESPONSE|>", b"yes", b"<|END_RESPONSE|>", b"never"], formats=command)
    assert (reply.text, reply.finish_reason) == ("yes", FinishReason.STOP)
    assert grow([b"<think>", b"x</think>", b"<answer>yes", b"</answer>"], formats=(THINK,)).text == "yes"


def test_that_a_thinking_model_may_begin_its_thought_after_some_words_or_without_a_mark() -> None:
    assert grow([b"Well. ", b"<think>", b"x</think>", b"yes"], formats=(THINK,)).text == "Well. yes"
    closed = grow([b"x is so", b"</think>", b"\n\nyes"], formats=(THINK,))
    assert (closed.reasoning, closed.text) == ("x is so", "yes")
