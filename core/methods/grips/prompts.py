"""GrIPS's one question: a phrase of a prompt in other words. The paper asks a paraphrasing model instead."""

from core.domain.prompt import Prompt
from core.lab.proposing.question import Question
from core.methods.shared import compact, slots

PART = "new_part"
"""The tag around a paraphrase."""

MARKERS = (*slots.MARKERS, f"<{PART}", f"</{PART}", "<part", "</part", "<whole", "</whole")


def paraphrase(phrase: str, whole: str, *, few_words: bool) -> str:
    """Asks for a phrase in other words, seen in the whole prompt."""
    if few_words:
        return compact.rephrasing(phrase)
    return slots.joined(
        f"An instruction for a language model:\n<whole>\n{whole}\n</whole>",
        f"This part of it is to be replaced:\n<part>\n{phrase}\n</part>",
        _PARAPHRASE,
    )


def question(phrase: str, whole: str, *, few_words: bool) -> Question:
    """As it is put to the optimizer: the reply is a phrase, not a prompt."""
    return Question(
        paraphrase(phrase, whole, few_words=few_words),
        Prompt(phrase),
        "paraphrase",
        prompts=(phrase,),
        tag="" if few_words else PART,
        markers=MARKERS,
        max_tokens=32 + 8 * len(phrase.split()),
    )


_PARAPHRASE = f"""\
Say that part in other words of the same meaning and about the same length, so that it
fits in the same place. Reply with the new part only, inside <{PART}> and </{PART}>."""
