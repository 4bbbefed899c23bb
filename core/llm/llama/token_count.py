"""Counts the tokens of a conversation with a model's vocabulary alone: the weights are not read."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import llama_cpp

from core.errors import ModelError
from core.llm import gguf
from core.llm.base import ChatMessage
from core.llm.llama import native
from core.llm.llama.prompt import PromptEncoder
from core.llm.llama.template import ChatTemplate
from core.llm.llama.vocabulary import Vocabulary
from core.said import Said


@contextmanager
def counting(path: Path) -> Iterator[Callable[[Sequence[ChatMessage]], int]]:
    """See `core.llm.llama.counting`."""
    header = gguf.read_header(path)
    native.start()
    parameters = llama_cpp.llama_model_default_params()
    parameters.vocab_only = True
    with native.errors_of_one_call() as cause:
        handle = llama_cpp.llama_model_load_from_file(str(path).encode("utf-8", "surrogateescape"), parameters)
    if not handle:
        raise ModelError(
            Said(
                "The vocabulary of {name} could not be loaded: {cause}.",
                name=path.name,
                cause=cause() or "llama.cpp gave no reason",
            )
        )
    try:
        vocabulary = Vocabulary(llama_cpp.llama_model_get_vocab(handle))
        encoder = PromptEncoder(vocabulary, template_of(header, vocabulary))
        yield lambda messages: len(encoder.encode(messages).ids)
    finally:
        llama_cpp.llama_model_free(handle)


def template_of(header: gguf.GgufHeader, vocabulary: Vocabulary) -> ChatTemplate:
    """The model's chat template."""
    return ChatTemplate(
        header.chat_template,
        bos=vocabulary.text_of(vocabulary.bos),
        eos=vocabulary.text_of(vocabulary.eos),
        controls=[token.text for token in vocabulary.special if token.control],
    )
