"""Trains a model of Latent Explorer on, on as many processes as torchrun starts, and writes it as a file that opens there.

    torchrun --nproc-per-node=4 latent_train.py --weights model.safetensors --data mnist --out mine.safetensors --epochs 10

Each process takes its share of every batch, and PyTorch's DistributedDataParallel averages their gradients: the steps are those of
one process with batches that are as many times larger. The weights may be those of a run's checkpoint; the optimiser, Adam, starts
afresh. Training is the ELBO's, or with --samples the importance-weighted bound's (Burda et al. 2016). The data are images, texts or
rows of items, as those of words, whichever the model is of. Needs what latent_vae.py needs, which lies beside it.
"""

import argparse
import gzip
from pathlib import Path

import numpy as np
import torch
from latent_vae import COLOUR, VAE
from torch import distributed, nn
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, Dataset, DistributedSampler

IMAGES, ROWS, LABELS = "train-images-idx3-ubyte", "train-rows", "train-labels-idx1-ubyte"
# How a file of rows of items begins.
MAGIC = b"LROWS\0\0\x01"


def read(folder, name):
    """The bytes of a file, plain or gzip."""
    packed = Path(folder, f"{name}.gz")
    return gzip.decompress(packed.read_bytes()) if packed.exists() else Path(folder, name).read_bytes()


def read_idx(folder, name):
    """The numbers of an IDX file of bytes."""
    data = read(folder, name)
    sizes = np.frombuffer(data, ">u4", count=data[3], offset=4)
    return np.frombuffer(data, np.uint8, offset=4 + 4 * len(sizes)).reshape(sizes).copy()


class Rows:
    """A file of rows of items: of each row how many entries it has, of each entry how many items lie between it and the one before
    in its row, and its count. A row is as many counts as there are items."""

    def __init__(self, data):
        if not data.startswith(MAGIC):
            raise SystemExit(f"expected a file of rows, got one that begins with {data[:8]!r}")
        rows, self.items, entries = np.frombuffer(data, "<u4", count=3, offset=8)
        lengths = np.frombuffer(data, "<u4", count=rows, offset=20)
        self.ends = np.cumsum(np.concatenate([[0], lengths]))
        self.gaps = np.frombuffer(data, "<u2", count=entries, offset=20 + 4 * rows)
        self.counts = np.frombuffer(data, np.uint8, count=entries, offset=20 + 4 * rows + 2 * entries)

    def __len__(self):
        return len(self.ends) - 1

    def __getitem__(self, index):
        entries = slice(self.ends[index], self.ends[index + 1])
        gaps = self.gaps[entries].astype(int)
        row = np.zeros(self.items, np.float32)
        row[np.cumsum(gaps) + np.arange(len(gaps))] = self.counts[entries]
        return row


def characters(texts, data):
    """Texts [N, 2, width], all low bytes of their characters before all high ones, as the model takes them: colours, where it has
    such, stand in the last places of the low ones."""
    places = data["width"] - (COLOUR if data.get("colour") else 0)
    ids = texts[:, 0, :places] + 256.0 * texts[:, 1, :places]
    return np.concatenate([ids, texts[:, 0, places:] / 255.0], 1).astype(np.float32)


def samples_of(folder, data):
    """What the model takes of each sample; of images their bytes, [channels * height, width]."""
    kind = data.get("kind", "image")
    if kind == "items" and any(Path(folder, ROWS + end).exists() for end in ["", ".gz"]):
        return Rows(read(folder, ROWS))
    images = read_idx(folder, IMAGES)
    return characters(images, data) if kind == "text" else images


class Samples(Dataset):
    """Each sample with its class; a model of data of another size is refused."""

    def __init__(self, folder, data):
        self.samples, self.labels = samples_of(folder, data), read_idx(folder, LABELS)
        text = data.get("kind") == "text"
        size = data["width"] if text else data["width"] * data["height"] * data["channels"]
        if (came := self.samples[0].size) != size or len(self.samples) != len(self.labels):
            what = f"{len(self.samples)} of {came} with {len(self.labels)} classes"
            raise SystemExit(f"expected samples of {size} numbers, as the model's, with a class each, got {what}")

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, index):
        return self.samples[index], int(self.labels[index])


def shown(pixels, view):
    """Grey pixels from 0 to 1 as the model is shown them."""
    if view == "binarised":
        return torch.bernoulli(pixels)
    return (pixels > 0.5).float() if view == "thresholded" else pixels


class Loss(nn.Module):
    """What training makes smaller, in nats a sample: DistributedDataParallel averages the gradients of what its module returns."""

    def __init__(self, model, samples):
        super().__init__()
        self.model, self.samples = model, samples

    def forward(self, images, classes):
        images = shown(images, self.model.config["dataView"])
        if self.samples > 1:
            return -self.model.importance_bound(images, classes, self.samples).mean()
        return -self.model.elbo(images, classes).mean()


def train(options):
    distributed.init_process_group("nccl" if torch.cuda.is_available() else "gloo")
    rank, processes = distributed.get_rank(), distributed.get_world_size()
    device = torch.device("cuda", rank % torch.cuda.device_count()) if torch.cuda.is_available() else torch.device("cpu")
    torch.manual_seed(options.seed + rank)
    model = VAE.load(options.weights).to(device)
    loss = DistributedDataParallel(Loss(model, options.samples))
    optimizer = torch.optim.Adam(model.parameters(), options.learning_rate)
    data = Samples(options.data, model.config["data"])
    scale = 255 if model.config["data"].get("kind", "image") == "image" else 1
    sampler = DistributedSampler(data, seed=options.seed, drop_last=True)
    loader = DataLoader(data, options.batch_size // processes, sampler=sampler, drop_last=True)
    for epoch in range(options.epochs):
        sampler.set_epoch(epoch)
        total = torch.zeros(2, device=device)
        for samples, classes in loader:
            nats = loss(samples.to(device).float() / scale, classes.to(device))
            optimizer.zero_grad()
            nats.backward()
            optimizer.step()
            total += torch.stack([nats.detach(), torch.ones((), device=device)])
        distributed.all_reduce(total)
        if rank == 0:
            print(f"epoch {epoch + 1}: {total[0] / total[1]:.3f} nats a sample in training", flush=True)
    if rank == 0:
        model.save(options.out)
    distributed.destroy_process_group()


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", required=True, help="a model's file, or a run's checkpoint")
    parser.add_argument("--data", required=True, help=f"a folder with {IMAGES}, or of items {ROWS}, and {LABELS}, plain or .gz")
    parser.add_argument("--out", required=True, help="where the trained model goes, as safetensors")
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--batch-size", type=int, default=128, help="samples of a step, over all processes")
    parser.add_argument("--learning-rate", type=float, default=1e-3, help="Adam's")
    parser.add_argument("--samples", type=int, default=1, help="of z for each sample: 1 is the ELBO")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    train(options())
