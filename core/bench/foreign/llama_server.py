"""llama.cpp's own server out of the wheel of xllamacpp, with the options of llama-server that Whet uses.

Run by any Python that has the wheel, on a machine without a compiler too; it serves until it is stopped.
"""

import argparse
import importlib
import signal


def main() -> None:
    """Serve what the command line names."""
    parser = argparse.ArgumentParser()
    parser.add_argument("-m", required=True)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("-np", type=int, default=4)
    parser.add_argument("-c", type=int, default=8192)
    parser.add_argument("-t", type=int, default=1)
    parser.add_argument("-tb", type=int, default=1)
    parser.add_argument("--alias", default="")
    parser.add_argument("--api-key", default="")
    options, _ = parser.parse_known_args()
    library = importlib.import_module("xllamacpp")
    params = library.CommonParams()
    params.model.path = options.m
    params.hostnames, params.port = [options.host], options.port
    params.n_parallel, params.n_ctx = options.np, options.c
    params.cpuparams.n_threads, params.cpuparams_batch.n_threads = options.t, options.tb
    params.n_gpu_layers, params.warmup, params.endpoint_props, params.ui = 0, False, True, False
    if options.alias:
        params.model_alias = [options.alias] if isinstance(params.model_alias, list) else options.alias
    if options.api_key:
        params.api_keys = [options.api_key]
    server = library.Server(params)
    print(server.listening_address, flush=True)
    signal.pause()


if __name__ == "__main__":
    main()
