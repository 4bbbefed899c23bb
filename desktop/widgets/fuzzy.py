"""How well a name answers to what somebody types: parts of words, first letters, letters in order."""

_WORD, _INSIDE, _INITIALS, _LETTERS = 1000, 600, 400, 200


def fitness(wanted: str, name: str) -> int:
    """0: not at all; else the higher the better. Every word that was typed has to fit, in any order."""
    name = name.casefold()
    each = [_of_word(word, name) for word in wanted.casefold().split()]
    return 0 if 0 in each else sum(each) // max(len(each), 1) + 1


def _of_word(word: str, name: str) -> int:
    words = name.split()
    if any(part.startswith(word) for part in words):
        return _WORD - min(len(name), 99)
    if word in name:
        return _INSIDE - min(len(name), 99)
    if "".join(part[0] for part in words).startswith(word):
        return _INITIALS - min(len(name), 99)
    gaps = _gaps(word, name)
    return max(_LETTERS - gaps, 1) if 0 <= gaps <= len(word) else 0


def _gaps(word: str, name: str) -> int:
    """How many letters are skipped between the first and the last letter of the word; -1 if one is missing."""
    start = at = name.find(word[0])
    for letter in word[1:]:
        at = name.find(letter, at + 1)
        if at < 0:
            return -1
    return at - start + 1 - len(word) if start >= 0 else -1
