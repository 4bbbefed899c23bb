"""Text files of questions and answers in blocks: a line “Q: …” and a line “A: …” below it."""

import re
from collections.abc import Sequence

from core.data.table import Row, RowError

_PAIRS = (
    ("Q", "A"), ("Question", "Answer"), ("Input", "Output"), ("Prompt", "Completion"), ("Prompt", "Response"),
    ("User", "Assistant"), ("Human", "Assistant"), ("Human", "AI"), ("Text", "Label"), ("Sentence", "Label"),
    ("Review", "Sentiment"), ("Text", "Sentiment"), ("Instruction", "Response"), ("Frage", "Antwort"), ("F", "A"),
    ("Pregunta", "Respuesta"), ("Pergunta", "Resposta"), ("Domanda", "Risposta"), ("Вопрос", "Ответ"), ("问", "答"),
    ("问题", "答案"), ("問題", "答案"), ("質問", "回答"), ("질문", "답변"), ("سؤال", "جواب"), ("प्रश्न", "उत्तर"),
)  # fmt: skip
_FEWEST = 3
_LINE = r"[ \t]{0,3}(?:\d{1,5}[.)][ \t]*)?(?:#{1,4}[ \t]*)?(?:\*\*)?"


def _begins(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"{_LINE}{re.escape(name)}(?:[ \t]?\d{{1,5}})?(?:\*\*)?[ \t]?[:：](?:\*\*)?[ \t]*", re.IGNORECASE
    )


_PATTERNS = tuple((asked, answered, _begins(asked), _begins(answered)) for asked, answered in _PAIRS)


def blocks_in(lines: Sequence[str]) -> tuple[tuple[str, str], tuple[Row, ...], tuple[RowError, ...]] | None:
    """The names of what is asked and answered, and the rows by the line in which each begins; `None` for other files.

    A text may go on over several lines until the next one that begins with a name.
    """
    first = next((line for line in lines if line.strip()), "")
    for asked, answered, question, answer in _PATTERNS:
        if not question.match(first):
            continue
        rows, errors = _rows(lines, question, answer)
        if len(rows) >= _FEWEST and len(rows) > 4 * len(errors):
            return (asked.casefold(), answered.casefold()), tuple(rows), tuple(errors)
    return None


def _rows(lines: Sequence[str], question: re.Pattern[str], answer: re.Pattern[str]) -> tuple[list[Row], list[RowError]]:
    rows: list[Row] = []
    errors: list[RowError] = []
    began, parts = 0, ["", ""]

    def close() -> None:
        asked, answered = (part.strip() for part in parts)
        if asked and answered:
            rows.append(Row(began, (asked, answered)))
        elif began:
            errors.append(RowError(began, "has no answer below it." if asked else "has no question."))

    at = 0
    for number, line in enumerate(lines, start=1):
        if found := question.match(line):
            close()
            began, parts, at = number, [line[found.end() :], ""], 0
        elif (found := answer.match(line)) and began:
            parts[1] += line[found.end() :]
            at = 1
        elif line.strip() or at == 0:
            parts[at] += line
    close()
    return rows, errors
