"""The bench of the window: that its parts measure what they say, in processes of their own."""

import pytest

from core.bench import desktop
from core.errors import EngineError

SIZE = 0.1
"""Of what the bench measures with: here it is about the parts, not about their figures."""


@pytest.mark.slow
@pytest.mark.parametrize("part", desktop.PARTS)
def test_that_every_part_gives_figures_of_which_one_has_a_bar(part: str) -> None:
    found = desktop.measure(part, 1, SIZE)
    assert any(each.bar is not None for each in found)
    assert all(0 <= each.value <= each.worst for each in found)
    assert len({each.id for each in found}) == len(found)


@pytest.mark.slow
def test_that_a_part_that_fails_says_why() -> None:
    with pytest.raises(EngineError, match="“nonsense”") as failure:
        desktop.measure("nonsense", 1)
    assert "desktop.bench.nonsense" in failure.value.hint
