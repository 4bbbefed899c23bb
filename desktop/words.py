"""Numbers and names as people read them."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def count(number: int) -> str:
    """With thin spaces between thousands."""
    return f"{number:,}".replace(",", "\u202f")


def short_count(number: int) -> str:
    """In at most five characters: 950, 12.3 k, 4.6 M."""
    if number < 10_000:
        return count(number)
    if number < 1_000_000:
        return f"{number / 1000:.1f} k" if number < 100_000 else f"{number / 1000:.0f} k"
    return f"{number / 1_000_000:.1f} M"


def duration(seconds: float) -> str:
    """As hours, minutes and seconds, two of them at most."""
    whole = round(seconds)
    if whole < 60:
        return translate("Words", "{s} s").format(s=whole)
    if whole < 3600:
        return translate("Words", "{m} min {s} s").format(m=whole // 60, s=whole % 60)
    return translate("Words", "{h} h {m} min").format(h=whole // 3600, m=whole % 3600 // 60)


def listed(parts: Iterable[str]) -> str:
    """One after the other, with the language's own commas; what is empty is left out."""
    comma = translate("Words", ", ")
    return f"{comma}".join(filter(None, parts))


def titled(title: str, text: str) -> str:
    """A title and what it is about, with the language's own colon."""
    return translate("Words", "{title}: {text}").format(title=title, text=text)


def without_mnemonic(text: str) -> str:
    """The words of an action, without the mark of its letter: "Run" for "&Run", "运行" for "运行(&R)"."""
    head, mark, tail = text.partition("(&")
    return head + tail[2:] if mark else text.replace("&", "")


def rough_duration(seconds: float) -> str:
    """What an estimate can say: steps of five seconds below a minute, whole minutes, steps of ten from an hour on."""
    if seconds < 57.5:
        return duration(max(5 * round(seconds / 5), 1))
    minutes = max(round(seconds / 60), 1)
    if minutes < 60:
        return translate("Words", "{m} min").format(m=minutes)
    return duration(600 * round(seconds / 600))


def p_value(value: float) -> str:
    """A p-value, alike wherever it stands: three decimals, and no claim below them."""
    return f"{value:.3f}" if value >= 0.001 else "< 0.001"


def time_left(least: float | None, most: float | None) -> str:
    """How long something may still take, in words; empty while nobody knows."""
    if most is None:
        return ""
    first, last = rough_duration(least if least is not None else most), rough_duration(most)
    if first == last:
        return translate("Words", "about {t} left").format(t=last)
    return translate("Words", "{least} to {most} left").format(least=first, most=last)


def percent(value: float) -> str:
    """A share of 0…1 as the number that people read as a score, without the sign."""
    return f"{100 * value:.1f}"


def file_size(size: int) -> str:
    """In the unit that fits, of 1,024 each: the same names as in everything the engine says."""
    if size < 1024:
        return f"{size} B"
    value = size / 1024
    for unit in ("KB", "MB"):
        if value < 1024:
            return f"{value:.1f} {unit}"
        value /= 1024
    return f"{value:.1f} GB"


def parameters(number: int) -> str:
    """A model's size: 4.9 M, 7.2 B."""
    if number >= 1_000_000_000:
        return f"{number / 1e9:.1f} B"
    return f"{number / 1e6:.1f} M"
