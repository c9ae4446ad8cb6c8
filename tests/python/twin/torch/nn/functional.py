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
