"""Generation: results that depend on the group alone, stops, seeds, limits, cancel."""

import dataclasses
import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from core.control import Cancelled, CancelToken
from core.domain.runspec import ModelSettings
from core.errors import ModelError, PromptTooLongError
from core.llm.base import ChatMessage, ChatModel, FinishReason, ModelProgress, Part, Reply, Request, user
from core.llm.gguf import read_header
from core.llm.llama import load, native
from core.llm.llama.model import LlamaModel

SMALL = ModelSettings(context=256, lanes=2, batch=64, threads=1)
SENTENCES = (
    "the cat sat on the mat",
    "a dog barked",
    "she opened the old wooden door and went into the garden",
    "rain",
    "we will meet at the station tomorrow",
    "birds sing",
    "he wrote a long letter to his brother in spring",
)


def ask(sentence: str, **how: object) -> Request:
    request = Request(user(f"Count the words in the sentence.\n\nInput: {sentence}\nOutput:"), max_tokens=6)
    return dataclasses.replace(request, **how)  # type: ignore[arg-type]


def say(sentence: str, **how: object) -> Request:
    """A request with a longer answer."""
    request = Request(user(f"Rewrite the prompt in other words.\n\n{sentence}"), max_tokens=24)
    return dataclasses.replace(request, **how)  # type: ignore[arg-type]


BLOCK = tuple(say(sentence, group="block", logprobs=2) for sentence in SENTENCES)


def exactly(replies: Sequence[Reply]) -> list[tuple[object, ...]]:
    """Everything in the replies but which tokens were shared, to the last bit."""
    return [(r.text, r.token_ids, r.logprobs, r.finish_reason) for r in replies]


def test_that_the_model_answers_what_it_was_trained_to_answer(model: LlamaModel) -> None:
    dates = {f"The meeting is on {n} May {1999 + n}.": str(1999 + n) for n in range(1, 21)}
    prompt = "Write the year of the date."
    replies = model.complete([Request(user(f"{prompt}\n\nInput: {date}\nOutput:"), max_tokens=6) for date in dates])
    assert sum(reply.text == year for reply, year in zip(replies, dates.values(), strict=True)) >= 18
    assert all(reply.finish_reason is FinishReason.STOP for reply in replies)


def test_that_the_same_group_gives_the_same_bits_again(model: LlamaModel) -> None:
    assert exactly(model.complete(BLOCK)) == exactly(model.complete(BLOCK))


def test_that_a_group_does_not_depend_on_what_ran_before(model: LlamaModel, demo: Path) -> None:
    fresh = load(demo, model.settings)
    try:
        alone = exactly(fresh.complete(BLOCK))
    finally:
        fresh.close()
    model.complete([say("something else, of another length, with quite another prefix", group="x")])
    assert exactly(model.complete(BLOCK)) == alone


def test_that_a_group_does_not_depend_on_other_groups_in_the_call(model: LlamaModel) -> None:
    alone = exactly(model.complete(BLOCK))
    others = [say("first " + sentence, group="others") for sentence in SENTENCES[:3]]
    mixed = [*others[:2], *BLOCK[:4], others[2], *BLOCK[4:]]
    replies = model.complete(mixed)
    assert exactly([*replies[2:6], *replies[7:]]) == alone


def test_that_a_prefix_kept_from_the_group_before_changes_no_bit(model: LlamaModel) -> None:
    alone = exactly(model.complete(BLOCK))
    twin = [dataclasses.replace(request, group="twin") for request in BLOCK]
    both = model.complete([*BLOCK, *twin])  # the second group finds its prefix computed
    assert exactly(both[: len(BLOCK)]) == alone
    assert exactly(both[len(BLOCK) :]) == alone


def test_that_a_group_does_not_depend_on_a_cancel_before(model: LlamaModel) -> None:
    alone = exactly(model.complete(BLOCK))
    for stop_after in (0, 1, 3):
        token = CancelToken()
        seen = 0

        def stop(progress: ModelProgress, token: CancelToken = token, stop_after: int = stop_after) -> None:
            nonlocal seen
            seen += 1
            if seen > stop_after:
                token.cancel()

        with pytest.raises(Cancelled):
            model.complete([*BLOCK, *(say(s, group=s) for s in SENTENCES)], observer=stop, cancel=token)
        assert exactly(model.complete(BLOCK)) == alone


