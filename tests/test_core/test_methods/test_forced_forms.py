"""Replies forced into their form, by the real llama.cpp, from a model that was never taught that form."""

from typing import Any

from core.domain.prompt import Prompt
from core.lab.proposing.question import Question
from core.llm.base import ChatModel, FinishReason, Reply, Request, user


def ask(model: ChatModel, form: str) -> list[Reply]:
    question = user("Rewrite the prompt in other words.\n\nPrompt: Complete the task.")
    return model.complete([Request(question, 96, 0.8, seed=i, group="one", grammar=form) for i in range(16)])


def test_that_a_free_reply_is_never_empty(kit: Any, model: ChatModel) -> None:
    question = Question("", Prompt("Complete the task."))
    assert {kit.read(question, reply.text, guards=False).objection for reply in ask(model, question.form)} == {""}


def test_that_a_tag_is_opened_by_a_model_that_never_heard_of_it(kit: Any, model: ChatModel) -> None:
    """It is never closed by this one, so every reply is cut; nothing but the length can make a reply unreadable."""
    question = Question("", Prompt("Complete the task."), tag="new_prompt")
    assert not any("<new_prompt>" in reply.text for reply in ask(model, ""))
    for reply in ask(model, question.form):
        assert reply.text.startswith("<new_prompt>")
        assert (
            kit.read(question, reply.text, guards=False).objection == "" or reply.finish_reason is FinishReason.LENGTH
        )
