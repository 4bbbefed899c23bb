"""What label bias adds to a run's best prompt, in words: always beside the prompt alone."""

from core.events import BiasFitted
from core.said import Said, joined
from core.state import RunState


def bias_words(state: RunState) -> str:
    """What label bias made of the best prompt on rows that its offsets were not learned on; empty if none was tried."""
    fitted = state.bias or state.biases.get(state.best) or next(iter(state.biases.values()), None)
    if fitted is None:
        return ""
    return _kept(state, fitted) if fitted.kept else _not_kept(fitted)


def _kept(state: RunState, fitted: BiasFitted) -> str:
    value, alone = 100 * fitted.value, 100 * _alone(state, fitted)
    if fitted.candidate == state.best:
        said = Said(
            "With label bias the best prompt scores {value} % instead of {alone} %",
            value=f"{value:.1f}",
            alone=f"{alone:.1f}",
        )
    elif state.nodes[fitted.candidate].candidate.is_seed:
        said = Said(
            "With label bias your own prompt scores {value} %, above the best prompt alone with {alone} %",
            value=f"{value:.1f}",
            alone=f"{alone:.1f}",
        )
    else:
        said = Said(
            "With label bias candidate {id} scores {value} %, above the best prompt alone with {alone} %",
            id=fitted.candidate,
            value=f"{value:.1f}",
            alone=f"{alone:.1f}",
        )
    return joined(
        Said("{said}, on {n} validation rows.", said=said, n=fitted.n),
        _compared(fitted),
        Said("Offsets: {offsets}.", offsets=fitted.bias.words),
    )


def _not_kept(fitted: BiasFitted) -> str:
    return Said(
        "Label bias was tried and makes nothing better: {fitted} % with it, {alone} % without, on {n} validation rows.",
        fitted=f"{100 * fitted.value:.1f}",
        alone=f"{100 * fitted.alone:.1f}",
        n=fitted.n,
    )


def _compared(fitted: BiasFitted) -> str:
    if fitted.compared is None:
        return ""
    return Said("Comparing its labels without offsets gives {compared} %.", compared=f"{100 * fitted.compared:.1f}")


def _alone(state: RunState, fitted: BiasFitted) -> float:
    """The best prompt's own score on the same rows."""
    found = state.biases.get(state.best)
    return found.alone if found is not None else fitted.alone
