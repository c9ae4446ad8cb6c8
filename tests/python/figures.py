"""Models of every kind, and what the crate makes of images with each (`crate/examples/figures.rs`)."""

import os
import subprocess
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

PROGRAM = os.environ["FIGURES"]
MODELS = Path(os.environ["MODELS"])

made = sorted(path for path in MODELS.glob("*.safetensors") if not path.name.endswith(".figures.safetensors"))
names = [path.name.removesuffix(".safetensors") for path in made]


def agrees(ours, theirs):
    """To 1e-4; a bound of thousands of nats, whose float32 is coarser than that, to five millionths of it."""
    np.testing.assert_allclose(ours.reshape(theirs.shape), theirs, rtol=5e-6, atol=1e-4, equal_nan=False)


def make_figures(path):
    """Of a model that the crate did not write."""
    subprocess.run([PROGRAM, "of", path], check=True)
    return figures_of(path)


def figures_of(path):
    """What the crate makes of a model, by name: [N, ...] each."""
    figures = load_file(path.with_suffix(".figures.safetensors"))
    figures["classes"] = figures["classes"].ravel().astype("int64")
    return figures
