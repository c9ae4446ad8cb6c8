"""Models of every kind, and what the crate makes of images with each (`crate/examples/figures.rs`)."""

import os
import subprocess
from pathlib import Path

from safetensors.numpy import load_file

PROGRAM = os.environ["FIGURES"]
MODELS = Path(os.environ["MODELS"])
SHIPPED = Path(__file__).parent.parent.parent / "assets"

made = sorted(path for path in MODELS.glob("*.safetensors") if not path.name.endswith(".figures.safetensors"))
names = [path.name.removesuffix(".safetensors") for path in made]


def figures_of(path):
    """What the crate makes of a model, by name: [N, ...] each."""
    beside = path.with_suffix(".figures.safetensors")
    if not beside.exists():
        subprocess.run([PROGRAM, "of", path], check=True)
    figures = load_file(beside)
    figures["classes"] = figures["classes"].ravel().astype("int64")
    return figures
