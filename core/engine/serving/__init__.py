"""A loaded model for other tools: the interface that servers of models share, on this machine, with a token.

Requests of all clients that wait at the same time are computed together, as those of one block are in a run.
"""
