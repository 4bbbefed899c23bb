"""Pictures of a certificate and of what became of the rows, as coordinates for a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.domain.certificate import Certificate
from core.figures import percent, points
from core.report.compare import RowComparison
from core.said import Said, as_said

_WIDTH, _LEFT, _RIGHT, _LINE, _AXIS, _GAP = 860.0, 150.0, 210.0, 34.0, 26.0, 16.0


@dataclass(frozen=True, slots=True)
class IntervalLine:
    """A value with its interval on a line: where they are drawn, and what they are called in words."""

    name: str
    words: str
    y: float
    x: float
    low: float
    high: float
    kind: str


@dataclass(frozen=True, slots=True)
class AxisMark:
    """A line across the rows of an axis, with its label; `zero`: where nothing is gained."""

    x: float
    top: float
    bottom: float
    label: str
    zero: bool


@dataclass(frozen=True, slots=True)
class CertificatePicture:
    """Both prompts on an axis of scores, the gain on an axis of points."""

    width: float
    height: float
    words: float
    lines: tuple[IntervalLine, ...]
    marks: tuple[AxisMark, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """Part of a bar: `kind` is "fixed", "right", "wrong" or "broken"."""

    kind: str
    x: float
    width: float
    words: str


def draw_certificate(certificate: Certificate) -> CertificatePicture:
    """The picture of a certificate; values without an interval, of earlier versions, are drawn as points."""
    gain = certificate.gain
    reach = max(0.1, abs(gain.low), abs(gain.high))
    reach = -(-10 * reach // 1) / 10
    scores = [
        (as_said("Your prompt"), certificate.before, certificate.before_interval, ""),
        (as_said("The prompt found"), certificate.after, certificate.after_interval, "found"),
    ]
    tone = "gain" if gain.certified else "loss" if gain.high < 0 else "found"
    lines = [
        _line(name, value, ends or (value, value), _LINE * (number + 0.5), (0.0, 1.0), kind, signed=False)
        for number, (name, value, ends, kind) in enumerate(scores)
    ]
    second = 2 * _LINE + _AXIS + _GAP
    lines.append(
        _line(
            as_said("Gain in points"), gain.difference, (gain.low, gain.high), second + _LINE / 2, (-reach, reach), tone
        )
    )
    marks = [_mark(share / 5, (0.0, 1.0), 0.0, 2 * _LINE, f"{20 * share}") for share in range(6)]
    marks += [
        _mark(value, (-reach, reach), second, second + _LINE, points(value, 0) if value else "0")
        for value in (-reach, -reach / 2, 0.0, reach / 2, reach)
    ]
    return CertificatePicture(_WIDTH, second + _LINE + _AXIS, _WIDTH - _RIGHT + 14, tuple(lines), tuple(marks))


def draw_rows(rows: RowComparison) -> tuple[Segment, ...]:
    """What became of the rows, as parts of one bar of `WIDTH`; parts without rows are left out."""
    fixed, right, wrong, broken = map(len, (rows.fixed, rows.same_right, rows.same_wrong, rows.broken))
    counts: Sequence[tuple[str, int, str]] = (
        ("fixed", fixed, Said("{n} fixed", n=fixed)),
        ("right", right, Said("{n} stayed right", n=right)),
        ("wrong", wrong, Said("{n} stayed wrong", n=wrong)),
        ("broken", broken, Said("{n} broken", n=broken)),
    )
    segments: list[Segment] = []
    at = 0.0
    for kind, number, words in counts:
        width = round(_WIDTH * number / max(rows.n, 1), 1)
        if number:
            segments.append(Segment(kind, round(at, 1), max(width - 2, 1.0), words))
        at += width
    return tuple(segments)


def _line(
    name: str,
    value: float,
    ends: tuple[float, float],
    y: float,
    span: tuple[float, float],
    kind: str,
    *,
    signed: bool = True,
) -> IntervalLine:
    written = points if signed else percent
    words = f"{written(value)} ({written(ends[0])} … {written(ends[1])})" if ends[0] < ends[1] else written(value)
    return IntervalLine(name, words, y, _x(value, span), _x(ends[0], span), _x(ends[1], span), kind)


def _mark(value: float, span: tuple[float, float], top: float, bottom: float, label: str) -> AxisMark:
    return AxisMark(_x(value, span), top, bottom, label, value == 0 and span[0] < 0)


def _x(value: float, span: tuple[float, float]) -> float:
    inside = min(max(value, span[0]), span[1])
    return round(_LEFT + (_WIDTH - _LEFT - _RIGHT) * (inside - span[0]) / ((span[1] - span[0]) or 1.0), 1)
