"""GPO: prompt optimization in analogy to gradient descent with momentum and a decaying step size.

X. Tang, X. Wang, W. X. Zhao, S. Lu, Y. Li, J.-R. Wen: Unleashing the Potential of Large Language Models as Prompt
Optimizers: Analogical Analysis with Gradient-based Model Optimizers. AAAI 2025, arXiv 2402.17564.

    H = [(p0, score(p0))]                     history: the winner of every step, the current prompt last
    for t in 1 … T:
        B      = budget(t)                    learning rate: words that may change, decaying along a cosine
        tried  = the k-1 prompts of H most similar to the current one, most similar last, then the current one
        meta   = tried with scores + examples + "change at most B words"                        (core.methods.wordings)
        C      = N independent replies to meta, as prompts; unusable ones are asked for once more
        winner = best of C that never won before, even if it is worse than the current prompt
                 (a proposal that has lost is not scored to its end: core.lab.race; the preset `faithful` drops
                 only what cannot win any more, so that the winner is the same)
        H     += winner; the winner is the current prompt             (none is new: the current prompt stays)
                 (hardened: only if it is not worse, so that the walk goes on from the best; C holds edits of its worked
                 examples, if it has any, and half of the replies go without them: core.methods.shared.edits)
    the final choice among everything scored is the lab's

The rest of the paper's design space: `tried` by recency, by importance (the best of H), as a running summary of two
prompts into one, or none; and a reflection on the errors in a batch of training rows, shown in meta. Each lost.

Where the paper is silent or its code differs: `tried` is in the paper's order (`HistoryOrder`), the start prompt counts
as a former winner, replies are checked and asked for once more where they are no prompts, and the search may stop on a
plateau. Similarity is that of character n-grams unless an embedder is given, where the paper has a sentence encoder:
to follow it, choose one. The steps are 18, where the authors' code has three eighths of the number of training rows. By
importance the current prompt is shown even if it is not among the best.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from core.domain.candidate import Draft
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule, ParamValue, Racing
from core.domain.scoring import Scored
from core.domain.search import PLAIN, SearchSettings
from core.lab.lab import Lab
from core.lab.proposing.replies import word_distance
from core.methods.base import Preset, param
from core.methods.gpo.edit_budget import Variation, budget
from core.methods.gpo.momentum import Momentum, retrieve
from core.methods.gpo.prompts import GpoMetaPrompt, HistoryOrder
from core.methods.gpo.side_questions import GpoReflection, Merging
from core.methods.shared.edits import edits, most_edits, with_and_without
from core.methods.shared.examples import draw_outside, failing, scored_rows
from core.methods.shared.stopping import on_plateau, raised
from core.methods.shared.wording import Wording, settled

name = "gpo"
title = "GPO"
summary = (
    "Shows the optimizer the most similar earlier prompts with their scores, and lets it change fewer and fewer words."
)
paper = (
    "Tang et al.: Unleashing the Potential of Large Language Models as Prompt Optimizers. AAAI 2025, arXiv 2402.17564"
)
caveats = "The paper’s gains are relative and the largest of many; its text and its code differ in places."


class Refinement(StrEnum):
    """Whether the optimizer writes a new prompt or revises the current one."""

    GENERATE = "generate"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class Params:
    """The defaults are the preset `hardened`."""

    steps: int = param(8, "Steps", about="How often the current prompt is replaced.", low=1, high=500)
    proposals: int = param(4, "Proposals per step", about="New prompts asked for in each step.", low=1, high=64)
    trajectory: int = param(
        3, "Prompts shown", about="Tried prompts in the question, with the current.", low=1, high=20
    )
    momentum: Momentum = param(
        Momentum.RELEVANCE, "Momentum", about="Earlier prompts shown: the most similar, newest, best."
    )
    reflection: bool = param(False, "Reflection", about="Ask first why the prompt fails. It lost in the paper.")
    show_scores: bool = param(True, "Show scores", about="Beside each prompt (full wording).", advanced=True)
    refinement: Refinement = param(Refinement.GENERATE, "Refinement", about="Write anew, or edit the current prompt.")
    variation: Variation = param(Variation.COSINE, "Edit budget", about="How the words that may change develop.")
    first_budget: int = param(
        0, "First budget", about="Words; 0: 30, or the start prompt's if longer.", low=0, high=5000
    )
    last_budget: int = param(0, "Last budget", about="Words; 0: a fifth of the first, at least 5.", low=0, high=5000)
    warm_up: int = param(0, "Warm-up steps", about="Steps until the budget is full; 0: off.", low=0, advanced=True)
    examples: int = param(3, "Examples shown", about="Training rows in the question, drawn once.", low=0, high=20)
    order: HistoryOrder = param(
        HistoryOrder.PAPER, "Order", about="Current prompt last (paper) or first (code).", advanced=True
    )
    enforce_budget: bool = param(True, "Enforce the budget", about="Refuse what changes more words.", advanced=True)
    elitist: bool = param(True, "Return to the best", about="After a winner that is worse than the current prompt.")


_FAITHFUL: dict[str, ParamValue] = {
    "steps": 18,
    "proposals": 8,
    "first_budget": 50,
    "last_budget": 10,
    "enforce_budget": False,
    "elitist": False,
}


_PLAIN = {**PLAIN, "split": "validation", "rows": 0}


def _imitation(of: str, switches: dict[str, ParamValue]) -> Preset:
    """A row of the paper's Table 4: GPO's loop with another method's five switches. It is not that method."""
    said = f"GPO imitating {of} (the paper's Table 4), not {of} itself"
    return Preset(said, {**_FAITHFUL, **switches}, FinalRule.SEARCH_SCORE, Racing.EXACT, _PLAIN)


