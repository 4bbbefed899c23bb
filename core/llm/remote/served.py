"""What is known of a model that is asked on a server: how it is asked, what was tried, and how it answered then."""

from enum import StrEnum

from core.domain.served import Served

__all__ = ["QuestionShape", "Served", "ServerDialect"]


class ServerDialect(StrEnum):
    """Which program the server is, as far as it offers more than the common interface."""

    LLAMA_CPP = "llama.cpp"
    OLLAMA = "Ollama"
    LM_STUDIO = "LM Studio"
    VLLM = "vLLM"
    OTHER = "a server"


class QuestionShape(StrEnum):
    """How it is asked: in turns of a conversation, or by a text that it goes on with."""

    CHAT = "chat"
    TEXT = "text"
