//! Equations with a symmetric matrix, by its Cholesky factor (Golub and Van Loan, Matrix Computations, 4th edition, 4.2), some rows and
//! columns at a time.

use std::ops::Range;

/// Replaces rows of a `[n, n]`, those before being done, by those of its lower factor; what is above it is left.
pub fn factorise(a: &mut [f64], n: usize, rows: Range<usize>) {
    for row in rows {
        for column in 0..=row {
            let (own, other) = (&a[row * n..][..column], &a[column * n..][..column]);
            let rest = a[row * n + column] - own.iter().zip(other).map(|(a, b)| a * b).sum::<f64>();
            a[row * n + column] =
                if row == column { rest.max(f64::MIN_POSITIVE).sqrt() } else { rest / a[column * n + column] };
        }
    }
}

/// Replaces columns of `right` `[n, D]` by the inverse of the matrix times them, by its factor.
pub fn solve(factor: &[f64], n: usize, right: &mut [f32], columns: Range<usize>) {
    let (size, width) = (right.len() / n, columns.len());
    let mut found = Vec::with_capacity(n * width);
    for row in right.chunks_exact(size) {
        found.extend(row[columns.clone()].iter().copied().map(f64::from));
    }
    let take = |found: &mut [f64], from: usize, by: f64, of: usize| {
        for at in 0..width {
            found[from * width + at] -= by * found[of * width + at];
        }
    };
    for row in 0..n {
        (0..row).for_each(|before| take(&mut found, row, factor[row * n + before], before));
        found[row * width..][..width].iter_mut().for_each(|value| *value /= factor[row * n + row]);
    }
    for row in (0..n).rev() {
        (row + 1..n).for_each(|after| take(&mut found, row, factor[after * n + row], after));
        found[row * width..][..width].iter_mut().for_each(|value| *value /= factor[row * n + row]);
    }
    for (row, found) in right.chunks_exact_mut(size).zip(found.chunks_exact(width)) {
        row[columns.clone()].iter_mut().zip(found).for_each(|(value, &found)| *value = found as f32);
    }
}
