"""A candidate: a prompt with its place in the trajectory."""

from dataclasses import dataclass

from core.domain.prompt import Prompt


@dataclass(frozen=True, slots=True)
class Draft:
    """A prompt that a method proposes, before the lab has given it a name.

    `parents` are ids of candidates; `operator` names the step that made it ("generate", "edit", "merge", …).
    """

    prompt: Prompt
    parents: tuple[str, ...] = ()
    operator: str = "seed"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A node of the trajectory tree, which is a DAG: a merge has several parents. Ids are `c0`, `c1`, … in order."""

    id: str
    prompt: Prompt
    parents: tuple[str, ...]
    operator: str
    round: int

    @property
    def is_seed(self) -> bool:
        """Whether the person wrote it."""
        return not self.parents and self.operator == "seed"
