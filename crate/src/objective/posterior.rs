//! Posteriors from what the encoder puts out: their KL to the prior, and samples of z.

/// The posteriors of N images.
#[derive(Debug, Clone, PartialEq)]
pub struct Codes {
    /// Their means, `[N, Z]`.
    pub mu: Vec<f32>,
    /// The logarithms of their variances, `[N, Z]`; empty for an autoencoder.
    pub log_var: Vec<f32>,
}

impl Codes {
    /// From what the encoder puts out for N images.
    pub fn of(heads: &[f32], latent: usize, images: usize) -> Self {
        let (mut mu, mut log_var) = (vec![], vec![]);
        for head in heads.chunks_exact(heads.len() / images) {
            let (mean, variance) = head.split_at(latent);
            mu.extend_from_slice(mean);
            log_var.extend_from_slice(variance);
        }
        Self { mu, log_var }
    }

    /// z = mu + exp(log_var / 2) * noise, of `[N * k, Z]` draws from N(0, 1), the k samples of an image beside each other; mu in an
    /// autoencoder.
    pub fn samples(&self, noise: &[f32], latent: usize) -> Vec<f32> {
        let draws = noise.len() / (self.mu.len() / latent);
        let head = |image: usize| {
            [&self.mu[image * latent..][..latent], self.log_var.get(image * latent..).map_or(&[], |it| &it[..latent])]
                .concat()
        };
        noise.chunks_exact(draws).enumerate().flat_map(|(image, noise)| points(&head(image), noise, latent)).collect()
    }

    /// Their KL to the prior, in nats: `[N, Z]`. Zero for an autoencoder.
    pub fn kl_per_dimension(&self) -> Vec<f32> {
        let Self { mu, log_var } = self;
        if log_var.is_empty() {
            return vec![0.0; mu.len()];
        }
        mu.iter().zip(log_var).map(|(&mu, &log_var)| kl(mu, log_var)).collect()
    }
}

/// KL(N(mu, exp(log_var)) || N(0, 1)) in nats: -1/2 (1 + log_var - mu^2 - exp(log_var)) (Kingma and Welling 2014, appendix B).
pub fn kl(mu: f32, log_var: f32) -> f32 {
    -0.5 * (1.0 + log_var - mu * mu - log_var.exp())
}

/// z = mu + exp(log_var / 2) * noise of the samples of an image, `[k * Z]`, from the encoder's output for it; mu in an autoencoder,
/// whose output is as long as z.
pub fn points(head: &[f32], noise: &[f32], latent: usize) -> Vec<f32> {
    let (mu, log_var) = head.split_at(latent);
    let at = |(index, noise): (usize, &f32)| {
        let d = index % latent;
        log_var.get(d).map_or(mu[d], |log_var| mu[d] + (0.5 * log_var).exp() * noise)
    };
    noise.iter().enumerate().map(at).collect()
}

/// log p(z) - log q(z|x) of a sample, in nats, at z = mu + exp(log_var / 2) * noise.
pub fn log_ratio(log_var: &[f32], z: &[f32], noise: &[f32]) -> f32 {
    let terms = log_var.iter().zip(z).zip(noise);
    terms.map(|((log_var, z), noise)| 0.5 * (noise * noise + log_var - z * z)).sum()
}
