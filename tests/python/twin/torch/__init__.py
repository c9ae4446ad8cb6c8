"""As much of PyTorch in NumPy as `latent_vae.py` uses: its twin, for machines without PyTorch.

The semantics are those of PyTorch's documentation, in float32.
"""

import numpy as np

from . import nn
from .tensor import Tensor, of

__all__ = ["Tensor", "nn"]


def from_numpy(values):
    return of(values)


def randn(*shape):
    return of(np.random.standard_normal(shape).astype(np.float32))


def multinomial(weights, count, replacement):
    chances = weights.astype(np.float64)
    return of(np.random.choice(len(weights), count, replacement, chances / chances.sum()))


def zeros(*shape):
    return of(np.zeros(shape, np.float32))


def tensor(values):
    return of(np.array(values))


def arange(count, device):
    return of(np.arange(count))


def gather(values, dimension, indices):
    return of(np.take_along_axis(values, indices, dimension))


def full(shape, value, device):
    return of(np.full(shape, value, np.float32))


def randn_like(values):
    return of(np.random.standard_normal(values.shape).astype(np.float32))


def cat(tensors, dimension):
    return of(np.concatenate(tensors, dimension))


def exp(values):
    return of(np.exp(values))


def sigmoid(values):
    return of(0.5 * (1 + np.tanh(0.5 * values)))  # overflows nowhere


def logsumexp(values, dimension):
    largest = values.max(dimension, keepdims=True)
    return of(np.log(np.exp(values - largest).sum(dimension)) + largest.squeeze(dimension))


def softmax(rows, dimension):
    return of(np.exp(nn.functional.log_softmax(rows, dimension)))
