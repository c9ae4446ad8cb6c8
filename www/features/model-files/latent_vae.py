"""A model of Latent Explorer in PyTorch, of any kind that its settings describe. Needs torch, numpy and safetensors.

    from latent_vae import VAE

    model = VAE.load("model.safetensors")
    mean, log_var = model.encode(images)    # [N, channels, height, width] from 0 to 1, or [N, pixels]; [N, Z] each
    means = model.decode(mean)              # of the pixels, [N, channels, height, width]
    nats = model.elbo(images)               # of each image, [N]
    made = model.sample(16)                 # images that were never there: decoded from draws of the prior p(z)
    model.save("mine.safetensors")          # opens in Latent Explorer

A model of items (of words too) takes rows of counts in place of images, [N, items], and decode() gives each item's probability. A model of
texts takes rows of characters, and writes:

    rows = model.rows(["deep sky blue"])    # [N, characters], with colours behind them where it has such
    mean, log_var = model.encode(rows)
    texts, colours = model.write(mean)      # the likeliest character each time; colours [N, 3] from 0 to 1, or None

A conditional model is told the classes too, as indices [N]: model.encode(images, classes). An autoencoder has no log_var. Where the
posterior has a full covariance, encode() gives log_var of the diagonal of L in L L', and as a third what stands below it, row by row.
A model with a second layer of latents h below z decodes z through the mean of p(h|z), and sample() through a draw from it.
Figures on grey, binarised and thresholded pixels are different quantities: config["dataView"] says which were trained on.
"""

import json
import math

import torch
from safetensors import safe_open
from safetensors.numpy import save_file
from torch import nn
from torch.nn import functional as F

# What the model is made of that this file was saved beside: VAE(CONFIG) is a fresh one like it.
CONFIG = json.loads(r"""
{
  "latentSize": 2,
  "hiddenSizes": [256, 128, 64]
}
""")

# What is as always where a config does not say.
DEFAULTS = {
    "data": {"kind": "image", "width": 28, "height": 28, "channels": 1, "classes": list("0123456789")},
    "decoder": "layers",
    "channels": [],
    "likelihood": {"kind": "bernoulli"},
    "prior": {"kind": "gaussian"},
    "deterministic": False,
    "fullCovariance": False,
    "lowerSize": 0,
    "conditional": False,
    "dataView": "greyscale",
    "residual": False,
    "normalisation": "none",
}

# The least standard deviation of a pixel that is learnt.
MIN_SIGMA = 1 / 32
# Of a colour beside a text.
COLOUR_SIGMA = 0.1
COLOUR = 3
LOG_TAU = math.log(2 * math.pi)


def pairs(sizes):
    return list(zip(sizes, sizes[1:]))


def dense(widths):
    return nn.ModuleList([nn.Linear(inputs, outputs) for inputs, outputs in pairs(widths)])


def through(layers, x):
    for layer in layers:
        x = F.relu(layer(x))
    return x


def norms(config, widths):
    """Of what each hidden layer gives, before its ReLU."""
    return nn.ModuleList([nn.LayerNorm(width) for width in widths[1:]] if config["normalisation"] == "layer" else [])


def shares(config, widths):
    """Of hidden layers as wide as the one before, past which a shortcut leads (He et al. 2016), one over their number; else 0."""
    has_shortcut = [config["residual"] and width == before for width, before in zip(widths[1:], [None, *widths[1:]])]
    return [1 / sum(has_shortcut) if each else 0 for each in has_shortcut]


def through_hidden(part, x):
    """As through(), with norms where the model has them; a layer with a shortcut adds its share to what came before."""
    h = None
    for index, (layer, share) in enumerate(zip(part.hidden, part.shares)):
        h = h + share * layer(x) if share else layer(x)
        x = F.relu(part.norms[index](h) if len(part.norms) else h)
    return x


def beside(x, told):
    return x if told is None else torch.cat([x, told], 1)


