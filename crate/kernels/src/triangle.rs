//! Lower triangles L of Z rows. `below` is what stands below the diagonal, row by row, `[Z (Z - 1) / 2]`: empty, L is diagonal. `whole`
//! is all of it, `[Z (Z + 1) / 2]`.

use std::ops::Range;

/// Where row i is.
fn row(i: usize) -> Range<usize> {
    i * (i.max(1) - 1) / 2..i * (i + 1) / 2
}

fn rows(below: &[f32]) -> impl Iterator<Item = (usize, &[f32])> {
    (1..).map_while(|i| Some((i, below.get(row(i))?)))
}

/// Adds what it makes of x `[Z]`.
pub fn add_product(below: &[f32], x: &[f32], product: &mut [f32]) {
    for (i, row) in rows(below) {
        product[i] += row.iter().zip(x).map(|(value, x)| value * x).sum::<f32>();
    }
}

/// Adds the gradient by it, from that by its product with x.
pub fn add_gradient(by_product: &[f32], x: &[f32], gradient: &mut [f32]) {
    for (i, by_product) in by_product.iter().enumerate() {
        let Some(row) = gradient.get_mut(row(i)) else { return };
        row.iter_mut().zip(x).for_each(|(gradient, x)| *gradient += by_product * x);
    }
}

/// The squared norm of each row of all of L, `[Z]`: the variances of L x where x is of N(0, I).
pub fn variances(diagonal: &[f32], below: &[f32]) -> Vec<f32> {
    let mut variances: Vec<f32> = diagonal.iter().map(|value| value * value).collect();
    for (i, row) in rows(below) {
        variances[i] += row.iter().map(|value| value * value).sum::<f32>();
    }
    variances
}

/// Makes of x `[Z]` that which L's transpose makes x of.
pub fn solve_transposed(diagonal: &[f32], below: &[f32], x: &mut [f32]) {
    for i in (0..x.len()).rev() {
        x[i] /= diagonal[i];
        let (before, from) = x.split_at_mut(i);
        for (before, value) in before.iter_mut().zip(below.get(row(i)).unwrap_or_default()) {
            *before -= value * from[0];
        }
    }
}

/// All of it.
pub fn with_diagonal<'a>(diagonal: &'a [f32], below: &'a [f32]) -> impl Iterator<Item = f32> + 'a {
    diagonal.iter().enumerate().flat_map(move |(i, value)| below[row(i)].iter().chain([value]).copied())
}

/// Of the whole, row by row.
fn whole_rows(whole: &[f32]) -> impl Iterator<Item = &[f32]> {
    (1..).map_while(|i| whole.get(row(i)))
}

/// L_ii of the whole, `[Z]`.
pub fn diagonal(whole: &[f32]) -> impl Iterator<Item = f32> + '_ {
    whole_rows(whole).filter_map(|row| row.last().copied())
}

/// What the whole makes of x, `[Z]`.
pub fn product<'a>(whole: &'a [f32], x: &'a [f32]) -> impl Iterator<Item = f32> + 'a {
    whole_rows(whole).map(move |row| row.iter().zip(x).map(|(value, x)| value * x).sum())
}
