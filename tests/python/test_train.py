"""A model trained on by several processes at once, against one process: the same steps, and a file that the crate's models fit."""

import gzip
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

from latent_train import Rows, characters

# An autoencoder draws nothing, so that the same images make the same steps however they are shared.
CONFIG = {"latentSize": 2, "hiddenSizes": [8], "deterministic": True}
COUNT = 64
ITEMS = {
    "data": {"kind": "items", "width": 6, "height": 1, "channels": 1, "classes": ["?"], "items": list("abcdef")},
    "likelihood": {"kind": "multinomial"},
}
TEXTS = {
    "data": {"kind": "text", "width": 7, "height": 1, "channels": 2, "classes": ["?"], "items": list("abc"), "colour": True},
    "likelihood": {"kind": "characters", "window": 2, "embedding": 4},
}


def idx(*sizes):
    return bytes([0, 0, 8, len(sizes)]) + struct.pack(f">{len(sizes)}I", *sizes)


def file_of(rows):
    """Counts [N, items] as the crate writes rows (`crate/src/data/rows_file.rs`)."""
    lengths, gaps, counts = [], [], []
    for row in rows:
        items = np.flatnonzero(row)
        lengths.append(len(items))
        gaps += np.diff(items, prepend=-1).tolist()
        counts += row[items].tolist()
    gaps = [gap - 1 for gap in gaps]
    head = b"LROWS\0\0\x01" + struct.pack("<3I", *rows.shape, len(counts))
    return head + struct.pack(f"<{len(lengths)}I{len(gaps)}H", *lengths, *gaps) + bytes(counts)


def texts_of(random):
    """Texts of one to four of three characters, each with a colour: [N, 2, 4 + 3]."""
    texts = np.zeros((COUNT, 2, 7), np.uint8)
    for text in texts[:, 0]:
        length = random.integers(1, 5)
        text[:length] = random.integers(1, 4, length)
        text[4:] = random.integers(0, 256, 3)
    return texts


def write_images(folder, images):
    (folder / "train-images-idx3-ubyte").write_bytes(idx(*images.shape) + images.tobytes())
    (folder / "train-labels-idx1-ubyte").write_bytes(idx(COUNT) + bytes(COUNT))


@pytest.fixture
def run(tmp_path):
    write_images(tmp_path, np.random.default_rng(1).integers(0, 256, (COUNT, 28, 28), np.uint8))
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


def test_rows_of_items_are_those_that_were_written(tmp_path):
    rows = np.random.default_rng(2).integers(0, 3, (COUNT, 6), np.uint8)
    read = Rows(file_of(rows))
    assert np.array_equal([read[row] for row in range(len(read))], rows)


def test_rows_of_items_are_trained_on(run, tmp_path):
    rows = np.random.default_rng(2).integers(0, 3, (COUNT, 6), np.uint8)
    (tmp_path / "train-rows.gz").write_bytes(gzip.compress(file_of(rows)))
    _, _, losses = run(2, {**CONFIG, **ITEMS}, "--learning-rate", "0.01")
    assert losses == sorted(losses, reverse=True)


def test_texts_are_what_the_model_makes_rows_of():
    texts = texts_of(np.random.default_rng(3))
    letters = ["", *"abc"]
    written = ["".join(letters[number] for number in text[:4]) for text in texts[:, 0]]
    model = VAE({**CONFIG, **TEXTS})
    assert torch.equal(torch.from_numpy(characters(texts, TEXTS["data"])), model.rows(written, texts[:, 0, 4:] / 255))


def test_texts_with_colours_are_trained_on(run, tmp_path):
    write_images(tmp_path, texts_of(np.random.default_rng(3)))
    _, _, losses = run(2, {**CONFIG, **TEXTS}, "--learning-rate", "0.01")
    assert losses == sorted(losses, reverse=True)


def test_data_of_another_size_are_refused_in_words(run):
    with pytest.raises(AssertionError, match="expected samples of 6 numbers, as the model's, with a class each, got 64 of 784"):
        run(1, {**CONFIG, **ITEMS})
