"""Replies with a form: JSON, tags, a boxed formula. The part that is named as the answer is the answer."""

import ast
import json
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_FIELDS = (
    "answer", "final answer", "final", "label", "labels", "result", "prediction", "predicted label", "class",
    "category", "classification", "output", "choice", "option", "selected option", "correct answer", "verdict", "value",
    "sentiment", "intent", "topic", "solution", "response", "answers", "categories", "tags", "conclusion",
    "antwort", "ergebnis", "réponse", "reponse", "résultat", "respuesta", "resultado", "etiqueta", "resposta", "rótulo",
    "risposta", "ответ", "результат", "метка", "答案", "最终答案", "标签", "结果", "类别",
    "答え", "回答", "ラベル", "정답", "답",
    "답변", "الجواب", "الإجابة", "उत्तर",
)  # fmt: skip
_TAG = re.compile(
    r"<(" + "|".join(re.escape(name).replace(r"\ ", "[_ -]?") for name in _FIELDS) + r")(?: [^<>]{0,200})?>",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"[<\[](scratchpad|scratch|analysis|reflection|plan|planning|rationale|explanation|justification|reasons?|reason|notes?"
    r"|steps|work|working|cot|chain[_-]of[_-]thought|inner[_-](?:thoughts|monologue)|monologue|critique|evidence)[>\]]",
    re.IGNORECASE,
)
_CUT_FIELD = re.compile(
    r"[\"'](?P<name>[\w -]{1,30})[\"']\s{0,5}:\s{0,5}(?:\"(?P<text>(?:[^\"\\\n]|\\.){0,2000})|(?P<other>-?[\w.]{1,40}))"
)
_SQUARE = re.compile(r"\[(?P<tag>answer|final|label|result)\](?P<inside>[^\[\]]{1,5000})\[/(?P=tag)\]", re.IGNORECASE)
_REPEATED = re.compile(
    r"<(?P<tag>[A-Za-z]\w{0,30})>[^<>]{0,500}</(?P=tag)>(?:[\s,;]{0,20}<(?P=tag)>[^<>]{0,500}</(?P=tag)>)+",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"\s*(?P<open>[<\[【])(?P<bar>\|?)(?P<tag>[^\W\d_][\w:-]{0,30})(?P=bar)[>\]】](?P<inside>.{0,100000}?)"
    r"(?P=open)(?P=bar)/(?P=tag)(?P=bar)[>\]】]",
    re.DOTALL,
)
_HTML = frozenset((
    "a", "b", "i", "u", "p", "s", "em", "strong", "span", "div", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre",
    "td", "tr", "th", "table", "ul", "ol", "li", "dl", "dt", "dd", "br", "font", "mark", "small", "sub", "sup", "html",
    "body", "head", "title", "center", "label", "blockquote", "q", "cite", "del", "ins", "section", "article",
))  # fmt: skip
_HASHED = re.compile(r"\[\[ ?## ?(?:" + "|".join(map(re.escape, _FIELDS)) + r") ?## ?\]\]", re.IGNORECASE)
_HASHED_ANY = re.compile(r"\[\[ ?## ?\w{1,40} ?## ?\]\]")
_BOXED = re.compile(r"\\(?:boxed|fbox)\s{0,2}\{")
_FENCED = re.compile(r"^[ \t]{0,3}(?:```|~~~)[^\n]*\n(.*?)^[ \t]{0,3}(?:```|~~~)[ \t]*$", re.DOTALL | re.MULTILINE)
_OPENING = re.compile(r"[{\[]")
_PERCENT = re.compile(r"\s{0,3}(\d{1,3}(?:[.,]\d{1,10})?)\s?%?\s{0,3}")
_MOST_STARTS = 100
_MOST_TAGS = 20
_LONGEST_LITERAL = 10_000
_DECODER = json.JSONDecoder()


class FoundValue(NamedTuple):
    """JSON in a text: its value, and where it stands."""

    value: Json
    start: int
    end: int


def containers(text: str) -> Iterator[FoundValue]:
    """Every JSON object and array in a text that stands in no other, in order; words and stray braces around them,
    and fences, do not matter."""
    at = 0
    for _ in range(_MOST_STARTS):
        opening = _OPENING.search(text, at)
        if opening is None:
            return
        try:
            value, end = _DECODER.raw_decode(text, opening.start())
        except (ValueError, RecursionError):
            at = opening.end()
            continue
        yield FoundValue(value, opening.start(), end)
        at = end


def container(text: str) -> Json:
    """The object or array that a text is; `None` if it is none. Python's way of writing one counts too."""
    stripped = text.strip()
    if stripped[:1] not in {"{", "["}:
        return None
    try:
        value: Json = json.loads(stripped)
    except (ValueError, RecursionError):
        value = _literal(stripped)
    return value if isinstance(value, dict | list) else None


def only_container(text: str) -> Json:
    """The object or array in a reply, with a fence or a few words around it; `None` if the reply is no such thing."""
    whole = container(text)
    if whole is not None:
        return whole
    fenced = _FENCED.search(text)
    if fenced is not None and (inside := container(fenced.group(1))) is not None:
        return inside
    return max(containers(text), key=lambda found: found.end - found.start, default=FoundValue(None, 0, 0)).value


def named(value: Json, labels: Sequence[str] = ()) -> Json:
    """The part of an object that is its answer: a field of such a name, the only field, the highest of scores by
    label, or the one field that is a label. `None` if there is none."""
    if not isinstance(value, dict):
        return None
    by_name = {_plain(name): inside for name, inside in value.items()}
    field = next((by_name[name] for name in _FIELDS if by_name.get(name) is not None), None)
    if field is not None:
        return named(field, labels) if isinstance(field, dict) else field
    scored = _scored(value, labels)
    if scored is not None:
        return scored
    if len(value) == 1:
        only = next(iter(value.values()))
        return named(only, labels) if isinstance(only, dict) else only
    known = {_plain(label) for label in labels}
    given = [inside for inside in value.values() if isinstance(inside, str) and _plain(inside) in known]
    return given[0] if len(given) == 1 else None


