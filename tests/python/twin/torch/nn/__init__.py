"""Modules, which know their tensors by name, and the layers of a model. What they start with is left to PyTorch."""

import numpy as np

from ..tensor import of
from . import functional

__all__ = ["Conv2d", "ConvTranspose2d", "LayerNorm", "Linear", "Module", "ModuleList", "Parameter", "functional"]


class Parameter:
    def __init__(self, data):
        self.data = of(data)


class Module:
    def __call__(self, *inputs):
        return self.forward(*inputs)

    def named(self, prefix=""):
        """Each parameter, and where it is kept."""
        for name, value in vars(self).items():
            if isinstance(value, Parameter):
                yield prefix + name, value
            elif isinstance(value, Module):
                yield from value.named(f"{prefix}{name}.")

    def state_dict(self):
        return {name: parameter.data for name, parameter in self.named()}

    def load_state_dict(self, values):
        own = dict(self.named())
        assert own.keys() == values.keys(), f"expected {[*own]}, got {[*values]}"
        for name, parameter in own.items():
            assert parameter.data.shape == values[name].shape, f"{name}: expected {parameter.data.shape}"
            parameter.data = values[name]

    def __getattribute__(self, name):
        value = object.__getattribute__(self, name)
        return value.data if isinstance(value, Parameter) else value


class ModuleList(Module):
    def __init__(self, modules):
        self.__dict__.update({str(index): module for index, module in enumerate(modules)})

    def __iter__(self):
        return iter(vars(self).values())

    def __len__(self):
        return len(vars(self))

    def __getitem__(self, index):
        return vars(self)[str(index)]


class Layer(Module):
    def __init__(self, weight, outputs):
        self.weight = Parameter(np.zeros(weight, np.float32))
        self.bias = Parameter(np.zeros(outputs, np.float32))


class Linear(Layer):
    def __init__(self, inputs, outputs):
        super().__init__((outputs, inputs), outputs)

    def forward(self, x):
        return x @ self.weight.T + self.bias


class LayerNorm(Layer):
    """Of rows, with an epsilon of 1e-5."""

    def __init__(self, features):
        super().__init__(features, features)

    def forward(self, x):
        deviation = np.sqrt(x.var(1, keepdims=True) + np.float32(1e-5))
        return of((x - x.mean(1, keepdims=True)) / deviation * self.weight + self.bias)


class Conv2d(Layer):
    def __init__(self, inputs, outputs, kernel_size, stride, padding):
        super().__init__((outputs, inputs, kernel_size, kernel_size), outputs)
        self.stride, self.padding = stride, padding

    def forward(self, x):
        edge = (self.padding, self.padding)
        padded = np.pad(x, [(0, 0), (0, 0), edge, edge])
        windows = np.lib.stride_tricks.sliding_window_view(padded, self.weight.shape[2:], axis=(2, 3))
        steps = windows[:, :, :: self.stride, :: self.stride]
        return of(np.einsum("nchwij,dcij->ndhw", steps, self.weight) + self.bias[:, None, None])


class ConvTranspose2d(Layer):
    """The gradient of a convolution: each pixel paints its kernel."""

    def __init__(self, inputs, outputs, kernel_size, stride, padding):
        super().__init__((inputs, outputs, kernel_size, kernel_size), outputs)
        self.stride, self.padding = stride, padding

    def forward(self, x):
        count, _, height, width = x.shape
        _, outputs, side, _ = self.weight.shape
        reach = [self.stride * (size - 1) for size in (height, width)]
        painted = np.zeros((count, outputs, reach[0] + side, reach[1] + side), np.float32)
        for i in range(side):
            for j in range(side):
                down, right = (slice(at, at + end + 1, self.stride) for at, end in zip((i, j), reach))
                painted[:, :, down, right] += np.einsum("nchw,cd->ndhw", x, self.weight[:, :, i, j])
        inside = slice(self.padding, -self.padding or None)
        return of(painted[:, :, inside, inside] + self.bias[:, None, None])
