"""The path of somebody who compares two prompts and then asks them one thing in the playground."""

from pathlib import Path

from person import Found, Person

MATRIX, SIDE_BY_SIDE, PROMPTS = "Scores of prompts and models", "Rows side by side", "Prompts to compare"
REPLY, TOKENS = "Reply", "Tokens of the reply"


def compare(person: Person, second: str) -> Found:
    """Two prompts on rows of a sample task, row by row, by the metric and by one's own thumbs; then the playground."""
    person.opens("Compare")
    person.chooses("Task", "sentiment")
    person.waits(lambda: person.rows(PROMPTS) >= 2, "two prompts")
    person.writes("Another prompt", "Did they like it?")
    person.clicks("Add as another")
    person.ticks(PROMPTS, "Read this and respond.")
    person.types("Number of validation rows", "48")
    person.clicks("Compare")
    person.waits(lambda: _filled(person), "the matrix")
    sentence = person.reads("95 % interval ")
    person.keeps("compared")
    found: Found = {
        "matrix": person.cells(MATRIX),
        "sentence": sentence,
        "rows": person.cells(SIDE_BY_SIDE),
        "counts": person.named("B wins"),
    }
    person.chooses("Rows to show", "Only differences")
    person.waits(lambda: person.rows(SIDE_BY_SIDE) < 48, "only the differences")
    found["differences"] = person.cells(SIDE_BY_SIDE)
    return found | _judged(person) | _asked(person, second)


def _filled(person: Person) -> bool:
    texts = [text for row in person.cells(MATRIX) for text in row]
    return bool(texts) and not any("…" in text for text in texts) and person.sees("points (95 % interval")


def _judged(person: Person) -> Found:
    """A thumb for each reply of one row, and what counts then."""
    row = person.cells(SIDE_BY_SIDE)[0]
    person.clicks_row(SIDE_BY_SIDE, row[1])
    replies = [person.said("Reply of A"), person.said("Reply of B")]
    person.clicks("Reply of A: bad")
    person.clicks("Reply of B: good")
    judged = person.cells(SIDE_BY_SIDE)[0]
    person.clicks("Judge by your thumbs")
    return {"judged": judged, "replies": replies, "by thumbs": person.reads("n = 1,")}


def _asked(person: Person, second: str) -> Found:
    """One row in the playground: the reply, its tokens, and beside it the reply of a model from a file."""
    person.drops(second)
    person.opens("Playground")
    person.chooses("Task", "iso-date")
    person.waits(lambda: person.said("Prompt") and person.said("Input"), "the task's first row")
    person.chooses("Use a prompt of this task", "Rewrite the date")
    person.chooses("Model", "whet-demo")
    person.clicks("Ask")
    person.waits(lambda: person.sees("ended by itself"), "the reply")
    found: Found = {"asked": [person.said("Prompt"), person.said("Input")], "reply": person.said(REPLY)}
    person.keeps("asked")
    person.turns_to("Tokens")
    found["tokens"] = person.cells(TOKENS)
    person.turns_to("Reply")
    person.chooses("Second model, beside it", Path(second).stem)
    writing = person.watches(REPLY)
    person.clicks("Ask")
    person.waits(lambda: sum("ended by itself" in text for text in person.texts()) == 2, "both replies")
    person.keeps("two-voices")
    return found | {"voices": person.all_said(REPLY), "writing": list(writing)}
