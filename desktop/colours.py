"""Colours by meaning, light and dark. Nothing else in the window names a colour.

Widgets that paint themselves ask `colours()` at paint time and repaint on `QEvent.PaletteChange`, which Qt sends to
every widget when the theme changes.
"""

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by what they mean, as `#rrggbb`. `score` runs from the worst to the best of a run, in one hue, so that it
    reads without colour vision; texts have a contrast of at least 4.5 to 1, those of what is disabled (`text_off`) and
    those upon a score (`ink_light`, `ink_dark`) too."""

    dark: bool
    window: str
    surface: str
    sunken: str
    hover: str
    line: str
    line_strong: str
    text: str
    text_soft: str
    text_off: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    inserted: str
    inserted_soft: str
    deleted: str
    deleted_soft: str
    moved: str
    moved_soft: str
    winner: str
    ink_light: str
    ink_dark: str
    score: tuple[str, ...]

    def score_colour(self, place: float) -> QColor:
        """The colour of a score at `place` 0…1 between the worst and the best of the run."""
        last = len(self.score) - 1
        at = min(max(place, 0.0), 1.0) * last
        low = min(int(at), last - 1)
        first, second = QColor(self.score[low]), QColor(self.score[low + 1])
        share = at - low
        return QColor.fromRgbF(
            first.redF() + (second.redF() - first.redF()) * share,
            first.greenF() + (second.greenF() - first.greenF()) * share,
            first.blueF() + (second.blueF() - first.blueF()) * share,
        )


LIGHT = Colours(
    dark=False,
    window="#f2f5f4",
    surface="#ffffff",
    sunken="#e8eeec",
    hover="#e1e9e6",
    line="#d6dfdc",
    line_strong="#aebbb7",
    text="#14211f",
    text_soft="#51605c",
    text_off="#5c6b67",
    accent="#0b6b64",
    accent_hover="#095751",
    on_accent="#ffffff",
    accent_soft="#d9ecea",
    good="#1b7440",
    good_soft="#dcf1e3",
    warn="#8a5700",
    warn_soft="#fbeed3",
    bad="#b3291f",
    bad_soft="#fbe4e1",
    inserted="#0d5a34",
    inserted_soft="#d3f0de",
    deleted="#96241b",
    deleted_soft="#fbdfdb",
    moved="#234f96",
    moved_soft="#dfe8f9",
    winner="#c07a00",
    ink_light="#ffffff",
    ink_dark="#000000",
    score=("#c4cdca", "#93beb8", "#55a097", "#1c7d74", "#07504a"),
)

DARK = Colours(
    dark=True,
    window="#101615",
    surface="#171f1d",
    sunken="#0b100f",
    hover="#22302d",
    line="#293633",
    line_strong="#4c5d59",
    text="#e3ebe8",
    text_soft="#9eada9",
    text_off="#8a9995",
    accent="#52c5b6",
    accent_hover="#74d8ca",
    on_accent="#05201d",
    accent_soft="#163430",
    good="#6ccd8c",
    good_soft="#15301f",
    warn="#e5b547",
    warn_soft="#332813",
    bad="#ff8f80",
    bad_soft="#3b1d1a",
    inserted="#92e7b4",
    inserted_soft="#143a28",
    deleted="#ffb3a8",
    deleted_soft="#46211d",
    moved="#afc8ff",
    moved_soft="#1f2f4f",
    winner="#f2c14e",
    ink_light="#ffffff",
    ink_dark="#000000",
    score=("#3d4946", "#3f6f69", "#489a90", "#62c8b9", "#aef3e6"),
)

_current = LIGHT


def colours() -> Colours:
    """The colours in use right now."""
    return _current


def colour(value: str, alpha: float = 1.0) -> QColor:
    """A `QColor` of a theme colour, optionally translucent."""
    made = QColor(value)
    made.setAlphaF(alpha)
    return made


def use(wanted: Colours) -> None:
    """Draw with these from now on."""
    global _current  # noqa: PLW0603 - an application has one set of colours at a time
    _current = wanted
