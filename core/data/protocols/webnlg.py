"""WebNLG (Gardent et al. 2017, ACL P17-1017): facts as triples, and several texts that say them. Releases 1 to 3."""

from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from core.data.protocols.base import BenchmarkForm, BenchmarkReading, DataProtocol, Item, checked, spaced, xml
from core.data.task_file import AnswerSection
from core.domain.task import AnswerKind

_RELEASES = ("release_v", "webnlg_challenge")
_LANGUAGES = frozenset({"", "en"})


def _read(path: Path) -> BenchmarkReading:
    root = xml(path, "benchmark", WEBNLG.title)
    entries = enumerate(root.findall("entries/entry"), 1)
    return checked(path, WEBNLG.title, ((number, _item(entry)) for number, entry in entries))


def _item(entry: ET.Element) -> Item | str:
    triples = [spaced(each.text or "") for each in entry.findall("modifiedtripleset/mtriple")]
    texts = (_text(each) for each in entry.findall("lex") if each.get("lang", "").lower() in _LANGUAGES)
    answers = tuple(dict.fromkeys(filter(None, texts)))
    if not triples:
        return "it has no triples."
    return (
        Item("\n".join(triples), answers) if answers else "it has no English text; tests without texts are of no use."
    )


def _text(lex: ET.Element) -> str:
    """The text of a lexicalization: its own in the releases, in an element `text` in the enriched ones."""
    return spaced(lex.findtext("text") or lex.text or "")


def _matches(path: Path, head: bytes) -> bool:
    """Not the tests without texts, those of the task in the other direction, nor the Russian release."""
    other = "semantic-parsing" in path.name or "ru" in {parent.name for parent in path.parents}
    return path.suffix == ".xml" and not other and all(tag in head for tag in (b"<benchmark", b"<entries", b"<lex"))


def _release(path: Path) -> str:
    """The release, where the file lies in the whole collection: releases repeat each other."""
    return next((each.name for each in path.parents if each.name.startswith(_RELEASES)), "")


def _form(task: str, items: Sequence[Item]) -> BenchmarkForm:
    del task, items
    answer = AnswerSection(AnswerKind.TEXT, instruction="Answer with the text only.", max_tokens=128)
    return BenchmarkForm(answer, "Say these facts in a text.", "rouge_l")


WEBNLG = DataProtocol(
    name="webnlg",
    title="WebNLG",
    paper="Gardent et al. 2017, ACL P17-1017",
    matches=_matches,
    task_of=_release,
    read=_read,
    form=_form,
)
