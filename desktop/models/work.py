"""What the session of the window is busy with."""

from enum import StrEnum


class Work(StrEnum):
    """What is going on."""

    NOTHING = "nothing"
    ESTIMATING = "estimating"
    STARTING = "starting"
    RUNNING = "running"
    STOPPING = "stopping"
    CERTIFYING = "certifying"
    WEIGHING = "weighing"
