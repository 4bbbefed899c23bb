"""Benches: each measures one promise of the product, on the machine it runs on. `whet bench NAME`."""

NAMES = {
    "ablation": "GPO's momentum, and its edit budget by refinement, on sealed rows of two sample tasks",
    "bundled": "what the bundled model can do on the sample tasks: follow prompts, and write better ones",
    "conformance": "what every method must keep: methods × checks",
    "desktop": "the window: first picture, pages, tree, difference, 100,000 rows, 20,000 events, memory",
    "engine": "the local engine against loops over llama-cpp-python, on one processor thread",
    "gain": "GPO from the vague seed prompt on the sample tasks, certified on sealed rows",
    "honesty": "certificates of simulated runs whose truth is known, and of real runs on shuffled labels",
    "house": "lines, imports, names used twice, and what a new method, metric, page … costs: tried on a copy",
    "methods": "every method against random paraphrases, with equal tokens, on sealed rows",
    "peers": "gepa, promptolution, DSPy and Whet on one model, with the same rows and evaluations (--venv DIR)",
    "racing": "races on recorded landscapes: how many evaluations they save, and how often they miss the best",
    "safety": "strangers' folders, links, tables, templates, rows in disguise, kills, mutants, and work side by side",
    "reading": "replies, files and rows' own answers: is what people have read right? (--cases DIR)",
    "real": "from vague prompts to better ones with a model that nobody here trained, on sealed rows",
    "resume": "runs killed at random moments and resumed, against one never killed",
    "servers": "models on servers: pools, the client's cost, faults, stops, resuming, connections",
    "threads": "the engine with 1, 2, 4 and 8 threads, idle and beside a busy program",
    "soft": "soft scores against the metric: do they rank prompts alike, and how many rows find the best of 16",
}
"""Every bench with what it measures, the module of the same name in this folder."""

REPLY_CASE = (
    "A case is a line of replies.jsonl: an object with kind (label, labels, choice, number, list, span, text), "
    "accepted (a list of right answers), reply, score (0 to 1, default 1) and, where they matter, labels, question "
    "(the row's input), metric (default exact_match), options (the metric's), case (a name of the kind of fault)."
)
"""The form of a case of the bench “reading”, for the help of the command line and for files that have another."""

FILE_CASE = (
    "A folder in DIR/data is a case: data files, and an expect.json with an object for the one file, or "
    'with an object, or a list of them, per file name. Its keys, all optional: "rows" (those that can be '
    'used), "columns" (their names in order), "input", "answer" (a column or several), "kind" (label, '
    'labels, choice, number, list, span or text), "labels", "first" (of the first row: "input", "answer" '
    'or "answers", "turns", or any column), "errors" (numbers of rows that cannot be used), "notes" '
    '(words that are said), "splits" (rows of "train", "validation", "test" of the task made of it), '
    '"refused" (words of the sentence with which file or task are refused; then nothing else is looked '
    'at), "options" (as in a saved profile, and "prompt", "kind", "name", "protocol", "seed"). A folder '
    "without it is listed, not counted."
)
"""The form of a case of a file, for the help of the command line."""
