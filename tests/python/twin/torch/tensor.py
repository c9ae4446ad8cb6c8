"""A tensor: an array with the methods by which PyTorch differs from NumPy."""

import numpy as np


class Tensor(np.ndarray):
    device = "cpu"

    def float(self):
        return self.astype(np.float32)

    def long(self):
        return self.astype(np.int64)

    def cpu(self):
        return self

    def detach(self):
        return self

    def contiguous(self):
        return of(np.ascontiguousarray(self))

    def numpy(self):
        return np.asarray(self)

    def flatten(self, start):
        return self.reshape(*self.shape[:start], -1)

    def chunk(self, count, dimension):
        return np.split(self, count, dimension)

    def clamp(self, min):
        return of(np.maximum(self, min))

    def square(self):
        return of(np.square(self))

    def repeat_interleave(self, count, dimension):
        return of(np.repeat(self, count, dimension))


def of(values):
    return np.asarray(values).view(Tensor)
