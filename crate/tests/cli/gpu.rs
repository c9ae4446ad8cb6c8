//! Training on a GPU by Vulkan, which may be one in software.

use crate::support::{Folder, assert_contains, succeeds, trains};

/// The test loss of each epoch, in nats.
fn losses(words: &str) -> Vec<f64> {
    let elbo = |line: &str| line.split("ELBO ").nth(1)?.split_whitespace().next()?.replace('−', "-").parse().ok();
    words.lines().filter_map(elbo).collect()
}

#[test]
fn vulkan_takes_the_steps_of_the_cpu() {
    let folder = Folder::with_digits(40);
    let [data, out] = ["", "out"].map(|name| folder.path(name));
    for kind in [&[][..], &["--network", "convolutional", "--channels", "2", "--likelihood", "gaussianShared"]] {
        let train = |backend| {
            let words = succeeds(&mut trains(
                &data,
                &out,
                "3",
                &[&["--hidden-sizes", "16", "--backend", backend], kind].concat(),
            ));
            (losses(&words), words)
        };
        let ((cpu, _), (gpu, words)) = (train("cpu"), train("vulkan"));
        assert_contains(&words, "by vulkan");
        assert_eq!((cpu.len(), gpu.len()), (3, 3), "{words}");
        for (cpu, gpu) in cpu.iter().zip(&gpu) {
            assert!((cpu - gpu).abs() < 1e-3 * cpu.abs(), "{cpu} {gpu}");
        }
    }
}