def test_that_a_failing_observer_leaves_the_model_usable(model: LlamaModel) -> None:
    alone = exactly(model.complete(BLOCK))

    def fail(progress: ModelProgress) -> None:
        raise RuntimeError("observer")

    with pytest.raises(RuntimeError, match="observer"):
        model.complete(BLOCK, observer=fail)
    assert exactly(model.complete(BLOCK)) == alone


def test_that_packed_and_single_replies_differ_only_where_two_tokens_are_close(model: LlamaModel) -> None:
    packed = model.complete(BLOCK)
    single = [model.complete([request])[0] for request in BLOCK]
    for one, other in zip(packed, single, strict=True):
        for a, b in zip(one.logprobs, other.logprobs, strict=False):
            if a.token != b.token:
                first, second = a.alternatives[:2]
                assert first[1] - second[1] < 0.25
                break
            assert abs(a.logprob - b.logprob) < 0.25


@pytest.mark.parametrize("changes", [{"lanes": 1}, {"threads": 2}, {"unified_kv": True}, {"flash_attention": True}])
def test_that_other_settings_answer_alike(demo: Path, model: LlamaModel, changes: dict[str, int | bool]) -> None:
    requests = [ask(sentence, group="g") for sentence in SENTENCES]
    usual = model.complete(requests)
    other = load(demo, dataclasses.replace(model.settings, **changes))  # type: ignore[arg-type]
    try:
        replies = other.complete(requests)
        assert exactly(replies) == exactly(other.complete(requests))
        assert sum(a.text == b.text for a, b in zip(usual, replies, strict=True)) >= len(requests) - 1
    finally:
        other.close()


def test_that_a_group_larger_than_the_lanes_is_answered_whole_and_in_order(model: LlamaModel) -> None:
    years = [str(year) for year in range(2000, 2029)]
    asked = "Write the year of the date.\n\nInput: The meeting is on 4 May {}.\nOutput:"
    requests = [Request(user(asked.format(year)), max_tokens=6) for year in years]
    replies = model.complete(requests)
    assert len(replies) == len(requests) > model.settings.lanes
    right = [reply.text == year for reply, year in zip(replies, years, strict=True)]
    assert sum(right) >= 24


def test_that_usage_counts_prompt_reply_and_shared_tokens(model: LlamaModel) -> None:
    requests = [ask(sentence) for sentence in SENTENCES]
    replies = model.complete(requests)
    prompts = [model.render(request.messages).token_ids for request in requests]
    assert [reply.usage.prompt_tokens for reply in replies] == [len(ids) for ids in prompts]
    assert [reply.usage.completion_tokens for reply in replies] == [len(reply.token_ids) for reply in replies]
    shared = replies[0].usage.shared_tokens
    assert shared > 5
    assert len({ids[:shared] for ids in prompts}) == 1
    assert model.complete(requests[:1])[0].usage.shared_tokens == 0


def test_that_equal_requests_share_all_but_the_last_token(model: LlamaModel) -> None:
    replies = model.complete([say("one", temperature=1.0, seed=seed) for seed in range(6)])
    assert replies[0].usage.shared_tokens == replies[0].usage.prompt_tokens - 1


def test_that_a_reply_never_has_more_tokens_than_allowed(model: LlamaModel) -> None:
    for allowed in (1, 2, 5):
        replies = model.complete([say(sentence, max_tokens=allowed) for sentence in SENTENCES])
        assert all(len(reply.token_ids) <= allowed for reply in replies)
        assert any(reply.finish_reason is FinishReason.LENGTH for reply in replies)
    with pytest.raises(ModelError, match="at least 1"):
        model.complete([say("x", max_tokens=0)])


