"""The sealed test of a finished run."""

from typing import TYPE_CHECKING

from core.domain.certificate import Certificate
from core.domain.runspec import Reading, Role
from core.engine.messages import Command, Message, handles
from core.said import Words

if TYPE_CHECKING:
    from core.engine.context import EngineContext


class Certified(Message, frozen=True, tag=True):
    """The certificate as stored in the run's folder, and its sentence."""

    certificate: Certificate
    sentence: Words


class Certify(Command[Certified], frozen=True, tag=True):
    """Open the sealed test for a finished run, once.

    Answers are read as in the run, unless another `reading` is named; the certificate's sentence says how.
    """

    run_folder: str
    task_folder: str
    models: dict[Role, str]
    reading: Reading | None = None


@handles(Certify)
def _certify(command: Certify, context: "EngineContext") -> Certified:
    from core.engine.certify import certify

    certificate = certify(command, context)
    return Certified(certificate, certificate.sentence)
