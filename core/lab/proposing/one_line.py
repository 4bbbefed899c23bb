"""The one line that the smallest models can follow: say this in other words, with the answer begun for them.

A long question with several parts is lost on a model of 0.1 to 0.5 B parameters; one line is not, and an answer that
begins like an instruction goes on as one, where a free one explains or obeys. One such line with its answer comes
before it: of 36 rewrites of six known instructions SmolLM2-135M wrote 24 good ones with it and 18 without, of 96 of
vague ones 91 and 71 were fit for use; Qwen2.5-Coder-0.5B 32 and 25 good ones. With two or three the same words come
back.
"""

import re
from dataclasses import replace

from core.domain.prompt import Prompt
from core.domain.writer import Form, WriterProfile, most_tokens
from core.lab.proposing.frame import Head
from core.lab.proposing.languages import language_of
from core.lab.proposing.question import Question

_HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_LATIN = re.compile(r"[A-Za-z]")
_ASKED = "Put this instruction in other words: {text}"
_SHOWN = {
    "en": ("Count the words.", "Read the sentence and say how many words it has."),
    "de": ("Zähle die Wörter.", "Lies den Satz und sage, wie viele Wörter er hat."),
    "fr": ("Compte les mots.", "Lis la phrase et dis combien de mots elle contient."),
    "es": ("Cuenta las palabras.", "Lee la frase y di cuántas palabras tiene."),
    "it": ("Conta le parole.", "Leggi la frase e di' quante parole contiene."),
    "pt": ("Conte as palavras.", "Leia a frase e diga quantas palavras ela tem."),
    "nl": ("Tel de woorden.", "Lees de zin en zeg hoeveel woorden hij heeft."),
    "zh": ("数一数有几个词。", "请阅读句子，说出其中有几个词。"),
}
"""An instruction in other words, about something that hardly any task is about."""
_OPENINGS = {
    "en": ("Read the text and", "Your task is to", "Look at the input below and", "Please", "For each input,"),
    "de": ("Lies den Text und", "Deine Aufgabe ist es,", "Bitte", "Sieh dir die Eingabe an und"),
    "fr": ("Lis le texte et", "Ta tâche est de", "Regarde l'entrée et"),
    "es": ("Lee el texto y", "Tu tarea es", "Mira la entrada y"),
    "it": ("Leggi il testo e", "Il tuo compito è", "Guarda l'input e"),
    "pt": ("Leia o texto e", "Sua tarefa é", "Olhe a entrada e"),
    "nl": ("Lees de tekst en", "Jouw taak is om", "Bekijk de invoer en"),
    "zh": ("请阅读文本，", "你的任务是", "根据下面的输入，", "请"),
}


def rewording(prompt: Prompt, turn: int = 0, *, temperature: float = 0.7) -> Question:
    """Asks for the prompt in other words in one line. `turn` counts the questions: each begins the answer anew."""
    text = " ".join(prompt.text.split())
    shown = _SHOWN.get(_language(text))
    return Question(
        _ASKED.format(text=text),
        replace(prompt, text=text),
        "paraphrase",
        prompts=(text,),
        before=((_ASKED.format(text=shown[0]), shown[1]),) if shown else (),
        begun=opening(text, turn),
        stops=("\n",),
        temperature=temperature,
        max_tokens=most_tokens(len(text.split())),
    )


def adapted(question: Question, writer: WriterProfile, turn: int, own: str = "") -> Question:
    """A question as this writer is asked best: its form, its temperature, and a reply that may not go astray.

    Where the writer can follow one line only, every question becomes that line, whatever it showed: what a model cannot
    follow it cannot use. It is asked for the words of the part that is to be replaced, or of the prompt alone; where
    there are none, for those of the person's `own`. A temperature above 1 was raised on purpose, and stays.
    """
    if not question.repeatable:
        return question
    raised = question.temperature is not None and question.temperature > 1.0
    warmth = question.temperature if raised and question.temperature is not None else writer.temperature
    slot = question.slot or Head.of(question.current.text)
    words = slot.text or Head.of(own).text
    if writer.form is Form.ONE_LINE and words:
        line = rewording(Prompt(words), turn, temperature=warmth)
        return replace(
            line,
            current=question.current,
            prompts=(question.current.text,),
            slot=slot,
            purpose=question.purpose,
            parents=question.parents,
            most_changed=question.most_changed,
            unseen=question.unseen,
        )
    return replace(question, temperature=warmth)


def opening(text: str, turn: int) -> str:
    """The first words of an instruction in the language of a text; none in a language that is not known here."""
    openings = _OPENINGS.get(_language(text), ())
    return openings[turn % len(openings)] if openings else ""


def _language(text: str) -> str:
    """The language of a text, as far as its script says it; empty if that says nothing here."""
    if _HAN.search(text):
        return "" if _KANA.search(text) else "zh"
    return language_of(text) or "en" if _LATIN.search(text) else ""
