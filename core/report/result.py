"""From a run's state to its result."""

from dataclasses import replace

from core.domain.example import Split
from core.domain.runresult import BiasResult, PromptResult, RunResult
from core.domain.runspec import Role
from core.state import INTERRUPTED, Node, RunState


def summarize(run: str, state: RunState, seconds: float) -> RunResult:
    """The result of a run as far as it got; `seconds` of work in all its sessions.

    Raises `ValueError` for a log without its first event.
    """
    spec = state.spec
    if spec is None:
        raise ValueError("a run without its first event has no result")
    model = spec.models.get(Role.TASK)
    return RunResult(
        run=run,
        method=spec.method,
        model=model.name if model else "",
        seed_prompt=_own(state),
        best=_best(state),
        calls=state.spend.calls,
        tokens=state.spend.tokens,
        seconds=round(seconds, 3),
        ended=state.ended.outcome if state.ended else INTERRUPTED,
        model_sha256=model.sha256 if model else "",
        task=spec.task,
    )


def _own(state: RunState) -> PromptResult:
    seed = best_seed(state)
    if seed is not None:
        return replace(_scored(seed), with_bias=_biased(state, seed.candidate.id))
    prompts = state.spec.seed_prompts if state.spec is not None else ()
    return PromptResult(prompts[0].text if prompts else "")


def _best(state: RunState) -> PromptResult | None:
    if state.best not in state.nodes:
        return None
    kept = state.bias.candidate if state.bias is not None else state.best
    return replace(_scored(state.nodes[state.best]), with_bias=_biased(state, kept))


def _biased(state: RunState, candidate: str) -> BiasResult | None:
    fitted = state.biases.get(candidate)
    if fitted is None:
        return None
    return BiasResult(
        state.nodes[candidate].candidate.prompt.text,
        dict(zip(fitted.bias.labels, fitted.bias.offsets, strict=True)),
        validation=fitted.value,
        alone=fitted.alone,
        kept=fitted.kept,
        compared=fitted.compared,
    )


def best_seed(state: RunState) -> Node | None:
    """The person's own prompt that the found one is held against: the best of several, the first of equals."""
    return max(state.seeds, key=lambda node: node.card.value if node.card else -1.0, default=None)


def _scored(node: Node) -> PromptResult:
    validation, search = node.cards.get(Split.VALIDATION), node.cards.get(Split.TRAIN)
    return PromptResult(
        node.candidate.prompt.text,
        validation=validation.value if validation else None,
        search=search.value if search else None,
        demonstrations=node.candidate.prompt.demonstrations,
    )
