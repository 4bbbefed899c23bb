"""Paths through models, settings, connections and the log."""

from pathlib import Path

from person import Found, Person

MODELS, TRIALS, LOG = "Models on this machine", "Trials", "Lines of the log"


def models(person: Person, good: str, broken: str) -> Found:
    """A GGUF by its path, its fit and its speed; then one that is damaged, and what the log says of it."""
    person.opens("Models")
    person.clicks("Add a file…")
    person.names_file(good)
    name = Path(good).stem
    person.waits(lambda: _row(person, name), "the added model")
    person.clicks_row(MODELS, name)
    found: Found = {"fit": person.reads("it fits"), "row": _row(person, name)}
    person.keeps("added")
    person.clicks("Read the SHA-256")
    person.waits(lambda: any(len(text) == 64 and text.isalnum() for text in person.texts()), "the SHA-256")
    found["sha256"] = next(text for text in person.texts() if len(text) == 64 and text.isalnum())
    person.turns_to("Speed")
    person.clicks("Check the speed")
    found["speed"] = person.reads("Runs will use")
    found["trials"] = person.cells(TRIALS)
    person.keeps("speed")
    person.drops(broken)
    person.waits(lambda: _row(person, "Unusable"), "the damaged model")
    person.clicks_row(MODELS, "Unusable")
    person.turns_to("About")
    found |= {
        "broken": _row(person, "Unusable"),
        "why": person.reads("bytes are missing"),
        "after": person.cells(MODELS),
    }
    person.keeps("broken")
    person.clicks("Remove from the list")
    person.waits(lambda: not _row(person, "Unusable"), "the list without it")
    found["at the end"] = person.cells(MODELS)
    return found | _log(person)


def _row(person: Person, words: str) -> list[str]:
    return next((row for row in person.cells(MODELS) if any(words in cell for cell in row)), [])


def _log(person: Person) -> Found:
    person.opens("Log")
    person.chooses("Least level", "Errors only")
    person.waits(lambda: person.rows(LOG) > 0, "an error in the log")
    errors = person.cells(LOG)
    person.clicks_row(LOG, errors[0][-1])
    whole = person.said("The whole line")
    person.writes("Search in the log", "no line has these words")
    person.waits(lambda: person.rows(LOG) == 0, "a search that finds nothing")
    return {"errors": errors, "whole": whole}


def settings(person: Person) -> Found:
    """Nothing has left the machine; then dark, and Chinese, which opens another window at once."""
    person.clicks("Connections: 0")
    found: Found = {"connections": [person.named("Connections since"), person.reads("Zero.")]}
    found["number"] = person.texts().count("0")
    person.opens("Settings")
    found["light"] = person.brightness()
    person.chooses("Appearance", "dark")
    person.waits(lambda: person.brightness() < 80, "the dark window")
    person.keeps("dark")
    person.chooses("Language", "简体中文")
    return found


def in_chinese(person: Person) -> Found:
    """The window in Chinese; then larger."""
    person.opens("设置")
    found: Found = {"chinese": person.texts(), "ratio": person.ratio()}
    person.keeps("chinese")
    person.chooses("文字和控件的大小", "125")
    return found


def larger(person: Person) -> Found:
    """The larger window."""
    return {"larger": person.ratio()}


def kept(person: Person) -> Found:
    """The program started again: all of it is kept. Then light, and the usual size."""
    person.opens("设置")
    found: Found = {"texts": person.texts(), "brightness": person.brightness(), "ratio": person.ratio()}
    person.chooses("外观", "浅色")
    person.chooses("文字和控件的大小", "100")
    return found


def usual_size(person: Person) -> Found:
    """The usual size; then English again."""
    person.opens("设置")
    person.chooses("语言", "English")
    return {"usual": person.ratio()}


def in_english(person: Person) -> Found:
    """As it was at first."""
    person.opens("Settings")
    return {"english": person.texts(), "light": person.brightness()}
