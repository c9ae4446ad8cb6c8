import numpy as np

from ..tensor import of


def relu(x):
    return of(np.maximum(x, 0))


def softplus(x):
    return of(np.logaddexp(x, 0))


def logsigmoid(x):
    return -softplus(-x)


def one_hot(classes, count):
    return of(np.eye(count, dtype=np.int64)[classes])


def normalize(rows):
    """Divided by their length."""
    return of(rows / np.maximum(np.sqrt((rows * rows).sum(1, keepdims=True)), np.float32(1e-12)))


def log_softmax(rows, dimension):
    shifted = rows - rows.max(dimension, keepdims=True)
    return of(shifted - np.log(np.exp(shifted).sum(dimension, keepdims=True)))


def pad(rows, widths, value=0):
    """Of the last dimension."""
    return of(np.pad(rows, [*[(0, 0)] * (rows.ndim - 1), widths], constant_values=value))
