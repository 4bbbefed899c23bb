"""What the random paraphrase puts to the optimizer: the person's prompt alone, without scores and without examples."""

from core.domain.prompt import Prompt
from core.domain.task import Task
from core.lab.proposing.question import Question
from core.methods.shared import compact
from core.methods.shared.question import MARKERS, REPLY, TAG, answers_line
from core.methods.shared.slots import joined, kept
from core.methods.shared.wording import Wording


def paraphrase(task: Task, prompt: Prompt, wording: Wording) -> Question:
    """Asks for the same prompt in other words, in a settled wording."""
    own = (prompt.text,)
    if wording is Wording.COMPACT:
        return Question(compact.rephrasing(prompt.text), prompt, "paraphrase", prompts=own, markers=MARKERS)
    text = joined(
        f"Here is an instruction for a language model.\n<prompt>\n{prompt.text}\n</prompt>",
        "\n".join(line for line in (_ORDER, answers_line(task), kept(prompt), REPLY) if line),
    )
    return Question(text, prompt, "paraphrase", prompts=own, tag=TAG, markers=MARKERS)


_ORDER = """\
Put it in other words. It must ask for the very same thing, in the same language, whatever you think of it:
mend nothing, add nothing, leave nothing out."""
