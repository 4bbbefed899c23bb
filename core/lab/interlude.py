"""What a person asks of a run is done between two pieces of its work, and on resume at the same place again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.control import CancelToken, EndedEarly
from core.domain.editing import Edit
from core.events import BudgetExhausted, PromptEdited, RoundEnded, SearchEnded, TimeCheckpointed
from core.lab.journal import Journal
from core.lab.meter import Meter, OutOfBudget
from core.lab.steering import TOO_LATE, RunControl

PAUSED = "paused"
"""The phase of a run that waits."""

_ENDING = (RoundEnded, TimeCheckpointed)
"""What a search that ends in the middle of a round says before it says why."""


@dataclass(frozen=True, slots=True)
class Interlude:
    """Looks at the log of an earlier session first, then at what the person says now.

    Every place where it is attended to is followed by exactly one event of the work itself, or by the end of the
    search: so the log says at which place a person's word was heard.
    """

    journal: Journal
    meter: Meter
    control: RunControl
    cancel: CancelToken
    phase: Callable[[str], None]

    def attend(self, *, timed: bool, searching: bool, scored: bool, can_end: bool) -> Iterator[Edit]:
        """The prompts that the person has written, while the run is `searching`; waits as long as it is paused.

        Once a prompt is `scored` the person can end everything at once, the final choice too. Under a budget of minutes
        (`timed`) the time spent before a pause is written down, so that the pause itself is never counted. A prompt
        that was written before the end of the search is scored first.

        Raises `EndedEarly` and `OutOfBudget` where the search ends, `Cancelled` where it is stopped.
        """
        yield from self._earlier(timed=timed)
        noted = heard = False
        while not self.journal.replaying:
            self.cancel.check()
            if self.control.at_once and scored:
                raise EndedEarly(at_once=True)
            for edit in self.control.take_edits():
                if searching:
                    heard = True
                    yield edit
                else:
                    self.control.declined(edit, TOO_LATE)
            if self.control.enough and searching and can_end and not heard:
                raise EndedEarly
            if not self.control.paused:
                return
            if not noted and timed:
                self.journal.emit(TimeCheckpointed(round(self.meter.seconds, 1)))
            noted = True
            self.phase(PAUSED)
            self.control.wait(self.cancel)

    def _earlier(self, *, timed: bool) -> Iterator[Edit]:
        """What an earlier session heard at this place."""
        recall = self.journal.recall
        while True:
            if (edited := recall(PromptEdited)) is not None:
                yield Edit(edited.parent, edited.text)
            elif (checkpoint := recall(TimeCheckpointed)) is not None:
                self.meter.continue_from(checkpoint.seconds)
                self.journal.emit(checkpoint)
            else:
                break
        if (ended := recall(SearchEnded)) is not None:
            raise EndedEarly(at_once=ended.at_once is True)
        exhausted = recall(BudgetExhausted, _ENDING)
        if exhausted is not None:  # perhaps by a clock, which does not say the same twice
            raise OutOfBudget(exhausted.limit)
        if timed and recall(RoundEnded) is not None and self.journal.nothing_but(_ENDING):
            raise OutOfBudget("minutes")  # the log was cut before it could say why the round ended here
