"""GrIPS's one question: a phrase of a prompt in other words. The paper asks a paraphrasing model instead."""

from core.domain.prompt import Prompt
from core.methods.shared import compact, slots
from core.methods.shared.proposals import Reader

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


def reader(phrase: str, question: str, *, few_words: bool) -> Reader:
    """What reads the replies: the phrase is judged as if it were a prompt of its own."""
    return Reader(
        Prompt(phrase),
        tag="" if few_words else PART,
        longest=len(phrase.split()),
        own_lines=slots.own_lines(question, (), [phrase]),
        markers=MARKERS,
    )


_PARAPHRASE = f"""\
Say that part in other words of the same meaning and about the same length, so that it
fits in the same place. Reply with the new part only, inside <{PART}> and </{PART}>."""
