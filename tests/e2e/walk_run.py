"""Paths of a run: a sample, a file and a model of one's own, and every page once."""

from pathlib import Path

from person import Found, Person
from PySide6.QtGui import QGuiApplication


def sample(person: Person) -> Found:
    """Home, one click on a sample, the run to its end, the sealed test, the export, and the prompt on the clipboard."""
    person.waits(lambda: person.sees("Run"), "the samples")
    start = next(each for each in _names(person) if each.startswith("Run the sample"))
    person.keeps("home")
    person.clicks(start)
    found = _watched_and_certified(person)
    person.turns_to("Export")
    person.waits(lambda: person.sees("Copy"), "the formats")
    person.keeps("export")
    person.opens("Run")
    person.clicks("Copy this prompt")
    return found | {"copied": QGuiApplication.clipboard().text()}


def own(person: Person, table: str, model: str) -> Found:
    """A CSV and a GGUF of one's own: the task, the model by a drop on the window, the run, and the sealed test."""
    _import(person, table, "Tidy this up.")
    person.keeps("own-rows")
    person.drops(model)
    person.waits(lambda: person.sees(Path(model).stem), "the model")
    person.keeps("own-model")
    person.clicks("Optimize", 120)
    return _watched_and_certified(person) | {"model": Path(model).stem}


def own_rows(person: Person, table: str) -> Found:
    """A CSV of one's own becomes a task whose rows are shown."""
    _import(person, table)
    return {"rows": person.rows("Rows of the task")}


def _import(person: Person, table: str, prompt: str = "") -> None:
    person.opens("Datasets")
    person.clicks("Import data…")
    person.types(next(name for name in person.fields() if "file" in name.lower()), table)
    if prompt:
        person.types("Your prompt", prompt)
    person.keeps("import")
    person.clicks("Create the task")
    person.waits(lambda: person.rows("Rows of the task") > 0, "the rows")


def _watched_and_certified(person: Person) -> Found:
    person.waits(lambda: person.sees("Trajectory"), "the tree")
    person.keeps("watch")
    _ended(person)
    person.keeps("finished")
    person.opens("Certificate")
    person.clicks("Open the sealed test…")
    person.keeps("question")
    person.clicks("Open it and certify")
    person.waits(lambda: any("→" in text and "point" in text for text in person.texts()), "the certificate", 120)
    person.keeps("certificate")
    return {"sentence": next(text for text in person.texts() if "→" in text and "point" in text)}


def steered(person: Person, runs: str) -> Found:
    """Three rows and a pre-flight before the start; then a pause, and the end before the end, with the best so far."""
    person.opens("New run")
    person.chooses("Task", "sentiment")
    person.clicks("Advanced: metric, method, limits and pre-flight")
    person.clicks("Try three rows")
    found: Found = {"tried": person.reads("of 3 points")}
    person.clicks("Run the pre-flight")
    found |= {"flown": person.reads("kept in this workspace"), "floor": person.sees("majority-class baseline")}
    person.keeps("before")
    person.clicks("Optimize")
    person.waits(lambda: _lines(runs) > 12, "the first answers", 120)
    person.clicks("Pause")
    person.waits(lambda: person.sees("Paused"), "the pause")
    person.keeps("paused")
    at_rest = _lines(runs)
    person.rests(1.0)
    found["at rest"] = [at_rest, _lines(runs)]
    person.clicks("Go on")
    person.waits(lambda: _lines(runs) > at_rest, "further answers")
    person.clicks("Stop and keep")
    person.clicks("Now, with what is scored")
    person.waits(lambda: _log(runs).count(b'"event":"RunEnded"') == 1, "the end of the run", 120)
    person.waits(lambda: person.button("Certify") is not None, "what can be done with it")
    person.keeps("ended-early")
    person.clicks("Copy best")
    return found | {"copied": QGuiApplication.clipboard().text()}


def killed(person: Person, runs: str) -> Found:
    """A run whose engine dies twice: once the window helps itself, then it asks; the person has it go on."""
    start = next(each for each in _names(person) if each.startswith("Run the sample"))
    person.clicks(start)
    person.waits(lambda: person.sees("Trajectory"), "the tree")
    person.waits(lambda: _lines(runs) > 12, "the first answers", 120)
    person.kills_engine()
    helped = person.reads("It was started again.")
    person.keeps("started-again")
    before = _lines(runs)
    person.waits(lambda: _lines(runs) > before + 3, "further answers", 120)
    person.kills_engine()
    asked = person.reads("Resume goes on where it stopped.")
    person.waits(lambda: person.sees("Interrupted"), "the state of the run")
    person.keeps("interrupted")
    left = _log(runs)
    person.answers("Resume")
    _ended(person)
    person.keeps("resumed")
    return {"helped": helped, "asked": asked, "left": left.decode(), "banner": person.sees("Resume goes on")}


def _log(runs: str) -> bytes:
    logs = list(Path(runs).glob("*/events.jsonl"))
    return logs[0].read_bytes() if logs else b""


def _lines(runs: str) -> int:
    return _log(runs).count(b"\n")


def _ended(person: Person) -> None:
    person.waits(lambda: person.sees("Finished") or person.sees("Budget used up"), "the end of the run", 240)


def pages(person: Person) -> Found:
    """Every page of the rail, by the mouse."""
    seen: Found = {}
    rail = ("Home", "New run", "Run", "Certificate", "Datasets", "Models", "Compare", "Playground", "Log", "Settings")
    for name in (each for each in rail if person.of_rail(each) is not None):
        person.opens(name)
        seen[name] = sorted({text for text in person.texts() if text})
    return seen


def _names(person: Person) -> list[str]:
    person.waits(lambda: any(name.startswith("Run the sample") for name in person.buttons()), "a sample")
    return person.buttons()
