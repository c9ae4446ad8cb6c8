"""Writes www/app/export/numpy-files.json: arrays as NumPy itself writes them, for the page's writer to be held against.

    pip install numpy && python3 tests/python/numpy_files.py
"""

import base64
import io
import json
import pathlib

import numpy as np

ARRAYS = [
    np.array([1.5, -2.25, 0.0], dtype="<f4"),
    np.arange(6, dtype="<f4").reshape(2, 3) / 7,
    np.arange(24, dtype="u1").reshape(2, 3, 4),
    np.array([-1, 2**31 - 1], dtype="<i4"),
    np.zeros((0, 2), dtype="<f4"),
    np.zeros((1000, 1), dtype="u1"),
]


def saved(array):
    file = io.BytesIO()
    np.save(file, array)
    return base64.b64encode(file.getvalue()).decode()


files = [
    {"type": array.dtype.name, "shape": array.shape, "values": array.ravel().tolist(), "file": saved(array)}
    for array in ARRAYS
]
path = pathlib.Path(__file__).parents[2] / "www/app/export/numpy-files.json"
path.write_text(json.dumps({"numpy": np.__version__, "files": files}) + "\n")
