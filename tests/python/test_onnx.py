"""The ONNX files that the page saves: valid, run by onnxruntime to the crate's figures, and opened by Netron."""

import json
import subprocess
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from figures import MODELS, agrees, figures_of, names
from safetensors.numpy import load_file


def run(path, figures, **rows):
    """What a file makes of rows by the names that they come in as, and of the classes where it wants them; by the outputs' names."""
    onnx.checker.check_model(path, full_check=True)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    wanted = {each.name: each.shape for each in session.get_inputs()}
    given = {name: each.reshape(-1, *wanted[name][1:]) for name, each in rows.items()} | {"classes": figures["classes"]}
    outputs = [output.name for output in session.get_outputs()]
    return dict(zip(outputs, session.run(outputs, {each: given[each] for each in wanted})))


@pytest.mark.parametrize("name", names)
def test_encoder_and_decoder_give_the_crate_s_figures(name):
    figures = figures_of(MODELS / f"{name}.safetensors")
    given = {"texts": texts_of(figures)} if "written" in figures else {"images": figures["inputs"]}
    encoded = run(MODELS / f"{name}.encoder.onnx", figures, **given)
    assert ("log_var" in encoded) == ("log_var" in figures)
    for output, values in encoded.items():
        agrees(values, figures[output])
    decoder = MODELS / f"{name}.decoder.onnx"
    if "written" in figures:
        decoded = run(decoder, figures, z=figures["mean"], **given)
        tells(decoded, figures)
    else:
        decoded = run(decoder, figures, z=figures["mean"])
        agrees(decoded["images"], figures["decoded"])
    assert ("log_var" in decoded) == ("decoded_log_var" in figures)
    if "log_var" in decoded:
        agrees(decoded["log_var"], figures["decoded_log_var"])
    stored = load_file(MODELS / f"{name}.safetensors")
    prior = {each.replace("prior.", "prior_"): values for each, values in stored.items() if each.startswith("prior.")}
    assert {each for each in decoded if each.startswith("prior_")} == prior.keys()
    for output, values in prior.items():
        agrees(decoded[output], values)


def texts_of(figures):
    return figures["inputs"][:, : figures["written"].shape[1]].astype("int64")


def tells(decoded, figures):
    """Of texts, whose colours stand behind their characters."""
    agrees(decoded["log_p"], figures["log_p"])
    coloured = figures["inputs"].shape[1] - figures["written"].shape[1]
    assert ("colours" in decoded) == (coloured > 0)
    if coloured:
        agrees(decoded["colours"], 1 / (1 + np.exp(-figures["decoded"][:, -coloured:])))


def test_netron_opens_each_and_knows_its_operators():
    paths = sorted(MODELS.glob("*.onnx"))
    command = ["node", Path(__file__).parent / "netron.mjs", files("netron"), *paths]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    assert len(lines) == len(paths) == 2 * len(names)
    for path, line in zip(paths, lines):
        seen = json.loads(line)
        assert seen["format"] == "ONNX v8" and seen["unknown"] == [], path
        is_of_texts = "written" in figures_of(MODELS / f"{path.name.split('.')[0]}.safetensors")
        given, made = {
            ("encoder", False): ("images", "mean"),
            ("encoder", True): ("texts", "mean"),
            ("decoder", False): ("z", "images"),
            ("decoder", True): ("z", "log_p"),
        }[seen["name"], is_of_texts]
        assert given in seen["inputs"] and made in seen["outputs"], path
        assert ("classes" in seen["inputs"]) == ("conditional" in path.name or path.name.startswith("mixed")), path
