"""A model trained on by several processes at once, against one process: the same steps, and a file that the crate's models fit."""

import re
import struct
import subprocess
import sys

import numpy as np
import pytest
import torch
from conftest import MODULE
from latent_vae import VAE

if not hasattr(torch, "__version__"):
    pytest.skip("trains with PyTorch itself: PYTORCH=1 installs it", allow_module_level=True)

# An autoencoder draws nothing, so that the same images make the same steps however they are shared.
CONFIG = {"latentSize": 2, "hiddenSizes": [8], "deterministic": True}
COUNT = 64


@pytest.fixture
def run(tmp_path):
    images = np.random.default_rng(1).integers(0, 256, (COUNT, 28, 28), np.uint8)
    idx = lambda sizes: bytes([0, 0, 8, len(sizes)]) + struct.pack(f">{len(sizes)}I", *sizes)
    (tmp_path / "train-images-idx3-ubyte").write_bytes(idx(images.shape) + images.tobytes())
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(idx([COUNT]) + bytes(COUNT))
    torch.manual_seed(1)

    def run(processes, config=CONFIG, *more):
        start, out = tmp_path / "start.safetensors", tmp_path / f"{processes}.safetensors"
        if not start.exists():
            VAE(config).save(start)
        torchrun = [sys.executable, "-m", "torch.distributed.run", "--standalone", f"--nproc-per-node={processes}"]
        files = ["--weights", start, "--data", tmp_path, "--out", out, "--epochs", "3", "--batch-size", "16"]
        done = subprocess.run([*torchrun, MODULE / "latent_train.py", *files, *more], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return VAE.load(start), VAE.load(out), [float(nats) for nats in re.findall(r": (\S+) nats", done.stdout)]

    return run


def test_two_processes_take_the_steps_of_one(run):
    start, one, losses = run(1)
    _, two, other_losses = run(2)
    assert losses == sorted(losses, reverse=True) and len(losses) == 3
    assert np.allclose(losses, other_losses, rtol=1e-4)
    for before, ours, theirs in zip(*(model.state_dict().values() for model in [start, one, two]), strict=True):
        assert torch.allclose(ours, theirs, atol=1e-5)
        assert not torch.equal(before, ours)


def test_the_bound_of_a_binarised_model_gets_smaller(run):
    config = {**CONFIG, "deterministic": False, "dataView": "binarised"}
    _, _, losses = run(2, config, "--samples", "3", "--learning-rate", "0.01")
    assert losses[2] < losses[0]