def test_that_a_stop_ends_a_reply_and_is_not_in_it(model: LlamaModel) -> None:
    whole = model.complete([say(SENTENCES[2])])[0].text
    assert len(whole) > 12
    for start, end in ((3, 4), (4, 9), (5, 12)):
        stop = whole[start:end]
        reply = model.complete([say(SENTENCES[2], stops=("never there", stop))])[0]
        assert reply.text == whole[: whole.index(stop)]
        assert reply.finish_reason is FinishReason.STOP


def test_that_a_stop_is_found_across_tokens(model: LlamaModel) -> None:
    reply = model.complete([say(SENTENCES[2])])[0]
    pieces = [model.render((ChatMessage("assistant", (Part(reply.text),)),)).pieces]
    assert pieces
    words = reply.text.split(" ")
    stop = words[0][-1] + " " + words[1][:2]  # ends one word, begins the next: no token has both
    stopped = model.complete([say(SENTENCES[2], stops=(stop,))])[0]
    assert stopped.text == reply.text[: reply.text.index(stop)]
    assert len(stopped.token_ids) < len(reply.token_ids)


def test_that_a_seed_repeats_a_sample_and_another_gives_another(model: LlamaModel) -> None:
    def samples(seeds: Sequence[int]) -> list[str]:
        return [r.text for r in model.complete([say(SENTENCES[0], temperature=1.2, seed=seed) for seed in seeds])]

    first = samples(range(6))
    assert first == samples(range(6))
    assert len(set(first)) > 3
    assert len(set(samples([5] * 4))) == 1
    assert samples([-1, 2**70])  # any whole number is a seed


def test_that_a_sample_does_not_depend_on_its_lane(model: LlamaModel) -> None:
    requests = [say(SENTENCES[0], temperature=1.0, seed=seed) for seed in range(6)]
    forwards = model.complete(requests)
    backwards = model.complete(requests[::-1])[::-1]
    assert [r.text for r in forwards] == [r.text for r in backwards]


def test_that_a_tiny_top_p_or_a_full_min_p_is_greedy(model: LlamaModel) -> None:
    greedy = model.complete([say(SENTENCES[0])] * 2)[0].text
    narrow = [say(SENTENCES[0], temperature=1.5, seed=seed, top_p=1e-6) for seed in range(2)]
    strict = [say(SENTENCES[0], temperature=1.5, seed=seed, min_p=1.0) for seed in range(2)]
    assert {reply.text for reply in model.complete([*narrow])} == {greedy}
    assert {reply.text for reply in model.complete([*strict])} == {greedy}


def test_that_logprobs_are_those_of_the_chosen_tokens_best_first(model: LlamaModel) -> None:
    reply = model.complete([say(SENTENCES[1], logprobs=3)])[0]
    assert [entry.token for entry in reply.logprobs] == list(reply.token_ids)
    for entry in reply.logprobs:
        assert len(entry.alternatives) == 3
        assert entry.alternatives[0] == (entry.token, entry.logprob)
        assert [p for _, p in entry.alternatives] == sorted((p for _, p in entry.alternatives), reverse=True)
        assert -20 < entry.logprob < 0
    assert model.complete([say(SENTENCES[1])])[0].logprobs == ()


def test_that_a_prompt_that_is_too_long_is_refused_before_any_work(model: LlamaModel) -> None:
    seen: list[ModelProgress] = []
    with pytest.raises(PromptTooLongError, match=r"needs 6\d\d tokens .* there are 512"):
        model.complete([ask("fine"), ask("word " * 600)], observer=seen.append)
    assert not seen
    with pytest.raises(PromptTooLongError, match="characters"):
        model.complete([ask("x" * 3_000_000)])


def test_that_a_reply_ends_where_the_context_ends(model: LlamaModel) -> None:
    room = model.settings.context - len(model.render(say("word").messages).token_ids)
    filler = say("word" + " word" * (room - 4), max_tokens=500)
    used = len(model.render(filler.messages).token_ids)
    assert model.settings.context - 12 < used < model.settings.context
    reply = model.complete([filler])[0]
    assert used + len(reply.token_ids) <= model.settings.context + 1


def test_that_the_beginning_of_a_reply_can_be_given(model: LlamaModel) -> None:
    messages = (*ask("a dog barked").messages, ChatMessage("assistant", (Part("The answer is"),)))
    assert model.render(messages).pieces[-1] == " is"
    reply = model.complete([Request(messages, max_tokens=4)])[0]
    assert "The answer is" not in reply.text