def cut_field(text: str) -> str | None:
    """What the last field of an answer's name has in JSON that was cut off before its end; `None` if there is none."""
    found = [match for match in _CUT_FIELD.finditer(text) if _plain(match["name"]) in _FIELDS]
    return (found[-1]["text"] or found[-1]["other"] or None) if found else None


def inside_tags(text: str) -> str | None:
    """What stands in the last pair of tags of an answer's name, closed or cut off at the end; `None` if none does."""
    found = [*_tagged(text), *(match["inside"].strip() for match in _SQUARE.finditer(text))]
    heads = list(_HASHED.finditer(text))
    if heads:
        found.append(_HASHED_ANY.split(text[heads[-1].end() :], maxsplit=1)[0].strip())
    return next((inside for inside in reversed(found) if inside), None)


def repeated(text: str) -> tuple[str, ...] | None:
    """What each of two or more neighbouring pairs of one tag holds, as in `<item>a</item><item>b</item>`; `None` if
    there are none such."""
    found = _REPEATED.search(text)
    if found is None:
        return None
    inside = re.compile(rf"<{found['tag']}>([^<>]*)</{found['tag']}>", re.IGNORECASE)
    return tuple(item.strip() for item in inside.findall(found.group()) if item.strip())


def _tagged(text: str) -> Iterator[str]:
    folded = text.lower()  # tags of ASCII letters keep their places
    if len(folded) != len(text):
        folded = text
    for match in [*_TAG.finditer(text)][-_MOST_TAGS:]:
        end = folded.find(f"</{match.group(1).lower()}", match.end())
        following = _TAG.search(text, match.end())
        if end < 0 and following is None:
            end = len(text)
        if end >= 0 and (following is None or following.start() > end):
            yield text[match.end() : end].strip()


def without_asides(text: str) -> str:
    """A text without what stands between tags that name reasons and notes; the text itself where nothing is left."""
    folded = text.lower()
    if len(folded) != len(text):
        return text
    kept: list[str] = []
    at = 0
    for match in islice(_ASIDE.finditer(text), _MOST_TAGS):
        end = folded.find(f"{match.group()[0]}/{match.group(1).lower()}", match.end())
        if match.start() < at or end < 0:
            continue
        kept.append(text[at : match.start()])
        at = end + len(match.group(1)) + 3
    rest = "".join((*kept, text[at:])).strip()
    return rest or text


def behind_a_tag(text: str) -> str:
    """What follows a pair of tags of any other name than HTML has, with which a reply begins; empty if it does not.

    It may be a thought of a form that is not known: whoever asks decides by whether an answer follows.
    """
    match = _LEADING.match(text)
    if match is None or match["tag"].casefold() in _HTML:
        return ""
    return text[match.end() :].strip()


def boxed(text: str) -> str | None:
    """What the last `\\boxed{…}` holds, braces in it included; `None` if there is none that ends."""
    for start in reversed([match.end() for match in _BOXED.finditer(text)][-20:]):
        depth = 1
        for place in range(start, min(len(text), start + 2000)):
            depth += {"{": 1, "}": -1}.get(text[place], 0) if text[place - 1] != "\\" else 0
            if depth == 0:
                return text[start:place].strip() or None
    return None


def as_text(value: Json) -> str:
    """A value as a person writes it."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str | int | float) for item in value):
        return ", ".join(as_text(item) for item in value)
    return json.dumps(value, ensure_ascii=False)


def same(left: Json, right: Json) -> bool:
    """Whether two values say the same: keys in any order, numbers by value, texts without regard to case and spaces."""
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, str) and isinstance(right, str):
        return " ".join(left.casefold().split()) == " ".join(right.casefold().split())
    return type(left) is type(right) and left == right if _is_flag(left, right) else left == right


def _is_flag(left: Json, right: Json) -> bool:
    return isinstance(left, bool) or isinstance(right, bool)


def _scored(value: dict[str, Json], labels: Sequence[str]) -> str | None:
    """The label with the highest number, if each key is a label with a number."""
    known = {_plain(label): label for label in labels}
    scores = {
        known[_plain(name)]: score
        for name, inside in value.items()
        if _plain(name) in known and (score := _number(inside)) is not None
    }
    if len(scores) < 2 or len(scores) != len(value):
        return None
    best = max(scores.values())
    highest = [label for label, score in scores.items() if score == best]
    return highest[0] if len(highest) == 1 else None


def _number(value: Json) -> float | None:
    """A number, or a share as people write it ("90 %")."""
    if isinstance(value, int | float):
        return float(value)
    match = _PERCENT.fullmatch(value) if isinstance(value, str) else None
    return float(match[1].replace(",", ".")) if match else None


def _literal(text: str) -> Json:
    """A Python literal, as models write where JSON was asked for."""
    if len(text) > _LONGEST_LITERAL:
        return None
    try:
        value: Json = ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError, TypeError):
        return None
    return value if isinstance(value, dict | list) and _is_json(value) else None


def _is_json(value: object) -> bool:
    if isinstance(value, dict):
        return all(isinstance(key, str) and _is_json(inside) for key, inside in value.items())
    if isinstance(value, list):
        return all(map(_is_json, value))
    return value is None or isinstance(value, str | int | float)


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").replace("-", " ").split())
