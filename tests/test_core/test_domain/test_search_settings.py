"""Settings of the search: chosen once for all methods, and found in runs from before they were."""

import msgspec
import pytest

from core.domain.params import as_values, make_params
from core.domain.prompt import Prompt
from core.domain.runspec import RunSpec
from core.domain.search import SearchSettings, SearchSplit, divided
from core.errors import UsageError
from core.methods import NAMES, method

OLD = """{"task":"t","task_fingerprint":"","test_fingerprint":"","seed_prompts":[{"text":"Do it.","demonstrations":[],
"locked":[]}],"models":{},"method":"gpo","params":{"steps":3,"search_split":"validation","search_rows":16,
"stop_early":false,"temperature":1.0,"raise_temperature":true,"max_tokens":300,"wording":"compact",
"refuse_leaks":false},"final_rule":"validation","reading":"generated","racing":"exact","seed":4,
"budget":{"calls":null,"tokens":null,"minutes":null},"whet":"0.1.0"}"""


def test_that_the_spec_of_an_old_run_says_how_it_searched() -> None:
    spec = msgspec.json.decode(OLD, type=RunSpec)
    settings = spec.settings
    assert (settings.split, settings.rows, settings.stop_early) == (SearchSplit.VALIDATION, 16, False)
    assert (settings.guards, settings.temperature, settings.max_tokens) == (False, 1.0, 300)
    assert (settings.top_p, settings.min_p) == (1.0, 0.0), "nothing was cut off the distribution then"
    assert make_params(method("gpo").Params, spec.own_params).steps == 3
    assert spec.all_params["rows"] == 16


def test_that_the_spec_of_an_old_run_is_written_as_it_was_read() -> None:
    spec = msgspec.json.decode(OLD, type=RunSpec)
    assert b'"search"' not in msgspec.json.encode(spec)
    assert msgspec.json.decode(msgspec.json.encode(spec), type=RunSpec) == spec


def test_that_a_new_spec_keeps_its_settings() -> None:
    spec = RunSpec("t", "", "", (Prompt("x"),), {}, "gpo", {"steps": 2}, search=SearchSettings(rows=32))
    again = msgspec.json.decode(msgspec.json.encode(spec), type=RunSpec)
    assert again.settings == SearchSettings(rows=32)
    assert again.own_params == {"steps": 2}


@pytest.mark.parametrize("name", NAMES)
def test_that_settings_are_accepted_beside_parameters_under_either_name(name: str) -> None:
    module = method(name)
    for preset in module.PRESETS.values():
        params, search = preset.chosen(module.Params, {"search_rows": 32, "guard": False, "temperature": 0.4})
        assert (search.rows, search.guards, search.temperature) == (32, False, 0.4)
        assert preset.chosen(module.Params, {**as_values(params), **as_values(search)}) == (params, search)


@pytest.mark.parametrize("name", NAMES)
def test_that_no_method_has_a_parameter_that_is_a_setting_of_the_search(name: str) -> None:
    own, search = divided(as_values(method(name).Params()))
    assert (set(own), search) == (set(as_values(method(name).Params())), {})


def test_that_an_unknown_name_is_refused() -> None:
    module = method("gpo")
    with pytest.raises(UsageError, match="no parameter “search_row”"):
        module.PRESETS["hardened"].chosen(module.Params, {"search_row": 3})
