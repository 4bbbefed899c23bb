"""The path of somebody who comes back to a finished run, tries its prompt, certifies it and takes it away."""

from pathlib import Path

from person import Found, Person

from core.report.export import FORMATS, form_of

HISTORY, TREE = "Work done in this workspace", "Trajectory"


def keep(person: Person, folder: str) -> Found:
    """From the history to the run, the playground, the certificate, a folder full of files, and the trash and back."""
    person.opens("History")
    person.waits(lambda: person.rows(HISTORY) > 0, "the run")
    found: Found = {"history": person.cells(HISTORY)}
    person.clicks_row(HISTORY, "dates", twice=True)
    person.waits(lambda: person.sees(TREE) and person.sees("Finished"), "the run's page")
    return found | _tried(person) | _certified(person) | _taken_away(person, Path(folder)) | _history(person)


def _tried(person: Person) -> Found:
    """The best prompt, by one key into the playground, asked with a row of its task."""
    person.waits(lambda: person.button("Copy best") is not None, "the best prompt")
    person.presses("Ctrl+Shift+A")
    prompt = person.said("Prompt")
    person.chooses("Task", "dates")
    person.waits(lambda: person.said("Input"), "a row")
    person.clicks("Ask")
    person.waits(lambda: person.sees("ended by itself"), "the reply")
    person.keeps("tried")
    return {"tried": prompt, "kept": person.said("Prompt"), "judged": person.sees("✓ right") or person.sees("✗ wrong")}


def _certified(person: Person) -> Found:
    person.opens("Certificate")
    person.clicks("Open the sealed test…")
    person.clicks("Leave it sealed")
    left = person.sees("still sealed")
    person.clicks("Open the sealed test…")
    person.clicks("Open it and certify")
    sentence = person.reads("95 % interval")
    person.waits(lambda: person.sees("Rows that changed"), "the rows that changed")
    person.keeps("certificate")
    return {"left": left, "sentence": sentence, "flips": person.rows("Rows that changed")}


def _taken_away(person: Person, folder: Path) -> Found:
    """Every format, saved by mouse, and the report."""
    person.turns_to("Export")
    for name in FORMATS:
        person.clicks(form_of(name).label)
        person.waits(lambda: person.sees("✓ read back"), f"the file for {name}")
        person.clicks("Save the file")
        person.names_file(str(folder / name))
        person.waits(lambda name=name: person.sees(f"was written to {folder / name}."), "the message")
    person.keeps("exported")
    person.clicks("Save the report…")
    person.names_file(str(folder / "report.html"))
    person.waits(lambda: person.sees("report.html."), "the message")
    return {"banner": person.reads("was written to")}


def _history(person: Person) -> Found:
    """A name and a star of one's own; the trash, the step back, and what is there afterwards."""
    person.opens("History")
    person.waits(lambda: person.rows(HISTORY) > 1, "what was done")
    person.chooses("What to show", "Run")
    person.clicks_row(HISTORY, "dates")
    person.types("Your name for it", "The good dates")
    person.waits(lambda: person.cells(HISTORY)[0][2] == "The good dates", "the name")
    person.clicks("★ Star")
    person.waits(lambda: person.cells(HISTORY)[0][2] == "★ The good dates", "the star")
    person.keeps("named")
    person.clicks("Delete")
    hint = person.reads("moved to the trash")
    person.waits(lambda: person.rows(HISTORY) == 0, "the empty list")
    gone = not any(Path("workspace/runs").iterdir())
    person.clicks("Undo")
    person.waits(lambda: person.rows(HISTORY) == 1, "the run again")
    return {"hint": hint, "gone": gone, "back": person.cells(HISTORY)}
