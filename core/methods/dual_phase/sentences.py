"""A prompt as the arms of a bandit: its sentences, each with a weight that grows by what rewriting it earned."""

import random
from collections.abc import Collection
from dataclasses import dataclass

from core.domain.prompt import Prompt
from core.domain.units import Unit, editable, replaced, split
from core.methods.dual_phase.bandit import Draw, chances, draw, grown


@dataclass(frozen=True, slots=True)
class Sentences:
    """The units of a prompt, and the weights of those that may be rewritten, by place."""

    units: tuple[Unit, ...]
    weights: dict[int, float]

    @classmethod
    def of(cls, prompt: Prompt) -> "Sentences":
        """Every sentence weighs 1."""
        units = split(prompt)
        return cls(units, dict.fromkeys(editable(units), 1.0))

    def draw(self, rng: random.Random, resting: Collection[int], mixing: float) -> Draw | None:
        """A sentence that does not rest, by its weight, or `None` if all do."""
        awake = {place: weight for place, weight in self.weights.items() if place not in resting}
        return draw(rng, awake, mixing)

    def all_rest(self, resting: Collection[int]) -> bool:
        """Whether there is nothing left to draw."""
        return self.weights.keys() <= set(resting)

    def rewritten(self, drawn: Draw, text: str, reward: float, rate: float) -> "Sentences":
        """With another text in the place that was drawn, and the weight that this earned. The place stays one unit.

        The n of Eq. 9 are the sentences that the chance was shared among: those that did not rest.
        """
        weight = grown(self.weights[drawn.arm], reward, drawn.chance, drawn.of, rate)
        return Sentences(replaced(self.units, drawn.arm, text), {**self.weights, drawn.arm: weight})

    def table(self, mixing: float) -> dict[str, list[str]]:
        """Every unit with its weight and chance as text, for a note; both are empty for what may not be rewritten."""
        by_place = chances(self.weights, mixing)
        places = range(len(self.units))
        return {
            "sentences": [unit.text for unit in self.units],
            "weights": [f"{self.weights[place]:.4f}" if place in self.weights else "" for place in places],
            "chances": [f"{by_place[place]:.4f}" if place in by_place else "" for place in places],
        }