class Shape:
    """Sizes that follow from a config."""

    def __init__(self, config):
        data, channels = config["data"], config["channels"]
        self.image = [data["channels"], data["height"], data["width"]]
        # A text's characters, of so many in the alphabet with the end, and what stands behind them.
        self.colour = COLOUR if data.get("colour") else 0
        self.places, self.characters = data["width"] - self.colour, len(data.get("items", [])) + 1
        shrunk = 2 ** len(channels)
        # Between convolutions and dense layers.
        self.features = [(channels or self.image)[-1 if channels else 0], *(side // shrunk for side in self.image[1:])]
        self.classes = len(data["classes"]) if config["conditional"] else 0


class Embedding(nn.Module):
    """A character's numbers at each place, and the place's bias."""

    def __init__(self, shape, size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(shape.characters, size))
        self.bias = nn.Parameter(torch.zeros(shape.places * size))

    def forward(self, ids):
        return self.weight[ids].flatten(1) + self.bias


def backwards(ids):
    """Each text from its last character to its first, as the encoder reads it."""
    at = (ids > 0).sum(1)[:, None] - 1 - torch.arange(ids.shape[1], device=ids.device)
    return torch.gather(ids, 1, at.clamp(min=0)) * (at >= 0)


class Characters(nn.Module):
    """Each next character of a text, told from what is decoded and from a few characters before it (Bowman et al. 2016)."""

    def __init__(self, config):
        super().__init__()
        shape, kind = Shape(config), config["likelihood"]
        self.before, self.hidden = kind["window"], hidden_of(config)
        fresh = lambda rows, columns, inputs: nn.Parameter(torch.randn(rows, columns) / math.sqrt(inputs))
        self.table = fresh(shape.characters, kind["embedding"], kind["embedding"])
        self.bias = nn.Parameter(torch.zeros(shape.characters))
        self.window = fresh(self.before * kind["embedding"], self.hidden, self.before * kind["embedding"])
        self.places = nn.Parameter(torch.zeros(shape.places, self.hidden))
        self.projection = fresh(self.hidden, kind["embedding"], self.hidden)

    def forward(self, decoded, ids):
        """log p of all characters at each place, in nats: [N, places, characters], from what texts say before it."""
        places, begun = ids.shape[1], F.pad(ids, [self.before, 0])
        starts = range(self.before - 1, -1, -1)
        before = torch.cat([self.table[begun[:, start : start + places]] for start in starts], 2)
        h = F.relu(before @ self.window + decoded[:, None, : self.hidden] + self.places)
        return F.log_softmax(h @ self.projection @ self.table.T + self.bias, 2)


def hidden_of(config):
    """Of what is decoded, the numbers that tell the characters: as many as asked, or as the first hidden layer has."""
    kind = config["likelihood"]
    return kind.get("units") or (config["hiddenSizes"] or [kind["embedding"]])[0]


class Encoder(nn.Module):
    """Images, rows of items or texts to the parameters of q(z|x)."""

    def __init__(self, config):
        super().__init__()
        shape = Shape(config)
        self.image, self.places = shape.image, shape.places
        self.is_of_items = config["data"]["kind"] == "items"
        self.is_of_texts = config["data"]["kind"] == "text"
        channels = pairs([shape.image[0], *config["channels"]])
        features = math.prod(shape.features)
        if self.is_of_texts:
            features = shape.places * config["likelihood"]["embedding"]
            self.embedding = Embedding(shape, config["likelihood"]["embedding"])
        widths = [features + shape.classes, *config["hiddenSizes"]]
        self.convolutions = nn.ModuleList([nn.Conv2d(i, o, kernel_size=4, stride=2, padding=1) for i, o in channels])
        self.hidden, self.norms, self.shares = dense(widths), norms(config, widths), shares(config, widths)
        latent = config["latentSize"]
        below = latent * (latent - 1) // 2 if config["fullCovariance"] else 0
        of_z = latent if config["deterministic"] else 2 * latent + below
        # Behind it what x says of h.
        self.posterior = nn.Linear(widths[-1], of_z + 2 * config["lowerSize"])

    def forward(self, x, told):
        if self.is_of_items:
            # Counts, divided by their row's length (Liang et al. 2018).
            x = F.normalize(x.flatten(1))
        if self.is_of_texts:
            x = F.relu(self.embedding(backwards(x[:, : self.places].long())))
        else:
            x = through(self.convolutions, x.reshape(-1, *self.image)).flatten(1)
        return self.posterior(through_hidden(self, beside(x, told)))


class Lower(nn.Module):
    """z to p(h|z) of a second layer of latents h: means, and logarithms of variances, [N, H] each."""

    def __init__(self, config):
        super().__init__()
        widths = [config["latentSize"] + Shape(config).classes, *config["hiddenSizes"][-1:]]
        self.hidden, self.norms, self.shares = dense(widths), norms(config, widths), shares(config, widths)
        self.prior = nn.Linear(widths[-1], 2 * config["lowerSize"])

    def forward(self, z, told):
        return self.prior(through_hidden(self, beside(z, told))).chunk(2, 1)


class Decoder(nn.Module):
    """z, or h where there is a second layer of latents, to the logits of the pixels' means, and to the logarithms of their variances, [N, pixels] or [1]; of texts to what tells
    their characters, [N, hidden], and behind it the logits of their colours."""

    def __init__(self, config):
        super().__init__()
        shape = Shape(config)
        self.likelihood = config["likelihood"]
        self.has_topics = config["decoder"] == "topics"
        per_pixel = 2 if self.likelihood["kind"] == "gaussianPixel" else 1
        is_of_texts = config["data"]["kind"] == "text"
        # The first of the encoder's is what tells the characters.
        hidden = [] if self.has_topics else config["hiddenSizes"][1 if is_of_texts else 0 :]
        widths = [(config["lowerSize"] or config["latentSize"]) + shape.classes, *reversed(hidden)]
        self.hidden, self.norms, self.shares = dense(widths), norms(config, widths), shares(config, widths)
        self.features = shape.features
        self.convolutions = nn.ModuleList([])
        if config["channels"]:
            self.unflatten = nn.Linear(widths[-1], math.prod(shape.features))
            channels = pairs([*reversed(config["channels"]), per_pixel * shape.image[0]])
            transposed = [nn.ConvTranspose2d(i, o, kernel_size=4, stride=2, padding=1) for i, o in channels]
            self.convolutions = nn.ModuleList(transposed)
        elif is_of_texts:
            self.context = nn.Linear(widths[-1], hidden_of(config) + shape.colour)
        else:
            self.logits = nn.Linear(widths[-1], per_pixel * math.prod(shape.image))
        if self.likelihood["kind"] == "gaussianShared":
            self.log_var = nn.Parameter(torch.zeros(1))

    def forward(self, z, told):
        if self.has_topics:
            # softmax(B theta + b) of topics' shares theta (Srivastava and Sutton 2017); the weight is B / Z, which meets Z theta.
            z = z.shape[1] * torch.softmax(z, 1)
        h = through_hidden(self, beside(z, told))
        if self.likelihood["kind"] == "characters":
            return self.context(h), None
        return self.split(self.images(self.unflatten(h)) if len(self.convolutions) else self.logits(h))

    def images(self, h):
        h = h.reshape(-1, *self.features)
        for layer in self.convolutions:
            h = layer(F.relu(h))
        return h.flatten(1)

    def split(self, output):
        kind = self.likelihood["kind"]
        if kind == "gaussianFixed":
            return output, torch.full([1], 2 * math.log(self.likelihood["sigma"]), device=output.device)
        if kind == "gaussianShared":
            return output, bounded(self.log_var)
        if kind == "gaussianPixel":
            logits, raw = output.chunk(2, 1)
            return logits, bounded(raw)
        return output, None


def bounded(raw):
    floor = 2 * math.log(MIN_SIGMA)
    return F.softplus(raw - floor) + floor


class Prior(nn.Module):
    """p(z): N(0, I), or a mixture of Gaussians of learnt weights, means and variances (Tomczak and Welling 2018)."""

    def __init__(self, config):
        super().__init__()
        prior, self.latent = config["prior"], config["latentSize"]
        self.is_mixture = prior["kind"] == "mixture"
        if self.is_mixture:
            self.logits = nn.Parameter(torch.zeros(prior["components"]))
            self.means = nn.Parameter(torch.randn(prior["components"], self.latent))
            self.log_vars = nn.Parameter(torch.zeros(prior["components"], self.latent))

    def log_weights(self):
        return self.logits - torch.logsumexp(self.logits, 0)

    def log_density(self, z):
        """log p(z) of z [N, Z], in nats: [N]."""
        if not self.is_mixture:
            return -0.5 * (z.square() + LOG_TAU).sum(1)
        off = z[:, None] - self.means
        each = -0.5 * (off.square() * torch.exp(-self.log_vars) + self.log_vars + LOG_TAU).sum(2)
        return torch.logsumexp(each + self.log_weights(), 1)

    def draw(self, count):
        """[count, Z]"""
        if not self.is_mixture:
            return torch.randn(count, self.latent)
        chosen = torch.multinomial(torch.exp(self.log_weights()), count, replacement=True)
        return sample(self.means[chosen], self.log_vars[chosen])[0]


class VAE(nn.Module):
    def __init__(self, config=CONFIG):
        super().__init__()
        self.config = {**DEFAULTS, **config}
        self.encoder = Encoder(self.config)
        self.lower = Lower(self.config) if self.config["lowerSize"] else None
        self.decoder = Decoder(self.config)
        self.prior = Prior(self.config)
        if self.encoder.is_of_texts:
            self.characters = Characters(self.config)

    @classmethod
    def load(cls, path):
        """The model of a safetensors file, in float32; of a run's checkpoint the model that it holds."""
        with safe_open(path, framework="numpy") as file:
            model = cls(json.loads(file.metadata()["model"]))
            values = {name: torch.from_numpy(file.get_tensor(name)).float() for name in model.state_dict()}
        model.load_state_dict(values)
        return model

    def save(self, path):
        values = {name: value.cpu().float().contiguous().numpy() for name, value in self.state_dict().items()}
        save_file(values, path, metadata={"model": json.dumps(self.config)})

    def encode(self, x, classes=None):
        """Mean and logarithm of the variance of q(z|x), [N, Z] each. With a full covariance L L' the logarithms are of L's squared
        diagonal, and what stands below it follows, row by row, [N, Z (Z - 1) / 2]."""
        return self.encode_whole(x, classes)[0]

    def encode_whole(self, x, classes=None):
        """What encode() gives, and what x says of h of a second layer of latents: means, and logarithms of variances, [N, H] each."""
        head, latent = self.encoder(x, self.told(classes)), self.config["latentSize"]
        if self.config["deterministic"]:
            return (head, None), None
        parts = head[:, :latent], head[:, latent : 2 * latent]
        if self.config["fullCovariance"]:
            return (*parts, head[:, 2 * latent :]), None
        return parts, head[:, 2 * latent :].chunk(2, 1)

    def decode(self, z, classes=None):
        """The pixels' means, [N, channels, height, width], or the items' probabilities, [N, items]."""
        if self.encoder.is_of_texts:
            raise ValueError("expected a model of images or items, got one of texts: ask for write(z)")
        return self.decode_lowest(self.lowest(z, classes), classes)

    def lowest(self, z, classes=None):
        """The mean of p(h|z), [N, H], where there is a second layer of latents; else z."""
        return z if self.lower is None else self.lower(z, self.told(classes))[0]

    def decode_lowest(self, lowest, classes=None):
        """The same from h [N, H], where there is a second layer of latents; else from z."""
        logits, _ = self.decoder(lowest, self.told(classes))
        if self.encoder.is_of_items:
            return torch.softmax(logits, 1)
        return torch.sigmoid(logits).reshape(-1, *self.encoder.image)

    def sample(self, count, classes=None):
        """The means of the pixels decoded from draws of the prior, [count, channels, height, width]; of texts what write() gives."""
        z = self.prior.draw(count)
        if self.encoder.is_of_texts:
            return self.write(z, classes)
        return self.decode_lowest(z if self.lower is None else sample(*self.lower(z, self.told(classes)))[0], classes)

    def rows(self, texts, colours=None):
        """Texts as encode() and elbo() take them: the numbers of their characters, 0 from where one has ended, and behind them
        their colours [N, 3] from 0 to 1 where the model has such; without them elbo() means black. [N, places] or [N, places + 3]."""
        data, places = self.config["data"], self.encoder.places
        number = {letter: place + 1 for place, letter in enumerate(data["items"])}
        for text in texts:
            unknown = "".join(sorted(set(text) - number.keys()))
            if unknown or not 0 < len(text) <= places:
                what = f"{unknown!r} in {text!r}" if unknown else f"{len(text)} characters"
                raise ValueError(f"expected 1 to {places} characters that the model knows, got {what}")
        rows = [[number[letter] for letter in text] + [0] * (places - len(text)) for text in texts]
        if data.get("colour"):
            rows = [row + list(colour) for row, colour in zip(rows, colours if colours is not None else [[0] * COLOUR] * len(rows))]
        return torch.tensor(rows).float()

    def write(self, z, classes=None):
        """What takes the likeliest character each time at z, as strings, and the colours beside them, [N, 3] from 0 to 1, or None."""
        decoded, _ = self.decoder(z, self.told(classes))
        rows = torch.zeros(len(z), self.encoder.places).long()
        for place in range(self.encoder.places):
            rows[:, place] = self.characters(decoded, rows)[:, place].argmax(1)
            if place > 0:
                rows[:, place] *= rows[:, place - 1] > 0
        letters = ["", *self.config["data"]["items"]]
        texts = ["".join(letters[number] for number in row) for row in rows.tolist()]
        colours = torch.sigmoid(decoded[:, self.characters.hidden :])
        return texts, colours if self.config["data"].get("colour") else None

    def elbo(self, x, classes=None, noise=None, target=None, lower_noise=None):
        """log p(x|z) - KL(q(z|x) || p(z)) of each image, in nats, at z = mean + sigma * noise, which is drawn where it
        is not given, [N, Z]; with a mixture as prior or a second layer of latents, whose noise is [N, H], the KL is estimated at the
        same z. The target is what should come out, where what goes in was corrupted. Of an autoencoder it is log p(x|z)."""
        (mean, log_var, *below), said = self.encode_whole(x, classes)
        z, noise = sample(mean, log_var, noise, *below)
        lowest, ratio = self.draw_lower(z, said, classes, lower_noise)
        log_likelihood = self.log_likelihood(x if target is None else target, lowest, classes)
        if self.prior.is_mixture or self.lower is not None:
            return log_likelihood + self.log_ratio(log_var, z, noise) + ratio
        return log_likelihood - kl(mean, log_var, *below)

    def importance_bound(self, x, classes=None, samples=5, noise=None, target=None, lower_noise=None):
        """The tighter bound of Burda et al. 2016, equation 8, of each image, in nats; noise is [N * samples, Z]."""
        repeat = lambda rows: None if rows is None else rows.repeat_interleave(samples, 0)
        posterior, said = self.encode_whole(x, classes)
        mean, log_var, *below = (repeat(part) for part in posterior)
        z, noise = sample(mean, log_var, noise, *below)
        said = None if self.lower is None else tuple(repeat(part) for part in said)
        lowest, ratio = self.draw_lower(z, said, repeat(classes), lower_noise)
        log_likelihood = self.log_likelihood(repeat(x if target is None else target), lowest, repeat(classes))
        log_weights = log_likelihood + self.log_ratio(log_var, z, noise) + ratio
        return torch.logsumexp(log_weights.reshape(-1, samples), 1) - math.log(samples)

    def draw_lower(self, z, said, classes, noise=None):
        """h from q(h|x, z), and log p(h|z) - log q(h|x, z) of it, in nats: [N, H] and [N]; z and 0 with one layer of latents. Precisions
        of what x says and of p(h|z) add up, and the mean is that of both, weighed by them (Sønderby et al. 2016, section 2.2)."""
        if self.lower is None:
            return z, 0.0
        (mean, log_var), (said, said_log_var) = self.lower(z, self.told(classes)), said
        joined = mean + torch.sigmoid(log_var - said_log_var) * (said - mean)
        joined_log_var = said_log_var + F.logsigmoid(log_var - said_log_var)
        h, noise = sample(joined, joined_log_var, noise)
        off = (h - mean).square() * torch.exp(-log_var)
        return h, 0.5 * (noise.square() + joined_log_var - log_var - off).sum(1)

    def log_ratio(self, log_var, z, noise):
        """log p(z) - log q(z|x) at z, which noise made, in nats: [N]."""
        return self.prior.log_density(z) + 0.5 * (noise.square() + log_var + LOG_TAU).sum(1)

    def log_likelihood(self, x, lowest, classes=None):
        """log p(x|z) of each image, in nats: [N]; log p(x|h) where there is a second layer of latents."""
        x = x.flatten(1)
        logits, log_var = self.decoder(lowest, self.told(classes))
        if self.encoder.is_of_texts:
            return self.log_likelihood_of_texts(x, logits)
        if self.encoder.is_of_items:
            # Without the multinomial coefficient.
            return (x * F.log_softmax(logits, 1)).sum(1)
        if log_var is None:
            return ((x - 1) * logits + F.logsigmoid(logits)).sum(1)
        error = (x - torch.sigmoid(logits)).square() * torch.exp(-log_var)
        return -0.5 * (error + log_var + LOG_TAU).sum(1)

    def log_likelihood_of_texts(self, x, decoded):
        """Of the characters up to the end of each text, it too, and of its colour."""
        places, hidden = self.encoder.places, self.characters.hidden
        ids = x[:, :places].long()
        each = torch.gather(self.characters(decoded, ids), 2, ids[:, :, None])[:, :, 0]
        begun = F.pad(ids, [1, 0], value=1)[:, :places] > 0
        error = (x[:, places:] - torch.sigmoid(decoded[:, hidden:])) / COLOUR_SIGMA
        colour = -0.5 * (error.square() + 2 * math.log(COLOUR_SIGMA) + LOG_TAU).sum(1)
        return (each * begun).sum(1) + colour

    def told(self, classes):
        if not self.config["conditional"]:
            return None
        if classes is None:
            raise ValueError("expected the classes [N] that the conditional model is told, got none")
        return F.one_hot(classes, len(self.config["data"]["classes"])).float()


def sample(mean, log_var, noise=None, below=None):
    """z ~ N(mean, L L'), and the draws from N(0, 1) that made it; the mean in an autoencoder. L is diagonal unless something stands
    below its diagonal."""
    if log_var is None:
        return mean, None
    noise = torch.randn_like(mean) if noise is None else noise
    z = mean + torch.exp(0.5 * log_var) * noise
    if below is not None:
        rows = [below[:, i * (i - 1) // 2 : i * (i + 1) // 2] * noise[:, :i] for i in range(1, mean.shape[1])]
        z = z + torch.cat([0 * mean[:, :1], *(row.sum(1)[:, None] for row in rows)], 1)
    return z, noise


def kl(mean, log_var, below=None):
    """KL(N(mean, L L') || N(0, I)) of each image, in nats: [N]; 0 in an autoencoder."""
    if log_var is None:
        return 0.0
    diagonal = -0.5 * (1 + log_var - mean.square() - torch.exp(log_var)).sum(1)
    return diagonal if below is None else diagonal + 0.5 * below.square().sum(1)
