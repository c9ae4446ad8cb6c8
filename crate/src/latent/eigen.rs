//! All eigenvalues and eigenvectors of a symmetric matrix.

/// Sweeps of the method; it converges quadratically, and needs fewer than ten.
const SWEEPS: usize = 50;

/// Eigenvalues of a symmetric matrix `[n, n]`, and its eigenvectors as columns `[n, n]`, by Jacobi's rotations
/// (Golub and Van Loan, Matrix Computations, 4th edition, 8.5).
pub fn eigen(mut a: Vec<f64>, n: usize) -> (Vec<f64>, Vec<f64>) {
    let mut vectors: Vec<f64> = (0..n * n).map(|index| f64::from(u8::from(index % (n + 1) == 0))).collect();
    let size: f64 = a.iter().map(|value| value * value).sum();
    for _ in 0..SWEEPS {
        let beside: f64 = (0..n * n).filter(|index| index % (n + 1) != 0).map(|index| a[index] * a[index]).sum();
        if beside <= 1e-28 * size {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                if a[p * n + q] != 0.0 {
                    rotate(&mut a, &mut vectors, n, (p, q));
                }
            }
        }
    }
    ((0..n).map(|index| a[index * (n + 1)]).collect(), vectors)
}

/// Turns the p-th and the q-th axis so that the matrix has 0 at `[p, q]`.
fn rotate(a: &mut [f64], vectors: &mut [f64], n: usize, (p, q): (usize, usize)) {
    let theta = (a[q * n + q] - a[p * n + p]) / (2.0 * a[p * n + q]);
    let tangent = theta.signum() / (theta.abs() + theta.hypot(1.0));
    let cosine = 1.0 / tangent.hypot(1.0);
    let sine = tangent * cosine;
    let turn = |matrix: &mut [f64], first: usize, second: usize| {
        let (x, y) = (matrix[first], matrix[second]);
        matrix[first] = cosine * x - sine * y;
        matrix[second] = sine * x + cosine * y;
    };
    (0..n).for_each(|row| turn(a, row * n + p, row * n + q));
    (0..n).for_each(|column| turn(a, p * n + column, q * n + column));
    (0..n).for_each(|row| turn(vectors, row * n + p, row * n + q));
}
