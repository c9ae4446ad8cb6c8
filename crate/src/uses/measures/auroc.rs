//! The area under the receiver's operating characteristic.

/// The chance that a score of the second kind is greater than one of the first, equal ones counting half: .5 tells nothing,
/// 1 tells all (Mann and Whitney's U over the number of pairs).
pub fn auroc(usual: &[f64], unusual: &[f64]) -> f64 {
    let mut sorted = usual.to_vec();
    sorted.sort_by(f64::total_cmp);
    let below = |score: &f64| {
        let less = sorted.partition_point(|other| other < score);
        let equal = sorted.partition_point(|other| other <= score) - less;
        less as f64 + equal as f64 / 2.0
    };
    unusual.iter().map(below).sum::<f64>() / (usual.len() * unusual.len()) as f64
}
