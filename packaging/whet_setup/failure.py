"""The one error of the setup: a sentence that says what happened, what was kept, and what to do."""


class SetupError(Exception):
    """The setup cannot go on. Its text is shown to the person as it is; exit code 1."""
