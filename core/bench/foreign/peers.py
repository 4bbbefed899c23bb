"""Runs one peer as its documentation shows, on a served model; run by a Python that has the peer.

Reads one JSON object: the peer, the server's address, key and model, the rows, the seed prompt, the labels, the number
of evaluations and the seed. Writes one: the best prompt, how it asks each sealed input (the answers of these rows are
not among what it gets), how many evaluations it used, and what went wrong.

What is said to every peer alike: the same seed prompt, followed by the line that says which answers there are; the
label that a reply mentions first is its answer; replies of the task and of the writer have a limit. gepa takes that of
the task through its adapter, which its quick start leaves out.
"""

import contextlib
import importlib
import importlib.metadata
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

Asked = dict[str, Any]
Found = dict[str, Any]

_WRITER_TOKENS = 400


def mentioned(reply: str, labels: list[str]) -> str:
    """The label that a reply mentions first; empty for none."""
    places = [
        (match.start(), label)
        for label in labels
        if (match := re.search(rf"(?<!\w){re.escape(label)}(?!\w)", reply, re.IGNORECASE))
    ]
    return min(places)[1] if places else ""


def gepa(asked: Asked) -> Found:
    """`gepa.optimize`, as in its quick start."""
    library = importlib.import_module("gepa")
    adapters = importlib.import_module("gepa.adapters.default_adapter.default_adapter")

    def judged(data: Any, response: str) -> Any:
        right = mentioned(response, asked["labels"]) == data["answer"]
        said = "The answer is correct." if right else f"The answer is wrong. The correct answer is {data['answer']}."
        return adapters.EvaluationResult(score=float(right), feedback=said)

    def rows(name: str) -> list[dict[str, Any]]:
        return [{"input": row["input"], "answer": row["answer"], "additional_context": {}} for row in asked[name]]

    model = f"openai/{asked['model']}"
    limit = {"max_tokens": asked["tokens"], "temperature": 0}
    result = library.optimize(
        seed_candidate={"system_prompt": asked["prompt"]},
        trainset=rows("train"),
        valset=rows("validation"),
        adapter=adapters.DefaultAdapter(model, evaluator=judged, litellm_batch_completion_kwargs=limit),
        reflection_lm=model,
        reflection_lm_kwargs={"max_tokens": _WRITER_TOKENS},
        max_metric_calls=asked["calls"],
        seed=asked["seed"],
    )
    best = result.best_candidate["system_prompt"]
    messages = [[{"role": "system", "content": best}, {"role": "user", "content": text}] for text in asked["sealed"]]
    return {"prompt": best, "messages": messages, "evaluations": result.total_metric_calls}


def promptolution(asked: Asked, name: str, optimizer: str) -> Found:
    """An optimizer of promptolution, built from components as in its README; it ends with the step in which the
    evaluations are used up."""
    pandas = importlib.import_module("pandas")
    llms = importlib.import_module("promptolution.llms")
    predictors: Any = importlib.import_module("promptolution.predictors")
    callbacks: Any = importlib.import_module("promptolution.utils.callbacks")
    tasks = importlib.import_module("promptolution.tasks")
    base_llm = importlib.import_module("promptolution.llms.base_llm")

    class Counted(predictors.FirstOccurrencePredictor):  # type: ignore[misc]
        evaluations = 0

        def predict(self, prompts: Any, xs: Any, system_prompts: Any = None) -> Any:
            type(self).evaluations += len(xs)
            return super().predict(prompts, xs, system_prompts)

    class Enough(callbacks.BaseCallback):  # type: ignore[misc]
        def on_step_end(self, optimizer: Any) -> bool:
            return bool(Counted.evaluations < asked["calls"])

    def model(tokens: int) -> Any:
        return llms.APILLM(model_id=asked["model"], api_url=asked["address"], api_key=asked["token"], max_tokens=tokens)

    line = asked["contract"]

    def table(rows: list[dict[str, str]]) -> Any:
        return pandas.DataFrame([{"x": row["input"], "y": row["answer"]} for row in rows])

    task = tasks.ClassificationTask(
        table(asked["train"] + asked["validation"]),
        task_description=asked["prompt"],
        eval_strategy="sequential_block",
        n_subsamples=16,
        seed=asked["seed"],
    )
    # a tenth of so few rows, its own choice for worked examples, is fewer than it wants to show
    shots = {"df_few_shots": table(asked["train"])} if optimizer == "CAPO" else {}
    found = getattr(importlib.import_module("promptolution.optimizers"), optimizer)(
        predictor=Counted(model(asked["tokens"]), classes=[label.lower() for label in asked["labels"]]),
        meta_llm=model(_WRITER_TOKENS),
        task=task,
        initial_prompts=[asked["prompt"], line, f"Read the text. {line}", f"{line} What is the text?"],
        callbacks=[Enough()],
        **shots,
    ).optimize(n_steps=50)
    best = str(found[0])
    system = base_llm.DEFAULT_SYS_PROMPT
    messages = [
        [{"role": "system", "content": system}, {"role": "user", "content": f"{best}\n{text}"}]
        for text in asked["sealed"]
    ]
    return {"prompt": best, "messages": messages, "evaluations": Counted.evaluations}


