"""The trainer of the bundled model: packed trees, interrupted runs, and the file for llama.cpp."""

import json
import os
import random
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

WHY = "{} is needed to train the bundled model, and not to develop Whet"
torch = pytest.importorskip("torch", reason=WHY.format("torch"))
pytest.importorskip("tokenizers", reason=WHY.format("tokenizers"))

sys.path.insert(0, str(Path(__file__).parents[2] / "packaging" / "demo_model"))

from tokenizers import Tokenizer  # noqa: E402
from whet_train import loop, muon, packing, tokenizer  # noqa: E402
from whet_train.export import export  # noqa: E402
from whet_train.network import Network, seen  # noqa: E402
from whet_train.shape import TINY  # noqa: E402
from whet_world.conversation import Conversation, Group  # noqa: E402

SHAPE = replace(TINY, context=96, rows=2)
WORDS = (
    "the", "a", "red", "blue", "small", "large", "cat", "dog", "bird", "house",
    "write", "give", "only", "one", "word", "letter", "number", "Ärger", "don't", "42",
)  # fmt: skip


def toy(seed: str, finishing: bool = False) -> Iterator[Group]:
    """Groups like those of the world, in a few words; in the finishing part always the same."""
    rng = random.Random("finishing" if finishing else seed)
    while True:
        prompt = " ".join(rng.choices(WORDS, k=rng.randint(3, 12)))
        system = rng.choice(("", "", prompt))
        yield tuple(
            Conversation(f"{prompt}\n\nInput: {' '.join(rng.choices(WORDS, k=3))}\nOutput:", rng.choice(WORDS), system)
            for _ in range(rng.randint(1, 5))
        )


@pytest.fixture(scope="module", autouse=True)
def _few_threads() -> None:
    torch.set_num_threads(1)


@pytest.fixture(scope="module")
def words() -> Tokenizer:
    return tokenizer.learned(islice(toy("words"), 200), SHAPE.vocabulary)


@pytest.fixture(scope="module")
def encode(words: Tokenizer) -> packing.Encode:
    return lambda text: words.encode(text).ids


def conversations_in(piece: packing.Piece) -> list[list[int]]:
    """The conversations of a piece, each with its beginning."""
    pairs = list(zip(piece.branches, piece.tokens, strict=True))
    return [[token for branch, token in pairs if branch in (0, number)] for number in range(1, max(piece.branches) + 1)]


def test_that_a_conversation_in_a_packed_row_has_the_logits_it_has_alone(encode: packing.Encode) -> None:
    torch.manual_seed(1)
    network = Network(replace(SHAPE, context=384))
    batch = next(packing.batches(toy("logits"), encode, 2, 384))
    planes = torch.from_numpy(batch).long()
    tokens, groups, branches, positions = planes[:4]
    with torch.no_grad():
        packed = network(tokens, positions, seen(groups, branches))
        for row in range(2):
            for group in range(1, int(groups[row].max()) + 1):
                ours = groups[row] == group
                for branch in range(1, int(branches[row][ours].max()) + 1):
                    mine = ours & ((branches[row] == 0) | (branches[row] == branch))
                    alone, zero = tokens[row][mine].unsqueeze(0), torch.zeros(1, int(mine.sum()), dtype=torch.long)
                    assert torch.equal(positions[row][mine], torch.arange(alone.shape[1]))
                    states = network(alone, torch.arange(alone.shape[1]).unsqueeze(0), seen(zero, zero))
                    torch.testing.assert_close(packed[row][mine], states[0], atol=1e-4, rtol=1e-4)


def test_that_no_conversation_that_fits_is_lost(encode: packing.Encode) -> None:
    for group in islice(toy("all"), 300):
        whole = [encode(one.question) + encode(one.reply) for one in group]
        pieces = packing.laid_out(group, encode, SHAPE.context)
        assert [one for piece in pieces for one in conversations_in(piece)] == [
            one for one in whole if len(one) <= SHAPE.context
        ]
        assert all(len(piece) <= SHAPE.context for piece in pieces)


def test_that_a_group_longer_than_a_row_is_laid_out_in_several_pieces(encode: packing.Encode) -> None:
    prompt = "write only one word "
    group = tuple(Conversation(f"{prompt * 4}{word}", prompt * 5) for word in WORDS)
    pieces = packing.laid_out(group, encode, SHAPE.context)
    assert len(pieces) > 1
    assert sum(len(conversations_in(piece)) for piece in pieces) == len(group)


def test_that_a_question_with_several_replies_is_laid_out_once(encode: packing.Encode) -> None:
    group = tuple(Conversation("give a word", word) for word in WORDS[:4])
    (piece,) = packing.laid_out(group, encode, SHAPE.context)
    question = encode(group[0].question)
    assert piece.branches.count(0) == len(question) - 1
    assert len(conversations_in(piece)) == 4


def test_that_replies_weigh_most_and_no_token_predicts_another_branch(encode: packing.Encode) -> None:
    for group in islice(toy("weights"), 50):
        for piece in packing.laid_out(group, encode, SHAPE.context):
            replies = sum(len(encode(one.reply)) for one in group)
            assert piece.weights.count(packing.REPLY) <= replies
            for here, after in zip(range(len(piece)), range(1, len(piece)), strict=False):
                if piece.weights[here]:
                    assert piece.branches[here] == piece.branches[after]
                    assert piece.targets[here] == piece.tokens[after]
            assert piece.weights[-1] == 0


