"""The path of somebody who makes a task of a file and puts its rows in order."""

from person import Found, Person

ROWS, FINDINGS, ERRORS = "Rows of the task", "Findings", "Rows that cannot be used"
SEARCH = "Search inputs and answers"


def rows(person: Person, table: str) -> Found:
    """Import, with a look at what cannot be used; correct an answer and take it back; search; mend what is double."""
    person.opens("Datasets")
    person.clicks("Import data…")
    person.types(next(name for name in person.fields() if "file" in name.lower()), table)
    found: Found = {"read": person.reads("rows can be used"), "preview": person.cells("First rows of the file")}
    person.turns_to("Rows with errors")
    found["errors"] = person.cells(ERRORS)
    person.keeps("errors")
    person.types("Name of the task", "moods")
    person.types("Your prompt", "What is the mood?")
    person.clicks("Create the task")
    person.waits(lambda: person.rows(ROWS) > 0, "the rows")
    found["rows"] = person.cells(ROWS)
    return found | _corrected(person) | _searched(person) | _mended(person)


def _corrected(person: Person) -> Found:
    """A double click on an answer, another answer, and both ways of the step back."""
    row = person.cells(ROWS)[0]
    person.clicks_row(ROWS, row[2], "Expected answer", twice=True)
    person.fills_cell(ROWS, "furious")
    person.waits(lambda: person.cells(ROWS)[0][3] == "furious", "the new answer")
    person.keeps("edited")
    person.presses("Ctrl+Z")
    person.waits(lambda: person.cells(ROWS)[0] == row, "the answer before")
    person.presses("Ctrl+Shift+Z")
    person.waits(lambda: person.cells(ROWS)[0][3] == "furious", "the new answer again")
    return {"corrected": row}


def _searched(person: Person) -> Found:
    number = person.rows(ROWS)
    person.writes(SEARCH, "<b>")
    person.waits(lambda: 0 < person.rows(ROWS) < number, "the rows that were searched for")
    found = person.cells(ROWS)
    shown = person.reads(f"of {number} rows")
    person.writes(SEARCH, " ")
    person.waits(lambda: person.rows(ROWS) == number, "every row")
    return {"searched": found, "shown": shown}


def _mended(person: Person) -> Found:
    person.turns_to("Findings")
    person.waits(lambda: person.rows(FINDINGS) > 0, "the findings")
    findings = person.cells(FINDINGS)
    person.keeps("findings")
    person.clicks("Mend all")
    person.waits(lambda: not any("Duplicate" in row for row in person.cells(FINDINGS)), "no more duplicates")
    person.waits(lambda: not person.sees("saving …"), "the rows on the disk")
    return {"findings": findings, "left": person.cells(ROWS)}
