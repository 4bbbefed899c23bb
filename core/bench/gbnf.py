"""Writes texts that a grammar (GBNF) accepts, from given words and a random generator: a simulated model's obedience.

A repeated character class that admits words is filled with words, every other choice is drawn.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r'\s+|#[^\n]*|"(?:\\.|[^"\\])*"|\[(?:\\.|[^\]\\])*\]|\{\d+(?:,\d*)?\}|::=|[()|*+?.]|[\w-]+')
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|(.))", re.DOTALL)
_NAMED = {"n": "\n", "t": "\t", "r": "\r"}
_PRINTABLE = "".join(map(chr, range(32, 127)))
_MORE = 2
"""An open repetition is drawn up to so many times more than it must be."""
_DEEPEST = 40

Phrase = Callable[[random.Random], str]
"""A few words."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A fixed text."""

    text: str


@dataclass(frozen=True, slots=True)
class Characters:
    """One character of a set, or of all others."""

    members: frozenset[str]
    negated: bool

    def allow(self, character: str) -> bool:
        """Whether this character fits."""
        return (character in self.members) is not self.negated


@dataclass(frozen=True, slots=True)
class Reference:
    """A rule by name."""

    name: str


@dataclass(frozen=True, slots=True)
class Chain:
    """One after the other."""

    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Alternatives:
    """One of several."""

    options: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """At least `least` times, at most `most` times (`None`: any number)."""

    item: "Node"
    least: int
    most: int | None


Node = Literal | Characters | Reference | Chain | Alternatives | Repeated


@dataclass(frozen=True, slots=True)
class GbnfGrammar:
    """The rules of a grammar."""

    rules: dict[str, Node]

    @classmethod
    def parse(cls, text: str) -> "GbnfGrammar":
        """Read a grammar. Raises `ValueError` where it is none."""
        return cls(_Parser(_tokens(text)).rules())

    def write(self, rng: random.Random, phrase: Phrase) -> str:
        """A text of the grammar's `root`."""
        return _Writer(self.rules, rng, phrase).write(self.rules["root"], 0)


@dataclass(frozen=True, slots=True)
class _Writer:
    rules: dict[str, Node]
    rng: random.Random
    phrase: Phrase

    def write(self, node: Node, depth: int) -> str:
        if depth > _DEEPEST:
            raise ValueError("the grammar does not come to an end")
        match node:
            case Literal(text=text):
                return text
            case Characters():
                return self._character(node)
            case Reference(name=name):
                return self.write(self.rules[name], depth + 1)
            case Alternatives(options=options):
                return self.write(self.rng.choice(options), depth + 1)
            case Chain(items=items):
                return "".join(self._items(items, depth))
            case Repeated():
                return self._repeated(node, depth)

    def _items(self, items: Sequence[Node], depth: int) -> Iterator[str]:
        """A first character before free text is the first of its words."""
        skipped = False
        for place, item in enumerate(items):
            if skipped:
                skipped = False
                continue
            following = items[place + 1] if place + 1 < len(items) else None
            if isinstance(item, Characters) and isinstance(following, Repeated) and self._free(following.item):
                words = self._words(following)
                if words and item.allow(words[0]):
                    skipped = True
                    yield words
                    continue
            yield self.write(item, depth + 1)

    def _character(self, node: Characters) -> str:
        known = sorted(node.members) if not node.negated else [c for c in _PRINTABLE if node.allow(c)]
        return self.rng.choice(known)

    def _repeated(self, node: Repeated, depth: int) -> str:
        if self._free(node.item):
            words = self._words(node)
            if len(words) >= node.least:
                return words
        most = node.least + _MORE if node.most is None else node.most
        times = self.rng.randint(node.least, min(most, node.least + _MORE))
        return "".join(self.write(node.item, depth + 1) for _ in range(times))

    def _free(self, node: Node) -> Characters | None:
        """The set of characters that admits words, if the node is one, or has one among its options."""
        match node:
            case Characters():
                return node if node.allow("e") and node.allow("t") else None
            case Alternatives(options=options):
                sets = (option for option in options if isinstance(option, Characters))
                return next(filter(None, map(self._free, sets)), None)
            case Reference(name=name) if not isinstance(self.rules[name], Reference):
                return self._free(self.rules[name])
            case _:
                return None

    def _words(self, node: Repeated) -> str:
        admitted = self._free(node.item)
        assert admitted is not None
        phrase = self.phrase(self.rng)
        text = phrase.translate({ord(character): None for character in set(phrase) if not admitted.allow(character)})
        return text if node.most is None else text[: node.most].strip()


@dataclass(slots=True)
class _Parser:
    tokens: list[str]
    place: int = 0

    def rules(self) -> dict[str, Node]:
        found: dict[str, Node] = {}
        while self.place < len(self.tokens):
            name = self._take()
            if self._take() != "::=":
                raise ValueError(f"after {name} there must be “::=”")
            found[name] = self._choice()
        if "root" not in found:
            raise ValueError("a grammar needs a rule named “root”")
        return found

    def _choice(self) -> Node:
        options = [self._sequence()]
        while self._next() == "|":
            self._take()
            options.append(self._sequence())
        return options[0] if len(options) == 1 else Alternatives(tuple(options))

    def _sequence(self) -> Node:
        items: list[Node] = []
        while self._next() not in {"", "|", ")"} and not self._at_rule():
            items.append(self._item())
        return items[0] if len(items) == 1 else Chain(tuple(items))

    def _item(self) -> Node:
        node = self._atom(self._take())
        while (token := self._next())[:1] in {"*", "+", "?", "{"} and token:
            node = Repeated(node, *_times(self._take()))
        return node

    def _atom(self, symbol: str) -> Node:
        if symbol == "(":
            inside = self._choice()
            if self._take() != ")":
                raise ValueError("a parenthesis is not closed")
            return inside
        if symbol.startswith('"'):
            return Literal(_unescaped(symbol[1:-1]))
        if symbol.startswith("["):
            negated = symbol.startswith("[^")
            return Characters(_members(symbol[2 if negated else 1 : -1]), negated)
        return Characters(frozenset("\x00"), negated=True) if symbol == "." else Reference(symbol)

    def _at_rule(self) -> bool:
        return self.tokens[self.place + 1 : self.place + 2] == ["::="]

    def _next(self) -> str:
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def _take(self) -> str:
        token = self._next()
        self.place += 1
        return token


def _tokens(text: str) -> list[str]:
    found, place = [], 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise ValueError(f"the grammar cannot be read at “{text[place : place + 20]}”")
        place = match.end()
        if not match.group().isspace() and not match.group().startswith("#"):
            found.append(match.group())
    return found


def _times(token: str) -> tuple[int, int | None]:
    simple: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
    if token in simple:
        return simple[token]
    least, comma, most = token[1:-1].partition(",")
    return int(least), int(most) if most else None if comma else int(least)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    code = match.group(1) or match.group(2)
    return chr(int(code, 16)) if code else _NAMED.get(match.group(3), match.group(3))


def _members(text: str) -> frozenset[str]:
    characters = [_character(m) if (m := _ESCAPE.fullmatch(part)) else part for part in _parts(text)]
    found: set[str] = set()
    place = 0
    while place < len(characters):
        if characters[place + 1 : place + 2] == ["-"] and place + 2 < len(characters):
            found |= set(map(chr, range(ord(characters[place]), ord(characters[place + 2]) + 1)))
            place += 3
        else:
            found.add(characters[place])
            place += 1
    return frozenset(found)


def _parts(text: str) -> list[str]:
    return re.findall(r"\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\.|.", text, re.DOTALL)