def test_that_rows_are_full_and_every_piece_finds_its_row(encode: packing.Encode) -> None:
    some = list(islice(packing.batches(toy("full"), encode, 4, 384), 10))
    assert sum(float((batch[1] > 0).mean()) for batch in some) / len(some) > 0.93
    buffer = [piece for group in islice(toy("rows"), 60) for piece in packing.laid_out(group, encode, 96)]
    expected = sorted(map(len, buffer))
    taken: list[int] = []
    while buffer:
        oldest = buffer[0]
        row = packing.fullest(buffer, 96)
        assert any(piece is oldest for piece in row)
        assert sum(map(len, row)) <= 96
        taken += map(len, row)
    assert sorted(taken) == expected


def test_that_interrupted_batches_go_on_where_they_were(words: Tokenizer) -> None:
    step = loop.SEGMENT - 4
    whole = list(islice(loop.segments(toy, words, SHAPE, 5, step), 8))
    for left_out in (2, 4, 6):
        again = islice(loop.segments(toy, words, SHAPE, 5, step + left_out), 8 - left_out)
        assert all((one == other).all() for one, other in zip(whole[left_out:], again, strict=True))


def trained(folder: Path, words: Tokenizer, steps: int, stop_after: int | None = None) -> loop.Run:
    """A run in the folder, to its end or to a SIGTERM."""
    folder.mkdir(exist_ok=True)
    run = loop.Run.new(SHAPE, steps, seed=3)
    if (folder / "checkpoint.pt").exists():
        run.load(folder / "checkpoint.pt")

    def batches() -> Iterator[packing.Batch]:
        for number, batch in enumerate(loop.segments(toy, words, SHAPE, 3, run.progress.step), 1):
            if number == stop_after:
                os.kill(os.getpid(), signal.SIGTERM)
            yield batch

    loop.complete(run, batches(), folder, run.losses)
    return run


def test_that_an_interrupted_run_gives_what_an_uninterrupted_one_gives(tmp_path: Path, words: Tokenizer) -> None:
    whole = trained(tmp_path / "whole", words, steps=6)
    first = trained(tmp_path / "parts", words, steps=6, stop_after=2)
    assert first.progress.step == 2
    (tmp_path / "parts" / "checkpoint.new").write_bytes(b"killed while writing")
    with (tmp_path / "parts" / "curve.jsonl").open("a") as curve:
        curve.write('{"step": 4, "tokens": 1, "loss": 1.0, "seconds": 1.0}\n{"step": 5, "tok')
    second = trained(tmp_path / "parts", words, steps=6)
    assert second.progress.step == 6
    assert second.progress.loss == whole.progress.loss
    assert second.progress.tokens == whole.progress.tokens
    for name, master in whole.optimizer.masters.items():
        torch.testing.assert_close(second.optimizer.masters[name], master, atol=0, rtol=0)
    lines = (tmp_path / "parts" / "curve.jsonl").read_text().splitlines()
    assert [json.loads(line)["step"] for line in lines] == [2, 6]


def test_that_the_rate_rises_stays_and_falls() -> None:
    finished = [loop.rate_factor(step, 1200, 200) for step in range(1200)]
    factors = [loop.rate_factor(step, 1000) for step in range(1000)]
    assert finished[:1000] == factors
    assert finished[1000] == loop.FINISH > finished[1100] > finished[-1] == loop.LEAST
    assert factors[: loop.WARM_UP] == sorted(factors[: loop.WARM_UP])
    assert set(factors[loop.WARM_UP : 550]) == {1.0}
    assert factors[550:] == sorted(factors[550:], reverse=True)
    assert factors[-1] == loop.LEAST


def test_that_muon_makes_all_directions_equally_strong() -> None:
    torch.manual_seed(2)
    strengths = torch.linalg.svdvals(muon.orthogonal(torch.randn(3, 32, 64)))
    assert strengths.min() > 0.5
    assert strengths.max() < 1.4


def test_that_llama_cpp_reads_the_file_as_it_was_trained(tmp_path: Path, words: Tokenizer) -> None:
    llama_cpp = pytest.importorskip("llama_cpp")
    pytest.importorskip("gguf")
    run = loop.Run.new(SHAPE, 1, seed=4)
    for name, master in run.optimizer.masters.items():
        if "attn" in name and "norm" not in name:
            master.mul_(2)  # untrained attention sees little of the order of words
    run.save(tmp_path / "checkpoint.pt")
    words.save(str(tmp_path / "tokenizer.json"))
    file = tmp_path / "model.gguf"
    export(tmp_path, file, "the recipe")
    assert file.stat().st_size <= 1_000_000
    model = llama_cpp.Llama(str(file), n_ctx=256, n_threads=1, logits_all=True, verbose=False)
    assert model.metadata["whet.recipe"] == "the recipe"
    assert model.metadata["whet.steps"] == "0"
    assert model.metadata["general.license"] == "apache-2.0"
    odd = "Größe 1234,5 \u201equoted\u201c don't\n\n  \tI'LL \u00bd\u00e9\u65e5 {{input}} 2024-01-05\r\n"
    texts = [odd, *(one.question + one.reply for group in islice(toy("same"), 50) for one in group)]
    for text in texts:
        ids = words.encode(text).ids
        assert model.tokenize(text.encode(), add_bos=False, special=True) == ids
        assert model.detokenize(ids, special=True) == text.encode()
    ids = words.encode(texts[1]).ids
    model.eval(ids)
    network, zero = run.network.float(), torch.zeros(1, len(ids), dtype=torch.long)
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            parameter.copy_(run.optimizer.masters[name])
        ours = network.logits(network(torch.tensor([ids]), torch.arange(len(ids))[None], seen(zero, zero)))[0]
    theirs = torch.from_numpy(model.scores[: len(ids)].copy())
    assert (theirs - ours).norm() < 0.15 * ours.norm()
