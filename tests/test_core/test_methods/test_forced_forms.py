"""Replies forced into their form, by the real llama.cpp, from a model that was never taught that form."""

from core.domain.prompt import Prompt
from core.llm.base import ChatModel, FinishReason, Reply, Request, user
from core.methods.shared.proposals import Reader


def ask(model: ChatModel, reader: Reader, form: str) -> list[Reply]:
    question = user("Rewrite the prompt in other words.\n\nPrompt: Complete the task.")
    return model.complete([Request(question, 96, 0.8, seed=i, group="one", grammar=form) for i in range(16)])


def test_that_a_free_reply_is_never_empty(model: ChatModel) -> None:
    reader = Reader(Prompt("Complete the task."))
    assert {reader.read(reply.text).objection for reply in ask(model, reader, reader.form)} == {""}


def test_that_a_tag_is_opened_by_a_model_that_never_heard_of_it(model: ChatModel) -> None:
    """It is never closed by this one, so every reply is cut; nothing but the length can make a reply unreadable."""
    reader = Reader(Prompt("Complete the task."), tag="new_prompt")
    assert not any("<new_prompt>" in reply.text for reply in ask(model, reader, ""))
    for reply in ask(model, reader, reader.form):
        assert reply.text.startswith("<new_prompt>")
        assert reader.read(reply.text).objection == "" or reply.finish_reason is FinishReason.LENGTH
