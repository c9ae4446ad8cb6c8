"""PyTorch where it is installed, else its NumPy twin."""

import importlib.util
import sys
from pathlib import Path

HERE = Path(__file__).parent
MODULE = HERE.parent.parent / "www/features/model-files"

sys.path.insert(0, str(MODULE))
if importlib.util.find_spec("torch") is None:
    sys.path.insert(0, str(HERE / "twin"))


def pytest_report_header():
    import torch

    return f"torch: {getattr(torch, '__version__', 'the NumPy twin')}"