_BARE: dict[str, ParamValue] = {"show_scores": False, "momentum": "none", "variation": "none"}
PRESETS = {
    "hardened": Preset("Hardened for small local models"),
    "faithful": Preset("As in the paper", _FAITHFUL, FinalRule.SEARCH_SCORE, Racing.EXACT, _PLAIN),
    "like_ape": _imitation("APE", _BARE),
    "like_apo": _imitation("APO", {**_BARE, "reflection": True, "refinement": "edit"}),
    "like_opro": _imitation("OPRO", {"momentum": "recency", "variation": "none"}),
    "like_pe2": _imitation("PE2", {"reflection": True, "momentum": "recency", "variation": "fixed"}),
    "like_sgdm": _imitation("SGDM", {"momentum": "summary", "variation": "none", "refinement": "edit"}),
}

BATCH = 8
"""Training rows per step on which a reflection looks for errors."""


def optimize(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    """Walk from the best of `seeds`, as in the pseudo-code above."""
    score = partial(lab.score, on=lab.settings.split.as_split, rows=lab.settings.rows)
    race = partial(lab.race, on=lab.settings.split.as_split, rows=lab.settings.rows)
    history = score(list(dict.fromkeys(seeds)))
    current = choose(history)
    assert current is not None, "a run has at least one seed prompt"
    bests, repetitive, temperature = [current.value], [False], lab.settings.temperature
    first, last = limits(params, current.candidate.prompt)
    blank = _prepare(lab, current, params)
    past = history
    for t in lab.rounds(params.steps):
        words = budget(t, params.steps, params.variation, first, last, params.warm_up)
        if params.momentum is Momentum.SUMMARY and len(history) > 1:
            past = summarized(lab, past, current, blank, score)
        near = retrieve(past, current, params.trajectory, params.momentum, lab.similarity)
        tried = params.order.of([scored for scored, _ in near], current)
        why = reflected(lab, t, current, blank) if params.reflection else ""
        meta = replace(blank, tried=tried, current=current, budget=words, weaknesses=why)
        meta = meta.fitting(lab)
        most_changed = words if words and params.enforce_budget else math.inf
        proposals = lab.propose(meta.question(temperature, most_changed), params.proposals)
        drafts = [*with_and_without(lab, proposals, seeds[0]), *edits(lab, current.candidate)]
        pool = race(drafts, barred={scored.candidate.id for scored in history})
        winner = choose(pool, history)
        _note(lab, meta, near, pool, winner, temperature)
        if winner is not None:
            history.append(winner)
            current = winner if not params.elitist or winner.value >= current.value else current
        bests.append(max([bests[-1], *(scored.value for scored in pool)]))
        if lab.settings.stop_early and on_plateau(bests, params.steps):
            return
        repetitive.append(2 * proposals.repeats > params.proposals)
        if lab.settings.raise_temperature and all(repetitive[-2:]):
            temperature, repetitive = raised(temperature), [False]


def most_calls(params: Params, search: SearchSettings, *, train: int, validation: int, seeds: int) -> int:
    """Every proposal is asked for twice, is new, and is scored; so is every summary, asked for once, and every edit."""
    rows = scored_rows(search, train=train, validation=validation)
    side = (1 + BATCH) * params.reflection + (1 + rows) * (params.momentum is Momentum.SUMMARY)
    step = params.proposals * (2 + rows) + most_edits(search) * rows
    return seeds * rows + params.steps * (step + side)


def limits(params: Params, start: Prompt) -> tuple[int, int]:
    """First and last edit budget in words; those left at 0 follow the start prompt's length."""
    first = params.first_budget or max(30, start.words)
    return first, params.last_budget or max(5, first // 5)


def choose(pool: Sequence[Scored], won: Sequence[Scored] = ()) -> Scored | None:
    """The best of the pool that never won, though the current prompt may be better; ties: fewer words, then first."""
    former = {scored.candidate.id for scored in won}
    fresh = [scored for scored in pool if scored.candidate.id not in former]
    return max(fresh, key=lambda scored: (scored.standing, -scored.candidate.prompt.words), default=None)


def reflected(lab: Lab, t: int, current: Scored, blank: GpoMetaPrompt) -> str:
    """What is weak in the current prompt, says the optimizer, given its errors on this step's batch of training rows.

    The batches come in order, the same ones in each epoch, as in the authors' code. Empty if there are no errors.
    """
    rows, tokens = minibatch(lab.rows(Split.TRAIN), t), lab.settings.max_tokens
    answered = [verdict for block in lab.probe(current.candidate, set(rows), on=Split.TRAIN) for verdict in block]
    failed = {verdict.row: verdict for verdict in failing(answered)}
    errors = tuple((rows[row], verdict) for row, verdict in failed.items())
    if not errors:
        return ""
    asked = GpoReflection(lab.task, current.candidate.prompt, errors, blank.compact).fitting(lab, tokens)
    (reply,) = lab.ask(asked.text, temperature=0.0, max_tokens=tokens, grammar=asked.form, purpose="reflect")
    said = asked.read(reply)
    lab.note("gpo.reflection", current=current.candidate.id, errors=[str(row) for row in failed], said=said)
    return said


def summarized(
    lab: Lab,
    past: Sequence[Scored],
    current: Scored,
    blank: GpoMetaPrompt,
    score: Callable[[Sequence[Draft]], list[Scored]],
) -> list[Scored]:
    """The past in one prompt: the summary so far (at first the oldest prompt), merged with the current one."""
    old = past[0]
    if old.candidate.id == current.candidate.id:
        return list(past)
    merging = Merging(old, current, blank.compact)
    drafts = list(lab.propose(merging.question(), 1))
    made = score(drafts)[0] if drafts else old
    lab.note("gpo.summary", of=[old.candidate.id, current.candidate.id], summary=made.candidate.id)
    return [made]


def minibatch(rows: Sequence[Example], t: int) -> dict[int, Example]:
    """The rows of step `t` by number, in order and over again; a rest of less than half a batch is left out."""
    batches = max(1, (len(rows) + BATCH // 2) // BATCH)
    start = (t - 1) % batches * BATCH
    return {example.row: example for example in rows[start : start + BATCH]}


def _prepare(lab: Lab, current: Scored, params: Params) -> GpoMetaPrompt:
    """What stays the same in every step: the wording and the examples."""
    shown = draw_outside(lab, current, params.examples)
    wording = settled(lab)
    rows = [str(example.row) for example in shown]
    lab.note("gpo.run", similarity=lab.similarity.name, wording=wording.value, examples=rows)
    editing = params.refinement is Refinement.EDIT
    compact, scores = wording is Wording.COMPACT, params.show_scores
    return GpoMetaPrompt(lab.task, (current,), current, shown, editing=editing, compact=compact, scores=scores)


def _note(
    lab: Lab,
    meta: GpoMetaPrompt,
    near: Sequence[tuple[Scored, float]],
    pool: Sequence[Scored],
    winner: Scored | None,
    temperature: float,
) -> None:
    """The step in GPO's own terms; `distances` are the words that each proposal really changed, beside the budget."""
    lab.note(
        "gpo.step",
        budget=meta.budget or 0,
        current=meta.current.candidate.id,
        retrieved=[scored.candidate.id for scored, _ in near if scored in meta.tried],
        similarity=[f"{alike:.3f}" for scored, alike in near if scored in meta.tried],
        proposals=[scored.candidate.id for scored in pool],
        distances=[str(word_distance(meta.current.text, scored.text)) for scored in pool],
        winner=winner.candidate.id if winner else "",
        temperature=temperature,
    )