def test_that_a_thought_is_split_off_capped_and_forbidden(demo: Path, variant: Callable[..., Path]) -> None:
    template = read_header(demo).chat_template + "{{ '<think>\n' }}"
    model = load(variant(change={"tokenizer.chat_template": template}), SMALL)
    try:
        free, capped, forbidden = (
            model.complete([dataclasses.replace(say(SENTENCES[2]), reasoning_cap=cap)])[0] for cap in (None, 5, 0)
        )
        assert free.reasoning
        assert not free.text
        assert free.reasoning.startswith(capped.reasoning)
        assert len(capped.reasoning) < len(free.reasoning)
        closing = tuple(model._encoder.closing_thought())
        assert capped.token_ids[5 : 5 + len(closing)] == closing
        assert capped.text
        assert not forbidden.reasoning
        assert forbidden.text
    finally:
        model.close()


def test_that_it_is_a_chat_model(model: LlamaModel) -> None:
    chat: ChatModel = model
    assert chat.count_tokens("one two") >= 2


@pytest.mark.parametrize(
    "wrong", [{"temperature": -1.0}, {"top_p": 0.0}, {"min_p": 2.0}, {"temperature": float("nan")}]
)
def test_that_impossible_sampling_is_refused(model: LlamaModel, wrong: dict[str, float]) -> None:
    with pytest.raises(ModelError, match="temperature"):
        model.complete([ask("x", **wrong)])


def test_that_no_requests_are_no_replies(model: LlamaModel) -> None:
    assert model.complete([]) == []
    assert model.score_choices([]) == []


def test_that_progress_ends_with_everything_done(model: LlamaModel) -> None:
    seen: list[ModelProgress] = []
    model.complete(
        [ask(s, group="a") for s in SENTENCES] + [ask(s, group="b") for s in SENTENCES], observer=seen.append
    )
    for group in ("a", "b"):
        last = [progress for progress in seen if progress.group == group][-1]
        assert last.done == last.total == len(SENTENCES)
        assert last.prompt_tokens > last.shared_tokens > 0


def test_that_cancel_ends_a_long_decode_soon_and_the_model_goes_on(demo: Path) -> None:
    model = load(demo, ModelSettings(context=2048, lanes=4, batch=2048, threads=1))
    try:
        before = exactly(model.complete(BLOCK))
        token = CancelToken()
        timer = threading.Timer(0.15, token.cancel)
        long = [say("word " * 1500 + str(n), max_tokens=400, group=str(n)) for n in range(20)]
        timer.start()
        with pytest.raises(Cancelled):
            model.complete(long, cancel=token)
        token.reset()
        assert exactly(model.complete(BLOCK, cancel=token)) == before
    finally:
        model.close()


def test_that_a_token_that_is_set_already_stops_before_any_work(model: LlamaModel) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        model.complete([ask("x")], cancel=token)


def test_that_a_closed_model_says_so(demo: Path) -> None:
    model = load(demo, ModelSettings(context=256, lanes=1, batch=64, threads=1))
    model.close()
    model.close()
    with pytest.raises(ModelError, match="closed"):
        model.complete([ask("x")])
    with pytest.raises(ModelError, match="closed"):
        model.count_tokens("x")


def test_that_a_stop_is_no_error_in_the_log_and_an_error_after_it_is(
    model: LlamaModel, caplog: pytest.LogCaptureFixture
) -> None:
    token = CancelToken()

    def stop(_: ModelProgress) -> None:
        token.cancel()

    with caplog.at_level(logging.DEBUG, "whet.llama"):
        with pytest.raises(Cancelled):
            model.complete([*BLOCK, *(say(s, group=s) for s in SENTENCES)], observer=stop, cancel=token)
        assert [record.message for record in caplog.records if record.levelno >= logging.WARNING] == []
        model.complete(BLOCK[:1])
        native._native_log.take(4, b"something is torn\n", None)
    assert caplog.records[-1].levelno == logging.ERROR
