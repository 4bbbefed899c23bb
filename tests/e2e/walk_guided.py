"""The short ways from the first start to a running search; every click is counted, and so is every dialog."""

import re
from pathlib import Path

from person import Found, Person


def dropped(person: Person, table: str, model: str) -> Found:
    """A CSV falls on the window, a GGUF is chosen in a dialog, one button starts."""
    person.drops(table)
    understood = _understood(person)
    person.clicks("Another GGUF file: browse")
    person.names_file(model)
    return understood | _optimized(person, model, dialogs=1)


def chosen(person: Person, table: str, model: str) -> Found:
    """A CSV is chosen in a dialog, a GGUF that was found on this machine in the list of models, one button starts."""
    person.clicks("Choose a file…")
    person.names_file(table)
    understood = _understood(person)
    person.chooses("Model", Path(model).stem)
    return understood | _optimized(person, model, dialogs=1)


def sample(person: Person) -> Found:
    """A sample, from the first page."""
    person.waits(lambda: any(name.startswith("Run the sample") for name in person.buttons()), "the samples")
    person.clicks("Run a sample")
    return _running(person, dialogs=0)


def imported(person: Person, table: str) -> Found:
    """The form for everything that can be said of a file leads to the same button."""
    person.opens("Datasets")
    person.clicks("Import data…")
    person.keeps("drop-zone")
    fields_before = person.fields()
    person.drops(table)
    person.clicks("Optimize this")
    return _understood(person) | {"fields before": fields_before, "file": Path(table).name}


def _understood(person: Person) -> Found:
    rows = person.reads("to learn from")
    person.keeps("card")
    return {"answers": person.reads("labels:"), "rows": rows, "prompt": person.said("Your prompt")}


def _optimized(person: Person, model: str, dialogs: int) -> Found:
    person.waits(lambda: person.sees(Path(model).stem), "the model")
    person.waits(lambda: any("calls" in text and "Optimize" in text for text in person.texts()), "the price")
    price = next(text for text in person.texts() if "Optimize" in text and "calls" in text)
    person.clicks("Optimize", 120)
    return {"price": price} | _running(person, dialogs=dialogs)


def _running(person: Person, dialogs: int) -> Found:
    person.waits(lambda: person.sees("Trajectory"), "the tree", 120)
    found: Found = {"clicks": person.clicked, "dialogs": dialogs}
    person.keeps("running")
    person.waits(lambda: any(re.search(r"[1-9]\d* candidate", text) for text in person.texts()), "a candidate", 120)
    person.clicks("Stop")
    person.waits(lambda: person.button("Resume") is not None, "the end", 60)
    return found
