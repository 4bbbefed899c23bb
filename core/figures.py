"""Figures as people read them: shares, differences, sizes and lengths of time, alike wherever they stand."""


def percent(share: float, digits: int = 1) -> str:
    """A share of 0…1 as a percentage, without the sign."""
    return f"{100 * share:.{digits}f}"


def points(difference: float, digits: int = 1) -> str:
    """A difference of shares in percentage points, with its sign."""
    return f"{100 * difference:+.{digits}f}".replace("-", "−")


def size(count: int) -> str:
    """Bytes as MB, or as GB from there on, of 1,024 each."""
    return f"{count / (1 << 30):.1f} GB" if count >= 1 << 30 else f"{count / (1 << 20):.0f} MB"


def parameters(number: int) -> str:
    """How large a model is: 4.9 M, 7.2 B."""
    return f"{number / 1e9:.1f} B" if number >= 1_000_000_000 else f"{number / 1e6:.1f} M"


def duration(seconds: float) -> str:
    """An estimated length of time, in one unit."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def measured_duration(seconds: float) -> str:
    """A length of time that was measured, in two units at most."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{seconds:.1f} s"
