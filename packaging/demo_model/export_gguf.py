"""Write a trained model for llama.cpp: `python packaging/demo_model/export_gguf.py DIR FILE --recipe HASH`."""

import argparse
from pathlib import Path

from whet_train.export import export


def main() -> None:
    """Export as the arguments say."""
    parser = argparse.ArgumentParser(description="Write the last checkpoint in DIR as a GGUF file.")
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--recipe", default="", help="what the model was trained on, such as a hash of the templates")
    options = parser.parse_args()
    export(options.folder, options.file, options.recipe)
    print(f"{options.file}: {options.file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
