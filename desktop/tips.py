"""Tooltips that show a text as it is."""


def as_plain_tip(text: str, limit: int = 1200) -> str:
    """Tooltips guess whether a text is HTML, so it is escaped and wrapped. Nothing stays nothing, and hides the tip."""
    if not text:
        return ""
    shown = text if len(text) <= limit else text[:limit] + "…"
    escaped = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p style='white-space:pre-wrap'>{escaped}</p>"
