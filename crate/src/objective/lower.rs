//! A second layer of latents h below z: q(h|x, z) from what x says of h and p(h|z), by their precisions, and what it costs (Sønderby et
//! al. 2016, "Ladder variational autoencoders", section 2.2).

use crate::data::batch::Batch;
use crate::model::network::Network;

/// q(h|x, z) in one dimension, and p(h|z) there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Joined {
    pub mean: f32,
    pub log_var: f32,
    /// The part of the precision that x says.
    share: f32,
    said_mean: f32,
    prior_mean: f32,
    prior_log_var: f32,
}

/// The loss's gradient by what x says of h in one dimension and by p(h|z), means and logarithms of variances.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slopes {
    pub by_said: [f32; 2],
    pub by_prior: [f32; 2],
}

/// q(h|x, z) in each dimension, from means and logarithms of variances: what x says of h and p(h|z), `[2 H]` each.
pub fn joined<'a>(said: &'a [f32], prior: &'a [f32]) -> impl Iterator<Item = Joined> + 'a {
    let size = said.len() / 2;
    (0..size).map(move |d| Joined::of([said[d], said[size + d]], [prior[d], prior[size + d]]))
}

impl Joined {
    /// From means and logarithms of variances.
    fn of([said_mean, said_log_var]: [f32; 2], [prior_mean, prior_log_var]: [f32; 2]) -> Self {
        let by = said_log_var - prior_log_var;
        let share = 1.0 / (1.0 + by.exp());
        let mean = prior_mean + share * (said_mean - prior_mean);
        let log_var = said_log_var - by.max(0.0) - (-by.abs()).exp().ln_1p();
        Self { mean, log_var, share, said_mean, prior_mean, prior_log_var }
    }

    /// mean + deviation * noise.
    pub fn sample(&self, noise: f32) -> f32 {
        (0.5 * self.log_var).exp().mul_add(noise, self.mean)
    }

    /// log p(h|z) - log q(h|x, z) in nats at h, which this noise made.
    pub fn log_ratio(&self, h: f32, noise: f32) -> f32 {
        let off = h - self.prior_mean;
        0.5 * (noise * noise + self.log_var - self.prior_log_var - off * off * (-self.prior_log_var).exp())
    }

    /// KL(q(h|x, z) || p(h|z)), in nats.
    pub fn kl(&self) -> f32 {
        let off = self.mean - self.prior_mean;
        let relative = (self.log_var.exp() + off * off) * (-self.prior_log_var).exp();
        0.5 * (self.prior_log_var - self.log_var + relative - 1.0)
    }

    /// Of a loss that changes with h by `by_h` beside `weight` times log q(h|x, z) - log p(h|z), at h, which this noise made.
    pub fn slopes(&self, h: f32, noise: f32, by_h: f32, weight: f32) -> Slopes {
        let off = h - self.prior_mean;
        let by_density = weight * off * (-self.prior_log_var).exp();
        let by_mean = by_h + by_density;
        let by_log_var = 0.5 * (by_mean * noise * (0.5 * self.log_var).exp() - weight);
        // A wider one of both has less of a share.
        let of = |share: f32, mean: f32| [by_mean * share, share * (by_mean * (self.mean - mean) + by_log_var)];
        let [by_prior_mean, by_prior_log_var] = of(1.0 - self.share, self.prior_mean);
        Slopes {
            by_said: of(self.share, self.said_mean),
            by_prior: [by_prior_mean - by_density, by_prior_log_var + 0.5 * (weight - by_density * off)],
        }
    }
}

/// h below points z, and what it costs there; z itself, at no cost, where there is one layer.
#[derive(Debug, Clone, PartialEq)]
pub struct Below {
    /// `[N, H]`, or `[N, Z]`.
    pub lowest: Vec<f32>,
    /// log p(h|z) - log q(h|x, z), or what that is on average, in nats: `[N]`.
    pub log_ratio: Vec<f32>,
}

impl Below {
    /// Draws below the k samples of z of each image of a batch, `[N * k, Z]`; `heads` is all that the encoder puts out for it.
    pub fn of(model: &Network, heads: &[f32], z: &[f32], classes: &[u8], batch: &Batch) -> Self {
        let size = model.config().lower_size;
        Self::by(model, heads, z, classes, |row, d, own| {
            let noise = batch.lower_noise[row * size + d];
            let h = own.sample(noise);
            (h, own.log_ratio(h, noise))
        })
    }

    /// The means below a point of each image, with what all that may lie there costs on average.
    pub fn means(model: &Network, heads: &[f32], z: &[f32], classes: &[u8]) -> Self {
        Self::by(model, heads, z, classes, |_, _, own| (own.mean, -own.kl()))
    }

    /// By what `say` makes of a row's dimension: h, and its part of the log ratio.
    fn by(
        model: &Network,
        heads: &[f32],
        z: &[f32],
        classes: &[u8],
        say: impl Fn(usize, usize, Joined) -> (f32, f32),
    ) -> Self {
        if model.lower.is_empty() {
            return Self { lowest: z.to_vec(), log_ratio: vec![0.0; classes.len()] };
        }
        let (config, priors) = (model.config(), model.lower_priors(z, classes));
        let [of_z, whole] = [config.posterior_size(), config.head_size()];
        let samples = classes.len() * whole / heads.len();
        let mut below = Self { lowest: vec![], log_ratio: vec![] };
        for (row, prior) in priors.chunks_exact(whole - of_z).enumerate() {
            let said = &heads[row / samples * whole..][of_z..whole];
            let each = joined(said, prior).enumerate().map(|(d, own)| say(row, d, own));
            let mut total = 0.0;
            below.lowest.extend(each.map(|(h, ratio)| {
                total += ratio;
                h
            }));
            below.log_ratio.push(total);
        }
        below
    }
}
