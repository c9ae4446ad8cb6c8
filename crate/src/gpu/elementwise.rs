//! The step's element-wise kernels.

use cubecl::prelude::*;

const GROUP: u32 = 64;
/// Invocations that keep a running sum each: the host adds them up, so nothing is reduced on the device.
pub const SUMS: usize = 4096;

/// The grid for `count` invocations.
pub fn grid(count: usize) -> (CubeCount, CubeDim) {
    (CubeCount::new_1d((count as u32).div_ceil(GROUP)), CubeDim::new_1d(GROUP))
}

/// Grey bytes, four to a word, to values in 0 to 1.
#[cube(launch_unchecked)]
pub fn unpack(bytes: &[u32], x: &mut [f32], count: usize) {
    if ABSOLUTE_POS < count {
        x[ABSOLUTE_POS] = f32::cast_from(byte(bytes, ABSOLUTE_POS)) / 255.0;
    }
}

#[cube]
fn byte(bytes: &[u32], at: usize) -> u32 {
    (bytes[at / 4] >> ((at % 4) as u32 * 8)) & 255
}

/// z = mu + exp(log_var / 2) * noise from a head `[N, 2Z]`.
#[cube(launch_unchecked)]
pub fn sample(head: &[f32], noise: &[f32], z: &mut [f32], latent: usize, count: usize) {
    let at = ABSOLUTE_POS;
    if at < count {
        let mu = at / latent * 2 * latent + at % latent;
        z[at] = head[mu] + (0.5 * head[mu + latent]).exp() * noise[at];
    }
}

/// Adds -log p(x|z) to the running sums; `delta` becomes its gradient by the logits times `scale`.
#[cube(launch_unchecked)]
pub fn bernoulli(logits: &[f32], x: &[f32], delta: &mut [f32], sums: &mut [f32], scale: f32, count: usize) {
    let mut sum = sums[ABSOLUTE_POS];
    for at in range_stepped(ABSOLUTE_POS, count, SUMS) {
        let (logit, x) = (logits[at], x[at]);
        let small = (-logit.abs()).exp();
        let share = 1.0 / (1.0 + small);
        let positive = logit > 0.0;
        sum += select(positive, logit, 0.0) + (1.0 + small).ln() - x * logit;
        delta[at] = (select(positive, share, small * share) - x) * scale;
    }
    sums[ABSOLUTE_POS] = sum;
}

/// Adds the KL to the running sums; `delta` `[N, 2Z]` becomes the loss's gradient by mu and log_var, through z
/// and through the KL, which counts `weight` times.
#[cube(launch_unchecked)]
pub fn head_delta(
    head: &[f32],
    noise: &[f32],
    z_delta: &[f32],
    delta: &mut [f32],
    sums: &mut [f32],
    weight: f32,
    latent: usize,
    count: usize,
) {
    let mut sum = sums[ABSOLUTE_POS];
    for at in range_stepped(ABSOLUTE_POS, count, SUMS) {
        let mu_at = at / latent * 2 * latent + at % latent;
        let (mu, log_var) = (head[mu_at], head[mu_at + latent]);
        let variance = log_var.exp();
        sum += 0.5 * (mu * mu + variance - 1.0 - log_var);
        delta[mu_at] = z_delta[at] + weight * mu;
        delta[mu_at + latent] = 0.5 * (z_delta[at] * noise[at] * variance.sqrt() + weight * (variance - 1.0));
    }
    sums[ABSOLUTE_POS] = sum;
}
