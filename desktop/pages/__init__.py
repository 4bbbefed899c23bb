"""The pages of the window. A new page costs its folder and its name in `NAMES`.

The folder's `spec.py` says what the page is called, which icon, actions and shortcuts it has, and how something is
opened on it (`PageSpec`); main window, sidebar, menus, palette, shortcuts and tests derive from that.
"""

NAMES = (
    "home",
    "new_run",
    "run",
    "certificate",
    "datasets",
    "models",
    "compare",
    "playground",
    "history",
    "log",
    "connections",
    "settings",
    "help",
)
"""Every page, in the order of the sidebar: the first nine are reached by Ctrl+1 to Ctrl+9."""