def dspy(asked: Asked, name: str, optimizer: str) -> Found:
    """A `Predict` module under an optimizer of DSPy, as in its tutorials."""
    library = importlib.import_module("dspy")
    library.configure_cache(enable_disk_cache=False, enable_memory_cache=False)
    counted = 0

    def metric(gold: Any, pred: Any, trace: Any = None, pred_name: Any = None, pred_trace: Any = None) -> Any:
        nonlocal counted
        counted += 1
        right = mentioned(str(getattr(pred, "label", "")), asked["labels"]) == gold.label
        if optimizer == "MIPROv2":
            return right
        said = "Correct." if right else f"Wrong. The correct label is {gold.label}."
        return library.Prediction(score=float(right), feedback=said)

    def model(tokens: int, temperature: float) -> Any:
        place = {"api_base": asked["address"], "api_key": asked["token"]}
        return library.LM(f"openai/{asked['model']}", max_tokens=tokens, temperature=temperature, **place)

    def rows(kind: str) -> list[Any]:
        return [library.Example(text=row["input"], label=row["answer"]).with_inputs("text") for row in asked[kind]]

    library.configure(lm=model(2 * asked["tokens"], 0.0))
    student = library.Predict(library.Signature("text -> label", asked["prompt"]))
    writer = model(_WRITER_TOKENS, 1.0)
    if optimizer == "MIPROv2":
        tool = library.MIPROv2(metric=metric, prompt_model=writer, auto=None, num_candidates=3, seed=asked["seed"])
        trials = max(2, asked["calls"] // max(1, len(asked["validation"])) - 1)
        best = tool.compile(
            student, trainset=rows("train"), valset=rows("validation"), num_trials=trials, minibatch=False
        )
    else:
        tool = library.GEPA(metric=metric, max_metric_calls=asked["calls"], reflection_lm=writer, seed=asked["seed"])
        best = tool.compile(student, trainset=rows("train"), valset=rows("validation"))
    adapter = library.ChatAdapter()
    messages = [
        adapter.format(signature=best.signature, demos=best.demos, inputs={"text": text}) for text in asked["sealed"]
    ]
    return {"prompt": best.signature.instructions, "messages": messages, "evaluations": counted}


def coolprompt(asked: Asked) -> Found:
    """CoolPrompt's `PromptTuner`, as in its README."""
    tuners = importlib.import_module("coolprompt.assistant")
    chat = importlib.import_module("langchain_openai").ChatOpenAI
    model = chat(model=asked["model"], base_url=asked["address"], api_key=asked["token"], max_tokens=_WRITER_TOKENS)
    tuner = tuners.PromptTuner(target_model=model)
    rows = asked["train"] + asked["validation"]
    tuner.run(
        asked["prompt"], task="classification", dataset=[row["input"] for row in rows],
        target=[row["answer"] for row in rows], method="reflective", validation_size=0.5,
    )  # fmt: skip
    best = str(tuner.final_prompt)
    messages = [[{"role": "user", "content": f"{best}\n{text}"}] for text in asked["sealed"]]
    return {"prompt": best, "messages": messages, "evaluations": 0}


PEERS: dict[str, tuple[str, Callable[[Asked], Found]]] = {
    "gepa": ("gepa", gepa),
    "promptolution CAPO": ("promptolution", lambda asked: promptolution(asked, "CAPO", "CAPO")),
    "promptolution OPRO": ("promptolution", lambda asked: promptolution(asked, "OPRO", "OPRO")),
    "promptolution EvoPrompt": ("promptolution", lambda asked: promptolution(asked, "EvoPrompt", "EvoPromptGA")),
    "DSPy GEPA": ("dspy", lambda asked: dspy(asked, "GEPA", "GEPA")),
    "DSPy MIPROv2": ("dspy", lambda asked: dspy(asked, "MIPROv2", "MIPROv2")),
    "CoolPrompt": ("coolprompt", coolprompt),
}


class _Requests:
    """How many questions went out, counted where every one of these libraries sends them."""

    def __init__(self) -> None:
        self.count = 0

    @contextlib.contextmanager
    def counted(self) -> Iterator[None]:
        """Count while this is open."""
        httpx = importlib.import_module("httpx")
        whole, waiting = httpx.Client.send, httpx.AsyncClient.send

        def send(client: Any, *given: Any, **named: Any) -> Any:
            self.count += 1
            return whole(client, *given, **named)

        async def asend(client: Any, *given: Any, **named: Any) -> Any:
            self.count += 1
            return await waiting(client, *given, **named)

        httpx.Client.send, httpx.AsyncClient.send = send, asend
        yield


def main() -> None:
    """Run what stands on stdin."""
    asked = json.load(sys.stdin)
    out, sys.stdout = sys.stdout, sys.stderr  # the libraries print
    package, run = PEERS[asked["peer"]]
    try:
        version = importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        out.write(json.dumps({"missing": package}))
        return
    os.environ |= {"OPENAI_API_BASE": asked["address"], "OPENAI_API_KEY": asked["token"]}
    requests = _Requests()
    with requests.counted():
        try:
            found = run(asked)
        except Exception as error:  # whatever a library raises is its result
            found = {"error": f"{type(error).__name__}: {error}"[:300]}
    out.write(json.dumps({**found, "version": version, "requests": requests.count}))
    out.flush()
    os._exit(0)  # some leave threads behind that never end


if __name__ == "__main__":
    main()
