"""Settings for a machine, and whether a model fits into it."""

import dataclasses
from pathlib import Path

import pytest

from core.domain.runspec import ModelSettings
from core.llm.gguf import GgufHeader, read_header
from core.llm.hardware import (
    GpuMemory,
    Machine,
    MemoryFit,
    cache_bytes,
    cores,
    fits,
    machine,
    needed_bytes,
    suggest,
)
from core.paths import bundled_model

GB = 1 << 30
LAPTOP = Machine(cores=4, memory_total=16 * GB, memory_available=10 * GB)
CARD = GpuMemory("card", 23 * GB, 24 * GB)


@pytest.fixture
def seven_billion(tiny: Path) -> GgufHeader:
    """The header of a model like Llama 2 7B in 4 bits."""
    return dataclasses.replace(
        read_header(tiny),
        name="seven",
        parameters=6_700_000_000,
        layers=32,
        heads=32,
        embedding_size=4096,
        vocabulary=32_000,
        key_size=4096,
        value_size=4096,
        context_length=4096,
        tensor_bytes=4 * GB,
    )


def test_that_suggested_settings_are_concrete_and_fit(tiny: Path, seven_billion: GgufHeader) -> None:
    for header, threads in ((read_header(tiny), 1), (seven_billion, 4)):
        settings = suggest(header, LAPTOP)
        assert settings.threads == threads
        assert settings.gpu_layers == 0
        assert not settings.flash_attention
        assert not settings.unified_kv
        assert settings.context <= header.context_length
        assert fits(header, settings, LAPTOP).verdict is MemoryFit.FITS


def test_that_a_small_model_gets_all_lanes_and_a_big_one_fewer(tiny: Path, seven_billion: GgufHeader) -> None:
    assert (suggest(read_header(tiny), LAPTOP).lanes, suggest(read_header(tiny), LAPTOP).context) == (16, 2048)
    big = suggest(seven_billion, LAPTOP)
    assert big.lanes <= 4
    assert big.context >= 1024


def test_that_the_kv_cache_is_counted_as_llama_cpp_does(seven_billion: GgufHeader) -> None:
    """Llama 2 7B: half a megabyte per token."""
    settings = ModelSettings(context=4096, lanes=1)
    assert cache_bytes(seven_billion, settings) == 2 * 4096 * 512 * 1024


def test_that_a_model_that_is_too_big_is_refused_with_numbers_and_advice(seven_billion: GgufHeader) -> None:
    fit = fits(seven_billion, ModelSettings(context=4096, lanes=16, threads=4), LAPTOP)
    assert fit.verdict is MemoryFit.TOO_BIG
    assert fit.needed > fit.available == 10 * GB
    assert "seven needs about 3" in fit.sentence
    assert "10.0 GB are free" in fit.sentence
    assert "fewer lanes" in fit.advice


def test_that_a_gpu_takes_all_layers_or_a_part(seven_billion: GgufHeader) -> None:
    with_card = dataclasses.replace(LAPTOP, gpus=(CARD,))
    settings = suggest(seven_billion, with_card)
    assert (settings.gpu_layers, settings.flash_attention) == (-1, True)
    assert fits(seven_billion, settings, with_card).verdict is MemoryFit.FITS
    small_card = dataclasses.replace(LAPTOP, gpus=(dataclasses.replace(CARD, free=4 * GB),))
    assert fits(seven_billion, ModelSettings(gpu_layers=-1, lanes=1), small_card).verdict is MemoryFit.PARTLY


def test_that_shared_gpu_memory_is_not_counted_twice(seven_billion: GgufHeader) -> None:
    shared = dataclasses.replace(LAPTOP, gpus=(dataclasses.replace(CARD, shared=True),))
    fit = fits(seven_billion, ModelSettings(gpu_layers=-1, lanes=1), shared)
    assert fit.available == LAPTOP.memory_available


def test_that_settings_come_back_even_if_nothing_fits(seven_billion: GgufHeader) -> None:
    poor = Machine(cores=1, memory_total=GB, memory_available=GB)
    assert fits(seven_billion, suggest(seven_billion, poor), poor).verdict is MemoryFit.TOO_BIG


def test_that_this_machine_has_cores_and_memory() -> None:
    here = machine()
    assert 1 <= here.cores == cores() <= 1024
    assert 0 < here.memory_available <= here.memory_total


def test_that_the_estimate_is_near_what_a_load_takes() -> None:
    """Measured by llama.cpp itself: 102 MB of KV cache, 24 MB of work space, 5.3 MB of weights."""
    settings = ModelSettings(context=2048, lanes=16, threads=1)
    file = bundled_model()
    assert file is not None
    needed = needed_bytes(read_header(file), settings)
    assert 131 << 20 < needed < 220 << 20
