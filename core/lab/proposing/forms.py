"""The forms into which an optimizer's replies are forced, as GBNF: what cannot be read is never written.

A grammar holds the reply only, never the thoughts of a thinking model before it.
"""

from collections.abc import Iterable, Sequence


def free() -> str:
    """Any text that is not empty and does not begin with blank space."""
    return r"root ::= [^ \t\r\n] [^\x00]*"


def tagged(tag: str) -> str:
    """One text between `<tag>` and `</tag>`, and nothing around it. A `<` inside is never followed by `/`."""
    return f'root ::= "<{tag}>" body "</{tag}>"\nbody ::= ([^<] | "<" [^/<])+'


def one_line() -> str:
    """One line of text."""
    return r"root ::= [^ \t\r\n] [^\x00\r\n]*"


def tagged_line(tag: str) -> str:
    """One line between `<tag>` and `</tag>`, and nothing around it."""
    return f'root ::= "<{tag}>" body "</{tag}>"\nbody ::= ([^<\\r\\n] | "<" [^/<\\r\\n])+'


def labelled_lines(labels: Sequence[str]) -> str:
    """One line “label: text” for each label, in order."""
    return f"root ::= {_sequence(f'{label}: ' for label in labels)}\ntext ::= [^ \\t\\r\\n] [^\\x00\\r\\n]*"


def tagged_blocks(tag: str, blocks: Sequence[tuple[str, int, int]]) -> str:
    """Between `<tag>` and `</tag>`: each heading alone on its line, and under it so many lines (least, most)."""
    inside = " ".join(f'"{heading}\\n" line{{{least},{most}}}' for heading, least, most in blocks)
    line = r"line ::= [^<>\[\] \t\r\n] [^<>\x00\r\n]* [\n]"
    return f'root ::= "<{tag}>\\n" {inside} "</{tag}>"\n{line}'


def _sequence(openings: Iterable[str]) -> str:
    return r' "\n" '.join(f'"{opening}" text' for opening in openings)
