"""Byte-level BPE as llama.cpp's `smollm` pre-tokenizer splits it: every digit stands alone."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from whet_world.conversation import Group

FILLER = "<|endoftext|>"
SPECIAL = (FILLER, "<|im_start|>", "<|im_end|>")
END = SPECIAL.index("<|im_end|>")
GROUPS = 12_000
"""Groups whose texts the vocabulary is learnt from."""


def learned(groups: Iterable[Group], vocabulary: int) -> Tokenizer:
    """A tokenizer whose words are those frequent in the groups."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        special_tokens=list(SPECIAL),
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    tokenizer.train_from_iterator(_texts(groups), trainer)
    return tokenizer


def kept(file: Path, groups: Iterable[Group], vocabulary: int) -> Tokenizer:
    """The tokenizer in the file, learnt and written there first if there is none."""
    if not file.exists():
        new = file.with_suffix(".new")
        learned(islice(groups, GROUPS), vocabulary).save(str(new))
        new.replace(file)
    return Tokenizer.from_file(str(file))


def _texts(groups: Iterable[Group]) -> Iterator[str]:
    for group in groups:
        for conversation in group[:2]:
            yield from filter(None, (conversation.system, conversation.user, conversation.answer))
