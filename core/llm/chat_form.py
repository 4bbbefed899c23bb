"""In what form a model will be asked, in words: said wherever a stand-in takes the place of its own chat template."""

from core.llm.gguf import GgufHeader
from core.llm.kinds import Purpose, purpose_of

MISSING = (
    "It has no chat template, as is usual for base models: conversations are written for it in a plain form. "
    "Prompts that end where the answer begins suit it, like “Text: … Label:”."
)
BROKEN = (
    "The chat template in the file does not work here, so conversations are written in another form. "
    "It may answer worse than it could: look for a newer file of this model."
)


def form_words(header: GgufHeader) -> str:
    """A sentence or two if a stand-in is used; nothing for a model whose own template works, or that is never asked."""
    if purpose_of(header) is Purpose.EMBEDDING:
        return ""
    if not header.chat_template.strip():
        return MISSING
    from core.llm.llama.template import ChatTemplate, StandIn  # compiles templates

    template = ChatTemplate(header.chat_template, bos="", eos="", controls=())
    return BROKEN if template.stand_in is not StandIn.NONE else ""
