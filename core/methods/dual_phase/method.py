"""Dual-Phase: a long prompt drafted from solved examples, then improved one sentence at a time.

M. Yang, M. Li, Y. Li, Z. Chen, C. Gao, J. Zhang, Y. Li, F. Feng: Dual-Phase Accelerated Prompt Optimization. Findings
of EMNLP 2024, arXiv 2406.13443. Its authors published no code. The formulas below, and above all their constants, come
from a third-party port that cites the paper's equations: they were not checked against the paper.

    phase one:  p = LLM(solved examples), an instruction sheet; it competes with other drafts and the person's prompt
    phase two:  cut p into sentences s_1 … s_n, each with a weight w_i = 1
    for step in 1 … T:
        F = the rows of V that p gets wrong                                          none: stop
        until a rewrite is accepted, in `attempts` questions at most:                none: stop
            i  ~ exp(w_i) / Σ_j exp(w_j)                  (Eq. 5)                    headings are never drawn
            s' = LLM(p, s_i, F);  p' = p with s' for s_i
            acc(p', F) ≥ h_f                              (Eq. 7, quick gate)        else the same i, `tries` times
            acc(p', V) - acc(p, V) ≥ h_v                  (Eq. 8, full gate)         else another i
            r   = α acc(p', V) + (1 - α) acc(p', F)
            w_i = w_i exp(μ r / (P(i) n));  p = p'        (Eq. 9)

Our decisions: rules cut the prompt, not a model; an unusable rewrite counts as an attempt; a rewrite keeps its place
and weight even if it has two sentences; a sentence that failed rests until all have failed; the gates read means of
scores where answers are graded. With the published μ the choice stays almost uniform: the weights tell what happened,
not what matters. Without training rows to show there is no phase one; where guarded gates could pass nothing, the
search stops. Hardened besides: the worked examples that the search began with are edited in every step.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.domain.candidate import Draft
from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule, Racing
from core.domain.scoring import Scored, Verdict
from core.domain.search import PLAIN, SearchSettings
from core.domain.task import AnswerKind
from core.domain.units import text_at
from core.lab.final import ranked
from core.lab.lab import Lab, Proposal
from core.lab.proposing.question import Proposals
from core.methods.base import Preset, param
from core.methods.dual_phase.bandit import Draw
from core.methods.dual_phase.gates import LEAST_GAIN, FullGate, Reward, probe_gate
from core.methods.dual_phase.prompts import LineQuestion, SheetQuestion, answer_places
from core.methods.dual_phase.sentences import Sentences
from core.methods.shared.edits import edits, most_edits
from core.methods.shared.examples import draw_varied, failed_rows, failing, scored_rows
from core.methods.shared.wording import Wording, settled

name = "dual_phase"
title = "Dual-Phase"
summary = (
    "Drafts a long prompt from solved examples, then rewrites one sentence at a time where answers fail. "
    "The paper's constants are known from a third-party port only."
)
paper = "Yang et al.: Dual-Phase Accelerated Prompt Optimization. Findings of EMNLP 2024, arXiv 2406.13443"
caveats = "Its authors published no code; with the constants known from a port, the weights of sentences hardly steer."


@dataclass(frozen=True, slots=True)
class Params:
    """The defaults are the preset `hardened`."""

    steps: int = param(4, "Steps", about="Sentences replaced at most; the paper: fewer than five.", low=0, high=500)
    sheets: int = param(3, "Drafts", about="Prompts drafted in phase one; 0: no phase one.", low=0, high=64)
    examples: int = param(4, "Examples shown", about="Solved training rows in phase one.", low=0, high=20)
    own_competes: bool = param(True, "Your prompt competes", about="Phase two starts from it if no draft is better.")
    attempts: int = param(8, "Attempts per step", about="Questions for a better sentence.", low=1, high=100)
    rewrites: int = param(2, "Rewrites per attempt", about="Replies to one question.", low=1, high=16)
    tries: int = param(3, "Tries per sentence", about="Then another is drawn; 0: no limit.", low=0, high=100)
    failures: int = param(5, "Failures shown", about="In each question; 0: all that fit.", low=0, high=100)
    quick_gate: float = param(0.3, "Quick gate", about="Least gain on failed rows (from a port).", low=0.0, high=1.0)
    full_gate: float = param(0.1, "Full gate", about="Least gain on all rows (from a port).", low=0.0, high=1.0)
    guarded: bool = param(True, "Guarded gates", about="Less near the top, two rows at least, no mere chance.")
    rate: float = param(0.5, "Learning rate", about="Of weights. The port's 0.055 hardly acts.", low=0.0, high=10.0)
    share: float = param(0.4, "Share of all rows", about="In the reward.", low=0.0, high=1.0, advanced=True)
    reward: Reward = param(Reward.GAIN, "Reward", about="The gain, or (the port) the accuracy.", advanced=True)
    mixing: float = param(0.1, "Even share", about="Of the draw, for all alike.", low=0.0, high=1.0, advanced=True)


PRESETS = {
    "hardened": Preset("Hardened for small local models", search={"max_tokens": 600}),
    "faithful": Preset(
        "As in the paper, as far as known",
        {
            "sheets": 1,
            "own_competes": False,
            "attempts": 10,
            "rewrites": 1,
            "tries": 0,
            "failures": 0,
            "guarded": False,
            "rate": 0.055,
            "reward": "accuracy",
            "mixing": 0.0,
        },
        FinalRule.SEARCH_SCORE,
        Racing.EXACT,
        {**PLAIN, "split": "validation", "rows": 0, "temperature": 0.7, "max_tokens": 600},
    ),
}

_LEAST_FAILED = 4
"""With fewer failed rows a guarded quick gate would decide by one or two of them: it is left out."""

_HOTTEST = 1.0
_FORMS_THAT_SHOW = (AnswerKind.LABEL, AnswerKind.CHOICE, AnswerKind.NUMBER)
"""Kinds of answers whose form is right wherever they could be read."""


def optimize(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    """Both phases, as in the pseudo-code above."""
    search = DualPhaseSearch(lab, params)
    current = search.phase_one(seeds)
    sentences = Sentences.of(current.candidate.prompt)
    for _ in lab.rounds(params.steps):
        failed = failing(current.card.verdicts)
        lab.note("dual_phase.step", current=current.candidate.id, failed=len(failed), **sentences.table(params.mixing))
        better = search.phase_two_step(current, sentences, failed) if failed else None
        edited = search.edited(better[0] if better else current)
        if better is None and edited.candidate.id == current.candidate.id:
            return
        current, sentences = edited, better[1] if better else sentences
    lab.note("dual_phase.end", current=current.candidate.id, **sentences.table(params.mixing))


def most_calls(params: Params, search: SearchSettings, *, train: int, validation: int, seeds: int) -> int:
    """Every reply is asked for twice, every rewrite answers all rows for each of the two gates, every edit once."""
    rows = scored_rows(search, train=train, validation=validation)
    rewrites = params.steps * params.attempts * params.rewrites
    edited = params.steps * most_edits(search) * rows
    return seeds * rows + params.sheets * (2 + rows) + rewrites * (2 + 2 * rows) + edited


@dataclass(frozen=True, slots=True)
class DualPhaseSearch:
    """One search: what both phases need."""

    lab: Lab
    params: Params

    def phase_one(self, seeds: Sequence[Prompt]) -> Scored:
        """The prompt that phase two starts from: the best draft, or a person's own that competes and is as good."""
        lab, params = self.lab, self.params
        own = self._score(list(dict.fromkeys(seeds)))
        best = ranked(own)[0]
        shown = draw_varied(lab, best, params.examples) if params.sheets else ()
        if not shown:
            return best
        asked = SheetQuestion(lab.task, best.candidate.prompt, shown, self._compact).fitting(
            lab, lab.settings.max_tokens
        )
        question = replace(asked.question(best.candidate.id), max_tokens=lab.settings.max_tokens)
        drafts = list(lab.propose(question, params.sheets))
        pool = self._race([*own, *drafts]) if params.own_competes else self._score(drafts) or own
        start = ranked(pool)[0]
        rows, made = [str(example.row) for example in asked.examples], [lab.candidate(draft).id for draft in drafts]
        lab.note("dual_phase.drafts", examples=rows, drafts=made, start=start.candidate.id)
        return start

    def phase_two_step(
        self, current: Scored, sentences: Sentences, failed: Sequence[Verdict]
    ) -> tuple[Scored, Sentences] | None:
        """One step: attempts until a rewritten sentence passes both gates; `None` if none does."""
        params, left, temperature = self.params, self.params.attempts, self.lab.settings.temperature
        if params.guarded and len(failed) < LEAST_GAIN:
            return None
        settled_places = self._settled(current, sentences)
        resting = set(settled_places)
        while left and (drawn := sentences.draw(self.lab.rng, resting, params.mixing)):
            refused: list[str] = []
            hopeful: list[Draft] = []
            for _ in range(min(left, params.tries or left)):
                left -= 1
                drafts = self._rewrite(current, sentences, drawn.arm, failed, refused, temperature)
                hopeful = self._past_quick_gate(drawn, list(drafts), failed)
                if hopeful:
                    break
                refused += [text_at(sentences.units, drawn.arm, draft.prompt.text) for draft in drafts]
                temperature = warmer(temperature) if drafts.repeats > len(drafts) else temperature
            better = self._past_full_gate(drawn, current, hopeful) if hopeful else None
            if better is not None:
                text = text_at(sentences.units, drawn.arm, better.text)
                earned = params.reward.of(current.card, better.card, failed, params.share)
                return better, sentences.rewritten(drawn, text, earned, params.rate)
            resting.add(drawn.arm)
            if sentences.all_rest(resting):  # one sentence alone is tried for as long as there are attempts
                resting = set(settled_places)
        return None

    def edited(self, current: Scored) -> Scored:
        """The prompt with other worked examples, if that is better; its sentences stay what they are."""
        changed = edits(self.lab, current.candidate)
        return ranked(self._race([current, *changed]))[0] if changed else current

    def _rewrite(
        self,
        current: Scored,
        sentences: Sentences,
        place: int,
        failed: Sequence[Verdict],
        refused: Sequence[str],
        temperature: float,
    ) -> Proposals:
        """New prompts in which one sentence is rewritten, in the light of failed rows."""
        lab, prompt = self.lab, current.candidate.prompt
        shown = failed_rows(lab, current, failed, self.params.failures)
        question = LineQuestion(lab.task, prompt, sentences.units, place, shown, tuple(refused), self._compact)
        asked = question.fitting(lab).question(current.candidate.id)
        return lab.propose(replace(asked, temperature=temperature), self.params.rewrites)

    def _past_quick_gate(self, drawn: Draw, drafts: Sequence[Draft], failed: Sequence[Verdict]) -> list[Draft]:
        """The rewrites that gain enough on the failed rows (Eq. 7)."""
        lab, params = self.lab, self.params
        if params.guarded and len(failed) < _LEAST_FAILED:
            return list(drafts)
        rows, on = {verdict.row for verdict in failed}, lab.settings.split.as_split
        probed = [probe_gate(lab.probe(draft, rows, on=on), failed, params.quick_gate) for draft in drafts]
        lab.note(
            "dual_phase.quick_gate",
            sentence=drawn.arm,
            chance=round(drawn.chance, 4),
            candidates=[lab.candidate(draft).id for draft in drafts],
            gains=[f"{result.gain:.3f}" for result in probed],
            rows=[str(result.rows) for result in probed],
            passed=[str(result.passed) for result in probed],
        )
        return [draft for draft, result in zip(drafts, probed, strict=True) if result.passed]

    def _past_full_gate(self, drawn: Draw, current: Scored, drafts: Sequence[Draft]) -> Scored | None:
        """The best rewrite if it gains enough over all rows (Eq. 8)."""
        gate = FullGate(self.params.full_gate, self.params.guarded)
        pool = [scored for scored in self._race([current, *drafts]) if scored.candidate.id != current.candidate.id]
        best = ranked(pool)[0] if pool else None
        passed = best is not None and gate.passes(current.card, best.card)
        self.lab.note(
            "dual_phase.full_gate",
            sentence=drawn.arm,
            chance=round(drawn.chance, 4),
            candidate=best.candidate.id if best else "",
            gain=round(best.value - current.value, 4) if best else 0.0,
            needed=round(gate.threshold(current.card), 4),
            passed=passed,
        )
        return best if passed else None

    def _settled(self, current: Scored, sentences: Sentences) -> frozenset[int]:
        """Sentences that no rewrite could help: what the answer looks like, where every answer could be read."""
        all_read = self.lab.task.contract.kind in _FORMS_THAT_SHOW and not current.card.unparsed
        return answer_places(sentences.units) if self.params.guarded and all_read else frozenset()

    @property
    def _compact(self) -> bool:
        return settled(self.lab) is Wording.COMPACT

    def _score(self, proposals: Sequence[Proposal]) -> list[Scored]:
        return self.lab.score(proposals, on=self.lab.settings.split.as_split, rows=self.lab.settings.rows)

    def _race(self, proposals: Sequence[Scored | Draft]) -> list[Scored]:
        candidates = [item.candidate if isinstance(item, Scored) else item for item in proposals]
        return self.lab.race(candidates, on=self.lab.settings.split.as_split, rows=self.lab.settings.rows)


def warmer(temperature: float) -> float:
    """A temperature 0.1 higher, up to 1; one that is higher already stays. For an optimizer that repeats itself."""
    return max(temperature, min(_HOTTEST, temperature + 0.1))
