"""Trains a model of Latent Explorer on, on as many processes as torchrun starts, and writes it as a file that opens there.

    torchrun --nproc-per-node=4 latent_train.py --weights model.safetensors --data mnist --out mine.safetensors --epochs 10

Each process takes its share of every batch, and PyTorch's DistributedDataParallel averages their gradients: the steps are those of
one process with batches that are as many times larger. The weights may be those of a run's checkpoint; the optimiser, Adam, starts
afresh. Training is the ELBO's, or with --samples the importance-weighted bound's (Burda et al. 2016). Needs what latent_vae.py
needs, which lies beside it.
"""

import argparse
import gzip
from pathlib import Path

import numpy as np
import torch
from latent_vae import VAE
from torch import distributed, nn
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, DistributedSampler, TensorDataset

FILES = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte"]


def read_idx(folder, name):
    """The numbers of an IDX file of bytes, plain or gzip."""
    packed = Path(folder, f"{name}.gz")
    data = gzip.decompress(packed.read_bytes()) if packed.exists() else Path(folder, name).read_bytes()
    sizes = np.frombuffer(data, ">u4", count=data[3], offset=4)
    return np.frombuffer(data, np.uint8, offset=4 + 4 * len(sizes)).reshape(sizes)


def shown(pixels, view):
    """Grey pixels from 0 to 1 as the model is shown them."""
    if view == "binarised":
        return torch.bernoulli(pixels)
    return (pixels > 0.5).float() if view == "thresholded" else pixels


class Loss(nn.Module):
    """What training makes smaller, in nats an image: DistributedDataParallel averages the gradients of what its module returns."""

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
    if (kind := model.config["data"].get("kind", "image")) != "image":
        raise SystemExit(f"expected a model of images, got one of {kind}: train it on by `latent train --resume`")
    loss = DistributedDataParallel(Loss(model, options.samples))
    optimizer = torch.optim.Adam(model.parameters(), options.learning_rate)
    images, labels = (torch.from_numpy(read_idx(options.data, name).copy()) for name in FILES)
    data = TensorDataset(images, labels)
    sampler = DistributedSampler(data, seed=options.seed, drop_last=True)
    loader = DataLoader(data, options.batch_size // processes, sampler=sampler, drop_last=True)
    for epoch in range(options.epochs):
        sampler.set_epoch(epoch)
        total = torch.zeros(2, device=device)
        for pixels, classes in loader:
            nats = loss(pixels.to(device).float() / 255, classes.to(device).long())
            optimizer.zero_grad()
            nats.backward()
            optimizer.step()
            total += torch.stack([nats.detach(), torch.ones((), device=device)])
        distributed.all_reduce(total)
        if rank == 0:
            print(f"epoch {epoch + 1}: {total[0] / total[1]:.3f} nats an image in training", flush=True)
    if rank == 0:
        model.save(options.out)
    distributed.destroy_process_group()


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", required=True, help="a model's file, or a run's checkpoint")
    parser.add_argument("--data", required=True, help=f"a folder with {' and '.join(FILES)}, plain or .gz")
    parser.add_argument("--out", required=True, help="where the trained model goes, as safetensors")
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--batch-size", type=int, default=128, help="images of a step, over all processes")
    parser.add_argument("--learning-rate", type=float, default=1e-3, help="Adam's")
    parser.add_argument("--samples", type=int, default=1, help="of z for each image: 1 is the ELBO")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    train(options())
