"""Benches: each measures one promise of the product, on the machine it runs on. `whet bench NAME`."""

NAMES = {
    "ablation": "GPO's momentum, and its edit budget by refinement, on sealed rows of two sample tasks",
    "bundled": "what the bundled model can do on the sample tasks: follow prompts, and write better ones",
    "conformance": "what every method must keep: methods × checks",
    "desktop": "the window: first picture, pages, tree, difference, 100,000 rows, 20,000 events, memory",
    "engine": "the local engine against loops over llama-cpp-python, on one processor thread",
    "gain": "GPO from the vague seed prompt on the sample tasks, certified on sealed rows",
    "honesty": "certificates of simulated runs whose truth is known, and of real runs on shuffled labels",
    "methods": "every method against random paraphrases, with equal tokens, on sealed rows",
    "racing": "races on recorded landscapes: how many evaluations they save, and how often they miss the best",
    "safety": "strangers' folders, links, tables, templates, rows in disguise, kills, mutants, and work side by side",
    "reading": "replies, files and rows' own answers: is what people have read right? (--cases DIR)",
    "resume": "runs killed at random moments and resumed, against one never killed",
    "soft": "soft scores against the metric: do they rank prompts alike, and how many rows find the best of 16",
}
"""Every bench with what it measures, the module of the same name in this folder."""

REPLY_CASE = (
    "A case is a line of replies.jsonl: an object with kind (label, labels, choice, number, list, span, text), "
    "accepted (a list of right answers), reply, score (0 to 1, default 1) and, where they matter, labels, question "
    "(the row's input), metric (default exact_match), options (the metric's), case (a name of the kind of fault)."
)
"""The form of a case of the bench “reading”, for the help of the command line and for files that have another."""
