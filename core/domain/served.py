"""What was found of a model on a server when a run began: it belongs to the run, and never says where the server is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Served:
    """A model on a server. `answers` are its replies to some fixed questions: by them it is recognized again.

    `named`: the name that its replies carry. `counted`: it says how many tokens a text has; elsewhere that is an
    estimate. `logprobs`: how many alternatives a reply can show per token. `weighs`: it says how likely any token is
    after any other, so that labels can be compared. `grammar`: replies can be held to GBNF, `json_schema` to a schema.
    `seeded`: the same seed gave the same reply twice. `prefix_cached`: what prompts share is computed once. `parallel`:
    requests at a time beyond which it gets no faster. `streams`: it sends a reply in pieces while it writes it. What
    could not be tried in time is `None`. `parameters` and `context` are 0 where it does not say.
    """

    dialect: str
    shape: str
    named: str
    answers: tuple[str, ...] = ()
    context: int = 0
    parameters: int = 0
    quantization: str = ""
    counted: bool = False
    logprobs: int | None = None
    weighs: bool | None = None
    grammar: bool | None = None
    json_schema: bool | None = None
    seeded: bool | None = None
    prefix_cached: bool | None = None
    embeds: bool | None = None
    parallel: int = 1
    streams: bool | None = None


def same_model(before: Served, after: Served) -> bool:
    """Whether both answer as one model does. A server that computes several requests at once rounds differently each
    time, so of the replies most have to be the same, not all."""
    if not before.answers or not after.answers:
        return before.named == after.named
    same = sum(one == other for one, other in zip(before.answers, after.answers, strict=False))
    return 2 * same > min(len(before.answers), len(after.answers))
