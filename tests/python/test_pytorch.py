"""The module that the page saves, against the crate: the same figures from the same file, both ways."""

import importlib.util
import json

import numpy as np
import pytest
import torch
from figures import MODELS, figures_of, make_figures, names
from figures import agrees as arrays_agree
from latent_vae import VAE, sample
from safetensors.numpy import save_file


def agrees(ours, theirs):
    arrays_agree(ours.detach().numpy(), theirs)


def tensor(values):
    return torch.from_numpy(values)


def holds(model, figures):
    inputs, targets, classes = (tensor(figures[name]) for name in ["inputs", "targets", "classes"])
    latent = model.config["latentSize"]
    noise = tensor(figures["noise"].reshape(-1, latent))
    lower_noise = tensor(figures["lower_noise"].reshape(len(noise), -1)) if model.lower else None
    mean, log_var, *below = model.encode(inputs, classes)
    agrees(mean, figures["mean"])
    assert bool(below) == ("below" in figures)
    for part in below:
        agrees(part, figures["below"])
    _, said = model.encode_whole(inputs, classes)
    for part, name in zip(said if model.lower else [], ["lower_mean", "lower_log_var"]):
        agrees(part, figures[name])
    assert (log_var is None) == ("log_var" not in figures)
    if log_var is not None:
        agrees(log_var, figures["log_var"])
    if model.encoder.is_of_texts:
        writes(model, mean, figures)
    else:
        decoded = model.decode(mean, classes)
        image = tuple(model.encoder.image)
        assert tuple(decoded.shape[1:]) == (image[-1:] if model.encoder.is_of_items else image)
        agrees(decoded, figures["decoded"])
    _, decoded_log_var = model.decoder(model.lowest(mean, classes), model.told(classes))
    assert (decoded_log_var is None) == ("decoded_log_var" not in figures)
    if decoded_log_var is not None:
        agrees(decoded_log_var, figures["decoded_log_var"])
    samples = len(noise) // len(inputs)
    if samples == 1:
        agrees(model.elbo(inputs, classes, noise, targets, lower_noise), figures["bound"])
    else:
        agrees(model.importance_bound(inputs, classes, samples, noise, targets, lower_noise), figures["bound"])


def writes(model, mean, figures):
    agrees(model.decoder(mean, None)[0], figures["decoded"])
    places, letters = model.encoder.places, ["", *model.config["data"]["items"]]
    spelt = lambda rows: ["".join(letters[int(number)] for number in row) for row in rows]
    texts, colours = model.write(mean)
    assert texts == spelt(figures["written"])
    assert (colours is None) == (figures["inputs"].shape[1] == places)
    read = spelt(figures["inputs"][:, :places])
    given = None if colours is None else figures["inputs"][:, places:]
    agrees(model.rows(read, given), figures["inputs"])
    sampled, _ = model.sample(3)
    assert len(sampled) == 3 and all(set(text) <= set(letters[1:]) for text in sampled)


@pytest.mark.parametrize("name", names)
def test_a_file_of_the_crate_gives_the_same_figures(name):
    path = MODELS / f"{name}.safetensors"
    holds(VAE.load(path), figures_of(path))


@pytest.mark.parametrize("name", names)
def test_a_file_of_the_module_comes_in_and_gives_the_same_figures(name, tmp_path):
    config = VAE.load(MODELS / f"{name}.safetensors").config
    model = VAE(config)
    generator = np.random.default_rng(1)
    draw = lambda shape: generator.normal(0, 1 / np.sqrt(np.prod(shape[1:])), shape).astype("float32")
    model.load_state_dict({name: tensor(draw(value.shape)) for name, value in model.state_dict().items()})
    path = tmp_path / "mine.safetensors"
    model.save(path)
    holds(model, make_figures(path))


@pytest.mark.parametrize("name", names)
def test_the_module_that_is_saved_beside_a_file_makes_a_fresh_model_like_it(name):
    spec = importlib.util.spec_from_file_location("saved", MODELS / f"{name}.py")
    saved = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(saved)
    loaded = VAE.load(MODELS / f"{name}.safetensors")
    assert saved.CONFIG == loaded.config
    fresh, shapes = saved.VAE(), lambda model: {name: value.shape for name, value in model.state_dict().items()}
    assert shapes(fresh) == shapes(loaded)


def test_of_a_run_s_checkpoint_its_model_is_loaded(tmp_path):
    model = VAE.load(MODELS / f"{names[0]}.safetensors")
    values = {name: value.numpy() for name, value in model.state_dict().items()}
    moments = {f"optimizer.first.{name}": np.full_like(value, 7) for name, value in values.items()}
    path = tmp_path / "run.safetensors"
    save_file({**moments, **values}, path, metadata={"model": json.dumps(model.config), "run": "{}"})
    for name, value in VAE.load(path).state_dict().items():
        agrees(value, values[name])


def test_noise_that_is_not_given_is_drawn():
    mean = tensor(np.zeros((1000, 2), np.float32))
    z, noise = sample(mean, mean + 2 * np.log(3))
    agrees(z, 3 * noise.numpy())
    assert abs(noise.numpy().std() - 1) < 0.1


def test_images_are_made_from_draws_of_the_prior():
    for name in [next(each for each in names if each.startswith(kind)) for kind in ("vae", "mixture", "lower")]:
        model = VAE.load(MODELS / f"{name}.safetensors")
        draws = model.prior.draw(20_000).detach().numpy()
        if model.prior.is_mixture:
            weights, means = np.exp(model.prior.log_weights().detach().numpy()), model.prior.means.detach().numpy()
            variances = np.exp(model.prior.log_vars.detach().numpy())
            mean = weights @ means
            spread = weights @ (variances + (means - mean) ** 2)
        else:
            mean, spread = np.zeros(draws.shape[1]), np.ones(draws.shape[1])
        assert np.allclose(draws.mean(0), mean, atol=0.05 * np.sqrt(spread).max())
        assert np.allclose(draws.var(0), spread, rtol=0.06)
        assert model.sample(3).shape == (3, *model.encoder.image)


def test_a_model_of_texts_says_what_it_cannot_read():
    model = VAE.load(MODELS / "texts-plain.safetensors")
    for text, what in (("a\u00df", "'\u00df' in"), ("", "got 0 characters"), ("a" * 8, "got 8 characters")):
        with pytest.raises(ValueError, match=f"expected 1 to 7 characters that the model knows, .*{what}"):
            model.rows([text])
    with pytest.raises(ValueError, match="ask for write"):
        model.decode(model.encode(model.rows(["a"]))[0])


def test_a_conditional_model_says_that_it_misses_the_classes():
    name = next(name for name in names if name.startswith("conditional"))
    figures = figures_of(MODELS / f"{name}.safetensors")
    model = VAE.load(MODELS / f"{name}.safetensors")
    with pytest.raises(ValueError, match="expected the classes"):
        model.encode(tensor(figures["inputs"]))
